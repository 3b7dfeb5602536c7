"""Rights on the whole budget of a kampung."""

import rules

from rencana.rules import memutuskan
from warga.rules import adalah_kecamatan, aparat_kampung_itu

# The office of a kampung writes its budget down, and the kecamatan helps.
rules.add_perm("anggaran.isi", aparat_kampung_itu | adalah_kecamatan)
# The kampung alone publishes it.
rules.add_perm("anggaran.terbitkan", aparat_kampung_itu & memutuskan)
