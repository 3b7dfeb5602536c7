"""The people who give the first look: at least two are named, and one who stands in for them."""

from warga.enums import NamaJabatan, Peran
from warga.models import Jabatan

PEMERIKSA_PALING_SEDIKIT = 2


def kekurangan() -> str:
    """Say who is still to be named, "" when enough are; one query.

    Counted are active accounts of staff that hold the office today, each once.
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
