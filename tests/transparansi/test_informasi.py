"""The list of public information, and the letter that asks for more."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.models import Jejak
from core.waktu import sekarang
from kabar.enums import Jenis
from kabar.models import Kabar
from tests.alat.baca import teks
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik.angka import kiriman
from tests.pabrik.aspirasi import buat
from tests.pabrik.kampung import kampung_resmi
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db


def golongan(jalur: str) -> dict[str, list[str]]:
    """The addresses of the things in each class."""
    semua = Client().get(jalur).context["golongan"]
    return {satu.nama: [baris.alamat for baris in satu.isi] for satu in semua}


@pytest.fixture
def isi(pemeran: Any) -> dict[str, Any]:
    laporan = buat_laporan(buat_proyek(pemeran.kampung), pemeran.aparat, terbit=True)
    keputusan = buat_keputusan(pemeran.kakam, pemeran.kampung)
    bahaya = Kabar.objects.create(
        judul="Sungai meluap",
        isi="Jauhi jembatan.",
        jenis=Jenis.BAHAYA,
        kampung=pemeran.kampung,
        penulis=pemeran.aparat,
    )
    return {"Berkala": laporan, "Serta-merta": bahaya, "Setiap saat": keputusan}


def test_it_is_sorted_by_the_classes_of_the_law(isi: dict[str, Any], pemeran: Any) -> None:
    harap = {nama: [satu.get_absolute_url()] for nama, satu in isi.items()}
    assert golongan("/kampung/informasi/") == harap
    halaman = teks(Client().get("/kampung/informasi/"))
    laporan, keputusan = isi["Berkala"], isi["Setiap saat"]
    assert f"{laporan.periode:%Y}: {laporan.proyek.judul}</a>" in halaman
    for satu in (laporan, keputusan):
        assert f'Kampung Sido Rejo · <span class="angka">{satu.nomor}</span>' in halaman
    assert "Sungai meluap</a>" in halaman
    assert golongan(reverse("kampung:informasi", args=[pemeran.kampung.slug])) == harap
    lain = reverse("kampung:informasi", args=[kampung_resmi("Cimarias").slug])
    assert golongan(lain) == {nama: [] for nama in isi}


def test_drafts_and_hidden_news_are_not_in_it(pemeran: Any) -> None:
    buat_laporan(buat_proyek(pemeran.kampung), pemeran.aparat, terbit=False)
    kabar = Kabar.objects.create(
        judul="Salah", isi="Salah.", jenis=Jenis.BAHAYA, penulis=pemeran.aparat
    )
    Kabar.objects.filter(pk=kabar.pk).update(
        disembunyikan=True, alasan_sembunyi="Keliru.", disembunyikan_pada=sekarang()
    )
    assert golongan("/kampung/informasi/")["Berkala"] == []
    assert golongan("/kampung/informasi/")["Serta-merta"] == []


def test_it_costs_the_same_for_more_rows(
    isi: dict[str, Any], pemeran: Any, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        buat_keputusan(pemeran.kakam, pemeran.kampung)
    with django_assert_max_num_queries(4):
        Client().get(reverse("kampung:informasi", args=[pemeran.kampung.slug]))


@pytest.mark.parametrize(
    ("jalur", "kepada"),
    [
        ("/kampung/informasi/surat/", "Kabupaten Lampung Tengah, melalui Kecamatan Bangunrejo"),
        ("/kampung/sido-rejo/informasi/surat/", "Pemerintah Kampung Sido Rejo"),
    ],
)
def test_the_letter_names_the_days_and_stores_nothing(jalur: str, kepada: str) -> None:
    jejak = Jejak.objects.count()
    respons = Client().get(jalur)
    surat = teks(respons)
    for kata in (kepada, "10 hari kerja", "7 hari kerja", "keberatan tertulis", "PPID"):
        assert kata in surat
    lembar = surat.partition('<article class="lembar">')[2].partition("</article>")[0]
    for sisi in ("<form", "<input", "name="):
        assert sisi not in lembar, "nothing of it can be sent"
    assert not respons.cookies
    assert Client().post(jalur, {"nama": "Sari"}).status_code == 405
    assert Jejak.objects.count() == jejak


def test_an_unknown_kampung_has_neither() -> None:
    for ujung in ("", "surat/"):
        assert Client().get(f"/kampung/tidak-ada/informasi/{ujung}").status_code == 404


def test_a_question_says_that_it_is_no_such_request() -> None:
    isi = teks(Client().get("/aspirasi/kirim/"))
    assert "bukan sebagai permohonan informasi publik menurut UU 14/2008" in isi
    assert reverse("kampung:surat_informasi_semua") in isi


@pytest.mark.parametrize("jenis", ["pertanyaan", "keluhan"])
def test_so_does_its_page_and_no_other(pemeran: Any, jenis: str) -> None:
    aspirasi = kiriman(pemeran.kampung, jenis=jenis, nomor="ASP-2026-00077")
    isi = teks(Client().get(aspirasi.get_absolute_url()))
    surat = reverse("kampung:surat_informasi", args=[pemeran.kampung.slug])
    assert (surat in isi) is (jenis == "pertanyaan")


def test_its_public_page_offers_the_letter_for_all_where_no_kampung_is_known(pemeran: Any) -> None:
    aspirasi = kiriman(None, jenis="pertanyaan", nomor="ASP-2026-00078")
    isi = teks(Client().get(aspirasi.get_absolute_url()))
    assert reverse("kampung:surat_informasi_semua") in isi


@pytest.mark.parametrize("tahu", [True, False])
@pytest.mark.parametrize("jenis", ["pertanyaan", "usulan"])
def test_so_does_the_page_of_its_sender(pemeran: Any, jenis: str, tahu: bool) -> None:
    """Also of one that no public page shows; without a kampung it offers the letter for all."""
    kampung = pemeran.kampung if tahu else None
    terkirim = buat(kampung, jenis=jenis, jangkauan="kecamatan")
    isi = teks(masuk_pengirim(Client(), terkirim))
    surat = reverse("kampung:surat_informasi_semua")
    if tahu:
        surat = reverse("kampung:surat_informasi", args=[pemeran.kampung.slug])
    assert (f'href="{surat}"' in isi) is (jenis == "pertanyaan")
