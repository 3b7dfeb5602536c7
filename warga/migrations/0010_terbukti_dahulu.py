"""What an emptied account supported still counts as it did on that day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("warga", "0009_kata_umum")]

    operations = [
        migrations.AddField(
            model_name="pengguna",
            name="terbukti_dahulu",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="terbukti sebelum dihapus"
            ),
        ),
    ]
