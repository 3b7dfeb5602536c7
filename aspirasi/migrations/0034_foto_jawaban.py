import django.db.models.deletion
from django.db import migrations, models

# Which answer it is stands in another table, so no CHECK can see it. An official answer is locked,
# so it stays one.
BUAT = """
CREATE FUNCTION aspirasi_foto_jawaban() RETURNS trigger LANGUAGE plpgsql AS $$
-- A photo of an answer belongs to an official answer to its own kiriman, and stays with it.
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.jawaban_id IS DISTINCT FROM NEW.jawaban_id
        OR OLD.aspirasi_id <> NEW.aspirasi_id)
    THEN
        RAISE EXCEPTION 'Foto tidak berpindah ke kiriman atau jawaban lain.'
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.jawaban_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM aspirasi_tindaklanjut
        WHERE id = NEW.jawaban_id AND aspirasi_id = NEW.aspirasi_id AND jenis = 'tanggapan'
    ) THEN
        RAISE EXCEPTION 'Foto ini hanya dapat berdiri pada jawaban resmi kiriman yang sama.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER aspirasi_lampiran_jawaban BEFORE INSERT OR UPDATE OF jawaban_id, aspirasi_id
    ON aspirasi_lampiran FOR EACH ROW EXECUTE FUNCTION aspirasi_foto_jawaban();
"""
HAPUS = """
DROP TRIGGER aspirasi_lampiran_jawaban ON aspirasi_lampiran;
DROP FUNCTION aspirasi_foto_jawaban();
"""


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0033_simpan_akun")]

    operations = [
        migrations.AddField(
            model_name="lampiran",
            name="jawaban",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="foto",
                to="aspirasi.tindaklanjut",
            ),
        ),
        migrations.RemoveConstraint(model_name="lampiran", name="lampiran_foto_sekali"),
        migrations.AddConstraint(
            model_name="lampiran",
            constraint=models.UniqueConstraint(
                condition=models.Q(("jawaban__isnull", True)),
                fields=("aspirasi", "sidik"),
                name="lampiran_foto_sekali",
                violation_error_message="Foto ini sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lampiran",
            constraint=models.UniqueConstraint(
                fields=("jawaban", "sidik"),
                name="lampiran_foto_jawaban_sekali",
                violation_error_message="Foto ini sudah ada.",
            ),
        ),
        migrations.RunSQL(BUAT, HAPUS),
    ]
