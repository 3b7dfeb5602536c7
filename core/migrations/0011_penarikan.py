import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from core.jejak.sql import BUAT_PENARIKAN, HAPUS_PENARIKAN, append_only


class Migration(migrations.Migration):
    """Rows of things taken back from the public; beside them alone locked words become black."""

    dependencies = [("core", "0010_kata_umum")]

    operations = [
        migrations.CreateModel(
            name="Penarikan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tabel", models.CharField(editable=False, max_length=63, verbose_name="tabel")),
                ("baris", models.BigIntegerField(editable=False, verbose_name="baris")),
                (
                    "kolom",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=63),
                        editable=False,
                        size=None,
                        verbose_name="kolom",
                    ),
                ),
                (
                    "utuh",
                    models.BooleanField(default=False, editable=False, verbose_name="seluruhnya"),
                ),
                (
                    "transaksi",
                    models.BigIntegerField(editable=False, null=True, verbose_name="transaksi"),
                ),
                (
                    "dicatat",
                    models.DateTimeField(editable=False, null=True, verbose_name="dicatat"),
                ),
                (
                    "jejak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penarikan",
                        to="core.jejak",
                        verbose_name="jejak",
                    ),
                ),
            ],
            options={
                "verbose_name": "penarikan",
                "verbose_name_plural": "penarikan",
                "indexes": [
                    models.Index(fields=["tabel", "baris"], name="penarikan_baris"),
                ],
            },
        ),
        migrations.RunSQL(BUAT_PENARIKAN, HAPUS_PENARIKAN),
        *append_only("core_penarikan", pesan="Penarikan hanya boleh ditambah."),
    ]
