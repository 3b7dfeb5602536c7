"""The contracts of imports, the page of the architecture and the tests say the same."""

import re

import pytest

from tests.alat.lapis import AKAR, kontrak, lapis, terpasang
from tests.arsitektur.test_ukuran import PAKET

KONTRAK = (
    "Apps import one way",
    "Layers inside an app",
    "Rooms of core",
    "Layers of the desk",
    "Rooms of bangunrejo",
)


@pytest.mark.parametrize("nama", KONTRAK)
def test_the_page_lists_every_layer(nama: str) -> None:
    halaman = (AKAR / "docs" / "arsitektur.md").read_text()
    blok = re.search(rf"\*\*{nama}\*\*.*?```text\n(.*?)```", halaman, flags=re.S)
    assert blok, f"docs/arsitektur.md has no block for the contract “{nama}”"
    assert blok[1].splitlines() == kontrak(nama)["layers"]


def test_every_app_stands_in_every_contract() -> None:
    di_kontrak = {app for baris in lapis("Apps import one way") for app in baris}
    assert terpasang() <= di_kontrak
    assert set(PAKET) == terpasang()
    berlapis = {wadah for nama in KONTRAK[1:] for wadah in kontrak(nama)["containers"]}
    assert terpasang() - berlapis == set()


@pytest.mark.parametrize("nama", KONTRAK[1:])
def test_a_new_file_must_be_in_a_layer(nama: str) -> None:
    assert kontrak(nama)["exhaustive"]
    assert kontrak(nama)["exhaustive_ignores"] == ["apps", "migrations"]
