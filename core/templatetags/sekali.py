"""A part of a page that is the same on every page: written once in each process."""

from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.utils.safestring import SafeString

register = template.Library()


@register.tag
def sekali(parser: Parser, token: Token) -> "Sekali":
    """{% sekali nama=nilai … %}…{% endsekali %}: write it once for each of these values.

    Inside stand these names alone, neither `user` nor `request`: what one person may see cannot
    come to another. The values are hashable, equal when they show the same, and few.
    """
    potongan = token.split_contents()[1:]
    nilai = token_kwargs(potongan, parser)
    if potongan:
        raise template.TemplateSyntaxError(f"sekali takes name=value, not {potongan[0]}.")
    isi = parser.parse(("endsekali",))
    parser.delete_first_token()
    return Sekali(isi, nilai)


class Sekali(template.Node):
    """Renders what is inside the first time that its values are met."""

    def __init__(self, nodelist: NodeList, nilai: dict[str, FilterExpression]) -> None:
        self.nodelist = nodelist
        self.nilai = nilai
        self.tertulis: dict[tuple[Any, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        nilai = {nama: satu.resolve(context) for nama, satu in self.nilai.items()}
        kunci = tuple(nilai.values())
        if kunci not in self.tertulis:
            self.tertulis[kunci] = self.nodelist.render(context.new(nilai))
        return self.tertulis[kunci]
