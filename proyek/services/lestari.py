"""Land, surroundings, upkeep and access of a project: written down, and corrected."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.waktu import sekarang
from proyek.laku import Aksi
from proyek.models import Lestari, Proyek, TujuanDesa
from proyek.models.lestari import TUJUAN_TERBANYAK
from warga.models import Pengguna

TUJUAN = "tujuan"
# The trail keeps old and new of these. Of words it keeps that they changed: words may hold what
# must not stay in public, and a correction takes them back.
BERNILAI = (
    *("status_lahan", "dampak", "rawan", "biaya_rawat", "umur_rencana", "akses"),
    TUJUAN,
)


@transaction.atomic
def isi_lestari(
    *,
    proyek: Proyek,
    isi: Mapping[str, Any],
    tujuan: Iterable[TujuanDesa],
    oleh: Pengguna,
    alasan: str = "",
) -> Lestari:
    """Write them down (`isi`: column → value). From the second time on the reason is public.

    Raises TidakBisa for more goals than three, and for a correction without a reason.
    """
    proyek = Proyek.objects.select_for_update().get(pk=proyek.pk)
    lama = Lestari.objects.filter(pk=proyek.pk).first()
    tujuan = sorted(tujuan, key=lambda satu: satu.nomor)
    if len(tujuan) > TUJUAN_TERBANYAK:
        raise TidakBisa(f"Pilih paling banyak {TUJUAN_TERBANYAK} tujuan.")
    baris = lama or Lestari(proyek=proyek)
    berubah = _setel(baris, isi) | _setel_tujuan(baris, lama, tujuan)
    if lama and berubah:
        pastikan_berkata(alasan, "Tulis mengapa diperbaiki. Semua orang membacanya.")
    if berubah or lama is None:
        baris.diubah = sekarang()
        baris.save()
        baris.tujuan.set(tujuan)
        _catat(proyek, berubah, oleh, alasan if lama else None)
    return baris


def _catat(proyek: Proyek, berubah: dict[str, Any], oleh: Pengguna, alasan: str | None) -> None:
    """Write it into the trail; without a reason it was the first time."""
    rincian = {"lestari": berubah}
    if alasan is None:
        catat(objek=proyek, aksi=Aksi.LESTARI_DIISI, oleh=oleh, rincian=rincian)
    else:
        catat(objek=proyek, aksi=Aksi.LESTARI_DIUBAH, oleh=oleh, alasan=alasan, rincian=rincian)


def _setel(baris: Lestari, isi: Mapping[str, Any]) -> dict[str, Any]:
    """Set the columns and return the changed ones: old and new, or nothing for words."""
    berubah: dict[str, Any] = {}
    for nama, baru in isi.items():
        lama = getattr(baris, nama)
        if lama != baru:
            berubah[nama] = [lama, baru] if nama in BERNILAI else []
            setattr(baris, nama, baru)
    return berubah


def _setel_tujuan(baris: Lestari, lama: Lestari | None, tujuan: list[TujuanDesa]) -> dict[str, Any]:
    dulu = list(baris.tujuan.values_list("nomor", flat=True)) if lama else []
    kini = [satu.nomor for satu in tujuan]
    return {TUJUAN: [dulu, kini]} if dulu != kini else {}
