"""One file finds the tests of a service by its name (docs/pengujian.md).

That it uses the service, a fixture of `tests/conftest.py` watches while it runs.
"""

from pathlib import Path

import pytest

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
