"""Tells officials of the work that newly waits for them (a part of `penyebar`).

Who is told is asked of each desk (`kabar.bacaan.kerja`), so the loop here is over the officials of
the kampung concerned, and over those of the kecamatan. A person gets one notice of a thing: a
later one takes the place of one that they did not open. Of more than BERJAJAR things of a kind that
came together they get a single one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Value
from django.db.models.fields import BigIntegerField

from core.models import Jejak
from kabar.bacaan.kerja import PEKERJAAN, Pekerjaan
from kabar.bacaan.rekan import pejabat
from kabar.models import Hal, Pemberitahuan
from warga.models import Pengguna

BERJAJAR = 3


@dataclass(frozen=True)
class Tugas:
    """One thing that newly waits for one person, by the act that gave it."""

    orang: int
    objek: int
    jejak: Jejak


def beri_tahu_kerja(jejak: Sequence[Jejak]) -> int:
    """Tell officials of the work that these acts gave. Return how many notices that made. Call it
    under the lock of `BatasJejak`."""
    _buang_selesai(jejak)
    perlu = [(p, milik) for p in PEKERJAAN if (milik := [j for j in jejak if p.memberi_kerja(j)])]
    orang = list(pejabat().order_by("pk").untuk_sesi()) if perlu else []
    return sum(_sebar(p, milik, orang) for p, milik in perlu)


def _buang_selesai(jejak: Sequence[Jejak]) -> None:
    """Remove unread notices of things that these acts moved and that wait for their reader no
    longer, so that the list of those who do not know yet needs no question of each desk."""
    for p in PEKERJAAN:
        kunci = {j.objek_kunci for j in jejak if j.objek_jenis == p.jejak}
        if not kunci:
            continue
        lama = Pemberitahuan.objects.kerja_baru().filter(
            **{f"hal__{p.hal}__{p.kunci}__in": kunci}, kerja=p.jenis.value, pengguna__isnull=False
        )
        milik: dict[Pengguna, dict[int, int]] = defaultdict(dict)
        for satu in lama.select_related("pengguna", "hal").order_by("pk"):
            if satu.pengguna:
                milik[satu.pengguna][satu.pk] = 0 if satu.terkumpul else satu.hal.macam[1]
        for orang, notices in milik.items():
            _buang(p, orang, notices)


def _buang(p: Pekerjaan, orang: Pengguna, notices: dict[int, int]) -> None:
    """Remove those of these notices (number → thing, 0 for several) that this person is not to be
    shown any more."""
    tunggu = p.untuk(orang)
    masih = set(tunggu.filter(pk__in=notices.values()).values_list("pk", flat=True))
    if 0 in notices.values() and tunggu.exists():
        masih.add(0)
    usang = [pk for pk, objek in notices.items() if objek not in masih]
    Pemberitahuan.objects.filter(pk__in=usang).delete()


def _sebar(p: Pekerjaan, jejak: Sequence[Jejak], orang: Iterable[Pengguna]) -> int:
    akhir = {j.objek_kunci: j for j in jejak}  # the newest act on each thing
    kampung = _kampung(p, akhir)
    baru: list[Pemberitahuan] = []
    for satu in orang:
        if satu.akun_kecamatan or satu.kampung_id in kampung:
            baru += _notices(p, _tugas(p, akhir, satu))
    return _simpan(p, baru)


def _kampung(p: Pekerjaan, akhir: dict[str, Jejak]) -> set[int]:
    if not p.kampung:
        return set()
    semua = p.model._base_manager.filter(**{f"{p.kunci}__in": akhir})
    return set(semua.values_list(p.kampung, flat=True))


def _tugas(p: Pekerjaan, akhir: dict[str, Jejak], orang: Pengguna) -> list[Tugas]:
    """Return what waits for this person by these acts, the newest last; of what they did
    themselves they know."""
    kosong = Value(None, output_field=BigIntegerField())
    kolom = ("pk", F(p.kunci), F(p.pengirim) if p.pengirim else kosong)
    baris = p.untuk(orang).filter(**{f"{p.kunci}__in": akhir}).order_by("pk")
    semua = [
        (Tugas(orang.pk, pk, j), pengirim)
        for pk, kunci, pengirim in baris.values_list(*kolom)
        if (j := akhir[str(getattr(kunci, "hex", kunci))]).oleh_id != orang.pk
    ]
    milik = [tugas for tugas, pengirim in semua if tugas.jejak.oleh_id or pengirim != orang.pk]
    urut = sorted(milik, key=lambda tugas: (tugas.jejak.pk, tugas.objek))
    return list({tugas.objek: tugas for tugas in urut}.values())  # one of each thing, the newest


def _notices(p: Pekerjaan, tugas: list[Tugas]) -> list[Pemberitahuan]:
    terkumpul = len(tugas) > BERJAJAR
    dipakai = tugas[-1:] if terkumpul else tugas
    hal = Hal.objects.pastikan(p.hal, [t.objek for t in dipakai]) if dipakai else {}
    return [
        Pemberitahuan(
            pengguna_id=t.orang,
            hal_id=hal[t.objek],
            jejak=t.jejak.pk,
            waktu=p.waktu(t.jejak),
            kerja=p.jenis.value,
            terkumpul=terkumpul,
        )
        for t in dipakai
    ]


def _simpan(p: Pekerjaan, baru: list[Pemberitahuan]) -> int:
    """Store them, each in the place of an unread one about the same."""
    if not baru:
        return 0
    lama = Pemberitahuan.objects.kerja_baru().filter(
        kerja=p.jenis.value,
        pengguna__in={satu.pengguna_id for satu in baru},
        hal__in={satu.hal_id for satu in baru},
    )
    pasangan = {(satu.pengguna_id, satu.hal_id): satu.jejak for satu in baru}
    usang = [
        pk
        for pk, orang, hal, jejak in lama.values_list("pk", "pengguna", "hal", "jejak")
        if pasangan.get((orang, hal), jejak) != jejak
    ]
    Pemberitahuan.objects.filter(pk__in=usang).delete()
    sebelum: Any = Pemberitahuan.objects.bulk_create(baru, ignore_conflicts=True)
    return len(sebelum)
