"""One search of a desk: what its reader may see, in one question; and what was opened last."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.enums import Jangkauan
from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi
from kabar.models import Kabar
from tests.alat.baca import teks
from tests.alat.klien import masuk
from tests.alat.meja import alamat
from tests.pabrik.aspirasi import buat, terbit
from tests.pabrik.forum import topik
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
CARI = reverse("meja:cari")


def temukan(client: Any, kata: str) -> dict[str, list[str]]:
    """The addresses that the page names, by kind."""
    respons = client.get(CARI, {"cari": kata})
    assert respons.status_code == 200
    return {s.benda.nama: [satu.alamat for satu in s.isi] for s in respons.context["hasil"]}


@pytest.fixture
def semua(pemeran: Any) -> dict[str, Any]:
    kiriman = terbit(pemeran.kampung, pemeran.staf, isi="Xylofon di balai kampung rusak.")
    proyek = buat_proyek(pemeran.kampung, judul="Pengadaan xylofon")
    satu = topik(pemeran.staf, judul="Xylofon siapa")
    kabar = Kabar.objects.create(judul="Xylofon datang", isi="Besok.", penulis=pemeran.staf)
    laporan = buat_laporan(proyek, pemeran.aparat)
    return {"kiriman": kiriman, "proyek": proyek, "topik": satu, "kabar": kabar, "laporan": laporan}


def test_every_kind_is_found_with_its_place(klien: Any, semua: Any) -> None:
    hasil = temukan(klien("staf"), "xylofon")
    assert hasil["kiriman"] == [alamat(semua["kiriman"])]
    assert hasil["proyek"] == [semua["proyek"].get_absolute_url()]
    assert hasil["topik"] == [semua["topik"].get_absolute_url()]
    assert hasil["kabar"] == [semua["kabar"].get_absolute_url()]


def test_a_number_leads_there_in_any_writing(klien: Any, semua: Any) -> None:
    staf, nomor = klien("staf"), semua["kiriman"].nomor
    for tulisan in (nomor, nomor.lower().replace("-", ""), f"  {nomor.replace('-', ' ')} "):
        assert staf.get(CARI, {"cari": tulisan}).url == alamat(semua["kiriman"])
    kode = tulis_kode(semua["kiriman"].kode)
    assert staf.get(CARI, {"cari": kode}).url == alamat(semua["kiriman"])
    assert klien("aparat").get(CARI, {"cari": kode}).url == alamat(semua["kiriman"])
    nomor = semua["proyek"].nomor.replace("-", "").lower()
    assert staf.get(CARI, {"cari": nomor}).url == semua["proyek"].get_absolute_url()
    nomor = semua["laporan"].nomor.replace("-", "")
    assert staf.get(CARI, {"cari": nomor}).url == semua["laporan"].get_absolute_url()


def test_of_another_desk_only_what_is_public_is_there(klien: Any, pemeran: Any, semua: Any) -> None:
    satu = semua["kiriman"]
    pemeran.aparat.kampung = pemeran.kampung_lain
    pemeran.aparat.save()
    aparat = klien("aparat")
    assert "kiriman" not in temukan(aparat, "xylofon")
    assert aparat.get(CARI, {"cari": satu.nomor}).url == satu.get_absolute_url()
    assert aparat.get(CARI, {"cari": tulis_kode(satu.kode)}).status_code == 200
    Aspirasi.objects.filter(pk=satu.pk).update(jangkauan=Jangkauan.KECAMATAN)
    assert aparat.get(CARI, {"cari": satu.nomor}).status_code == 200


def test_a_secret_is_found_by_its_readers_alone(klien: Any, pemeran: Any) -> None:
    rahasia = buat(pemeran.kampung, isi="Xylofon dicuri.", jangkauan=Jangkauan.KECAMATAN).aspirasi
    assert temukan(klien("petugas_rahasia"), "xylofon") == {"kiriman": [alamat(rahasia)]}
    for siapa in ("staf", "aparat", "kakam", "admin"):
        assert temukan(klien(siapa), "xylofon") == {}
    for siapa in ("warga", "bpk", "fasilitator"):
        assert klien(siapa).get(CARI).status_code == 403


def test_it_asks_as_often_for_one_as_for_many(klien: Any, pemeran: Any, semua: Any) -> None:
    staf, hasil = klien("staf"), []
    for _ in range(2):
        with CaptureQueriesContext(connection) as tanya:
            staf.get(CARI, {"cari": "xylofon"})
        hasil.append(len(tanya))
        for n in range(7):
            terbit(pemeran.kampung, pemeran.staf, isi=f"Xylofon {n} rusak lagi.")
    assert hasil[0] == hasil[1] <= 12
    assert f"{reverse('meja:aspirasi')}?cari=xylofon" in teks(staf.get(CARI, {"cari": "xylofon"}))


@pytest.mark.parametrize(
    "kata",
    ["", "\0", "\u200b", "x" * 100_000, "' OR 1=1 --", "&|!():*", "BR", "BR-\u0660", "asp2026"],
)
def test_hostile_words_find_nothing(klien: Any, kata: str) -> None:
    assert temukan(klien("staf"), kata) == {}


@pytest.mark.parametrize("kata", ["0812-3456-7890", "+62 812 3456 7890", "budi@contoh.id"])
def test_a_contact_is_looked_for_where_no_address_keeps_it(klien: Any, kata: str) -> None:
    assert reverse("kode:sandi") in teks(klien("staf").get(CARI, {"cari": kata}))
    assert reverse("kode:sandi") not in teks(klien("aparat").get(CARI, {"cari": kata}))


class TestOpened:
    """The things that a person opened last."""

    @staticmethod
    def dibuka(client: Any) -> list[str]:
        daftar = client.get(CARI).content.decode().partition("Baru Anda buka")[2]
        return [bagian.partition('"')[0] for bagian in daftar.split('<a href="')[1:]]

    def test_the_last_ones_come_first(self, klien: Any, pemeran: Any, semua: Any) -> None:
        staf = klien("staf")
        urut = [alamat(semua["kiriman"]), semua["proyek"].get_absolute_url()]
        urut += [semua["topik"].get_absolute_url(), semua["kabar"].get_absolute_url()]
        for satu in (*urut, urut[0]):
            assert staf.get(satu).status_code == 200
        assert self.dibuka(staf)[:4] == [urut[0], *urut[:0:-1]]
        for _ in range(12):
            staf.get(buat_proyek(pemeran.kampung).get_absolute_url())
        assert len([a for a in self.dibuka(staf) if a.startswith("/proyek/")]) == 10

    def test_it_stays_with_its_reader_and_their_sign_in(
        self, klien: Any, pemeran: Any, semua: Any
    ) -> None:
        staf = klien("staf")
        staf.get(alamat(semua["kiriman"]))
        kuki = staf.cookies["dibuka"]
        assert kuki["httponly"]
        assert not kuki["max-age"]
        assert self.dibuka(staf)[0] == alamat(semua["kiriman"])
        staf.post(reverse("account_logout"))
        assert not staf.cookies["dibuka"].value
        staf.cookies["dibuka"] = kuki.value
        assert self.dibuka(masuk(staf, pemeran.camat))[:1] != [alamat(semua["kiriman"])]

    def test_what_may_not_be_seen_any_more_is_gone(self, klien: Any, semua: Any) -> None:
        aparat = klien("aparat")
        aparat.get(alamat(semua["kiriman"]))
        assert alamat(semua["kiriman"]) in self.dibuka(aparat)
        Aspirasi.objects.filter(pk=semua["kiriman"].pk).update(jangkauan=Jangkauan.KECAMATAN)
        assert alamat(semua["kiriman"]) not in self.dibuka(aparat)

    def test_residents_and_visitors_get_no_cookie(self, klien: Any, semua: Any) -> None:
        for client in (klien("warga"), Client()):
            client.get(semua["proyek"].get_absolute_url())
            assert "dibuka" not in client.cookies

    def test_a_foreign_or_broken_cookie_is_empty(self, klien: Any) -> None:
        staf = klien("staf")
        for nilai in ("x", "\u00e9", "A" * 5000, "=="):
            staf.cookies["dibuka"] = nilai
            assert staf.get(CARI).status_code == 200
