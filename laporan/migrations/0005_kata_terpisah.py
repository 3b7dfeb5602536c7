"""Every word that stands in a row finds it: signs part words before PostgreSQL reads them."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

from core.cari.kolom_beku import kata_terpisah


class Migration(migrations.Migration):
    dependencies = [
        ("laporan", "0004_foto_tertunda"),
    ]

    operations = [
        migrations.RemoveIndex("laporankemajuan", "laporan_vektor"),
        migrations.RemoveField("laporankemajuan", "vektor"),
        migrations.AddField(
            "laporankemajuan",
            "vektor",
            kata_terpisah(
                ("nomor", "A"),
                ("narasi", "B"),
                ("kendala", "B"),
                ("rencana_tindak_lanjut", "C"),
                ("alasan_tanpa_kemajuan", "C"),
                ("alasan_turun", "C"),
                ("alasan_perbaikan", "C"),
            ),
        ),
        migrations.AddIndex("laporankemajuan", GinIndex(fields=["vektor"], name="laporan_vektor")),
    ]
