"""Headers and cookies; security.txt; and requests that never end."""

import datetime as dt
import re
import socket
import time
from types import SimpleNamespace

import pytest
from django.test import Client
from environs import Env
from pytest_django import Settings

from bangunrejo.jalan.pekerja_web import Worker
from bangunrejo.lingkungan import kuki_dan_https
from tests.alat.pengirim import KIRIM
from tests.pabrik.aspirasi import isian
from tests.rumah.test_pemasangan import text

HSTS = 'add_header Strict-Transport-Security "max-age=31536000; includeSubDomains; preload" always;'


@pytest.mark.parametrize("alamat", ["/tentang/", "/tidak-ada/", "/livez", "/berkas/tidak-ada"])
def test_every_answer_says_what_pages_may_use(client: Client, db: None, alamat: str) -> None:
    respons = client.get(alamat)
    izin = dict(re.findall(r"([\w-]+)=(\(\w*\))", respons["Permissions-Policy"]))
    assert {nama for nama, untuk in izin.items() if untuk != "()"} == {
        "geolocation",
        "clipboard-write",
    }
    assert izin["camera"] == izin["microphone"] == izin["payment"] == "()"
    assert respons["Cross-Origin-Resource-Policy"] == "same-origin"
    assert respons["Cross-Origin-Opener-Policy"] == "same-origin"


def test_the_proxy_says_the_same_of_static_files() -> None:
    isi = text("deploy/nginx.conf.template")
    for satu in (HSTS, "add_header X-Content-Type-Options nosniff always;"):
        assert isi.count(satu) == 4  # its own pages, static files, hashed ones, public photos
    assert isi.count("add_header Cross-Origin-Resource-Policy same-origin always;") == 3


def test_an_asset_that_is_missing_is_not_missing_for_a_year() -> None:
    """During an update a page may ask for a style that the proxy does not have yet."""
    (satu,) = re.findall(
        r"add_header Cache-Control .*immutable.*", text("deploy/nginx.conf.template")
    )
    assert "always" not in satu


def test_cookies_of_production_are_bound_to_host_and_https() -> None:
    aman = kuki_dan_https(Env(), "produksi")
    assert aman["SESSION_COOKIE_NAME"] == "__Host-sesi"
    assert aman["CSRF_COOKIE_NAME"] == "__Host-csrf"
    assert aman["SESSION_COOKIE_SECURE"] is aman["CSRF_COOKIE_SECURE"] is True
    biasa = kuki_dan_https(Env(), "contoh")
    assert biasa["SESSION_COOKIE_NAME"] == "sesi"
    assert "SECURE_SSL_REDIRECT" not in biasa


@pytest.mark.django_db
def test_the_key_of_a_form_lies_in_a_cookie_that_only_https_sets(
    client: Client, settings: Settings
) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    respons = client.post(KIRIM, isian(), secure=True)
    kuki = respons.cookies["__Secure-kiriman_kunci"]
    assert (kuki["secure"], kuki["path"]) == (True, "/aspirasi/terkirim/")
    assert b"data-salin" in client.get("/aspirasi/terkirim/", secure=True).content


@pytest.mark.parametrize("alamat", ["/.well-known/security.txt", "/security.txt"])
def test_who_finds_a_hole_learns_whom_to_tell(
    client: Client, settings: Settings, alamat: str
) -> None:
    settings.KONTAK_KEAMANAN = "keamanan@portal.contoh.go.id"
    settings.ALAMAT_PORTAL = "https://portal.contoh.go.id/"
    respons = client.get(alamat)
    assert respons["Content-Type"] == "text/plain; charset=utf-8"
    isi = dict(baris.split(": ", 1) for baris in respons.content.decode().splitlines())
    assert isi["Contact"] == "mailto:keamanan@portal.contoh.go.id"
    assert isi["Canonical"] == "https://portal.contoh.go.id/.well-known/security.txt"
    sisa = dt.datetime.fromisoformat(isi["Expires"]) - dt.datetime.now(dt.UTC)
    assert dt.timedelta(days=178) < sisa < dt.timedelta(days=181)


def test_a_request_that_never_ends_is_let_go() -> None:
    """Only a request that is too late: it reads an end, and its thread is free."""
    worker = Worker.__new__(Worker)
    worker.pending_conns, worker.batas = [], {}
    (kita, lambat), (lain, cepat) = socket.socketpair(), socket.socketpair()
    with kita, lambat, lain, cepat:
        worker.batas = {
            SimpleNamespaceHashable(sock=kita): time.monotonic() - 1,
            SimpleNamespaceHashable(sock=lain): time.monotonic() + 60,
        }
        worker.murder_pending()
        assert kita.recv(1) == b""
        cepat.sendall(b"x")
        assert lain.recv(1) == b"x"


class SimpleNamespaceHashable(SimpleNamespace):
    """A connection as the worker keeps it: by identity."""

    __hash__ = object.__hash__
