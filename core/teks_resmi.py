"""Official texts: Markdown in, safe HTML out."""

from collections.abc import Sequence
from typing import Any

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

PANJANG = 100_000
# The page owns h1 and h2, so the first level of a text is h3.
GESER, TERDALAM = 2, 6
UNSUR = {
    *("p", "br", "hr", "h3", "h4", "h5", "h6", "strong", "em", "s", "a", "code", "pre", "img"),
    *("ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"),
}
ATRIBUT = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}}


class _Penulis(RendererHTML):
    """Shows only images of our own; of others it shows the words that describe them."""

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        if str(tokens[idx].attrs.get("src", "")).startswith("/berkas/"):
            return super().image(tokens, idx, options, env)
        return str(escape(tokens[idx].content))


_markdown = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Penulis).enable(
    ["table", "strikethrough"]
)


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
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow noopener",
    )
    return mark_safe(bersih)  # noqa: S308 — cleaned by nh3 in the line above
