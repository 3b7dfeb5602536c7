"""Rights on help that is offered."""

from typing import Any

import rules

from warga.rules import (
    adalah_fasilitator,
    adalah_kecamatan,
    adalah_staf,
    aparat_kampung_itu,
    kampung_sendiri,
)


@rules.predicate
def sudah_diperiksa(user: Any, obj: Any) -> bool:
    """Return whether the kecamatan has checked the offer; only then its kampung knows of it."""
    return obj is not None and obj.diperiksa_pada is not None


# The office of a kampung says what it needs.
rules.add_perm("mitra.urus_kebutuhan", aparat_kampung_itu)
rules.add_perm("mitra.lihat_tawaran", adalah_kecamatan | (aparat_kampung_itu & sudah_diperiksa))
rules.add_perm("mitra.baca_kontak", adalah_staf | (aparat_kampung_itu & sudah_diperiksa))
rules.add_perm("mitra.periksa", adalah_staf)
rules.add_perm("mitra.tolak", adalah_staf | (aparat_kampung_itu & sudah_diperiksa))
rules.add_perm("mitra.tulis", adalah_staf | (aparat_kampung_itu & sudah_diperiksa))
# The kampung agrees, and writes down what it received; the camat and the staf see it.
rules.add_perm("mitra.sepakati", aparat_kampung_itu & sudah_diperiksa)
rules.add_perm("mitra.terima", aparat_kampung_itu & sudah_diperiksa)
rules.add_perm("mitra.sembunyikan", adalah_staf)
rules.add_perm("mitra.ubah_mitra", adalah_staf)
rules.add_perm("mitra.catat_kerja", aparat_kampung_itu | (adalah_fasilitator & kampung_sendiri))
