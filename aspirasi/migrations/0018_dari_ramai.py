from django.db import migrations, models


class Migration(migrations.Migration):
    """Danger is stored however much comes from its network; the desk sees that it did."""

    dependencies = [("aspirasi", "0017_ruang")]

    operations = [
        migrations.AddField(
            model_name="aspirasi",
            name="dari_ramai",
            field=models.BooleanField(
                default=False,
                editable=False,
                verbose_name="masuk saat banyak kiriman datang dari tempat yang sama",
            ),
        ),
    ]
