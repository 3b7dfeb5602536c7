"""An official answers with photos, through the front door."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi, Lampiran
from aspirasi.services.kiriman import nyatakan_beres
from aspirasi.services.penghapusan import hapus_semua
from core.berkas.simpan import MAKS_DOKUMEN
from core.formulir import draf
from core.formulir.sekali import kunci_baru
from core.models import Berkas
from tests.alat.baca import status, teks
from tests.alat.klien import masuk
from tests.alat.meja import alamat, nama_foto
from tests.alat.pengirim import kenal_pengirim, masuk_pengirim
from tests.pabrik import gambar as rupa
from tests.pabrik.aspirasi import buat, periksa, surat, terbit
from tests.pabrik.berkas import buat_berkas, foto
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
JAWABAN = "Gorong-gorong sudah diganti hari Minggu."
TERSIMPAN = "foto sudah kami simpan"
SELESAI = {"jawaban": "selesai", "isi": JAWABAN}
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}


@pytest.fixture
def aspirasi(pemeran: Any) -> Aspirasi:
    return terbit(pemeran.kampung, pemeran.staf, isi="Gorong-gorong pasar buntu.")


def isian(*berkas: Any, **lain: Any) -> dict[str, Any]:
    foto_terpilih = {"foto": list(berkas)} if berkas else {}
    return SELESAI | {"kunci": kunci_baru()} | foto_terpilih | lain


def jawab(client: Client, aspirasi: Aspirasi, *berkas: Any, **lain: Any) -> Any:
    return client.post(alamat(aspirasi, "tanggapi"), isian(*berkas, **lain))


def jalan(nama: str, aspirasi: Aspirasi, pk: int) -> str:
    return reverse(f"meja:{nama}", args=[aspirasi.acuan, pk])


class TestAnswering:
    """Photos come with the answer, or the form comes back with everything."""

    def test_everyone_sees_them_under_the_answer(
        self, klien: Any, client: Any, aspirasi: Aspirasi
    ) -> None:
        form = teks(klien("kakam").get(alamat(aspirasi)))
        assert 'enctype="multipart/form-data"' in form
        assert 'name="foto"' in form
        assert jawab(klien("kakam"), aspirasi, foto("red"), foto("blue")).status_code == 302
        isi = teks(client.get(aspirasi.get_absolute_url()))
        assert isi.index(JAWABAN) < isi.index("<figure>")
        assert 'alt="Foto 2: jawaban atas Gorong-gorong pasar buntu"' in isi
        for satu in aspirasi.lampiran.all():
            assert f'href="{satu.berkas.alamat}"' in isi
            assert status(client, satu.berkas.alamat) == 200
            assert status(client, satu.berkas.alamat_kecil) == 200
        assert teks(klien("staf").get(alamat(aspirasi))).count("<figure>") == 2

    def test_word_for_the_time_being_and_a_letter_to_a_dinas(
        self, klien: Any, aspirasi: Aspirasi
    ) -> None:
        client, dasar = klien("staf"), {"kunci": kunci_baru(), "isi": "Sedang kami ukur."}
        data = dasar | {"foto": [foto("red")]}
        assert client.post(alamat(aspirasi, "beri-kabar"), data).status_code == 302
        tujuan = surat()
        data = {"kunci": kunci_baru(), "isi": "Jalan kabupaten.", "foto": [foto("blue")]}
        data |= {"instansi": tujuan.instansi_id, "perihal": "Jalan", "tanggal": tujuan.tanggal}
        assert client.post(alamat(aspirasi, "tunggu-instansi"), data).status_code == 302
        assert [t.foto.count() for t in aspirasi.tindak_lanjut.jawaban()] == [1, 1]

    @pytest.mark.parametrize(
        ("berkas", "kata"),
        [
            (lambda: SimpleUploadedFile("a.jpg", b"bukan gambar", "image/jpeg"), "Foto ini"),
            (lambda: rupa.unggahan(rupa.png_bom(30_000, 30_000), "b.png"), "Foto ini"),
            (lambda: SimpleUploadedFile("c.jpg", b"\xff\xd8" * (MAKS_DOKUMEN // 2 + 1)), "10 MB"),
            (lambda: SimpleUploadedFile("d.pdf", rupa.pdf(), "image/jpeg"), "PDF"),
            (lambda: SimpleUploadedFile("e.heic", b"\0\0\0\x18ftypheic" + b"\0" * 64), "HEIC"),
        ],
        ids=["fake", "bomb", "oversized", "pdf", "heic"],
    )
    def test_a_bad_photo_brings_the_form_back_with_words_and_good_photos(
        self, klien: Any, aspirasi: Aspirasi, berkas: Any, kata: str
    ) -> None:
        kunci = kunci_baru()
        isi = teks(jawab(klien("kakam"), aspirasi, foto("red"), berkas(), kunci=kunci))
        assert "Foto ke-2 tidak tersimpan" in isi
        assert JAWABAN in isi
        assert f"1 {TERSIMPAN}" in isi
        assert not aspirasi.tindak_lanjut.exists()
        assert jawab(klien("kakam"), aspirasi, kunci=kunci).status_code == 302
        assert aspirasi.lampiran.count() == 1

    def test_an_error_elsewhere_costs_no_photo_and_they_can_be_left_behind(
        self, klien: Any, aspirasi: Aspirasi
    ) -> None:
        kunci = kunci_baru()
        isi = teks(jawab(klien("kakam"), aspirasi, foto("red"), kunci=kunci, isi=""))
        assert f"1 {TERSIMPAN}" in isi
        assert f'name="kunci" value="{kunci}"' in isi
        jawab(klien("kakam"), aspirasi, foto("blue"), kunci=kunci, buang_foto="on")
        assert aspirasi.lampiran.count() == 1
        assert Berkas.objects.count() == 1

    def test_a_ready_sentence_costs_no_photo(self, klien: Any, aspirasi: Aspirasi) -> None:
        respons = jawab(klien("kakam"), aspirasi, foto("red"), templat="")
        isi = teks(respons)
        assert f"1 {TERSIMPAN}" in isi
        cocok = re.search(r'name="kunci" value="([\w-]+)"', isi)
        assert cocok
        jawab(klien("kakam"), aspirasi, kunci=cocok[1])
        assert aspirasi.lampiran.count() == 1

    def test_too_many(self, klien: Any, aspirasi: Aspirasi) -> None:
        warna = ("red", "blue", "white", "black", "green", "yellow")
        isi = teks(jawab(klien("kakam"), aspirasi, *map(foto, warna)))
        assert "Paling banyak 5 foto" in isi
        kunci = kunci_baru()
        jawab(klien("kakam"), aspirasi, *map(foto, warna[:4]), kunci=kunci, isi="")
        isi = teks(jawab(klien("kakam"), aspirasi, *map(foto, warna[4:]), kunci=kunci))
        assert "Satu jawaban memuat paling banyak 5 foto" in isi
        assert not aspirasi.tindak_lanjut.exists()
        assert jawab(klien("kakam"), aspirasi, kunci=kunci).status_code == 302
        assert aspirasi.lampiran.count() == 5

    def test_pressed_twice(self, klien: Any, aspirasi: Aspirasi) -> None:
        kunci = kunci_baru()
        for _ in range(2):
            jawab(klien("kakam"), aspirasi, foto("red"), foto("blue"), kunci=kunci)
        assert aspirasi.tindak_lanjut.count() == 1
        assert aspirasi.lampiran.count() == 2

    def test_a_damaged_key_is_replaced(self, klien: Any, aspirasi: Aspirasi) -> None:
        isi = teks(jawab(klien("kakam"), aspirasi, foto("red"), kunci="rusak", isi=""))
        cocok = re.search(r'name="kunci" value="([\w-]{24,})"', isi)
        assert cocok
        jawab(klien("kakam"), aspirasi, kunci=cocok[1])
        assert aspirasi.lampiran.count() == 1

    def test_a_wrong_state(self, klien: Any, pemeran: Any) -> None:
        belum = buat(pemeran.kampung, langsung=True).aspirasi
        respons = jawab(klien("staf"), belum, foto("red"))
        assert respons.status_code == 409
        assert f"1 {TERSIMPAN}" in teks(respons)
        assert not Lampiran.objects.exists()

    def test_after_the_session_ended_the_words_stay_and_photos_are_asked_for(
        self, klien: Any, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        client = klien("kakam")
        isi = teks(client.get(alamat(aspirasi, "tanggapi")))
        penulis = re.search(r'name="penulis" value="(\w+)"', isi)
        assert penulis
        client.logout()
        jawab(client, aspirasi, foto("red"), penulis=penulis[1])
        assert not Berkas.objects.exists()
        masuk(client, pemeran.kakam)
        isi = teks(client.get(alamat(aspirasi, "tanggapi")))
        assert JAWABAN in isi
        assert draf.MASIH_ADA in isi
        assert draf.PILIH_LAGI in isi

    def test_another_office_answers_nothing(self, klien: Any, aspirasi: Aspirasi) -> None:
        for siapa, harap in (("aparat_lain", 404), ("warga", 403), ("bpk", 403)):
            assert jawab(klien(siapa), aspirasi, foto("red")).status_code == harap
        assert not Berkas.objects.exists()


class TestReaders:
    """Anyone who reads the answer sees its photos, and nobody else, by any address."""

    def test_of_a_hidden_kiriman(self, klien: Any, pemeran: Any, client: Any) -> None:
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        assert jawab(klien("petugas_rahasia"), aspirasi, foto("red")).status_code == 302
        berkas = aspirasi.lampiran.get().berkas
        for siapa in SEMUA_PERAN:
            for satu in (berkas.alamat, berkas.alamat_kecil):
                assert status(klien(siapa), satu) == (200 if siapa == "petugas_rahasia" else 404)
        assert "<figure>" in teks(masuk_pengirim(client, terkirim))
        assert status(client, berkas.alamat) == 200

    def test_one_that_is_held_is_for_the_desk_until_it_is_shown(
        self, klien: Any, pemeran: Any, client: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        jawab(klien("kakam"), aspirasi, foto("white"), tahan="on")
        satu = aspirasi.lampiran.get()
        halaman = aspirasi.get_absolute_url()
        assert "<figure>" not in teks(client.get(halaman))
        assert "<figure>" not in teks(masuk_pengirim(client, terkirim))
        assert status(client, satu.berkas.alamat) == 404
        meja = teks(klien("kakam").get(alamat(aspirasi)))
        assert "Foto 1 · Belum tampil untuk umum" in meja
        assert alamat(aspirasi, "foto") in meja
        tutup = jalan("aspirasi_foto", aspirasi, satu.pk)
        assert klien("kakam").post(tutup, {"kotak": ["0-0"]}).status_code == 302
        pilihan = {"foto": nama_foto(aspirasi)}
        assert klien("kakam").post(alamat(aspirasi, "foto"), pilihan).status_code == 302
        assert "<figure>" in teks(client.get(halaman))
        satu.refresh_from_db()
        assert status(Client(), satu.berkas.alamat) == 200

    def test_a_form_from_before_names_no_other_photo(self, klien: Any, pemeran: Any) -> None:
        """The sender erases the own photos; the held one does not stand for them."""
        aspirasi = periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
        Lampiran.objects.create(aspirasi=aspirasi, berkas=buat_berkas(), sidik="x")
        jawab(klien("kakam"), aspirasi, foto("white"), tahan="on")
        form = teks(klien("staf").get(alamat(aspirasi, "foto")))
        pertama, _ = re.findall(r'name="foto" value="([^"]+)"', form)
        nyatakan_beres(aspirasi=aspirasi)
        hapus_semua(aspirasi=aspirasi)
        lagi = klien("staf").post(alamat(aspirasi, "foto"), {"foto": [pertama]})
        assert "Fotonya baru saja berubah" in teks(lagi)
        assert aspirasi.lampiran.get().disetujui_pada is None

    def test_one_that_was_taken_back(self, klien: Any, pemeran: Any, client: Any) -> None:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        jawab(klien("kakam"), aspirasi, foto("white"))
        satu = aspirasi.lampiran.get()
        lama = satu.berkas.alamat
        tarik = jalan("foto_tarik", aspirasi, satu.pk)
        assert klien("kakam").post(tarik, {"alasan": "Wajah anak terlihat."}).status_code == 302
        kalimat = "Foto ini ditarik karena wajah anak terlihat"
        halaman = (client.get(aspirasi.get_absolute_url()), masuk_pengirim(client, terkirim))
        for isi in map(teks, halaman):
            assert kalimat in isi
            assert "<figure>" not in isi
        assert status(client, lama) == 404
        assert status(client, f"/berkas/{satu.berkas.nama}") == 404
        assert status(klien("staf"), f"/berkas/{satu.berkas.nama}") == 200
        data = teks(client.get(reverse("aspirasi:kiriman_unduh", args=[aspirasi.acuan])))
        assert satu.berkas.nama not in data

    def test_the_copy_of_ones_data_names_them(self, klien: Any, pemeran: Any, client: Any) -> None:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        jawab(klien("kakam"), aspirasi, foto("white"))
        kenal_pengirim(client, terkirim)
        data = client.get(reverse("aspirasi:kiriman_unduh", args=[aspirasi.acuan])).json()
        assert data["foto"] == []
        alamat_foto = aspirasi.lampiran.get().berkas.alamat
        assert [s.endswith(alamat_foto) for s in data["jawaban_dan_keterangan"][0]["foto"]]


class TestRights:
    """The office that answered, and the kecamatan."""

    @pytest.mark.parametrize("penjawab", ["kakam", "staf"])
    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_whole_cast(self, klien: Any, aspirasi: Aspirasi, siapa: str, penjawab: str) -> None:
        jawab(klien(penjawab), aspirasi, foto("white"))
        satu = aspirasi.lampiran.get()
        kampung = siapa in {"aparat", "kakam"} and penjawab == "kakam"
        boleh, client = siapa in KECAMATAN or kampung, klien(siapa)
        umum = teks(client.get(aspirasi.get_absolute_url()))
        for satu_jalan in (
            jalan("aspirasi_foto", aspirasi, satu.pk),
            jalan("foto_tarik", aspirasi, satu.pk),
            jalan("jawaban_foto", aspirasi, satu.jawaban_id),
        ):
            assert (client.get(satu_jalan).status_code == 200) is boleh
            assert (client.post(satu_jalan, {}).status_code == 200) is boleh
            assert (satu_jalan in umum) is boleh

    def test_a_kampung_gets_no_photo_of_the_sender_by_it(
        self, klien: Any, aspirasi: Aspirasi
    ) -> None:
        """The act that shows photos offers a kampung those of its own answers alone."""
        berkas = Berkas.objects.create(
            jenis="foto", nama=f"{'a' * 32}.webp", ukuran=1, lebar=1, tinggi=1
        )
        Lampiran.objects.create(aspirasi=aspirasi, berkas=berkas, sidik="x")
        jawab(klien("kakam"), aspirasi, foto("white"), tahan="on")
        isi = teks(klien("kakam").get(alamat(aspirasi, "foto")))
        assert isi.count('type="checkbox"') == 1
        pilihan = {"foto": nama_foto(aspirasi)}
        assert klien("kakam").post(alamat(aspirasi, "foto"), pilihan).status_code == 200
        pengirim = jalan("aspirasi_foto", aspirasi, aspirasi.lampiran.dari_pengirim().get().pk)
        assert klien("kakam").get(pengirim).status_code == 403

    def test_other_peoples_objects(self, klien: Any, pemeran: Any, aspirasi: Aspirasi) -> None:
        jawab(klien("kakam"), aspirasi, foto("white"))
        satu, lain = aspirasi.lampiran.get(), terbit(pemeran.kampung, pemeran.staf)
        for nama, pk in (("foto_tarik", satu.pk), ("jawaban_foto", satu.jawaban_id)):
            assert klien("staf").get(jalan(nama, lain, pk)).status_code == 404


class TestAddedLater:
    """“Tambah foto” under an answer."""

    def test_it_takes_a_photo_and_a_reason(
        self, klien: Any, client: Any, aspirasi: Aspirasi
    ) -> None:
        jawab(klien("kakam"), aspirasi)
        satu = aspirasi.tindak_lanjut.get()
        tambah = jalan("jawaban_foto", aspirasi, satu.pk)
        kosong = teks(klien("kakam").get(tambah))
        assert "Ada yang perlu diperbaiki" not in kosong
        assert "(boleh dikosongkan)" not in kosong
        alasan = "Foto sesudah diganti."
        assert "Pilih paling sedikit satu foto" in teks(
            klien("kakam").post(tambah, {"alasan": alasan})
        )
        kunci = kunci_baru()
        isi = teks(klien("kakam").post(tambah, {"kunci": kunci, "foto": [foto("red")]}))
        assert f"1 {TERSIMPAN}" in isi
        data = {"kunci": kunci, "alasan": alasan}
        assert klien("kakam").post(tambah, data).status_code == 302
        isi = teks(client.get(aspirasi.get_absolute_url()))
        assert "<figure>" in isi
        assert alasan in isi
        ulang = data | {"kunci": kunci_baru(), "foto": [foto("red")]}
        assert klien("kakam").post(tambah, ulang).status_code == 409


@pytest.mark.parametrize("siapa", ["pengunjung", "staf", "kakam"])
def test_more_photos_cost_no_query(klien: Any, aspirasi: Aspirasi, siapa: str) -> None:
    hasil, client = [], klien(siapa)
    for ke, warna in enumerate((["red"], ["red"], ["blue", "white", "black"])):
        data = {"isi": f"Kabar ke-{ke}.", "foto": [foto(w) for w in warna], "kunci": kunci_baru()}
        assert klien("kakam").post(alamat(aspirasi, "beri-kabar"), data).status_code == 302
        with CaptureQueriesContext(connection) as tanya:
            assert client.get(aspirasi.get_absolute_url()).status_code == 200
        hasil.append(len(tanya))
    assert hasil[1] == hasil[2] <= 12  # the first visit also writes its session
