"""The file that holds the tests of a service, and a watch whether they use it.

`aspirasi/services/pin.py` is tested in `tests/aspirasi/services/test_pin.py`, `forum/services.py`
in `tests/forum/test_services.py`.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from tests.alat.lapis import AKAR, terpasang


def layanan() -> list[Path]:
    """Return the files of the services of our apps."""
    return sorted(
        satu
        for app in terpasang()
        for pola in ("services.py", "services/*.py")
        for satu in (AKAR / app).glob(pola)
        if satu.name != "__init__.py"
    )


def berkas_uji(layanan: Path) -> Path:
    """Return the file that holds the tests of a service."""
    dalam = layanan.relative_to(AKAR)
    return AKAR / "tests" / dalam.with_name(f"test_{dalam.name}")


def yang_diuji(berkas: Path) -> Path | None:
    """Return the service that a file of tests is named after; None for any other file.

    A second file of one service adds a word: `test_jam_tunda.py` tests `jam.py`, too.
    """
    dalam = berkas.relative_to(AKAR / "tests")
    if dalam.name != "test_services.py" and dalam.parent.name != "services":
        return None
    nama = dalam.stem.removeprefix("test_")
    while nama and not (AKAR / dalam).with_name(f"{nama}.py").exists():
        nama = nama.rpartition("_")[0]
    return (AKAR / dalam).with_name(f"{nama}.py") if nama else None


@contextmanager
def dipakai(berkas: Path) -> Iterator[list[str]]:
    """Yield a list that names the first function of `berkas` that runs in the block.

    It stays empty when none does. Watching costs something only until then.
    """
    terlihat: list[str] = []
    jalur = str(berkas)

    def lihat(frame: FrameType, kejadian: str, _: object) -> None:
        kode = frame.f_code
        if kejadian == "call" and kode.co_filename == jalur and kode.co_name != "<module>":
            terlihat.append(kode.co_name)
            sys.setprofile(None)

    sys.setprofile(lihat)
    try:
        yield terlihat
    finally:
        sys.setprofile(None)


def seluruh_berkas(config: pytest.Config) -> bool:
    """Say whether this run takes files whole, not single tests of them."""
    pilihan = ("keyword", "markexpr", "lf", "deselect", "maxfail")
    tersaring = any(config.getoption(satu, None) for satu in pilihan)
    return not tersaring and "::" not in str(config.args)
