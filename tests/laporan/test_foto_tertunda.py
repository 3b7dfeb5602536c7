"""Photos of a draft that the portal has not looked at yet."""

from pathlib import Path
from typing import Any

import pytest

from core.antrean.tugas import kerjakan_semua
from core.berkas import kamar_gelap
from tests.alat.baca import teks_terbuka
from tests.alat.berkas import penuhi
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
MASIH = "1 foto masih diperiksa. Tunggu sebentar"


@pytest.fixture
def draf(pemeran: Any, settings: Any, tmp_path: Path) -> Any:
    settings.DATA_DIR = tmp_path
    return buat_laporan(buat_proyek(), pemeran.kakam, terbit=False)


@pytest.fixture
def unggah(draf: Any, klien: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Send a photo while the decoder is busy for requests."""
    asli = kamar_gelap.olah

    def olah(data: bytes, tenggat: kamar_gelap.Tenggat) -> Any:
        if tenggat.permintaan:
            raise kamar_gelap.BelumSelesai
        return asli(data, tenggat)

    def kirim(satu: Any, kunci: str = "k" * 32) -> Any:
        isi = {"foto": satu, "tahap": "0", "keterangan": "Titik 1", "kunci": kunci}
        return klien("kakam").post(f"/laporan/draf/{draf.pk}/foto/", isi, follow=True)

    monkeypatch.setattr(kamar_gelap, "olah", olah)
    return kirim


def test_nobody_publishes_before_the_photos_were_looked_at(
    draf: Any, klien: Any, unggah: Any, django_capture_on_commit_callbacks: Any
) -> None:
    assert MASIH in teks_terbuka(unggah(foto()))
    unggah(foto())  # the same form twice
    respons = klien("kakam").post(f"/laporan/draf/{draf.pk}/terbitkan/", follow=True)
    assert MASIH in teks_terbuka(respons)
    draf.refresh_from_db()
    assert draf.nomor is None
    with django_capture_on_commit_callbacks(execute=True):
        kerjakan_semua()
    (satu,) = draf.foto.all()
    assert (satu.tahap, satu.keterangan) == (0, "Titik 1")
    klien("kakam").post(f"/laporan/draf/{draf.pk}/terbitkan/", follow=True)
    draf.refresh_from_db()
    assert draf.nomor


def test_a_refusal_is_read_and_a_waiting_photo_given_up(
    draf: Any, klien: Any, unggah: Any, django_capture_on_commit_callbacks: Any
) -> None:
    unggah(foto(nama="b.jpg", isi=b"\xff\xd8\xff\xe0rusak"))
    with django_capture_on_commit_callbacks(execute=True):
        kerjakan_semua()
    unggah(foto(), kunci="l" * 32)
    isi = teks_terbuka(klien("aparat").get(f"/laporan/draf/{draf.pk}/"))
    assert "Foto tidak tersimpan: Foto ini rusak" in isi
    assert MASIH in isi
    for apa in ("ditolak", "menunggu"):
        jalan = f"/laporan/draf/{draf.pk}/foto/tertunda/"
        isi = teks_terbuka(klien("aparat").post(jalan, {"apa": apa}, follow=True))
    assert "tidak tersimpan" not in isi
    assert MASIH not in isi
    kerjakan_semua()
    assert not draf.foto.exists()


def test_a_full_disk_is_a_sentence(draf: Any, klien: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    penuhi(monkeypatch)
    isi = {"foto": foto(), "tahap": "0", "keterangan": "Titik 1", "kunci": "k" * 32}
    respons = klien("kakam").post(f"/laporan/draf/{draf.pk}/foto/", isi, follow=True)
    assert "Foto tidak tersimpan: Tempat penyimpanan kami" in teks_terbuka(respons)
    assert "Titik 1" in teks_terbuka(respons)
