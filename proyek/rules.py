"""Rights to work on projects and decisions."""

import rules

from warga.rules import adalah_admin, adalah_kecamatan, aparat_kampung_itu

rules.add_perm("proyek.kelola_proyek", aparat_kampung_itu | adalah_kecamatan)
rules.add_perm("proyek.catat_keputusan", aparat_kampung_itu | adalah_kecamatan)

for _model in ("bidang", "subbidang", "kegiatan"):
    for _aksi in ("add", "change", "delete", "view"):
        rules.add_perm(f"proyek.{_aksi}_{_model}", adalah_admin)
for _model in ("proyek", "pendanaan", "keputusan"):
    rules.add_perm(f"proyek.view_{_model}", adalah_kecamatan)
