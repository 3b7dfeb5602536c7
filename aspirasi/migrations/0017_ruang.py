"""Tasks that wait in the queue find their functions where they are now."""

from django.db import migrations

PINDAH = r"""
UPDATE core_tugas
SET fungsi = regexp_replace(fungsi, '^aspirasi\.', 'aspirasi.services.')
WHERE fungsi ~ '^aspirasi\.(berkala|pengabaran|penghapusan|penilaian)\.';
"""


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0016_kalimat"), ("core", "0003_pembatas")]

    operations = [migrations.RunSQL(PINDAH, migrations.RunSQL.noop)]
