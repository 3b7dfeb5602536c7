"""Locks of the files of notes, looks and checks: another picture in the place of one that others saw
would change what they were shown."""

from django.db import migrations

# A file that becomes public is new to everyone; every other change needs its penarikan. The photo
# of a check is shown and hidden with its check, but stays the same photo.
BERKAS = """
CREATE FUNCTION laporan_berkas_bukti_terkunci() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    lampiran bigint := (SELECT id FROM public.laporan_lampirancatatan WHERE berkas_id = OLD.id);
    lapangan bigint := (SELECT id FROM public.laporan_fotolapangan WHERE berkas_id = OLD.id);
BEGIN
    IF (OLD.nama <> NEW.nama OR OLD.jenis <> NEW.jenis)
        AND EXISTS (SELECT FROM public.laporan_fotocek WHERE berkas_id = OLD.id) THEN
        RAISE EXCEPTION 'Foto cek warga tidak boleh diganti.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF coalesce(lampiran, lapangan) IS NOT NULL AND NOT EXISTS (
        SELECT FROM public.core_penarikan p
        WHERE (p.tabel, p.baris) IN (
                ('laporan_lampirancatatan', lampiran), ('laporan_fotolapangan', lapangan))
            AND p.transaksi = pg_current_xact_id()::text::bigint
            AND p.dicatat = transaction_timestamp()
    ) THEN
        RAISE EXCEPTION 'Foto dan lampiran ini tidak boleh diganti atau disembunyikan.'
            USING ERRCODE = 'restrict_violation',
                  HINT = 'Tarik fotonya atau tutup sebagian, dengan alasan.';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER laporan_berkas_bukti_terkunci AFTER UPDATE ON core_berkas
    FOR EACH ROW WHEN (OLD.nama <> NEW.nama OR OLD.jenis <> NEW.jenis
        OR (OLD.nama_publik IS NOT NULL AND OLD.nama_publik IS DISTINCT FROM NEW.nama_publik))
    EXECUTE FUNCTION laporan_berkas_bukti_terkunci();
"""
LEPAS_BERKAS = """
DROP TRIGGER laporan_berkas_bukti_terkunci ON core_berkas;
DROP FUNCTION laporan_berkas_bukti_terkunci();
"""


class Migration(migrations.Migration):
    dependencies = [("laporan", "0029_indeks_draf"), ("core", "0011_penarikan")]

    operations = [migrations.RunSQL(BERKAS, LEPAS_BERKAS)]
