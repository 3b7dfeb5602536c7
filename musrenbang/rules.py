"""Rights at the musrenbang: the kecamatan runs it, kampung bring proposals, a named team scores."""

from typing import Any

import rules

from warga.rules import adalah_kecamatan, aparat_kampung_itu, punya_akun


@rules.predicate
def anggota_tim(user: Any, musrenbang: Any) -> bool:
    """Return whether this person is named in the team of that musrenbang."""
    return musrenbang is not None and musrenbang.tim.filter(pengguna=user.pk).exists()


rules.add_perm("musrenbang.selenggarakan", adalah_kecamatan)
# The object is the proposal; one without a kampung is of the kecamatan.
rules.add_perm("musrenbang.usulkan", aparat_kampung_itu | adalah_kecamatan)
# The object is the musrenbang.
rules.add_perm("musrenbang.nilai", punya_akun & anggota_tim)
# Reference rows: what the kabupaten decides, copied by the kecamatan.
for _model in ("perangkatdaerah", "kamususulan", "kolomsipd"):
    for _aksi in ("add", "change", "view", "delete"):
        rules.add_perm(f"musrenbang.{_aksi}_{_model}", adalah_kecamatan)
