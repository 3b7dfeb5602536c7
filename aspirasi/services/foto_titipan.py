"""Photos of the form of a kiriman that wait while a page stands between (`core.berkas.titipan`)."""

from collections.abc import Iterable
from dataclasses import replace

from django.core.files.uploadedfile import UploadedFile

from aspirasi.models import Aspirasi
from aspirasi.services import foto, kiriman
from core.berkas import foto_tertunda
from core.berkas.foto_tertunda import HasilFoto
from core.berkas.kamar_gelap import Tenggat
from core.berkas.titipan import Olah, Titipan
from core.models import Berkas

PENUH = f"Satu kiriman memuat paling banyak {kiriman.FOTO_TERBANYAK} foto."
TITIPAN = Titipan("aspirasi.foto", kiriman.FOTO_TERBANYAK, PENUH)


def titip(
    *, kunci: str, unggahan: Iterable[UploadedFile], tempat: str = "", penuh: str = PENUH
) -> HasilFoto:
    """Store the photos for the form with this key, each by itself, and return what became of them.

    `tempat` is the allowance that they draw on; `penuh` refuses a photo too many. Call it outside a
    transaction, as `foto.tambah`.
    """

    return replace(TITIPAN, penuh=penuh).titip(
        kunci=kunci, unggahan=unggahan, olah=berbayar(tempat)
    )


def berbayar(tempat: str) -> Olah:
    """Return what decodes a photo of a form at the cost of the allowance of `tempat`."""

    def olah(satu: UploadedFile, tenggat: Tenggat) -> Berkas:
        foto.ambil_di_muka(tempat)
        berkas, detik = foto_tertunda.simpan_sekarang(satu, tenggat)
        with foto_tertunda.hapus_bila_tidak_bisa(berkas):
            foto.hitung(tempat, berkas, detik)
        return berkas

    return olah


def lekatkan(*, kunci: str, aspirasi: Aspirasi) -> None:
    """Attach the photos that waited for this form to the kiriman that it made.

    Photos that no longer fit, because more were chosen on the last page, are deleted.
    """

    def beri(berkas: Berkas) -> None:
        kiriman.tambah_foto(aspirasi=aspirasi, berkas=berkas)

    TITIPAN.lekatkan(kunci=kunci, beri=beri)
