"""The supervisor: the whole portal from one command, and nothing left when it ends."""

import http.client
import os
import signal
import socket
import sys
import time
from pathlib import Path
from types import FrameType

from django.conf import settings
from django.core.management import call_command, get_commands
from django.db import connections

from bangunrejo.jalan.bagian import Command, Part, stop_marked
from bangunrejo.jalan.basisdata import Server, lock, require_writable
from bangunrejo.jalan.penjaga import Watch
from bangunrejo.jalan.proses import KendalaError, say, step, wait_until
from bangunrejo.jalan.statis import collect_if_changed

CONNECT_SECONDS = 5
READY_SECONDS = 60.0
WATCH_PAUSE = 0.2  # seconds between two looks at the children


def listen(host: str, port: str) -> socket.socket:
    """Open the socket that the web processes will serve. It outlives each of them.

    `port` "0" takes any free one.
    """
    if not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise KendalaError(f"PORT={port} bukan nomor porta: isi angka 1 sampai 65535.")
    try:
        family, _, _, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=2048)
    except OSError as error:
        raise KendalaError(
            f"Alamat {host}:{port} tidak dapat dipakai, mungkin sudah dipakai program lain: "
            f"pilih porta lain, misalnya PORT={int(port) % 65000 + 1} make run. ({error.strerror})"
        ) from error


class Supervisor:
    """Starts the parts in order, keeps them alive, stops them in reverse."""

    def __init__(self, *, host: str, port: str) -> None:
        self.data_dir = Path(os.path.realpath(settings.DATA_DIR))
        self.host, self.port = host, port
        self.parts: list[Part] = []
        self.embedded: Server | None = None
        self.ended = False
        self.running = False

    def run(self) -> None:
        """Run until a signal says stop. Raises KendalaError when it cannot start."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # as nohup leaves it
            signal.signal(signal.SIGHUP, self._on_signal)
        require_writable(self.data_dir)
        with lock(self.data_dir):
            try:
                self._start()
                self._keep_alive()
            finally:
                self._stop()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.ended = True
        if not self.running:
            raise SystemExit(128 + number)

    def _start(self) -> None:
        stop_marked(self.data_dir)
        self.socket = listen(self.host, self.port)
        self._name_address()
        self._start_database()
        self._prepare()
        self._start_programs()
        if not wait_until(self._answers_or_died, seconds=READY_SECONDS) or self.web.died():
            raise KendalaError("Server web gagal dinyalakan; sebabnya tertulis di atas.")
        self.running = True
        say(f"Portal Bangunrejo siap di {self.address()} (Ctrl-C untuk berhenti).")

    def _name_address(self) -> None:
        """Let the links in letters of the demonstration lead here, also in those of child
        processes."""
        if settings.PORTAL_MODE == "contoh" and not settings.ALAMAT_PORTAL:
            settings.ALAMAT_PORTAL = os.environ["ALAMAT_PORTAL"] = self.address().rstrip("/")

    def _start_database(self) -> None:
        if os.environ.get("DATABASE_URL"):
            _require_reachable_database()
            return
        self.embedded = Server(self.data_dir)
        self.embedded.start()
        self.parts.append(Part("Basis data", self.embedded))

    def _prepare(self) -> None:
        with step("Menyiapkan basis data …"):
            call_command("migrate", interactive=False, verbosity=0)
            call_command("createcachetable", verbosity=0)
        if settings.PORTAL_MODE == "contoh" and "muat_contoh" in get_commands():
            with step("Menyiapkan data contoh …"):
                call_command("muat_contoh", ganti=True)
        with step("Menyiapkan berkas tampilan …"):
            collect_if_changed(self.data_dir / "static.sidik")
        connections.close_all()

    def _start_programs(self) -> None:
        fd = self.socket.fileno()
        web = [sys.executable, "-m", "gunicorn", f"--bind=fd://{fd}", "bangunrejo.wsgi"]
        worker = [sys.executable, "manage.py", "pekerja"]
        place = settings.BASE_DIR
        self.web = Part("Server web", Command(web, self.data_dir, cwd=place, pass_fds=[fd]))
        self.parts += [self.web, Part("Pekerja latar", Command(worker, self.data_dir, cwd=place))]
        for part in self.parts[-2:]:
            part.start()

    def _answers_or_died(self) -> bool:
        return self.web.died() or self._answers()

    def _answers(self) -> bool:
        host, port = self.socket.getsockname()[:2]
        connection = http.client.HTTPConnection(_visitable(host), port, timeout=CONNECT_SECONDS)
        try:
            connection.request("GET", "/livez", headers={"Host": settings.ALLOWED_HOSTS[0]})
            return connection.getresponse().status < 500
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def address(self) -> str:
        port = self.socket.getsockname()[1]
        host = _visitable(self.host)
        host = f"[{host}]" if ":" in host else host
        return f"http://{host}:{port}/"

    def _keep_alive(self) -> None:
        watch = Watch(self.embedded) if self.embedded else None
        while not self.ended:
            for part in self.parts:
                part.watch()
            if watch:
                watch.look(time.monotonic())
            time.sleep(WATCH_PAUSE)

    def _stop(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        if self.running:
            say("Menghentikan portal …")
        for part in reversed(self.parts):
            part.service.stop()
        if self.embedded is not None:  # also when it never became a part
            self.embedded.stop()


def _require_reachable_database() -> None:
    connection = connections["default"]
    parameters = connection.get_connection_params() | {"connect_timeout": CONNECT_SECONDS}
    with connection.wrap_database_errors:
        connection.get_new_connection(parameters).close()


def _visitable(host: str) -> str:
    """Return a host that a browser can open: "every address" is none."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (reads it only)
