from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0011_anak")]

    operations = [
        migrations.AddField(
            model_name="aspirasi",
            name="letak_menunggu_pada",
            field=models.DateTimeField(
                editable=False, null=True, verbose_name="letak menunggu dilihat"
            ),
        ),
        migrations.AddIndex(
            model_name="aspirasi",
            index=models.Index(
                condition=models.Q(
                    ("jangkauan", "publik"), ("nomor__isnull", False), ("tempat_umum", True)
                ),
                fields=["lintang", "bujur"],
                name="aspirasi_tempat_umum",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("letak_menunggu_pada__isnull", True),
                    models.Q(("lintang__isnull", False), ("tempat_umum", True)),
                    _connector="OR",
                ),
                name="aspirasi_letak_menunggu_bertitik",
                violation_error_message="Yang menunggu dilihat harus punya letak tempat umum.",
            ),
        ),
    ]
