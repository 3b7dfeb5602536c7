"""Locks of notes and answers: what was said in public stays as it was said."""

from django.db import migrations

from core.jejak.sql import append_only, boleh_dihitamkan

# A note speaks of what everybody can read, of its own kampung, and names its project.
SAH = """
CREATE FUNCTION laporan_catatan_sah() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    boleh boolean;
BEGIN
    IF NEW.keputusan_id IS NOT NULL THEN
        SELECT k.umum AND k.kampung_id = NEW.kampung_id
            AND k.proyek_id IS NOT DISTINCT FROM NEW.proyek_id
        INTO boleh FROM public.proyek_keputusan k WHERE k.id = NEW.keputusan_id;
    ELSE
        SELECT p.kampung_id = NEW.kampung_id AND (NEW.laporan_id IS NULL OR EXISTS (
            SELECT FROM public.laporan_laporankemajuan l
            WHERE l.id = NEW.laporan_id AND l.proyek_id = p.id AND l.status = 'terbit'))
        INTO boleh FROM public.proyek_proyek p WHERE p.id = NEW.proyek_id;
    END IF;
    IF boleh IS NOT TRUE THEN
        RAISE EXCEPTION 'Catatan pengawasan hanya tentang yang terbit di kampung itu.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER laporan_catatan_sah BEFORE INSERT ON laporan_catatanpengawasan
    FOR EACH ROW EXECUTE FUNCTION laporan_catatan_sah();
CREATE FUNCTION laporan_tanggapan_sah() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- A correction answers the same thing as the answer that it corrects.
BEGIN
    IF NEW.memperbaiki_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM public.laporan_tanggapan t WHERE t.id = NEW.memperbaiki_id
            AND to_jsonb(t) -> 'catatan_id' = to_jsonb(NEW) -> 'catatan_id'
            AND to_jsonb(t) -> 'cek_id' IS NOT DISTINCT FROM to_jsonb(NEW) -> 'cek_id'
    ) THEN
        RAISE EXCEPTION 'Perbaikan menjawab hal yang sama dengan tanggapan yang diperbaikinya.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER laporan_tanggapan_sah BEFORE INSERT ON laporan_tanggapan
    FOR EACH ROW EXECUTE FUNCTION laporan_tanggapan_sah();
"""
LEPAS = """
DROP TRIGGER laporan_tanggapan_sah ON laporan_tanggapan;
DROP FUNCTION laporan_tanggapan_sah();
DROP TRIGGER laporan_catatan_sah ON laporan_catatanpengawasan;
DROP FUNCTION laporan_catatan_sah();
"""
JAM = (
    *("langkah_mulai", "jatah_hari", "janji", "tenggat", "alasan_tertunda", "penundaan"),
    *("eskalasi", "penanggap", "ditanggapi_pada", "belum_puas_pada", "ditarik_pada"),
)
# Table → message, columns that may change, columns that may become black.
KUNCI = {
    "laporan_catatanpengawasan": (
        "Catatan pengawasan tidak boleh diubah atau dihapus. Perbaiki dengan alasan.",
        JAM,
        ("isi",),
    ),
    "laporan_perbaikancatatan": (
        "Perbaikan catatan tidak boleh diubah atau dihapus. Tulis perbaikan lagi.",
        (),
        ("isi", "alasan"),
    ),
    "laporan_tanggapan": (
        "Tanggapan tidak boleh diubah atau dihapus. Tulis perbaikannya.",
        ("ditarik_pada",),
        ("isi", "alasan"),
    ),
    "laporan_belumpuas": (
        "Pernyataan ini tidak boleh diubah atau dihapus.",
        (),
        ("isi",),
    ),
}


def _kunci(tabel: str) -> list[migrations.RunSQL]:
    pesan, berubah, hitam = KUNCI[tabel]
    sisa = "'{" + ",".join(berubah) + "}'::text[]"
    sama = f"to_jsonb(NEW) - {sisa} = to_jsonb(OLD) - {sisa}"
    return [
        *append_only(tabel, pesan=pesan, kecuali=sama, kolom=("id", *berubah, *hitam)),
        *boleh_dihitamkan(tabel, terkunci=f"NOT ({sama})", pesan=pesan, kolom=hitam),
    ]


class Migration(migrations.Migration):
    dependencies = [("laporan", "0023_catatan"), ("core", "0011_penarikan")]

    operations = [
        migrations.RunSQL(SAH, LEPAS),
        *(satu for tabel in KUNCI for satu in _kunci(tabel)),
    ]
