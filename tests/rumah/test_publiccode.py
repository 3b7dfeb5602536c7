"""publiccode.yml and the workflow of GitHub: what others who take the project up read first.

The rules are those of the standard publiccode.yml 0.7 (its schema, lists of categories and scope);
only the part of the lists that this file uses is written down here.
"""

import re
import tomllib
from typing import Any

import pytest
from packaging.specifiers import SpecifierSet

from tests.alat.lapis import AKAR
from tests.alat.yaml_kecil import baca

WAJIB = {
    "": {
        *("publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus"),
        *("softwareType", "description", "legal", "maintenance", "localisation"),
    },
    "legal": {"license"},
    "maintenance": {"type", "contacts"},
    "localisation": {"localisationReady", "availableLanguages"},
}
BOLEH = {
    "platforms": {"web", "windows", "mac", "linux", "ios", "android"},
    "developmentStatus": {"concept", "development", "beta", "stable", "obsolete"},
    "softwareType": {"standalone/web", "standalone/backend", "standalone/other"},
    "categories": {
        *("budgeting", "digital-citizenship", "feedback-and-reviews-management"),
        *("financial-reporting", "online-community", "project-management", "workflow-management"),
    },
    "maintenance/type": {"internal", "contract", "community", "none"},
    "intendedAudience/scope": {"infrastructures", "local-authorities", "society", "welfare"},
    "localisation/localisationReady": {"true", "false"},
}
PENDEK, PANJANG = 150, range(150, 10_001)  # letters of shortDescription and longDescription


def isi() -> dict[str, Any]:
    return dict(baca((AKAR / "publiccode.yml").read_text()))


def nilai(jalur: str) -> Any:
    bagian: Any = isi()
    for satu in jalur.split("/") if jalur else ():
        bagian = bagian[satu]
    return bagian


@pytest.mark.parametrize("bagian", WAJIB)
def test_every_mandatory_key_is_there(bagian: str) -> None:
    assert {k for k, v in nilai(bagian).items() if v} >= WAJIB[bagian]


@pytest.mark.parametrize("jalur", BOLEH)
def test_words_come_from_the_lists_of_the_standard(jalur: str) -> None:
    ada = nilai(jalur)
    assert set([ada] if isinstance(ada, str) else ada) <= BOLEH[jalur]


def test_it_names_the_version_and_an_address() -> None:
    assert isi()["publiccodeYmlVersion"] == "0.7"
    assert re.fullmatch(r"https://\S+\.git", isi()["url"])
    assert re.fullmatch(r"[A-Za-z0-9.+-]+", isi()["legal"]["license"])
    assert all(orang["name"] for orang in isi()["maintenance"]["contacts"])


@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_each_language_says_what_it_is(bahasa: str) -> None:
    satu = isi()["description"][bahasa]
    assert len(satu["shortDescription"]) <= PENDEK
    assert len(satu["longDescription"]) in PANJANG
    assert len(satu["features"]) in range(5, 21)
    for gambar in satu["screenshots"]:
        assert (AKAR / gambar).is_file(), gambar


def test_it_needs_the_pythons_that_the_project_declares() -> None:
    python = next(satu for satu in isi()["dependsOn"]["open"] if satu["name"] == "Python")
    cocok = SpecifierSet(pyproject()["project"]["requires-python"])
    assert cocok.contains(python["versionMin"])
    assert cocok.contains(python["versionMax"])
    assert workflow()["strategy"]["matrix"]["python"] == [
        python["versionMin"],
        python["versionMax"],
    ]


def pyproject() -> dict[str, Any]:
    return tomllib.loads((AKAR / "pyproject.toml").read_text())


def workflow() -> dict[str, Any]:
    return dict(baca((AKAR / ".github/workflows/uji.yml").read_text())["jobs"]["uji"])


def test_the_workflow_calls_make_test_and_nothing_else() -> None:
    assert [langkah["run"] for langkah in workflow()["steps"] if "run" in langkah] == ["make test"]


def test_the_workflow_may_only_read() -> None:
    assert baca((AKAR / ".github/workflows/uji.yml").read_text())["permissions"] == {
        "contents": "read"
    }
    assert "permissions" not in workflow()
    ambil = next(s for s in workflow()["steps"] if s.get("uses", "").startswith("actions/checkout"))
    assert ambil["with"]["persist-credentials"] == "false"


def test_actions_are_pinned_and_libraries_cached_by_their_locks() -> None:
    dipakai = [langkah["uses"] for langkah in workflow()["steps"] if "uses" in langkah]
    assert all(re.fullmatch(r"[\w/-]+@v\d+\.\d+\.\d+", satu) for satu in dipakai), dipakai
    simpanan = next(s for s in workflow()["steps"] if s.get("uses", "").startswith("actions/cache"))
    assert simpanan["with"]["path"] == workflow()["env"]["PIP_CACHE_DIR"]
    for kunci in ("matrix.python", "requirements.txt", "requirements-dev.txt"):
        assert kunci in simpanan["with"]["key"]
