"""/robots.txt: what search engines need not ask for (RFC 9309)."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

TERTUTUP = ("akun", "meja:beranda", "admin:index")


@login_not_required
@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Name the pages that ask for an account.

    Pages that say `noindex` themselves (tracking, filtered lists) are not named: a search engine
    that may not read a page cannot learn that it must not be listed.
    """
    baris = ("User-agent: *", *(f"Disallow: {reverse(nama)}" for nama in TERTUTUP))
    return HttpResponse("\n".join(baris) + "\n", content_type="text/plain; charset=utf-8")
