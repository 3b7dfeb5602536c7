"""The button that follows, for pages of apps that know nothing of following."""

from typing import Any

from django import template
from django.template.context import Context

from kabar.bacaan.ikutan import mengikuti
from kabar.bacaan.jenis import jenis_dari
from warga.models import Pengguna

register = template.Library()


@register.inclusion_tag("kabar/_ikuti.html", takes_context=True)
def ikuti(context: Context, objek: Any, serta: bool | None = None) -> dict[str, Any]:
    """Show the button; to a visitor, say without a query what would be possible.

    `objek` is a row of a kind that can be followed, and that everybody may read. `serta` says
    whether this person follows it without having pressed anything, if the page knows.
    """
    orang, jenis = context.get("user"), jenis_dari(objek)
    hasil = {
        "objek": objek,
        "jenis": jenis,
        "kunci": getattr(objek, jenis.alamat),
        "user": orang,
        "csrf_token": context.get("csrf_token"),
    }
    if isinstance(orang, Pengguna):
        hasil["mengikuti"] = mengikuti(objek, orang, serta)
    return hasil
