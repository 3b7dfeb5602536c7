from django.db import migrations, models

from core.jejak.sql import boleh_dihitamkan

# The lock of 0015 stays. Words of an official answer may become black, beside a row that tells why.
JAWABAN = boleh_dihitamkan(
    "aspirasi_tindaklanjut",
    terkunci="OLD.jenis = 'tanggapan'",
    pesan="Jawaban resmi tidak dapat diubah atau dihapus. Tulis jawaban baru.",
    kolom=("isi",),
)


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0031_kata_umum"), ("core", "0011_penarikan")]

    operations = [
        migrations.AddField(
            model_name="lampiran",
            name="ditarik_pada",
            field=models.DateTimeField(editable=False, null=True, verbose_name="ditarik"),
        ),
        migrations.AddConstraint(
            model_name="lampiran",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("disetujui_pada__isnull", True),
                    ("ditarik_pada__isnull", True),
                    _connector="OR",
                ),
                name="lampiran_ditarik_tidak_tampil",
                violation_error_message="Foto yang ditarik tidak dapat tampil.",
            ),
        ),
        *JAWABAN,
    ]
