"""Joiners without words store none: the title that they quote is composed when it is read.

Exact quotations of the title of what was joined become empty and quote on. Those that quoted once
and do not any more become empty, too.
"""

from django.db import migrations, models

ISI = """
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE aspirasi_aspirasi a
SET mengutip = (a.isi <> 'Saya juga mengalami hal yang sama.'), isi = '',
    isi_publik = 'Saya juga mengalami hal yang sama.', judul = 'Saya juga mengalami hal yang sama.'
FROM aspirasi_aspirasi ke
WHERE ke.id = a.digabung_ke_id AND a.nomor IS NULL
  AND a.isi IN ('Saya juga mengalami: ' || ke.judul, 'Saya juga mengalami hal yang sama.');
"""


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0025_diambil_oleh")]

    operations = [
        migrations.AddField(
            model_name="aspirasi",
            name="mengutip",
            field=models.BooleanField(default=False, editable=False, verbose_name="mengutip judul"),
        ),
        migrations.RunSQL(ISI, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mengutip", False),
                    models.Q(("digabung_ke__isnull", False), ("isi", "")),
                    _connector="OR",
                ),
                name="aspirasi_mengutip_tanpa_kata",
                violation_error_message="Hanya yang ikut tanpa kata sendiri yang mengutip.",
            ),
        ),
    ]
