"""What an official answer says, and the day that it promises.

Answers that are there already say neither: they stay as they are, and their senders were asked at
once. A day that was announced and stands now was put off once.
"""

from django.conf import settings
from django.db import migrations, models

DITUNDA = """
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE aspirasi_aspirasi SET penundaan = 1 WHERE alasan_tertunda <> '';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("aspirasi", "0028_kata_terpisah"),
        ("proyek", "0003_kunci"),
        ("warga", "0008_pemeriksa"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="aspirasi",
            name="aspirasi_status_dikenal",
        ),
        migrations.RemoveConstraint(
            model_name="aspirasi",
            name="aspirasi_langkah_dikenal",
        ),
        migrations.AddField(
            model_name="aspirasi",
            name="dijanjikan",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="dijanjikan"
            ),
        ),
        migrations.AddField(
            model_name="aspirasi",
            name="jawaban",
            field=models.CharField(
                blank=True,
                choices=[
                    ("selesai", "Sudah selesai"),
                    ("janji", "Dijanjikan"),
                    ("tidak", "Tidak dapat dilakukan"),
                ],
                editable=False,
                max_length=7,
                verbose_name="jawabannya",
            ),
        ),
        migrations.AddField(
            model_name="aspirasi",
            name="penundaan",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="penundaan"
            ),
        ),
        migrations.RunSQL(DITUNDA, migrations.RunSQL.noop),
        migrations.AddField(
            model_name="tindaklanjut",
            name="jawaban",
            field=models.CharField(
                blank=True,
                choices=[
                    ("selesai", "Sudah selesai"),
                    ("janji", "Dijanjikan"),
                    ("tidak", "Tidak dapat dilakukan"),
                ],
                max_length=7,
                verbose_name="jawabannya",
            ),
        ),
        migrations.AddField(
            model_name="tindaklanjut",
            name="sampai",
            field=models.DateField(blank=True, null=True, verbose_name="dijanjikan"),
        ),
        migrations.AlterField(
            model_name="aspirasi",
            name="langkah",
            field=models.CharField(
                choices=[
                    ("periksa", "Diperiksa"),
                    ("jawab", "Jawaban pertama"),
                    ("selesai", "Penyelesaian"),
                    ("pengirim", "Keterangan dari pengirim"),
                    ("konfirmasi", "Jawaban pengirim apakah sudah beres"),
                    ("instansi", "Kabar dari instansi lain"),
                    ("janji", "Dijanjikan"),
                    ("nihil", "Tidak ada"),
                ],
                default="periksa",
                editable=False,
                max_length=10,
                verbose_name="yang ditunggu",
            ),
        ),
        migrations.AlterField(
            model_name="aspirasi",
            name="status",
            field=models.CharField(
                choices=[
                    ("diajukan", "Baru diterima"),
                    ("perlu_perbaikan", "Perlu keterangan tambahan"),
                    ("diverifikasi", "Sudah diperiksa"),
                    ("diteruskan", "Diteruskan"),
                    ("diproses", "Sedang ditangani"),
                    ("ditanggapi", "Sudah dijawab"),
                    ("dijanjikan", "Dijanjikan"),
                    ("direncanakan", "Masuk rencana proyek"),
                    ("menunggu_instansi", "Menunggu instansi lain"),
                    ("selesai", "Selesai"),
                    ("dibuka_kembali", "Dibuka kembali"),
                    ("ditarik", "Ditarik pengirim"),
                    ("bukan_wewenang", "Bukan wewenang kami"),
                    ("ditolak", "Ditolak"),
                    ("digabung", "Digabung"),
                    ("diarsipkan", "Tidak dilanjutkan"),
                ],
                default="diajukan",
                editable=False,
                max_length=18,
                verbose_name="status",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "diajukan",
                            "perlu_perbaikan",
                            "diverifikasi",
                            "diteruskan",
                            "diproses",
                            "ditanggapi",
                            "dijanjikan",
                            "direncanakan",
                            "menunggu_instansi",
                            "selesai",
                            "dibuka_kembali",
                            "ditarik",
                            "bukan_wewenang",
                            "ditolak",
                            "digabung",
                            "diarsipkan",
                        ],
                    )
                ),
                name="aspirasi_status_dikenal",
                violation_error_message="Status ini tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "langkah__in",
                        [
                            "periksa",
                            "jawab",
                            "selesai",
                            "pengirim",
                            "konfirmasi",
                            "instansi",
                            "janji",
                            "nihil",
                        ],
                    )
                ),
                name="aspirasi_langkah_dikenal",
                violation_error_message="Langkah ini tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(("jawaban__in", ["", "selesai", "janji", "tidak"])),
                name="aspirasi_jawaban_dikenal",
                violation_error_message="Jawaban ini tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("langkah", "janji"), ("status", "dijanjikan")),
                    models.Q(
                        models.Q(("status", "dijanjikan"), _negated=True),
                        models.Q(("langkah", "janji"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="aspirasi_janji_ditunggu",
                violation_error_message="Yang dijanjikan menunggu janjinya, dan yang lain tidak.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "dijanjikan"), _negated=True),
                    models.Q(
                        ("dijanjikan", models.F("tenggat")),
                        ("dijanjikan__isnull", False),
                        ("tenggat__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="aspirasi_janji_bertanggal",
                violation_error_message="Janji harus bertanggal.",
            ),
        ),
    ]
