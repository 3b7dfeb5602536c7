"""Officials take parts of a kiriman back: they are gone everywhere, and place and reason stay."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.storage import storages
from django.urls import reverse

from aspirasi.enums import Aksi
from aspirasi.laku import BERALASAN, LAKU
from aspirasi.models import Aspirasi, TindakLanjut
from aspirasi.services import foto as layanan_foto
from aspirasi.services import penarikan, penghapusan
from aspirasi.services.foto_umum import setujui_foto
from aspirasi.services.jam import hitung_ulang
from aspirasi.services.jawab import tunda
from aspirasi.services.redaksi import tutup
from core.antrean.tugas import kerjakan_semua
from core.berkas.redaksi import Kotak
from core.berkas.simpan import PUBLIK, jalur
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.jejak.sql import HITAM
from core.models import Penarikan, Tugas
from core.templatetags.bentuk import tanggal
from tests.alat.baca import status, teks
from tests.alat.kabar import ikuti, kabari
from tests.alat.meja import alamat, jawab, nama_foto
from tests.alat.pengabaran import SURAT, kabar
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
ISI = "Xylofonia Raya nomor 7 kebanjiran. Rumah Xylofonia Raya selalu begitu."
JAWABAN = "Kami sudah menemui Xylofonia Raya. Gorong-gorong digali hari Minggu oleh warga kampung."
KATA, ALASAN = ["Xylofonia Raya"], "Memuat nama orang."
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}


@pytest.fixture
def aspirasi(pemeran: Any) -> Aspirasi:
    satu = terbit(pemeran.kampung, pemeran.staf, isi=ISI, lokasi="Depan Xylofonia Raya")
    jawab(pemeran, satu, JAWABAN)
    return satu


def semua_umum(client: Any, aspirasi: Aspirasi) -> str:
    """Every public page that could hold the words, and a search for them."""
    kampung = aspirasi.kampung
    assert kampung is not None
    jalan = (aspirasi.get_absolute_url(), "/aspirasi/", "/", kampung.get_absolute_url())
    return "".join(teks(client.get(satu)) for satu in jalan)


def jalan_jawaban(aspirasi: Aspirasi, satu: TindakLanjut) -> str:
    return reverse("meja:jawaban_tarik", args=[aspirasi.acuan, satu.pk])


class TestWords:
    """The shown text, its title and its place; an official answer; a reason."""

    def test_blackened_words_are_gone_everywhere(
        self, pemeran: Any, klien: Any, client: Any, aspirasi: Aspirasi
    ) -> None:
        assert "Xylofonia" in semua_umum(client, aspirasi)
        isian = {"cara": "hitam", "kata": "Xylofonia Raya", "alasan": ALASAN}
        assert klien("staf").post(alamat(aspirasi, "tarik-isi"), isian).status_code == 302
        satu = aspirasi.tindak_lanjut.get()
        assert klien("kakam").post(jalan_jawaban(aspirasi, satu), isian).status_code == 302
        isi = semua_umum(client, aspirasi)
        assert "Xylofonia" not in isi
        assert aspirasi.nomor not in teks(client.get("/aspirasi/", {"cari": "Xylofonia"}))
        aspirasi.refresh_from_db()
        assert aspirasi.lokasi == f"Depan {HITAM}"
        assert "Sebagian tulisan ini dihitamkan karena memuat nama orang, 24 November 2026." in isi
        assert "Sebagian jawaban ini dihitamkan karena memuat nama orang" in isi

    def test_taken_back_as_a_whole(self, pemeran: Any, client: Any, aspirasi: Aspirasi) -> None:
        penarikan.tarik_isi(aspirasi=aspirasi, alasan=ALASAN, oleh=pemeran.staf)
        satu = aspirasi.tindak_lanjut.get()
        penarikan.tarik_jawaban(jawaban=satu, alasan=ALASAN, oleh=pemeran.staf)
        isi = semua_umum(client, aspirasi)
        assert "Xylofonia" not in isi
        assert "Gorong-gorong digali" not in isi
        assert "Tulisan ini ditarik karena memuat nama orang, 24 November 2026." in isi
        assert "Jawaban ini ditarik karena memuat nama orang, 24 November 2026." in isi

    def test_the_sender_keeps_the_own_words_and_is_told(
        self, pemeran: Any, klien: Any, client: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, isi=ISI, kontak=SURAT)
        satu = periksa(terkirim.aspirasi, pemeran.staf)
        ikuti(klien("warga"), satu)
        sebelum = (len(kabar()), kabari(pemeran.warga))[0]
        penarikan.tarik_isi(aspirasi=satu, kata=KATA, alasan=ALASAN, oleh=pemeran.staf)
        assert len(kabar()) == sebelum + 1
        assert kabari(pemeran.warga) == []
        isi = teks(masuk_pengirim(client, terkirim))
        assert ISI in isi
        assert ALASAN in isi

    def test_pressed_twice(self, pemeran: Any, klien: Any, aspirasi: Aspirasi) -> None:
        satu = aspirasi.tindak_lanjut.get()
        for isian in ({"cara": "hitam", "kata": "Xylofonia Raya"}, {"cara": "utuh"}):
            for jalan in (alamat(aspirasi, "tarik-isi"), jalan_jawaban(aspirasi, satu)):
                data = isian | {"alasan": ALASAN}
                hasil = [klien("staf").post(jalan, data).status_code for _ in range(2)]
                assert hasil[0] == 302
                assert hasil[1] in (200, 409)
        assert Penarikan.objects.count() == 4

    def test_typed_words_stay_when_it_cannot_be_done(self, klien: Any, aspirasi: Aspirasi) -> None:
        jalan = alamat(aspirasi, "tarik-isi")
        for isian, kata in (
            ({"cara": "hitam", "kata": "Budi\nXylofonia Raya", "alasan": ALASAN}, "“Budi”"),
            ({"cara": "hitam", "kata": "", "alasan": ALASAN}, "Tulis kata yang dihitamkan"),
            ({"cara": "hitam", "kata": "Xylofonia Raya", "alasan": "Xylofonia Raya itu"}, "jangan"),
            ({"cara": "hitam", "kata": "Xylofonia Raya", "alasan": ""}, "harus diisi"),
            ({"cara": "x", "kata": "a" * 2001, "alasan": ALASAN}, "Pilihan itu tidak ada"),
        ):
            isi = teks(klien("staf").post(jalan, isian))
            assert kata in isi
            assert "tangkapan layar" in isi  # what phones may still hold

    def test_a_kampung_takes_back_little_of_its_own(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        satu = aspirasi.tindak_lanjut.get()
        for kata in ([], JAWABAN.replace(".", "").split()):
            with pytest.raises(TidakBisa, match="Minta petugas kecamatan"):
                penarikan.tarik_jawaban(jawaban=satu, kata=kata, alasan=ALASAN, oleh=pemeran.kakam)

    def test_the_form_names_what_this_person_may_choose(
        self, klien: Any, aspirasi: Aspirasi
    ) -> None:
        jalan = jalan_jawaban(aspirasi, aspirasi.tindak_lanjut.get())
        for siapa, utuh in (("staf", True), ("kakam", False)):
            isi = teks(klien(siapa).post(jalan, {"cara": "hitam", "alasan": ALASAN}))
            assert ("Atau pilih “Tarik seluruhnya”" in isi) is utuh
            assert "Tulis kata yang dihitamkan." in isi
            assert "(boleh dikosongkan)" not in isi
            assert "foto lama" not in isi

    def test_a_kampung_does_not_take_the_rest_little_by_little(
        self, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        satu = aspirasi.tindak_lanjut.get()
        isian = {"jawaban": satu, "alasan": ALASAN}
        penarikan.tarik_jawaban(kata=["Kami sudah menemui"], oleh=pemeran.kakam, **isian)
        with pytest.raises(TidakBisa, match="satu kali"):
            penarikan.tarik_jawaban(kata=["hari Minggu"], oleh=pemeran.kakam, **isian)
        penarikan.tarik_jawaban(kata=["hari Minggu"], oleh=pemeran.staf, **isian)

    def test_a_title_cut_within_the_words_is_made_anew(self, pemeran: Any) -> None:
        awal = "Jalan di depan rumah warga dusun tiga yang paling ujung dekat kebun karet milik Pak"
        satu = terbit(pemeran.kampung, pemeran.staf, isi=f"{awal} Xylo Fonia Raya rusak berat.")
        assert satu.judul == f"{awal} Xylo…"
        kata = ["Xylo Fonia Raya"]
        baru = penarikan.tarik_isi(aspirasi=satu, kata=kata, alasan=ALASAN, oleh=pemeran.staf)
        assert baru.judul == f"{awal} {HITAM}…"

    @pytest.mark.parametrize(
        ("isi", "kata", "hasil"),
        [
            ("a b " * 20 + "kebanjiran.", "a\nb", 302),
            ("ab x " * 900 + "kebanjiran.", "ab\nx", 409),
        ],
    )
    def test_black_that_is_longer_than_the_words(
        self, pemeran: Any, klien: Any, isi: str, kata: str, hasil: int
    ) -> None:
        satu = terbit(pemeran.kampung, pemeran.staf, isi=isi, lokasi="a b " * 49)
        isian = {"cara": "hitam", "kata": kata, "alasan": ALASAN}
        assert klien("staf").post(alamat(satu, "tarik-isi"), isian).status_code == hasil
        jawab(pemeran, satu, isi)
        jalan = jalan_jawaban(satu, satu.tindak_lanjut.get())
        assert klien("staf").post(jalan, isian).status_code == hasil

    def test_a_kampung_that_has_done_it_is_not_led_there_again(
        self, pemeran: Any, klien: Any, aspirasi: Aspirasi
    ) -> None:
        jawaban = aspirasi.tindak_lanjut.get()
        tautan, halaman = jalan_jawaban(aspirasi, jawaban), aspirasi.get_absolute_url()
        assert tautan in teks(klien("kakam").get(halaman))
        penarikan.tarik_jawaban(jawaban=jawaban, kata=KATA, alasan=ALASAN, oleh=pemeran.kakam)
        for jalan in (halaman, alamat(aspirasi)):
            assert tautan not in teks(klien("kakam").get(jalan))
            assert tautan in teks(klien("staf").get(jalan))

    def test_only_official_answers(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        catatan = TindakLanjut.objects.create(aspirasi=aspirasi, jenis="catatan", isi="Rahasia.")
        with pytest.raises(TidakBisa):
            penarikan.tarik_jawaban(jawaban=catatan, alasan=ALASAN, oleh=pemeran.staf)

    def test_a_reason_in_the_trail(self, pemeran: Any, klien: Any, client: Any) -> None:
        satu = terbit(pemeran.kampung, pemeran.staf)
        awal = satu.tenggat
        assert awal
        sampai = awal + dt.timedelta(days=7)
        tunda(aspirasi=satu, sampai=sampai, alasan="Menunggu Xylofonia pulang.", oleh=pemeran.staf)
        assert "Xylofonia" in semua_umum(client, satu)
        lama = riwayat(satu).get(aksi=Aksi.TUNDA)
        isian = {"langkah": lama.isi_hash[:16], "alasan": ALASAN}
        assert klien("staf").post(alamat(satu, "tarik-alasan"), isian).status_code == 302
        isi = semua_umum(client, satu)
        assert "Xylofonia" not in isi
        assert ALASAN in isi
        assert "Xylofonia" not in teks(klien("staf").get(alamat(satu)))
        satu.refresh_from_db()
        hitung_ulang(satu)  # as after a new day off
        assert satu.tenggat == sampai
        assert f"menjadi {tanggal(sampai)}, karena:</strong> {HITAM}" in isi
        hari = f"dari {tanggal(awal)} menjadi {tanggal(sampai)}"
        kata = LAKU[Aksi.TUNDA].kata.lower()
        assert f"Alasan ditarik dari umum: {kata} {hari}" in isi
        assert klien("staf").post(alamat(satu, "tarik-alasan"), isian).status_code in (200, 409)

    def test_no_act_that_brings_it_to_another_kampung_has_such_a_reason(self) -> None:
        """Details of these acts decide which notes that kampung reads, and emptying takes them."""
        assert not {Aksi.PERIKSA, Aksi.TERUSKAN} & set(BERALASAN)

    def test_erased_words_are_not_taken_back(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        penghapusan.hapus_semua(aspirasi=aspirasi)
        with pytest.raises(TidakBisa):
            penarikan.tarik_isi(aspirasi=aspirasi, kata=KATA, alasan=ALASAN, oleh=pemeran.staf)


class TestPhotos:
    """A shown photo is taken back, or parts of it are covered."""

    @pytest.fixture
    def tampil(self, pemeran: Any) -> Any:
        aspirasi = buat(pemeran.kampung, isi=ISI).aspirasi
        layanan_foto.tambah(aspirasi, [foto("white")])
        aspirasi = periksa(aspirasi, pemeran.staf, foto=list(aspirasi.lampiran.all()))
        return aspirasi, aspirasi.lampiran.select_related("berkas").get()

    def tarik(self, klien: Any, tampil: Any) -> int:
        jalan = reverse("meja:foto_tarik", args=[tampil[0].acuan, tampil[1].pk])
        return int(klien("staf").post(jalan, {"alasan": "Wajah anak terlihat."}).status_code)

    def test_the_file_goes_and_the_place_stays(
        self, klien: Any, client: Any, tampil: Any, django_capture_on_commit_callbacks: Any
    ) -> None:
        aspirasi, satu = tampil
        lama = satu.berkas
        for jalan in (lama.alamat, lama.alamat_kecil):
            assert status(client, jalan) == 200
        with django_capture_on_commit_callbacks(execute=True):
            assert self.tarik(klien, tampil) == 302
        for jalan in (lama.alamat, lama.alamat_kecil, f"/berkas/{lama.nama}"):
            assert status(client, jalan) == 404
        assert not storages[PUBLIK].exists(jalur(lama.nama_publik))
        isi = teks(client.get(aspirasi.get_absolute_url()))
        assert "Foto ini ditarik karena wajah anak terlihat, 24 November 2026." in isi
        assert "/berkas/" not in isi
        assert status(klien("staf"), f"/berkas/{lama.nama}") == 200  # the desk keeps it
        assert self.tarik(klien, tampil) == 409

    def test_the_queue_destroys_what_a_dead_process_left(self, klien: Any, tampil: Any) -> None:
        nama = tampil[1].berkas.nama_publik
        self.tarik(klien, tampil)  # nothing runs on commit here
        assert storages[PUBLIK].exists(jalur(nama))
        assert Tugas.objects.filter(fungsi="core.berkas.simpan.buang").exists()
        kerjakan_semua()
        assert not storages[PUBLIK].exists(jalur(nama))

    def test_it_is_not_shown_again_before_it_was_covered(
        self, pemeran: Any, klien: Any, client: Any, tampil: Any
    ) -> None:
        aspirasi, satu = tampil
        self.tarik(klien, tampil)
        setujui_foto(lampiran=satu, oleh=pemeran.staf)  # a colleague had the page open
        pilihan = {"foto": nama_foto(aspirasi)}
        assert klien("staf").post(alamat(aspirasi, "foto"), pilihan).status_code == 200
        satu.refresh_from_db()
        assert (satu.disetujui_pada, satu.berkas.publik) == (None, False)
        tutup(milik=satu, kotak=[Kotak(0, 0, 0.5, 0.5)], oleh=pemeran.staf)
        setujui_foto(lampiran=satu, oleh=pemeran.staf)
        assert "Foto ini ditarik" not in teks(client.get(aspirasi.get_absolute_url()))

    def test_a_shown_photo_is_covered_with_a_reason(
        self, klien: Any, client: Any, tampil: Any
    ) -> None:
        aspirasi, satu = tampil
        lama = satu.berkas.alamat
        jalan = reverse("meja:aspirasi_foto", args=[aspirasi.acuan, satu.pk])
        assert "harus diisi" in teks(klien("staf").post(jalan, {"kotak": ["0-0"]}))
        isian = {"kotak": ["0-0"], "alasan": "Pelat nomor terlihat."}
        assert klien("staf").post(jalan, isian).status_code == 302
        assert status(client, lama) == 404
        isi = teks(client.get(aspirasi.get_absolute_url()))
        assert "Sebagian foto ini ditutup karena pelat nomor terlihat, 24 November 2026." in isi
        satu.refresh_from_db()
        assert status(client, satu.berkas.alamat) == 200
        assert riwayat(aspirasi).last().aksi == Aksi.FOTO_DIHITAMKAN


class TestRights:
    """Every act by everyone in the cast, and the buttons where an official stands."""

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_whole_cast(self, klien: Any, pemeran: Any, aspirasi: Aspirasi, siapa: str) -> None:
        layanan_foto.tambah(aspirasi, [foto("white")])
        satu = aspirasi.lampiran.get()
        setujui_foto(lampiran=satu, oleh=pemeran.staf)
        jawaban = aspirasi.tindak_lanjut.get()
        client, kampung = klien(siapa), siapa in {"aparat", "kakam"}
        jalan = {
            jalan_jawaban(aspirasi, jawaban): siapa in KECAMATAN or kampung,
            reverse("meja:foto_tarik", args=[aspirasi.acuan, satu.pk]): siapa in KECAMATAN,
            alamat(aspirasi, "tarik-isi"): siapa in KECAMATAN,
            alamat(aspirasi, "perbaiki"): siapa in KECAMATAN,
        }
        umum = teks(client.get(aspirasi.get_absolute_url()))
        for satu_jalan, boleh in jalan.items():
            assert (client.get(satu_jalan).status_code == 200) is boleh
            assert (client.post(satu_jalan, {}).status_code == 200) is boleh
            assert (satu_jalan in umum) is boleh

    def test_an_answer_of_the_kecamatan_is_not_the_kampungs(
        self, klien: Any, pemeran: Any, aspirasi: Aspirasi
    ) -> None:
        baru = TindakLanjut.objects.create(
            aspirasi=aspirasi, jenis="tanggapan", isi=JAWABAN, oleh=pemeran.staf
        )
        assert klien("kakam").get(jalan_jawaban(aspirasi, baru)).status_code == 403

    def test_other_peoples_objects(self, klien: Any, pemeran: Any, aspirasi: Aspirasi) -> None:
        lain = terbit(pemeran.kampung, pemeran.staf)
        satu = aspirasi.tindak_lanjut.get()
        assert klien("staf").get(jalan_jawaban(lain, satu)).status_code == 404
