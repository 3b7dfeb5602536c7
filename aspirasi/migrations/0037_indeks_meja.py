"""Indexes for what waits on a desk around kiriman: questions, erased ones, and senders to tell."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("aspirasi", "0036_urut_batas"),
        ("proyek", "0026_butir"),
        ("warga", "0012_urutan_kampung"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="kabarpengirim",
            name="kabar_pengirim_belum",
        ),
        migrations.AddIndex(
            model_name="aspirasi",
            index=models.Index(
                condition=models.Q(("dihapus_pada__isnull", False)),
                fields=["id"],
                name="aspirasi_dihapus",
            ),
        ),
        migrations.AddIndex(
            model_name="kabarpengirim",
            index=models.Index(
                condition=models.Q(("dikabari_pada__isnull", True)),
                fields=["aspirasi", "dibuat"],
                name="kabar_pengirim_belum",
            ),
        ),
        migrations.AddIndex(
            model_name="pengirim",
            index=models.Index(
                condition=models.Q(("telepon__gt", "")),
                fields=["aspirasi"],
                name="pengirim_bertelepon",
            ),
        ),
        migrations.AddIndex(
            model_name="permintaanketerangan",
            index=models.Index(
                condition=models.Q(("dijawab_pada__isnull", True), ("ditutup_pada__isnull", True)),
                fields=["kampung", "tenggat"],
                name="permintaan_menunggu",
            ),
        ),
    ]
