from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("proyek", "0024_pindaian_lpj")]

    operations = [
        migrations.AddIndex(
            model_name="gerak",
            index=models.Index(fields=["laporan_nomor"], name="gerak_laporan"),
        ),
    ]
