"""One file finds the tests of a service by its name (docs/pengujian.md).

That it uses the service, a fixture of `tests/conftest.py` watches while it runs.
"""

import inspect
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest
from django.db.transaction import Atomic

from tests.alat.lapis import AKAR
from tests.alat.layanan import berkas_uji, dipakai, layanan, yang_diuji


@pytest.mark.parametrize("berkas", layanan(), ids=lambda satu: str(satu.relative_to(AKAR)))
def test_its_file_is_there(berkas: Path) -> None:
    uji = berkas_uji(berkas)
    assert uji.exists(), f"{berkas.relative_to(AKAR)} has no {uji.relative_to(AKAR)}"
    assert "def test_" in uji.read_text()


def test_no_file_is_named_after_a_service_that_is_not_there() -> None:
    uji = [
        *(AKAR / "tests").glob("*/services/test_*.py"),
        *(AKAR / "tests").glob("*/test_services.py"),
    ]
    assert [satu for satu in uji if yang_diuji(satu) is None] == []


def test_watching_sees_a_call_and_nothing_else(tmp_path: Path) -> None:
    from core.formulir import sekali

    berkas = Path(sekali.__file__)
    with dipakai(berkas) as terlihat:
        assert terlihat == []
        sekali.kunci_baru()
    assert terlihat == ["kunci_baru"]
    with dipakai(tmp_path / "lain.py") as terlihat:
        sekali.kunci_baru()
    assert terlihat == []


MENGUNCI = {"kunci_baris", "kunci_bersama", "pindah"}
# Each opens or finds its transaction itself: a part of other acts, and one that decodes a picture
# before it locks.
SENDIRI = {"aspirasi.services.alur.pindah", "aspirasi.services.redaksi.tutup"}


def nama_penuh(fungsi: FunctionType) -> str:
    return f"{fungsi.__module__}.{fungsi.__name__}"


def beratomik(fungsi: FunctionType) -> bool:
    """Return whether `transaction.atomic` stands before it."""
    isi = (sel.cell_contents for sel in fungsi.__closure__ or ())
    return any(isinstance(satu, Atomic) for satu in isi)


def perbuatan() -> list[FunctionType]:
    """Every act of `aspirasi.services` that locks a kiriman."""
    modul = [
        import_module(f"aspirasi.services.{b.stem}") for b in layanan() if "aspirasi" in b.parts
    ]
    semua = [
        fungsi
        for satu in modul
        for nama, fungsi in vars(satu).items()
        if isinstance(fungsi, FunctionType) and fungsi.__module__ == satu.__name__
        if not nama.startswith("_") and nama_penuh(fungsi) not in SENDIRI
    ]
    return [f for f in semua if MENGUNCI & set(inspect.unwrap(f).__code__.co_names)]


@pytest.mark.parametrize("fungsi", perbuatan(), ids=nama_penuh)
def test_an_act_that_locks_is_one_transaction(fungsi: FunctionType) -> None:
    """A lock outside of one is refused by Django, and half of an act must not stay."""
    assert beratomik(fungsi)
