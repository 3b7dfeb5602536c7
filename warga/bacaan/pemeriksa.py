"""The people who give the first look: at least two named ones, and a stand-in."""

from warga.enums import NamaJabatan, Peran
from warga.models import Jabatan

PEMERIKSA_PALING_SEDIKIT = 2


def kekurangan() -> str:
    """Return a sentence that says who must still be named; "" when enough are. One query.

    It counts active accounts of staff that hold the office today, each once.
    """
    dua = (NamaJabatan.PEMERIKSA, NamaJabatan.PENGGANTI)
    aktif = Jabatan.objects.aktif().filter(nama__in=dua)
    aktif = aktif.filter(pengguna__is_active=True, pengguna__peran=Peran.STAF)
    orang: dict[str, set[int]] = {nama: set() for nama in dua}
    for nama, siapa in aktif.values_list("nama", "pengguna"):
        orang[nama].add(siapa)
    pemeriksa = orang[NamaJabatan.PEMERIKSA]
    kurang = []
    if len(pemeriksa) < PEMERIKSA_PALING_SEDIKIT:
        kurang.append(f"pemeriksa kiriman baru {len(pemeriksa)} dari {PEMERIKSA_PALING_SEDIKIT}")
    if not orang[NamaJabatan.PENGGANTI] - pemeriksa:
        kurang.append("pengganti pemeriksa belum ada")
    return " dan ".join(kurang)
