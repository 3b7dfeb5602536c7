"""Late answers: the ladder kampung, kasi, camat; and the recounts of their clocks.

Each rung is told once, by letter, and stands in the trail of what waits, which everyone reads.
Where the kecamatan itself owes the answer the ladder begins with the kasi. A pause of reports stops
no answer: whoever asks has nothing to do with it.
"""

import logging
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from core.antrean.surel import PENUTUP
from core.antrean.tugas import antre
from core.jejak.catat import catat
from core.tenggat import jam
from core.tenggat.tangga import (
    CAMAT,
    SEBUTAN,
    TANGGA_KAMPUNG,
    TANGGA_KECAMATAN,
    tingkat,
)
from core.waktu import hari_ini
from laporan.bacaan.tanggapan import JENIS
from laporan.enums import Penanggap
from laporan.laku import AksiTanggapan
from laporan.models import BelumPuas, Tanggapan
from laporan.models.ditanggapi import KOLOM_JAM
from laporan.services.surat_tanggapan import surati_terlambat
from warga.models import Kampung
from warga.services.surel import kabari_admin

log = logging.getLogger(__name__)
INGATKAN = "laporan.services.pengingat_tanggapan.ingatkan_kampung"
PERIHAL = "Tenggat tanggapan dibetulkan tadi malam"
ISI = f"""\
Hitungan malam ini menemukan pertanyaan warga atau catatan BPK Kampung yang tenggatnya tidak cocok \
dengan tanggapannya, jadi kantor yang harus menanggapi mungkin tidak melihatnya. Tenggatnya sudah \
dibetulkan.

Artinya ada yang mengubah catatan langsung di basis data, atau ada yang salah pada portal. Yang \
perlu dilakukan: teruskan surat ini ke pengelola mesin. Jumlah barisnya ada di log portal.

{PENUTUP}"""


def ingatkan() -> None:
    """Find the kampung with late answers that somebody was not told of (the daily job)."""
    for pk in sorted({pk for model in JENIS.values() for pk in _kampung_perlu(model)}):
        antre(INGATKAN, pk, kunci=f"ingat-tanggapan:{pk}:{hari_ini()}")


@transaction.atomic
def ingatkan_kampung(pk: int) -> None:
    """Climb the ladder with the late answers of one kampung, each rung once (a task)."""
    kampung = Kampung.objects.get(pk=pk)
    baris = [satu for model in JENIS.values() for satu in _terkunci(model, pk)]
    naik = [(tinggi, satu) for satu in baris if (tinggi := _tingkat(satu)) > satu.eskalasi]
    for satu in naik:
        _naik(*satu)
    for anak, semua in groupby(sorted(naik, key=lambda s: s[0]), key=lambda s: s[0]):
        surati_terlambat(kampung, anak, [satu for _, satu in semua], hari_ini())


def _kampung_perlu(model: Any) -> Iterable[int]:
    kunci: Iterable[int] = _perlu(model).values_list(_kampung(model), flat=True).distinct()
    return kunci


def _perlu(model: Any) -> Any:
    """Return what is late below the last rung."""
    return model.objects.terlambat().filter(eskalasi__lt=CAMAT).order_by()


def _terkunci(model: Any, kampung: int) -> list[Any]:
    milik = _perlu(model).filter(**{_kampung(model): kampung}).order_by("pk")
    kait = ["proyek", "laporan", *(["keputusan"] if hasattr(model, "keputusan") else [])]
    return list(milik.select_related(*kait).select_for_update(of=("self",)))


def _kampung(model: Any) -> str:
    return str(model.objects.all().KAMPUNG)


def _tingkat(satu: Any) -> int:
    return tingkat(satu, TANGGA_KECAMATAN if satu.ditanggapi_kecamatan else TANGGA_KAMPUNG)


def _naik(anak: int, satu: Any) -> None:
    satu.eskalasi = anak
    satu.save(update_fields=["eskalasi"])
    catat(objek=satu, aksi=AksiTanggapan.TERLAMBAT, rincian={"ke": SEBUTAN[anak]})


@transaction.atomic
def hitung_ulang() -> int:
    """Count the due days anew that a holiday moved, and return how many (a periodic job)."""
    jumlah = 0
    for model in JENIS.values():
        for salah in jam.keliru(model.objects.filter(ditanggapi_pada__isnull=True)):
            for baris in salah.select_for_update(of=("self",)).order_by("pk"):
                jam.hitung_ulang(baris)
                baris.save(update_fields=["janji", "tenggat"])
                jumlah += 1
    return jumlah


def periksa_malam() -> int:
    """Prove due days, and whether and by whom things are answered, against their rows; set right
    what differs, tell the admins, and return how many there were (a periodic job)."""
    beda = hitung_ulang() + sum(_betulkan(salah) for salah in _salah())
    if beda:
        log.error("Tanggapan: %s baris tidak cocok dan sudah dibetulkan.", beda)
        kabari_admin(perihal=PERIHAL, isi=ISI, kunci="tanggapan")
    return beda


def _salah() -> Iterator[QuerySet[Any]]:
    """Yield the rows whose columns are not what their answers say, without locks."""
    for nama, model in JENIS.items():
        milik = {nama: OuterRef("pk")}
        belum = BelumPuas.objects.filter(**milik).values("dibuat")[:1]
        jawaban = Tanggapan.objects.berlaku().filter(**milik)
        kini = Exists(jawaban.filter(dibuat__gte=Coalesce(OuterRef("belum_puas_pada"), "dibuat")))
        dijawab = Q(ditanggapi_pada__isnull=False)
        yield model.objects.filter(dijawab & ~kini | ~dijawab & kini)
        yield model.objects.filter(Q(belum_puas_pada__isnull=True) & Exists(belum))
        yield model.objects.filter(~Q(tenggat=F("janji")), tenggat__isnull=False)  # none is put off


def _betulkan(salah: QuerySet[Any]) -> int:
    with transaction.atomic():
        baris = list(salah.select_for_update(of=("self",)).order_by("pk"))
        for satu in baris:
            _setel(satu)
    return len(baris)


def _setel(satu: Any) -> None:
    """Set the columns of one row to what its rows say."""
    belum = BelumPuas.objects.filter(**{satu.jenis_jejak: satu}).first()
    if belum and satu.belum_puas_pada is None:
        satu.belum_puas_pada, satu.penanggap = belum.dibuat, Penanggap.KECAMATAN
        if satu.tenggat is None:
            satu.mulai_ditunggu()
    satu.tenggat = satu.janji
    jawaban = satu.tanggapan.berlaku().filter(dibuat__gte=satu.belum_puas_pada or satu.dibuat)
    satu.ditanggapi_pada = jawaban.order_by("pk").values_list("dibuat", flat=True).first()
    satu.save(update_fields=KOLOM_JAM)
