"""The scan of a letter: who may fetch it, and how it becomes public and private again."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Aspirasi, SuratInstansi
from aspirasi.services import kiriman, pindaian
from aspirasi.services.instansi import catat_surat, tunggu_instansi
from aspirasi.services.pembaca import persempit
from aspirasi.services.penghapusan import hapus_semua
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import Berkas
from core.waktu import hari_ini
from tests.alat.baca import status, teks
from tests.alat.meja import alamat
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik import gambar as rupa
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.aspirasi import surat as surat_baru
from tests.pabrik.berkas import foto
from tests.pabrik.kampung import InstansiFactory
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
ALASAN = "Menyebut nama keluarga orang."
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}
CENTANG = "Sudah diperiksa: tidak memuat nama atau alamat warga"
# jangkauan, tentang → whose desk it is.
KASUS = {
    "publik": (Jangkauan.PUBLIK, Tentang.TIDAK, KECAMATAN),
    "petugas": (Jangkauan.PETUGAS, Tentang.TIDAK, KECAMATAN),
    "kecamatan": (Jangkauan.KECAMATAN, Tentang.TIDAK, {"petugas_rahasia"}),
    "tentang_kampung": (Jangkauan.KECAMATAN, Tentang.APARAT_KAMPUNG, {"petugas_rahasia"}),
    "tentang_kecamatan": (Jangkauan.KECAMATAN, Tentang.PETUGAS_KECAMATAN, {"camat"}),
}


def pdf(nama: str = "Surat ke dinas.pdf", data: bytes | None = None) -> SimpleUploadedFile:
    return rupa.unggahan(rupa.pdf() if data is None else data, nama, "application/pdf")


def halaman(surat: SuratInstansi, bagian: str = "aspirasi_surat") -> str:
    return reverse(f"meja:{bagian}", args=[surat.aspirasi.acuan, surat.pk])


def menunggu(aspirasi: Aspirasi, oleh: Any) -> SuratInstansi:
    """A letter without a scan."""
    satu = surat_baru(InstansiFactory())
    tunggu_instansi(aspirasi=aspirasi, isi="Kami bersurat ke dinas.", surat=satu, oleh=oleh)
    return SuratInstansi.objects.select_related("aspirasi").get(pk=satu.pk)


def berpindaian(klien: Any, pemeran: Any, kasus: str = "publik") -> SuratInstansi:
    """A letter whose scan (PDF) was sent through the desk."""
    jangkauan, tentang, pembaca = KASUS[kasus]
    kirim = buat(pemeran.kampung, jangkauan=jangkauan, tentang=tentang).aspirasi
    surat = menunggu(periksa(kirim, pemeran.staf), pemeran.staf)
    siapa = "staf" if "staf" in pembaca else next(iter(pembaca))
    assert klien(siapa).post(halaman(surat), {"pindaian": pdf()}).status_code == 302
    return segar(surat)


def segar(surat: SuratInstansi) -> SuratInstansi:
    return SuratInstansi.objects.select_related("aspirasi", "berkas").get(pk=surat.pk)


def tampilkan(client: Client, surat: SuratInstansi, **lain: Any) -> Any:
    data = {"dilihat": surat.berkas.nama if surat.berkas else "", "diperiksa": "on"}
    return client.post(halaman(surat, "surat_tampil"), data | lain, follow=True)


class TestWhoFetchesIt:
    """Everyone of the cast, at the address of the file itself."""

    @pytest.mark.parametrize("kasus", KASUS)
    def test_while_it_is_not_shown(self, klien: Any, pemeran: Any, kasus: str) -> None:
        berkas = berpindaian(klien, pemeran, kasus).berkas
        assert not berkas.publik
        for siapa in SEMUA_PERAN:
            harap = 200 if siapa in KASUS[kasus][2] else 404
            assert status(klien(siapa), berkas.alamat) == harap, siapa

    def test_once_it_is_shown(self, klien: Any, pemeran: Any) -> None:
        surat = berpindaian(klien, pemeran)
        terbatas = surat.berkas.alamat
        tampilkan(klien("staf"), surat)
        umum = segar(surat).berkas.alamat
        for siapa in SEMUA_PERAN:
            client = klien(siapa)
            assert status(client, umum) == 200, siapa
            assert status(client, terbatas) == (200 if siapa in KECAMATAN else 404), siapa

    def test_its_sender_reads_it_only_once_it_is_shown(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, oleh=pemeran.warga)
        surat = menunggu(periksa(terkirim.aspirasi, pemeran.staf), pemeran.staf)
        klien("staf").post(halaman(surat), {"pindaian": pdf()})
        dengan_pin, dengan_akun = Client(), klien("warga")
        isi = teks(masuk_pengirim(dengan_pin, terkirim))
        terbatas = segar(surat).berkas.alamat
        assert surat.perihal in isi
        assert "pindaian" not in isi.lower()
        assert [status(c, terbatas) for c in (dengan_pin, dengan_akun)] == [404, 404]
        tampilkan(klien("staf"), segar(surat))
        umum = segar(surat).berkas.alamat
        assert f'href="{umum}"' in teks(masuk_pengirim(dengan_pin, terkirim))
        assert [status(c, umum) for c in (dengan_pin, dengan_akun)] == [200, 200]

    def test_what_opens_to_its_kampung_keeps_its_letters(self, klien: Any, pemeran: Any) -> None:
        surat = berpindaian(klien, pemeran, "kecamatan")
        Aspirasi.objects.filter(pk=surat.aspirasi_id).update(jangkauan=Jangkauan.PETUGAS)
        assert status(klien("kakam"), surat.berkas.alamat) == 404
        assert surat.berkas.nama not in teks(klien("kakam").get(alamat(surat.aspirasi)))


class TestShowing:
    """A deliberate tick, while the kiriman is public."""

    def test_only_with_the_tick(self, klien: Any, pemeran: Any) -> None:
        surat, staf = berpindaian(klien, pemeran), klien("staf")
        assert CENTANG in teks(staf.get(halaman(surat)))
        assert "Periksa dulu pindaiannya" in teks(tampilkan(staf, surat, diperiksa=""))
        assert not segar(surat).berkas.publik
        umum = surat.aspirasi.get_absolute_url()
        assert "pindaian" not in teks(Client().get(umum)).lower()
        assert "sekarang tampil untuk umum" in teks(tampilkan(staf, surat))
        assert "Unduh pindaian surat (PDF" in teks(Client().get(umum))
        assert riwayat(surat.aspirasi).last().aksi == "pindaian_ditampilkan"

    def test_and_hidden_again(
        self, klien: Any, pemeran: Any, django_capture_on_commit_callbacks: Any
    ) -> None:
        surat, staf = berpindaian(klien, pemeran), klien("staf")
        tampilkan(staf, surat)
        umum = segar(surat).berkas.alamat
        with django_capture_on_commit_callbacks(execute=True):
            staf.post(halaman(surat, "surat_sembunyi"))
        assert not segar(surat).berkas.publik
        assert status(Client(), umum) == 404
        assert status(staf, segar(surat).berkas.alamat) == 200

    @pytest.mark.parametrize("kasus", ["petugas", "kecamatan", "tentang_kecamatan"])
    def test_never_of_a_kiriman_that_is_not_public(
        self, klien: Any, pemeran: Any, kasus: str
    ) -> None:
        surat = berpindaian(klien, pemeran, kasus)
        client = klien("camat" if kasus == "tentang_kecamatan" else "petugas_rahasia")
        assert CENTANG not in teks(client.get(halaman(surat)))
        assert "tidak tampil untuk umum" in teks(tampilkan(client, surat))
        assert not segar(surat).berkas.publik

    def test_not_one_that_was_replaced_unseen(self, klien: Any, pemeran: Any) -> None:
        surat, staf = berpindaian(klien, pemeran), klien("staf")
        staf.post(halaman(surat), {"pindaian": pdf("Lain.pdf")})
        assert "baru saja diganti" in teks(tampilkan(staf, surat))
        assert "baru saja diganti" in teks(tampilkan(staf, surat, dilihat="a" * 100_000))
        assert not segar(surat).berkas.publik

    @pytest.mark.parametrize("cara", ["dipersempit", "ditarik", "dihapus"])
    def test_fewer_readers_take_it_back(
        self,
        klien: Any,
        pemeran: Any,
        cara: str,
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        surat = berpindaian(klien, pemeran)
        tampilkan(klien("staf"), surat)
        umum, aspirasi = segar(surat).berkas.alamat, surat.aspirasi
        with django_capture_on_commit_callbacks(execute=True):
            if cara == "dipersempit":
                data = {"jangkauan": Jangkauan.PETUGAS, "alasan": ALASAN, "oleh": pemeran.staf}
                persempit(aspirasi=aspirasi, **data)
            else:
                {"ditarik": kiriman.tarik, "dihapus": hapus_semua}[cara](aspirasi=aspirasi)
        assert status(Client(), umum) == 404
        assert not segar(surat).berkas.publik

    def test_what_was_erased_stays_closed(self, klien: Any, pemeran: Any) -> None:
        surat = berpindaian(klien, pemeran)
        Aspirasi.objects.filter(pk=surat.aspirasi_id).update(dihapus_pada=surat.dibuat)
        assert CENTANG not in teks(klien("staf").get(halaman(surat)))
        with pytest.raises(TidakBisa, match="dihapus atas permintaan"):
            pindaian.tampilkan(surat=surat, dilihat=surat.berkas.nama, oleh=pemeran.staf)


class TestPuttingItThere:
    """When the letter is recorded, or later; a photo or a PDF."""

    def isian(self, **lain: Any) -> dict[str, Any]:
        return {
            "instansi": InstansiFactory().pk,
            "perihal": "Jalan kabupaten rusak",
            "tanggal": hari_ini().isoformat(),
            "isi": "Jalan ini milik kabupaten.",
        } | lain

    def test_with_the_letter(self, klien: Any, pemeran: Any) -> None:
        aspirasi, staf = terbit(pemeran.kampung, pemeran.staf), klien("staf")
        isi = teks(staf.get(alamat(aspirasi, "tunggu-instansi")))
        assert "Isi PDF tidak dapat dihitamkan di sini" in isi
        assert 'enctype="multipart/form-data"' in isi
        staf.post(alamat(aspirasi, "tunggu-instansi"), self.isian(pindaian=pdf()))
        balasan = self.isian(arah="masuk", perihal="Akan ditambal", pindaian=foto())
        staf.post(alamat(aspirasi, "surat"), balasan)
        keluar, masuk = SuratInstansi.objects.untuk_halaman()
        assert (keluar.berkas.jenis, masuk.berkas.jenis) == ("dokumen", "foto")
        assert not keluar.berkas.publik
        assert not masuk.berkas.publik
        assert "Pindaian hanya untuk kecamatan" in teks(staf.get(alamat(aspirasi)))

    def test_an_error_elsewhere_does_not_cost_it(self, klien: Any, pemeran: Any) -> None:
        aspirasi, staf = terbit(pemeran.kampung, pemeran.staf), klien("staf")
        data = self.isian(pindaian=pdf(), perihal="")
        respons = staf.post(alamat(aspirasi, "tunggu-instansi"), data)
        assert "“Surat ke dinas.pdf” sudah kami simpan" in teks(respons)
        data = self.isian(titipan=respons.context["form"].data["titipan"])
        for siapa, jumlah in (("camat", 0), ("staf", 1)):  # the token is good for one's own
            lain = terbit(pemeran.kampung, pemeran.staf)
            klien(siapa).post(alamat(lain, "tunggu-instansi"), data)
            assert lain.surat.exclude(berkas=None).count() == jumlah

    @pytest.mark.parametrize(
        ("berkas", "kata"),
        [
            (b"", "kosong (0 byte)"),
            (b"GIF89a", "GIF belum dapat dipakai"),
            (b"%PDF-1.7\npotong", "terpotong"),
            (b"MZ\x90", "bukan foto yang dapat dibuka"),
            (None, "Pilih berkasnya dulu"),
        ],
    )
    def test_what_is_no_scan_is_named(
        self, klien: Any, pemeran: Any, berkas: bytes | None, kata: str
    ) -> None:
        surat = menunggu(terbit(pemeran.kampung, pemeran.staf), pemeran.staf)
        data = {} if berkas is None else {"pindaian": pdf(data=berkas)}
        respons = klien("staf").post(halaman(surat), data)
        assert respons.status_code == 200
        assert kata in teks(respons)
        assert segar(surat).berkas is None

    def test_a_better_one_replaces_it_and_is_not_shown(
        self, klien: Any, pemeran: Any, django_capture_on_commit_callbacks: Any
    ) -> None:
        surat, staf = berpindaian(klien, pemeran), klien("staf")
        tampilkan(staf, surat)
        umum, lama = segar(surat).berkas.alamat, surat.berkas
        with django_capture_on_commit_callbacks(execute=True):
            staf.post(halaman(surat), {"pindaian": foto()})
        assert not Berkas.objects.filter(pk=lama.pk).exists()
        assert status(Client(), umum) == 404
        assert not segar(surat).berkas.publik

    def test_the_same_letter_stands_once_and_takes_the_scan_that_follows(
        self, klien: Any, pemeran: Any
    ) -> None:
        surat = menunggu(terbit(pemeran.kampung, pemeran.staf), pemeran.staf)
        data = {"instansi": surat.instansi_id, "perihal": "Dijawab", "arah": "masuk"}
        jalan, staf = alamat(surat.aspirasi, "surat"), klien("staf")
        for lain in ({}, {}, {"pindaian": pdf()}, {"pindaian": pdf()}):
            staf.post(jalan, self.isian(**data | lain))
        balasan = SuratInstansi.objects.get(arah="masuk")
        assert balasan.berkas
        with pytest.raises(TidakBisa):
            catat_surat(
                aspirasi=terbit(pemeran.kampung, pemeran.staf), surat=balasan, oleh=pemeran.staf
            )

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_only_for_the_kecamatan(self, klien: Any, pemeran: Any, siapa: str) -> None:
        surat = menunggu(terbit(pemeran.kampung, pemeran.staf), pemeran.staf)
        client = klien(siapa)
        harap = {"pengunjung": 302, "aparat_lain": 404} | dict.fromkeys(KECAMATAN, 200)
        assert client.get(halaman(surat)).status_code == harap.get(siapa, 403)
        for bagian in ("aspirasi_surat", "surat_tampil", "surat_sembunyi", "surat_tutup"):
            client.post(halaman(surat, bagian), {"pindaian": pdf()} if bagian[0] == "a" else {})
        assert bool(segar(surat).berkas) is (siapa in KECAMATAN)

    def test_a_letter_of_another_kiriman_is_not_found(self, klien: Any, pemeran: Any) -> None:
        surat = menunggu(terbit(pemeran.kampung, pemeran.staf), pemeran.staf)
        lain = terbit(pemeran.kampung, pemeran.staf)
        jalan = reverse("meja:aspirasi_surat", args=[lain.acuan, surat.pk])
        assert klien("staf").get(jalan).status_code == 404


class TestBlackBoxesOnALetter:
    """A letter that came as a photo can be covered; a PDF cannot."""

    @pytest.mark.parametrize("tampil", [True, False])
    def test_a_photo_is_covered_and_stays_as_public_as_it_was(
        self, klien: Any, pemeran: Any, tampil: bool
    ) -> None:
        surat = menunggu(terbit(pemeran.kampung, pemeran.staf), pemeran.staf)
        staf = klien("staf")
        staf.post(halaman(surat), {"pindaian": foto("white")})
        surat = segar(surat)
        if tampil:
            tampilkan(staf, surat)
        assert halaman(surat, "surat_tutup") in teks(staf.get(halaman(surat)))
        isian = {"seret": "0-0-5000-5000", "alasan": "Memuat nama warga."}
        staf.post(halaman(surat, "surat_tutup"), isian)
        baru = segar(surat).berkas
        assert baru.nama != surat.berkas.nama
        assert baru.publik is tampil
        respons = staf.get(baru.alamat)
        gambar = Image.open(io.BytesIO(b"".join(respons.streaming_content))).convert("L")
        lebar, tinggi = gambar.size
        assert gambar.getpixel((lebar // 4, tinggi // 4)) < 40
        assert gambar.getpixel((3 * lebar // 4, 3 * tinggi // 4)) > 215

    def test_a_pdf_is_not(self, klien: Any, pemeran: Any) -> None:
        surat, staf = berpindaian(klien, pemeran), klien("staf")
        assert "Isi PDF tidak dapat dihitamkan di sini" in teks(staf.get(halaman(surat)))
        assert staf.get(halaman(surat, "surat_tutup")).status_code == 404


@pytest.mark.parametrize("banyak", [1, 3])
def test_letters_cost_the_same_for_more(
    klien: Any, pemeran: Any, banyak: int, django_assert_num_queries: Any
) -> None:
    surat = menunggu(terbit(pemeran.kampung, pemeran.staf), pemeran.staf)
    for i in range(banyak):
        balasan = surat_baru(surat.instansi)
        balasan.perihal, balasan.arah = f"Balasan {i}", SuratInstansi.Arah.MASUK
        catat_surat(aspirasi=surat.aspirasi, surat=balasan, oleh=pemeran.staf)
    with django_assert_num_queries(1):
        semua = [(s.instansi.nama, s.berkas) for s in surat.aspirasi.surat.untuk_halaman()]
    assert len(semua) == banyak + 1
