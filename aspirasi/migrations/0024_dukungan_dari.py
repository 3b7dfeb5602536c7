"""Support that came along by merging names the kiriman that was supported first.

Until now nothing but its moment told so, which it kept: rows that a merge joins and that have
the same person and the same moment are one support, and the oldest of them is the first.
"""

import django.db.models.deletion
from django.db import migrations, models

ISI = """
UPDATE aspirasi_dukungan d SET dari_id = asal.aspirasi_id
FROM (
    SELECT d.id, first_value(d.aspirasi_id) OVER (
        PARTITION BY d.pengguna_id, d.dibuat, COALESCE(a.digabung_ke_id, a.id) ORDER BY d.id
    ) AS aspirasi_id
    FROM aspirasi_dukungan d JOIN aspirasi_aspirasi a ON a.id = d.aspirasi_id
) asal
WHERE asal.id = d.id AND asal.aspirasi_id <> d.aspirasi_id;
"""


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0023_alamat_terbukti")]

    operations = [
        migrations.AddField(
            model_name="dukungan",
            name="dari",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="aspirasi.aspirasi",
            ),
        ),
        # The foreign key is checked at once: pending checks forbid the constraint below.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RunSQL(ISI, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="dukungan",
            constraint=models.CheckConstraint(
                condition=models.Q(("dari", models.F("aspirasi")), _negated=True),
                name="dukungan_dari_yang_lain",
                violation_error_message="Dukungan tidak dapat ikut dari kiriman yang sama.",
            ),
        ),
    ]
