"""Search: words, synonyms, beginnings, and any text whatever."""

import pytest
from django.db import connection
from django.db.models import QuerySet
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django import DjangoAssertNumQueries

from core.cari.kamus import KATA_HENTI, SEARTI
from core.cari.kueri import cari, indeks_rapat, mirip, rapat
from core.cari.tanya import bagian
from kabar.models import Kabar
from tests.pabrik.orang import PenggunaFactory
from warga.models import Kampung

pytestmark = pytest.mark.django_db


def kabar(*judul: str, isi: str = "Keterangan.") -> list[Kabar]:
    penulis = PenggunaFactory()
    return Kabar.objects.bulk_create(Kabar(judul=j, isi=isi, penulis=penulis) for j in judul)


def judul(hasil: QuerySet[Kabar]) -> list[str]:
    return [k.judul for k in hasil]


@pytest.mark.parametrize(
    ("teks", "tertulis"),
    [
        ("jembatan", "Jembatan Dusun 2"),
        ("JEMBATAN", "Jembatan Dusun 2"),
        ("perbaikan jembatan", "Jembatan diperbaiki"),
        ("memperbaiki", "Perbaikan jembatan"),
        ("jemb", "Jembatan Dusun 2"),
        ("jembatan dus", "Jembatan Dusun 2"),
        ("jembatan yang di dusun", "Jembatan Dusun 2"),
        ("selokan", "Pembersihan drainase"),
        ("got", "Drainase mampet"),
        ("siring", "Selokan mampet"),
        ("saluran air", "Got mampet"),
        ("selokan", "Saluran air mampet"),
        ("lampu", "Penerangan jalan umum"),
        ("pju", "Lampu mati"),
        ("penerangan", "PJU padam"),
        ("air bersih", "Sumur bor kering"),
        ("sumurnya", "Air bersih kampung"),
        ("wc", "Bantuan jamban"),
        ("mck", "Toilet balai kampung"),
        ("gang", "Jalan lingkungan"),
        ("pos yandu", "Posyandu Melati"),
        ("kepala kampung", "Kakam menjawab"),
        ("bumdes", "Laporan BUMKam"),
        ("dd", "Dana Desa 2026"),
        ("jalan rusak", "Gang berlubang"),
        ("2026", "Rencana 2026"),
        ("jembatan!!! & | ( <-> :* '", "Jembatan Dusun 2"),
        ("jembatan -dusun", "Jembatan Dusun 2"),
        ('"jembatan dusun"', "Jembatan Dusun 2"),
    ],
)
def test_finds(teks: str, tertulis: str) -> None:
    kabar(tertulis, "Hal lain sama sekali")
    assert judul(cari(Kabar.objects.all(), teks)) == [tertulis]


@pytest.mark.parametrize("teks", ["sd", "jembatan pasar", "zzz", "di", "🌾", "!!!", "%", "\0", "_"])
def test_does_not_find(teks: str) -> None:
    kabar("Jembatan Dusun 2", "SDGs desa")
    assert judul(cari(Kabar.objects.all(), teks)) == []


def test_blank_text_is_no_search() -> None:
    kabar("Jembatan Dusun 2")
    assert judul(cari(Kabar.objects.all(), " \t")) == ["Jembatan Dusun 2"]


def test_the_title_weighs_more_than_the_text_and_filters_stay() -> None:
    kabar("Rapat", isi="Membahas jembatan.")
    kabar("Jembatan")
    kabar("Jembatan tersembunyi")
    Kabar.objects.filter(judul__contains="sembunyi").update(
        disembunyikan=True, alasan_sembunyi="uji", disembunyikan_pada="2026-11-24T00:00Z"
    )
    assert judul(cari(Kabar.objects.tampil(), "jembatan")) == ["Jembatan", "Rapat"]


def test_ranked_results_stop_at_200(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    kabar(*["Jembatan"] * 230)
    with django_assert_num_queries(2):  # the names of places, the rows
        assert len(cari(Kabar.objects.all(), "jembatan")) == 200


def test_a_rare_word_is_found_through_the_index() -> None:
    kabar(*(f"Rapat biasa {n}" for n in range(3000)), "Jembatan patah")
    siapkan_rencana("kabar_vektor")
    assert "kabar_vektor" in cari(Kabar.objects.all(), "jembatan").explain()


def siapkan_rencana(indeks: str) -> None:
    """Do what autovacuum would have done by now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list(%s)", [indeks])
        cursor.execute("ANALYZE kabar_kabar")


def test_the_text_is_cut_before_it_can_cost() -> None:
    assert len("".join(bagian("kata " * 100_000))) < 300
    assert len("".join(bagian("a" * 100_000))) <= 210
    assert len("".join(bagian("7" * 100_000))) < 1000
    assert len("".join(bagian("asp 2026 7 " * 100_000))) < 2500
    assert len(rapat("a" * 100_000)) == 200


class AnyText(TestCase):
    """Nothing that can be typed is an error."""

    @settings(max_examples=150, deadline=None)
    @given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    def test_text(self, teks: str) -> None:
        assert list(cari(Kabar.objects.all(), teks)) == []
        assert len(mirip(Kampung.objects.all(), teks, "nama", kira_kira=True)) <= 17

    @settings(max_examples=150, deadline=None)
    @given(st.text("'\"\\!&|()<->:*% \0ab", max_size=40))
    def test_syntax(self, teks: str) -> None:
        assert list(cari(Kabar.objects.all(), teks)) == []
        assert len(mirip(Kampung.objects.all(), teks, "nama")) <= 17


def test_stop_words_have_no_synonyms() -> None:
    assert not [frasa for frasa in SEARTI if len(frasa) == 1 and frasa[0] in KATA_HENTI]


@pytest.mark.parametrize(
    "teks", ["Bangun Rejo", "bangunrejo", " BANGUN-REJO ", "ngunre", "bangun  rejo"]
)
def test_names_however_they_are_spaced(teks: str) -> None:
    assert "Bangun Rejo" in {k.nama for k in mirip(Kampung.objects.all(), teks, "nama")}


@pytest.mark.parametrize("teks", ["", "  "])
def test_names_without_text(teks: str) -> None:
    assert len(mirip(Kampung.objects.all(), teks, "nama")) == Kampung.objects.count()


def test_names_with_signs_alone_are_none() -> None:
    assert not mirip(Kampung.objects.all(), "%-_", "nama")


def test_misspelt_names_on_request_only() -> None:
    assert not mirip(Kampung.objects.all(), "Bangunredjo", "nama")
    hasil = mirip(Kampung.objects.all(), "Bangunredjo", "nama", "alias", kira_kira=True)
    assert "Bangun Rejo" in {k.nama for k in hasil}


def test_names_are_found_through_the_trigram_index() -> None:
    with connection.schema_editor() as editor:
        editor.add_index(Kabar, indeks_rapat("uji_rapat", "judul"))
    kabar(*(f"PRJ-2026-{n:04}" for n in range(3000)))
    siapkan_rencana("uji_rapat")
    hasil = mirip(Kabar.objects.all(), "prj 2026 0042", "judul")
    assert judul(hasil) == ["PRJ-2026-0042"]
    assert "uji_rapat" in hasil.explain()
