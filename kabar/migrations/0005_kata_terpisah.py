"""Every word that stands in a row finds it: signs part words before PostgreSQL reads them."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

from core.cari.kolom_beku import kata_terpisah


class Migration(migrations.Migration):
    dependencies = [
        ("kabar", "0004_hal"),
    ]

    operations = [
        migrations.RemoveIndex("kabar", "kabar_vektor"),
        migrations.RemoveField("kabar", "vektor"),
        migrations.AddField(
            "kabar", "vektor", kata_terpisah(("judul", "A"), ("isi", "B"), kampung="kampung")
        ),
        migrations.AddIndex("kabar", GinIndex(fields=["vektor"], name="kabar_vektor")),
    ]
