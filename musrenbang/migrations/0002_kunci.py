"""Proposals, scores and changes of the order are written only while their step lasts."""

from django.db import migrations

FUNGSI = """
CREATE FUNCTION musrenbang_tolak(pesan text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION '%', pesan USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION musrenbang_usulan_terkunci() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- The words of a proposal, its place and its photo stand still once the team scores.
DECLARE
    kini text;
    banyak integer;
BEGIN
    SELECT m.status, m.kuota INTO kini, banyak
    FROM public.musrenbang_musrenbang AS m WHERE m.id = NEW.musrenbang_id;
    IF kini <> 'usul' THEN
        PERFORM public.musrenbang_tolak(
            'Usulan tidak dapat ditulis atau diubah lagi: tim penilai sudah mulai menilai.');
    END IF;
    IF NEW.ditarik_pada IS NULL AND NEW.urutan > banyak THEN
        PERFORM public.musrenbang_tolak('Prioritas ini melebihi banyaknya prioritas satu kampung.');
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION musrenbang_nilai_terkunci() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- Scores are given while the team scores, by a member of that very team.
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.musrenbang_usulan AS u
        JOIN public.musrenbang_musrenbang AS m ON m.id = u.musrenbang_id AND m.status = 'nilai'
        JOIN public.musrenbang_anggotatim AS a ON a.musrenbang_id = m.id AND a.id = NEW.anggota_id
        JOIN public.musrenbang_kriteria AS k ON k.musrenbang_id = m.id AND k.id = NEW.kriteria_id
        WHERE u.id = NEW.usulan_id
    ) THEN
        PERFORM public.musrenbang_tolak('Nilai hanya diberikan anggota tim selama penilaian.');
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION musrenbang_perubahan_terkunci() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- A change of the order is written at the meeting; later it may only be taken back there.
BEGIN
    IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'dibatalkan_pada')
            IS DISTINCT FROM (to_jsonb(OLD) - 'dibatalkan_pada') THEN
        PERFORM public.musrenbang_tolak('Perubahan urutan tidak diubah; batalkan, lalu catat lagi.');
    END IF;
    IF NOT EXISTS (
        SELECT FROM public.musrenbang_usulan AS u
        JOIN public.musrenbang_musrenbang AS m ON m.id = u.musrenbang_id AND m.status = 'rapat'
        WHERE u.id = NEW.usulan_id
    ) THEN
        PERFORM public.musrenbang_tolak('Urutan hanya diubah selama rapat.');
    END IF;
    RETURN NULL;
END $$;
"""
HAPUS_FUNGSI = """
DROP FUNCTION musrenbang_perubahan_terkunci();
DROP FUNCTION musrenbang_nilai_terkunci();
DROP FUNCTION musrenbang_usulan_terkunci();
DROP FUNCTION musrenbang_tolak(text);
"""
KOLOM = (
    "musrenbang_id, kampung_id, urutan, judul, masalah, kelompok, perangkat_id, kamus_id, wewenang,"
    " lokasi, lintang, bujur, volume, satuan, perkiraan, lahan, foto_id, proyek_id, ditarik_pada"
)
PEMICU = f"""
CREATE TRIGGER usulan_terkunci AFTER INSERT OR UPDATE OF {KOLOM} ON musrenbang_usulan
FOR EACH ROW EXECUTE FUNCTION musrenbang_usulan_terkunci();
CREATE TRIGGER nilai_terkunci AFTER INSERT OR UPDATE ON musrenbang_nilai
FOR EACH ROW EXECUTE FUNCTION musrenbang_nilai_terkunci();
CREATE TRIGGER perubahan_terkunci AFTER INSERT OR UPDATE ON musrenbang_perubahanurutan
FOR EACH ROW EXECUTE FUNCTION musrenbang_perubahan_terkunci();
"""
HAPUS_PEMICU = """
DROP TRIGGER perubahan_terkunci ON musrenbang_perubahanurutan;
DROP TRIGGER nilai_terkunci ON musrenbang_nilai;
DROP TRIGGER usulan_terkunci ON musrenbang_usulan;
"""


class Migration(migrations.Migration):
    dependencies = [("musrenbang", "0001_musrenbang")]
    operations = [
        migrations.RunSQL(FUNGSI, HAPUS_FUNGSI),
        migrations.RunSQL(PEMICU, HAPUS_PEMICU),
    ]
