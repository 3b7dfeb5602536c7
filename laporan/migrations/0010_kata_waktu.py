from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("laporan", "0009_jadwal"),
        ("proyek", "0019_frekuensi"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="laporankemajuan",
            name="tanpa_kemajuan",
            field=models.BooleanField(default=False, verbose_name="tidak ada kemajuan"),
        ),
        migrations.AlterConstraint(
            model_name="laporankemajuan",
            name="laporan_tanpa_kemajuan_beralasan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tanpa_kemajuan", False),
                    ("alasan_tanpa_kemajuan__regex", "\\S"),
                    _connector="OR",
                ),
                name="laporan_tanpa_kemajuan_beralasan",
                violation_error_message="Tulis alasan mengapa tidak ada kemajuan.",
            ),
        ),
    ]
