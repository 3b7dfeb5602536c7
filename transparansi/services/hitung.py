"""The recount of all totals: those of the ledger, of each project, and of the first page.

Every night they are compared with the rows that they sum up. A difference is set right, and the
admins are told. No act leaves one: totals move in the transaction that writes the row.
"""

import logging

from django.db import connection, transaction

from core.antrean.surel import PENUTUP
from warga.services.surel import kabari_admin

log = logging.getLogger(__name__)
# From the ledger upwards: each reads the totals of the one before.
HITUNGAN = (
    "proyek_hitung_dana",
    "proyek_hitung_proyek",
    "laporan_hitung_kemajuan",
    "transparansi_hitung_semua",
)
PERIHAL = "Jumlah uang proyek dibetulkan tadi malam"
ISI = f"""\
Hitungan malam ini menemukan jumlah uang atau kemajuan yang tidak cocok dengan catatannya, jadi \
halaman depan atau halaman proyek mungkin menampilkan angka yang salah. Angkanya sudah dibetulkan.

Artinya ada yang mengubah catatan langsung di basis data, atau ada yang salah pada portal. Yang \
perlu dilakukan: teruskan surat ini ke pengelola mesin. Jumlah barisnya ada di log portal.

{PENUTUP}"""


@transaction.atomic
def hitung_ulang(*, betulkan: bool = True) -> int:
    """Compare every total with a fresh count, and return how many rows differed. With `betulkan`
    they are set right."""
    return sum(hitung(betulkan=betulkan).values())


def hitung(*, betulkan: bool) -> dict[str, int]:
    """Return how many rows differed, by the function of the database that counts them anew."""
    hasil = {}
    with connection.cursor() as cursor:
        # All rows are joined with all rows. Without statistics (after a restore) the planner would
        # believe that there are few, and look through them once for each.
        cursor.execute("SET LOCAL enable_nestloop = off")
        for fungsi in HITUNGAN:
            cursor.execute(f"SELECT {fungsi}(%s)", [betulkan])
            hasil[fungsi] = int(cursor.fetchone()[0])
    return hasil


@transaction.atomic
def periksa_malam() -> int:
    """Set right every difference, tell the admins, and return how many there were (a periodic
    job)."""
    beda = hitung(betulkan=True)
    if jumlah := sum(beda.values()):
        log.error("Jumlah uang tidak cocok dan sudah dibetulkan: %s.", beda)
        kabari_admin(perihal=PERIHAL, isi=ISI, kunci="uang")
    return jumlah
