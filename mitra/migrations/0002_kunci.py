"""Rows of things that arrived are only added, and never sum to less than nothing."""

from django.db import migrations

from core.jejak.sql import append_only

PESAN = "Catatan penerimaan tidak diubah. Tulis pembetulan, dengan alasannya."
FUNGSI = """
CREATE FUNCTION mitra_penerimaan_wajar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- Arrivals of a promise sum to nothing or more, and only a promise that stands receives. Its
-- row is locked, so that two corrections at once see each other.
DECLARE
    keadaan text;
    seluruhnya numeric;
BEGIN
    SELECT t.status INTO keadaan
    FROM public.mitra_kontribusi AS k JOIN public.mitra_tawaran AS t ON t.id = k.tawaran_id
    WHERE k.id = NEW.kontribusi_id FOR UPDATE OF t;
    IF keadaan NOT IN ('disepakati', 'berjalan', 'selesai') THEN
        RAISE EXCEPTION 'Janji ini tidak berlaku lagi, jadi penerimaan tidak dapat dicatat.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT sum(p.jumlah) INTO seluruhnya
    FROM public.mitra_penerimaan AS p WHERE p.kontribusi_id = NEW.kontribusi_id;
    IF seluruhnya < 0 THEN
        RAISE EXCEPTION 'Yang diterima tidak dapat kurang dari nol. Periksa jumlahnya.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER mitra_penerimaan_wajar AFTER INSERT ON mitra_penerimaan
    FOR EACH ROW EXECUTE FUNCTION mitra_penerimaan_wajar();
"""
LEPAS = """
DROP TRIGGER mitra_penerimaan_wajar ON mitra_penerimaan;
DROP FUNCTION mitra_penerimaan_wajar();
"""


class Migration(migrations.Migration):
    dependencies = [("mitra", "0001_mitra"), ("core", "0002_kunci")]

    operations = [
        *append_only(
            "mitra_penerimaan",
            pesan=PESAN,
            kecuali="to_jsonb(NEW) - 'bukti_umum' = to_jsonb(OLD) - 'bukti_umum'",
            kolom=("bukti_umum",),
        ),
        migrations.RunSQL(FUNGSI, LEPAS),
    ]
