"""Residents who write drafts for one project."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.formulir.fields
import core.waktu


class Migration(migrations.Migration):
    dependencies = [
        ("laporan", "0016_bulan"),
        ("proyek", "0024_pindaian_lpj"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PenulisLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sebutan", models.CharField(max_length=100, verbose_name="nama orangnya")),
                (
                    "kontak_hash",
                    models.CharField(
                        db_index=True, editable=False, max_length=64, verbose_name="hash kontak"
                    ),
                ),
                (
                    "ditunjuk_pada",
                    models.DateTimeField(default=core.waktu.sekarang, verbose_name="ditunjuk"),
                ),
                ("diterima_pada", models.DateTimeField(null=True, verbose_name="diterima")),
                ("dicabut_pada", models.DateTimeField(null=True, verbose_name="dicabut")),
                ("kunci_sekali", core.formulir.fields.KunciSekaliField()),
                (
                    "ditunjuk_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tulisan_laporan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proyek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penulis_laporan",
                        to="proyek.proyek",
                    ),
                ),
            ],
            options={
                "verbose_name": "penulis laporan",
                "verbose_name_plural": "penulis laporan",
                "ordering": ["proyek", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("dicabut_pada__isnull", True)),
                        fields=("proyek", "kontak_hash"),
                        name="penulis_satu_per_kontak",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dicabut_pada__isnull", True)),
                        fields=("proyek", "pengguna"),
                        name="penulis_satu_per_orang",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("diterima_pada__isnull", True), ("pengguna__isnull", True)),
                            models.Q(("diterima_pada__isnull", False), ("pengguna__isnull", False)),
                            _connector="OR",
                        ),
                        name="penulis_diterima_lengkap",
                    ),
                ],
            },
        ),
    ]
