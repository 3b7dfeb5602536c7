"""Every word that stands in a row finds it: signs part words before PostgreSQL reads them."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

from core.cari.kolom_beku import kata_terpisah


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0003_ruang"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("balasan", "vektor", kata_terpisah(("isi", "B"))),
        migrations.RemoveIndex("topik", "topik_vektor"),
        migrations.RemoveField("topik", "vektor"),
        migrations.AddField("topik", "vektor", kata_terpisah(("judul", "A"), ("isi", "B"))),
        migrations.AddIndex("topik", GinIndex(fields=["vektor"], name="topik_vektor")),
        migrations.AddIndex("balasan", GinIndex(fields=["vektor"], name="balasan_vektor")),
    ]
