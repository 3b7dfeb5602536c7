"""The mark of a form whose words outlive an ended session."""

from typing import Any

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.formulir.draf import ISIAN_PENULIS, ISIAN_TANDA, sidik, tanda_penulis

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
