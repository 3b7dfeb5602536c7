"""How many were found is counted, said, and announced; an empty list says what to do."""

import re
from typing import Any

import pytest
from django.test import Client

from aspirasi.services import jawab, kiriman, tangani
from core.cari.kueri import HASIL_TERBANYAK
from core.cari.saring import Temuan
from kabar.models import Kabar
from proyek.enums import SumberDana
from proyek.models import Kegiatan
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.forum import balasan, topik
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.proyek import buat_dana, buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db


def ucapan(halaman: str) -> str:
    ada = re.search(r'<p id="temuan" role="status">(.*?)</p>', halaman)
    assert ada, "the region stands on every list, also while it is empty"
    return ada[1]


def buka(client: Client, alamat: str, **tanya: str) -> str:
    respons = client.get(alamat, tanya)
    assert respons.status_code == 200
    return str(respons.content.decode())


@pytest.mark.parametrize(
    ("banyak", "kalimat"),
    [
        (0, "Tidak ada aspirasi yang cocok."),
        (1, "1 aspirasi ditemukan."),
        (200, "200 aspirasi ditemukan."),
        (201, "Lebih dari 200 aspirasi ditemukan."),
    ],
)
def test_the_sentence(banyak: int, kalimat: str) -> None:
    assert str(Temuan(banyak, "aspirasi")) == kalimat


@pytest.mark.parametrize(
    "alamat",
    ["/aspirasi/", "/proyek/", "/laporan/", "/keputusan/", "/forum/", "/kabar/", "/kampung/"],
)
def test_every_list_has_the_region_and_fills_it(client: Client, alamat: str) -> None:
    polos = buka(client, alamat)
    assert ucapan(polos) == ""
    assert "#temuan:innerHTML" in polos  # htmx puts words into it, and does not replace it
    halaman = buka(client, alamat, cari="zzzz")
    assert re.fullmatch("Tidak ada [a-z]+ yang cocok.", ucapan(halaman))
    assert "Lihat semua" in halaman


def test_counting_stops(client: Client) -> None:
    penulis = PenggunaFactory()
    Kabar.objects.bulk_create(
        Kabar(judul="Panen", isi="Raya.", penulis=penulis) for _ in range(HASIL_TERBANYAK + 5)
    )
    assert ucapan(buka(client, "/kabar/", cari="panen")) == "Lebih dari 200 kabar ditemukan."
    assert ucapan(buka(client, "/kabar/", jenis="berita")) == "Lebih dari 200 kabar ditemukan."


def test_what_the_other_choices_hide_is_offered(client: Client, pemeran: Any) -> None:
    terbit(pemeran.kampung, pemeran.staf, isi="Selokan pasar mampet.")
    halaman = buka(client, "/aspirasi/", cari="selokan", kampung=pemeran.kampung_lain.slug)
    assert ucapan(halaman) == "Tidak ada aspirasi yang cocok."
    assert "menjadi yang pertama" not in halaman
    assert 'href="/aspirasi/?cari=selokan">Hapus pilihan, tampilkan 1 aspirasi' in halaman
    halaman = buka(client, "/aspirasi/", kampung=pemeran.kampung_lain.slug)
    assert 'href="/aspirasi/">Hapus pilihan, tampilkan 1 aspirasi' in halaman
    assert "menjadi yang pertama" in buka(client, "/aspirasi/", cari="jembatan")
    halaman = buka(client, "/aspirasi/", cari="jembatan", kampung=pemeran.kampung_lain.slug)
    assert "Hapus pilihan, tampilkan" not in halaman


def test_dropping_choices_keeps_the_words_wherever_it_is_offered(
    client: Client, pemeran: Any
) -> None:
    terbit(pemeran.kampung, pemeran.staf, isi="Selokan pasar mampet.")
    for jenis in ("keluhan", "usulan"):  # something is found, and nothing
        halaman = buka(client, "/aspirasi/", cari="selokan pasar", jenis=jenis)
        tautan = re.findall(r'href="([^"]+)">Hapus pilihan', halaman)
        assert set(tautan) == {"/aspirasi/?cari=selokan+pasar"}
    assert 'href="/aspirasi/">Hapus pilihan' in buka(client, "/aspirasi/", jenis="usulan")


class TestOtherTables:
    """Words of other tables that stand on the page of a row."""

    def test_official_answers_alone(self, client: Client, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Selokan pasar mampet.")
        jawab.tanggapi(aspirasi=aspirasi, isi="Akan dikeruk/dibersihkan.", oleh=pemeran.staf)
        tangani.catat_internal(aspirasi=aspirasi, isi="Catatan dapur.", oleh=pemeran.staf)
        kiriman.balas(aspirasi=aspirasi, isi="Balasan pengirim.")
        for kata in ("dibersihkan", "selokan dibersihkan", "sido rejo dikeruk"):
            assert ucapan(buka(client, "/aspirasi/", cari=kata)) == "1 aspirasi ditemukan.", kata
        for kata in ("dapur", "pengirim", "jembatan dibersihkan", "selokan dapur"):
            assert ucapan(buka(client, "/aspirasi/", cari=kata)).startswith("Tidak ada"), kata

    def test_answers_of_kiriman_that_nobody_may_read_find_nothing(
        self, client: Client, pemeran: Any
    ) -> None:
        tertutup = periksa(buat(pemeran.kampung, jangkauan="petugas").aspirasi, pemeran.staf)
        jawab.tanggapi(aspirasi=tertutup, isi="Akan dikeruk.", oleh=pemeran.staf)
        ditarik = terbit(pemeran.kampung, pemeran.staf)
        jawab.tanggapi(aspirasi=ditarik, isi="Akan dikeruk.", oleh=pemeran.staf)
        kiriman.tarik(aspirasi=ditarik)
        assert ucapan(buka(client, "/aspirasi/", cari="dikeruk")).startswith("Tidak ada")

    def test_replies_find_their_topic_while_they_are_shown(
        self, client: Client, pemeran: Any
    ) -> None:
        satu = balasan(topik(pemeran.warga, judul="Ronda malam"), pemeran.warga, isi="Usul portal.")
        assert ucapan(buka(client, "/forum/", cari="usul portal ronda")) == "1 topik ditemukan."
        semua = type(satu).objects.filter(pk=satu.pk)
        for berubah in ({"ditahan": True}, {"ditahan": False, "isi": "Ditarik."}):
            semua.update(**berubah)
            assert ucapan(buka(client, "/forum/", cari="portal")).startswith("Tidak ada")

    def test_a_project_is_found_by_its_money_and_leads_to_its_papers(
        self, client: Client, pemeran: Any
    ) -> None:
        proyek = buat_proyek(kampung=pemeran.kampung, judul="Talud Way Waya")
        buat_dana(proyek, 1_000_000, sumber=SumberDana.BKP)
        buat_keputusan(pemeran.kakam, proyek=proyek, judul="Penetapan")
        buat_laporan(proyek, pemeran.kakam)
        for kata in ("bantuan keuangan provinsi", "talud bkp", "sidorejo provinsi"):
            assert ucapan(buka(client, "/proyek/", cari=kata)) == "1 proyek ditemukan.", kata
        assert ucapan(buka(client, "/keputusan/", cari="way waya")) == "1 keputusan ditemukan."
        assert ucapan(buka(client, "/laporan/", cari="talud sido rejo")) == "1 laporan ditemukan."

    def test_a_project_is_found_by_its_kegiatan_and_by_every_kampung_that_shares_it(
        self, client: Client, pemeran: Any
    ) -> None:
        buat_proyek(kampung=pemeran.kampung, judul="Lain sekali")
        kegiatan = Kegiatan.objects.get(kode="2.2.09")
        proyek = buat_proyek(kampung=pemeran.kampung, judul="Talud Way Waya", kegiatan=kegiatan)
        proyek.kampung_lain.add(pemeran.kampung_lain)
        nama = pemeran.kampung_lain.nama
        lain = (nama, nama.replace(" ", ""), f"{nama} waya")
        for kata in (kegiatan.nama, "talud posyandu", "2.2.09", *lain):
            assert ucapan(buka(client, "/proyek/", cari=kata)) == "1 proyek ditemukan.", kata
        assert ucapan(buka(client, "/proyek/", cari=f"{nama} lain sekali")).startswith("Tidak ada")
        proyek.kampung_lain.clear()
        assert ucapan(buka(client, "/proyek/", cari=nama)).startswith("Tidak ada")


class TestAddresses:
    """Public numbers in other writings lead to the address of the portal."""

    def test_small_letters_and_missing_zeros(self, client: Client, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        proyek = buat_proyek()
        keputusan = buat_keputusan(pemeran.kakam)
        laporan = buat_laporan(proyek, pemeran.kakam)
        for objek in (aspirasi, proyek, keputusan, laporan):
            alamat = objek.get_absolute_url()
            jalur, nomor = alamat.rstrip("/").rsplit("/", 1)
            awalan, tahun, angka = nomor.split("-")
            for lain in (
                nomor.lower(),
                f"{awalan}{tahun}{angka}",
                f"{awalan}_{tahun}_{int(angka)}",
            ):
                respons = client.get(f"{jalur}/{lain}/?halaman=2")
                assert (respons.status_code, respons["Location"]) == (301, f"{alamat}?halaman=2")
            assert client.get(f"{jalur}/{awalan}-{tahun}-99999/").status_code == 404
