"""Image, compose file, example settings and lock files fit the code they are for."""

import re
import tomllib
from pathlib import Path

import pytest
from environs import Env

from bangunrejo.lingkungan import secret_key
from tests.rumah.alat import BASE_DIR

READ_BY_CODE = re.compile(
    r"""(?:env\.\w+\(|env,\s*|environ\.get\(|environ\[)\s*"([A-Z][A-Z_]+)\"""", re.VERBOSE
)
# Not for an installation: set by the image, by the tests, or by the operating system.
NOT_FOR_PEOPLE = {"PORTAL_MODE", "STATIC_ROOT", "HOST", "PORT", "DJANGO_SETTINGS_MODULE"}


def text(name: str) -> str:
    return (BASE_DIR / name).read_text()


def pins(name: str) -> set[str]:
    return set(re.findall(r"^(\S+==\S+)", text(name), re.MULTILINE))


def explained() -> set[str]:
    return set(re.findall(r"^#? ?([A-Z][A-Z_]+)=", text(".env.contoh"), re.MULTILINE))


def test_every_setting_is_explained() -> None:
    sources = [*(BASE_DIR / "bangunrejo").rglob("*.py"), BASE_DIR / "gunicorn.conf.py"]
    read = {name for path in sources for name in READ_BY_CODE.findall(path.read_text())}
    assert {"SECRET_KEY", "EMAIL_URL", "WEB_CONCURRENCY", "ADMIN_SANDI"} <= read
    assert read - NOT_FOR_PEOPLE <= explained()


def test_every_variable_of_compose_is_explained() -> None:
    used = set(re.findall(r"\$\{([A-Z_]+)", text("compose.yaml")))
    assert used
    assert used <= explained()


def test_the_image_holds_every_app() -> None:
    kept = set(re.findall(r"^!(\S+)", text(".dockerignore"), re.MULTILINE))
    contracts = tomllib.loads(text("pyproject.toml"))["tool"]["importlinter"]
    assert set(contracts["root_packages"]) <= kept
    for name in kept:
        assert (BASE_DIR / name).exists(), name


def test_the_image_is_built_with_a_key_that_production_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kunci = re.search(r"SECRET_KEY=(\S+)", text("Dockerfile"))
    assert kunci
    monkeypatch.setenv("SECRET_KEY", kunci[1])
    assert secret_key(Env(), "produksi", BASE_DIR) == kunci[1]


def test_secrets_stay_out_of_the_image_and_of_git() -> None:
    kept = re.findall(r"^!(\S+)", text(".dockerignore"), re.MULTILINE)
    assert not {".env", "cadangan", ".data"} & set(kept)
    assert {".env", ".data/", "cadangan/", "deploy/tls/"} <= set(text(".gitignore").split())
    for name in ("SECRET_KEY", "SANDI_POSTGRES", "SANDI_PEMILIK", "SANDI_PORTAL", "EMAIL_URL"):
        assert re.search(rf"^{name}=$", text(".env.contoh"), re.MULTILINE), name


def test_the_web_process_holds_no_password_of_the_owner() -> None:
    """Its role cannot rewrite the trail, so it may not find the one that can."""
    bersama = text("compose.yaml").split("services:")[0]
    assert "env_file: .env" in bersama
    for name in ("SANDI_POSTGRES", "SANDI_PEMILIK"):
        assert re.search(rf'^    {name}: ""$', bersama, re.MULTILINE), name


def test_the_proxy_logs_neither_people_nor_codes() -> None:
    isi = text("deploy/nginx.conf.template")
    bentuk = re.search(r"log_format ringkas '([^']*)'", isi)
    assert bentuk
    for name in ("remote", "forwarded", "args", "request_uri", "query", "cookie", "$request "):
        assert name not in bentuk[1]
    servers = re.split(r"^server \{", isi, flags=re.MULTILINE)[1:]
    assert len(servers) == 2
    for server in servers:
        assert re.search(r"access_log (off|\S+ ringkas);", server)


def test_locks_agree_and_name_no_index() -> None:
    assert len(pins("requirements.txt")) > 20
    assert pins("requirements.txt") <= pins("requirements-dev.txt")
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert "://" not in text(name)
        assert "--hash=sha256:" in text(name)


def test_scripts_can_be_run() -> None:
    scripts = [*Path(BASE_DIR / "alat").iterdir(), BASE_DIR / ".ci" / "run", BASE_DIR / "manage.py"]
    for script in scripts:
        assert script.read_text().startswith("#!"), script
