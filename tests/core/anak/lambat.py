"""The decoder itself, on a machine with much else to do."""

import time

from core.gambar import anak as gambar_anak

time.sleep(1)
gambar_anak.main()
