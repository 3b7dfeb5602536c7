"""The shown words of a kiriman and their title, edited by officials; the sender's own words stay.

Old public words stay nowhere in public: search, notices and topics read the row, and joiners no
longer quote the title.
"""

from hashlib import sha256

from django.db import transaction

from aspirasi.enums import Aksi
from aspirasi.judul import PANJANG_JUDUL, judul_berikut
from aspirasi.models import Aspirasi
from aspirasi.services.alur import kunci_baris, kunci_bersama, pastikan_beralasan
from aspirasi.services.langkah import catat_langkah
from aspirasi.teks import PANJANG_ISI
from core.galat import TidakBisa, berkata, pastikan_berkata
from core.samar import samarkan
from warga.models import Pengguna

DIUBAH = (
    "Tulisan ini baru saja diubah atau dihitamkan rekan Anda. Buka halaman ini sekali lagi, lalu "
    "ubah tulisan yang terbaru."
)


def rapikan(aspirasi: Aspirasi, isi_publik: str, judul: str = "") -> tuple[str, str]:
    """Return a shown text and its title as they are stored, with their numbers masked.

    `judul` is the title in the form, "" where there was none.
    """
    isi = samarkan(isi_publik)[:PANJANG_ISI]
    diketik = " ".join(samarkan(judul).split())[:PANJANG_JUDUL] if berkata(judul) else ""
    return isi, judul_berikut(aspirasi.judul, aspirasi.isi_publik, isi, diketik)


def sidik_tulisan(aspirasi: Aspirasi) -> str:
    """Return the fingerprint of the shown text and its title, for a form that edits them."""
    return sha256(f"{aspirasi.judul}\0{aspirasi.isi_publik}".encode()).hexdigest()[:16]


def pastikan_tetap(aspirasi: Aspirasi, sidik: str) -> None:
    """Raise TidakBisa when the text that was edited (`sidik_tulisan`) stands no more: else words
    that were taken back meanwhile would return. "" asks nothing."""
    if sidik and sidik != sidik_tulisan(aspirasi):
        raise TidakBisa(DIUBAH)


@transaction.atomic
def perbaiki(
    *,
    aspirasi: Aspirasi,
    isi_publik: str,
    alasan: str,
    oleh: Pengguna,
    judul: str = "",
    sidik: str = "",
) -> Aspirasi:
    """Correct the shown text or its title after the first look. The sender is told why, and reads
    both texts; followers are not told. What is sent again as it stands does nothing.

    Raises TidakBisa before the first look, after the text was erased, without words or a reason,
    and when the text that was edited (`sidik`, of `sidik_tulisan`) was changed meanwhile.
    """
    kunci_bersama(aspirasi)
    aspirasi = kunci_baris(aspirasi)
    pastikan_dapat_diperbaiki(aspirasi)
    pastikan_berkata(isi_publik, "Isi yang tampil tidak boleh kosong.")
    isi, judul = rapikan(aspirasi, isi_publik, judul)
    if (isi, judul) != (aspirasi.isi_publik, aspirasi.judul):
        pastikan_tetap(aspirasi, sidik)
    kolom = {"isi": isi != aspirasi.isi_publik, "judul": judul != aspirasi.judul}
    if diubah := [nama for nama, berubah in kolom.items() if berubah]:
        pastikan_beralasan(Aksi.DIPERBAIKI, alasan)
        aspirasi.isi_publik, aspirasi.judul = isi, judul
        aspirasi.save(update_fields=["isi_publik", "judul"])
        if kolom["judul"]:
            aspirasi.gabungan.update(mengutip=False)
        rincian = {"diubah": diubah}
        catat_langkah(aspirasi, Aksi.DIPERBAIKI, oleh, aspirasi.status, alasan.strip(), rincian)
    return aspirasi


def pastikan_dapat_diperbaiki(aspirasi: Aspirasi) -> None:
    """Raise TidakBisa for a kiriman that nobody has looked at, and for one without words."""
    if aspirasi.dihapus_pada:
        raise TidakBisa("Pengirim sudah menghapus isi kiriman ini.")
    if aspirasi.diperiksa_pada is None:
        raise TidakBisa("Kiriman ini belum diperiksa. Isinya disunting saat diperiksa.")
