"""Locks the database keeps by itself: append-only tables and locked rows.

One PL/pgSQL function refuses; the helpers return migration operations that put it on a
table. They are for migrations only, which must depend on `("core", "0002_kunci")`.

The refusal is an `IntegrityError` in Django, with a message a person understands.
Row triggers run AFTER the change, because only then do generated columns hold their
values in NEW; the statement is undone all the same.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.migrations.operations import RunSQL

BUAT_FUNGSI = """
CREATE FUNCTION core_tolak_ubah() RETURNS trigger LANGUAGE plpgsql AS $$
-- Argument 1: the message. Argument 2: columns that may change, separated by commas.
DECLARE
    boleh text[] := string_to_array(coalesce(TG_ARGV[1], ''), ',');
BEGIN
    IF TG_OP = 'UPDATE' AND cardinality(boleh) > 0 THEN
        IF (to_jsonb(NEW) - boleh) = (to_jsonb(OLD) - boleh) THEN
            RETURN NULL;
        END IF;
    END IF;
    RAISE EXCEPTION '%', TG_ARGV[0]
        USING ERRCODE = 'restrict_violation',
              HINT = format('%s pada tabel %s ditolak oleh basis data.', TG_OP, TG_TABLE_NAME);
END $$;
"""
HAPUS_FUNGSI = "DROP FUNCTION core_tolak_ubah();"


class HakTabel(NamedTuple):
    """The rights that the application's role keeps on an append-only table: UPDATE of some columns,
    and DELETE of rows that the database then lets go."""

    kolom: tuple[str, ...] = ()
    hapus: bool = False


# Every table that `append_only` was given, filled as migrations are loaded.
HANYA_TAMBAH: dict[str, HakTabel] = {}


# Every table that triggers of the database write, and the application's role may only read.
HANYA_BACA: set[str] = set()


def hanya_baca(*tabel: str) -> None:
    """Note tables of totals, as their migration is loaded. Their triggers write with the rights of
    the owner; `beri_hak` takes INSERT, UPDATE and DELETE away from the application's role."""
    HANYA_BACA.update(tabel)


def fungsi_penolak() -> list[RunSQL]:
    """Return the operation that creates the refusing function (used once, in core)."""
    return [RunSQL(BUAT_FUNGSI, HAPUS_FUNGSI)]


def append_only(
    tabel: str,
    *,
    pesan: str = "",
    kecuali: str = "FALSE",
    kecuali_hapus: str = "",
    kolom: Sequence[str] = (),
) -> list[RunSQL]:
    """Return operations that make a table append-only: no UPDATE, DELETE or TRUNCATE.

    `kecuali` is a trusted SQL condition on OLD and NEW under which an UPDATE passes, and
    `kecuali_hapus` one on OLD under which a DELETE does. The application's role keeps the right to
    UPDATE `kolom`: the columns that `kecuali` names, or "id" where rows are locked (FOR UPDATE asks
    for that right). `beri_hak` takes the other rights away.
    """
    if kecuali != "FALSE" and not kolom:
        raise ValueError(f"{tabel}: name the columns that may change, or only the owner can.")
    izinkan_kolom(tabel, kolom, hapus=bool(kecuali_hapus))
    pesan = pesan or f"Catatan {tabel} hanya boleh ditambah, tidak boleh diubah atau dihapus."
    hapus = f" WHEN (NOT ({kecuali_hapus}))" if kecuali_hapus else ""
    return [
        _pemicu(
            tabel, "ubah", f"AFTER UPDATE ON {tabel} FOR EACH ROW WHEN (NOT ({kecuali}))", pesan
        ),
        _pemicu(tabel, "hapus", f"AFTER DELETE ON {tabel} FOR EACH ROW{hapus}", pesan),
        _pemicu(tabel, "kosongkan", f"BEFORE TRUNCATE ON {tabel} FOR EACH STATEMENT", pesan),
    ]


def izinkan_kolom(tabel: str, kolom: Sequence[str], *, hapus: bool = False) -> None:
    """Let the application's role UPDATE these columns of an append-only table, beside those that
    other migrations named: they are loaded in any order."""
    lama = HANYA_TAMBAH.get(tabel, HakTabel())
    semua = tuple(dict.fromkeys((*lama.kolom, *kolom)))
    HANYA_TAMBAH[tabel] = HakTabel(semua, lama.hapus or hapus)


def tolak_ubah_terbit(
    tabel: str, *, terkunci: str, pesan: str, boleh: Sequence[str] = ()
) -> list[RunSQL]:
    """Return operations that lock the published rows of a table.

    `terkunci` is a trusted SQL condition on OLD, e.g. "OLD.status = 'terbit'"; `boleh` names the
    columns that may still change on such a row. `pesan` tells a person what to do instead. TRUNCATE
    is always refused.
    """
    saat = f"FOR EACH ROW WHEN ({terkunci})"
    return [
        _pemicu(tabel, "ubah", f"AFTER UPDATE ON {tabel} {saat}", pesan, boleh),
        _pemicu(tabel, "hapus", f"AFTER DELETE ON {tabel} {saat}", pesan),
        _pemicu(tabel, "kosongkan", f"BEFORE TRUNCATE ON {tabel} FOR EACH STATEMENT", pesan),
    ]


def _pemicu(
    tabel: str,
    nama: str,
    saat: str,
    pesan: str,
    boleh: Sequence[str] = (),
    fungsi: str = "core_tolak_ubah",
) -> RunSQL:
    pemicu = f"{tabel}_tolak_{nama}"
    argumen = ", ".join("'" + teks.replace("'", "''") + "'" for teks in (pesan, ",".join(boleh)))
    return RunSQL(
        f"CREATE TRIGGER {pemicu} {saat} EXECUTE FUNCTION {fungsi}({argumen});",
        f"DROP TRIGGER {pemicu} ON {tabel};",
    )


# The sign that stands for words that were blacked out, however many there were.
HITAM = "█████"

# The functions name their schema: a temporary table of the same name covers nothing.
BUAT_PENARIKAN = f"""
CREATE FUNCTION core_dihitamkan(lama text, baru text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
-- Whether the new text is the old one with some of it black. Nothing is added or moved.
SELECT coalesce(
    baru LIKE '%{HITAM}%' AND lama LIKE replace(
        replace(replace(replace(baru, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '{HITAM}', '%'
    ),
    false
)
$$;
CREATE FUNCTION core_tolak_selain_hitam() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- Argument 1: the message. Argument 2: columns that may be blacked out beside a row of
-- core_penarikan that names them, written in this very transaction.
DECLARE
    lama jsonb := to_jsonb(OLD);
    baru jsonb := to_jsonb(NEW);
    turunan text[] := ARRAY(
        SELECT attname::text FROM pg_attribute WHERE attrelid = TG_RELID AND attgenerated <> ''
    );
    ganti text[] := ARRAY(
        SELECT key FROM jsonb_each(lama)
        WHERE key <> ALL (turunan) AND value IS DISTINCT FROM baru -> key
    );
BEGIN
    IF cardinality(ganti) > 0 AND ganti <@ string_to_array(TG_ARGV[1], ',')
        AND NOT EXISTS (
            SELECT FROM unnest(ganti) AS g (nama)
            WHERE NOT public.core_dihitamkan(lama ->> g.nama, baru ->> g.nama)
        )
        AND EXISTS (
            SELECT FROM public.core_penarikan AS p
            WHERE p.tabel = TG_TABLE_NAME AND p.baris = OLD.id AND ganti <@ p.kolom::text[]
                AND p.transaksi = pg_current_xact_id()::text::bigint
                AND p.dicatat = transaction_timestamp()
        )
    THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION '%', TG_ARGV[0]
        USING ERRCODE = 'restrict_violation',
              HINT = format('%s pada tabel %s ditolak oleh basis data.', TG_OP, TG_TABLE_NAME);
END $$;
CREATE FUNCTION core_penarikan_cap() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- The database says which transaction it is, whatever the application sends. The act that the row
-- names was written in it, too.
BEGIN
    NEW.transaksi := pg_current_xact_id()::text::bigint;
    NEW.dicatat := transaction_timestamp();
    IF (SELECT j.dicatat >= NEW.dicatat FROM public.core_jejak AS j WHERE j.id = NEW.jejak_id)
        IS NOT TRUE
    THEN
        RAISE EXCEPTION 'Penarikan harus tercatat bersama perbuatannya.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER core_penarikan_cap BEFORE INSERT ON core_penarikan
    FOR EACH ROW EXECUTE FUNCTION core_penarikan_cap();
"""  # noqa: S608 (our own constant)
HAPUS_PENARIKAN = """
DROP TRIGGER core_penarikan_cap ON core_penarikan;
DROP FUNCTION core_penarikan_cap();
DROP FUNCTION core_tolak_selain_hitam();
DROP FUNCTION core_dihitamkan(text, text);
"""


def boleh_dihitamkan(
    tabel: str, *, terkunci: str, pesan: str, kolom: Sequence[str]
) -> list[RunSQL]:
    """Return operations that loosen the lock of `tolak_ubah_terbit`: texts in `kolom` may become
    black beside a row of `core.models.Penarikan`.

    `terkunci` and `pesan` are those of that lock. The migration depends on `("core",
    "0011_penarikan")`.
    """
    saat = f"AFTER UPDATE ON {tabel} FOR EACH ROW WHEN ({terkunci})"
    lama = _pemicu(tabel, "ubah", saat, pesan)
    baru = _pemicu(tabel, "ubah", saat, pesan, kolom, fungsi="core_tolak_selain_hitam")
    return [RunSQL(lama.reverse_sql or "", lama.sql), baru]
