"""An objection without an answer no longer holds up a decision; the decision says how it was treated.

The service asks for those words (`aspirasi.services.keberatan`), and the trigger goes.
"""

from django.db import migrations

HAPUS = """
DROP TRIGGER proyek_keputusan_keberatan_dulu ON proyek_keputusan;
DROP FUNCTION aspirasi_keberatan_dulu();
"""


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0029_janji")]

    operations = [migrations.RunSQL(HAPUS, elidable=False)]
