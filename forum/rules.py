"""The rights to write and to moderate."""

from typing import Any

import rules

from warga.rules import adalah_kecamatan, punya_akun


@rules.predicate
def terbaca(user: Any, tulisan: Any) -> bool:
    """Return whether its words may be read: it stands open, or is one's own."""
    return bool(tulisan.terbit or (user.is_authenticated and tulisan.penulis_id == user.pk))


rules.add_perm("forum.baca", terbaca | adalah_kecamatan)
rules.add_perm("forum.tulis", punya_akun)
rules.add_perm("forum.moderasi", adalah_kecamatan)
for _model in ("topik", "balasan"):
    for _aksi in ("change", "view"):
        rules.add_perm(f"forum.{_aksi}_{_model}", adalah_kecamatan)
for _aksi in ("add", "change", "view"):
    rules.add_perm(f"forum.{_aksi}_ruang", adalah_kecamatan)
