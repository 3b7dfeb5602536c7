"""Files of the embedded PostgreSQL: its user, its binaries, its data folder.

PostgreSQL refuses to run as root, so root gives it a system user of its own and a copy of the
wheel's binaries under `HOME`, because that user can rarely enter the checkout. The permission
of a folder that already exists is never changed.
"""

import contextlib
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bangunrejo.jalan import biner
from bangunrejo.jalan.proses import KendalaError
from bangunrejo.soket import HOME

USER = "bangunrejo"
SUPERUSER = "postgres"
# A few systems lack C.UTF-8; PostgreSQL brings an equivalent of its own since version 17.
BUILTIN_SINCE = 17
LOCALES = (
    ("--locale=C.UTF-8",),
    ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
)
HBA = "local all all peer map=portal\n"


@dataclass(frozen=True)
class Account:
    """The user of the operating system under whom the server runs."""

    name: str
    uid: int
    gid: int

    def popen_options(self) -> dict[str, Any]:
        """Return the options with which Popen becomes this user (none when we already are)."""
        options: dict[str, Any] = {"cwd": "/", "env": {"LC_ALL": "C", "PATH": os.defpath}}
        if os.geteuid() == 0:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return options

    def run(self, *command: str | Path, text: str = "") -> subprocess.CompletedProcess[str]:
        """Run a short command as this user, with `text` as its input."""
        return subprocess.run(  # noqa: S603 (our own words, no shell)
            command, input=text, text=True, capture_output=True, check=False, **self.popen_options()
        )

    def can_enter(self, folder: Path) -> bool:
        return self.run("test", "-x", folder).returncode == 0


def server_account() -> Account:
    """Return the account that runs the server: ourselves, or as root a system user made for it."""
    if os.geteuid() != 0:
        return _account_of(os.geteuid())
    try:
        entry = pwd.getpwnam(USER)
    except KeyError:
        _add_system_user()
        entry = pwd.getpwnam(USER)
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _account_of(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise KendalaError(
            f"Pengguna nomor {uid} tidak punya nama di sistem ini, padahal PostgreSQL "
            "memerlukannya: jalankan sebagai pengguna lain, atau isi DATABASE_URL."
        ) from None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _add_system_user() -> None:
    command = shutil.which("useradd", path=f"{os.defpath}:/usr/sbin:/sbin")
    if command is None:
        raise KendalaError(
            "Perintah useradd tidak ada (paket passwd): pasang dulu, atau jalankan portal "
            "sebagai pengguna biasa, bukan root."
        )
    made = _run([command, "--system", "--no-create-home", f"--home-dir={HOME}", USER])
    if made.returncode not in (0, 9):  # 9: someone else made it in between
        raise KendalaError(f"Pengguna sistem {USER} tidak dapat dibuat: {made.stderr.strip()}")


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, text=True, capture_output=True, check=False)  # noqa: S603 (our callers)


def make_home() -> None:
    """Make `HOME` so that the server's user may enter it, unless it exists."""
    with contextlib.suppress(FileExistsError):
        HOME.mkdir(mode=0o755, parents=True)


def binaries(used: biner.Programs, account: Account) -> Path:
    """Return the folder with postgres and initdb that `account` may run (a copy, for root)."""
    if os.geteuid() != 0:
        return used.folder
    if used.from_wheel:
        return _copied(used.folder)
    if not account.can_enter(used.folder):
        raise KendalaError(
            f"Pengguna {account.name} tidak dapat menjalankan PostgreSQL di {used.folder}: beri "
            "izin masuk, atau jalankan portal sebagai pengguna biasa, bukan root."
        )
    return used.folder


def _copied(folder: Path) -> Path:
    """Return the programs of the wheel in a copy that the server's user may enter."""
    package = folder.parent.parent
    copy = HOME / f"postgresql-{biner.wheel_version()}"
    if not copy.exists():
        _copy_binaries(package, copy)
    return copy / package.name / folder.relative_to(package)


def _copy_binaries(source: Path, copy: Path) -> None:
    """Copy beside the goal and rename, so that a half copy is never taken for a whole one."""
    make_home()
    half = Path(tempfile.mkdtemp(prefix=f"{copy.name}-", dir=HOME))
    half.chmod(0o755)
    ignore = shutil.ignore_patterns("include", "*.a", "__pycache__", "pgxs")
    for part in (source, source.with_name(f"{source.name}.libs")):
        if part.exists():
            shutil.copytree(part, half / part.name, symlinks=True, ignore=ignore)
    try:
        half.rename(copy)
    except OSError:  # another process was quicker
        shutil.rmtree(half)


def made_by(data_dir: Path) -> str:
    """Return the major version that made the database of `data_dir`; "" when there is none."""
    return _version_of(data_dir / "db")


def _version_of(folder: Path) -> str:
    try:
        return (folder / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        return ""


def cluster_dir(
    data_dir: Path, account: Account, used: biner.Programs, *, fast: bool = False
) -> Path:
    """Return the server's data folder for `data_dir`, made by initdb when it is missing.

    It is `data_dir/db`, or, where the server's user cannot enter `data_dir`, a folder
    under `HOME` that `data_dir/db` points to.
    """
    place = data_dir / "db"
    if place.exists():
        return _checked(place.resolve(), account, used)
    if place.is_symlink():
        raise KendalaError(
            f"Basis data {place.readlink()} hilang: pulihkan, atau hapus tautan {place}."
        )
    if account.can_enter(data_dir):
        _initdb(used, place, account, fast=fast)
        return place.resolve()
    make_home()
    outside = HOME / f"db-{secrets.token_hex(6)}"
    _initdb(used, outside, account, fast=fast)
    place.symlink_to(outside)
    return outside


def _checked(folder: Path, account: Account, used: biner.Programs) -> Path:
    found = _version_of(folder)
    if found != used.major:
        raise KendalaError(_other_version(folder, found, used))
    if folder.stat().st_uid != account.uid:
        raise KendalaError(
            f"Folder {folder} bukan milik pengguna {account.name}: jalankan portal sebagai "
            "pemiliknya, atau pakai DATA_DIR lain."
        )
    return folder


def _other_version(folder: Path, found: str, used: biner.Programs) -> str:
    found = found or "yang tidak dikenal"
    wrong = f"Folder {folder} dibuat oleh PostgreSQL {found}, sedangkan "
    if used.from_wheel:
        return (
            f"{wrong}portal ini memakai PostgreSQL {used.major}: buat cadangan dengan versi "
            "portal yang lama (`make backup`), lalu pulihkan ke DATA_DIR yang kosong "
            "(`make restore`)."
        )
    return (
        f"{wrong}yang terpasang di sini PostgreSQL {used.version} ({used.folder}): pasang "
        f"PostgreSQL {found}, atau pakai DATA_DIR lain."
    )


def _initdb(used: biner.Programs, folder: Path, account: Account, *, fast: bool) -> None:
    """Make a cluster beside the goal and rename it, so that a half-made one is never used."""
    make = folder.with_name(f"{folder.name}.baru")
    errors = ""
    for locale in LOCALES if int(used.major) >= BUILTIN_SINCE else LOCALES[:1]:
        shutil.rmtree(make, ignore_errors=True)
        make.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(make, account.uid, account.gid)
        command: list[str | Path] = [binaries(used, account) / "initdb", "-D", make]
        command += [f"--username={SUPERUSER}", "--auth=peer"]
        command += [*locale, "--encoding=UTF8", "--no-instructions", *["--no-sync"] * fast]
        done = account.run(*command)
        if done.returncode == 0:
            make.rename(folder)
            return
        errors = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "tanpa pesan"
    shutil.rmtree(make, ignore_errors=True)
    raise KendalaError(f"Folder basis data {folder} tidak dapat dibuat: {errors}")


def write_access_rules(folder: Path, account: Account, role: str) -> None:
    """Let only the server's user and ourselves in; the kernel says who asks (peer)."""
    names = {account.name, _account_of(os.geteuid()).name}
    ident = "".join(
        f'portal "{name}" {database_role}\n'
        for name in sorted(names)
        for database_role in (role, SUPERUSER)
    )
    # This is written as the server's user: root must not follow links in a folder of another.
    for name, text in (("pg_hba.conf", HBA), ("pg_ident.conf", ident)):
        account.run("tee", folder / name, text=text)
