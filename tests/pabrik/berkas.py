"""Photos to send, and stored files: always with the same words."""

from django.core.files.uploadedfile import SimpleUploadedFile

from core.berkas.simpan import simpan_dokumen, simpan_foto
from core.models import Berkas
from tests.pabrik import gambar as rupa


def foto(
    warna: str = "green", nama: str = "foto.jpg", isi: bytes | None = None
) -> SimpleUploadedFile:
    """A photo to send; `isi` stands for its bytes, which may be damaged."""
    return rupa.unggahan(isi or rupa.tulis(rupa.gambar(64, 48, warna=warna)), nama)


def foto_tersimpan() -> Berkas:
    """A photo as a phone takes it, stored."""
    return simpan_foto(rupa.unggahan(rupa.tulis(rupa.gambar(1000, 500), exif=rupa.exif())))


def dokumen(nama: str = "Berita acara.pdf") -> Berkas:
    """A document, stored."""
    return simpan_dokumen(rupa.unggahan(rupa.pdf(), nama, "application/pdf"))


def unggahan_pdf(nama: str = "Surat.pdf") -> SimpleUploadedFile:
    """A document to send."""
    return rupa.unggahan(rupa.pdf(), nama, "application/pdf")


def buat_berkas() -> Berkas:
    """A small photo, stored."""
    return simpan_foto(rupa.unggahan(rupa.tulis(rupa.gambar())))
