"""Looks in the field through the front door: the cast, what everyone reads, and bad input."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.formulir.sekali import kunci_baru
from core.moderasi.penarikan import HITAM
from core.templatetags.bentuk import tanggal
from core.waktu import hari_ini, pada, sekarang
from laporan.models import (
    FotoLapangan,
    HasilLapangan,
    Musyawarah,
    PemeriksaanLapangan,
    SuratInspektorat,
)
from meja.urusan import hitung
from tests.alat.baca import teks
from tests.pabrik.berkas import foto, unggahan_pdf
from tests.pabrik.lapangan import (
    BESOK,
    buat_lapangan,
    musyawarah_baru,
    surati,
    tercatat,
    tiga_cek,
)
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
MEJA = "/kerja/lapangan/"
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}


def isi_hasil(**lain: Any) -> dict[str, Any]:
    asal = {
        "tanggal": hari_ini().isoformat(),
        "banyak_warga": "7",
        "hadir": "Kasi PMK, Kepala Kampung",
        "terlihat": "Talud 3 meter dari 10 meter.",
        "disepakati": "Sisanya dikerjakan.",
        "sampai": (hari_ini() + BESOK).isoformat(),
        "kunci": kunci_baru(),
    }
    return asal | lain


def alamat(nama: str, *kunci: Any) -> str:
    return reverse(f"laporan:{nama}", args=kunci)


def test_three_residents_let_everyone_read_that_the_kecamatan_looks(
    client: Client, klien: Any, pemeran: Any
) -> None:
    tentang = tiga_cek(pemeran)
    satu = PemeriksaanLapangan.objects.get()
    for jalur in (tentang.proyek, tentang.laporan, satu):
        halaman = teks(client.get(jalur.get_absolute_url()))
        assert "Kecamatan sedang memeriksa di lapangan (paling lambat" in halaman
    assert "minggu" in teks(client.get(satu.get_absolute_url()))
    assert alamat("lapangan_hasil", satu.pk) in teks(klien("staf").get(MEJA))
    hasil = klien("staf").post(alamat("lapangan_hasil", satu.pk), isi_hasil() | {"foto": foto()})
    assert hasil["Location"] == satu.get_absolute_url()
    for jalur in (tentang.proyek, satu):
        assert "Talud 3 meter dari 10 meter." in teks(client.get(jalur.get_absolute_url()))
    assert FotoLapangan.objects.get().berkas.publik
    assert alamat("lapangan_jawab", satu.pk) in teks(klien("aparat").get(MEJA))


def test_a_second_send_does_nothing_twice(klien: Any, pemeran: Any) -> None:
    satu, isi = buat_lapangan(pemeran), isi_hasil()
    for _ in range(2):
        jawaban = klien("staf").post(alamat("lapangan_hasil", satu.pk), isi | {"foto": foto()})
        assert jawaban.status_code == 302
    assert (HasilLapangan.objects.count(), FotoLapangan.objects.count()) == (1, 1)


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_the_cast_and_its_doors(klien: Any, pemeran: Any, siapa: str) -> None:
    buka, catat = buat_proyek(pemeran.kampung), buat_lapangan(pemeran)
    selesai = tercatat(pemeran).pemeriksaan
    kecamatan = siapa in KECAMATAN
    pintu = {
        alamat("lapangan_buka", buka.nomor): kecamatan,
        alamat("lapangan_hasil", catat.pk): kecamatan,
        alamat("lapangan_batal", catat.pk): kecamatan,
        alamat("lapangan_perbaiki", selesai.pk): kecamatan,
        alamat("lapangan_foto", selesai.pk): kecamatan,
        alamat("lapangan_tarik", selesai.pk): kecamatan,
        alamat("lapangan_jawab", selesai.pk): siapa in ("aparat", "kakam"),
        alamat("inspektorat", buka.nomor): siapa in ("petugas_rahasia", "camat"),
        alamat("musyawarah_rencana", buka.nomor): kecamatan or siapa == "bpk",
        "/kerja/lapangan/": kecamatan or siapa in ("aparat", "kakam", "aparat_lain", "bpk"),
    }
    for jalur, boleh in pintu.items():
        harap = 302 if siapa == "pengunjung" else 200 if boleh else 403
        assert klien(siapa).get(jalur).status_code == harap, jalur
    assert klien(siapa).get(selesai.get_absolute_url()).status_code == 200


def test_the_letter_shows_its_day_and_nothing_else(klien: Any, pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    isi = {"nomor": "Xylofon/1", "tanggal": hari_ini().isoformat(), "kunci": kunci_baru()}
    kirim = isi | {"pindaian": unggahan_pdf()}
    assert klien("camat").post(alamat("inspektorat", proyek.nomor), kirim).status_code == 302
    surat = SuratInspektorat.objects.get()
    for siapa in SEMUA_PERAN:
        halaman = teks(klien(siapa).get(proyek.get_absolute_url()))
        assert "Kecamatan menyurati Inspektorat pada" in halaman
        assert "bukan tuduhan" in halaman
        assert "Xylofon" not in halaman
        boleh = siapa in ("camat", "petugas_rahasia")
        berkas = surat.berkas
        assert berkas is not None
        assert not berkas.publik
        kiriman = klien(siapa).get(berkas.alamat)
        b"".join(getattr(kiriman, "streaming_content", ()))
        assert kiriman.status_code == (200 if boleh else 404), siapa
        cabut = klien(siapa).get(alamat("inspektorat_cabut", surat.pk)).status_code
        assert cabut == (302 if siapa == "pengunjung" else 200 if boleh else 404), siapa
    klien("camat").post(alamat("inspektorat_cabut", surat.pk), {"alasan": "Salah proyek."})
    halaman = teks(klien("pengunjung").get(proyek.get_absolute_url()))
    assert "Kecamatan menyurati Inspektorat pada" not in halaman
    assert "dicabut karena keliru" in halaman


def test_bpk_plans_a_musyawarah_and_writes_its_outcome(klien: Any, pemeran: Any) -> None:
    proyek = tercatat(pemeran).pemeriksaan.proyek
    rencana = alamat("musyawarah_rencana", proyek.nomor)
    assert "Sisanya dikerjakan." in teks(klien("bpk").get(rencana))
    isi = {"tanggal": hari_ini().isoformat(), "tempat": "Balai kampung", "tentang": "Sisa talud."}
    kirim = isi | {"kunci": kunci_baru()}
    for _ in range(2):
        assert klien("bpk").post(rencana, kirim).status_code == 302
    milik = Musyawarah.objects.get()
    assert "Sisa talud." in teks(klien("pengunjung").get(proyek.get_absolute_url()))
    hasil = alamat("musyawarah", milik.pk, "hasil")
    for siapa in ("staf", "bpk"):
        assert hasil in teks(klien(siapa).get(MEJA))
    kata = {"diadakan": "ya", "hasil": "Dikerjakan bulan depan."}
    assert klien("bpk").post(hasil, kata).status_code == 302
    assert klien("bpk").get(hasil).status_code == 302  # written already
    assert "Dikerjakan bulan depan." in teks(klien("pengunjung").get(proyek.get_absolute_url()))
    perbaiki = alamat("musyawarah", milik.pk, "perbaiki")
    ganti = kata | {"hasil": "Dikerjakan minggu depan.", "alasan": "Salah tulis."}
    assert klien("bpk").post(perbaiki, ganti).status_code == 302
    umum = teks(klien("pengunjung").get(proyek.get_absolute_url()))
    assert f"Hasil diperbaiki {tanggal(hari_ini())}, karena: Salah tulis." in umum
    assert klien("aparat").get(perbaiki).status_code == 403
    assert klien("bpk").get(alamat("musyawarah_tarik", milik.pk)).status_code == 403
    for nama in ("ubah", "batal", "apa"):
        lain = klien("bpk").get(alamat("musyawarah", milik.pk, nama)).status_code
        assert lain == (404 if nama == "apa" else 302)


@pytest.mark.parametrize(
    "isi",
    [
        {"terlihat": "a\0b"},
        {"terlihat": "x" * 100_000},
        {"hadir": "\u200b"},
        {"banyak_warga": "-1"},
        {"banyak_warga": "99999999999999"},
        {"tanggal": "0001-01-01"},
        {"sampai": "kapan-kapan"},
        {"sampai": "9999-12-31"},
    ],
)
def test_bad_input_gets_a_clear_error_and_loses_nothing(
    klien: Any, pemeran: Any, isi: dict[str, str]
) -> None:
    satu = buat_lapangan(pemeran)
    kirim = isi_hasil(disepakati="Kata yang tetap.") | isi
    jawaban = klien("staf").post(alamat("lapangan_hasil", satu.pk), kirim | {"foto": foto()})
    assert jawaban.status_code in (200, 409)
    assert "Kata yang tetap." in teks(jawaban)
    assert "1 foto sudah kami simpan" in teks(jawaban)
    assert not HasilLapangan.objects.exists()


def test_words_and_photos_are_taken_back_with_a_reason(klien: Any, pemeran: Any) -> None:
    satu = tercatat(pemeran, terlihat="Rumah Xylofon di sana.").pemeriksaan
    staf = klien("staf")
    staf.post(alamat("lapangan_foto", satu.pk), {"foto": foto(), "kunci": kunci_baru()})
    milik = FotoLapangan.objects.get()
    tarik = alamat("lapangan_foto_tarik", satu.pk, milik.pk)
    assert staf.get(reverse("meja:lapangan_foto", args=[satu.pk, milik.pk])).status_code == 200
    assert staf.post(tarik, {"alasan": "Wajah anak terlihat."}).status_code == 302
    kirim = {"kata": "Xylofon", "alasan": "Memuat nama warga."}
    assert staf.post(alamat("lapangan_tarik", satu.pk), kirim).status_code == 302
    halaman = teks(klien("pengunjung").get(satu.get_absolute_url()))
    assert f"Rumah {HITAM} di sana." in halaman
    assert "wajah anak terlihat" in halaman
    assert "Memuat nama warga." in halaman


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_no_page_with_a_look_on_it_asks_more_than_twelve_times(
    klien: Any, pemeran: Any, django_assert_max_num_queries: Any, siapa: str
) -> None:
    milik = tercatat(pemeran).pemeriksaan
    tentang = tiga_cek(pemeran)
    surati(pemeran, tentang.proyek)
    musyawarah_baru(pemeran, tentang.proyek)
    orang = klien(siapa)
    halaman = [tentang.proyek, tentang.laporan, milik]
    semua = [satu.get_absolute_url() for satu in halaman if satu]
    if siapa in (*KECAMATAN, "aparat", "kakam", "bpk"):
        semua.append(MEJA)
    for jalur in semua:
        with django_assert_max_num_queries(12):
            assert orang.get(jalur).status_code == 200


def test_the_kecamatan_sees_an_agreement_that_nobody_answered(klien: Any, pemeran: Any) -> None:
    with pada(sekarang() - 3 * BESOK):
        milik = tercatat(pemeran).pemeriksaan
    beranda = klien("staf").get("/kerja/")
    assert "kesepakatan lapangan lewat harinya, belum dijawab kampung" in teks(beranda)
    assert f'href="{MEJA}"' in beranda.content.decode()
    assert milik.get_absolute_url() in klien("staf").get(MEJA).content.decode()
    assert alamat("lapangan_jawab", milik.pk) in klien("aparat").get(MEJA).content.decode()


def test_an_answered_agreement_leaves_the_desk_until_its_new_day_is_near(
    klien: Any, pemeran: Any
) -> None:
    milik = tercatat(pemeran).pemeriksaan
    jauh = hari_ini() + 30 * BESOK
    aparat, tautan = klien("aparat"), alamat("lapangan_jawab", milik.pk)
    assert tautan in aparat.get("/kerja/").content.decode()
    assert "Disepakati sampai" in teks(aparat.get(tautan))
    isi = {"jawab": "belum", "kata": "Menunggu semen.", "sampai": jauh.isoformat()}
    aparat.post(tautan, isi | {"kunci": kunci_baru()})
    assert hitung(pemeran.aparat)["sepakat"] == 0
    assert tautan not in klien("aparat").get(MEJA).content.decode()
    with pada(sekarang() + 23 * BESOK):
        assert hitung(pemeran.aparat)["sepakat"] == 1


def test_the_sender_reads_on_the_own_check_that_the_kecamatan_looks(pemeran: Any) -> None:
    tiga_cek(pemeran)
    satu = PemeriksaanLapangan.objects.get()
    cek = satu.cek.select_related("penulis").first()
    sendiri = Client()
    sendiri.force_login(cek.penulis)
    for orang, ada in ((sendiri, True), (Client(), False)):
        isi = orang.get(cek.get_absolute_url()).content.decode()
        assert (satu.get_absolute_url() in isi) == ada
