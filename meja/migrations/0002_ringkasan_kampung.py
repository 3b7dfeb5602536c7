import django.db.models.deletion
from django.db import migrations, models

import core.waktu
from core.jejak.sql import append_only


class Migration(migrations.Migration):
    """The figures of each kampung on each day. A row is added and never changed."""

    dependencies = [
        ("meja", "0001_simpan_saringan"),
        ("warga", "0012_urutan_kampung"),
    ]

    operations = [
        migrations.CreateModel(
            name="RingkasanKampung",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hari", models.DateField(verbose_name="hari")),
                (
                    "baru",
                    models.PositiveIntegerField(verbose_name="kiriman masuk dalam tujuh hari"),
                ),
                ("terlambat", models.PositiveIntegerField(verbose_name="kiriman terlambat")),
                (
                    "belum_dijawab",
                    models.PositiveIntegerField(verbose_name="kiriman belum dijawab"),
                ),
                (
                    "jatuh_tempo",
                    models.PositiveIntegerField(
                        verbose_name="laporan jatuh tempo dalam tujuh hari"
                    ),
                ),
                ("belum_lapor", models.PositiveIntegerField(verbose_name="laporan terlambat")),
                (
                    "dihentikan",
                    models.PositiveIntegerField(verbose_name="proyek dihentikan sementara"),
                ),
                (
                    "belum_dievaluasi",
                    models.PositiveIntegerField(verbose_name="proyek selesai belum dievaluasi"),
                ),
                ("anggaran", models.BigIntegerField(null=True, verbose_name="anggaran")),
                ("dicairkan", models.BigIntegerField(null=True, verbose_name="sudah dicairkan")),
                (
                    "dibelanjakan",
                    models.BigIntegerField(null=True, verbose_name="sudah dibelanjakan"),
                ),
                ("lpj", models.BooleanField(verbose_name="LPJ tahun lalu ditetapkan")),
                (
                    "dihitung",
                    models.DateTimeField(default=core.waktu.sekarang, verbose_name="dihitung"),
                ),
                (
                    "kampung",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="warga.kampung",
                    ),
                ),
            ],
            options={
                "verbose_name": "ringkasan kampung",
                "verbose_name_plural": "ringkasan kampung",
                "ordering": ["-hari", "kampung"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("hari", "kampung"),
                        name="ringkasan_kampung_sehari",
                        violation_error_message="Ringkasan hari itu sudah ada.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kampung__isnull", True)),
                        fields=("hari",),
                        name="ringkasan_kampung_tanpa",
                        violation_error_message="Ringkasan hari itu sudah ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("anggaran__isnull", False),
                            models.Q(("dibelanjakan__isnull", True), ("dicairkan__isnull", True)),
                            _connector="OR",
                        ),
                        name="ringkasan_kampung_beranggaran",
                        violation_error_message="Uang tanpa anggaran tidak mungkin.",
                    ),
                ],
            },
        ),
        *append_only("meja_ringkasankampung", pesan="Ringkasan sehari hanya boleh ditambah."),
    ]
