"""Call a background task in the admin what people call it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0008_kunci_objek")]

    operations = [
        migrations.AlterModelOptions(
            name="tugas",
            options={
                "verbose_name": "pekerjaan latar",
                "verbose_name_plural": "pekerjaan latar",
            },
        )
    ]
