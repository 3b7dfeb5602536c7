"""The one condition for the desk of a kampung: which kiriman have reached it.

Before the first look only two kinds have: danger, and kiriman that their sender handed over
("langsung ke kampung saya"). After it the open and the settled kiriman have. A kiriman that ended
otherwise and is not public leaves the desk, whatever ended it, so that a kampung cannot tell how
(docs/keputusan/0018-pandang.md).

`SAMPAI` is the condition for rows, `sampai` for one of them. The trigger of migration 0022 on
decisions mirrors it for open ones. Tests hold the three together.
"""

from typing import Any

from django.db.models import Q

from aspirasi.enums import STATUS_BELUM_DIPERIKSA, STATUS_TERTUTUP, Jangkauan, Status

# The statuses of looked-at kiriman that are open or settled.
STATUS_DI_KAMPUNG = tuple(
    s for s in Status if s == Status.SELESAI or s not in (*STATUS_BELUM_DIPERIKSA, *STATUS_TERTUTUP)
)

# Kiriman for everyone with a public number; and those of them that everyone reads now.
UNTUK_UMUM = Q(jangkauan=Jangkauan.PUBLIK, nomor__isnull=False)
TERBIT = UNTUK_UMUM & ~Q(status=Status.DITARIK)
# These reach the kampung at once. A sender who is not sure whom it is about is protected as if it
# were about an official.
LEBIH_DULU = Q(langsung=True) | Q(bahaya=True, tidak_yakin=False)
SAMPAI = ~Q(jangkauan=Jangkauan.KECAMATAN) & (
    TERBIT | Q(status__in=STATUS_DI_KAMPUNG) | (Q(status__in=STATUS_BELUM_DIPERIKSA) & LEBIH_DULU)
)


def lebih_dulu(aspirasi: Any) -> bool:
    """Return whether its kampung has it before the first look, as far as its readers allow."""
    return aspirasi.langsung or (aspirasi.bahaya and not aspirasi.tidak_yakin)


def sampai(aspirasi: Any) -> bool:
    """Return whether the desk of its kampung holds it now."""
    if aspirasi.jangkauan == Jangkauan.KECAMATAN:
        return False
    if aspirasi.terbit or aspirasi.status in STATUS_DI_KAMPUNG:
        return True
    return aspirasi.status in STATUS_BELUM_DIPERIKSA and lebih_dulu(aspirasi)
