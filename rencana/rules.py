"""Rights on plans."""

from typing import Any

import rules

from warga.enums import NamaJabatan
from warga.rules import (
    adalah_bpk,
    adalah_kecamatan,
    aparat_kampung_itu,
    kampung_sendiri,
    punya_akun,
)


@rules.predicate
def memutuskan(user: Any) -> bool:
    """Return whether this person is kakam or sekretaris today."""
    return bool(user.memegang(NamaJabatan.KAKAM) or user.memegang(NamaJabatan.SEKRETARIS))


# The office of a kampung writes its plan, and the kecamatan helps.
rules.add_perm("rencana.susun", aparat_kampung_itu | adalah_kecamatan)
# Opening, closing, setting and changing a plan is the kampung's own.
rules.add_perm("rencana.putuskan", aparat_kampung_itu & memutuskan)
rules.add_perm(
    "rencana.lihat_draf", aparat_kampung_itu | (adalah_bpk & kampung_sendiri) | adalah_kecamatan
)
rules.add_perm("rencana.dukung", punya_akun)
rules.add_perm("rencana.atur_masa", adalah_kecamatan)
