"""Who may write and moderate (design §5)."""

import rules

from warga.rules import adalah_kecamatan, punya_akun

rules.add_perm("forum.tulis", punya_akun)
rules.add_perm("forum.moderasi", adalah_kecamatan)
for _model in ("topik", "balasan"):
    for _aksi in ("change", "view"):
        rules.add_perm(f"forum.{_aksi}_{_model}", adalah_kecamatan)
for _aksi in ("add", "change", "view"):
    rules.add_perm(f"forum.{_aksi}_ruang", adalah_kecamatan)
