"""Official texts: Markdown in, safe HTML out."""

import posixpath
from collections.abc import Sequence
from html import unescape
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import nh3
from django.conf import settings
from django.utils.html import escape, strip_tags
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from core.models.berkas import NAMA

PANJANG = 100_000
# The page owns h1 and h2, so the first level of a text is h3.
GESER, TERDALAM = 2, 6
UNSUR = {
    *("p", "br", "hr", "h3", "h4", "h5", "h6", "strong", "em", "s", "a", "code", "pre", "img"),
    *("ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"),
}
ATRIBUT = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}}
FOTO = "/berkas/"
# A reader who follows a link of an official text never lands on a page that ends, changes or hands
# out something of their account. These are the pages of /akun/ that a text may send people to.
AKUN, AKUN_BOLEH = "akun", {"/akun", "/akun/masuk", "/akun/daftar", "/akun/kode"}


def _foto_sendiri(alamat: str) -> bool:
    """Return whether this is a photo's own address: no other path behind it, no query."""
    cocok = NAMA.fullmatch(alamat.removeprefix(FOTO)) if alamat.startswith(FOTO) else None
    return bool(cocok and cocok["akhiran"] == ".webp")


class _Penulis(RendererHTML):
    """A renderer that shows only photos of our own, by their addresses, and else the describing
    words."""

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        if _foto_sendiri(str(tokens[idx].attrs.get("src", ""))):
            return super().image(tokens, idx, options, env)
        return str(escape(tokens[idx].content))


_markdown = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Penulis).enable(
    ["table", "strikethrough"]
)


def _boleh(unsur: str, atribut: str, nilai: str) -> str | None:
    """Return the value of an attribute; None for a link that must not be followed."""
    return None if (unsur, atribut) == ("a", "href") and _mengubah_akun(nilai) else nilai


def _mengubah_akun(alamat: str) -> bool:
    """Return whether a browser that follows `alamat` would land on a page of the own account.

    A browser undoes `..`, `%2e` and backslashes, and starts from a page that is not known here.
    """
    bagian = _urai(alamat)
    if bagian is None:
        return True
    if bagian.netloc and bagian.netloc != urlsplit(settings.ALAMAT_PORTAL).netloc:
        return False
    jalur = posixpath.normpath(f"/./{unquote(bagian.path)}".replace("\\", "/"))
    return AKUN in jalur.lower().split("/") and jalur not in AKUN_BOLEH


def _urai(alamat: str) -> SplitResult | None:
    try:
        return urlsplit(alamat)
    except ValueError:
        return None


def _geser_judul(tokens: list[Token]) -> None:
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + GESER, TERDALAM)}"


def html(teks: str) -> SafeString:
    """Return the HTML of `teks`: no raw HTML, no foreign images, links without endorsement."""
    env: dict[str, Any] = {}
    tokens = _markdown.parse(teks[:PANJANG].replace("\0", ""), env)
    _geser_judul(tokens)
    kotor = _markdown.renderer.render(tokens, _markdown.options, env)
    bersih = nh3.clean(
        kotor,
        tags=UNSUR,
        attributes=ATRIBUT,
        attribute_filter=_boleh,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow noopener",
    )
    return mark_safe(bersih)  # noqa: S308 — cleaned by nh3 in the line above


def polos(teks: str) -> str:
    """Return the words of `teks` as they are read, without marks and in one line."""
    return " ".join(unescape(strip_tags(html(teks))).split())
