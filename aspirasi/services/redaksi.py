"""Black boxes over a photo of a kiriman, or over the scan of a letter."""

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, Lampiran, SuratInstansi
from aspirasi.services.alur import kunci_baris
from aspirasi.services.langkah import catat_langkah
from core.berkas import redaksi
from core.berkas.redaksi import DIHAPUS, DIUBAH, Kotak
from core.galat import TidakBisa, berkata
from core.jejak.catat import catat
from core.models import Berkas
from core.moderasi.penarikan import catat_penarikan
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

DITARIK = (
    "Foto jawaban ini sudah ditarik. Minta petugas kecamatan untuk menutup bagiannya, atau "
    "tambahkan foto lain."
)
TANPA_ALASAN = "Foto ini tampil untuk umum. Tulis mengapa sebagian ditutup. Semua orang membacanya."


def tutup(
    *,
    milik: Lampiran | SuratInstansi,
    kotak: list[Kotak],
    oleh: Pengguna,
    alasan: str = "",
) -> None:
    """Put a photo with black boxes in place of the one before, which is destroyed.

    `milik` is the row that has the photo: one of the sender, of an answer, or the scan of a letter.
    A public photo stays so under a new address, with the reason beside it; one that was taken back
    may be shown again, which for an answer is the kecamatan's to decide. Raises TidakBisa for that,
    when somebody changed or erased the photo meanwhile, or when the reason is missing, and
    FotoDitolak when it cannot be decoded or stored now. Call it outside a transaction: the picture
    is decoded before any row is locked.
    """
    lama = milik.berkas
    if lama is None:
        raise TidakBisa(DIUBAH)
    jadi = redaksi.hitamkan(lama, kotak)
    with transaction.atomic():
        aspirasi = kunci_baris(Aspirasi(pk=milik.aspirasi_id))
        _pastikan_tetap(milik, lama)
        _pastikan_boleh(milik, oleh)
        _catat(aspirasi, milik, oleh, alasan)
        redaksi.ganti(lama, jadi)


def _catat(
    aspirasi: Aspirasi, milik: Lampiran | SuratInstansi, oleh: Pengguna, alasan: str
) -> None:
    """Write the act into the trail: for everyone, with its reason, where the photo is public."""
    if isinstance(milik, Lampiran) and milik.ditarik_pada:
        milik.ditarik_pada = None
        milik.save(update_fields=["ditarik_pada"])
    if not (milik.berkas and milik.berkas.publik):
        catat(objek=aspirasi, aksi=Aksi.FOTO_DITUTUP, oleh=oleh)
        return
    if not berkata(alasan):
        raise TidakBisa(TANPA_ALASAN)
    status = aspirasi.status
    jejak = catat_langkah(aspirasi, Aksi.FOTO_DIHITAMKAN, oleh, status, alasan.strip())
    catat_penarikan(jejak=jejak, baris=milik, kolom=["berkas"], utuh=False)


def _pastikan_boleh(milik: Lampiran | SuratInstansi, oleh: Pengguna) -> None:
    ditarik = isinstance(milik, Lampiran) and milik.dari_jawaban and milik.ditarik_pada
    if ditarik and not adalah_kecamatan(oleh):
        raise TidakBisa(DITARIK)


def _pastikan_tetap(milik: Lampiran | SuratInstansi, lama: Berkas) -> None:
    """Raise TidakBisa when the row got another photo, or was erased, while this one was decoded."""
    try:
        milik.refresh_from_db()
    except ObjectDoesNotExist as galat:
        raise TidakBisa(DIHAPUS) from galat
    if milik.berkas_id != lama.pk:
        raise TidakBisa(DIUBAH)
