"""Reads the trail in the order of the seal and tells everyone who follows (a periodic job).

The seal's own numbers have no gaps and never move, and an act that commits late is sealed late. So
"everything after the last one read" skips nothing (docs/keputusan/0010-pemberitahuan.md). People
are found and told by the database (`penerima`); the loop here is over acts.
"""

from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import BigIntegerField, Exists, F, OuterRef, Value
from django.db.models.expressions import Combinable

from core.hal import JenisHal
from core.jejak.baca import terbaca
from core.laku import MODERASI, Kabar, Laku, Oleh, Pembaca
from core.models import Jejak, Segel
from kabar.bacaan.jenis import JENIS, MENURUT_NAMA
from kabar.models import BatasJejak, Hal
from kabar.services.kerja import beri_tahu_kerja
from kabar.services.penerima import (
    Perbuatan,
    beri_tahu,
    beri_tahu_aparat,
    beri_tahu_kampung,
    beri_tahu_kampung_lain,
    wariskan,
)

SEKALIGUS = 1000


class Baris(NamedTuple):
    """A thing as it is now; `objek` is the key of the row whose followers are told."""

    kunci: Any
    pk: int
    objek: int
    pengirim: int | None
    penulis: int | None
    kampung: int | None
    umum: bool


@transaction.atomic
def sebarkan() -> int:
    """Tell of every act sealed since the last time. Return how many notices that made.

    It waits for another worker that does the same just now, and goes on after it.
    """
    batas = BatasJejak.objects.select_for_update().get()
    jumlah = 0
    while segel := _berikut(batas.urutan):
        jejak = [s.jejak for s in segel]
        jumlah += beri_tahu_kerja(jejak)  # first: what is work for a person is no other news
        jumlah += sum(_sebar(jenis, jejak) for jenis in JENIS if jenis.jejak)
        batas.urutan = segel[-1].urutan
    batas.save()
    return jumlah


def _berikut(sesudah: int) -> list[Segel]:
    lanjutan = Segel.objects.filter(urutan__gt=sesudah).select_related("jejak")
    return list(lanjutan.order_by("urutan")[:SEKALIGUS])


def _sebar(jenis: JenisHal, jejak: list[Jejak]) -> int:
    """Tell of the acts on one kind of thing."""
    lingkaran = _lingkaran(jenis)
    milik = [j for j in jejak if j.objek_jenis == jenis.jejak]
    dibaca = [j for j, _ in terbaca(milik, jenis.laku, lingkaran)]
    baris = _baris(jenis, {j.objek_kunci for j in dibaca}) if dibaca else {}
    ada = [(j, baris[j.objek_kunci]) for j in dibaca if j.objek_kunci in baris]
    _wariskan(jenis, ada)
    didengar = [(j, b) for j, b in ada if b.umum or b.penulis or _aparat(jenis.laku[j.aksi])]
    diberitahukan = _perbuatan(jenis, didengar)
    diikuti = MENURUT_NAMA[jenis.lewat] if jenis.lewat else jenis
    lain = beri_tahu_kampung_lain(jenis, diberitahukan) + beri_tahu_aparat(diberitahukan)
    return beri_tahu(diikuti, diberitahukan) + beri_tahu_kampung(diberitahukan) + lain


def _lingkaran(jenis: JenisHal) -> Pembaca:
    """Return the widest circle of which somebody may be told: only officials hear of acts that they
    alone read."""
    if jenis.penulis:
        return Pembaca.PENGIRIM
    return Pembaca.PETUGAS if any(map(_aparat, jenis.laku.values())) else Pembaca.UMUM


def _aparat(laku: Laku) -> bool:
    return Kabar.APARAT in laku.kabar


def _baris(jenis: JenisHal, kunci: set[str]) -> dict[str, Baris]:
    """Return the things of these acts, by their names in the trail; one query."""
    kolom = (
        F(jenis.kunci),
        F("pk"),
        F(jenis.lewat or "pk"),
        *(_jalur(satu) for satu in (jenis.pengirim, jenis.penulis, jenis.kampung)),
        Exists(jenis.umum().filter(pk=OuterRef("pk"))),
    )
    semua: Any = jenis.model._base_manager.filter(**{f"{jenis.kunci}__in": kunci})
    daftar = (Baris(*satu) for satu in semua.values_list(*kolom))
    return {_nama(satu.kunci): satu for satu in daftar}


def _jalur(jalur: str | Combinable) -> Any:
    if not jalur:
        return Value(None, output_field=BigIntegerField())
    return F(jalur) if isinstance(jalur, str) else jalur


def _nama(kunci: Any) -> str:
    """Return a key as the trail writes it: a number, or the hex of a uuid."""
    return str(getattr(kunci, "hex", kunci))


def _wariskan(jenis: JenisHal, ada: list[tuple[Jejak, Baris]]) -> None:
    if jenis.waris:
        pergi = {b.pk: j.waktu for j, b in ada if j.aksi == jenis.waris.pergi}
        wariskan(jenis, jenis.waris, pergi)


def _perbuatan(jenis: JenisHal, ada: list[tuple[Jejak, Baris]]) -> list[Perbuatan]:
    hal = Hal.objects.pastikan(jenis.nama, [b.pk for _, b in ada]) if ada else {}
    diikuti = Hal.objects.nomor(jenis.lewat, [b.objek for _, b in ada]) if jenis.lewat else hal
    return [_satu(jenis, j, b, hal[b.pk], diikuti.get(b.objek)) for j, b in ada]


def _satu(jenis: JenisHal, jejak: Jejak, baris: Baris, hal: int, diikuti: int | None) -> Perbuatan:
    laku = jenis.laku[jejak.aksi]
    # Hiding and showing again are told to the author alone.
    hening = jejak.aksi in MODERASI or Kabar.TANPA_PENGIKUT in laku.kabar
    pengikut = baris.umum and laku.terbaca(Pembaca.UMUM) and not hening
    sekampung = pengikut and Kabar.KAMPUNG in laku.kabar
    return Perbuatan(
        jejak=jejak,
        hal=hal,
        objek=baris.objek,
        diikuti=diikuti,
        bukan=baris.pengirim if laku.oleh is Oleh.PENGIRIM else jejak.oleh_id,
        penulis=baris.penulis,
        kampung=baris.kampung if sekampung else None,
        aparat=baris.kampung if _aparat(laku) else None,
        tanpa_aparat=baris.kampung if Kabar.TANPA_APARAT in laku.kabar else None,
        sekampung=sekampung,
        pengikut=pengikut,
        datang=jenis.waris is not None and jejak.aksi == jenis.waris.datang,
    )
