"""The name of its kegiatan finds a project."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

from core.cari.kolom_beku import kata_terpisah


class Migration(migrations.Migration):
    dependencies = [("proyek", "0004_kata_terpisah")]

    operations = [
        migrations.AddField("kegiatan", "vektor", kata_terpisah(("nama", "C"), ("kode", "D"))),
        migrations.AddIndex("kegiatan", GinIndex(fields=["vektor"], name="kegiatan_vektor")),
    ]
