"""A list as a file: the rows that the filter finds, in the order and with the columns shown."""

from django.db import transaction

from core.berkas.csv_aman import TIPE as TIPE_CSV
from core.berkas.csv_aman import tulis_csv
from core.berkas.xlsx import TIPE, xlsx
from core.galat import TidakBisa
from core.jaga import keamanan
from core.jaga.keamanan import Kejadian
from core.waktu import hari_ini
from meja.daftar.bentuk import Daftar
from meja.filters import DaftarFilter
from warga.models import Pengguna

TERBANYAK = 5000
JENIS = {"xlsx": TIPE, "csv": TIPE_CSV}
TERLALU_BANYAK = (
    f"Lebih dari {TERBANYAK} baris, terlalu banyak untuk satu berkas. Persempit pilihannya dahulu."
)


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
