"""Sending without an account, through the front door."""

import datetime as dt
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi, Pengirim
from core.models import Jejak
from core.waktu import pada, sekarang
from tests.alat.pengirim import KIRIM, kirim, kode_dan_pin
from tests.pabrik.aspirasi import isian
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db


def test_a_visitor_sends_and_gets_code_and_pin(client: Client) -> None:
    respons = kirim(client, bahaya="on", lokasi="dekat mushola")
    kode, pin = kode_dan_pin(respons)
    aspirasi = Aspirasi.objects.get()
    assert respons.redirect_chain == [(reverse("aspirasi:terkirim"), 302)]
    assert (aspirasi.status, aspirasi.bahaya, aspirasi.nomor) == ("diajukan", True, None)
    assert kode.replace("-", "")[2:] == aspirasi.kode
    assert pin not in aspirasi.pin_hash
    isi = respons.content.decode()
    assert "bukan PIN ATM" in isi
    assert "Simpan atau foto layar ini" in isi
    assert "112" in isi


def test_the_form_explains_danger_readers_and_consent(client: Client) -> None:
    isi = client.get(KIRIM).content.decode()
    for kata in ("110", "112", "113", "119", "tidak dijaga 24 jam", "Tidak seorang pun di kampung"):
        assert kata in isi
    assert "<details" in isi
    assert "Tambah keterangan (boleh dilewati)" in isi


def test_number_and_question_about_officials_stand_open(client: Client) -> None:
    isi = client.get(KIRIM).content.decode()
    terbuka = re.sub(r"<details.*?</details>", "", isi, flags=re.DOTALL)
    urutan = [terbuka.index(f'name="{n}"') for n in ("kampung", "tentang", "foto", "telepon")]
    assert urutan == sorted(urutan)
    assert "Nomor WhatsApp (boleh dikosongkan)" in " ".join(re.sub(r"<[^>]+>", "", terbuka).split())
    assert "Kami kabari kalau dijawab" in terbuka
    assert 'name="anak"' in terbuka  # a child reads there that its number is not kept


def test_a_link_fills_in_kampung_and_proyek(client: Client, proyek: Any) -> None:
    assert 'value="sido-rejo" selected' in client.get(f"{KIRIM}?kampung=sido-rejo").content.decode()
    isi = client.get(f"{KIRIM}?proyek={proyek.nomor}").content.decode()
    assert proyek.judul in isi
    assert f'value="{proyek.kampung.slug}" selected' in isi
    kirim(client, proyek=proyek.nomor)
    assert Aspirasi.objects.get().proyek_disebut == proyek


@pytest.mark.parametrize("alamat", ["?kampung=%00", "?proyek=%00PRJ", "?proyek=PRJ-2026-9999"])
def test_odd_links_do_no_harm(client: Client, alamat: str) -> None:
    assert client.get(KIRIM + alamat).status_code == 200


def test_a_repeated_send_makes_one_row_and_the_same_page(client: Client) -> None:
    data = isian()
    pertama = kode_dan_pin(client.post(KIRIM, data, follow=True))
    lain = Client()  # another process, another session: the key alone decides
    kedua = kode_dan_pin(lain.post(KIRIM, data, follow=True))
    assert pertama == kedua
    assert Aspirasi.objects.count() == Pengirim.objects.count() == 1
    assert Jejak.objects.filter(aksi="kirim").count() == 1


def test_a_repeated_send_keeps_each_photo_once(client: Client) -> None:
    data = isian()
    client.post(KIRIM, data | {"foto": [foto("red"), foto("blue")]})
    client.post(KIRIM, data | {"foto": [foto("red"), foto("blue")]})
    assert Aspirasi.objects.get().lampiran.count() == 2


def test_going_back_and_writing_something_else_is_not_swallowed(client: Client) -> None:
    data = isian()
    client.post(KIRIM, data)
    lain = client.post(KIRIM, data | {"isi": "Lampu jalan di perempatan mati."})
    isi = lain.content.decode()
    assert "Lampu jalan di perempatan mati." in isi
    assert "lain isinya" in isi
    assert data["kunci"] not in isi
    assert Aspirasi.objects.count() == 1


def test_a_form_of_the_day_before_shows_no_pin_again(client: Client) -> None:
    data = isian()
    with pada(sekarang() - dt.timedelta(hours=25)):
        client.post(KIRIM, data)
    respons = Client().post(KIRIM, data, follow=True)
    assert "tidak kami simpan dua kali" in respons.content.decode()
    assert "data-salin" not in respons.content.decode()
    assert Aspirasi.objects.count() == 1


def test_the_page_of_code_and_pin_belongs_to_this_browser(client: Client) -> None:
    kirim(client)
    assert client.get(reverse("aspirasi:terkirim")).status_code == 200
    assert Client().get(reverse("aspirasi:terkirim")).status_code == 302
    client.post(reverse("aspirasi:kiriman_lupakan"))
    assert client.get(reverse("aspirasi:terkirim")).status_code == 302
    acuan = Aspirasi.objects.get().acuan
    assert client.get(reverse("aspirasi:kiriman", args=[acuan])).status_code == 302


def test_sensitive_words_recommend_the_kecamatan_once(client: Client) -> None:
    data = isian(isi="Pak Kakam minta uang untuk BLT, tolong dicek.")
    saran = client.post(KIRIM, data).content.decode()
    assert "“Kakam”, “minta uang”, “BLT”" in saran
    assert "tolong dicek" in saran
    assert not Aspirasi.objects.exists()
    client.post(KIRIM, data | {"saran_dibaca": "1"})
    assert Aspirasi.objects.get().jangkauan == "publik"


def test_the_recommendation_is_taken_with_one_button(client: Client) -> None:
    data = isian(isi="Ada pungli waktu bagi bansos.")
    assert 'name="hanya_kecamatan"' in client.post(KIRIM, data).content.decode()
    client.post(KIRIM, data | {"saran_dibaca": "1", "hanya_kecamatan": "1"})
    assert Aspirasi.objects.get().jangkauan == "kecamatan"


def test_about_officials_is_always_for_the_kecamatan(client: Client) -> None:
    kirim(client, tentang="aparat_kampung", jangkauan="publik")
    assert Aspirasi.objects.get().jangkauan == "kecamatan"


def test_about_the_kecamatan_other_doors_are_shown_first(client: Client) -> None:
    data = isian(tentang="petugas_kecamatan")
    isi = client.post(KIRIM, data).content.decode()
    assert "SP4N-LAPOR!" in isi
    assert "Ombudsman" in isi
    client.post(KIRIM, data | {"saran_dibaca": "1"})
    assert Aspirasi.objects.get().tentang == "petugas_kecamatan"


def test_identity_stands_apart_and_only_when_given(client: Client) -> None:
    kirim(client, nama="Slamet", telepon="0812-3456-7890", email="a@b.id", nama_untuk_kampung="on")
    pengirim = Pengirim.objects.get()
    assert (pengirim.nama, pengirim.telepon) == ("Slamet", "+6281234567890")
    assert pengirim.nama_untuk_kampung
    assert pengirim.versi_persetujuan
    assert not pengirim.aspirasi.tampilkan_nama


@pytest.mark.parametrize("akhir", ["", "/"])
@pytest.mark.parametrize(("pendek", "panjang"), [("/lapor", KIRIM), ("/lacak", "/aspirasi/lacak/")])
def test_short_addresses_lead_there(client: Client, pendek: str, panjang: str, akhir: str) -> None:
    tujuan = client.get(f"{pendek}{akhir}?kampung=sido-rejo")["Location"]
    assert tujuan == f"{panjang}?kampung=sido-rejo"


class TestBadInput:
    """A clear answer, and nothing typed is lost."""

    @pytest.mark.parametrize(
        ("ubah", "kata"),
        [
            ({"isi": ""}, "Tulis dulu yang ingin Anda sampaikan"),
            ({"isi": "pendek"}, "Terlalu pendek"),
            ({"isi": "x" * 100_000}, "Terlalu panjang"),
            ({"isi": "halo \0 ini ada tanda kosong"}, "tidak dapat disimpan"),
            ({"isi": "😀" * 20}, "kata-kata"),
            ({"kampung": ""}, "Pilih kampungnya"),
            ({"kampung": "atlantis"}, "Pilihan itu tidak ada"),
            ({"jenis": "ngawur"}, "Pilihan itu tidak ada"),
            ({"setuju": ""}, "Centang persetujuan"),
            ({"lintang": "105.03", "bujur": "-5.13"}, "tertukar"),
            ({"lintang": "-5.13"}, "dua-duanya"),
            ({"lintang": "NaN", "bujur": "105"}, "lintang dengan angka"),
            ({"lintang": "-5e999999", "bujur": "105"}, "lintang"),
            ({"telepon": "12"}, "Nomor HP ini belum benar"),
            ({"email": "bukan"}, "tidak lengkap"),
            ({"lokasi": "y" * 300}, "Terlalu panjang"),
            ({"tampilkan_nama": "on"}, "Tulis nama panggilannya"),
        ],
    )
    def test_is_refused_with_a_sentence(
        self, client: Client, ubah: dict[str, str], kata: str
    ) -> None:
        data = isian(isi="Tulisan panjang yang tidak boleh hilang.") | ubah
        respons = client.post(KIRIM, data)
        isi = respons.content.decode()
        assert respons.status_code == 200
        assert kata in isi
        assert data["isi"].replace("\0", "")[:50] in isi.replace("\0", "")
        assert not Aspirasi.objects.exists()

    @pytest.mark.parametrize(
        "isi",
        [
            "Emoji 🙏🏽 dan 👨‍👩‍👧 di dalam kalimat",
            "ꦲꦏ꧀ꦱꦫꦗꦮ aksara Jawa dan العربية",
            '<script>alert(1)</script> & "kutip"',
            "a" * 5000,
            ("0812-3456-7890 " * 330).strip(),
        ],
    )
    def test_any_writing_is_kept(self, client: Client, isi: str) -> None:
        respons = kirim(client, isi=isi)
        assert respons.status_code == 200
        assert Aspirasi.objects.get().isi == isi
        assert "<script>alert" not in respons.content.decode()

    def test_line_breaks_count_as_one_letter(self, client: Client) -> None:
        kirim(client, isi="baris\r\n" * 800 + "akhir")
        assert "\r" not in Aspirasi.objects.get().isi

    def test_commas_and_long_positions_are_understood(self, client: Client) -> None:
        kirim(client, lintang="−5,13001234567", bujur="105,0292°")
        aspirasi = Aspirasi.objects.get()
        assert (str(aspirasi.lintang), str(aspirasi.bujur)) == ("-5.130012", "105.029200")

    def test_photos_are_refused_one_by_one_and_the_rest_is_kept(self, client: Client) -> None:
        palsu = SimpleUploadedFile("a.jpg", b"bukan foto sama sekali", "image/jpeg")
        svg = SimpleUploadedFile("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png")
        kosong = SimpleUploadedFile("b.jpg", b"", "image/jpeg")
        respons = kirim(client, foto=[palsu, foto(), svg, kosong])
        isi = respons.content.decode()
        assert Aspirasi.objects.get().lampiran.count() == 1
        assert "Foto ke-1 tidak tersimpan" in isi
        assert "Foto ke-3 tidak tersimpan" in isi
        kode_dan_pin(respons)

    def test_the_sixth_photo_is_too_many(self, client: Client) -> None:
        enam = [foto(w) for w in ("red", "blue", "green", "black", "white", "yellow")]
        isi = kirim(client, foto=enam).content.decode()
        assert Aspirasi.objects.get().lampiran.count() == 5
        assert "Foto ke-6 tidak tersimpan: Satu kiriman memuat paling banyak 5 foto." in isi

    def test_photos_of_a_form_with_an_error_are_kept(self, client: Client) -> None:
        isi = client.post(KIRIM, isian(isi="", foto=[foto()])).content.decode()
        assert "1 foto sudah kami simpan" in isi
        assert "Foto perlu dipilih lagi" not in isi

    def test_a_broken_multipart_body_is_a_clear_400(self, client: Client) -> None:
        respons = client.post(
            KIRIM, b"--x\r\nrusak", content_type="multipart/form-data; boundary=" + "x" * 300
        )
        assert respons.status_code == 400
        assert "tidak dapat kami baca" in respons.content.decode()

    def test_too_much_text_is_a_clear_413(self, client: Client) -> None:
        respons = client.post(KIRIM, isian(isi="x" * 4_000_000))
        assert respons.status_code == 413
        assert "terlalu besar" in respons.content.decode()

    def test_too_many_files_are_a_clear_413(self, client: Client) -> None:
        respons = client.post(KIRIM, isian(foto=[foto() for _ in range(21)]))
        assert respons.status_code == 413

    def test_more_photos_than_the_form_takes_cost_no_words(self, client: Client) -> None:
        isi = isian(foto=[foto() for _ in range(11)])
        halaman = client.post(KIRIM, isi).content.decode()
        assert "Paling banyak 5 foto sekali kirim; Anda memilih 11." in halaman
        assert isi["isi"] in halaman

    def test_a_body_beyond_all_measure_is_refused_unread(self, client: Client) -> None:
        respons = client.post(KIRIM, isian(), CONTENT_LENGTH=str(200 * 1024 * 1024))
        assert respons.status_code == 413
        assert "satu per satu" in respons.content.decode()

    def test_an_expired_form_says_that_the_text_is_still_there(self) -> None:
        respons = Client(enforce_csrf_checks=True).post(KIRIM, isian())
        assert respons.status_code == 403
        assert "tulisan Anda tidak hilang" in respons.content.decode()

    def test_a_damaged_key_does_not_stop_the_send(self, client: Client) -> None:
        kode_dan_pin(kirim(client, kunci="\0rusak"))


def test_consent_is_short_and_versioned(client: Client) -> None:
    isi = client.get(KIRIM).content.decode()
    bagian = isi[isi.index('id="persetujuan"') :]
    teks = re.sub(r"<[^>]+>", " ", bagian[: bagian.index("</div>")])
    assert len(teks.split()) <= 121  # the first is the cut tag


def test_signing_out_closes_the_page_of_code_and_pin(klien: Any) -> None:
    client = klien("warga")
    kirim(client)
    assert client.get(reverse("aspirasi:terkirim")).status_code == 200
    client.post(reverse("account_logout"))
    assert client.get(reverse("aspirasi:terkirim")).status_code == 302
