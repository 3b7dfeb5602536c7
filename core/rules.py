"""Rights over the machinery. Core knows no roles; it only knows who is staff."""

import rules

rules.add_perm("core.view_tugas", rules.is_staff)
rules.add_perm("core.change_tugas", rules.is_staff)
