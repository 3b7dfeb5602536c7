"""A photo of our own as JPEG, for office files, which know no WebP."""

from io import BytesIO

from PIL import Image

MUTU = 80


def jpeg(webp: bytes) -> bytes:
    """Return as JPEG a WebP photo that `core.gambar.olah` wrote. Raises OSError when it is
    broken."""
    keluaran = BytesIO()
    with Image.open(BytesIO(webp), formats=["WEBP"]) as gambar:
        gambar.convert("RGB").save(keluaran, "JPEG", quality=MUTU)
    return keluaran.getvalue()
