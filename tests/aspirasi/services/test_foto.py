"""Photos that no request could wait for, and photos that no disk could hold."""

import os
import stat
import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi, Lampiran, LampiranTertunda
from aspirasi.services.penghapusan import hapus_semua
from core.antrean.tugas import kerjakan_semua
from core.berkas import foto_tertunda, kamar_gelap
from core.berkas.foto_tertunda import sapu
from core.models import Tugas
from tests.alat.baca import teks
from tests.alat.berkas import penuhi
from tests.alat.pengirim import KIRIM, kenal_pengirim, kirim, kode_dan_pin
from tests.pabrik.aspirasi import buat, isian
from tests.pabrik.berkas import foto

pytestmark = pytest.mark.django_db
DIPERIKSA = "1 foto sudah kami terima dan sedang diperiksa."


@pytest.fixture(autouse=True)
def tempat(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path / "foto-menunggu"


@pytest.fixture
def sibuk(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The decoder is busy for requests; the worker still gets its turn."""
    asli = kamar_gelap.olah

    def olah(data: bytes, tenggat: kamar_gelap.Tenggat) -> Any:
        if tenggat.permintaan:
            raise kamar_gelap.BelumSelesai
        return asli(data, tenggat)

    monkeypatch.setattr(kamar_gelap, "olah", olah)


def asli(tempat: Path) -> list[Path]:
    return sorted(tempat.glob("*.asli"))


def pekerja(commit: Any) -> None:
    with commit(execute=True):
        kerjakan_semua()


def unggah(client: Client, aspirasi: Aspirasi, *isi: Any) -> Any:
    return client.post(
        reverse("aspirasi:kiriman_foto", args=[aspirasi.acuan]), {"foto": isi}, follow=True
    )


@pytest.mark.usefixtures("sibuk", "pemeran")
class TestBusy:
    def test_code_and_pin_come_at_once_and_the_photo_later(
        self, client: Client, klien: Any, tempat: Path, django_capture_on_commit_callbacks: Any
    ) -> None:
        respons = kirim(client, foto=[foto()])
        meja = reverse("meja:aspirasi_rincian", args=[Aspirasi.objects.get().acuan])
        assert "Ada foto dari pengirim yang masih diperiksa" in teks(klien("staf").get(meja))
        kode, pin = kode_dan_pin(respons)
        assert DIPERIKSA in teks(respons)
        (satu,) = asli(tempat)
        assert stat.S_IMODE(satu.stat().st_mode) == 0o600
        assert Tugas.objects.get(fungsi__endswith="foto.periksa").prioritas == 2
        pekerja(django_capture_on_commit_callbacks)
        assert not asli(tempat)
        assert not LampiranTertunda.objects.exists()
        lain = Client()
        isi = teks(lain.post(reverse("aspirasi:lacak"), {"kode": kode, "pin": pin}, follow=True))
        assert DIPERIKSA not in isi
        assert Lampiran.objects.get().aspirasi.kode in kode.replace("-", "")

    def test_a_refusal_waits_behind_code_and_pin_until_it_was_read(
        self, client: Client, tempat: Path, django_capture_on_commit_callbacks: Any
    ) -> None:
        """A sender without an account cannot be reached otherwise."""
        rusak = foto()
        rusak.file.seek(300)
        rusak.file.write(b"\xff" * 300)
        rusak.seek(0)
        baik = foto("blue")
        kode, pin = kode_dan_pin(kirim(client, foto=[baik, rusak]))
        pekerja(django_capture_on_commit_callbacks)
        assert not asli(tempat)
        assert Lampiran.objects.count() == 1
        lain = Client()
        isi = teks(lain.get(reverse("aspirasi:lacak"), {"kode": kode}))
        assert "tidak tersimpan" not in isi
        isi = teks(lain.post(reverse("aspirasi:lacak"), {"kode": kode, "pin": pin}, follow=True))
        assert "Ada foto yang tidak tersimpan." in isi
        assert "Foto ke-2 tidak tersimpan: Foto ini rusak atau terpotong" in isi
        acuan = Aspirasi.objects.get().acuan
        jalan = reverse("aspirasi:kiriman_foto_dibaca", args=[acuan])
        assert Client().post(jalan).status_code == 403
        assert "tidak tersimpan" not in teks(lain.post(jalan, follow=True))

    def test_five_in_all_wait_or_stand_and_the_same_one_once(
        self, client: Client, tempat: Path, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        kenal_pengirim(client, terkirim)
        warna = ("red", "blue", "green", "black")
        unggah(client, terkirim.aspirasi, *map(foto, warna), foto("red"))
        assert len(asli(tempat)) == 4
        isi = teks(unggah(client, terkirim.aspirasi, foto("white"), foto("yellow")))
        assert "Foto ke-2 tidak tersimpan: Satu kiriman memuat paling banyak 5 foto." in isi
        assert len(asli(tempat)) == LampiranTertunda.objects.count() == 5

    def test_a_full_folder_refuses_and_a_parked_photo_costs_its_work(
        self, client: Client, tempat: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"foto": 7_000_000}
        isi = teks(kirim(client, foto=[foto("red"), foto("blue"), foto("green")]))
        assert "Foto ke-3 tidak tersimpan: Dari jaringan yang Anda pakai" in isi
        assert len(asli(tempat)) == 2
        monkeypatch.setattr(foto_tertunda, "TERBANYAK", 2)
        lain = Client(REMOTE_ADDR="203.0.113.9")
        assert "Sedang banyak foto yang diperiksa" in teks(kirim(lain, foto=[foto()]))
        assert len(asli(tempat)) == 2

    def test_erasing_takes_what_waits(
        self, client: Client, tempat: Path, django_capture_on_commit_callbacks: Any
    ) -> None:
        kirim(client, foto=[foto()])
        with django_capture_on_commit_callbacks(execute=True):
            hapus_semua(aspirasi=Aspirasi.objects.get())
        assert not asli(tempat)
        pekerja(django_capture_on_commit_callbacks)
        assert not Lampiran.objects.exists()
        assert not LampiranTertunda.objects.exists()

    def test_what_a_crash_left_is_swept_after_a_day_and_told(
        self, client: Client, tempat: Path
    ) -> None:
        respons = kirim(client, foto=[foto()])
        assert sapu() == 0
        kemarin = time.time() - 25 * 3600
        os.utime(asli(tempat)[0], (kemarin, kemarin))
        LampiranTertunda.objects.update(dibuat="2026-01-01T00:00:00Z")
        assert sapu() == 1
        assert not asli(tempat)
        isi = teks(client.get(respons.redirect_chain[-1][0]))
        assert "Foto tidak tersimpan: Foto ini tidak sempat kami periksa." in isi


@pytest.mark.usefixtures("pemeran")
class TestFullDisk:
    """The words were stored and their sender never learnt the code: 500, three times."""

    def test_code_and_pin_come_although_the_photo_has_no_place(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        penuhi(monkeypatch)
        data = isian(foto=[foto()])
        respons = client.post(KIRIM, data, follow=True)
        assert all(kode_dan_pin(respons))
        assert "Foto tidak tersimpan: Tempat penyimpanan kami sedang bermasalah." in teks(respons)
        assert Aspirasi.objects.count() == 1

    @pytest.mark.usefixtures("sibuk")
    def test_neither_can_it_be_parked(self, client: Client, settings: Any) -> None:
        settings.DATA_DIR = Path("/proc/tidak-ada")
        respons = kirim(client, foto=[foto()])
        assert all(kode_dan_pin(respons))
        assert "Foto tidak tersimpan: Tempat penyimpanan kami" in teks(respons)


def test_a_refused_photo_is_charged_by_what_it_cost(
    client: Client, pemeran: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def berat(*_: object) -> None:
        raise kamar_gelap.FotoDitolak("terlalu_berat", detik=10)

    monkeypatch.setattr(kamar_gelap, "olah", berat)
    settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"foto": 7_300_000}
    warna = ("red", "blue", "green")
    isi = teks(kirim(client, foto=[foto(w) for w in warna]))
    assert isi.count("terlalu berat untuk dibuka") == 2
    assert "Foto ke-3 tidak tersimpan: Dari jaringan yang Anda pakai" in isi


def test_who_has_nearly_nothing_left_cannot_go_on_costing_the_decoder(
    client: Client, pemeran: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each try took 100 kB of the allowance, and up to three seconds of the one decoder."""
    dicoba = []

    def lama(data: bytes, tenggat: kamar_gelap.Tenggat) -> None:
        dicoba.append(data)
        raise kamar_gelap.BelumSelesai

    monkeypatch.setattr(kamar_gelap, "olah", lama)
    settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"foto": 4_000_000}
    terkirim = buat(pemeran.kampung)
    kenal_pengirim(client, terkirim)
    for warna in ("red", "blue", "green", "white"):
        isi = teks(unggah(client, terkirim.aspirasi, foto(warna)))
    assert "Dari jaringan yang Anda pakai" in isi
    assert len(dicoba) == 1


def test_a_photo_that_cost_little_leaves_the_allowance_for_others(
    client: Client, pemeran: Any, settings: Any
) -> None:
    settings.JATAH_PER_JAM = settings.JATAH_PER_JAM | {"foto": 1_500_000}
    warna = ("red", "blue", "green", "white", "black")
    assert "tidak tersimpan" not in teks(kirim(client, foto=[foto(w) for w in warna]))
    assert Lampiran.objects.count() == 5
