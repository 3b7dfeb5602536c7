"""The button that follows, for pages of apps that know nothing of following."""

from typing import Any

from django import template
from django.template.context import Context

from aspirasi.models import Aspirasi
from kabar.models import Ikutan
from warga.models import Pengguna

register = template.Library()


@register.inclusion_tag("kabar/_ikuti.html", takes_context=True)
def ikuti(context: Context, aspirasi: Aspirasi, mendukung: bool) -> dict[str, Any]:
    """Show the button, or to a visitor what would be possible, without a query.

    `mendukung` says whether this person supports it: then they follow unless they said no.
    """
    orang = context.get("user")
    hasil = {"aspirasi": aspirasi, "user": orang, "csrf_token": context.get("csrf_token")}
    if isinstance(orang, Pengguna):
        pilihan = Ikutan.objects.filter(aspirasi=aspirasi, pengguna=orang)
        kata = pilihan.values_list("aktif", flat=True).first()
        hasil["mengikuti"] = mendukung if kata is None else kata
    return hasil
