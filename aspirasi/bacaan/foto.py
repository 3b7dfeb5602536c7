"""The photos as the sender's own pages show them."""

from typing import Any

from aspirasi.models import Aspirasi
from core.berkas.foto_tertunda import pilah


def foto_pengirim(aspirasi: Aspirasi) -> dict[str, Any]:
    """Return the accepted photos, those without a verdict yet, and the refusals to be read."""
    terpasang = list(aspirasi.lampiran.select_related("berkas"))
    return {"foto": terpasang, **pilah(aspirasi.foto_tertunda.all())}
