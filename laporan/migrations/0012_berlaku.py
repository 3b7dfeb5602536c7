"""A report that was taken back as a whole counts nowhere, a falling percent says why, and the file
of a published photo changes only beside its row in core_penarikan."""

import django.db.models.deletion
from django.db import migrations, models

# The figures of a project that its newest report tells, of those that nobody took back.
KEMAJUAN = """
CREATE OR REPLACE VIEW laporan_hitungan_kemajuan AS
SELECT DISTINCT ON (proyek_id) proyek_id, persen, diterbitkan_pada, nomor, periode
FROM laporan_laporankemajuan l
WHERE status = 'terbit' AND NOT EXISTS (
    SELECT FROM core_penarikan p
    WHERE p.tabel = 'laporan_laporankemajuan' AND p.baris = l.id AND p.utuh)
ORDER BY proyek_id, periode DESC, revisi DESC;
CREATE FUNCTION laporan_kemajuan_ditarik() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM public.proyek_kunci_jumlah();
    UPDATE public.proyek_jumlahproyek j SET
        (persen, dilaporkan_pada, laporan_nomor, laporan_periode) = (
            SELECT h.persen, h.diterbitkan_pada, h.nomor, h.periode
            FROM public.laporan_hitungan_kemajuan h WHERE h.proyek_id = j.proyek_id)
    FROM public.laporan_laporankemajuan l
    WHERE l.id = NEW.baris AND j.proyek_id = l.proyek_id;
    RETURN NULL;
END $$;
CREATE TRIGGER laporan_kemajuan_ditarik AFTER INSERT ON core_penarikan
    FOR EACH ROW WHEN (NEW.tabel = 'laporan_laporankemajuan' AND NEW.utuh)
    EXECUTE FUNCTION laporan_kemajuan_ditarik();
"""
LEPAS_KEMAJUAN = """
DROP TRIGGER laporan_kemajuan_ditarik ON core_penarikan;
DROP FUNCTION laporan_kemajuan_ditarik();
CREATE OR REPLACE VIEW laporan_hitungan_kemajuan AS
SELECT DISTINCT ON (proyek_id) proyek_id, persen, diterbitkan_pada, nomor, periode
FROM laporan_laporankemajuan WHERE status = 'terbit'
ORDER BY proyek_id, periode DESC, revisi DESC;
"""

# The report before is the newest revision of the nearest days before, of those that nobody took
# back. The lock on the project lets two reports be compared one after the other.
TURUN = r"""
CREATE FUNCTION laporan_turun_beralasan() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    sebelum record;
BEGIN
    PERFORM 1 FROM public.proyek_proyek WHERE id = NEW.proyek_id FOR NO KEY UPDATE;
    SELECT l.nomor, l.persen INTO sebelum FROM public.laporan_laporankemajuan l
    WHERE l.proyek_id = NEW.proyek_id AND l.periode < NEW.periode AND l.status = 'terbit'
        AND NOT EXISTS (
            SELECT FROM public.core_penarikan p
            WHERE p.tabel = 'laporan_laporankemajuan' AND p.baris = l.id AND p.utuh)
    ORDER BY l.periode DESC, l.revisi DESC LIMIT 1;
    IF NEW.persen < sebelum.persen AND NEW.alasan_turun !~ '\S' THEN
        RAISE EXCEPTION 'Persen lebih kecil daripada laporan sebelumnya (%).', sebelum.nomor
            USING ERRCODE = 'check_violation', HINT = 'Isi alasan mengapa persennya turun.';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER laporan_turun_masuk AFTER INSERT ON laporan_laporankemajuan
    FOR EACH ROW WHEN (NEW.status = 'terbit') EXECUTE FUNCTION laporan_turun_beralasan();
CREATE TRIGGER laporan_turun_terbit AFTER UPDATE OF status ON laporan_laporankemajuan
    FOR EACH ROW WHEN (NEW.status = 'terbit' AND OLD.status <> 'terbit')
    EXECUTE FUNCTION laporan_turun_beralasan();
"""
LEPAS_TURUN = """
DROP TRIGGER laporan_turun_terbit ON laporan_laporankemajuan;
DROP TRIGGER laporan_turun_masuk ON laporan_laporankemajuan;
DROP FUNCTION laporan_turun_beralasan();
"""

# A file that becomes public is new to everyone; any other change would put another picture in the
# place of a published one, or hide it.
BERKAS = """
CREATE FUNCTION laporan_berkas_terkunci() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (
        SELECT FROM public.laporan_foto f JOIN public.laporan_laporankemajuan l
            ON l.id = f.laporan_id
        WHERE f.berkas_id = OLD.id AND l.status = 'terbit'
    ) AND NOT EXISTS (
        SELECT FROM public.laporan_foto f JOIN public.core_penarikan p
            ON (p.tabel, p.baris) IN (
                ('laporan_foto', f.id), ('laporan_laporankemajuan', f.laporan_id))
        WHERE f.berkas_id = OLD.id AND p.transaksi = pg_current_xact_id()::text::bigint
            AND p.dicatat = transaction_timestamp()
    ) THEN
        RAISE EXCEPTION 'Foto laporan yang sudah terbit tidak boleh diganti atau disembunyikan.'
            USING ERRCODE = 'restrict_violation',
                  HINT = 'Tarik fotonya atau tutup sebagian, dengan alasan.';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER laporan_berkas_terkunci AFTER UPDATE ON core_berkas
    FOR EACH ROW WHEN (OLD.nama <> NEW.nama OR OLD.jenis <> NEW.jenis
        OR (OLD.nama_publik IS NOT NULL AND OLD.nama_publik IS DISTINCT FROM NEW.nama_publik))
    EXECUTE FUNCTION laporan_berkas_terkunci();
"""
LEPAS_BERKAS = """
DROP TRIGGER laporan_berkas_terkunci ON core_berkas;
DROP FUNCTION laporan_berkas_terkunci();
"""


class Migration(migrations.Migration):
    dependencies = [("laporan", "0011_evaluasi"), ("core", "0011_penarikan")]

    operations = [
        migrations.AlterField(
            model_name="foto",
            name="berkas",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="foto_laporan",
                to="core.berkas",
            ),
        ),
        migrations.AddConstraint(
            model_name="foto",
            constraint=models.UniqueConstraint(
                fields=("laporan", "berkas"),
                name="foto_satu_per_laporan",
                violation_error_message="Foto ini sudah ada dalam laporan ini.",
            ),
        ),
        migrations.RunSQL(KEMAJUAN, LEPAS_KEMAJUAN),
        migrations.RunSQL(TURUN, LEPAS_TURUN),
        migrations.RunSQL(BERKAS, LEPAS_BERKAS),
    ]
