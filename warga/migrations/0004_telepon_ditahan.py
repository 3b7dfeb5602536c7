from django.db import migrations, models


class Migration(migrations.Migration):
    """An account may carry a number that it cannot sign in with, since others came first."""

    dependencies = [("warga", "0003_dua_orang")]

    operations = [
        migrations.AddField(
            model_name="pengguna",
            name="telepon_ditahan",
            field=models.BooleanField(
                default=False,
                editable=False,
                verbose_name="nomor HP belum dapat dipakai masuk",
            ),
        ),
    ]
