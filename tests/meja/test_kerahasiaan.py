"""Nothing of a closed kiriman reaches anybody who may not read it, by any door.

`kerahasiaan.KASUS` is the table of hidden kinds and of whose desk holds each. The doors
beside the pages (letters, addresses, numbers, the admin) are in test_kerahasiaan_pintu.
"""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi
from aspirasi.services import gabung, ikut, pembaca
from core.formulir.sekali import kunci_baru
from tests.alat.jelajah_orang import AWAL, KEADAAN_MEJA, ambil, perbedaan
from tests.alat.jelajahan import (
    ACAK,
    ANGKA,
    BARIS,
    DITANDATANGANI,
    MEJA_UNTUK,
    Jelajahan,
    berisi,
    jelajahan,
    nomori_jauh,
)
from tests.alat.kerahasiaan import BOCOR, CARI, KASUS, KATA, KELIRU, ramaikan, sembunyikan
from tests.pabrik import forum
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.pemeran import SEMUA_PERAN

__all__ = ["jelajahan"]
pytestmark = [pytest.mark.django_db, pytest.mark.jelajah]


@pytest.fixture(params=SEMUA_PERAN)
def siapa(request: pytest.FixtureRequest) -> str:
    """Each of the cast, one after the other."""
    return str(request.param)


class TestNothingLeaks:
    """Each of the cast against every kind of hidden kiriman."""

    def test_no_page_tells_it_apart_from_nothing(self, jelajahan: Jelajahan) -> None:
        """All that a person reaches is byte for byte the same with and without it: words,
        lists, searches, counts, badges, headers, and how often the database is asked."""
        assert len(jelajahan.sesudah) > 100
        assert perbedaan(jelajahan.sebelum, jelajahan.sesudah) == {}
        assert [j for j, satu in jelajahan.sesudah.items() if BOCOR.search(satu.isi)] == []

    def test_no_page_holds_a_word_of_what_its_sender_erased(self, jelajahan: Jelajahan) -> None:
        """Erased is gone for everybody, the most trusted desk included."""
        assert jelajahan.sebelum.keys() > {*jelajahan.terhapus, *AWAL}
        assert [j for j, satu in jelajahan.sebelum.items() if BOCOR.search(satu.isi)] == []

    def test_a_project_taken_back_is_named_nowhere(self, jelajahan: Jelajahan) -> None:
        """The admin alone keeps its name beside its row."""
        bernama = {j for j, satu in jelajahan.sesudah.items() if KELIRU in satu.isi}
        assert {j for j in bernama if not j.startswith("/admin/")} == set()

    def test_no_page_tells_the_number_of_a_row(self, jelajahan: Jelajahan) -> None:
        """Two numbers of a sequence tell how many rows lie between, the hidden ones too."""
        assert berisi(BARIS, jelajahan.sesudah) == set()
        bersegel = berisi(DITANDATANGANI, jelajahan.sesudah)
        assert [jalur for jalur in bersegel if not jalur.startswith("/admin/")] == []

    def test_no_page_of_a_signed_in_person_is_kept(self, siapa: str, jelajahan: Jelajahan) -> None:
        """After signing out, Back shows nothing of theirs: a hidden text, an address, a support."""
        kepala = {
            j: dict(satu.kepala) for j, satu in jelajahan.sesudah.items() if satu.status == 200
        }
        html = {j: k for j, k in kepala.items() if k["Content-Type"].startswith("text/html")}
        assert len(html) > 30
        tersimpan = [j for j, k in html.items() if "no-store" not in k.get("Cache-Control", "")]
        assert tersimpan == [] or siapa == "pengunjung"

    def test_an_exact_place_is_on_the_desks_that_read_it_and_nowhere_else(
        self, siapa: str, jelajahan: Jelajahan
    ) -> None:
        """To be found neither by page, list, search, map, code, nor by guessing an address."""
        assert berisi(ANGKA, jelajahan.letak) == {
            f"/kerja/aspirasi/{jelajahan.berletak[untuk].acuan}/"
            for untuk, meja in MEJA_UNTUK.items()
            if siapa in meja
        }

    def test_its_readers_find_it_and_nobody_else(self, klien: Any, pemeran: Any) -> None:
        """For every kind: a desk that may hold it has it in lists, on its page, with its photo. For
        everybody else it does not exist (a 403 would say that it does)."""
        nomori_jauh()
        semua = {nama: sembunyikan(pemeran, nama) for nama in KASUS}
        for siapa in SEMUA_PERAN:
            _temukan(klien(siapa), siapa, semua)


def _temukan(client: Client, siapa: str, semua: dict[str, Aspirasi]) -> None:
    daftar = ["/kerja/aspirasi/", f"/kerja/aspirasi/?cari={CARI}"]
    daftar += [f"/kerja/aspirasi/?keadaan={k}" for k in KEADAAN_MEJA]
    terdaftar = "".join(_isi(client, jalur) for jalur in daftar)
    bermeja = client.get("/kerja/aspirasi/").status_code == 200
    for nama, aspirasi in semua.items():
        boleh = siapa in KASUS[nama].pembaca
        alamat = f"/kerja/aspirasi/{aspirasi.acuan}/"
        assert (alamat in terdaftar) is boleh, (siapa, nama)
        isi = _baca(halaman := client.get(alamat))
        assert (KATA in isi) is boleh, (siapa, nama)
        assert boleh or not bermeja or halaman.status_code == 404, (siapa, nama)
        assert not BARIS.search(ACAK.sub("", isi)), (siapa, nama)
        assert not DITANDATANGANI.search(isi), (siapa, nama)
        for berkas in _alamat_berkas(aspirasi):
            respons = client.get(berkas)
            assert respons.status_code == (200 if boleh else 404), (siapa, nama)
            assert not boleh or b"".join(respons.streaming_content)


def _alamat_berkas(aspirasi: Aspirasi) -> list[str]:
    """Both sizes of every photo: the sender's, and that of the answer where it was answered."""
    semua = [satu.berkas for satu in aspirasi.lampiran.select_related("berkas")]
    assert len(semua) == 1 + aspirasi.tindak_lanjut.jawaban().count()
    return [alamat for berkas in semua for alamat in (berkas.alamat, berkas.alamat_kecil)]


def _isi(client: Client, jalur: str) -> str:
    return _baca(client.get(jalur))


def _baca(respons: Any) -> str:
    assert respons.status_code in (200, 302, 403, 404), respons.request["PATH_INFO"]
    return respons.content.decode() if respons.status_code == 200 else ""


def test_they_take_no_number(pemeran: Any) -> None:
    """Neither one that was refused before it was checked: the public numbers have no gap."""
    ramaikan(pemeran)
    satu = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
    for kasus in (nama for nama in KASUS if nama not in ("ditarik", "dipersempit")):
        assert sembunyikan(pemeran, kasus).nomor is None, kasus
        dua = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
        assert int(dua.nomor[-5:]) == int(satu.nomor[-5:]) + 1, kasus
        satu = dua


def test_the_own_account_of_the_accused_learns_nothing_from_tracking(
    klien: Any, pemeran: Any
) -> None:
    """Even with the code on a lost slip, an official sees no word of it, and no office."""
    ramaikan(pemeran)
    aspirasi = sembunyikan(pemeran, "tentang aparat kampung")
    client = klien("kakam")
    client.post("/aspirasi/lacak/", {"kode": aspirasi.kode})
    isi = _isi(client, "/aspirasi/lacak/")
    isi = isi.split("<main")[1].split("</main>")[0]
    assert not BOCOR.search(isi)
    assert "Sido Rejo" not in isi
    assert "Kecamatan Bangunrejo" not in isi
    assert aspirasi.get_status_display() in isi


def test_what_was_public_is_spoken_of_by_others_and_still_not_named(
    klien: Any, pemeran: Any
) -> None:
    """A topic about it, its supporters, its joiners and its followers: the page is gone."""
    ramaikan(pemeran)
    aspirasi = terbit(pemeran.kampung, pemeran.staf, isi=f"{KATA} {CARI} di Dusun 3.")
    topik = forum.topik(pemeran.staf, "Soal air", aspirasi=aspirasi)
    ikut.dukung(aspirasi=aspirasi, oleh=pemeran.warga)
    Client().post(f"/aspirasi/{aspirasi.nomor}/ikut/", {"kunci": kunci_baru(), "setuju": "on"})
    lain = terbit(pemeran.kampung, pemeran.staf, isi="Got mampet.")
    gabung.gabung(aspirasi=lain, ke=aspirasi, alasan="Sama halnya.", oleh=pemeran.staf)
    assert KATA in _isi(Client(), topik.get_absolute_url())
    pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.KECAMATAN)
    for siapa in ("pengunjung", "warga", "kakam", "staf"):
        client = klien(siapa)
        for jalur in (*AWAL, "/kabar/pemberitahuan/", topik.get_absolute_url()):
            assert not BOCOR.search(ambil(client, jalur).isi), (siapa, jalur)
        sisa = ambil(client, lain.get_absolute_url())
        assert sisa.status == 200
        assert not BOCOR.search(sisa.isi)


@pytest.mark.parametrize("alamat", ["", "aspirasi/", "aspirasi/{}/"])
def test_no_page_of_a_desk_stays_in_a_shared_browser(klien: Any, pemeran: Any, alamat: str) -> None:
    """After signing out, "back" must not show what only the desk may read."""
    aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN).aspirasi
    respons = klien("petugas_rahasia").get("/kerja/" + alamat.format(aspirasi.acuan))
    assert respons.status_code == 200
    assert "no-store" in respons["Cache-Control"]


def test_the_title_of_a_closed_one_tells_nothing_to_the_history_of_the_browser(
    klien: Any, pemeran: Any
) -> None:
    ramaikan(pemeran)
    aspirasi = sembunyikan(pemeran, "tentang aparat kampung")
    isi = _isi(klien("petugas_rahasia"), reverse("meja:aspirasi_rincian", args=[aspirasi.acuan]))
    assert KATA in isi
    assert KATA not in isi.split("<title>")[1].split("</title>")[0]
