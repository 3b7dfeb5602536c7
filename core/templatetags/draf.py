"""The mark of a form whose words outlive an ended session."""

import re
from typing import Any

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.formulir.draf import (
    ISIAN_PENULIS,
    ISIAN_TANDA,
    menunggu_masuk,
    sidik,
    tanda_penulis,
)

register = template.Library()


@register.simple_tag(takes_context=True)
def penulis(context: Context) -> SafeString:
    """Write for whom the form is made (`core.formulir.draf`). Put it inside the form.

    The script beside it keeps the words on the device while the form is open, where the form says
    so (`data-draf-petugas`).
    """
    orang: Any = context["user"]
    if not orang.is_authenticated:
        return SafeString("")
    siapa = sidik(orang)
    return format_html(
        '<input type="hidden" name="{}" value="{}"><input type="hidden" name="{}" value="{}">'
        '<script src="{}" defer></script>',
        ISIAN_PENULIS,
        siapa,
        ISIAN_TANDA,
        tanda_penulis(siapa),
        static("js/draf.js"),
    )


@register.simple_tag(takes_context=True)
def tulisan_menunggu(context: Context) -> bool:
    """Return whether words wait for whoever signs in on this page."""
    return menunggu_masuk(context["request"])


@register.simple_tag(takes_context=True)
def alamat_kirim(context: Context) -> str:
    """Write where a form of this page is sent: to the page itself, by an address that differs.

    When a connection breaks, a browser puts its error page in place of a page with the same
    address. Its back button then leads past the form, and everything typed is lost. Put it into
    `action`.
    """
    isi = context["request"].GET.copy()
    lalu = isi.get("kirim", "")
    isi["kirim"] = str(int(lalu) + 1) if re.fullmatch(r"\d{1,3}", lalu, re.ASCII) else "1"
    return f"?{isi.urlencode()}"
