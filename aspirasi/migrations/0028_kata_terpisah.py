"""Every word that stands in a row finds it: signs part words before PostgreSQL reads them."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

from core.cari.kolom_beku import kata_terpisah


def _jawaban(kolom: str) -> models.Case:
    jawaban = models.When(jenis="tanggapan", then=models.F(kolom))
    return models.Case(jawaban, default=models.Value(""), output_field=models.TextField())


class Migration(migrations.Migration):
    dependencies = [
        ("aspirasi", "0027_giliran"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "tindaklanjut",
            "vektor",
            kata_terpisah((_jawaban("isi"), "B"), (_jawaban("atas_nama"), "D")),
        ),
        migrations.RemoveIndex("aspirasi", "aspirasi_vektor"),
        migrations.RemoveField("aspirasi", "vektor"),
        migrations.AddField(
            "aspirasi",
            "vektor",
            kata_terpisah(("judul", "A"), ("nomor", "A"), ("isi_publik", "B"), kampung="kampung"),
        ),
        migrations.AddIndex("aspirasi", GinIndex(fields=["vektor"], name="aspirasi_vektor")),
        migrations.AddIndex(
            "tindaklanjut",
            GinIndex(
                condition=models.Q(("jenis", "tanggapan")), fields=["vektor"], name="jawaban_vektor"
            ),
        ),
    ]
