from django.db import migrations

from core.jejak.sql import tolak_ubah_terbit

PESAN = "Laporan yang sudah terbit tidak boleh diubah atau dihapus. Buat perbaikannya."

# Rows that belong to a published report stand or fall with it, so adding one is refused too.
# The report is locked against a publication under way.
ISI_TERBIT = """
CREATE FUNCTION laporan_tolak_ubah_isi() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    induk bigint[] := ARRAY[]::bigint[];
BEGIN
    IF TG_OP <> 'INSERT' THEN induk := induk || OLD.laporan_id; END IF;
    IF TG_OP <> 'DELETE' THEN induk := induk || NEW.laporan_id; END IF;
    PERFORM 1 FROM laporan_laporankemajuan WHERE id = ANY (induk) FOR SHARE;
    IF EXISTS (
        SELECT FROM laporan_laporankemajuan WHERE id = ANY (induk) AND status = 'terbit'
    ) THEN
        RAISE EXCEPTION '%', TG_ARGV[0]
            USING ERRCODE = 'restrict_violation',
                  HINT = format('%s pada tabel %s ditolak oleh basis data.', TG_OP, TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
"""

# What was spent from a source never exceeds its pagu. Counted per month: the published
# revision that stands, or the draft that would replace it, whichever is larger, so that
# publishing or dropping a draft can never make the sum grow. The row of the source is
# locked: two reports committed at the same moment are summed one after the other.
DALAM_PAGU = """
CREATE FUNCTION laporan_periksa_pagu(id_sumber bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    batas bigint;
    milik bigint;
    jumlah numeric;
BEGIN
    SELECT pagu, proyek_id INTO batas, milik FROM proyek_pendanaan WHERE id = id_sumber
        FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM laporan_realisasi r JOIN laporan_laporankemajuan l ON l.id = r.laporan_id
        WHERE r.pendanaan_id = id_sumber AND l.proyek_id <> milik
    ) THEN
        RAISE EXCEPTION 'Sumber dana ini milik proyek lain.' USING ERRCODE = 'check_violation';
    END IF;
    SELECT sum(per_bulan.terbesar) INTO jumlah FROM (
        SELECT max(r.jumlah) AS terbesar
        FROM laporan_realisasi r JOIN laporan_laporankemajuan l ON l.id = r.laporan_id
        WHERE r.pendanaan_id = id_sumber
            AND (l.status <> 'terbit' OR NOT EXISTS (
                SELECT FROM laporan_laporankemajuan baru
                WHERE baru.proyek_id = l.proyek_id AND baru.periode = l.periode
                    AND baru.status = 'terbit' AND baru.revisi > l.revisi))
        GROUP BY l.periode
    ) AS per_bulan;
    IF jumlah > batas THEN
        RAISE EXCEPTION 'Jumlah yang dibelanjakan melebihi anggaran sumber ini.'
            USING ERRCODE = 'check_violation',
                  HINT = 'Periksa jumlahnya, atau ubah anggarannya dulu dengan keputusan.';
    END IF;
END $$;
CREATE FUNCTION laporan_realisasi_dalam_pagu() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM laporan_periksa_pagu(NEW.pendanaan_id);
    RETURN NULL;
END $$;
CREATE FUNCTION laporan_pindah_dalam_pagu() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM laporan_periksa_pagu(r.pendanaan_id)
        FROM laporan_realisasi r WHERE r.laporan_id = NEW.id ORDER BY r.pendanaan_id;
    RETURN NULL;
END $$;
CREATE FUNCTION laporan_pagu_cukup() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM laporan_periksa_pagu(NEW.id);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER laporan_realisasi_dalam_pagu
    AFTER INSERT OR UPDATE ON laporan_realisasi DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION laporan_realisasi_dalam_pagu();
CREATE CONSTRAINT TRIGGER laporan_pindah_dalam_pagu
    AFTER UPDATE OF periode, proyek_id ON laporan_laporankemajuan DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION laporan_pindah_dalam_pagu();
CREATE CONSTRAINT TRIGGER laporan_pagu_cukup
    AFTER UPDATE OF pagu, proyek_id ON proyek_pendanaan DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION laporan_pagu_cukup();
"""
HAPUS_PAGU = """
DROP TRIGGER laporan_pagu_cukup ON proyek_pendanaan;
DROP TRIGGER laporan_pindah_dalam_pagu ON laporan_laporankemajuan;
DROP TRIGGER laporan_realisasi_dalam_pagu ON laporan_realisasi;
DROP FUNCTION laporan_pagu_cukup();
DROP FUNCTION laporan_pindah_dalam_pagu();
DROP FUNCTION laporan_realisasi_dalam_pagu();
DROP FUNCTION laporan_periksa_pagu(bigint);
"""


def isi_terkunci(tabel):
    """Lock the rows of `tabel` together with the published report they belong to."""
    return migrations.RunSQL(
        f"""
        CREATE TRIGGER {tabel}_tolak_ubah AFTER INSERT OR UPDATE OR DELETE ON {tabel}
            FOR EACH ROW EXECUTE FUNCTION laporan_tolak_ubah_isi('{PESAN}');
        CREATE TRIGGER {tabel}_tolak_kosongkan BEFORE TRUNCATE ON {tabel}
            FOR EACH STATEMENT EXECUTE FUNCTION core_tolak_ubah('{PESAN}', '');
        """,
        f"""
        DROP TRIGGER {tabel}_tolak_kosongkan ON {tabel};
        DROP TRIGGER {tabel}_tolak_ubah ON {tabel};
        """,
    )


class Migration(migrations.Migration):
    """A published report is locked with everything in it; spending stays within its pagu."""

    dependencies = [
        ("laporan", "0002_awal"),
        ("proyek", "0003_kunci"),
        ("core", "0002_kunci"),
    ]

    operations = [
        *tolak_ubah_terbit(
            "laporan_laporankemajuan", terkunci="OLD.status = 'terbit'", pesan=PESAN
        ),
        migrations.RunSQL(ISI_TERBIT, "DROP FUNCTION laporan_tolak_ubah_isi();"),
        isi_terkunci("laporan_realisasi"),
        isi_terkunci("laporan_foto"),
        migrations.RunSQL(DALAM_PAGU, HAPUS_PAGU),
    ]
