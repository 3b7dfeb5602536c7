"""A plan moves, and a set plan changes, only beside an act in its trail."""

from django.db import migrations

from core.jejak.sql import append_only

FUNGSI = """
CREATE FUNCTION rencana_tolak(pesan text, tabel text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION '%', pesan
        USING ERRCODE = 'restrict_violation',
              HINT = format('Perubahan pada tabel %s ditolak oleh basis data.', tabel);
END $$;
CREATE FUNCTION rencana_berlaku(rencana bigint, laku text[]) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
-- Whether one of these acts on the plan was written in this very transaction.
SELECT EXISTS (
    SELECT FROM public.core_jejak AS j
    WHERE j.objek_jenis = 'rencana' AND j.objek_kunci = $1::text AND j.aksi = ANY ($2)
        AND j.dicatat >= transaction_timestamp()
)
$$;
CREATE FUNCTION rencana_baris_tetap() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- Rows and expected money of a set plan change beside a change of the plan alone.
DECLARE
    baru jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    milik bigint := (coalesce(baru, to_jsonb(OLD)) ->> 'rencana_id')::bigint;
    tetap boolean;
BEGIN
    SELECT r.status = 'ditetapkan' INTO tetap FROM public.rencana_rencana AS r WHERE r.id = milik;
    IF tetap AND NOT public.rencana_berlaku(milik, ARRAY['ditetapkan', 'diubah']) THEN
        PERFORM public.rencana_tolak(
            'Rencana ini sudah ditetapkan. Ubahlah lewat perubahan rencana, dengan alasan dan '
            'suratnya.', TG_TABLE_NAME);
    END IF;
    IF TG_TABLE_NAME = 'rencana_barisrencana' AND EXISTS (
        SELECT FROM public.rencana_barisrencana AS b
        WHERE b.id = (baru ->> 'id')::bigint AND (b.hasil <> '') IS DISTINCT FROM tetap
    ) THEN
        PERFORM public.rencana_tolak(
            'Hasil baris ditulis ketika rencana ditetapkan.', TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION rencana_pindah_status() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NOT public.rencana_berlaku(NEW.id, ARRAY[
        'dibuka', 'batal_dibuka', 'diperpanjang', 'ditutup', 'dibuka_lagi', 'ditetapkan', 'diubah'
    ]) THEN
        PERFORM public.rencana_tolak(
            'Perubahan ini harus tercatat bersama perbuatannya.', TG_TABLE_NAME);
    END IF;
    IF OLD.status = 'ditetapkan' AND NEW.status <> 'ditetapkan' THEN
        PERFORM public.rencana_tolak(
            'Rencana yang ditetapkan tidak dibuka lagi. Ubahlah lewat perubahan rencana.',
            TG_TABLE_NAME);
    END IF;
    IF NEW.status = 'ditetapkan' AND EXISTS (
        SELECT FROM public.rencana_barisrencana AS b WHERE b.rencana_id = NEW.id AND b.hasil = ''
    ) THEN
        PERFORM public.rencana_tolak('Tiap baris rencana perlu hasil.', TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
"""
LEPAS = """
DROP FUNCTION rencana_pindah_status();
DROP FUNCTION rencana_baris_tetap();
DROP FUNCTION rencana_berlaku(bigint, text[]);
DROP FUNCTION rencana_tolak(text, text);
"""
PINDAH = "OLD.status <> 'draf' OR NEW.status <> 'draf'"


def _tunda(nama: str, saat: str, fungsi: str, bila: str = "") -> migrations.RunSQL:
    """Return the operation that asks at the end of the transaction."""
    baris = f"FOR EACH ROW WHEN ({bila})" if bila else "FOR EACH ROW"
    return migrations.RunSQL(
        f"CREATE CONSTRAINT TRIGGER {nama} AFTER {saat} DEFERRABLE INITIALLY DEFERRED "
        f"{baris} EXECUTE FUNCTION {fungsi}();",
        f"DROP TRIGGER {nama} ON {saat.split()[-1]};",
    )


class Migration(migrations.Migration):
    dependencies = [("rencana", "0001_rencana"), ("core", "0002_kunci")]

    operations = [
        migrations.RunSQL(FUNGSI, LEPAS),
        _tunda(
            "rencana_baris_tetap",
            "INSERT OR UPDATE OR DELETE ON rencana_barisrencana",
            "rencana_baris_tetap",
        ),
        _tunda(
            "rencana_pagu_tetap",
            "INSERT OR UPDATE OR DELETE ON rencana_paguindikatif",
            "rencana_baris_tetap",
        ),
        _tunda(
            "rencana_pindah_status", "UPDATE ON rencana_rencana", "rencana_pindah_status", PINDAH
        ),
        *append_only("rencana_perubahanrencana"),
    ]
