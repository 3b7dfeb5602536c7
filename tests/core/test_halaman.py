"""Paging by key: every row once, forwards and backwards, at the cost of one query."""

import base64
import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import pytest
from django.core import signing
from django.db import connection
from django.db.models import Count, QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from core.cari.halaman import Halaman, halaman
from core.cari.kueri import cari
from kabar.models import Kabar
from tests.pabrik.orang import PenggunaFactory

pytestmark = pytest.mark.django_db
AWAL = dt.datetime(2026, 11, 24, 3, 0, 0, 123_456, tzinfo=dt.UTC)
TERBARU = ("-terbit_pada", "-pk")


def kabar(banyak: int, judul: str = "Kabar {n}") -> None:
    """Rows of which three at a time share a moment, microseconds apart from the next three."""
    penulis = PenggunaFactory()
    Kabar.objects.bulk_create(
        Kabar(
            judul=judul.format(n=n % 4),
            isi="Isi.",
            penulis=penulis,
            terbit_pada=AWAL + dt.timedelta(microseconds=n // 3),
        )
        for n in range(banyak)
    )


def minta(**isi: str | None) -> HttpRequest:
    return RequestFactory().get("/", {k: v for k, v in isi.items() if v is not None})


def semua() -> QuerySet[Kabar]:
    return Kabar.objects.order_by()


@pytest.mark.parametrize(
    ("kunci", "urut"),
    [
        (TERBARU, ["-terbit_pada", "-pk"]),
        (("terbit_pada",), ["terbit_pada", "pk"]),
        (("-terbit_pada",), ["-terbit_pada", "-pk"]),
        (("judul", "-terbit_pada", "pk"), ["judul", "-terbit_pada", "pk"]),
        (("-penulis__nama", "-pk"), ["-penulis__nama", "-pk"]),
        (("panjang", "-pk"), ["panjang", "-pk"]),
        (("penulis_id", "pk"), ["penulis_id", "pk"]),
        (("-pk",), ["-pk"]),
    ],
)
def test_every_row_once_forwards_and_backwards(kunci: Sequence[str], urut: list[str]) -> None:
    kabar(23)
    kabar(8, "Lain {n} 🌾 'x' %")
    himpunan = semua().annotate(panjang=Length("judul")).select_related("penulis")
    harapan = list(himpunan.order_by(*urut))
    maju: list[Halaman[Kabar]] = [halaman(himpunan, minta(), kunci, 5)]
    while maju[-1].berikut:
        maju.append(halaman(himpunan, minta(setelah=maju[-1].berikut), kunci, 5))
    assert [k for h in maju for k in h] == harapan
    assert [len(h) for h in maju] == [5] * 6 + [1]
    assert maju[0].sebelum is None
    mundur = [maju[-1]]
    while mundur[-1].sebelum:
        mundur.append(halaman(himpunan, minta(sebelum=mundur[-1].sebelum), kunci, 5))
    assert [h.objek for h in reversed(mundur)] == [h.objek for h in maju]
    assert mundur[-1].berikut


@pytest.mark.parametrize("banyak", [1, 3])
def test_one_query_whatever_the_rows(
    banyak: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kabar(banyak)
    with django_assert_num_queries(1) as tercatat:
        assert len(halaman(semua(), minta(), TERBARU)) == banyak
    assert "COUNT" not in tercatat.captured_queries[0]["sql"].upper()


@pytest.mark.parametrize(("banyak", "ada_berikut"), [(0, False), (5, False), (6, True)])
def test_the_edge_of_a_page(banyak: int, ada_berikut: bool) -> None:
    kabar(banyak)
    hal = halaman(semua(), minta(), TERBARU, 5)
    assert (len(hal), bool(hal.berikut), hal.sebelum) == (min(5, banyak), ada_berikut, None)


def test_new_rows_do_not_shift_the_page_being_read() -> None:
    kabar(10)
    pertama = halaman(semua(), minta(), TERBARU, 5)
    Kabar.objects.create(judul="Baru", isi="Isi.", penulis=PenggunaFactory())
    kedua = halaman(semua(), minta(setelah=pertama.berikut), TERBARU, 5)
    assert not {k.pk for k in pertama} & {k.pk for k in kedua}
    assert len(kedua) == 5


def test_when_the_rest_was_removed_the_way_back_remains() -> None:
    kabar(10)
    pertama = halaman(semua(), minta(), TERBARU, 5)
    Kabar.objects.exclude(pk__in=[k.pk for k in pertama]).delete()
    kosong = halaman(semua(), minta(setelah=pertama.berikut), TERBARU, 5)
    assert (kosong.objek, kosong.berikut) == ([], None)
    kembali = halaman(semua(), minta(sebelum=kosong.sebelum), TERBARU, 5)
    assert kembali.objek == pertama.objek[:4]


def tanda_lain() -> str:
    """A genuine token, of another list."""
    tanda = halaman(semua(), minta(), ("judul", "pk"), 1).berikut
    assert tanda
    return tanda


@pytest.mark.parametrize(
    "tanda",
    [
        "",
        "x",
        "\0",
        "🌾",
        "' OR 1=1 --",
        "a" * 100_000,
        ":::",
        "WzFd",
        signing.Signer(salt="lain").sign_object(["2026-11-24T00:00:00+00:00", 1]),
        tanda_lain,
    ],
)
@pytest.mark.parametrize("arah", ["setelah", "sebelum"])
def test_what_is_no_position_here_shows_the_first_page(arah: str, tanda: Any) -> None:
    kabar(10)
    tanda = tanda() if callable(tanda) else tanda
    hal = halaman(semua(), minta(**{arah: tanda}), TERBARU, 5)
    assert hal == halaman(semua(), minta(), TERBARU, 5)


def test_a_tampered_position_shows_the_first_page() -> None:
    kabar(10)
    tanda = halaman(semua(), minta(), TERBARU, 5).berikut
    assert tanda
    for rusak in (tanda[:-1], tanda[1:], tanda + "x", tanda[:8] + "A" + tanda[9:]):
        assert halaman(semua(), minta(setelah=rusak), TERBARU, 5).sebelum is None


@pytest.mark.parametrize("kunci", ["kampung_id", "kampung__nama", "-kunci_sekali"])
def test_keys_that_may_be_null_are_refused(kunci: str) -> None:
    with pytest.raises(ValueError, match="boleh kosong"):
        halaman(semua(), minta(), (kunci, "pk"))


def test_a_null_from_an_annotation_is_refused_rather_than_skipped() -> None:
    kabar(10)
    himpunan = semua().annotate(nama=Count("pk") * None)
    with pytest.raises(ValueError, match="kosong"):
        halaman(himpunan, minta(), ("nama", "pk"), 5)


def test_the_search_and_filters_stay_in_the_links() -> None:
    kabar(10)
    permintaan = minta(q="jalan & gang", kampung="sido-rejo", setelah="lama")
    hal = halaman(semua(), permintaan, TERBARU, 5)
    html = render_to_string("bagian/halaman.html", {"halaman": hal}, permintaan)
    assert "q=jalan+%26+gang&amp;kampung=sido-rejo&amp;setelah=" in html
    assert "setelah=lama" not in html
    assert 'rel="prev"' not in html


def test_deep_pages_start_inside_the_index() -> None:
    kabar(3000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE kabar_kabar")
    tanda = halaman(semua(), minta(), TERBARU, 1500).berikut
    with connection.execute_wrapper(Perekam()) as _:
        halaman(semua(), minta(setelah=tanda), TERBARU, 20)
    rencana = Perekam.rencana
    assert "kabar_terbaru" in rencana
    assert "Index Cond" in rencana
    assert "Sort" not in rencana


class Perekam:
    """Explains the query that really runs, instead of guessing it."""

    rencana = ""

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        with connection.connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {sql}", params)
            Perekam.rencana = "\n".join(baris[0] for baris in cursor.fetchall())
        return execute(sql, params, many, context)


def test_ranked_results_are_paged_by_place() -> None:
    kabar(45, "Jembatan {n}")
    hasil = cari(Kabar.objects.all(), "jembatan")
    harapan = list(hasil)
    pertama = halaman(hasil, minta())
    kedua = halaman(hasil, minta(setelah=pertama.berikut))
    ketiga = halaman(hasil, minta(setelah=kedua.berikut))
    assert [*pertama, *kedua, *ketiga] == harapan
    assert ketiga.berikut is None
    assert halaman(hasil, minta(sebelum=ketiga.sebelum)) == kedua
    assert halaman(hasil, minta(sebelum=kedua.sebelum)) == pertama
    assert halaman(hasil, minta(setelah="rusak")) == pertama


def test_ranked_pages_never_reach_past_200() -> None:
    kabar(230, "Jembatan {n}")
    hasil, tanda, jumlah = cari(Kabar.objects.all(), "jembatan"), None, 0
    while True:
        hal = halaman(hasil, minta(setelah=tanda))
        jumlah, tanda = jumlah + len(hal), hal.berikut
        if tanda is None:
            break
    assert jumlah == 200


def test_a_token_tells_neither_moment_nor_key() -> None:
    """A list speaks in days, and gaps between keys would tell of rows that it hides."""
    kabar(3)
    tanda = halaman(semua(), minta(), TERBARU, 1).berikut
    assert tanda is not None
    for bagian in re.split(r"[:.]", tanda):
        polos = base64.urlsafe_b64decode(bagian + "=" * (-len(bagian) % 4))
        assert b"2026" not in polos
