"""No log of proxy, portal or database holds an address with a kiriman, a code, a PIN or a text."""

import http.client
import logging
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import DataError, IntegrityError, OperationalError, connection

from aspirasi.kode import kode_dari, pin_dari, tulis_kode
from aspirasi.models import Aspirasi
from bangunrejo.jalan.basisdata import QUIET
from core.log import Formatter, SatuBaris, uraikan
from tests.alat.rumah.portal import FORMULIR, TEKS
from tests.alat.rumah.tumpukan import NGINX, Stack

KIRIM = "/aspirasi/kirim/"
BATAS = "batasbadan"


@pytest.fixture
def tumpukan(transactional_db: None, tmp_path: Path) -> Iterator[Stack]:
    stack = Stack(tmp_path)
    try:
        yield stack
    finally:
        stack.stop()


def kuki(headers: Any) -> str:
    return "; ".join(h.split(";")[0] for h in headers.get_all("Set-Cookie", []))


class Pengirim:
    """A browser that opened the form; its key decides code and PIN."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        _, halaman, kepala = stack.ask("GET", KIRIM)
        isi = halaman.decode()
        self.kuki = kuki(kepala)
        self.csrf = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', isi)[0]
        self.kunci = re.findall(r'name="kunci" value="([\w-]+)"', isi)[0]

    def kirim(self, alamat: str, isian: dict[str, str], kuki: str = "") -> tuple[int, bytes, Any]:
        badan = urlencode(isian | {"csrfmiddlewaretoken": self.csrf, "kunci": self.kunci}).encode()
        jenis = "application/x-www-form-urlencoded"
        asal = f"http://127.0.0.1:{self.stack.port}{KIRIM}?kode={self.kode}"
        return self.stack.ask(
            "POST", alamat, badan, Content_Type=jenis, Cookie=kuki or self.kuki, Referer=asal
        )

    def bersama(self, banyak: int) -> list[int]:
        """Press the button `banyak` times at once; return the answers."""
        hasil: list[int] = []
        semua = [
            Thread(target=lambda: hasil.append(self.kirim(KIRIM, FORMULIR)[0]))
            for _ in range(banyak)
        ]
        for satu in semua:
            satu.start()
        for satu in semua:
            satu.join()
        return hasil

    @property
    def kode(self) -> str:
        return kode_dari(self.kunci)


def unggah(pengirim: Pengirim, alamat: str, isi: bytes) -> int:
    """Post a photo of `isi` to a page of the kiriman."""
    bagian = (
        f'--{BATAS}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n'
        f"{pengirim.csrf}\r\n--{BATAS}\r\n"
        'Content-Disposition: form-data; name="foto"; filename="a.jpg"\r\n\r\n'
    ).encode()
    jenis = f"multipart/form-data; boundary={BATAS}"
    badan = bagian + isi + f"\r\n--{BATAS}--\r\n".encode()
    return pengirim.stack.ask(
        "POST", alamat, badan, Content_Type=jenis, Cookie=pengirim.kuki, Referer=alamat
    )[0]


def kacau(stack: Stack, kode: str) -> None:
    """Send the web process nonsense that is no request, with a code in it."""
    with socket.create_connection(("127.0.0.1", stack.web_port), timeout=10) as soket:
        soket.sendall(f"GET /lacak?kode={kode} HTTP/9.9\r\nHost: x\r\n\r\n".encode())
        assert b"400" in soket.recv(4096)


def test_no_log_tells_who_sent_what(tumpukan: Stack) -> None:
    """A double press, a body over 16 kB, a broken request, and a portal that is gone."""
    pengirim = Pengirim(tumpukan)
    assert pengirim.bersama(4) == [302] * 4
    aspirasi = Aspirasi.objects.get()
    acuan, pin, ditulis = str(aspirasi.acuan), pin_dari(pengirim.kunci), tulis_kode(pengirim.kode)
    halaman = f"/aspirasi/kiriman/{acuan}/"

    status, _, kepala = pengirim.kirim("/aspirasi/lacak/", {"kode": ditulis, "pin": pin})
    assert status == 302
    pengirim.kuki += f"; {kuki(kepala)}"
    assert tumpukan.ask("GET", f"/aspirasi/lacak/?kode={ditulis}")[0] in (200, 302)
    assert unggah(pengirim, f"{halaman}foto/", b"x" * 20_000) in (200, 302)
    assert tumpukan.ask("GET", f"{halaman}?kode={ditulis}")[0] in (302, 404)
    kacau(tumpukan, ditulis)
    tumpukan.stop_web()
    if NGINX:
        assert unggah(pengirim, f"{halaman}foto/?kode={ditulis}", b"x" * 20_000) == 502
        assert pengirim.kirim(KIRIM, FORMULIR | {"isi": TEKS * 100})[0] == 502
    tumpukan.stop()

    semua = tumpukan.logs()
    rahasia = (TEKS[:12], TEKS[:12].replace(" ", "+"), pengirim.kode, ditulis, acuan, pin)
    for nama, isi in semua.items():
        for satu in (*rahasia, aspirasi.acuan.hex, aspirasi.pin_hash, pengirim.kunci):
            assert satu not in isi, f"{nama}: {satu}"
        assert "127.0.0.1, " not in isi, nama
        # With an address, as a proxy writes it; the database says "to client: Broken pipe".
        assert not re.search(r"client: [\d:]", isi), nama
    assert "Invalid request" in semua["web.log"]
    assert "database system is ready" in semua["basisdata.log"]
    if NGINX:
        assert "POST /aspirasi/kiriman/*/foto/ 502" in semua["proxy-kunjungan.log"]


def test_refused_uploads_break_no_request_of_somebody_else(tumpukan: Stack) -> None:
    """The rest of a refused body is read, so the connection that the proxy keeps stays whole."""
    pengirim = Pengirim(tumpukan)
    isian = f'--{BATAS}\r\nContent-Disposition: form-data; name="a"\r\n\r\n{"x" * 100_000}\r\n'
    kepala = {
        "Content-Type": f"multipart/form-data; boundary={BATAS}",
        "Cookie": pengirim.kuki,
        "Host": "localhost",
    }
    sambungan = http.client.HTTPConnection("127.0.0.1", tumpukan.web_port, timeout=10)
    try:
        for _ in range(3):
            sambungan.request("POST", KIRIM, (isian * 60).encode(), kepala)
            jawaban = sambungan.getresponse()
            assert (jawaban.status, b"terlalu besar" in jawaban.read()) == (413, True)
            asal = sambungan.sock
            sambungan.request("GET", "/livez", headers={"Host": "localhost"})
            assert sambungan.getresponse().read() == b"hidup\n"
            assert sambungan.sock is asal, "the connection was closed in between"
    finally:
        sambungan.close()


def test_the_database_of_the_portal_quotes_no_statement(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(QUIET)])
        assert dict(cursor.fetchall()) == QUIET


def baris(galat: BaseException, kata: str = "Internal Server Error: %s", *args: str) -> str:
    """Return the line of the log about an exception."""
    catatan = logging.LogRecord(
        "django.request", 40, __file__, 1, kata, args or ("/x/",), (type(galat), galat, None)
    )
    SatuBaris().filter(catatan)
    return Formatter().format(catatan)


def test_an_error_of_a_row_shows_no_row(db: None) -> None:
    """PostgreSQL quotes the whole row under DETAIL; the log keeps kind, place and constraint."""
    with pytest.raises(IntegrityError) as galat, connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_tugas (fungsi, argumen, kunci, status, percobaan, siap_pada, dibuat,"
            " galat) VALUES (%s, '[]', '', 'menunggu', 0, NULL, now(), '')",
            [TEKS],
        )
    assert TEKS in str(galat.value)
    isi = baris(galat.value)
    assert TEKS not in isi
    assert "IntegrityError: 23502 null value in column" in isi


def test_a_value_that_does_not_fit_is_not_kept_with_the_task(db: None) -> None:
    """The row of a failed task keeps the words of its error, but for these."""
    with pytest.raises(DataError) as galat, connection.cursor() as cursor:
        cursor.execute("SELECT %s::int", [TEKS])
    assert TEKS in str(galat.value)
    assert uraikan(galat.value, berkata=True).endswith("DataError: 22P02")


def test_words_of_visitors_do_not_reach_the_log() -> None:
    for galat in (ValueError(TEKS), KeyError(TEKS), OSError({"pak@contoh.id": (550, b"x")})):
        isi = baris(galat)
        assert type(galat).__name__ in isi
        assert TEKS not in isi
        assert "contoh.id" not in isi
    kata = "Not Found: /aspirasi/kiriman/400b5ea4-c1e6-496f-a78f-308d5e2bda2d/?kode=BR-7K4M-92QX-T3"
    assert baris(ValueError(), "%s", kata).startswith("Not Found: /aspirasi/kiriman/*/\n")
    assert baris(ValueError(), "%s", "BR-7K4M-92QX-T3 dari 203.0.113.7").startswith("* dari *\n")


def test_a_database_that_is_away_is_one_line() -> None:
    isi = baris(OperationalError("server closed the connection unexpectedly\n\tThis probably"))
    assert isi == "Basis data tidak dapat dihubungi: server closed the connection unexpectedly"
