import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.waktu


class Migration(migrations.Migration):
    """The sessions of an account, for their owner to see and to end."""

    dependencies = [("warga", "0005_kode_nomor")]

    operations = [
        migrations.CreateModel(
            name="SesiAkun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kunci",
                    models.CharField(max_length=40, unique=True, verbose_name="kunci sesi"),
                ),
                ("perangkat", models.CharField(max_length=60, verbose_name="perangkat")),
                (
                    "pertama",
                    models.DateField(default=core.waktu.hari_ini, verbose_name="masuk pada"),
                ),
                (
                    "terakhir",
                    models.DateField(default=core.waktu.hari_ini, verbose_name="terakhir dipakai"),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sesi_akun",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "sesi akun",
                "verbose_name_plural": "sesi akun",
                "ordering": ["-terakhir", "-pk"],
            },
        ),
    ]
