"""Whether it is about an official is asked of everybody; what follows from the answer."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings

from aspirasi.bacaan.keadaan import pembaca
from aspirasi.bacaan.lama import lama_periksa
from aspirasi.enums import Jangkauan, Status, Tentang
from aspirasi.models import Aspirasi
from aspirasi.rules import bukan_tentang_kantornya, pembaca_tentang
from aspirasi.saran import kata_peka
from bangunrejo.penyiapan import findings
from core.formulir.sekali import kunci_baru
from core.models import HariLibur
from core.waktu import pada
from tests.alat.jam import saat
from tests.alat.pengirim import KIRIM, kirim, masuk_pengirim
from tests.pabrik.aspirasi import buat, isian, periksa, terbit
from tests.pabrik.orang import JabatanFactory
from warga.enums import NamaJabatan

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parent / "data"
TANYA = "Apakah ini tentang seorang petugas atau pengurus kampung?"


def kata(respons: Any) -> str:
    return str(respons.content.decode())


class TestTheQuestion:
    def test_it_is_open_and_must_be_answered(self, client: Client, pemeran: Any) -> None:
        isi = kata(client.get(KIRIM))
        assert TANYA in isi.partition("<main")[2].partition("<details")[0]
        assert 'name="tentang" value="tidak"' in isi
        respons = kata(client.post(KIRIM, isian(isi="Lampu jalan mati.", tentang="")))
        assert "Pilih satu dulu, supaya Anda terlindung." in respons
        assert "Lampu jalan mati." in respons
        assert not Aspirasi.objects.exists()

    @pytest.mark.parametrize("siapa", ["fasilitator", "aparat"])
    def test_also_of_who_writes_for_another_and_without_handing_over(
        self, klien: Any, pemeran: Any, siapa: str
    ) -> None:
        data = isian(asal="lisan", tentang="")
        isi = kata(klien(siapa).post("/aspirasi/titipan/", data))
        assert "Pilih satu dulu, supaya" in isi
        assert "Langsung ke kampung" not in isi
        klien(siapa).post("/aspirasi/titipan/", data | {"tentang": "tidak", "langsung": "on"})
        assert not Aspirasi.objects.get().langsung

    @pytest.mark.parametrize(
        ("jawaban", "tentang", "tidak_yakin", "jangkauan"),
        [
            ("tidak", Tentang.TIDAK, False, Jangkauan.PUBLIK),
            ("aparat_kampung", Tentang.APARAT_KAMPUNG, False, Jangkauan.KECAMATAN),
            ("petugas_kecamatan", Tentang.PETUGAS_KECAMATAN, False, Jangkauan.KECAMATAN),
            ("tidak_yakin", Tentang.TIDAK, True, Jangkauan.PUBLIK),
        ],
    )
    def test_what_follows_from_each_answer(
        self,
        client: Client,
        pemeran: Any,
        jawaban: str,
        tentang: str,
        tidak_yakin: bool,
        jangkauan: str,
    ) -> None:
        """Only a sender who says "Bukan" hands it over; the tick does nothing else."""
        kirim(client, tentang=jawaban, saran_dibaca="1", langsung="on")
        a = Aspirasi.objects.get()
        assert (a.tentang, a.tidak_yakin, a.jangkauan) == (tentang, tidak_yakin, jangkauan)
        assert a.langsung is (jawaban == "tidak")

    def test_who_is_not_sure_is_recommended_the_kecamatan_once(
        self, client: Client, pemeran: Any
    ) -> None:
        data = isian(tentang="tidak_yakin")
        isi = kata(client.post(KIRIM, data))
        assert "Anda tidak yakin apakah ini tentang seorang petugas" in isi
        assert 'value="tidak_yakin"' in isi
        client.post(KIRIM, data | {"saran_dibaca": "1", "hanya_kecamatan": "1"})
        assert Aspirasi.objects.get().jangkauan == Jangkauan.KECAMATAN

    def test_handing_over_needs_a_kampung(self, client: Client, pemeran: Any) -> None:
        respons = client.post(KIRIM, isian(kampung="tidak-tahu", langsung="on"))
        assert "Pilih kampungnya di atas, atau hapus centang ini." in kata(respons)
        kirim(client, jangkauan="kecamatan", langsung="on")
        assert not Aspirasi.objects.get().langsung

    def test_the_sender_sees_which_way_it_went(self, client: Client, pemeran: Any) -> None:
        for tambah, harap in (({"langsung": "on"}, "sudah dapat"), ({}, "belum dapat")):
            assert harap in kata(kirim(client, isi=f"Lampu {harap} mati.", **tambah))
        langsung, biasa = buat(pemeran.kampung, langsung=True), buat(pemeran.kampung)
        umum = ", dan semua orang sesudah diperiksa"
        assert pembaca(langsung.aspirasi) == f"Petugas kampung dan kecamatan{umum}"
        assert pembaca(biasa.aspirasi) == f"Petugas kecamatan{umum}"
        assert "Anda memilih langsung ke kampung." in kata(masuk_pengirim(client, langsung))

    def test_own_words_about_an_official_join_nothing(self, client: Client, pemeran: Any) -> None:
        induk = terbit(pemeran.kampung, pemeran.staf)
        alamat = f"/aspirasi/{induk.nomor}/ikut/"
        data = {"kunci": kunci_baru(), "setuju": "on", "isi": "Kadusnya menimbun selokan kami."}
        assert "Pilih satu dulu, supaya" in kata(client.post(alamat, data))
        isi = kata(client.post(alamat, data | {"tentang": "aparat_kampung"}))
        assert "menimbun selokan" in isi
        assert "Kirim sendiri, hanya ke kecamatan" in isi
        kiriman = {"jenis": induk.jenis, "kampung": "sido-rejo", "jangkauan": "kecamatan"}
        client.post(KIRIM, data | kiriman | {"tentang": "aparat_kampung"})
        satu = Aspirasi.objects.exclude(pk=induk.pk).get()
        assert (satu.status, satu.tentang) == (Status.DIAJUKAN, Tentang.APARAT_KAMPUNG)
        client.post(alamat, data | {"kunci": kunci_baru(), "tentang": "tidak"})
        assert induk.gabungan.count() == 1


class TestTheListOfWords:
    """Measured: docs/keputusan/0018-pandang.md has the figures of the list before."""

    @staticmethod
    def baca(nama: str) -> list[list[str]]:
        baris = (DATA / nama).read_text().splitlines()
        return [b.split("\t") for b in baris if not b.startswith("#")]

    def test_it_catches_as_much_as_was_measured(self) -> None:
        peka, biasa = self.baca("saran_peka.txt"), self.baca("saran_biasa.txt")
        assert [sum(bool(kata_peka(b[1])) for b in peka[i::2]) for i in (0, 1)] == [43, 42]
        assert [b for b in biasa if b[0] != "ap" and kata_peka(b[1])] == []
        baru = self.baca("saran_baru.txt")
        kena = [b[0] for b in baru if kata_peka(b[2])]
        assert (kena.count("p"), kena.count("b")) == (10, 1)

    @pytest.mark.parametrize(
        "potong", ["minta a ", "minta ", "pak ", "minta 1,", "raba raba ", " ", "kepala ", "\t"]
    )
    def test_no_text_takes_long(self, potong: str) -> None:
        """It would take for ever: ways to read such a text double with each word."""
        assert len(kata_peka((potong * 20_000)[:20_000])) <= 3

    @pytest.mark.parametrize(
        ("teks", "kata"),
        [
            ("Jam dinding berhenti pukul tiga.", []),
            ("Kumpul pukul 08.00 di balai.", []),
            ("Dia pukul anak saya pukul 8.", ["pukul"]),
            ("Saya dipukul 3 kali.", ["dipukul"]),
        ],
    )
    def test_the_time_of_day_is_no_violence(self, teks: str, kata: list[str]) -> None:
        assert kata_peka(teks) == kata


class TestHowLongTheFirstLookTakes:
    def test_three_of_four_of_the_newest_public_ones(self, client: Client, pemeran: Any) -> None:
        HariLibur.objects.all().delete()
        assert lama_periksa() is None
        for kapan in ("2026-04-06", "2026-04-06", "2026-04-07", "2026-04-10", "2026-04-16"):
            with pada(saat("2026-04-06")):
                aspirasi = buat(pemeran.kampung).aspirasi
            with pada(saat(kapan)):
                periksa(aspirasi, pemeran.staf)
        with pada(saat("2026-04-17")):
            assert lama_periksa() == 4
            for jalur in ("/", KIRIM):
                assert "biasanya <strong>4 hari kerja</strong>" in kata(client.get(jalur))
        with pada(saat("2026-07-17")):
            assert "belum diketahui lamanya" in kata(client.get("/"))


class TestWhoLooks:
    """Two are named, and a stand-in, before a portal opens."""

    @staticmethod
    def beri(orang: Any, nama: str) -> None:
        kantor = orang.jabatan.get().instansi
        JabatanFactory(pengguna=orang, nama=nama, instansi=kantor)

    def tunjuk(self, pemeran: Any) -> None:
        for orang in (pemeran.staf, pemeran.petugas_rahasia):
            self.beri(orang, NamaJabatan.PEMERIKSA)
        self.beri(pemeran.camat, NamaJabatan.PENGGANTI)

    def test_it_stands_in_the_way_until_they_are(self, pemeran: Any) -> None:
        kurang = "pemeriksa kiriman baru 0 dari 2 dan pengganti pemeriksa belum ada"
        assert any(kurang in kalimat for kalimat in findings())
        self.tunjuk(pemeran)
        assert not any("pemeriksa" in kalimat for kalimat in findings())
        pemeran.staf.is_active = False
        pemeran.staf.save()
        assert any("baru 1 dari 2" in kalimat for kalimat in findings())

    @pytest.mark.parametrize("siapa", ["camat", "admin", "staf", "kakam"])
    def test_the_desk_warns_who_can_do_something(
        self, klien: Any, pemeran: Any, siapa: str
    ) -> None:
        awas = "Yang memeriksa kiriman belum cukup"
        assert (awas in kata(klien(siapa).get("/kerja/"))) is (siapa in ("camat", "admin"))
        self.tunjuk(pemeran)
        assert awas not in kata(klien(siapa).get("/kerja/"))

    def test_a_real_portal_opens_with_them_and_never_closes_again(
        self, client: Client, pemeran: Any
    ) -> None:
        with override_settings(PORTAL_MODE="produksi"):
            respons = client.post(KIRIM, isian())
            assert (respons.status_code, "belum dibuka" in kata(respons)) == (503, True)
            assert "112" in kata(respons)
            self.tunjuk(pemeran)
            assert client.get(KIRIM).status_code == 200
        buat(pemeran.kampung)
        pemeran.camat.jabatan.all().delete()
        with override_settings(PORTAL_MODE="produksi"):
            assert client.get(KIRIM).status_code == 200


def test_rows_and_one_row_say_alike_whom_it_is_about(pemeran: Any) -> None:
    """A request for a new PIN is read from rows, and decided for one kiriman."""
    for tentang in Tentang:
        buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN, tentang=tentang)
    terbaca = {"staf": 1, "petugas_rahasia": 2, "camat": 2, "admin": 1, "kakam": 1}
    for siapa, banyak in terbaca.items():
        orang, semua = pemeran[siapa], Aspirasi.objects.all()
        satu_satu = {a.pk for a in semua if bukan_tentang_kantornya(orang, a)}
        assert set(semua.filter(pembaca_tentang(orang)).values_list("pk", flat=True)) == satu_satu
        assert len(satu_satu) == banyak, siapa
