"""Which rows, sums and counters a transaction locks, in the order in which it locks them.

Read from the database after every statement, so what triggers and foreign keys lock counts, too.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

# The order in which all acts lock (docs/keputusan/0026-kunci.md).
URUTAN = (
    *("kiriman", "proyek", "laporan", "pendanaan", "cek", "catatan", "lapangan", "musyawarah"),
    *("rencana", "berkas", "ringkasan", "penghitung"),
)
TABEL = {
    "kiriman": "aspirasi_aspirasi",
    "proyek": "proyek_proyek",
    "laporan": "laporan_laporankemajuan",
    "pendanaan": "proyek_pendanaan",
    "cek": "laporan_cekwarga",
    "catatan": "laporan_catatanpengawasan",
    "lapangan": "laporan_pemeriksaanlapangan",
    "musyawarah": "laporan_musyawarah",
    "rencana": "rencana_rencana",
    "berkas": "core_berkas",
    "penghitung": "core_penghitung",
}
# A row that is locked or changed has another xmin or xmax than before.
BARIS = " UNION ALL ".join(
    f"SELECT '{nama}', id::text, xmin::text || xmax::text FROM {tabel}"  # noqa: S608 - our own words
    for nama, tabel in TABEL.items()
)
RINGKASAN = """
SELECT 'ringkasan', '', '' FROM pg_locks
WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid()
    AND (classid::bigint << 32 | objid::bigint) = hashtext('proyek_jumlah')
"""
Potret = dict[tuple[str, str], str]


class Perekam:
    """Collects `urutan`: the kinds of the locked rows, one after the other."""

    def __init__(self) -> None:
        self.urutan: list[str] = []
        self._dikunci: set[tuple[str, str]] = set()
        self._lama = self._potret()

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        hasil = execute(sql, params, many, context)
        self.lihat()
        return hasil

    def lihat(self) -> None:
        """Note new locks. New rows are nobody else's to wait for, except those of a counter."""
        kini = self._potret()
        for satu, tanda in sorted(kini.items(), key=lambda isi: URUTAN.index(isi[0][0])):
            jenis = satu[0]
            baru = satu not in self._lama and jenis not in ("ringkasan", "penghitung")
            if baru:
                self._dikunci.add(satu)
            elif self._lama.get(satu) != tanda and satu not in self._dikunci:
                self._dikunci.add(satu)
                self.urutan.append(jenis)
        self._lama = kini

    @staticmethod
    def _potret() -> Potret:
        assert connection.connection is not None
        with connection.connection.cursor() as cursor:
            cursor.execute(f"{BARIS} UNION ALL {RINGKASAN}")
            return {(jenis, kunci): tanda for jenis, kunci, tanda in cursor.fetchall()}


@contextmanager
def rekam() -> Iterator[list[str]]:
    """Yield the list of locks that the one transaction of the block takes, also at its end."""
    connection.ensure_connection()
    perekam = Perekam()
    with transaction.atomic(), connection.execute_wrapper(perekam):
        yield perekam.urutan
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def menurut_aturan(urutan: list[str]) -> bool:
    """Return whether nothing was locked after a thing that comes later in `URUTAN`."""
    return urutan == sorted(urutan, key=URUTAN.index)


MENUNGGU = """
SELECT count(*) FROM pg_locks
WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))
"""


def tunggu_yang_menunggu_saya() -> None:
    """Hold this transaction until another one waits for it."""
    with connection.cursor() as cursor:
        for _ in range(10_000):
            cursor.execute(MENUNGGU)
            if cursor.fetchone()[0]:
                return
