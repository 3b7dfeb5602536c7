"""What the sender's own pages show of photos."""

from typing import Any

from aspirasi.models import Aspirasi


def foto_pengirim(aspirasi: Aspirasi) -> dict[str, Any]:
    """Return the photos that stand, those without a verdict yet, and the refusals to be read."""
    tertunda = list(aspirasi.foto_tertunda.all())
    return {
        "foto": list(aspirasi.lampiran.select_related("berkas")),
        "foto_diperiksa": [f for f in tertunda if not f.sebab],
        "foto_ditolak": [f for f in tertunda if f.sebab],
    }
