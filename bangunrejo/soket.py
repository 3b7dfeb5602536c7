"""Where the embedded PostgreSQL listens: an address computed from the data folder alone.

Settings, supervisor and commands all compute it here, so that they find the same server.
Nothing is opened or made.
"""

import hashlib
import os
import string
from pathlib import Path

HOME = Path("/var/lib/bangunrejo")  # the folder that root keeps outside the checkout
ROLE = DATABASE = "bangunrejo"
PORT = 5432  # only part of the socket's name; there is no TCP
SOCKET_PATH_LIMIT = 103  # bytes; Linux allows 107, others less


def socket_dir(data_dir: Path) -> Path:
    """Return the folder of the server's socket: private, and short enough for the kernel."""
    real = os.path.realpath(data_dir)
    name = hashlib.sha256(os.fsencode(real)).hexdigest()[:12]
    if os.geteuid() == 0:
        return HOME / f"soket-{name}"
    inside = Path(real) / "soket"
    if len(os.fsencode(inside / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_LIMIT:
        return inside
    return Path("/tmp") / f"bangunrejo-{os.geteuid()}-{name}"  # noqa: S108 (checked for ownership)


def default_url(data_dir: Path, *, role: str = ROLE, database: str = DATABASE) -> str:
    """Return the address of the embedded server of `data_dir`; nothing is opened or made.

    Capitals are escaped too, since host names in a URL are read in lower case.
    """
    plain = (string.ascii_lowercase + string.digits + "-._").encode()
    raw = os.fsencode(socket_dir(data_dir))
    host = "".join(chr(byte) if byte in plain else f"%{byte:02x}" for byte in raw)
    return f"postgres://{role}@{host}:{PORT}/{database}"
