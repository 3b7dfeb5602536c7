"""Answering checks and notes at the desk, through the front door."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from core.formulir.sekali import kunci_baru
from core.waktu import pada, sekarang
from laporan.models import CatatanPengawasan, Tanggapan
from laporan.services.catatan import perbaiki
from proyek.models import Proyek
from tests.alat.baca import teks
from tests.pabrik.catatan import buat_catatan, buat_cek, jawab
from tests.pabrik.cek import tahan
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
ISI = "Papan proyek kami pasang hari Senin."


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    return buat_proyek(pemeran.kampung, pagu=1_000_000)


def alamat(hal: Any) -> str:
    return reverse("meja:tanggapi", kwargs={"jenis": hal.jenis_jejak, "pk": hal.pk})


def kirim(klien: Any, siapa: str, hal: Any, **lain: Any) -> Any:
    isian = {"isi": ISI, "kunci": kunci_baru()} | lain
    return klien(siapa).post(alamat(hal), isian, follow=True)


def buat(jenis: str, proyek: Proyek, pemeran: Any) -> Any:
    if jenis == "cek":
        return buat_cek(proyek, pemeran.warga)
    return buat_catatan(proyek, pemeran.bpk)


@pytest.mark.parametrize("jenis", ["cek", "catatan"])
def test_an_answer_is_public_with_the_office(
    klien: Any, proyek: Proyek, pemeran: Any, jenis: str
) -> None:
    hal = buat(jenis, proyek, pemeran)
    daftar = teks(klien("aparat").get(reverse("meja:tanggapi_daftar")))
    assert "tentang proyek" in daftar
    assert "Tanggapan Anda sudah tampil" in teks(kirim(klien, "aparat", hal))
    isi = teks(klien("aparat").get(alamat(hal)))
    assert ISI in isi
    assert f"Operator kampung {pemeran.kampung}" in isi
    umum = teks(klien("pengunjung").get(hal.get_absolute_url()))
    assert ISI in umum
    assert pemeran.aparat.nama not in umum
    hal.refresh_from_db()
    assert hal.sudah_ditanggapi
    assert "Tidak ada yang menunggu" in teks(klien("aparat").get(reverse("meja:tanggapi_daftar")))


@pytest.mark.parametrize("jenis", ["cek", "catatan"])
@pytest.mark.parametrize("siapa", [s for s in SEMUA_PERAN if s != "pengunjung"])
def test_whose_turn_it_is(klien: Any, proyek: Proyek, pemeran: Any, jenis: str, siapa: str) -> None:
    hal = buat(jenis, proyek, pemeran)
    kirim(klien, siapa, hal)
    assert Tanggapan.objects.exists() == (siapa in ("aparat", "kakam"))


def test_what_waits_next_follows(klien: Any, proyek: Proyek, pemeran: Any) -> None:
    hal, lain = buat_catatan(proyek, pemeran.bpk), buat_cek(proyek, pemeran.warga)
    respons = kirim(klien, "kakam", hal)
    assert respons.redirect_chain[0][0] == alamat(lain)
    assert "Yang menunggu berikutnya ada di bawah ini" in teks(respons)
    assert "Yang menunggu berikutnya" not in teks(kirim(klien, "kakam", lain))


def test_the_list_says_what_was_said_and_leads_to_the_answer(
    klien: Any, proyek: Proyek, pemeran: Any
) -> None:
    catatan = buat_catatan(proyek, pemeran.bpk, isi="Papan proyek belum dipasang.")
    perbaiki(catatan=catatan, isi="Papannya terbalik.", alasan="Keliru.", oleh=pemeran.bpk)
    buat_cek(proyek, pemeran.warga, isi="Mengapa pasirnya belum datang?")
    halaman = teks(klien("aparat").get(reverse("meja:tanggapi_daftar")))
    for kata in ("Papannya terbalik.", "Mengapa pasirnya belum datang?", alamat(catatan)):
        assert kata in halaman
    assert "belum dipasang" not in halaman


def test_a_form_answers_once_and_a_second_answer_is_refused(
    klien: Any, proyek: Proyek, pemeran: Any
) -> None:
    hal, kunci = buat_catatan(proyek, pemeran.bpk), kunci_baru()
    for _ in range(2):
        kirim(klien, "aparat", hal, kunci=kunci)
    assert Tanggapan.objects.count() == 1
    terlambat = kirim(klien, "kakam", hal, isi="Lain lagi.")
    assert terlambat.status_code == 409
    for kata in ("sudah ditanggapi rekan Anda", "Lain lagi.", ISI):
        assert kata in teks(terlambat)
    assert Tanggapan.objects.count() == 1


def test_a_correction_keeps_the_words_of_before(klien: Any, proyek: Proyek, pemeran: Any) -> None:
    hal = buat_catatan(proyek, pemeran.bpk)
    lama = jawab(hal, pemeran.aparat, ISI)
    halaman = reverse("meja:tanggapan_perbaiki", args=[lama.pk])
    isian = {"isi": "Papannya dipasang Selasa.", "alasan": "Bannernya belum jadi."}
    assert klien("staf").post(halaman, isian).status_code == 403
    assert klien("aparat_lain").post(halaman, isian).status_code == 403
    klien("kakam").post(halaman, isian)
    isi = teks(klien("pengunjung").get(hal.get_absolute_url()))
    for kata in (ISI, *isian.values(), "Kepala Kampung"):
        assert kata in isi
    assert "dipasang Selasa" in teks(klien("pengunjung").get(proyek.get_absolute_url()))
    assert klien("kakam").post(halaman, isian).status_code == 404


def test_taken_back_it_waits_again_since_its_day(klien: Any, proyek: Proyek, pemeran: Any) -> None:
    hal = buat_catatan(proyek, pemeran.bpk)
    lama = jawab(hal, pemeran.aparat, "Pak Xylofon yang salah.")
    halaman = reverse("meja:tanggapan_tarik", args=[lama.pk])
    assert klien("bpk").get(halaman).status_code == 403
    klien("aparat").post(
        halaman, {"cara": "hitam", "kata": "Xylofon", "alasan": "Memuat nama warga."}
    )
    assert "Xylofon" not in teks(klien("pengunjung").get(hal.get_absolute_url()))
    klien("aparat").post(halaman, {"cara": "utuh", "alasan": "Menyalahkan orang."})
    isi = teks(klien("pengunjung").get(hal.get_absolute_url()))
    assert "yang salah" not in isi
    assert "menyalahkan orang" in isi
    baru = CatatanPengawasan.objects.ditunggu().get()
    assert baru.tenggat == hal.tenggat


@pytest.mark.parametrize("isi", ["", "\0", "\u200b", "x" * 100_000])
def test_bad_words_get_a_clear_error(klien: Any, proyek: Proyek, pemeran: Any, isi: str) -> None:
    assert kirim(klien, "aparat", buat_catatan(proyek, pemeran.bpk), isi=isi).status_code == 200
    assert not Tanggapan.objects.exists()


def test_no_page_for_what_is_not_there(klien: Any, proyek: Proyek, pemeran: Any) -> None:
    tertahan = buat_cek(proyek, pemeran.warga)
    tahan(tertahan)
    assert klien("aparat").get(alamat(tertahan)).status_code == 404
    assert klien("aparat").get(alamat(tertahan).replace("/cek/", "/lain/")).status_code == 404


def test_unsettled_goes_to_the_kecamatan_once(klien: Any, proyek: Proyek, pemeran: Any) -> None:
    hal = buat_catatan(proyek, pemeran.bpk)
    belum = reverse("laporan:belum", kwargs={"jenis": "catatan", "pk": hal.pk})
    isian = {"isi": "Kapan tepatnya dipasang?"}
    assert "Belum ada tanggapan" in teks(klien("bpk").post(belum, isian))
    jawab(hal, pemeran.aparat)
    assert "Tanggapannya belum menjawab" in teks(klien("bpk").get(hal.get_absolute_url()))
    assert klien("warga").post(belum, isian).status_code == 403
    for _ in range(2):
        klien("bpk").post(belum, isian)
    isi = teks(klien("pengunjung").get(hal.get_absolute_url()))
    assert isian["isi"] in isi
    assert "Ditunggu dari Kecamatan Bangunrejo" in isi
    assert kirim(klien, "aparat", hal).status_code == 409
    assert "Tanggapan Anda" in teks(kirim(klien, "camat", hal, isi="Hari Kamis, kami awasi."))
    isi = teks(klien("pengunjung").get(hal.get_absolute_url()))
    assert "Camat, Kecamatan Bangunrejo" in isi
    assert "satu kali" in teks(klien("bpk").post(belum, {"isi": "Sekali lagi belum."}))


def test_late_is_public_and_the_kecamatan_may_answer(
    klien: Any, proyek: Proyek, pemeran: Any
) -> None:
    hal = buat_cek(proyek, pemeran.warga)
    with pada(sekarang() + dt.timedelta(days=20)):
        assert "Terlambat" in teks(klien("staf").get(reverse("meja:tanggapi_daftar")))
        assert "Tanggapan Anda" in teks(kirim(klien, "staf", hal))
        hal.refresh_from_db()
        assert hal.hari_lewat
