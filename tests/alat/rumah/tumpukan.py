"""The web process as production runs it, behind nginx where there is one, and all their logs."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
from django.db import connection

from bangunrejo.jalan.proses import stop_all
from bangunrejo.soket import default_url
from tests.alat.rumah.portal import BASE_DIR, wait

NGINX = shutil.which("nginx", path=f"{os.defpath}:/usr/sbin:/sbin")
# As the image's own nginx.conf begins: the template must make up for `notice` by itself.
UTAMA = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/proxy-utama.log notice;
events {{ worker_connections 512; }}
http {{
    {tempat}
    include {folder}/portal.conf;
}}
"""
SEMENTARA = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Stack:
    """gunicorn on the database of the test, and a proxy in front of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.web_port, self.port = free_port(), free_port()
        self.started: list[subprocess.Popen[bytes]] = []
        self.web = self._run("web.log", [sys.executable, "-m", "gunicorn", *self._bind()])
        wait(lambda: self._open(self.web_port), "no web process")
        if NGINX:
            self._write_proxy()
            self._run("proxy.log", [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")])
            wait(lambda: self._open(self.port), "no proxy")
        else:
            self.port = self.web_port

    def _bind(self) -> list[str]:
        return [f"--bind=127.0.0.1:{self.web_port}", "--workers=1", "bangunrejo.wsgi"]

    def _run(self, log: str, command: list[str]) -> subprocess.Popen[bytes]:
        name = connection.settings_dict["NAME"]
        url = default_url(Path(os.environ["DATA_DIR"]), database=name)
        with (self.folder / log).open("ab") as out:
            env = os.environ | {"DATABASE_URL": url}
            process = subprocess.Popen(command, cwd=BASE_DIR, env=env, stdout=out, stderr=out)
        self.started.append(process)
        return process

    def _open(self, port: int) -> bool:
        assert all(process.poll() is None for process in self.started), self.logs()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            return False
        return True

    def _write_proxy(self) -> None:
        """Write the template as the image would, without TLS, names and folders of the image."""
        text = (BASE_DIR / "deploy" / "nginx.conf.template").read_text()
        for old, new in (
            (r"/dev/stderr", str(self.folder / "proxy-galat.log")),
            (r"/var/log/nginx/access.log", str(self.folder / "proxy-kunjungan.log")),
            (r"web:8000", f"127.0.0.1:{self.web_port}"),
            (r"listen 443 ssl default_server;\n *http2 on;", f"listen 127.0.0.1:{self.port};"),
            (r"listen 80 default_server;", f"listen 127.0.0.1:{free_port()};"),
            (r"\n *ssl_\w+ .*;", ""),
            (r"\$\{NAMA_PORTAL\}", "portal.contoh.go.id"),
            (r"/srv/halaman", str(BASE_DIR / "deploy" / "halaman")),
        ):
            text, count = re.subn(old, new, text)
            assert count, old
        places = "\n".join(f"{name}_temp_path {self.folder}/{name};" for name in SEMENTARA)
        (self.folder / "portal.conf").write_text(text)
        main = UTAMA.format(folder=self.folder, tempat=places)
        main = f"user root;\n{main}" if os.geteuid() == 0 else main  # pytest's folder is private
        (self.folder / "nginx.conf").write_text(main)

    def ask(
        self, method: str, path: str, body: bytes = b"", **headers: str
    ) -> tuple[int, bytes, http.client.HTTPMessage]:
        """Send one request through the proxy, on a connection of its own."""
        one = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            one.request(method, path, body or None, {"Host": "localhost"} | named)
            reply = one.getresponse()
            return reply.status, reply.read(), reply.headers
        finally:
            one.close()

    def stop_web(self) -> None:
        stop_all([psutil.Process(self.web.pid)], (signal.SIGINT, 20.0), (signal.SIGKILL, 5.0))
        self.web.wait()
        self.started.remove(self.web)

    def stop(self) -> None:
        while self.started:
            process = self.started.pop()
            stop_all([psutil.Process(process.pid)], (signal.SIGTERM, 10.0), (signal.SIGKILL, 5.0))
            process.wait()

    def logs(self) -> dict[str, str]:
        """Return every log by its name; that of the database, too."""
        files = [*self.folder.glob("*.log"), Path(os.environ["DATA_DIR"]) / "basisdata.log"]
        return {file.name: file.read_text(errors="replace") for file in files}
