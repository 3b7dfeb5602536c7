"""Taking words about a project back from the public: in its row, beside it and in its trail.

Who may stands in `proyek.rules`. A paper or another file goes by `core.moderasi.penarikan`.
"""

from collections.abc import Sequence

from django.db import transaction

from core.galat import TidakBisa, berkata
from core.moderasi.penarikan import HITAM, hitamkan, hitamkan_hal
from proyek.bacaan.penarikan import tulisan, tulisan_lain, tulisan_lingkungan, tulisan_lpj
from proyek.laku import Aksi, AksiLingkungan, AksiLpj
from proyek.models import Lingkungan, Lpj, Proyek
from proyek.services.kunci import kunci_proyek
from proyek.services.lpj import kunci_lpj
from warga.models import Pengguna

TANPA_NAMA = (
    "Nama proyek tidak boleh hitam seluruhnya. Perbaiki dulu namanya lewat “Perbaiki keterangan”."
)


@transaction.atomic
def tarik_tulisan(*, proyek: Proyek, kata: Sequence[str], alasan: str, oleh: Pengguna) -> Proyek:
    """Black out these words about a project: in its row, in the notes of its money, in what papers
    changed, in what was written about its land and upkeep, in its items, and in its team. Acts of
    its trail that tell them, as a reason or as an old or new value, are emptied; the acts stay.

    Raises TidakBisa without words or a reason, when the reason repeats the words, when its name
    would be black as a whole, and when the words stand nowhere.
    """
    proyek = kunci_proyek(proyek)
    if not berkata(hitamkan(proyek.judul, kata).replace(HITAM, "")):
        raise TidakBisa(TANPA_NAMA)
    baris = [(proyek, tulisan(proyek)), *tulisan_lain(proyek)]
    hitamkan_hal(
        objek=proyek,
        baris=baris,
        kata=kata,
        alasan=alasan,
        aksi=Aksi.TULISAN_DIHITAMKAN,
        oleh=oleh,
    )
    return proyek


@transaction.atomic
def tarik_lingkungan(
    *, lingkungan: Lingkungan, kata: Sequence[str], alasan: str, oleh: Pengguna
) -> None:
    """Black out these words on the page "Lingkungan" of a kampung, and empty the reasons in its
    trail that tell them. Raises TidakBisa as `tarik_tulisan` does."""
    milik = Lingkungan.objects.select_for_update(of=("self",)).get(pk=lingkungan.pk)
    hitamkan_hal(
        objek=milik,
        baris=[(milik, tulisan_lingkungan(milik))],
        kata=kata,
        alasan=alasan,
        aksi=AksiLingkungan.DIHITAMKAN,
        oleh=oleh,
    )


@transaction.atomic
def tarik_lpj(*, lpj: Lpj, kata: Sequence[str], alasan: str, oleh: Pengguna) -> None:
    """Black out these words about the LPJ of a year: in the numbers of its papers, and in the
    reasons of its corrections and of its taking back. Raises TidakBisa as `tarik_tulisan` does."""
    milik = kunci_lpj(lpj)
    hitamkan_hal(
        objek=milik,
        baris=tulisan_lpj(milik),
        kata=kata,
        alasan=alasan,
        aksi=AksiLpj.DIHITAMKAN,
        oleh=oleh,
    )
