"""The demonstration carries a version: an older one is built anew, and nothing else ever is."""

import ast
import hashlib
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

from bangunrejo.contoh import bangun_ulang, versi
from bangunrejo.contoh.bangun_ulang import segarkan
from bangunrejo.contoh.orang import buat_kampung_contoh
from bangunrejo.jalan import penyelia
from bangunrejo.jalan.proses import KendalaError
from bangunrejo.management.commands import muat_contoh
from core.models import Detak
from core.waktu import sekarang
from tests.pabrik.orang import PenggunaFactory
from warga.models import Pengguna

CERITA = Path(versi.__file__).parent
BUKAN_CERITA = ("versi.py", "bangun_ulang.py", "__init__.py")
# The story of each version, as `sidik` reads it.
SIDIK = {
    2: "ab26f5382e97c80a",
    3: "9b6022b38876bbe9",
    4: "789e51049982ce4e",
    5: "5c529e25a1c406c0",
    6: "30168b982bbf9196",
    7: "8938021278ac8766",
    8: "02db9f3124d0276f",
    9: "7f650fef6c429d17",
    10: "31b8c23175a7cbb5",
    11: "2bd1cba2152e700d",
    12: "79f8606087de97a9",
    13: "a5a35302848d7dfa",
    14: "31a26579935e57e3",
    15: "ed44f93dcef83d96",
    16: "9131b89f9901bbf1",
    17: "17a1df8a64be782e",
    18: "792fcbb14cd04ba5",
    19: "9cf50ce855493180",
    20: "1090f53952a624b3",
    21: "daef0f8a5be36d71",
}


def sidik() -> str:
    """Return a fingerprint of data and code of the story; imports and remarks do not count."""
    hasil = hashlib.sha256()
    for path in sorted(CERITA.glob("data/*.json")):
        hasil.update(path.read_bytes())
    for path in sorted(CERITA.glob("*.py")):
        if path.name not in BUKAN_CERITA:
            hasil.update(tanpa_hiasan(path.read_text()).encode())
    return hasil.hexdigest()[:16]


def tanpa_hiasan(isi: str) -> str:
    """Return code without imports, comments, docstrings and line breaks of its own."""

    class Buang(ast.NodeTransformer):
        def visit_Import(self, simpul: ast.Import) -> None: ...
        def visit_ImportFrom(self, simpul: ast.ImportFrom) -> None: ...
        def visit_Expr(self, simpul: ast.Expr) -> ast.Expr | None:
            return None if isinstance(simpul.value, ast.Constant) else simpul

    return ast.unparse(Buang().visit(ast.parse(isi)))


def test_another_story_has_another_version() -> None:
    assert SIDIK.get(versi.VERSI) == sidik(), (
        "The demonstration has changed. Does a visitor see another story? Then raise VERSI in "
        f"bangunrejo/contoh/versi.py by one and add that number here with {sidik()!r}: older "
        "demonstrations are built anew. Was the code only tidied? Then put "
        f"{sidik()!r} in the place of {SIDIK.get(versi.VERSI)!r}."
    )


@pytest.fixture
def disentuh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Return what `segarkan` does to the database: noted instead of done."""
    catatan: list[str] = []
    monkeypatch.setattr(bangun_ulang, "backup", lambda ke: catatan.append("backup") or tmp_path)
    monkeypatch.setattr(bangun_ulang, "_kosongkan", lambda: catatan.append("kosongkan"))
    return catatan


@pytest.fixture
def contoh_lama(settings: Settings, db: None) -> None:
    settings.PORTAL_MODE = "contoh"
    buat_kampung_contoh()


@pytest.mark.usefixtures("contoh_lama")
def test_a_demonstration_without_a_version_is_the_first_and_replaced(
    disentuh: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert versi.versi_dimuat() == 1
    segarkan()
    assert disentuh == ["backup", "kosongkan"]
    kalimat = capsys.readouterr().out
    assert kalimat.startswith("Data contoh versi lama diganti cerita yang baru; isinya yang lama")
    assert kalimat.count("\n") == 1


@pytest.mark.usefixtures("contoh_lama")
def test_the_version_of_today_stays(disentuh: list[str]) -> None:
    Detak.objects.create(nama="contoh-1", waktu=sekarang())
    versi.catat_versi()
    assert versi.versi_dimuat() == versi.VERSI
    segarkan()
    assert disentuh == []


@pytest.mark.usefixtures("contoh_lama")
@pytest.mark.parametrize("mode", ["produksi", "uji"])
def test_no_other_mode_is_touched(disentuh: list[str], settings: Settings, mode: str) -> None:
    settings.PORTAL_MODE = mode
    segarkan()
    assert disentuh == []


@pytest.mark.usefixtures("contoh_lama")
def test_an_account_of_somebody_keeps_everything(
    disentuh: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    PenggunaFactory(email="staf@contoh.invalid")
    PenggunaFactory(email=None, telepon="+6281234567890")
    PenggunaFactory(email="siti@contoh.invalid.id")
    segarkan()
    assert disentuh == []
    assert "ada 2 akun lain di dalamnya: tidak diganti" in capsys.readouterr().out


def test_a_portal_without_the_demonstration_is_not_touched(
    disentuh: list[str], settings: Settings, db: None
) -> None:
    settings.PORTAL_MODE = "contoh"
    segarkan()
    assert not Pengguna.objects.exists()
    assert disentuh == []


@pytest.mark.usefixtures("contoh_lama")
def test_without_a_backup_nothing_is_emptied(
    disentuh: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def penuh(ke: Path) -> Path:
        raise KendalaError("Cadangan gagal ditulis: penyimpanan penuh")

    monkeypatch.setattr(bangun_ulang, "backup", penuh)
    segarkan()
    assert disentuh == []
    assert "tidak dapat diganti: Cadangan gagal ditulis" in capsys.readouterr().out


def test_the_portal_lets_an_older_one_go_when_it_starts(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.PORTAL_MODE = "contoh"
    perintah: list[tuple[str, bool]] = []

    def catat(nama: str, **pilihan: object) -> None:
        perintah.append((nama, pilihan.get("ganti") is True))

    monkeypatch.setattr(penyelia, "call_command", catat)
    monkeypatch.setattr(penyelia, "collect_if_changed", lambda _: None)
    monkeypatch.setattr(penyelia, "connections", Mock())
    penyelia.Supervisor(host="127.0.0.1", port="0")._prepare()
    assert perintah[-1] == ("muat_contoh", True)
    assert perintah[0] == ("migrate", False)


@pytest.mark.parametrize(
    ("pilihan", "urutan"), [({}, ["muat"]), ({"ganti": True}, ["segarkan", "muat"])]
)
def test_room_is_made_before_loading_and_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, pilihan: dict[str, bool], urutan: list[str]
) -> None:
    dijalankan: list[str] = []
    monkeypatch.setattr(muat_contoh, "segarkan", lambda: dijalankan.append("segarkan"))
    monkeypatch.setattr(muat_contoh, "muat", lambda: dijalankan.append("muat"))
    call_command("muat_contoh", **pilihan)
    assert dijalankan == urutan
