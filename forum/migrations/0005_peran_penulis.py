"""A text keeps the role in which it was written, whatever its author becomes."""

from django.db import migrations, models

ISI = """
UPDATE forum_{tabel} t SET peran = p.peran
FROM warga_pengguna p WHERE p.id = t.penulis_id AND t.peran <> p.peran
"""
PILIHAN = [
    ("warga", "Warga"),
    ("fasilitator", "Fasilitator"),
    ("bpk", "BPK Kampung"),
    ("aparat", "Aparat kampung"),
    ("staf", "Staf kecamatan"),
    ("admin", "Admin"),
]


def kolom(model: str) -> migrations.AddField:
    return migrations.AddField(
        model_name=model,
        name="peran",
        field=models.CharField(
            choices=PILIHAN,
            default="warga",
            editable=False,
            max_length=12,
            verbose_name="peran penulis waktu menulis",
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("forum", "0004_kata_terpisah"), ("warga", "0010_terbukti_dahulu")]

    operations = [
        kolom("topik"),
        kolom("balasan"),
        migrations.RunSQL(ISI.format(tabel="topik"), migrations.RunSQL.noop),
        migrations.RunSQL(ISI.format(tabel="balasan"), migrations.RunSQL.noop),
    ]
