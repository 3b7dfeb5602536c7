"""The page of notices: what it shows, and that it shows nothing that closed since."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from core import lencana
from kabar.models import Pemberitahuan
from tests.alat.baca import ada, teks
from tests.alat.kabar import HALAMAN, di_kepala, dukung, ikuti, siarkan
from tests.alat.meja import jawab
from tests.kabar.test_ikutan import BERAKUN, TERTUTUP, tutup
from tests.pabrik.aspirasi import SELOKAN, selokan
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
BARU = "Belum dibaca"
KOSONG = "Belum ada pemberitahuan"
# session, person, notices, what they are about, trail, unread, e-mail, letter
KUERI_HALAMAN = 8


@pytest.fixture
def dijawab(pemeran: Pemeran, klien: Klien) -> Aspirasi:
    """Something that warga follows was answered, and warga was told."""
    aspirasi = selokan(pemeran)
    ikuti(klien("warga"), aspirasi)
    jawab(pemeran, aspirasi)
    siarkan()
    return aspirasi


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_each_sees_their_own(pemeran: Pemeran, klien: Klien, dijawab: Aspirasi, siapa: str) -> None:
    respons = klien(siapa).get(HALAMAN)
    if siapa == "pengunjung":
        assert respons["Location"].startswith("/akun/masuk/")
        return
    assert ada(respons, SELOKAN) == (siapa == "warga")
    assert ada(respons, KOSONG) == (siapa != "warga")
    assert di_kepala(klien(siapa)) == ("1" if siapa == "warga" else "")


@pytest.mark.parametrize("siapa", BERAKUN)
def test_each_opens_their_own(
    pemeran: Pemeran, klien: Klien, dijawab: Aspirasi, siapa: str
) -> None:
    satu = Pemberitahuan.objects.get()
    respons = klien(siapa).post(reverse("kabar:buka", args=[satu.pk]))
    assert respons.status_code == (302 if siapa == "warga" else 404)
    satu.refresh_from_db()
    assert (satu.dibaca_pada is not None) == (siapa == "warga")


def test_opening_reads_it_and_leads_there(klien: Klien, dijawab: Aspirasi) -> None:
    warga, satu = klien("warga"), Pemberitahuan.objects.get()
    respons = warga.get(HALAMAN)
    assert ada(respons, BARU)
    assert ada(respons, "Dijawab")
    assert ada(respons, "Pemerintah kampung")
    buka = reverse("kabar:buka", args=[satu.pk])
    assert f'action="{buka}"' in teks(respons)
    assert warga.post(buka)["Location"] == dijawab.get_absolute_url()
    respons = warga.get(HALAMAN)
    assert not ada(respons, BARU)
    assert f'href="{dijawab.get_absolute_url()}"' in teks(respons)
    assert di_kepala(warga) == ""
    dibaca = Pemberitahuan.objects.get().dibaca_pada
    warga.post(buka)
    assert Pemberitahuan.objects.get().dibaca_pada == dibaca


def semua(client: Client) -> str:
    """Where the button on the page that marks all leads."""
    halaman = teks(client.get(HALAMAN))
    (alamat,) = re.findall(r'action="(/kabar/pemberitahuan/dibaca/[^"]+)"', halaman)
    return alamat


def test_looking_ahead_reads_nothing(klien: Klien, dijawab: Aspirasi) -> None:
    """Browsers and mail readers load pages that nobody asked for."""
    warga, satu = klien("warga"), Pemberitahuan.objects.get()
    for alamat in (HALAMAN, reverse("kabar:buka", args=[satu.pk]), semua(warga)):
        warga.get(alamat)
        warga.head(alamat)
    assert Pemberitahuan.objects.get().baru


def test_all_at_once_and_only_ones_own(pemeran: Pemeran, klien: Klien, dijawab: Aspirasi) -> None:
    dukung(klien("bpk"), selokan(pemeran, "Lampu jalan mati."))
    ikuti(klien("bpk"), dijawab)
    jawab(pemeran, dijawab, "Sudah kering.")
    siarkan()
    assert ada(klien("warga").post(semua(klien("warga")), follow=True), "ditandai dibaca")
    assert di_kepala(klien("warga")) == ""
    assert not ada(klien("warga").get(HALAMAN), "Tandai semua")
    assert di_kepala(klien("bpk")) == "1"


def test_all_are_those_that_were_on_the_page(
    pemeran: Pemeran, klien: Klien, dijawab: Aspirasi
) -> None:
    alamat = semua(klien("warga"))
    jawab(pemeran, dijawab, "Sudah kering.")
    siarkan()
    klien("warga").post(alamat)
    assert di_kepala(klien("warga")) == "1"


@pytest.mark.parametrize("bagaimana", TERTUTUP)
def test_what_closed_since_vanishes_everywhere(
    pemeran: Pemeran, klien: Klien, dijawab: Aspirasi, bagaimana: str
) -> None:
    """Not its title, not its number, not its count; what stays public is counted on."""
    warga, lain = klien("warga"), selokan(pemeran, "Lampu jalan mati.")
    ikuti(warga, lain)
    jawab(pemeran, lain)
    siarkan()
    assert di_kepala(warga) == "2"
    tutup(dijawab, bagaimana)
    respons = warga.get(HALAMAN)
    assert ada(respons, "Lampu jalan mati")
    assert not ada(respons, SELOKAN)
    assert not ada(respons, dijawab.nomor or "")
    assert di_kepala(warga) == "1"
    satu = Pemberitahuan.objects.get(hal__aspirasi=dijawab)
    assert warga.post(reverse("kabar:buka", args=[satu.pk])).status_code == 404
    warga.post(semua(warga))
    satu.refresh_from_db()
    assert satu.baru


def test_no_words_are_kept(dijawab: Aspirasi) -> None:
    bidang = {f.get_internal_type() for f in Pemberitahuan._meta.concrete_fields}
    assert not bidang & {"CharField", "TextField", "JSONField"}


def test_reasons_stay_on_the_page(pemeran: Pemeran, klien: Klien, dijawab: Aspirasi) -> None:
    """A notice names the act; what was written is read where it can still be hidden."""
    assert not ada(klien("warga").get(HALAMAN), "Digali hari Minggu")


def test_a_great_many_are_counted_no_further(
    pemeran: Pemeran, klien: Klien, dijawab: Aspirasi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lencana, "TERBANYAK", 2)
    jawab(pemeran, dijawab, "Sudah kering.")
    siarkan()
    assert di_kepala(klien("warga")) == "1+"


def test_visitors_carry_no_number(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):  # the list, and the kampung to filter by
        respons = client.get("/aspirasi/")
    assert not respons.cookies
    assert "Pemberitahuan" not in teks(respons)


@pytest.mark.parametrize("jumlah", [1, 3])
def test_the_page_costs_the_same_for_more_rows(
    pemeran: Pemeran, klien: Klien, jumlah: int, django_assert_num_queries: Any
) -> None:
    warga = klien("warga")
    for nomor in range(jumlah):
        aspirasi = selokan(pemeran, f"Lampu {nomor} mati.")
        ikuti(warga, aspirasi)
        jawab(pemeran, aspirasi)
    siarkan()
    with django_assert_num_queries(KUERI_HALAMAN):
        respons = warga.get(HALAMAN)
    assert teks(respons).count("baris__judul") == jumlah


def test_newest_first_by_pages(pemeran: Pemeran, klien: Klien, dijawab: Aspirasi) -> None:
    for nomor in range(21):
        jawab(pemeran, dijawab, f"Kabar ke-{nomor}.")
    siarkan()
    respons = klien("warga").get(HALAMAN)
    waktu = [isi.pemberitahuan.waktu for isi in respons.context["daftar_isi"]]
    assert waktu == sorted(waktu, reverse=True)
    assert len(waktu) == 20
    lanjutan = klien("warga").get(HALAMAN, {"setelah": respons.context["halaman"].berikut})
    assert len(lanjutan.context["daftar_isi"]) == 2


@pytest.mark.parametrize("pk", [0, 9**20])
def test_a_notice_that_does_not_exist(pemeran: Pemeran, klien: Klien, pk: int) -> None:
    assert klien("warga").post(reverse("kabar:buka", args=[pk])).status_code == 404
