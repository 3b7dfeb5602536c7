"""Words of a published report, and captions of its photos, may become black."""

import importlib

from django.db import migrations

from core.jejak.sql import boleh_dihitamkan

kunci = importlib.import_module("laporan.migrations.0003_kunci")
TULISAN = (
    *("narasi", "kendala", "rencana_tindak_lanjut"),
    *("alasan_tanpa_kemajuan", "alasan_turun", "alasan_perbaikan"),
)
# A photo knows by its report alone whether it is locked, so its lock asks here.
FOTO = f"""
CREATE FUNCTION laporan_foto_dihitamkan(lama laporan_foto, baru laporan_foto) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
SELECT to_jsonb(lama) - 'keterangan' = to_jsonb(baru) - 'keterangan'
    AND public.core_dihitamkan(lama.keterangan, baru.keterangan)
    AND EXISTS (
        SELECT FROM public.core_penarikan AS p
        WHERE p.tabel = 'laporan_foto' AND p.baris = lama.id
            AND 'keterangan' = ANY (p.kolom::text[])
            AND p.transaksi = pg_current_xact_id()::text::bigint
            AND p.dicatat = transaction_timestamp()
    )
$$;
DROP TRIGGER laporan_foto_tolak_ubah ON laporan_foto;
CREATE TRIGGER laporan_foto_tolak_ubah AFTER INSERT OR DELETE ON laporan_foto
    FOR EACH ROW EXECUTE FUNCTION laporan_tolak_ubah_isi('{kunci.PESAN}');
CREATE TRIGGER laporan_foto_tolak_ganti AFTER UPDATE ON laporan_foto
    FOR EACH ROW WHEN (NOT laporan_foto_dihitamkan(OLD, NEW))
    EXECUTE FUNCTION laporan_tolak_ubah_isi('{kunci.PESAN}');
"""  # noqa: S608 (our own constant)
LEPAS = f"""
DROP TRIGGER laporan_foto_tolak_ganti ON laporan_foto;
DROP TRIGGER laporan_foto_tolak_ubah ON laporan_foto;
CREATE TRIGGER laporan_foto_tolak_ubah AFTER INSERT OR UPDATE OR DELETE ON laporan_foto
    FOR EACH ROW EXECUTE FUNCTION laporan_tolak_ubah_isi('{kunci.PESAN}');
DROP FUNCTION laporan_foto_dihitamkan(laporan_foto, laporan_foto);
"""


class Migration(migrations.Migration):
    dependencies = [("laporan", "0007_gerak"), ("core", "0011_penarikan")]

    operations = [
        *boleh_dihitamkan(
            "laporan_laporankemajuan",
            terkunci="OLD.status = 'terbit'",
            pesan=kunci.PESAN,
            kolom=TULISAN,
        ),
        migrations.RunSQL(FOTO, LEPAS),
    ]
