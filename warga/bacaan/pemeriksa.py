"""The people who give the first look: at least two named ones, and a stand-in."""

from django.db.models import QuerySet

from warga.enums import NamaJabatan, Peran
from warga.models import Jabatan

PEMERIKSA_PALING_SEDIKIT = 2
DUA = (NamaJabatan.PEMERIKSA, NamaJabatan.PENGGANTI)


def pemeriksa() -> QuerySet[Jabatan]:
    """Return the offices of giving the first look that active accounts of staff hold today."""
    aktif = Jabatan.objects.aktif().filter(nama__in=DUA)
    return aktif.filter(pengguna__is_active=True, pengguna__peran=Peran.STAF)


def kekurangan() -> str:
    """Return a sentence that says who must still be named; "" when enough are. One query.

    It counts active accounts of staff that hold the office today, each once.
    """
    orang: dict[str, set[int]] = {nama: set() for nama in DUA}
    for nama, siapa in pemeriksa().values_list("nama", "pengguna"):
        orang[nama].add(siapa)
    tetap = orang[NamaJabatan.PEMERIKSA]
    kurang = []
    if len(tetap) < PEMERIKSA_PALING_SEDIKIT:
        kurang.append(f"pemeriksa kiriman baru {len(tetap)} dari {PEMERIKSA_PALING_SEDIKIT}")
    if not orang[NamaJabatan.PENGGANTI] - tetap:
        kurang.append("pengganti pemeriksa belum ada")
    return " dan ".join(kurang)
