"""The LPJ closes the money of a year; afterwards it changes only with a paper."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from core.galat import TidakBisa
from core.waktu import hari_ini
from proyek.enums import Dasar, DasarGerak
from proyek.models import Gerak, Keputusan, KoreksiLpj, Lpj, Pendanaan, Proyek
from proyek.services.lpj import buka_koreksi, tarik_pindaian, tetapkan_lpj
from proyek.services.perubahan import Ubahan, catat_perubahan
from proyek.services.uang import ubah_anggaran
from tests.alat.baca import status, teks
from tests.pabrik import gambar as rupa
from tests.pabrik.berkas import foto
from tests.pabrik.proyek import HARI, buat_dana, buat_proyek

pytestmark = pytest.mark.django_db
TAHUN = 2025
ISI = {"tahun": TAHUN, "nomor": "5 Tahun 2026", "tanggal": "2026-02-02"}


@pytest.fixture
def dana(pemeran: Any) -> Pendanaan:
    return buat_dana(buat_proyek(pemeran.kampung), 50_000_000, tahun=TAHUN)


@pytest.fixture
def lpj(pemeran: Any) -> Lpj:
    tanggal = dt.date(2026, 2, 2)
    baru = Lpj(kampung=pemeran.kampung, tahun=TAHUN, nomor="5 Tahun 2026", tanggal=tanggal)
    return tetapkan_lpj(lpj=baru, oleh=pemeran.kakam)


def ubah(dana: Pendanaan, oleh: Any) -> Any:
    """Move the anggaran without any paper."""
    return ubah_anggaran(
        selisih={dana.pk: 1_000}, tanggal=HARI, dasar=DasarGerak.PERUBAHAN, oleh=oleh
    )


def test_a_closed_year_is_corrected_only_with_a_paper(pemeran, dana, lpj) -> None:
    with pytest.raises(TidakBisa, match="koreksi setelah LPJ"):
        ubah(dana, pemeran.kakam)
    koreksi = KoreksiLpj(lpj=lpj, nomor="9/2026", tanggal=HARI)
    buka_koreksi(koreksi=koreksi, alasan="Nota tertukar.", oleh=pemeran.kakam)
    assert ubah(dana, pemeran.kakam)
    KoreksiLpj.objects.update(dicatat=koreksi.dicatat - dt.timedelta(days=15))
    with pytest.raises(TidakBisa, match="koreksi setelah LPJ"):
        ubah(dana, pemeran.kakam)


@pytest.mark.parametrize("tahun", ["-5", "1999", "abc", "99999999999", "2026.5"])
def test_an_odd_year_is_answered_in_plain_words(klien, pemeran, tahun) -> None:
    respons = klien("kakam").post("/proyek/lpj/", ISI | {"tahun": tahun})
    (pesan,) = respons.context["form"].errors["tahun"]
    assert "Pastikan" not in pesan
    assert any(kata in pesan for kata in ("Tahun ini keliru", "angka saja", "Periksa tahunnya"))
    assert not Lpj.objects.exists()


def test_other_years_and_kampung_stay_open(pemeran, dana, lpj) -> None:
    assert ubah(buat_dana(dana.proyek, 1_000, tahun=2026), pemeran.kakam)
    assert ubah(buat_dana(buat_proyek(pemeran.kampung_lain), 1_000, tahun=TAHUN), pemeran.kakam)


def test_a_perubahan_says_that_it_corrects(pemeran, dana, lpj) -> None:
    kata = {"judul": "Perubahan", "isi": "Mengubah.", "alasan": "Salah hitung upah."}
    keputusan = Keputusan(
        kampung=pemeran.kampung,
        dasar=Dasar.PERATURAN_KAMPUNG,
        tanggal_surat=HARI,
        ditetapkan_jabatan="Kepala Kampung",
        **kata,
    )
    ubahan = [Ubahan(dana.proyek, 0, {}, {dana.pk: 40_000_000})]
    catat_perubahan(keputusan=keputusan, ubahan=ubahan, oleh=pemeran.kakam)
    assert Gerak.objects.get(keputusan=keputusan).dasar == DasarGerak.KOREKSI_LPJ


def test_a_scan_comes_at_once_or_later_and_is_public(klien, client, pemeran, dana) -> None:
    kakam = klien("kakam")
    isi = ISI | {"pindaian": rupa.unggahan(rupa.pdf(), "LPJ.pdf", "application/pdf")}
    kakam.post("/proyek/lpj/", isi)
    satu = Lpj.objects.get()
    surat = {"nomor": "9/2026", "tanggal": "2026-11-02", "alasan": "Nota tertukar."}
    kakam.post(reverse("proyek:lpj_koreksi", args=[satu.pk]), surat)
    assert teks(client.get(satu.get_absolute_url())).count("belum diunggah") == 1
    jalur = reverse("proyek:lpj_pindaian", args=[satu.pk])
    assert "Pilih berkasnya dulu" in teks(kakam.post(jalur, {"kunci": "p" * 32}))
    nanti = {"koreksi": satu.koreksi.get().pk, "kunci": "p" * 32}
    assert klien("aparat_lain").post(jalur, nanti | {"pindaian": foto()}).status_code == 403
    for _ in range(2):
        assert kakam.post(jalur, nanti | {"pindaian": foto()}).status_code == 302
    awal, koreksi = satu.pindaian.all()
    assert (awal.koreksi, koreksi.koreksi) == (None, satu.koreksi.get())
    halaman = teks(client.get(satu.get_absolute_url()))
    for pindaian in (awal, koreksi):
        assert pindaian.berkas.alamat in halaman
        assert status(client, pindaian.berkas.alamat) == 200
    assert "belum diunggah" not in halaman


def test_a_scan_is_covered_and_taken_back_with_the_reason(klien, client, pemeran, lpj) -> None:
    kakam = klien("kakam")
    jalur = reverse("proyek:lpj_pindaian", args=[lpj.pk])
    kakam.post(jalur, {"pindaian": foto(), "kunci": "p" * 32})
    satu = lpj.pindaian.get()
    lama = satu.berkas.alamat
    tutup = reverse("meja:pindaian_lpj_tutup", args=[lpj.pk, satu.pk])
    kotak = {"kotak": ["0-0"], "alasan": "Memuat NIK warga."}
    assert klien("aparat_lain").post(tutup, kotak).status_code == 403
    assert "LPJ tahun 2025" in teks(kakam.get(tutup))
    assert kakam.post(tutup, kotak).status_code == 302
    satu.berkas.refresh_from_db()
    assert status(client, lama) == 404
    halaman = teks(client.get(lpj.get_absolute_url()))
    assert "Sebagian pindaian ini ditutup karena memuat NIK warga" in halaman
    tarik = reverse("proyek:lpj_pindaian_tarik", args=[lpj.pk, satu.pk])
    assert kakam.post(tarik, {"alasan": ""}).status_code == 200
    assert kakam.post(tarik, {"alasan": "Surat tahun lain."}).status_code == 302
    assert status(client, satu.berkas.alamat) == 404
    halaman = teks(client.get(lpj.get_absolute_url()))
    assert "Pindaian ini ditarik karena surat tahun lain" in halaman
    assert satu.berkas.alamat not in halaman
    assert kakam.get(tarik).status_code == kakam.get(tutup).status_code == 404
    satu.berkas.refresh_from_db()
    assert (status(kakam, satu.berkas.alamat), status(client, satu.berkas.alamat)) == (200, 404)
    with pytest.raises(TidakBisa, match="sudah ditarik"):
        tarik_pindaian(pindaian=satu, alasan="Lagi.", oleh=pemeran.kakam)


class TestPage:
    """/proyek/lpj/"""

    def test_the_form_offers_a_year_that_is_open(self, klien, lpj) -> None:
        assert klien("kakam").get("/proyek/lpj/").context["form"]["tahun"].value() == TAHUN - 1
        assert klien("aparat_lain").get("/proyek/lpj/").context["form"]["tahun"].value() == TAHUN
        isi = ISI | {"kampung": lpj.kampung_id}
        for siapa in ("kakam", "staf"):
            form = klien(siapa).post("/proyek/lpj/", isi).context["form"]
            assert "sudah ditetapkan" in form.errors["tahun"][0]

    def test_the_table_of_changes_says_before_the_press_that_its_year_is_closed(
        self, klien, pemeran, dana, lpj
    ) -> None:
        buka = dana.proyek
        buat_dana(buka, 9_000_000, tahun=2026)
        isi = {"jenis": "apb", "nomor_surat": "3", "tanggal_surat": "2026-11-02"}
        isi |= {"alasan": "Salah hitung.", "ditetapkan_jabatan": "Kepala Kampung Sido Rejo"}
        for tahun, tertutup in ((TAHUN, True), (2026, False)):
            sel = {f"{buka.nomor}-dana-dd-{tahun}": "8000000"}
            alamat = f"{buka.get_absolute_url()}perubahan/"
            halaman = teks(klien("kakam").post(alamat, isi | sel))
            assert "Ini yang akan berubah" in halaman
            assert ("tercatat sebagai koreksi setelah LPJ" in halaman) == tertutup

    def test_set_corrected_and_taken_back(self, klien, pemeran, dana) -> None:
        kakam = klien("kakam")
        assert kakam.post("/proyek/lpj/", ISI).status_code == 302
        satu = Lpj.objects.get()
        halaman = teks(klien("pengunjung").get(dana.proyek.get_absolute_url()))
        assert "Uang tahun 2025 sudah dipertanggungjawabkan (LPJ nomor 5 Tahun 2026" in halaman
        assert "sudah ditetapkan" in teks(kakam.post("/proyek/lpj/", ISI))
        surat = {"nomor": "9/2026", "tanggal": "2026-11-02", "alasan": "Nota tertukar."}
        tautan = [t for t in teks(kakam.get("/proyek/lpj/")).split('"') if "/proyek/lpj/" in t]
        koreksi, cabut = (next(t for t in tautan if akhir in t) for akhir in ("koreksi", "cabut"))
        assert "Bagian ini harus diisi" in teks(kakam.post(koreksi, surat | {"alasan": ""}))
        assert {kakam.post(koreksi, surat).status_code for _ in range(2)} == {302}
        assert satu.koreksi.count() == 1, "the same paper, pressed twice"
        assert klien("aparat_lain").post(cabut, {"alasan": "Salah."}).status_code == 403
        assert kakam.post(cabut, {"alasan": "Salah tahun."}).status_code == 302
        satu.refresh_from_db()
        assert satu.dicabut_pada
        assert ubah(dana, pemeran.kakam)

    @pytest.mark.parametrize("tahun", [hari_ini().year, "1999", "abc", "99999999999"])
    def test_a_year_that_cannot_be_closed(self, klien, pemeran, tahun) -> None:
        jawaban = klien("kakam").post("/proyek/lpj/", ISI | {"tahun": tahun})
        assert jawaban.status_code == 200
        assert not Lpj.objects.exists()

    def test_residents_may_not(self, klien) -> None:
        assert klien("warga").get("/proyek/lpj/").status_code == 403
        assert Proyek.objects.count() == 0
