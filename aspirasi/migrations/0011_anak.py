"""Of a sender under 18 the database itself keeps and shows nothing that leads to the child."""

from django.db import migrations, models

# Whether the sender is a child stands in one table, who it is and the photos in others, so no
# CHECK can see both. The lock holds `anak` still until this row commits. Who helped (`lewat`)
# is another person.
BUAT = """
CREATE FUNCTION aspirasi_tolak_milik_anak() RETURNS trigger LANGUAGE plpgsql AS $$
-- Argument 1: the message.
BEGIN
    PERFORM FROM aspirasi_aspirasi WHERE id = NEW.aspirasi_id AND anak FOR SHARE;
    IF FOUND THEN
        RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION aspirasi_menjadi_anak() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM aspirasi_pengirim
        WHERE aspirasi_id = NEW.id AND (nama <> '' OR telepon <> '' OR email <> ''
            OR pengguna_id IS NOT NULL OR nama_untuk_kampung)
    ) OR EXISTS (
        SELECT 1 FROM aspirasi_lampiran WHERE aspirasi_id = NEW.id AND disetujui_pada IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'Hapus dulu identitas pengirim yang belum 18 tahun, dan tarik fotonya.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER aspirasi_pengirim_anak BEFORE INSERT OR UPDATE ON aspirasi_pengirim
    FOR EACH ROW WHEN (NEW.nama <> '' OR NEW.telepon <> '' OR NEW.email <> ''
        OR NEW.pengguna_id IS NOT NULL OR NEW.nama_untuk_kampung)
    EXECUTE FUNCTION aspirasi_tolak_milik_anak(
        'Pengirim belum 18 tahun, jadi nama, kontak, dan akunnya tidak disimpan.');
CREATE TRIGGER aspirasi_lampiran_anak BEFORE INSERT OR UPDATE ON aspirasi_lampiran
    FOR EACH ROW WHEN (NEW.disetujui_pada IS NOT NULL)
    EXECUTE FUNCTION aspirasi_tolak_milik_anak(
        'Pengirim belum 18 tahun, jadi fotonya hanya untuk petugas.');
CREATE TRIGGER aspirasi_aspirasi_anak BEFORE UPDATE OF anak ON aspirasi_aspirasi
    FOR EACH ROW WHEN (NEW.anak AND NOT OLD.anak)
    EXECUTE FUNCTION aspirasi_menjadi_anak();
"""
HAPUS = """
DROP TRIGGER aspirasi_aspirasi_anak ON aspirasi_aspirasi;
DROP TRIGGER aspirasi_lampiran_anak ON aspirasi_lampiran;
DROP TRIGGER aspirasi_pengirim_anak ON aspirasi_pengirim;
DROP FUNCTION aspirasi_menjadi_anak();
DROP FUNCTION aspirasi_tolak_milik_anak();
"""


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0010_penilaian")]

    operations = [
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(("anak", True), ("tampilkan_nama", True), _negated=True),
                name="aspirasi_anak_tanpa_nama",
                violation_error_message="Nama pengirim yang belum 18 tahun tidak ditampilkan.",
            ),
        ),
        migrations.RunSQL(BUAT, HAPUS),
        migrations.AlterField(
            model_name="aspirasi",
            name="langkah",
            field=models.CharField(
                choices=[
                    ("periksa", "Diperiksa kecamatan"),
                    ("jawab", "Jawaban pertama"),
                    ("selesai", "Penyelesaian"),
                    ("pengirim", "Keterangan dari pengirim"),
                    ("konfirmasi", "Jawaban pengirim apakah sudah beres"),
                    ("instansi", "Kabar dari instansi lain"),
                    ("nihil", "Tidak ada"),
                ],
                default="periksa",
                editable=False,
                max_length=10,
                verbose_name="yang ditunggu",
            ),
        ),
    ]
