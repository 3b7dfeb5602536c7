"""The preview of a page in other apps (https://ogp.me): its own title, words and address."""

import re

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
JUDUL = re.compile(r"<title>(.*?)</title>", re.S)
DESKRIPSI = re.compile(r'<meta name="description" content="([^"]*)">')
DATA = '  <meta property="og:{}" content="{}">'


@register.tag
def berbagi(parser: Parser, token: Token) -> "Berbagi":
    """{% berbagi %}<title>…</title><meta name="description" …>{% endberbagi %}: the same, and once
    more for apps that show a preview of a link. The address goes without its query."""
    isi = parser.parse(("endberbagi",))
    parser.delete_first_token()
    return Berbagi(isi)


class Berbagi(template.Node):
    """Renders the head lines inside, then the preview made of them."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        kepala = self.nodelist.render(context)
        request = context.get("request")
        judul, deskripsi = JUDUL.search(kepala), DESKRIPSI.search(kepala)
        if request is None or judul is None or deskripsi is None:
            return kepala
        try:
            asal = settings.ALAMAT_PORTAL or request.build_absolute_uri("/")
        except DisallowedHost:  # a refusal is not shared
            return kepala
        data = {
            "title": " ".join(judul[1].replace('"', "&quot;").split()),
            "description": deskripsi[1],
            "url": asal.rstrip("/") + re.sub(r'[&"<>]', "", request.path),
            "type": "website",
            "locale": "id_ID",
        }
        baris = (DATA.format(nama, nilai) for nama, nilai in data.items())
        return mark_safe("\n".join((kepala.rstrip(), *baris)) + "\n")  # noqa: S308 — escaped parts
