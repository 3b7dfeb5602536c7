"""The columns that the ledger replaced are gone.

The apps above that read them have moved before: their migrations name this one (`run_before`).
"""

from django.db import migrations

HAPUS = """
DROP TRIGGER proyek_pencairan_dalam_pagu ON proyek_pencairan;
DROP FUNCTION proyek_pencairan_dalam_pagu();
"""


class Migration(migrations.Migration):
    dependencies = [("proyek", "0012_gerak")]

    operations = [
        migrations.RunSQL(HAPUS),
        migrations.RemoveConstraint("pendanaan", "pendanaan_pagu_positif"),
        migrations.RemoveField("pendanaan", "pagu"),
        migrations.DeleteModel("Pencairan"),
    ]
