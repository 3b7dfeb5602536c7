"""Likely duplicates: those that are found, and those that are never shown."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.serupa import mirip
from aspirasi.serupa.suku import suku
from aspirasi.services import gabung, ikut, jawab, kiriman
from aspirasi.services.pembaca import persempit
from core.formulir.sekali import kunci_baru
from tests.alat.pengirim import KIRIM, kode_dan_pin
from tests.pabrik.aspirasi import buat, isian, terbit
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
KETIKAN = "/aspirasi/serupa/"
LUBANG = "Jalan di Dusun 3 berlubang, motor sering jatuh kalau hujan."


def judul(teks: str, **lain: Any) -> list[str]:
    return [a.judul for a in mirip.serupa(teks, **lain)]


@pytest.mark.parametrize(
    ("dulu", "kini"),
    [
        (LUBANG, "jln dsn tiga banyak lobang, kalo ujan orang pada jatuh"),
        ("Selokan RT 02 RW 01 mampet oleh sampah.", "got rt2 rw1 buntu krn sampah"),
        ("Jalan Dusun III becek.", "gang di dusun 3 berlumpur"),
        ("PJU simpang tiga padam.", "Lampu di pertigaan mati"),
        ("Jembatan RT.05 jebol.", "jembatan rt 5 hancur"),
        ("Warga menyeberangi kali tanpa jembatan.", "anak2 nyebrang sungai, jembatane durung ana"),
        ("Pencurian sapi di RT 04.", "sapi hilang rt4"),
        ("Pengobatan gratis kapan diadakan?", "min ada berobat gratis gak"),
        ("Anjing liar mengejar anak.", "anjingnya liar banget"),
    ],
)
def test_finds_the_same_in_other_words(pemeran: Any, dulu: str, kini: str) -> None:
    lama = terbit(pemeran.kampung, pemeran.staf, isi=dulu)
    assert judul(kini, kampung=pemeran.kampung) == [lama.judul]


@pytest.mark.parametrize(
    "kini",
    [
        "Usul kursus menjahit untuk ibu-ibu PKK.",
        "Anak-anak senang dengan taman bacaan.",
        "Dusun 3 gotong royong",  # the place alone is no likeness
        "yang di dan ke",
        "!!! ' | & <-> :*",
        "\0",
        "🙏🙏🙏",
        "",
    ],
)
def test_does_not_find_something_else(pemeran: Any, kini: str) -> None:
    terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
    assert judul(kini, kampung=pemeran.kampung) == []


def test_takes_any_length_of_text(pemeran: Any) -> None:
    terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
    assert len(suku("kata" + "".join(f" jalan{chr(97 + i % 26)}x{i}" for i in range(9999)))) == 18
    assert judul(LUBANG * 1000, kampung=pemeran.kampung)


@pytest.mark.parametrize(
    "isi",
    [
        "🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏",
        "jalan' | !'rusak & (dusun <-> 3) :* \\ @1 '@0'",
        "'); DROP TABLE aspirasi_aspirasi; -- jalan rusak",
        "dusun 999999999999999999999 rt 00000000000 km -5 rw ٣",
        "جالان " * 40,
        "jalan rusak " * 8_334,
    ],
)
def test_any_text_is_answered(client: Client, pemeran: Any, isi: str) -> None:
    terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
    assert client.post(KETIKAN, isian(isi=isi)).status_code == 200
    assert client.post(KIRIM, isian(isi=isi), follow=True).status_code == 200
    mirip.serupa(isi)


def test_what_everybody_speaks_of_is_found_by_what_else_is_said(pemeran: Any) -> None:
    """A word in nearly every row is not looked up, but it still counts."""
    satu = terbit(pemeran.kampung, pemeran.staf, isi="Jalan ke makam tertutup bambu.")
    for i in range(mirip.TERLALU_UMUM + 5):
        terbit(pemeran.kampung, pemeran.staf, isi=f"Jalan ke pasar {chr(97 + i % 26)}{i} rusak.")
    assert mirip.serupa("jalan makam ketutup pring", kampung=pemeran.kampung)[0] == satu
    assert mirip.serupa("jalan pasar rusak", kampung=pemeran.kampung)


def test_a_crowd_that_says_the_same_is_still_shown(pemeran: Any) -> None:
    for _ in range(12):
        terbit(pemeran.kampung, pemeran.staf, isi="Jembatan gantung putus diterjang banjir.")
    terbit(pemeran.kampung, pemeran.staf, isi="Jadwal posyandu balita berubah.")
    teks = "jembatan gantung putus kena banjir"
    assert len(mirip.serupa(teks, kampung=pemeran.kampung, ambang=mirip.AMBANG_SELA)) == 3


def test_a_faint_likeness_shows_while_typing_and_costs_no_page(
    client: Client, pemeran: Any
) -> None:
    lama = terbit(pemeran.kampung, pemeran.staf, isi="Atap pasar bocor.")
    data = isian(
        isi="Jadwal pasar hewan dipindah, pedagang kelontong beratap terpal bingung mencari lapak "
        "sayur baru."
    )
    assert lama.nomor in client.post(KETIKAN, data).content.decode()
    kode_dan_pin(client.post(KIRIM, data, follow=True))


class TestWhere:
    """Kampung and position."""

    def test_looks_in_the_kampung_and_where_none_is_known(self, pemeran: Any) -> None:
        sini = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
        entah = terbit(None, pemeran.staf, isi=LUBANG)
        sana = terbit(pemeran.kampung_lain, pemeran.staf, isi=LUBANG)
        assert mirip.serupa(LUBANG, kampung=pemeran.kampung) == [sini, entah]
        assert {a.pk for a in mirip.serupa(LUBANG)} == {sini.pk, entah.pk, sana.pk}

    def test_a_near_one_comes_first(self, pemeran: Any) -> None:
        letak = {"lintang": Decimal("-5.131200"), "bujur": Decimal("105.031200")}
        dekat = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG, **letak)
        jauh = terbit(
            pemeran.kampung,
            pemeran.staf,
            isi=LUBANG,
            lintang=Decimal("-5.2"),
            bujur=Decimal("105.1"),
        )
        tanpa = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
        cari = {"lintang": Decimal("-5.1340"), "bujur": Decimal("105.0290")}
        hasil = mirip.serupa(LUBANG, kampung=pemeran.kampung, **cari)
        assert hasil == [dekat, tanpa, jauh]
        assert mirip.serupa(LUBANG, kampung=pemeran.kampung) == [tanpa, jauh, dekat]

    def test_another_number_of_the_same_kind_speaks_against(self, pemeran: Any) -> None:
        sama = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan RT 5 padam.")
        tanpa = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan kami padam.")
        lain = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan RT 1 padam.")
        hasil = mirip.serupa("lampu jalan rt05 mati", kampung=pemeran.kampung)
        assert hasil == [sama, tanpa, lain]

    def test_who_does_not_know_the_kampung_finds_those_of_all(self, pemeran: Any) -> None:
        sini = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
        sana = terbit(pemeran.kampung_lain, pemeran.staf, isi=LUBANG)
        isi = Client().post(KETIKAN, isian(isi=LUBANG, kampung="tidak-tahu")).content.decode()
        assert (sini.nomor in isi, sana.nomor in isi) == (True, True)
        isi = Client().post(KETIKAN, isian(isi=LUBANG)).content.decode()
        assert (sini.nomor in isi, sana.nomor in isi) == (True, False)


class TestMerged:
    """A merged kiriman speaks for the one that it was merged into."""

    @pytest.fixture
    def pasangan(self, pemeran: Any) -> tuple[Aspirasi, Aspirasi]:
        """One about a well, and one in other words that was merged into it."""
        utama = terbit(pemeran.kampung, pemeran.staf, isi="Sumur umum tercemar kotoran ternak.")
        cabang = terbit(pemeran.kampung, pemeran.staf, isi="Warga mencret gara-gara minum air itu.")
        gabung.gabung(aspirasi=cabang, ke=utama, alasan="Hal yang sama.", oleh=pemeran.staf)
        return utama, cabang

    TEKS = "banyak yg mencret habis minum"

    def test_leads_to_where_it_went(self, pemeran: Any, pasangan: Any) -> None:
        assert mirip.serupa(self.TEKS, kampung=pemeran.kampung) == [pasangan[0]]
        semua = mirip.serupa("mencret minum sumur kotoran ternak", kampung=pemeran.kampung)
        assert semua == [pasangan[0]]

    def test_is_silent_when_that_is_gone(self, pemeran: Any, pasangan: Any) -> None:
        jawab.tutup_negatif(
            aspirasi=pasangan[0], aksi=Aksi.BUKAN_WEWENANG, alasan="Bukan kami.", oleh=pemeran.staf
        )
        assert mirip.serupa(self.TEKS, kampung=pemeran.kampung) == []

    def test_speaks_for_itself_when_that_was_withdrawn(self, pemeran: Any, pasangan: Any) -> None:
        kiriman.tarik(aspirasi=pasangan[0])
        assert mirip.serupa(self.TEKS, kampung=pemeran.kampung) == [pasangan[1]]

    def test_the_words_of_who_joined_stay_with_the_officials(self, pemeran: Any) -> None:
        utama = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
        ikut.bergabung(
            ke=utama,
            aspirasi=Aspirasi(isi="Kambing saya mencret."),
            pengirim=Pengirim(),
            kunci=kunci_baru(),
        )
        assert mirip.serupa("kambing mencret", kampung=pemeran.kampung) == []


class TestWhat:
    """Open kiriman and those closed lately, and only public ones."""

    @pytest.mark.parametrize("peran", SEMUA_PERAN)
    def test_shows_nobody_what_is_not_public(
        self, peran: str, pemeran: Any, klien: Callable[[str], Client]
    ) -> None:
        """Not even to people who may read it elsewhere."""
        ada = terbit(pemeran.kampung, pemeran.staf, isi="Jalan Dusun 3 perlu aspal.")
        rahasia = f"{LUBANG} Di muka rumah panggung biru."
        buat(pemeran.kampung, isi=rahasia)
        for jangkauan in (Jangkauan.PETUGAS, Jangkauan.KECAMATAN):
            terbit(pemeran.kampung, pemeran.staf, isi=rahasia, jangkauan=jangkauan)
        disempitkan = terbit(pemeran.kampung, pemeran.staf, isi=rahasia)
        persempit(
            aspirasi=disempitkan,
            jangkauan=Jangkauan.PETUGAS,
            alasan="Menyebut tetangga.",
            oleh=pemeran.staf,
        )
        orang = klien(peran)
        for alamat in (KETIKAN, KIRIM):
            isi = orang.post(alamat, isian(isi=LUBANG), follow=True).content.decode()
            assert ada.nomor in isi
            assert "panggung biru" not in isi
            assert disempitkan.nomor not in isi

    def test_closed_ones_are_not_shown(self, pemeran: Any) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
        assert mirip.serupa(LUBANG, kampung=pemeran.kampung) == [lama]
        jawab.tutup_negatif(
            aspirasi=lama, aksi=Aksi.BUKAN_WEWENANG, alasan="Jalan provinsi.", oleh=pemeran.staf
        )
        assert mirip.serupa(LUBANG, kampung=pemeran.kampung) == []

    def test_nothing_that_is_not_public_shows_or_weighs(self, pemeran: Any) -> None:
        ada = terbit(pemeran.kampung, pemeran.staf, isi="Jalan Dusun 3 perlu lampu dan aspal.")
        sebelum = mirip.serupa(LUBANG + " Lampu aspal.", kampung=pemeran.kampung)
        assert sebelum == [ada]
        for jangkauan in (Jangkauan.PETUGAS, Jangkauan.KECAMATAN):
            terbit(pemeran.kampung, pemeran.staf, isi=LUBANG, jangkauan=jangkauan)
        buat(pemeran.kampung, isi=LUBANG)
        ditolak = buat(pemeran.kampung, isi=LUBANG).aspirasi
        jawab.tutup_negatif(
            aspirasi=ditolak, aksi=Aksi.TOLAK, alasan="Tidak jelas.", oleh=pemeran.staf
        )
        ditarik = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
        kiriman.tarik(aspirasi=ditarik)
        sesudah = mirip.serupa(LUBANG + " Lampu aspal.", kampung=pemeran.kampung)
        assert [(a.pk, a.skor) for a in sesudah] == [(a.pk, a.skor) for a in sebelum]
