from django.db import migrations

# What the summary says, computed from the projects themselves. One row per source of money,
# and what was received, spent and reported beside it by scalar subqueries: nothing is joined
# that could repeat a row. Spent is what the standing revision of each month says.
HITUNGAN = """
CREATE VIEW transparansi_hitungan AS
SELECT
    proyek.kampung_id,
    sub_bidang.bidang_id,
    dana.tahun,
    count(DISTINCT proyek.id) AS jumlah_proyek,
    count(DISTINCT proyek.id) FILTER (WHERE proyek.tahap IN ('selesai', 'serah_terima'))
        AS jumlah_selesai,
    sum(dana.pagu)::bigint AS pagu,
    count(DISTINCT proyek.id) FILTER (WHERE cair.jumlah IS NOT NULL) AS jumlah_tercair,
    coalesce(sum(cair.jumlah), 0)::bigint AS diterima,
    count(DISTINCT proyek.id) FILTER (WHERE lapor.ada_belanja) AS jumlah_belanja,
    coalesce(sum(belanja.jumlah), 0)::bigint AS dibelanjakan,
    count(DISTINCT proyek.id) FILTER (WHERE lapor.persen IS NOT NULL) AS jumlah_berpersen,
    coalesce(sum(dana.pagu) FILTER (WHERE lapor.persen IS NOT NULL), 0)::bigint
        AS pagu_berpersen,
    coalesce(sum(dana.pagu * lapor.persen), 0)::numeric(24, 2) AS bobot
FROM proyek_pendanaan dana
JOIN proyek_proyek proyek ON proyek.id = dana.proyek_id
JOIN proyek_kegiatan kegiatan ON kegiatan.id = proyek.kegiatan_id
JOIN proyek_subbidang sub_bidang ON sub_bidang.id = kegiatan.sub_bidang_id
LEFT JOIN LATERAL (
    SELECT sum(jumlah) AS jumlah FROM proyek_pencairan WHERE pendanaan_id = dana.id
) cair ON true
LEFT JOIN LATERAL (
    SELECT sum(realisasi.jumlah) AS jumlah
    FROM laporan_realisasi realisasi
    JOIN laporan_laporankemajuan laporan ON laporan.id = realisasi.laporan_id
    WHERE realisasi.pendanaan_id = dana.id AND laporan.status = 'terbit'
        AND NOT EXISTS (
            SELECT FROM laporan_laporankemajuan baru
            WHERE baru.proyek_id = laporan.proyek_id AND baru.periode = laporan.periode
                AND baru.status = 'terbit' AND baru.revisi > laporan.revisi)
) belanja ON true
LEFT JOIN LATERAL (
    SELECT (array_agg(laporan.persen ORDER BY laporan.periode DESC, laporan.revisi DESC))[1]
            AS persen,
        bool_or(NOT laporan.belanja_menyusul) AS ada_belanja
    FROM laporan_laporankemajuan laporan
    WHERE laporan.proyek_id = proyek.id AND laporan.status = 'terbit'
) lapor ON true
WHERE proyek.tahap <> 'dibatalkan'
GROUP BY 1, 2, 3;
"""

# Recount the rows marked `kotor`. The caller holds the lock.
HITUNG = """
CREATE FUNCTION transparansi_hitung() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    k record;
BEGIN
    FOR k IN SELECT id, kampung_id, bidang_id, tahun FROM transparansi_ringkasanproyek WHERE kotor
    LOOP
        UPDATE transparansi_ringkasanproyek r SET
            jumlah_proyek = h.jumlah_proyek, jumlah_selesai = h.jumlah_selesai, pagu = h.pagu,
            jumlah_tercair = h.jumlah_tercair, diterima = h.diterima,
            jumlah_belanja = h.jumlah_belanja, dibelanjakan = h.dibelanjakan,
            jumlah_berpersen = h.jumlah_berpersen, pagu_berpersen = h.pagu_berpersen,
            bobot = h.bobot, kotor = false
        FROM transparansi_hitungan h
        WHERE r.id = k.id AND h.kampung_id = k.kampung_id AND h.bidang_id = k.bidang_id
            AND h.tahun = k.tahun;
    END LOOP;
    -- Still marked: nothing is left to sum up.
    DELETE FROM transparansi_ringkasanproyek WHERE kotor;
END $$;
"""

# One function for every table. Its first argument selects (kampung, kegiatan, year) from a
# transition table, the second asks whether the change can touch a sum at all (drafts and
# titles cannot). One writer at a time, from its first change until its commit: whoever waits
# reads afterwards what the other has committed, so no change is ever missed.
TANDAI = """
CREATE FUNCTION transparansi_kunci() RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(hashtext('transparansi_ringkasanproyek'));
$$;
CREATE FUNCTION transparansi_ringkas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sumber text;
    perlu boolean;
BEGIN
    EXECUTE 'SELECT EXISTS (' || TG_ARGV[1] || ')' INTO perlu;
    IF NOT perlu THEN RETURN NULL; END IF;
    PERFORM transparansi_kunci();
    FOREACH sumber IN ARRAY CASE TG_OP
        WHEN 'INSERT' THEN ARRAY['baru'] ELSE ARRAY['lama', 'baru'] END
    LOOP
        EXECUTE format(
            'INSERT INTO transparansi_ringkasanproyek (kampung_id, bidang_id, tahun, kotor) '
            'SELECT DISTINCT k.kampung_id, s.bidang_id, k.tahun, true FROM (%s) k '
            'JOIN proyek_kegiatan g ON g.id = k.kegiatan_id '
            'JOIN proyek_subbidang s ON s.id = g.sub_bidang_id '
            'ON CONFLICT (kampung_id, bidang_id, tahun) DO UPDATE SET kotor = true',
            format(TG_ARGV[0], sumber));
    END LOOP;
    PERFORM transparansi_hitung();
    RETURN NULL;
END $$;
CREATE FUNCTION transparansi_hitung_semua() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM transparansi_kunci();
    DELETE FROM transparansi_ringkasanproyek;
    INSERT INTO transparansi_ringkasanproyek (kampung_id, bidang_id, tahun, jumlah_proyek,
        jumlah_selesai, pagu, jumlah_tercair, diterima, jumlah_belanja, dibelanjakan,
        jumlah_berpersen, pagu_berpersen, bobot)
    SELECT * FROM transparansi_hitungan;
END $$;
-- Codes are moved once in years: then everything is counted again.
CREATE FUNCTION transparansi_kode_pindah() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM transparansi_hitung_semua();
    RETURN NULL;
END $$;
"""

# Money is append-only and published reports are locked with what was spent in them, so these
# are all the ways by which a sum can change.
DARI_PENDANAAN = """
    SELECT p.kampung_id, p.kegiatan_id, x.tahun
    FROM %I x JOIN proyek_proyek p ON p.id = x.proyek_id
"""
DARI_PENCAIRAN = """
    SELECT p.kampung_id, p.kegiatan_id, d.tahun
    FROM %I x
    JOIN proyek_pendanaan d ON d.id = x.pendanaan_id
    JOIN proyek_proyek p ON p.id = d.proyek_id
"""
DARI_LAPORAN = """
    SELECT p.kampung_id, p.kegiatan_id, d.tahun
    FROM %I x
    JOIN proyek_pendanaan d ON d.proyek_id = x.proyek_id
    JOIN proyek_proyek p ON p.id = x.proyek_id
    WHERE x.status = 'terbit'
"""
PROYEK_PINDAH = """
    FROM lama l JOIN baru b ON b.id = l.id
    WHERE (l.kampung_id, l.kegiatan_id, l.tahap)
        IS DISTINCT FROM (b.kampung_id, b.kegiatan_id, b.tahap)
"""
DARI_PROYEK = f"""
    SELECT x.kampung_id, x.kegiatan_id, d.tahun
    FROM %I x
    JOIN proyek_pendanaan d ON d.proyek_id = x.id
    WHERE x.id IN (SELECT l.id {PROYEK_PINDAH})
"""  # noqa: S608 - our own words
LAPORAN_TERBIT = "SELECT FROM baru WHERE status = 'terbit'"
# Table, event, which sums it touches, whether it touches any.
PEMICU = (
    ("proyek_pendanaan", "INSERT", DARI_PENDANAAN, "SELECT FROM baru"),
    ("proyek_pencairan", "INSERT", DARI_PENCAIRAN, "SELECT FROM baru"),
    ("laporan_laporankemajuan", "INSERT", DARI_LAPORAN, LAPORAN_TERBIT),
    ("laporan_laporankemajuan", "UPDATE", DARI_LAPORAN, LAPORAN_TERBIT),
    ("proyek_proyek", "UPDATE", DARI_PROYEK, "SELECT" + PROYEK_PINDAH),
)
KODE = (("proyek_kegiatan", "sub_bidang_id"), ("proyek_subbidang", "bidang_id"))


def pasang():
    """Return the SQL that creates the triggers."""
    for tabel, saat, *argumen in PEMICU:
        peralihan = "NEW TABLE AS baru" + (" OLD TABLE AS lama" if saat == "UPDATE" else "")
        pilih, perlu = (a.replace("'", "''") for a in argumen)
        yield (
            f"CREATE TRIGGER {tabel}_ringkas_{saat.lower()} AFTER {saat} ON {tabel}"
            f" REFERENCING {peralihan} FOR EACH STATEMENT"
            f" EXECUTE FUNCTION transparansi_ringkas('{pilih}', '{perlu}');"
        )
    for tabel, kolom in KODE:
        yield (
            f"CREATE TRIGGER {tabel}_ringkas AFTER UPDATE OF {kolom} ON {tabel}"
            " FOR EACH STATEMENT EXECUTE FUNCTION transparansi_kode_pindah();"
        )


def lepas():
    """Return the SQL that drops them."""
    for tabel, saat, *_ in PEMICU:
        yield f"DROP TRIGGER {tabel}_ringkas_{saat.lower()} ON {tabel};"
    for tabel, _ in KODE:
        yield f"DROP TRIGGER {tabel}_ringkas ON {tabel};"


HAPUS_FUNGSI = """
DROP FUNCTION transparansi_kode_pindah();
DROP FUNCTION transparansi_hitung_semua();
DROP FUNCTION transparansi_ringkas();
DROP FUNCTION transparansi_kunci();
"""


class Migration(migrations.Migration):
    """The database keeps the sums behind the first page."""

    dependencies = [
        ("transparansi", "0001_awal"),
        ("proyek", "0003_kunci"),
        ("laporan", "0003_kunci"),
    ]

    operations = [
        migrations.RunSQL(HITUNGAN, "DROP VIEW transparansi_hitungan;"),
        migrations.RunSQL(HITUNG, "DROP FUNCTION transparansi_hitung();"),
        migrations.RunSQL(TANDAI, HAPUS_FUNGSI),
        migrations.RunSQL("\n".join(pasang()), "\n".join(lepas())),
        migrations.RunSQL("SELECT transparansi_hitung_semua();", migrations.RunSQL.noop),
    ]
