from django.db import migrations, models

PENCATAT = [
    ("kampung", "Pemerintah kampung"),
    ("bpk", "BPK Kampung"),
    ("kecamatan", "Kecamatan"),
    ("untuk_kampung", "Kecamatan, untuk kampung"),
]
# The office that opened a project stands in its trail.
ISI = """
UPDATE proyek_proyek AS p SET pembuka = 'kecamatan'
FROM core_jejak AS j
WHERE j.objek_jenis = 'proyek' AND j.objek_kunci = p.nomor AND j.aksi = 'dibuka'
    AND j.peran IN ('staf', 'admin');
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    """The office that opened a project, and the decision that it was opened with.

    Both columns have a constant default, so the tables are locked for a moment only. Decisions from
    before bind their project at once.
    """

    dependencies = [("core", "0011_penarikan"), ("proyek", "0014_perubahan")]

    operations = [
        migrations.AddField(
            "proyek",
            "pembuka",
            models.CharField(
                choices=PENCATAT,
                db_default="kampung",
                default="kampung",
                editable=False,
                max_length=16,
                verbose_name="dibuka oleh kantor",
            ),
        ),
        migrations.AddField(
            "keputusan",
            "awal",
            models.BooleanField(
                db_default=False, default=False, editable=False, verbose_name="mendirikan"
            ),
        ),
        migrations.RunSQL(ISI, migrations.RunSQL.noop),
    ]
