"""The sender's page says what they are asked, and why it ended."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Aksi, Jenis, Langkah, Status, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import jawab, kiriman, kontak, penilaian
from aspirasi.services.pengabaran import teks_kabar
from core.waktu import pada, sekarang
from tests.alat.alur import ALASAN
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.pengirim import KONTAK, LACAK, halaman, kenal_pengirim, masuk_pengirim
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import buat, jam_sampai, periksa, terbit
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db
PERTANYAAN = "Lampu yang mana? Ada tiga tiang di situ."
NEGATIF = [Aksi.TOLAK, Aksi.BUKAN_WEWENANG, Aksi.ARSIPKAN]


def tutup(aspirasi: Aspirasi, aksi: str, oleh: Any, alasan: str = ALASAN) -> None:
    jawab.tutup_negatif(aspirasi=aspirasi, aksi=aksi, alasan=alasan, oleh=oleh)


class TestAsked:
    """An official asks: that stands first, with the form that answers it."""

    @pytest.fixture
    def ditanya(self, pemeran: Any) -> kiriman.Terkirim:
        terkirim = buat(pemeran.kampung)
        jawab.minta_keterangan(aspirasi=terkirim.aspirasi, isi=PERTANYAAN, oleh=pemeran.staf)
        return terkirim

    def test_the_question_comes_before_everything_else(
        self, client: Client, ditanya: kiriman.Terkirim
    ) -> None:
        isi = teks(masuk_pengirim(client, ditanya))
        assert "Kalau tidak dijawab, kiriman ini tidak dilanjutkan." in isi
        tempat = [isi.index(k) for k in (PERTANYAAN, "Kirim jawaban", 'id="tulisan"')]
        assert tempat == sorted(tempat)
        assert isi.count(PERTANYAAN) == isi.count('name="isi"') == 1

    def test_the_answer_says_what_comes_next(
        self, client: Client, ditanya: kiriman.Terkirim
    ) -> None:
        kenal_pengirim(client, ditanya)
        alamat = halaman(ditanya.aspirasi, "balas")
        isi = teks(client.post(alamat, {"isi": "Yang paling timur."}, follow=True))
        assert "Jawaban Anda sudah terkirim. Petugas kecamatan memeriksanya paling lambat" in isi
        assert PERTANYAAN in isi  # now part of the conversation

    def test_an_empty_answer_leads_back_to_the_form(
        self, client: Client, ditanya: kiriman.Terkirim
    ) -> None:
        kenal_pengirim(client, ditanya)
        isi = teks(client.post(halaman(ditanya.aspirasi, "balas"), {"isi": ""}))
        assert 'href="#ditanya"' in isi


class TestAnswered:
    """The two answers stand under the official one, and above everything that decides nothing."""

    @pytest.fixture
    def dijawab(self, pemeran: Any) -> kiriman.Terkirim:
        terkirim = buat(pemeran.kampung, jenis=Jenis.KELUHAN)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Saluran sudah digali.", oleh=pemeran.kakam)
        return terkirim

    def test_order_and_weight(self, client: Client, dijawab: kiriman.Terkirim) -> None:
        isi = teks(masuk_pengirim(client, dijawab))
        urutan = ("Saluran sudah digali.", ">Sudah beres</summary>", ">Belum beres</summary>")
        urutan += ("Tulis hal lain kepada petugas", 'id="tulisan"')
        tempat = [isi.index(k) for k in urutan]
        assert tempat == sorted(tempat)
        assert "ditutup tanpa jawaban Anda. Anda tetap dapat membukanya lagi." in isi

    def test_each_answer_says_what_follows(self, client: Client, dijawab: kiriman.Terkirim) -> None:
        kenal_pengirim(client, dijawab)
        belum = client.post(
            halaman(dijawab.aspirasi, "belum"), {"alasan": "Masih mampet."}, follow=True
        )
        assert "Kiriman dibuka kembali. Petugas kecamatan memeriksanya paling lambat" in teks(belum)

    def test_settled_is_noted_in_the_words_of_the_question(
        self, client: Client, dijawab: kiriman.Terkirim
    ) -> None:
        kenal_pengirim(client, dijawab)
        isi = teks(client.post(halaman(dijawab.aspirasi, "beres"), follow=True))
        assert "Jawaban Anda kami catat: sudah beres." in isi
        assert ">Belum beres</summary>" in isi  # it may be opened again


class TestWeeksLater:
    """ "Tidak" opens it again, and says so."""

    def test_by_kind_and_with_its_consequence(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, jenis=Jenis.USULAN)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Dibahas 12 Januari.", oleh=pemeran.kakam)
        kiriman.nyatakan_beres(aspirasi=aspirasi)
        with pada(sekarang() + penilaian.MENUNGGU):
            isi = teks(masuk_pengirim(client, terkirim))
            assert "Apakah janji dalam jawaban itu ditepati?" in isi
            assert "Tidak ditepati" in isi
            data = {"masih_beres": "tidak", "didengar": "tidak", "catatan": "Belum dibahas."}
            isi = teks(client.post(halaman(aspirasi, "nilai"), data, follow=True))
        assert "Kiriman dibuka kembali. Petugas kecamatan memeriksanya paling lambat" in isi

    def test_an_apresiasi_is_not_asked(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, jenis=Jenis.APRESIASI, kontak=KONTAK)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        Aspirasi.objects.filter(pk=aspirasi.pk).update(
            status=Status.SELESAI,
            cara_selesai="tanpa_konfirmasi",
            ditutup_pada=saat("2026-01-05"),
            langkah=Langkah.NIHIL,
            **jam_sampai(None),
        )
        with pada(saat("2026-03-05")):
            penilaian.tanyakan()
            assert "Bagaimana sekarang?" not in teks(masuk_pengirim(client, terkirim))
        aspirasi.refresh_from_db()
        assert aspirasi.ditanya_pada is None

    def test_the_letter_asks_the_same_and_tells_no_kind_of_a_closed_one(self, pemeran: Any) -> None:
        umum = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KEBERATAN)
        tertutup = buat(pemeran.kampung, jenis=Jenis.KEBERATAN, jangkauan="petugas").aspirasi
        assert "Apakah jawaban atas keberatan Anda dijalankan?" in teks_kabar(umum, tanya=True)
        assert "keberatan" not in teks_kabar(tertutup, tanya=True)
        assert "merasa didengar" in teks_kabar(tertutup, tanya=True)


class TestReason:
    """Why it was closed stands at once under its state."""

    @pytest.mark.parametrize("aksi", NEGATIF)
    def test_for_the_sender_and_for_everybody(
        self, client: Client, pemeran: Any, aksi: str
    ) -> None:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        tutup(aspirasi, aksi, pemeran.staf)
        for isi in (
            teks(masuk_pengirim(client, terkirim)),
            teks(Client().get(aspirasi.get_absolute_url())),
        ):
            assert f"<strong>Alasannya:</strong> {ALASAN}" in isi
            assert "Yang dapat Anda lakukan:" in isi
            assert isi.index("Alasannya:") < isi.index("garis-waktu")
            assert "Belum ada jawaban." not in isi

    def test_numbers_in_it_are_masked_for_everybody_alone(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        tutup(aspirasi, Aksi.TOLAK, pemeran.staf, "Telepon Pak Slamet 0812-3456-7890.")
        assert "Slamet 0812-3456-7890" in teks(masuk_pengirim(client, terkirim))
        umum = teks(Client().get(aspirasi.get_absolute_url()))
        assert "Alasannya:</strong> Telepon Pak Slamet [nomor telepon disamarkan]" in umum

    def test_what_speaks_to_the_sender_alone_stays_there(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(
            terkirim.aspirasi, pemeran.staf, isi_publik="Mohon dirabat.", alasan="Ada nama orang."
        )
        umum = teks(Client().get(aspirasi.get_absolute_url()))
        assert "Ada nama orang." in teks(masuk_pengirim(client, terkirim))
        assert "Ada nama orang." not in umum
        assert "Alasannya:" not in umum

    def test_about_the_kecamatan_nobody_is_sent_to_its_office(
        self, client: Client, pemeran: Any
    ) -> None:
        tertutup = {"jangkauan": "kecamatan", "tentang": Tentang.PETUGAS_KECAMATAN}
        terkirim = buat(pemeran.kampung, **tertutup)
        tutup(terkirim.aspirasi, Aksi.TOLAK, pemeran.camat)
        isi = teks(masuk_pengirim(client, terkirim))
        assert "Ombudsman" in isi
        assert "Tanyakan di kantor kecamatan" not in isi

    def test_erased_it_is_told_no_more(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        tutup(terkirim.aspirasi, Aksi.TOLAK, pemeran.staf)
        kenal_pengirim(client, terkirim)
        client.post(halaman(terkirim.aspirasi, "hapus"), {"apa": "semua", "paham": "on"})
        isi = teks(masuk_pengirim(client, terkirim))
        assert "Alasannya:" not in isi
        assert reverse("aspirasi:kiriman_pembaca", args=[terkirim.aspirasi.acuan]) not in isi


def test_a_new_pin_is_told_with_what_to_do(client: Client, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung, oleh=pemeran.warga, kontak=KONTAK)
    baru = ganti_pin(aspirasi=terkirim.aspirasi, alasan="Ditelepon balik.", oleh=pemeran.staf)
    isi = teks(client.post(LACAK, {"kode": terkirim.kode, "pin": baru}, follow=True))
    assert "Bukan Anda yang meminta? Hubungi kantor kecamatan." in isi
    assert "Ditelepon balik." not in isi


def test_the_erasing_page_uses_no_sign_of_the_readers(client: Client, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung)
    kenal_pengirim(client, terkirim)
    isi = teks(client.get(halaman(terkirim.aspirasi, "hapus")))
    assert not {"◎", "◐", "●"} & set(isi.split("<main")[1].split("</main")[0])


@pytest.mark.parametrize("banyak", [1, 3])
def test_costs_the_same_for_more_words_and_photos(
    client: Client, pemeran: Any, banyak: int, django_assert_num_queries: Any
) -> None:
    terkirim = buat(pemeran.kampung, jenis=Jenis.PERTANYAAN)
    aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
    kenal_pengirim(client, terkirim)
    warna = ("red", "blue", "green")[:banyak]
    client.post(halaman(aspirasi, "foto"), {"foto": [foto(w) for w in warna]})
    for nomor in range(banyak):
        jawab.tanggapi(aspirasi=aspirasi, isi=f"Jawaban {nomor}.", oleh=pemeran.kakam)
        kontak.baca_pengirim(aspirasi=aspirasi, oleh=pemeran.staf)
    with django_assert_num_queries(9):
        client.get(halaman(aspirasi))
