"""Clocks of what is answered, and of looks in the field, are what their rows say.

A change of these columns is measured against rows that nobody changes: answers, the word that one
does not settle the matter, results, and days off. So the jobs of the night may set them right, and
nobody may set them wrong.
"""

from django.db import migrations

FUNGSI = """
CREATE FUNCTION laporan_hari_kerja(awal date, banyak integer) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
-- The day that is so many working days after another, as `core.tenggat.hari_kerja` counts them.
SELECT CASE WHEN banyak = 0 THEN awal ELSE (
    SELECT awal + h.ke FROM generate_series(1, 3 * banyak + 366) AS h (ke)
    WHERE extract(isodow FROM awal + h.ke) < 6 AND NOT EXISTS (
        SELECT FROM public.core_harilibur AS l WHERE l.berlaku AND l.tanggal = awal + h.ke
    )
    ORDER BY h.ke OFFSET banyak - 1 LIMIT 1
) END
$$;
CREATE FUNCTION laporan_jam_tanggapan() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- Argument 1: the message. 2: "cek" or "catatan".
DECLARE
    cek bigint := CASE WHEN TG_ARGV[1] = 'cek' THEN NEW.id END;
    catatan bigint := CASE WHEN TG_ARGV[1] = 'catatan' THEN NEW.id END;
    belum_puas boolean := NEW.belum_puas_pada IS DISTINCT FROM OLD.belum_puas_pada;
    sah boolean := true;
BEGIN
    IF belum_puas THEN
        sah := NEW.belum_puas_pada = (
            SELECT b.dibuat FROM public.laporan_belumpuas AS b
            WHERE b.cek_id = cek OR b.catatan_id = catatan
        );
    END IF;
    IF NEW.penanggap <> OLD.penanggap THEN
        sah := sah AND NEW.penanggap = 'kecamatan' AND NEW.belum_puas_pada IS NOT NULL;
    END IF;
    IF NEW.ditanggapi_pada IS DISTINCT FROM OLD.ditanggapi_pada
        AND (NEW.ditanggapi_pada IS NOT NULL OR NOT belum_puas)
    THEN
        -- The moment of an answer that stands, of the clock that runs; none where there is none.
        sah := sah AND (NEW.ditanggapi_pada IS NOT NULL) = EXISTS (
            SELECT FROM public.laporan_tanggapan AS t
            WHERE (t.cek_id = cek OR t.catatan_id = catatan) AND t.ditarik_pada IS NULL
                AND t.dibuat >= coalesce(NEW.belum_puas_pada, '-infinity')
                AND t.dibuat = coalesce(NEW.ditanggapi_pada, t.dibuat)
                AND NOT EXISTS (
                    SELECT FROM public.laporan_tanggapan AS p WHERE p.memperbaiki_id = t.id)
        );
    END IF;
    IF (NEW.langkah_mulai, NEW.jatah_hari) IS DISTINCT FROM (OLD.langkah_mulai, OLD.jatah_hari)
    THEN
        sah := sah AND CASE
            WHEN NEW.tenggat IS NULL THEN to_jsonb(NEW) ->> 'penilaian' = 'sesuai'
                AND OLD.ditanggapi_pada IS NULL AND OLD.belum_puas_pada IS NULL
            WHEN OLD.tenggat IS NULL
                THEN belum_puas OR to_jsonb(NEW) ->> 'penilaian' IS DISTINCT FROM 'sesuai'
            ELSE belum_puas AND NEW.jatah_hari = OLD.jatah_hari
        END;
    END IF;
    IF (NEW.langkah_mulai, NEW.jatah_hari, NEW.janji)
        IS DISTINCT FROM (OLD.langkah_mulai, OLD.jatah_hari, OLD.janji)
    THEN
        sah := sah AND NEW.janji IS NOT DISTINCT FROM
            public.laporan_hari_kerja(NEW.langkah_mulai, NEW.jatah_hari);
    END IF;
    IF NEW.tenggat IS DISTINCT FROM OLD.tenggat THEN
        sah := sah AND NEW.tenggat IS NOT DISTINCT FROM NEW.janji;
    END IF;
    IF sah IS NOT TRUE THEN
        PERFORM public.laporan_tolak(TG_ARGV[0], TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION laporan_jam_lapangan() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- Argument 1: the message. What was opened ends once; an agreement is asked after anew.
DECLARE
    sah boolean := true;
BEGIN
    IF NEW.tahap <> OLD.tahap THEN
        sah := (OLD.tahap, NEW.tahap) IN (
            ('dibuka', 'disepakati'), ('dibuka', 'selesai'), ('dibuka', 'batal'),
            ('disepakati', 'selesai'), ('selesai', 'disepakati')
        );
    END IF;
    IF NEW.tahap = 'dibuka' THEN
        sah := sah AND NEW.langkah_mulai = OLD.langkah_mulai AND NEW.jatah_hari = OLD.jatah_hari
            AND (NEW.janji = OLD.janji
                OR NEW.janji = public.laporan_hari_kerja(NEW.langkah_mulai, NEW.jatah_hari))
            AND (NEW.tenggat = OLD.tenggat OR NEW.tenggat = NEW.janji);
    ELSIF NEW.tahap IN ('disepakati', 'selesai')
        AND (NEW.tahap, NEW.tenggat, NEW.janji) IS DISTINCT FROM
            (OLD.tahap, OLD.tenggat, OLD.janji)
    THEN
        -- The day of the newest result, or of the newest answer about it.
        sah := sah AND NEW.janji IS NOT DISTINCT FROM NEW.tenggat AND EXISTS (
            (SELECT h.sampai FROM public.laporan_hasillapangan AS h
            WHERE h.pemeriksaan_id = NEW.id ORDER BY h.id DESC LIMIT 1)
            INTERSECT SELECT NEW.tenggat
            UNION
            (SELECT j.sampai FROM public.laporan_jawabansepakat AS j
            WHERE j.pemeriksaan_id = NEW.id ORDER BY j.id DESC LIMIT 1)
            INTERSECT SELECT NEW.tenggat
        );
    END IF;
    IF sah IS NOT TRUE THEN
        PERFORM public.laporan_tolak(TG_ARGV[0], TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
"""
LEPAS = """
DROP FUNCTION laporan_jam_lapangan();
DROP FUNCTION laporan_jam_tanggapan();
DROP FUNCTION laporan_hari_kerja(date, integer);
"""
TANGGAPAN = "Tenggat dan waktu tanggapan mengikuti tanggapannya, dan tidak boleh diubah sendiri."
LAPANGAN = "Tahap dan tenggat pemeriksaan mengikuti hasilnya, dan tidak boleh diubah sendiri."
JEDA = "Tenggat ini tidak dapat ditunda."
# Table → what keeps its clock.
JAM = {
    "laporan_cekwarga": f"laporan_jam_tanggapan('{TANGGAPAN}', 'cek')",
    "laporan_catatanpengawasan": f"laporan_jam_tanggapan('{TANGGAPAN}', 'catatan')",
    "laporan_pemeriksaanlapangan": f"laporan_jam_lapangan('{LAPANGAN}')",
}
TUNDA = "OLD.alasan_tertunda <> NEW.alasan_tertunda OR OLD.penundaan <> NEW.penundaan"


def _pemicu(tabel: str, nama: str, bila: str, fungsi: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {tabel}_{nama} AFTER UPDATE ON {tabel} FOR EACH ROW {bila} "
        f"EXECUTE FUNCTION {fungsi};",
        f"DROP TRIGGER {tabel}_{nama} ON {tabel};",
    )


class Migration(migrations.Migration):
    dependencies = [("laporan", "0027_kunci_laku")]

    operations = [
        migrations.RunSQL(FUNGSI, LEPAS),
        *(_pemicu(tabel, "jam", "", fungsi) for tabel, fungsi in JAM.items()),
        *(
            _pemicu(tabel, "tunda", f"WHEN ({TUNDA})", f"core_tolak_ubah('{JEDA}', '')")
            for tabel in JAM
        ),
    ]
