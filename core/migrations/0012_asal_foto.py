from django.db import migrations, models


class Migration(migrations.Migration):
    """A photo that waits for its form is known again when the form is sent a second time."""

    dependencies = [("core", "0011_penarikan")]

    operations = [
        migrations.AddField(
            model_name="berkas",
            name="asal",
            field=models.CharField(db_default="", default="", editable=False, max_length=64),
        )
    ]
