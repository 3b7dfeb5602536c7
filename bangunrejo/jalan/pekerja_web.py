"""The web process: a request must arrive in time, or its connection is closed.

gunicorn waits without end for the rest of a header or a body, and each waiting thread serves nobody
else: eight slow phones stopped a portal without a proxy for good. Behind a proxy, which waits in
our place, nobody notices this.
"""

import contextlib
import socket
import time
from typing import Any

from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]  # it has no types

KEPALA = 10.0  # seconds for the header
BADAN = 20.0  # seconds for the body, and more for a large one:
LAJU = 4096  # bytes a second, a third of what a poor mobile signal carries


class Worker(ThreadWorker):
    """gunicorn's own worker, with a deadline for requests that are still to be read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.batas: dict[Any, float] = {}  # by connection, on the monotonic clock

    def handle(self, conn: Any) -> Any:
        self.batas[conn] = time.monotonic() + KEPALA
        try:
            return super().handle(conn)
        finally:
            self.batas.pop(conn, None)

    def handle_request(self, req: Any, conn: Any) -> Any:
        panjang = next((v for k, v in req.headers if k == "CONTENT-LENGTH"), "0")
        tambahan = int(panjang) / LAJU if panjang.isdecimal() else 0
        self.batas[conn] = time.monotonic() + BADAN + tambahan
        return super().handle_request(req, conn)

    def murder_pending(self) -> None:
        """Close connections that are too late. The main loop calls this every second.

        Only reading ends: an answer that takes long to make still goes out.
        """
        super().murder_pending()
        kini = time.monotonic()
        for conn, batas in list(self.batas.items()):
            if kini > batas:
                with contextlib.suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RD)
