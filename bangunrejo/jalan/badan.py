"""Reads the rest of a request's body before the portal answers, if a view left it unread.

A form that is refused (too large, broken) leaves the rest of its body on the connection. The
web process can then only close it, and a proxy that thinks the connection is free sends the next
request of somebody else into it, which ends as 502. A browser without a proxy sees a broken
connection instead of the page that says what to do.
"""

import contextlib
from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

# A little more than the largest body (core.middleware); beyond it the connection is closed.
TERBANYAK = 128 * 1024 * 1024
SEKALI = 64 * 1024


class SisaDibaca:
    """A WSGI application around another one. Bytes that the inner one has read are not read
    again."""

    def __init__(self, app: WSGIApplication) -> None:
        self.app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        jawaban = self.app(environ, start_response)
        with contextlib.suppress(OSError):  # the visitor has gone
            _baca_sisa(environ["wsgi.input"])
        return jawaban


def _baca_sisa(badan: Any) -> None:
    sudah = 0
    while sudah < TERBANYAK and (bagian := badan.read(SEKALI)):
        sudah += len(bagian)
