"""The work that waits for one reader, beside the table: on the screen alone, and without a title.

The page may stand on a wall while others sit before it. The words of what waits stand on the desk.
"""

from dataclasses import dataclass

from core.lencana import tulis
from meja.urusan import URUSAN, hitung
from meja.urusan.kiriman import KIRIMAN
from warga.models import Pengguna


@dataclass(frozen=True)
class Menunggu:
    """How many of one kind wait ("99+" for a great many), in words, and where their list is."""

    jumlah: str
    kata: str
    alamat: str


def menunggu(oleh: Pengguna) -> list[Menunggu]:
    """Return a line for each kind of work that waits for this person; one query. Kiriman stand
    last: many may do them, while the rest waits for this office."""
    jumlah = hitung(oleh)
    semua = [urusan for urusan in URUSAN if jumlah[urusan.nama]]
    semua.sort(key=lambda urusan: urusan in KIRIMAN)
    return [Menunggu(tulis(jumlah[u.nama]), u.kata, u.alamat_daftar) for u in semua]
