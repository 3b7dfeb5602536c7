"""A sender may say on settling it whether they were heard; what stood there was asked later."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0009_sanggah")]

    operations = [
        migrations.AddField(
            model_name="penilaian",
            name="saat",
            field=models.CharField(
                choices=[
                    ("beres", "Saat dinyatakan beres"),
                    ("nanti", "Empat minggu kemudian"),
                ],
                default="nanti",
                max_length=8,
                verbose_name="saat dinilai",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="penilaian",
            name="aspirasi",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="penilaian",
                to="aspirasi.aspirasi",
            ),
        ),
        migrations.AddConstraint(
            model_name="penilaian",
            constraint=models.UniqueConstraint(
                fields=("aspirasi", "saat"),
                name="penilaian_sekali",
                violation_error_message="Pengirim sudah menjawab pertanyaan ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penilaian",
            constraint=models.CheckConstraint(
                condition=models.Q(("saat", "nanti"), ("masih_beres", True), _connector="OR"),
                name="penilaian_beres_saat_beres",
                violation_error_message=(
                    "Yang baru dinyatakan beres tidak dapat dinilai belum beres."
                ),
            ),
        ),
    ]
