"""The embedded PostgreSQL: its start and its stop.

The supervisor (`manage.py jalan`) owns a `Server`, and `python -m bangunrejo.jalan.sementara` runs
one command beside a server. The address itself is computed in `bangunrejo.soket`.
"""

import contextlib
import fcntl
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import psutil

from bangunrejo.jalan import biner, klaster
from bangunrejo.jalan.proses import KendalaError, matching, say, spawn, stop_all, wait_until
from bangunrejo.soket import DATABASE, PORT, ROLE, default_url, socket_dir

LOG_LIMIT = 5_000_000  # bytes, after which the log starts anew
START_SECONDS = 120.0  # after a crash it first reads its log
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")
# The server's log is for its own troubles. The statement of a failed insert is the text of a
# kiriman with its code, and DETAIL quotes the row; the portal tells of such errors itself.
QUIET = {
    "log_min_messages": "log",  # no ERROR of a statement; FATAL, PANIC and LOG remain
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_transaction_sample_rate": "0",
    "log_statement": "none",
}
TOLD = "PORTAL_POSTGRES_DIKABARKAN"  # the line that was printed, for the children
STOP_STEPS = ((signal.SIGINT, 60.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0))


def require_writable(data_dir: Path) -> None:
    """Make `data_dir` when it is missing, and prove that it can be written."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data_dir):
            pass
    except OSError as error:
        raise KendalaError(
            f"Folder data {data_dir} tidak dapat ditulisi ({error.strerror}): perbaiki izinnya, "
            "atau pilih folder lain dengan DATA_DIR."
        ) from error


class Server:
    """One PostgreSQL for one data folder, as a child of this process.

    The caller makes sure that no second process manages the same folder.
    """

    def __init__(self, data_dir: Path, *, fast: bool = False) -> None:
        self.data_dir = data_dir
        self.fast = fast
        self.log = data_dir / "basisdata.log"
        self.process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Make user, binaries and data folder where they are missing, and stop an orphan of
        ours."""
        require_writable(self.data_dir)
        self.account = klaster.server_account()
        if os.geteuid() == 0:
            klaster.make_home()
        used = biner.programs(klaster.made_by(self.data_dir))
        _tell_of_stand_in(used)
        self.bin = klaster.binaries(used, self.account)
        self.folder = klaster.cluster_dir(self.data_dir, self.account, used, fast=self.fast)
        self.sockets = socket_dir(self.data_dir)
        self._make_socket_dir()
        self.stop_orphans()
        klaster.write_access_rules(self.folder, self.account, ROLE)

    def _make_socket_dir(self) -> None:
        try:
            self.sockets.mkdir(mode=0o700)
            if os.geteuid() == 0:
                os.chown(self.sockets, self.account.uid, self.account.gid)
        except FileExistsError:
            found = self.sockets.lstat()
            private = stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077
            if not private or found.st_uid != self.account.uid:
                raise KendalaError(
                    f"{self.sockets} bukan folder pribadi milik {self.account.name}: hapus dulu."
                ) from None

    def stop_orphans(self) -> None:
        """Stop every postgres that still works in our folder, and drop the locks it left.

        Every process of PostgreSQL has its data folder as working directory, so this finds the
        leftovers of a killed supervisor or postmaster, and nobody else's server.
        """
        stop_all(matching(self._works_here), *STOP_STEPS)
        lock = self.sockets / f".s.PGSQL.{PORT}.lock"
        for stale in (self.folder / "postmaster.pid", lock):
            stale.unlink(missing_ok=True)

    def _works_here(self, process: psutil.Process) -> bool:
        return process.name() == "postgres" and process.cwd() == str(self.folder)

    def launch(self) -> subprocess.Popen[bytes]:
        """Start the server and return at once."""
        settings = [f"unix_socket_directories={self.sockets}", "listen_addresses=", f"port={PORT}"]
        settings += ["unix_socket_permissions=0700", *(FAST if self.fast else ())]
        settings += [f"{name}={value}" for name, value in QUIET.items()]
        options = [part for setting in settings for part in ("-c", setting)]
        if self.log.exists() and _to_be_removed(self.log):
            self.log.unlink()
        with open(self.log, "ab", opener=_private) as log:
            self.process = spawn(
                [self.bin / "postgres", "-D", self.folder, *options],
                death_signal=signal.SIGINT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # the terminal's Ctrl-C is for the supervisor
                **self.account.popen_options(),
            )
        return self.process

    def start(self) -> str:
        """Start the server, wait until it answers, make role and database, and return the
        address."""
        self.prepare()
        self.launch()
        if not wait_until(self._answers_or_died, seconds=START_SECONDS):
            raise KendalaError(
                f"Basis data belum siap setelah {START_SECONDS:.0f} detik: {self.log}"
            )
        if self.process and self.process.poll() is not None:
            lines = self.log.read_text(errors="replace").strip().splitlines() or ["tanpa pesan"]
            raise KendalaError(f"Basis data gagal dinyalakan ({self.log}): {lines[-1]}")
        self._make_role_and_database()
        return default_url(self.data_dir)

    def _answers_or_died(self) -> bool:
        if self.process is None or self.process.poll() is not None:
            return True
        return can_connect(default_url(self.data_dir, role=klaster.SUPERUSER, database="postgres"))

    def _make_role_and_database(self) -> None:
        with connected(self.data_dir) as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
            if not cursor.fetchone():
                cursor.execute(f"CREATE ROLE {ROLE} LOGIN")
            if self.fast:  # tests make databases and roles of their own
                cursor.execute(f"ALTER ROLE {ROLE} CREATEDB CREATEROLE")
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if not cursor.fetchone():
                cursor.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")

    def stop(self) -> None:
        """Stop the server and wait. A temporary server is not asked to tidy its files."""
        if self.process is not None and self.process.poll() is None:
            steps = STOP_STEPS[1:] if self.fast else STOP_STEPS
            stop_all([psutil.Process(self.process.pid)], *steps)
            self.process.wait()
        if self.process is not None:
            self.stop_orphans()
            with contextlib.suppress(OSError):
                shutil.rmtree(self.sockets)


def _tell_of_stand_in(used: biner.Programs) -> None:
    """Say in one line that the system's PostgreSQL is used. Programs started from here stay
    silent."""
    line = biner.notice(used)
    if line and os.environ.get(TOLD) != line:
        os.environ[TOLD] = line
        say(line, to=sys.stderr)


def _to_be_removed(log: Path) -> bool:
    """Return whether a log is long, or from the days when statements were quoted in it."""
    return log.stat().st_size > LOG_LIMIT or b"STATEMENT:" in log.read_bytes()


def _private(path: str, flags: int) -> int:
    """Open a file for the owner only."""
    return os.open(path, flags, mode=0o600)


def can_connect(url: str) -> bool:
    import psycopg2

    try:
        psycopg2.connect(url, connect_timeout=5).close()
    except psycopg2.OperationalError:
        return False
    return True


@contextlib.contextmanager
def connected(data_dir: Path) -> Iterator[Any]:
    """Yield a cursor of the embedded server's superuser, outside any transaction."""
    import psycopg2

    url = default_url(data_dir, role=klaster.SUPERUSER, database="postgres")
    connection = psycopg2.connect(url)
    connection.autocommit = True
    try:
        yield connection.cursor()
    finally:
        connection.close()


def lock(data_dir: Path) -> IO[str]:
    """Take the data folder for this process. The lock ends with the process."""
    file = (data_dir / "jalan.kunci").open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        raise KendalaError(
            f"Portal dengan folder data {data_dir} sudah berjalan (proses {file.read().strip()}): "
            "hentikan dulu, atau beri DATA_DIR dan PORT lain."
        ) from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file
