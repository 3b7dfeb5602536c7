"""Who may publish news (design §5)."""

import rules

from warga.rules import adalah_kecamatan, aparat_kampung_itu

# The object is anything with a kampung_id: the news, or None for a new one.
rules.add_perm("kabar.terbitkan", aparat_kampung_itu | adalah_kecamatan)
rules.add_perm("kabar.moderasi", adalah_kecamatan)
for _aksi in ("change", "view"):
    rules.add_perm(f"kabar.{_aksi}_kabar", adalah_kecamatan)
