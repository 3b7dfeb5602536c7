"""Which office published it is kept; of what stood there the author's role says it."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def dari_peran(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Of what was published before, the role that its author has today is the best guess."""
    kecamatan = apps.get_model("kabar", "Kabar").objects.filter(
        penulis__peran__in=("staf", "admin")
    )
    kecamatan.update(dari_kecamatan=True)


class Migration(migrations.Migration):
    dependencies = [("kabar", "0002_ikutan")]

    operations = [
        migrations.AddField(
            model_name="kabar",
            name="dari_kecamatan",
            field=models.BooleanField(default=False, editable=False, verbose_name="dari kecamatan"),
        ),
        migrations.RunPython(dari_peran, migrations.RunPython.noop),
    ]
