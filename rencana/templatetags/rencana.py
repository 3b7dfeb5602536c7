"""Plans on the pages of other things: of a project, and of a kampung."""

from typing import Any

from django import template

from rencana.bacaan.baris import baris_proyek, rencana_kampung
from warga.models import Kampung

register = template.Library()


@register.inclusion_tag("rencana/_di_proyek.html")
def dalam_rencana(isi: Any) -> dict[str, Any]:
    """Write in which plans a project stands, from the plain values of its page."""
    return {"semua": baris_proyek(isi)}


@register.inclusion_tag("rencana/_di_kampung.html")
def rencana_dari(kampung: Kampung, isi: Any) -> dict[str, Any]:
    """Write the newest public plans of a kampung, from the plain values of its page."""
    return {"semua": rencana_kampung(kampung, isi), "kampung": kampung}
