"""The watch on a database that is shutting down and never ends: the supervisor ends it.

SIGTERM lets PostgreSQL wait until every connection has ended, and ours are kept open. Then it
lives, answers those it knows, refuses every new one, and nobody restarts it.
"""

import signal

from bangunrejo.jalan import klaster
from bangunrejo.jalan.basisdata import Server
from bangunrejo.soket import default_url

LOOK = 5.0  # seconds between two looks
PATIENCE = 15.0  # seconds it may refuse
REFUSAL = "shutting down"  # starting up after a crash refuses too, and must be left alone


class Watch:
    """Sends SIGINT to a server that has refused for as long as PATIENCE."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.next = 0.0
        self.since: float | None = None

    def look(self, now: float) -> None:
        """Ask the server when it is time to. `now` is a monotonic clock."""
        if now < self.next:
            return
        self.next = now + LOOK
        if not refuses(self.server):
            self.since = None
        elif self.since is None:
            self.since = now
        elif now - self.since >= PATIENCE and self.server.process is not None:
            self.server.process.send_signal(signal.SIGINT)  # its part notes the death, and restarts
            self.since = None


def refuses(server: Server) -> bool:
    """Return whether the server says that it is shutting down."""
    import psycopg2

    url = default_url(server.data_dir, role=klaster.SUPERUSER, database="postgres")
    try:
        psycopg2.connect(url, connect_timeout=2).close()
    except psycopg2.OperationalError as error:
        return REFUSAL in str(error)
    return False
