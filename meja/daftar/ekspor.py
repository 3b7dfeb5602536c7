"""A list as a file: the rows that the filter finds, in the order and with the columns shown."""

import csv
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from django.db import transaction

from core.berkas.xlsx import TIPE, Sel, xlsx
from core.galat import TidakBisa
from core.jaga import keamanan
from core.jaga.keamanan import Kejadian
from core.waktu import hari_ini
from meja.daftar.bentuk import Daftar
from meja.filters import DaftarFilter
from warga.models import Pengguna

TERBANYAK = 5000
JENIS = {"xlsx": TIPE, "csv": "text/csv; charset=utf-8"}
TERLALU_BANYAK = (
    f"Lebih dari {TERBANYAK} baris, terlalu banyak untuk satu berkas. Persempit pilihannya dahulu."
)
# A program of tables reads words that begin so as a formula, blanks before them or not.
RUMUS = re.compile(r"[\s\0]*[=+\-@\uff0b\uff0d\uff1d\uff20|%]|[\t\r\n]")


@transaction.atomic
def unduh(*, daftar: Daftar, saring: DaftarFilter, bentuk: str, oleh: Pengguna) -> bytes:
    """Return the rows of `saring` as a file ("xlsx" or "csv"). A list that says more than everybody
    may read leaves a line in the log. Raises TidakBisa for more than TERBANYAK rows."""
    semua = saring.qs
    if not semua.query.is_sliced:
        semua = semua.order_by(*saring.kunci_urut)[: TERBANYAK + 1]
    baris = list(semua)
    if len(baris) > TERBANYAK:
        raise TidakBisa(TERLALU_BANYAK)
    isi = [[k.ekspor(satu) for k in daftar.kolom] for satu in baris]
    if daftar.rahasia:
        keamanan.catat(Kejadian.DAFTAR_DIUNDUH, akun=oleh)
    kepala = [k.label for k in daftar.kolom]
    return xlsx([kepala, *isi]) if bentuk == "xlsx" else tulis_csv([kepala, *isi])


def nama_berkas(daftar: Daftar, bentuk: str) -> str:
    """Return the name under which a browser keeps it: the list and the day, nothing of a person."""
    return f"{daftar.nama}-{hari_ini():%Y-%m-%d}.{bentuk}"


def tulis_csv(baris: Iterable[Sequence[Sel]]) -> bytes:
    """Return a table as text that programs here open at once: semicolons, and a mark that it is
    UTF-8. Words that a program would compute get an apostrophe before them."""
    keluaran = StringIO()
    csv.writer(keluaran, delimiter=";").writerows([*map(_aman, satu)] for satu in baris)
    return keluaran.getvalue().encode("utf-8-sig")


def _aman(nilai: Sel) -> str:
    if nilai is None:
        return ""
    if isinstance(nilai, str):
        return f"'{nilai}" if RUMUS.match(nilai) else nilai
    return str(nilai).replace(".", ",") if isinstance(nilai, Decimal) else str(nilai)
