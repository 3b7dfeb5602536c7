"""Reports write their spending into the ledger; the newest one keeps the progress of its project."""

from django.db import migrations

# The ledger itself keeps spending within the anggaran now.
LEPAS = """
DROP TRIGGER laporan_pagu_cukup ON proyek_pendanaan;
DROP TRIGGER laporan_pindah_dalam_pagu ON laporan_laporankemajuan;
DROP TRIGGER laporan_realisasi_dalam_pagu ON laporan_realisasi;
DROP FUNCTION laporan_pagu_cukup();
DROP FUNCTION laporan_pindah_dalam_pagu();
DROP FUNCTION laporan_realisasi_dalam_pagu();
DROP FUNCTION laporan_periksa_pagu(bigint);
"""

SEPROYEK = """
CREATE FUNCTION laporan_realisasi_seproyek() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM laporan_laporankemajuan l JOIN proyek_pendanaan d ON d.proyek_id = l.proyek_id
        WHERE l.id = NEW.laporan_id AND d.id = NEW.pendanaan_id
    ) THEN
        RAISE EXCEPTION 'Sumber dana ini milik proyek lain.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER laporan_realisasi_seproyek AFTER INSERT OR UPDATE ON laporan_realisasi
    FOR EACH ROW EXECUTE FUNCTION laporan_realisasi_seproyek();
"""
LEPAS_SEPROYEK = """
DROP TRIGGER laporan_realisasi_seproyek ON laporan_realisasi;
DROP FUNCTION laporan_realisasi_seproyek();
"""

# The figures of a project that its newest published report tells. `laporan_hitung_kemajuan`
# returns how many projects differed; with `betulkan` these are set right.
KEMAJUAN = """
CREATE VIEW laporan_hitungan_kemajuan AS
SELECT DISTINCT ON (proyek_id) proyek_id, persen, diterbitkan_pada, nomor, periode
FROM laporan_laporankemajuan WHERE status = 'terbit'
ORDER BY proyek_id, periode DESC, revisi DESC;
CREATE FUNCTION laporan_kemajuan_proyek() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM public.proyek_kunci_jumlah();
    UPDATE public.proyek_jumlahproyek j SET persen = h.persen,
        dilaporkan_pada = h.diterbitkan_pada, laporan_nomor = h.nomor, laporan_periode = h.periode
    FROM public.laporan_hitungan_kemajuan h
    WHERE h.proyek_id = NEW.proyek_id AND j.proyek_id = NEW.proyek_id;
    RETURN NULL;
END $$;
CREATE TRIGGER laporan_kemajuan_masuk AFTER INSERT ON laporan_laporankemajuan
    FOR EACH ROW WHEN (NEW.status = 'terbit') EXECUTE FUNCTION laporan_kemajuan_proyek();
CREATE TRIGGER laporan_kemajuan_terbit AFTER UPDATE OF status ON laporan_laporankemajuan
    FOR EACH ROW WHEN (NEW.status = 'terbit' AND OLD.status <> 'terbit')
    EXECUTE FUNCTION laporan_kemajuan_proyek();
CREATE FUNCTION laporan_hitung_kemajuan(betulkan boolean) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    salah bigint[];
BEGIN
    PERFORM public.proyek_kunci_jumlah();
    salah := ARRAY(
        SELECT j.proyek_id FROM public.proyek_jumlahproyek j
        LEFT JOIN public.laporan_hitungan_kemajuan h ON h.proyek_id = j.proyek_id
        WHERE (j.persen, j.dilaporkan_pada, j.laporan_nomor, j.laporan_periode)
            IS DISTINCT FROM (h.persen, h.diterbitkan_pada, h.nomor, h.periode));
    IF betulkan AND cardinality(salah) > 0 THEN
        UPDATE public.proyek_jumlahproyek j SET persen = h.persen,
            dilaporkan_pada = h.diterbitkan_pada, laporan_nomor = h.nomor,
            laporan_periode = h.periode
        FROM public.proyek_jumlahproyek k
        LEFT JOIN public.laporan_hitungan_kemajuan h ON h.proyek_id = k.proyek_id
        WHERE j.proyek_id = k.proyek_id AND k.proyek_id = ANY (salah);
    END IF;
    RETURN cardinality(salah);
END $$;
SELECT laporan_hitung_kemajuan(true);
"""
LEPAS_KEMAJUAN = """
DROP FUNCTION laporan_hitung_kemajuan(boolean);
DROP TRIGGER laporan_kemajuan_terbit ON laporan_laporankemajuan;
DROP TRIGGER laporan_kemajuan_masuk ON laporan_laporankemajuan;
DROP FUNCTION laporan_kemajuan_proyek();
DROP VIEW laporan_hitungan_kemajuan;
"""

# Published spending, report by report as they came out: a revision writes the difference and names
# the row that it corrects; spending that it does not know any more is reversed.
PINDAHKAN = """
DO $$
DECLARE
    l record;
    s record;
    sudah record;
BEGIN
    FOR l IN
        SELECT * FROM laporan_laporankemajuan WHERE status = 'terbit'
        ORDER BY diterbitkan_pada, id
    LOOP
        FOR s IN
            SELECT d.id, r.jumlah FROM proyek_pendanaan d
            LEFT JOIN laporan_realisasi r ON r.pendanaan_id = d.id AND r.laporan_id = l.id
            WHERE d.proyek_id = l.proyek_id ORDER BY d.id
        LOOP
            SELECT coalesce(sum(g.jumlah), 0) AS rupiah,
                max(g.id) FILTER (WHERE g.dasar <> 'pembatalan' AND NOT EXISTS (
                    SELECT FROM proyek_gerak b WHERE b.membetulkan_id = g.id)) AS kepala
            INTO sudah
            FROM proyek_gerak g
            WHERE g.pendanaan_id = s.id AND g.pos = 'dibelanjakan' AND g.laporan_nomor IN (
                SELECT nomor FROM laporan_laporankemajuan
                WHERE proyek_id = l.proyek_id AND periode = l.periode AND status = 'terbit');
            CONTINUE WHEN s.jumlah IS NULL AND sudah.kepala IS NULL;
            CONTINUE WHEN sudah.kepala IS NOT NULL AND s.jumlah = sudah.rupiah;
            INSERT INTO proyek_gerak (pendanaan_id, pos, jumlah, tanggal, dasar, keterangan,
                oleh_id, dicatat, laporan_nomor, membetulkan_id)
            VALUES (
                s.id, 'dibelanjakan', coalesce(s.jumlah, 0) - sudah.rupiah,
                (l.diterbitkan_pada AT TIME ZONE 'Asia/Jakarta')::date,
                CASE WHEN sudah.kepala IS NULL THEN 'laporan' WHEN s.jumlah IS NULL
                    THEN 'pembatalan' ELSE 'pembetulan' END,
                CASE WHEN sudah.kepala IS NULL THEN '' ELSE l.alasan_perbaikan END,
                l.diterbitkan_oleh_id, l.diterbitkan_pada, l.nomor, sudah.kepala);
        END LOOP;
    END LOOP;
END $$;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("laporan", "0006_rincian"),
        ("proyek", "0012_gerak"),
    ]
    run_before = [("proyek", "0013_tanpa_pagu")]

    operations = [
        migrations.RunSQL(LEPAS),
        migrations.RunSQL(PINDAHKAN, migrations.RunSQL.noop),
        migrations.RunSQL(SEPROYEK, LEPAS_SEPROYEK),
        migrations.RunSQL(KEMAJUAN, LEPAS_KEMAJUAN),
    ]
