"""The door to the decoder: real child processes, bounded, one at a time, and nobody waits long."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from pytest_django import Settings

from core.berkas import kamar_gelap
from core.berkas.kamar_gelap import BelumSelesai, latar, permintaan
from core.gambar.olah import FotoDitolak
from tests.pabrik import gambar as rupa

KECIL = rupa.tulis(rupa.gambar())


@pytest.fixture(autouse=True)
def sungguh(settings: Settings, tmp_path: Path) -> None:
    settings.FOTO_ANAK = True
    settings.DATA_DIR = tmp_path


@pytest.fixture
def anak(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put another child in the decoder's place."""
    return lambda nama: monkeypatch.setattr(
        kamar_gelap.gambar_anak, "__name__", f"tests.core.anak.{nama}"
    )


@contextmanager
def lewat(paling_lama: float) -> Iterator[None]:
    mulai = time.monotonic()
    yield
    assert time.monotonic() - mulai < paling_lama


def anak_hidup() -> list[psutil.Process]:
    return [p for p in psutil.Process().children() if "-m" in p.cmdline()]


def kode(data: bytes, tenggat: kamar_gelap.Tenggat) -> str:
    with pytest.raises(FotoDitolak) as galat:
        kamar_gelap.olah(data, tenggat)
    assert not anak_hidup()
    return str(galat.value.code)


def test_a_photo_and_its_black_boxes_come_back_from_the_child() -> None:
    jadi = kamar_gelap.olah(rupa.tulis(rupa.gambar(2000, 1000)), latar())
    assert (jadi.lebar, jadi.tinggi) == (1600, 800)
    assert rupa.buka(jadi.kecil).size == (480, 240)
    assert jadi.detik > 0
    hitam = kamar_gelap.tutup_kotak(jadi.besar, [(0, 0, 0.5, 1)], latar())
    assert max(rupa.buka(hitam.besar).convert("L").crop((0, 0, 700, 800)).getextrema()) < 40


def test_the_attack_is_refused_before_its_pixels_are_touched() -> None:
    """201 kB that kept a web thread busy for 4.2 s, and the seven threads behind it as well."""
    with pytest.raises(FotoDitolak) as galat:
        kamar_gelap.olah(rupa.serangan(7000, 98), latar())
    assert galat.value.code == "terlalu_berat"
    assert galat.value.detik < 0.5


@pytest.mark.parametrize(
    ("nama", "verdict"),
    [("rakus", "terlalu_berat"), ("boros", "terlalu_berat"), ("jatuh", "rusak")],
)
def test_a_child_that_dies_is_a_verdict(
    nama: str, verdict: str, anak: Callable[[str], None]
) -> None:
    anak(nama)
    besar = rupa.tulis(rupa.gambar(7000, 7000, "L", 0), "PNG")
    assert kode(besar if nama == "rakus" else KECIL, latar()) == verdict


def test_a_child_knows_no_setting(anak: Callable[[str], None]) -> None:
    anak("bocor")
    assert kode(KECIL, latar()) == "luput"


def test_a_request_waits_no_longer_than_its_time(
    anak: Callable[[str], None], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    anak("lama")
    settings.FOTO_DETIK = 0.5
    with lewat(1.5), pytest.raises(BelumSelesai):
        kamar_gelap.olah(KECIL, permintaan())
    assert not anak_hidup()
    monkeypatch.setattr(kamar_gelap, "DETIK_LATAR", 0.5)
    assert kode(KECIL, latar()) == "terlalu_berat"  # nobody tries that one for ever


def test_background_work_has_its_time_also_after_a_long_wait(anak: Callable[[str], None]) -> None:
    """A task that came after a flood used to hear that the photo was too heavy."""
    anak("lambat")
    akhir_antre = kamar_gelap.Tenggat(time.monotonic() + 0.8, permintaan=False)
    assert kamar_gelap.olah(KECIL, akhir_antre).lebar == 60


def test_the_machine_decodes_one_at_a_time(settings: Settings) -> None:
    """One process holds the lock; here the test stands in for it."""
    settings.FOTO_DETIK = 0.5
    with (kamar_gelap.folder() / kamar_gelap.NAMA_KUNCI).open("w") as lain:
        fcntl.flock(lain, fcntl.LOCK_EX)
        with lewat(1.5), pytest.raises(BelumSelesai):
            kamar_gelap.olah(KECIL, permintaan())
    assert kamar_gelap.olah(KECIL, latar()).lebar == 60


def test_two_requests_of_a_process_wait_and_the_third_does_not() -> None:
    """The threads that are left answer pages."""
    tempat = kamar_gelap._penunggu
    with tempat, tempat, lewat(0.2), pytest.raises(BelumSelesai):
        kamar_gelap.olah(KECIL, permintaan())
    assert kamar_gelap.olah(KECIL, latar()).lebar == 60


def test_a_folder_that_is_not_there_is_a_refusal(settings: Settings) -> None:
    settings.DATA_DIR = Path("/proc/tidak-ada")
    assert kode(KECIL, latar()) == "tak_tersimpan"
