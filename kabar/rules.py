"""The rights to publish news and to follow."""

from typing import Any

import rules

from warga.enums import Peran
from warga.rules import adalah_kecamatan, aparat_kampung_itu, bukan_diri, punya_akun


@rules.predicate
def terbaca(user: Any, kabar: Any) -> bool:
    """Return whether it stands open, or is one's own."""
    milik = user.is_authenticated and kabar.penulis_id == user.pk
    return bool(milik or not kabar.disembunyikan)


@rules.predicate
def berjabatan(user: Any, rekan: Any) -> bool:
    """Return whether the other person holds an office today."""
    return rekan is None or rekan.peran_kini != Peran.WARGA


rules.add_perm("kabar.baca", terbaca | adalah_kecamatan)

# The object is anything with a kampung_id: the news, or None for a new one.
rules.add_perm("kabar.terbitkan", aparat_kampung_itu | adalah_kecamatan)
rules.add_perm("kabar.ikuti", punya_akun)
# Telling a colleague by WhatsApp that work waits; `obj` is the colleague, who holds an office.
rules.add_perm(
    "kabar.kabari_rekan", bukan_diri & (aparat_kampung_itu | adalah_kecamatan) & berjabatan
)
rules.add_perm("kabar.moderasi", adalah_kecamatan)
for _aksi in ("change", "view"):
    rules.add_perm(f"kabar.{_aksi}_kabar", adalah_kecamatan)
