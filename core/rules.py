"""Who may look after the machinery. Core knows no roles, only that somebody is staff."""

import rules

rules.add_perm("core.view_tugas", rules.is_staff)
rules.add_perm("core.change_tugas", rules.is_staff)
