"""The things that a person opened last, for any page of the desk."""

from typing import Any

from django import template
from django.template.context import Context

from meja import dibuka
from meja.benda import sebut

register = template.Library()


@register.inclusion_tag("meja/_baru_dibuka.html", takes_context=True)
def baru_dibuka(context: Context) -> dict[str, Any]:
    """Show the things that the reader opened last and may still see: one query, none where nothing
    was opened."""
    request = context["request"]
    return {"dibuka": sebut(dibuka.baca(request), request.user)}


@register.inclusion_tag("meja/_cari_kerja.html", takes_context=True)
def cari_kerja(context: Context) -> dict[str, Any]:
    """Show the box that searches all that the reader may see."""
    return {"kata": context["request"].GET.get("cari", "")[:200]}
