"""A published paper and its rows never change, and a budget is published only when it adds up."""

from django.db import migrations

from core.jejak.sql import tolak_ubah_terbit

PESAN = "Anggaran yang sudah terbit tidak diubah. Buatlah pembetulan, dengan alasannya."
FUNGSI = """
CREATE FUNCTION anggaran_baris_tetap() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- The rows of a published paper stay as they are. Its row is locked, so that none slips in beside
-- its publication.
DECLARE
    lama bigint := (CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ->> 'anggaran_id' END)::bigint;
    baru bigint := (CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ->> 'anggaran_id' END)::bigint;
    milik record;
BEGIN
    FOR milik IN
        SELECT a.status FROM public.anggaran_anggarankampung AS a
        WHERE a.id IN (lama, baru) ORDER BY a.id FOR SHARE
    LOOP
        IF milik.status = 'terbit' THEN
            RAISE EXCEPTION 'Anggaran yang sudah terbit tidak diubah. Buatlah pembetulan, dengan '
                'alasannya.' USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
CREATE FUNCTION anggaran_terbit_seimbang() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- A paper is published with rows; a budget, only when income less spending, and the financing,
-- leave what it says itself.
DECLARE
    banyak bigint;
    sisa numeric;
BEGIN
    SELECT count(*), sum(
        CASE WHEN b.kelompok IN ('pendapatan', 'penerimaan') THEN b.jumlah ELSE -b.jumlah END
    ) INTO banyak, sisa
    FROM public.anggaran_barisanggaran AS b WHERE b.anggaran_id = NEW.id;
    IF banyak = 0 THEN
        RAISE EXCEPTION 'Anggaran tanpa isi tidak dapat diterbitkan.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.jenis <> 'realisasi' AND sisa <> NEW.silpa THEN
        RAISE EXCEPTION 'Jumlah anggaran ini belum cocok: pendapatan, belanja, pembiayaan, dan '
            'sisanya.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER anggaran_terbit_seimbang AFTER INSERT OR UPDATE ON anggaran_anggarankampung
    FOR EACH ROW WHEN (NEW.status = 'terbit') EXECUTE FUNCTION anggaran_terbit_seimbang();
CREATE TRIGGER anggaran_baris_tetap AFTER INSERT OR UPDATE OR DELETE ON anggaran_barisanggaran
    FOR EACH ROW EXECUTE FUNCTION anggaran_baris_tetap();
"""
LEPAS = """
DROP TRIGGER anggaran_baris_tetap ON anggaran_barisanggaran;
DROP TRIGGER anggaran_terbit_seimbang ON anggaran_anggarankampung;
DROP FUNCTION anggaran_terbit_seimbang();
DROP FUNCTION anggaran_baris_tetap();
"""


class Migration(migrations.Migration):
    dependencies = [("anggaran", "0001_anggaran"), ("core", "0002_kunci")]

    operations = [
        *tolak_ubah_terbit(
            "anggaran_anggarankampung", terkunci="OLD.status = 'terbit'", pesan=PESAN
        ),
        migrations.RunSQL(FUNGSI, LEPAS),
    ]
