"""A problem is told in one sentence, with a non-zero exit and no traceback."""

import socket
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from environs import Env

from bangunrejo import lingkungan
from bangunrejo.jalan.penyelia import listen
from bangunrejo.jalan.proses import KendalaError
from tests.alat.rumah.portal import run

PRODUCTION = {
    "PORTAL_MODE": "produksi",
    "SECRET_KEY": "kunci-untuk-uji-saja-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "portal.contoh.go.id",
    "EMAIL_URL": "smtp://surat.contoh.go.id:25",
    "DEFAULT_FROM_EMAIL": "portal@contoh.go.id",
}


def refusal(*command: str, **changes: str) -> str:
    """Run a command that must fail; return its one sentence."""
    done = run("manage.py", *command, **changes)
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_taken_port(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refusal("jalan", DATA_DIR=str(folder), PORT=str(port))
    assert f"127.0.0.1:{port} tidak dapat dipakai" in said
    assert "pilih porta lain" in said


def test_port_that_is_no_port(folder: Path) -> None:
    assert "bukan nomor porta" in refusal("jalan", DATA_DIR=str(folder), PORT="delapan")


@pytest.mark.parametrize("port", ["70000", "-1", "8000 ", "٨٠", ""])
def test_other_words_for_a_port(port: str) -> None:
    with pytest.raises(KendalaError, match=f"PORT={port} bukan nomor porta"):
        listen("127.0.0.1", port)


def test_unwritable_data_folder(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    said = refusal("jalan", DATA_DIR=str(tmp_path / "berkas" / "data"))
    assert "tidak dapat ditulisi" in said
    assert "DATA_DIR" in said


def test_unwritable_data_folder_of_the_demonstration(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    data_dir = str(tmp_path / "berkas" / "data")
    assert data_dir in refusal("jalan", DATA_DIR=data_dir, PORTAL_MODE="contoh")


def test_unreachable_database(folder: Path) -> None:
    address = "postgres://portal@127.0.0.1:9/portal"
    said = refusal("jalan", DATA_DIR=str(folder), DATABASE_URL=address)
    assert "Basis data tidak dapat dihubungi: periksa DATABASE_URL" in said


def test_address_that_is_no_database(folder: Path) -> None:
    assert "DATABASE_URL" in refusal("jalan", DATA_DIR=str(folder), DATABASE_URL="bukan alamat")


def test_data_folder_of_another_major_version(folder: Path) -> None:
    (folder / "db").mkdir(parents=True)
    (folder / "db" / "PG_VERSION").write_text("17\n")
    said = refusal("jalan", DATA_DIR=str(folder))
    assert "dibuat oleh PostgreSQL 17" in said
    assert "make restore" in said


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL", "DATA_DIR"])
def test_missing_production_setting(folder: Path, missing: str) -> None:
    said = refusal("jalan", **PRODUCTION | {"DATA_DIR": str(folder), missing: ""})
    assert missing in said


def test_a_key_that_is_easily_guessed(folder: Path) -> None:
    key = "rahasia"
    said = refusal("jalan", **PRODUCTION | {"DATA_DIR": str(folder), "SECRET_KEY": key})
    assert "SECRET_KEY terlalu mudah ditebak: isi dengan 50 huruf atau lebih" in said
    assert "token_urlsafe(50)" in said
    assert key not in said


def production_key(folder: Path, key: str) -> str:
    with pytest.MonkeyPatch.context() as change:
        change.setenv("SECRET_KEY", key)
        return lingkungan.secret_key(Env(), "produksi", folder)


@pytest.mark.parametrize("key", [PRODUCTION["SECRET_KEY"][:49], "k" * 200, "kecamatan" * 20])
def test_other_keys_that_are_easily_guessed(tmp_path: Path, key: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="terlalu mudah ditebak") as refused:
        production_key(tmp_path, key)
    assert key not in str(refused.value)


@pytest.mark.parametrize("key", [PRODUCTION["SECRET_KEY"][:50], "0123456789abcdef" * 4])
def test_a_long_key_is_taken(tmp_path: Path, key: str) -> None:
    assert production_key(tmp_path, key) == key


def test_a_whole_production_is_taken(folder: Path) -> None:
    said = run("manage.py", "check", **PRODUCTION | {"DATA_DIR": str(folder)})
    assert said.returncode == 0, said.stderr


def test_unknown_mode(folder: Path) -> None:
    assert "PORTAL_MODE" in refusal("jalan", DATA_DIR=str(folder), PORTAL_MODE="coba")


def test_other_commands_without_a_running_server(folder: Path) -> None:
    said = refusal("migrate", DATA_DIR=str(folder))
    assert "jalankan dulu `make run`" in said
