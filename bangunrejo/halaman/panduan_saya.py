"""Which manual is for whom."""

from typing import Any

from bangunrejo.halaman.panduan import Panduan, baca
from warga import rules as hak
from warga.enums import NamaJabatan

# The first that fits counts.
MENURUT_PERAN = (
    ("admin", hak.adalah_admin),
    ("camat", hak.adalah_camat),
    ("staf", hak.adalah_staf),
    ("kakam", lambda orang: hak.adalah_aparat(orang) and orang.memegang(NamaJabatan.KAKAM)),
    ("aparat", hak.adalah_aparat),
    ("bpk", hak.adalah_bpk),
    ("fasilitator", hak.adalah_fasilitator),
)


def milik(orang: Any) -> Panduan:
    """Return the manual of this person's role; that of residents for everybody else."""
    if not orang.is_authenticated:
        return baca("warga")
    return baca(next((nama for nama, cocok in MENURUT_PERAN if cocok(orang)), "warga"))
