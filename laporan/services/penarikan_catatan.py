"""Taking words and files of a note of the BPK Kampung back from the public.

Who may stands in `laporan.rules`: the BPK itself, and the kecamatan. Answers to it go by
`laporan.services.tanggapan`.
"""

from collections.abc import Sequence

from django.db import transaction

from core.berkas.redaksi import Kotak
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.models import Jejak
from core.moderasi.penarikan import (
    HITAM,
    hitamkan_baris,
    hitamkan_hal,
    tarik_berkas,
    tutup_berkas,
)
from core.waktu import sekarang
from laporan.bacaan.catatan import tulisan_catatan
from laporan.bacaan.tanggapan import tulisan_tanggapan
from laporan.laku import AksiCatatan, AksiTanggapan
from laporan.models import CatatanPengawasan, LampiranCatatan
from laporan.services.catatan import kunci_catatan
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

SUDAH = "Foto atau pindaian ini sudah ditarik. Muat ulang halaman."


@transaction.atomic
def tarik(
    *, catatan: CatatanPengawasan, kata: Sequence[str], alasan: str, oleh: Pengguna
) -> CatatanPengawasan:
    """Black out these words in a note and its corrections; without `kata` take the whole note back
    with its files: its place and the reason stay, and nobody waits for an answer any more. The
    kecamatan reaches the words of answers, too.

    Raises TidakBisa without a reason, when it repeats the words, when nothing changes, and when the
    note was taken back before.
    """
    catatan = kunci_catatan(catatan)
    if kata:
        baris = tulisan_catatan(catatan)
        if adalah_kecamatan(oleh):
            baris += tulisan_tanggapan(catatan)
        aksi = AksiTanggapan.DIHITAMKAN
        hitamkan_hal(objek=catatan, baris=baris, kata=kata, alasan=alasan, aksi=aksi, oleh=oleh)
        return catatan
    pastikan_beralasan(alasan)
    jejak = catat(objek=catatan, aksi=AksiCatatan.DITARIK, oleh=oleh, alasan=alasan.strip())
    _hilangkan(catatan, jejak)
    catatan.ditarik_pada = sekarang()
    catatan.save(update_fields=["ditarik_pada"])
    return catatan


def _hilangkan(catatan: CatatanPengawasan, jejak: Jejak) -> None:
    """Black out every word of the BPK about it, and take its files back."""
    for baris, tulisan in tulisan_catatan(catatan):
        baru = {nama: HITAM for nama, isi in tulisan.items() if isi}
        hitamkan_baris(jejak=jejak, baris=baris, baru=baru, utuh=True)
    for satu in catatan.lampiran.filter(ditarik_pada__isnull=True).select_related("berkas"):
        _tarik_berkas(satu, jejak)


@transaction.atomic
def tarik_lampiran(*, lampiran: LampiranCatatan, alasan: str, oleh: Pengguna) -> None:
    """Take a photo or scan back from everyone; the reason stands in its place. Raises TidakBisa
    without a reason, and when it was taken back before."""
    pastikan_beralasan(alasan)
    catatan = _kunci(lampiran)
    jejak = catat(
        objek=catatan, aksi=AksiCatatan.LAMPIRAN_DITARIK, oleh=oleh, alasan=alasan.strip()
    )
    _tarik_berkas(lampiran, jejak)


def tutup_lampiran(
    *, lampiran: LampiranCatatan, kotak: Sequence[Kotak], alasan: str, oleh: Pengguna
) -> None:
    """Cover parts of a photo, for good; the reason stays beside it. Raises as
    `proyek.services.dokumen.tutup_dokumen`. Call it outside a transaction."""

    def tulis() -> Jejak:
        aksi = AksiCatatan.LAMPIRAN_DITUTUP
        return catat(objek=_kunci(lampiran), aksi=aksi, oleh=oleh, alasan=alasan.strip())

    tutup_berkas(baris=lampiran, kotak=kotak, alasan=alasan, tulis=tulis)


def _tarik_berkas(satu: LampiranCatatan, jejak: Jejak) -> None:
    tarik_berkas(jejak=jejak, baris=satu)
    satu.ditarik_pada = sekarang()
    satu.save(update_fields=["ditarik_pada"])


def _kunci(lampiran: LampiranCatatan) -> CatatanPengawasan:
    """Lock the note of a file that is still shown."""
    catatan = kunci_catatan(lampiran.catatan)
    if not catatan.lampiran.tampil().filter(pk=lampiran.pk).exists():
        raise TidakBisa(SUDAH)
    return catatan
