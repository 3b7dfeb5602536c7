from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("laporan", "0015_jeda")]

    operations = [
        migrations.AddIndex(
            model_name="laporankemajuan",
            index=models.Index(
                condition=models.Q(("status", "terbit")), fields=["sampai"], name="laporan_sampai"
            ),
        ),
        migrations.AddIndex(
            model_name="laporankemajuan",
            index=models.Index(
                condition=models.Q(("sampai__isnull", True), ("status", "terbit")),
                fields=["periode"],
                name="laporan_sebulan",
            ),
        ),
    ]
