"""A database that is away: our 503 in plain words, with the typed text, and one line in the log."""

import logging
import signal
from collections.abc import Iterator
from typing import Any

import psycopg2
import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from pytest_django import Settings

from bangunrejo.jalan import penjaga
from core.log import SatuBaris
from tests.rumah.conftest import new_folder

CERITA = "Jalan dusun 3 berlubang <dalam>,\nanak sekolah jatuh di sana."
ISIAN = {
    "kunci": "kunci yang rahasia sekali",
    "csrfmiddlewaretoken": "x y",
    "jenis": "keluhan",
    "isi": CERITA,
    "sandi": "sandi dengan spasi",
    "pin": "12 34 56",
}


def mati(*args: Any, **kwargs: Any) -> None:
    raise OperationalError("server closed the connection unexpectedly\n\tThis probably means …")


@pytest.fixture
def tamu() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def putus(db: None) -> Iterator[None]:
    """No connection of this test reaches a database."""
    with pytest.MonkeyPatch.context() as ganti:
        ganti.setattr(BaseDatabaseWrapper, "ensure_connection", mati)
        ganti.setattr(BaseDatabaseWrapper, "cursor", mati)
        yield


def test_a_post_gets_its_words_back_and_no_secret(tamu: Client, putus: None) -> None:
    respons = tamu.post("/aspirasi/kirim/", ISIAN)
    isi = respons.content.decode()
    assert (respons.status_code, respons["Retry-After"]) == (503, "15")
    assert "no-store" in respons["Cache-Control"]
    assert "Jalan dusun 3 berlubang &lt;dalam&gt;,\nanak sekolah jatuh di sana.</textarea>" in isi
    assert isi.count("<textarea") == 1
    for rahasia in ("rahasia sekali", "dengan spasi", "12 34 56"):
        assert rahasia not in isi


def test_a_password_is_never_given_back(tamu: Client, putus: None) -> None:
    isian = {"login": "0813-7777-2222", "password": "kata sandi saya", "catatan": "tiga kata ini"}
    respons = tamu.post("/akun/masuk/", isian)
    assert respons.status_code == 503
    assert "kata sandi saya" not in respons.content.decode()


def test_reading_says_when_to_come_back(
    tamu: Client, putus: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "django.request"):
        logging.getLogger("django").addHandler(caplog.handler)
        respons = tamu.get("/")
        logging.getLogger("django").removeHandler(caplog.handler)
    assert respons.status_code == 503
    assert "Portal terganggu sebentar" in respons.content.decode()
    assert len(caplog.records) == 1
    SatuBaris().filter(caplog.records[0])
    assert caplog.records[0].exc_info is None
    assert "\n" not in caplog.records[0].getMessage()


def test_another_fault_stays_a_500(tamu: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def rusak(request: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bangunrejo.halaman.views.render", lambda *args, **kwargs: rusak(None))
    assert tamu.get("/tentang/").status_code == 500


def test_a_session_the_database_did_not_take_is_ours(
    tamu: Client, db: None, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    """It used to be a 400 that blamed the browser (Django: SessionInterrupted)."""

    def gagal(*args: Any, **kwargs: Any) -> None:
        try:
            mati()
        except OperationalError:
            raise UpdateError  # noqa: B904 (as Django's own store does)

    session = tamu.session
    session["apa"] = "saja"
    session.save()
    settings.SESSION_SAVE_EVERY_REQUEST = True
    monkeypatch.setattr(SessionStore, "save", gagal)
    respons = tamu.get("/tentang/")
    assert respons.status_code == 503
    assert "Portal terganggu sebentar" in respons.content.decode()


class Palsu:
    """A server that notes the signals it gets."""

    def __init__(self) -> None:
        self.process, self.data_dir, self.signals = self, None, []

    def send_signal(self, number: int) -> None:
        self.signals.append(number)


def test_a_server_that_only_refuses_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    server, menolak = Palsu(), True
    monkeypatch.setattr(penjaga, "refuses", lambda satu: menolak)
    watch = penjaga.Watch(server)
    for now in (0.0, 5.0, 10.0):
        watch.look(now)
    assert server.signals == []
    menolak = False
    watch.look(15.0)
    menolak = True
    for now in (20.0, 25.0, 30.0):
        watch.look(now)
    assert server.signals == [], "it answered in between"
    watch.look(35.0)
    assert server.signals == [signal.SIGINT]


def test_only_shutting_down_counts_as_refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    kata = "FATAL:  the database system is shutting down"

    def tolak(*args: Any, **kwargs: Any) -> None:
        raise psycopg2.OperationalError(kata)

    monkeypatch.setattr(psycopg2, "connect", tolak)
    with new_folder() as folder:
        server = type("Server", (), {"data_dir": folder})()
        assert penjaga.refuses(server)
        kata = "FATAL:  the database system is starting up"
        assert not penjaga.refuses(server)
