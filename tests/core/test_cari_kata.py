"""Every word that stands on a page finds it, in whatever writing."""

from typing import Any

import pytest
from django.db.models import QuerySet

from core.cari.kolom import pecah
from core.cari.kueri import Pencarian, cari
from core.cari.nomor import rapikan_nomor
from kabar.models import Kabar
from tests.pabrik.orang import PenggunaFactory
from warga.models import Kampung

pytestmark = pytest.mark.django_db

TERTULIS = (
    "RT 05/RW 02 ambrol.tolong ditambal/dicor, dekat SDN1. Lihat "
    "https://contoh.id/jalan-rusak_baru atau tulis ke "
    "pak.lurah@contoh.id <segera> R&D biaya Rp. 1.500.000,- (km.3) 2x3m"
)


def kabar(judul: str, isi: str = "Keterangan.", **lain: Any) -> Kabar:
    return Kabar.objects.create(judul=judul, isi=isi, penulis=PenggunaFactory(), **lain)


def judul(hasil: QuerySet[Kabar]) -> list[str]:
    return [k.judul for k in hasil]


@pytest.mark.parametrize("kata", sorted(set(pecah(TERTULIS))))
def test_each_word_of_a_text_with_signs(kata: str) -> None:
    kabar("Judul lain", TERTULIS)
    kabar("Hal lain sama sekali")
    stop_word_alone = {"ke", "di", "atau", "pak", "tolong"}
    hasil = judul(cari(Kabar.objects.all(), kata))
    assert hasil == ["Judul lain"] or kata in stop_word_alone


@pytest.mark.parametrize(
    ("teks", "tertulis"),
    [
        ("RW 02", "RT 05/RW 02 ambrol"),
        ("rw02", "RT 05/RW 02 ambrol"),
        ("rw 2", "RT.05/RW.02"),
        ("RT 05/RW 02", "di RT 5 RW 2"),
        ("rt005", "RT 5"),
        ("RW 02", "RW02"),
        ("ditambal", "tolong ditambal/dicor"),
        ("dicor", "tolong ditambal/dicor"),
        ("tolong ditambal", "ambrol.tolong ditambal/dicor"),
        ("km 3", "Jl. Poros KM3 amblas"),
        ("km.3", "Jl. Poros km 3 amblas"),
        ("500000", "Biaya Rp 500.000"),
        ("500.000", "Biaya Rp500000"),
        ("Rp 500.000", "Biaya Rp. 500.000,-"),
        ("rp500.000", "Biaya Rp 500000"),
        ("1.500", "volume 1500 meter"),
        ("1500", "volume 1.500 meter"),
        ("1500000", "Rp 1.500.000"),
        ("1 500 000", "Rp 1500000"),
        ("12-08-2026", "padam 12/8/2026"),
        ("140/12/2026", "Nomor 140/012/2026"),
        ("contoh.id", "Lihat https://contoh.id/jalan"),
        ("asp202600022", "Tentang ASP-2026-00022"),
        ("ASP-2026-22", "Tentang ASP-2026-00022"),
        ("asp 2026 00022", "Tentang ASP-2026-00022"),
        ("prj_2026/7", "Tentang PRJ-2026-0007"),
        ("ASP-2026-000", "Tentang ASP-2026-00022"),
        ("dd", "Dari Dana Desa"),
        ("dana-desa", "Dari DD"),
        ("add", "Alokasi Dana Desa"),
        ("alokasi dana desa", "dari ADD"),
        ("hiv/aids", "HIV & AIDS"),
        ("covid-19", "covid19"),
        ("+62 812", "telepon +62812"),
    ],
)
def test_finds(teks: str, tertulis: str) -> None:
    kabar(tertulis)
    kabar("Hal lain sama sekali")
    assert judul(cari(Kabar.objects.all(), teks)) == [tertulis]


@pytest.mark.parametrize(
    ("teks", "tertulis"),
    [
        ("RW 2", "RW 12"),
        ("RW 02", "RW 03"),
        ("50000", "Rp 500.000"),
        ("ASP-2026-22", "ASP-2026-00221"),
        ("ASP-2026-22", "PRJ-2026-00022"),
        ("kampung1", "Kampung lain"),
    ],
)
def test_does_not_find(teks: str, tertulis: str) -> None:
    kabar(tertulis)
    assert judul(cari(Kabar.objects.all(), teks)) == []


class TestKampung:
    """A kampung in every spelling, in words and as the place of a row."""

    @pytest.mark.parametrize(
        "teks",
        [
            *("Sido Rejo", "sidorejo", "SIDO-REJO", "sidoredjo", "sido redjo", "kampung sido rejo"),
            *("desa sidorejo", "sidor", "sido re", "rejo", "kampung", "panen sidorejo", "sidho"),
        ],
    )
    def test_is_found_by_its_name(self, teks: str) -> None:
        sido = Kampung.objects.get(nama="Sido Rejo")
        Kampung.objects.filter(pk=sido.pk).update(alias="Sidho Mulya, Sidorejo Lama")
        kabar("Panen raya", kampung=sido)
        kabar("Panen raya di balai", kampung=Kampung.objects.get(nama="Sukowaringin"))
        hasil = judul(cari(Kabar.objects.all(), teks))
        assert hasil[:1] == ["Panen raya"] if teks != "kampung" else len(hasil) == 2

    def test_is_found_by_its_other_writing(self) -> None:
        sido = Kampung.objects.get(nama="Sido Rejo")
        Kampung.objects.filter(pk=sido.pk).update(alias="Blok Sembilan")
        kabar("Panen raya", kampung=sido)
        kabar("Rapat blok sembilan")
        kabar("Rapat sidorejo")
        for teks in ("blok 9", "bloksembilan", "Blok Sembilan", "Sido Rejo"):
            hasil = set(judul(cari(Kabar.objects.all(), teks)))
            semua = {"Panen raya", "Rapat blok sembilan", "Rapat sidorejo"}
            assert hasil == (set() if teks == "blok 9" else semua), teks

    def test_another_one_is_not(self) -> None:
        kabar("Panen raya", kampung=Kampung.objects.get(nama="Sukowaringin"))
        assert judul(cari(Kabar.objects.all(), "sido rejo")) == []

    def test_the_words_of_a_text_find_its_kampung_only_together(self) -> None:
        kabar("Sido sendiri")
        assert judul(cari(Kabar.objects.all(), "sidorejo")) == []

    def test_a_new_name_is_known_at_once(self) -> None:
        sido = Kampung.objects.get(nama="Sido Rejo")
        kabar("Panen raya", kampung=sido)
        Kampung.objects.filter(pk=sido.pk).update(nama="Karang Anyar Baru", alias="")
        assert judul(cari(Kabar.objects.all(), "karanganyar")) == ["Panen raya"]
        assert judul(cari(Kabar.objects.all(), "sido rejo")) == []


def test_the_column_follows_its_row_at_once() -> None:
    satu = kabar("Panen raya")
    Kabar.objects.filter(pk=satu.pk).update(isi="Dihapus.", judul="Kosong")
    assert not cari(Kabar.objects.all(), "panen")
    assert "panen" not in str(Kabar.objects.values_list("vektor", flat=True).get(pk=satu.pk))


def test_a_search_without_words_asks_for_nothing() -> None:
    kabar("Panen raya")
    tanya = Pencarian("!!!")
    assert list(tanya.peringkat(tanya.cocok(Kabar.objects.all()))) == []


@pytest.mark.parametrize(
    ("teks", "rapi"),
    [
        *(("asp-2026-00022", "ASP-2026-00022"), ("ASP202600022", "ASP-2026-00022")),
        *(("asp_2026_22", "ASP-2026-00022"), ("ASP-2026-000022", "ASP-2026-00022")),
        *(("ASP-2026-123456", "ASP-2026-123456"), ("PRJ-2026-0001", ""), ("asp", "")),
        *(("asp-1999-1", ""), ("ASP-2026-", ""), ("ASP-2026-1x", ""), ("asp-2026-٣", "")),
    ],
)
def test_a_number_is_written_as_the_portal_does(teks: str, rapi: str) -> None:
    assert rapikan_nomor(teks, "ASP", 5) == rapi
