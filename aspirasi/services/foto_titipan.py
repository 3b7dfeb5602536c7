"""Photos of a form that is not stored yet: they wait while a page stands between.

A browser without JavaScript forgets chosen photos as soon as the form comes back with a question
or an error. So they are stored under the secret key of the form, for a day; the photos are attached
when the form is accepted, and swept when it never is (`core.berkas.simpan.buang_yatim`).
"""

from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from aspirasi.models import Aspirasi
from aspirasi.services import foto, kiriman
from core.berkas import foto_tertunda
from core.berkas.foto_tertunda import HasilFoto
from core.berkas.kamar_gelap import Tenggat
from core.berkas.pindaian import titipkan
from core.berkas.simpan import hapus, tak_bertuan
from core.formulir.forms import KunciFormField
from core.formulir.sekali import sidik
from core.galat import TidakBisa
from core.models import Berkas

PENUH = f"Satu kiriman memuat paling banyak {kiriman.FOTO_TERBANYAK} foto."


def titip(
    *, kunci: str, unggahan: Iterable[UploadedFile], tempat: str = "", penuh: str = PENUH
) -> HasilFoto:
    """Store the photos for the form with this key, each by itself, and return what became of them.

    `tempat` is the allowance that they draw on; `penuh` refuses a photo too many. Call it outside a
    transaction, as `foto.tambah`.
    """

    def simpan(satu: UploadedFile, urutan: int, sebanyak: int, tenggat: Tenggat) -> bool:
        if dititip(kunci).count() >= kiriman.FOTO_TERBANYAK:
            raise TidakBisa(penuh)
        _simpan(kunci, satu, tempat, tenggat)
        return False

    if not KunciFormField.POLA.fullmatch(kunci):  # other forms may have the same
        return HasilFoto()
    return foto_tertunda.satu_satu(unggahan, simpan)


def dititip(kunci: str) -> QuerySet[Berkas]:
    """Return the photos that wait for the form with this key, in the order they came."""
    return tak_bertuan().filter(titipan=sidik(_untuk(kunci))).order_by("pk")


def lekatkan(*, kunci: str, aspirasi: Aspirasi) -> None:
    """Attach the photos that waited for this form to the kiriman that it made.

    Photos that no longer fit, because more were chosen on the last page, are deleted.
    """
    for berkas in dititip(kunci):
        try:
            kiriman.tambah_foto(aspirasi=aspirasi, berkas=berkas)
        except TidakBisa:
            hapus(berkas)


def buang(*, kunci: str) -> None:
    """Forget the photos that wait for this form."""
    for berkas in dititip(kunci):
        hapus(berkas)


def _simpan(kunci: str, unggahan: UploadedFile, tempat: str, tenggat: Tenggat) -> None:
    foto.ambil_di_muka(tempat)
    berkas, detik = foto_tertunda.simpan_sekarang(unggahan, tenggat)
    with foto_tertunda.hapus_bila_tidak_bisa(berkas):
        foto.hitung(tempat, berkas, detik)
    titipkan(berkas, untuk=_untuk(kunci), terbanyak=kiriman.FOTO_TERBANYAK)


def _untuk(kunci: str) -> str:
    return f"aspirasi.foto.{kunci}"
