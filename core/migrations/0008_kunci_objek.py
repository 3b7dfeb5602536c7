"""Call the key of an object in the trail by its name: a number for most, random for a kiriman.

The column is renamed in place; its index follows in the database by itself, so only the state
is told of it. The seal goes on hashing the value under the old name (`core.jejak.segel`).
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0007_titipan")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveIndex("jejak", "jejak_objek")]
        ),
        migrations.RenameField("jejak", "objek_nomor", "objek_kunci"),
        migrations.AlterField(
            "jejak",
            "objek_kunci",
            models.CharField("kunci objek", max_length=64, editable=False),
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddIndex(
                    "jejak",
                    models.Index(fields=["objek_jenis", "objek_kunci", "id"], name="jejak_objek"),
                )
            ]
        ),
    ]
