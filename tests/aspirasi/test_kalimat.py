"""Sentences that pick their words by the row alone: each state, and nothing of another."""

import datetime as dt
from typing import Any

import pytest
from django.utils.timezone import now

from aspirasi.bacaan.kartu import giliran_pengirim, jumlah_suara
from aspirasi.bacaan.lalu import diberi_tahu, lalu
from aspirasi.bacaan.lama import kata_lama
from aspirasi.bacaan.lembar import masih_utuh, sebab_saran
from aspirasi.bacaan.pembaca import letak_pengirim, pembaca_tentang_petugas
from aspirasi.bacaan.percakapan import penulis
from aspirasi.bacaan.surat import keadaan_permintaan
from aspirasi.enums import Jangkauan, Jenis, JenisTindakLanjut, Langkah, Tentang
from aspirasi.models import Aspirasi, PermintaanKeterangan, TindakLanjut
from core.kalimat import Kalimat
from core.waktu import hari_ini
from warga.models import Kampung

HARI = dt.date(2026, 11, 30)
TENTANG = {"tentang": Tentang.PETUGAS_KECAMATAN, "jangkauan": Jangkauan.KECAMATAN}


def test_a_page_escapes_every_part_and_a_letter_none() -> None:
    kalimat = Kalimat("<a> ", "b & c", " <d>")
    assert kalimat.html == "&lt;a&gt; <strong>b &amp; c</strong> &lt;d&gt;"
    assert str(kalimat) == "<a> b & c <d>"
    assert Kalimat("<a>").html == "&lt;a&gt;"


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({}, "Petugas kecamatan"),
        ({"tidak_yakin": True}, "Petugas kecamatan"),
        ({"jangkauan": Jangkauan.KECAMATAN}, "Petugas khusus di kecamatan"),
        (TENTANG, "Camat"),
    ],
)
def test_danger_names_those_who_were_told(isi: dict[str, Any], kata: str) -> None:
    assert diberi_tahu(Aspirasi(bahaya=True, **isi)) == kata


@pytest.mark.parametrize(
    ("isi", "pengirim", "kata"),
    [
        ({}, True, "Sebelum diperiksa, perangkat kampung belum dapat membacanya."),
        ({"langsung": True}, True, "Seperti pilihan Anda, perangkat kampung sudah"),
        ({"langsung": True}, False, "Perangkat kampung sudah dapat membacanya sekarang."),
        ({"bahaya": True}, True, "Karena ada bahaya, perangkat kampung sudah"),
        ({"bahaya": True, "tidak_yakin": True}, True, "belum dapat membacanya."),
        ({}, True, "tampil di portal tanpa nama Anda."),
        ({"tampilkan_nama": True}, False, "tanpa nama pengirim, kecuali nama panggilan"),
        ({"jangkauan": Jangkauan.PETUGAS}, True, "hanya petugas kampung dan petugas kecamatan."),
        (TENTANG, True, "Yang membaca hanya camat dan petugas yang ditunjuk."),
        ({"jenis": Jenis.USULAN}, True, "menyebut musyawarah mana yang membahasnya dan kapan."),
        ({"anak": True}, False, "Pengirim belum 18 tahun: nama dan kontak tidak kami simpan"),
    ],
)
def test_what_happens_next(isi: dict[str, Any], pengirim: bool, kata: str) -> None:
    satu = Aspirasi(kampung=Kampung(nama="Sido Rejo"), tenggat=HARI, **isi)
    semua = [str(k) for k in lalu(satu, dijawab=None, pengirim=pengirim)]
    assert semua[0].endswith("memeriksa kiriman ini paling lambat Senin, 30 November 2026.")
    assert len([k for k in semua if kata in k]) == 1, semua


def test_a_kampung_is_not_named_where_it_must_not_know() -> None:
    satu = Aspirasi(kampung=Kampung(nama="Sido Rejo"), tenggat=HARI, **TENTANG)
    semua = " ".join(str(k) for k in lalu(satu, dijawab=HARI))
    assert "perangkat kampung" not in semua
    assert "Jawaban pertama paling lambat Senin, 30 November 2026." in semua


@pytest.mark.parametrize(
    ("dukungan", "semua", "serupa", "kata"),
    [
        (0, 0, 0, ""),
        (3, 3, 0, "3 dukungan"),
        (0, 0, 2, "2 kiriman serupa"),
        (1, 1, 1, "1 dukungan · 1 kiriman serupa"),
        (1, 3, 1, "1 dukungan · 2 dukungan belum diverifikasi · 1 kiriman serupa"),
    ],
)
def test_voices_are_counted_in_words(dukungan: int, semua: int, serupa: int, kata: str) -> None:
    satu: Any = Aspirasi()
    satu.jumlah_dukungan, satu.jumlah_semua_dukungan = dukungan, semua
    satu.jumlah_serupa = serupa
    assert jumlah_suara(satu) == kata


def test_a_card_says_what_its_sender_is_to_do() -> None:
    ditanya = giliran_pengirim(Aspirasi(langkah=Langkah.PENGIRIM, tenggat=HARI))
    assert str(ditanya) == "Petugas bertanya kepada Anda. Jawab paling lambat 30 November 2026."
    dijawab = Aspirasi(langkah=Langkah.KONFIRMASI, jenis=Jenis.KELUHAN)
    assert str(giliran_pengirim(dijawab)) == "Sudah dijawab. Giliran Anda menilainya."
    assert giliran_pengirim(Aspirasi(langkah=Langkah.KONFIRMASI, jenis=Jenis.APRESIASI)) is None
    assert giliran_pengirim(Aspirasi(langkah=Langkah.JAWAB)) is None


def test_the_first_look_is_told_in_days() -> None:
    assert str(kata_lama(None)).endswith("belum diketahui lamanya.")
    assert kata_lama(0).tebal == "selesai hari itu juga"
    assert kata_lama(2).tebal == "2 hari kerja"


def test_a_form_that_comes_back_says_what_became_of_the_photos() -> None:
    assert str(masih_utuh(foto_hilang=False)) == "Semua isian di bawah masih utuh."
    assert "Foto tidak ikut: pilih lagi" in str(masih_utuh(foto_hilang=True))
    assert sebab_saran(["lurah", "pungli"]) == "Tulisan Anda menyebut “lurah”, “pungli”."
    assert sebab_saran([]).startswith("Anda tidak yakin")


def test_who_alone_reads_is_said_by_whom_it_is_about() -> None:
    assert "Petugas kecamatan lain" in str(pembaca_tentang_petugas(Aspirasi(**TENTANG)))
    kampung = Aspirasi(tentang=Tentang.APARAT_KAMPUNG, jangkauan=Jangkauan.KECAMATAN)
    assert "Tidak seorang pun di kampung" in str(pembaca_tentang_petugas(kampung))
    assert letak_pengirim(Aspirasi(tempat_umum=True)).startswith("Tempat umum:")
    menunggu = Aspirasi(tempat_umum=True, letak_menunggu_pada=now())
    assert letak_pengirim(menunggu).startswith("Anda menandainya tempat umum.")


@pytest.mark.parametrize(
    ("jenis", "pengirim", "petugas"),
    [
        (JenisTindakLanjut.TANGGAPAN, "Camat", "Camat"),
        (JenisTindakLanjut.PERTANYAAN, "Camat bertanya", "Camat bertanya kepada pengirim"),
        (JenisTindakLanjut.BALASAN_PENGIRIM, "Anda", "Pengirim"),
    ],
)
def test_who_speaks(jenis: str, pengirim: str, petugas: str) -> None:
    satu = TindakLanjut(jenis=jenis, atas_nama="Camat")
    assert (penulis(satu, pengirim=True), penulis(satu, pengirim=False)) == (pengirim, petugas)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"dijawab_pada": now()}, "Sudah dijawab"),
        ({"ditutup_pada": now()}, "Tidak diperlukan lagi"),
        ({}, "Terlambat"),
        ({"besok": True}, "Menunggu jawaban"),
    ],
)
def test_a_question_to_a_kampung_says_where_it_stands(isi: dict[str, Any], kata: str) -> None:
    sisa = dt.timedelta(days=1 if isi.pop("besok", False) else -1)
    satu = PermintaanKeterangan(tenggat=hari_ini() + sisa, **isi)
    assert keadaan_permintaan(satu).kata == kata
