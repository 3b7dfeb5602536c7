"""Compare the database's locks with those it should have: none is missing, off, or changed.

`pemicu.txt` lists every trigger and every function of ours with a fingerprint of its
definition, as the migrations make them. A migration that adds one also renews the list
(`alat/pemicu`); a test fails until it does.
"""

import hashlib
from pathlib import Path

from django.db import connection

DAFTAR = Path(__file__).with_name("pemicu.txt")

_PEMICU = """
SELECT 'pemicu ' || c.relname || '.' || t.tgname, pg_get_triggerdef(t.oid)
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
"""
_FUNGSI = """
SELECT 'fungsi ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
    concat_ws('|', l.lanname, p.provolatile, p.prosecdef, p.proconfig::text, p.prosrc)
FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e'
)
"""
# This includes triggers behind foreign keys. A rule or a row policy hides rows from this check, and
# so does a table of the same name in a schema that comes first ("$user").
_MATI = """
SELECT DISTINCT 'Pemicu pada tabel ' || c.relname || ' dimatikan ('
    || CASE WHEN t.tgisinternal THEN 'kunci asing' ELSE t.tgname END || ').'
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = 'public'::regnamespace AND t.tgenabled NOT IN ('O', 'A')
UNION ALL
SELECT 'Tabel ' || relname || ' mempunyai aturan yang menyaring isinya.' FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND (relhasrules OR relrowsecurity)
UNION ALL
SELECT DISTINCT 'Tabel ' || d.relname || ' mempunyai kembaran di skema ' || n.nspname || '.'
FROM pg_class c JOIN pg_class d ON d.relname = c.relname AND d.relkind IN ('r', 'v', 'm', 'f', 'p')
JOIN pg_namespace n ON n.oid = d.relnamespace
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND n.nspname NOT IN ('public', 'pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'
UNION ALL
SELECT 'Semua pemicu dimatikan (session_replication_role).'
WHERE current_setting('session_replication_role') <> 'origin'
ORDER BY 1
"""


def periksa() -> list[str]:
    """Return one sentence for each lock that is not as it should be, in three queries."""
    ada, harus = sekarang(), seharusnya()
    beda = [
        *(f"{_nama(n)} hilang." for n in sorted(harus.keys() - ada.keys())),
        *(f"{_nama(n)} tidak dikenal." for n in sorted(ada.keys() - harus.keys())),
        *(f"{_nama(n)} berubah." for n in sorted(ada) if n in harus and ada[n] != harus[n]),
    ]
    with connection.cursor() as cursor:
        cursor.execute(_MATI)
        return [kalimat for (kalimat,) in cursor.fetchall()] + beda


def sekarang() -> dict[str, str]:
    """Return the locks of the database: names of triggers and functions with their fingerprints."""
    with connection.cursor() as cursor:
        cursor.execute(_PEMICU)
        baris = cursor.fetchall()
        cursor.execute(_FUNGSI)
        baris += cursor.fetchall()
    return {nama: hashlib.sha256(isi.encode()).hexdigest()[:32] for nama, isi in baris}


def seharusnya() -> dict[str, str]:
    """Return the locks that the migrations make, from the list."""
    pasangan = (baris.rpartition(" ") for baris in DAFTAR.read_text().splitlines())
    return {nama: sidik for nama, _, sidik in pasangan}


def tulis() -> None:
    """Write the state of this database as the list (a fresh database, from the migrations)."""
    baris = [f"{nama} {sidik}\n" for nama, sidik in sorted(sekarang().items())]
    DAFTAR.write_text("".join(baris))


def _nama(kunci: str) -> str:
    """Return "pemicu tabel.nama" as people read it."""
    jenis, _, nama = kunci.partition(" ")
    if jenis == "fungsi":
        return f"Fungsi basis data {nama}"
    tabel, _, pemicu = nama.partition(".")
    return f"Pemicu {pemicu} pada tabel {tabel}"
