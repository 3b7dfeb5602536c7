"""Image, compose file, example settings and lock files fit the code they are for."""

import re
import tomllib
import uuid

import pytest
from environs import Env
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from bangunrejo.jalan.basisdata import QUIET
from bangunrejo.lingkungan import secret_key
from tests.alat.rumah.portal import BASE_DIR

READ_BY_CODE = re.compile(
    r"""(?:env\.\w+\(|env,\s*|environ\.get\(|environ\[)\s*"([A-Z][A-Z_]+)\"""", re.VERBOSE
)
# Not for an installation: set by the image, by the tests, or by the operating system.
NOT_FOR_PEOPLE = {"PORTAL_MODE", "STATIC_ROOT", "HOST", "PORT", "DJANGO_SETTINGS_MODULE"}
NOT_FOR_PEOPLE |= {"GESER_JAM_UJI"}  # read in tests only


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


def test_the_image_holds_every_folder_that_the_portal_reads() -> None:
    """Also the manuals: /panduan/ is read from docs/panduan."""
    kept = set(re.findall(r"^!(\S+)", text(".dockerignore"), re.MULTILINE))
    read = set()
    for app in ("bangunrejo", "core", "warga"):
        for source in (BASE_DIR / app).rglob("*.py"):
            for parts in re.findall(r'BASE_DIR((?: / "[a-z]+")+)', source.read_text()):
                read.add("/".join(re.findall(r'"([a-z]+)"', parts)))
    assert {"docs/panduan", "templates"} <= read
    assert read - {"cadangan"} <= kept


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
    for name in ("SANDI_POSTGRES", "SANDI_PEMILIK", "SANDI_PENYEGEL"):
        assert re.search(rf'^    {name}: ""$', bersama, re.MULTILINE), name


def test_the_worker_alone_can_seal_the_trail() -> None:
    tempat = [n for n in ("web", "worker", "migrate") if "DATABASE_URL_SEGEL" in container(n)]
    assert tempat == ["worker"]
    assert '--penyegel "$PERAN_PENYEGEL"' in text("deploy/migrasi.sh")
    assert "ALTER ROLE penyegel PASSWORD" in text("deploy/postgres/20-penyegel.sh")


def test_the_proxy_logs_neither_people_nor_codes() -> None:
    isi = text("deploy/nginx.conf.template")
    bentuk = re.search(r"log_format ringkas '([^']*)'", isi)
    assert bentuk
    for name in ("remote", "forwarded", "args", "uri", "query", "cookie", "$request ", "referer"):
        assert name not in bentuk[1]
    servers = re.split(r"^server \{", isi, flags=re.MULTILINE)[1:]
    assert len(servers) == 2
    for server in servers:
        assert re.search(r"access_log (off|\S+ ringkas);", server)


def test_the_errors_of_the_proxy_name_no_request() -> None:
    """Below `emerg` nginx writes address and request line side by side; when a disk is full even at
    `crit`. Lines outside `http` know no request."""
    assert re.findall(r"error_log (.*);", text("deploy/nginx.conf.template")) == [
        "/dev/stderr emerg"
    ]
    assert text("deploy/nginx.conf.template").index("error_log") < 500  # for every server
    assert "s|^error_log .*|error_log /dev/stderr crit;|" in text("Dockerfile")


def test_the_access_log_masks_what_opens_a_kiriman() -> None:
    pola = re.search(r'"~\*(.*)" \$depan\*\$belakang;', text("deploy/nginx.conf.template"))
    assert pola
    for rahasia in (str(uuid.uuid4()), uuid.uuid4().hex, "BR-7K4M-92QX-T3", "br7k4m92qxt3"):
        cocok = re.match(pola[1].replace("?<", "?P<"), f"/aspirasi/{rahasia}/foto/", re.I)
        assert cocok
        assert cocok["depan"] + "*" + cocok["belakang"] == "/aspirasi/*/foto/"
    assert not re.match(pola[1].replace("?<", "?P<"), "/proyek/PRJ-2026-0001/", re.I)


def container(name: str) -> str:
    """Return the part of compose.yaml on a service, with the shared part of the portal that it
    includes."""
    whole = text("compose.yaml")
    own = re.search(rf"^  {name}:\n((?:    .*\n|\n)+)", whole, re.MULTILINE)
    assert own
    common = whole.split("services:")[0].replace("\n  ", "\n    ")
    taken = [key for key in re.findall(r"^    (\w+):", own[1], re.MULTILINE) if key != "build"]
    for key in taken:  # what a service says itself counts
        common = re.sub(rf"^    {key}:.*\n(?:     .*\n)*", "", common, flags=re.MULTILINE)
    return own[1] + (common if "<<: *portal" in own[1] else "")


def value(name: str, key: str) -> str:
    found = re.search(rf"^    {key}: (.*?)(?: #.*)?$", container(name), re.MULTILINE)
    return found[1] if found else ""


def names(of: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_]+", of))


def test_the_database_of_compose_quotes_no_statement() -> None:
    given = re.findall(r"^      - --(\w+)=(\S+)$", container("basisdata"), re.MULTILINE)
    assert dict(given) == QUIET


@pytest.mark.parametrize("name", ["web", "worker", "migrate", "basisdata", "proxy"])
def test_every_container_is_shut_in(name: str) -> None:
    assert value(name, "cap_drop") == "[ALL]"
    assert value(name, "read_only") == "true"
    assert value(name, "security_opt") == '["no-new-privileges:true"]'
    assert all(value(name, key) for key in ("mem_limit", "cpus", "pids_limit"))
    added = names(value(name, "cap_add"))
    allowed = {"proxy": {"CHOWN", "NET_BIND_SERVICE", "SETGID", "SETUID"}}
    allowed["basisdata"] = {"CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"}
    assert added == allowed.get(name, set())


def test_the_proxy_reaches_the_portal_alone() -> None:
    nets = {
        name: names(value(name, "networks")) for name in ("web", "worker", "basisdata", "proxy")
    }
    assert nets["proxy"] == {"depan"}
    assert nets["basisdata"] == nets["worker"] == {"dalam"}
    assert nets["web"] == {"depan", "dalam"}


def test_the_proxy_sees_public_files_alone() -> None:
    proxy = container("proxy")
    assert re.findall(r"^      - data:", proxy, re.MULTILINE) == []
    seen = re.search(r"source: data\n +target: (\S+)\n +read_only: true\n +volume: (.*)", proxy)
    assert seen
    assert seen.groups() == ("/data/berkas/publik", "{subpath: berkas/publik}")
    assert re.findall(r"alias (\S+);", text("deploy/nginx.conf.template")) == [f"{seen[1]}/"]
    assert "$DATA_DIR/berkas/publik" in text("deploy/migrasi.sh")


def test_locks_agree_and_name_no_index() -> None:
    assert len(pins("requirements.txt")) > 20
    assert pins("requirements.txt") <= pins("requirements-dev.txt")
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert "://" not in text(name)
        assert "--hash=sha256:" in text(name)


def test_locks_hold_what_the_project_declares() -> None:
    declared = tomllib.loads(text("pyproject.toml"))
    wanted = {
        "requirements.txt": declared["project"]["dependencies"],
        "requirements-dev.txt": declared["dependency-groups"]["dev"],
    }
    for lock, lines in wanted.items():
        pinned = dict(pin.split("==") for pin in pins(lock))
        for line in map(Requirement, lines):
            assert line.specifier.contains(pinned[line.name]), f"{lock}: {line}; run alat/kunci"


def test_the_door_of_the_scripts_fits_the_declared_pythons() -> None:
    declared = tomllib.loads(text("pyproject.toml"))["project"]["requires-python"]
    first, last = re.findall(r"\((3), (\d+)\)", text("alat/venv"))
    fits = SpecifierSet(declared)
    assert fits.contains(".".join(first))
    assert fits.contains(".".join(last))
    assert not fits.contains(f"3.{int(last[1]) + 1}")
    assert not fits.contains(f"3.{int(first[1]) - 1}")


def test_scripts_can_be_run() -> None:
    tools = (p for p in (BASE_DIR / "alat").iterdir() if p.is_file() and not p.suffix)
    scripts = [*tools, BASE_DIR / ".ci" / "run", BASE_DIR / "manage.py"]
    for script in scripts:
        assert script.read_text().startswith("#!"), script
