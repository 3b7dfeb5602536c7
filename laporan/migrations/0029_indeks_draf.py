"""An index for the drafts, which are few among the reports."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("laporan", "0028_kunci_jam"),
        ("proyek", "0026_butir"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="laporankemajuan",
            index=models.Index(
                condition=models.Q(("status", "draf")),
                fields=["proyek", "periode"],
                name="laporan_draf",
            ),
        ),
    ]
