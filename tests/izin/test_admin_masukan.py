"""The admin answers nonsense in plain words: no address, number or choice is an error of ours."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from core.admin_dasar import BUKAN_BARIS, AdminDasar

pytestmark = pytest.mark.django_db

NUL, BESAR = "\0", "9" * 40
PARAMETER = ("_facets", "o", "e", "p", "q", "all", "_to_field", "id", "id__in", "tidak_ada")


def _tata() -> Iterator[tuple[Any, str]]:
    """Every table of the admin that was not closed to everybody, and the name of its pages."""
    for model, tata in admin.site._registry.items():
        if isinstance(tata, AdminDasar):
            yield tata, f"admin:{model._meta.app_label}_{model._meta.model_name}"


def _kacau(tata: Any) -> Iterator[dict[str, str]]:
    """Yield questions to the filters, the calendar and the search of a list."""
    saringan = [_isian(s) for s in tata.list_filter]
    kalender = [f"{tata.date_hierarchy}__year"] * bool(tata.date_hierarchy)
    for nilai in (NUL, BESAR):
        yield from ({nama: nilai} for nama in (*saringan, *kalender))
    yield {"q": NUL}


def _isian(saringan: Any) -> str:
    """Return the name by which an address asks this filter."""
    if isinstance(saringan, type):  # a filter of our own
        nama: str = saringan.parameter_name  # type: ignore[attr-defined]  # SimpleListFilter
        return nama
    return f"{saringan if isinstance(saringan, str) else saringan[0]}__exact"


def test_no_filter_of_a_list_breaks_it(klien: Callable[[str], Client]) -> None:
    client = klien("admin")
    for tata, nama in _tata():
        for isian in _kacau(tata):
            respons = client.get(reverse(f"{nama}_changelist"), isian)
            assert respons.status_code in (200, 302, 400, 403), (nama, isian)


@pytest.mark.parametrize("nilai", ["x", BESAR, NUL])
def test_no_parameter_of_the_admin_itself_breaks_a_list(
    klien: Callable[[str], Client], nilai: str
) -> None:
    client = klien("admin")
    for nama in PARAMETER:
        respons = client.get(reverse("admin:core_harilibur_changelist"), {nama: nilai})
        assert respons.status_code in (200, 302, 400), nama


@pytest.mark.parametrize("kunci", ["x", BESAR, NUL])
def test_no_number_of_a_row_breaks_its_pages(klien: Callable[[str], Client], kunci: str) -> None:
    client = klien("admin")
    for _, nama in _tata():
        for halaman in ("change", "delete", "history"):
            respons = client.get(reverse(f"{nama}_{halaman}", args=[kunci]))
            assert respons.status_code in (302, 403, 404), (nama, halaman)


@pytest.mark.parametrize("kunci", ["x", NUL, "1' OR 1=1", BESAR])
def test_a_ticked_row_that_is_no_number_is_refused_in_plain_words(
    klien: Callable[[str], Client], kunci: str
) -> None:
    client, jumlah = klien("staf"), 0
    for tata, nama in _tata():
        for aksi in tata.get_actions(_seperti(client, nama)):
            isian = {"action": aksi, "_selected_action": ["1", kunci], "index": "x"}
            respons = client.post(reverse(f"{nama}_changelist"), isian)
            assert respons.status_code == 302, (nama, aksi)
            kata = [str(satu) for satu in get_messages(respons.wsgi_request)]
            assert BUKAN_BARIS in kata, (nama, aksi)
            jumlah += 1
    assert jumlah


def _seperti(client: Client, nama: str) -> Any:
    """A request of this client for the list, as its ModelAdmin sees it."""
    return client.get(reverse(f"{nama}_changelist")).wsgi_request


def test_nothing_looked_for_breaks_the_search_of_a_form(klien: Callable[[str], Client]) -> None:
    dasar = {"app_label": "proyek", "model_name": "keputusan", "field_name": "proyek", "term": "a"}
    for nama in dasar:
        for nilai in ("x", NUL, BESAR):
            respons = klien("staf").get("/admin/autocomplete/", dasar | {nama: nilai})
            assert respons.status_code in (200, 400, 403), (nama, nilai)


def test_every_table_that_somebody_may_open_answers_so(klien: Callable[[str], Client]) -> None:
    terbuka = [
        model
        for model, tata in admin.site._registry.items()
        if not isinstance(tata, AdminDasar)
        and any(
            klien(siapa)
            .get(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"))
            .status_code
            == 200
            for siapa in ("staf", "admin")
        )
    ]
    assert terbuka == []
