"""Rights to work on projects and decisions."""

from typing import Any

import rules

from warga.rules import adalah_admin, adalah_kecamatan, aparat_kampung_itu

rules.add_perm("proyek.kelola_proyek", aparat_kampung_itu | adalah_kecamatan)
rules.add_perm("proyek.catat_keputusan", aparat_kampung_itu | adalah_kecamatan)

for _model in ("bidang", "subbidang"):
    for _aksi in ("add", "change", "delete", "view"):
        rules.add_perm(f"proyek.{_aksi}_{_model}", adalah_admin)


@rules.predicate
def kode_kabupaten(user: Any, obj: Any) -> bool:
    """Return whether a kegiatan has a code of the kabupaten (90 to 99); without one, whether there
    could be one."""
    return obj is None or obj.kode_kabupaten


# The national list is the admin's. The kecamatan adds and corrects what the kabupaten adds to it.
rules.add_perm("proyek.add_kegiatan", adalah_kecamatan)
rules.add_perm("proyek.change_kegiatan", adalah_admin | (adalah_kecamatan & kode_kabupaten))
rules.add_perm("proyek.view_kegiatan", adalah_kecamatan)
rules.add_perm("proyek.delete_kegiatan", adalah_admin)
for _model in ("proyek", "pendanaan", "keputusan"):
    rules.add_perm(f"proyek.view_{_model}", adalah_kecamatan)
