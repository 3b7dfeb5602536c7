"""Values that `bacaan` gives to pages: a sentence with one part in bold, and a badge."""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Kalimat:
    """`str()` gives the plain text, `html` the same with `tebal` set in bold."""

    awal: str = ""
    tebal: str = ""
    ekor: str = ""

    def __str__(self) -> str:
        return f"{self.awal}{self.tebal}{self.ekor}"

    @property
    def html(self) -> SafeString:
        """Return it for a page, escaped."""
        if not self.tebal:
            return escape(str(self))
        return format_html("{}<strong>{}</strong>{}", self.awal, self.tebal, self.ekor)


class Lencana(NamedTuple):
    """A badge (`bagian/lencana.html`): its word, its tone, and a sign other than that of the
    tone."""

    kata: str
    nada: str
    tanda: str = ""
