"""Uses the processor up; the limit is the decoder's own, lowered to a second."""

import resource

from core.gambar import anak as gambar_anak

gambar_anak.batasi(resource.RLIMIT_CPU, 1)
while True:
    pass
