"""The money of the older version: what its three tables say before the upgrade, and what the ledger
and its totals say afterwards.

The stored dump holds no report that was corrected and no draft, so some are added to it before the
upgrade: those rows are the hard ones to move.
"""

from typing import Any

from django.db import connection

Sums = dict[str, list[int | None]]  # "project source year" → anggaran, dicairkan, dibelanjakan

# None is "nothing is known": no payment, or no row in the newest published revision of any month.
BEFORE = """
SELECT concat_ws(' ', p.nomor, d.sumber, d.tahun), d.pagu,
    (SELECT sum(jumlah) FROM proyek_pencairan WHERE pendanaan_id = d.id)::bigint,
    (SELECT sum(r.jumlah) FROM laporan_realisasi r
        JOIN laporan_laporankemajuan l ON l.id = r.laporan_id
        WHERE r.pendanaan_id = d.id AND l.status = 'terbit' AND l.revisi = (
            SELECT max(revisi) FROM laporan_laporankemajuan
            WHERE (proyek_id, periode, status) = (l.proyek_id, l.periode, 'terbit')))::bigint
FROM proyek_pendanaan d JOIN proyek_proyek p ON p.id = d.proyek_id
"""
LEDGER = """
SELECT concat_ws(' ', p.nomor, d.sumber, d.tahun),
    sum(g.jumlah) FILTER (WHERE pos = 'anggaran')::bigint,
    sum(g.jumlah) FILTER (WHERE pos = 'dicairkan')::bigint,
    sum(g.jumlah) FILTER (WHERE pos = 'dibelanjakan')::bigint
FROM proyek_gerak g JOIN proyek_pendanaan d ON d.id = g.pendanaan_id
JOIN proyek_proyek p ON p.id = d.proyek_id GROUP BY 1
"""
TOTALS = """
SELECT concat_ws(' ', p.nomor, d.sumber, d.tahun), j.anggaran,
    CASE WHEN j.banyak_dicairkan > 0 THEN j.dicairkan END,
    CASE WHEN j.banyak_dibelanjakan > 0 THEN j.dibelanjakan END
FROM proyek_jumlahdana j JOIN proyek_pendanaan d ON d.id = j.pendanaan_id
JOIN proyek_proyek p ON p.id = d.proyek_id
"""
PROJECTS = """
SELECT p.nomor, j.anggaran, j.dicairkan, j.dibelanjakan
FROM proyek_jumlahproyek j JOIN proyek_proyek p ON p.id = j.proyek_id
"""

COPIED = (
    "persen, narasi, ada_kendala, kendala, rencana_tindak_lanjut, tanpa_kemajuan, "
    "alasan_tanpa_kemajuan, alasan_turun, belanja_menyusul, dibuat, dibuat_oleh_id, proyek_id"
)
COPY = f"""
INSERT INTO laporan_laporankemajuan (periode, revisi, alasan_perbaikan, status, {COPIED})
SELECT periode + %s * interval '1 month', %s, 'Salah hitung.', 'draf', {COPIED}
FROM laporan_laporankemajuan WHERE id = %s RETURNING id
"""  # noqa: S608 (the SQL is made of our own words)
# Each source gets so many rupiah less than in the first report, but 1 at least. Some are left out.
SPEND = """
INSERT INTO laporan_realisasi (laporan_id, pendanaan_id, jumlah)
SELECT %s, pendanaan_id, greatest(jumlah - %s, 1) FROM (
    SELECT *, row_number() OVER (ORDER BY id) AS n FROM laporan_realisasi WHERE laporan_id = %s
) AS r WHERE mod(n, %s) = 0
"""
PUBLISH = """
UPDATE laporan_laporankemajuan SET status = 'terbit', nomor = 'LAP-2026-99' || id,
    diterbitkan_oleh_id = dibuat_oleh_id, diterbitkan_pada = dibuat + revisi * interval '1 day'
WHERE id = %s
"""
SEVERAL_SOURCES = """
SELECT laporan_id FROM laporan_realisasi WHERE jumlah > 3000
GROUP BY 1 HAVING count(*) > 1 ORDER BY 1 LIMIT 3
"""


def add_corrections() -> None:
    """Correct three reports of several sources: a source goes and comes back, a source goes, all
    are gone. A draft of a later month says one rupiah each."""
    back, gone, all_gone = (row[0] for row in _rows(SEVERAL_SOURCES))
    _copy(back, 2, less=1000, every=2)
    _copy(back, 3, less=2000)
    _copy(gone, 2, less=3000, every=2)
    _copy(all_gone, 2, every=1000)
    _copy(gone, 1, less=10**12, months=20, published=False)


def before() -> Sums:
    """Return the sums of each source as the older version counts them."""
    return _sums(BEFORE)


def after() -> dict[str, Sums]:
    """Return the sums of each source by the ledger and by its totals, and those of each project."""
    return {"ledger": _sums(LEDGER), "totals": _sums(TOTALS), "projects": _sums(PROJECTS)}


def per_project(sums: Sums) -> Sums:
    """Return the sums of sources added up by project; unknown where that of no source is known."""
    found: Sums = {}
    for source, figures in sums.items():
        known = found.setdefault(source.split()[0], [None, None, None])
        for n, figure in enumerate(figures):
            if figure is not None:
                known[n] = (known[n] or 0) + figure
    return found


def _copy(
    report: int, revision: int, *, less: int = 0, every: int = 1, months: int = 0, published=True
) -> None:
    ((new,),) = _rows(COPY, months, revision, report)
    _rows(SPEND, new, less, report, every)
    if published:
        _rows(PUBLISH, new)


def _sums(question: str) -> Sums:
    return {name: list(figures) for name, *figures in _rows(question)}


def _rows(question: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall() if cursor.description else []
