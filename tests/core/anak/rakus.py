"""The decoder itself, with less memory than a large picture takes."""

from core.gambar import anak as gambar_anak

gambar_anak.BATAS_MEMORI = 80 * 1024 * 1024
gambar_anak.main()
