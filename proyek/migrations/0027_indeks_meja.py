"""Indexes for the two kinds of work of a desk that read all works of a kampung."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("proyek", "0026_butir"),
        ("warga", "0012_urutan_kampung"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="proyek",
            name="proyek_ditanya_kampung",
        ),
        migrations.AddIndex(
            model_name="proyek",
            index=models.Index(
                condition=models.Q(("tahap", "serah_terima"), ("dicabut_pada__isnull", True)),
                fields=["kampung", "selesai_nyata", "id"],
                name="proyek_ditanya_kampung",
            ),
        ),
        migrations.AddIndex(
            model_name="jumlahproyek",
            index=models.Index(
                condition=models.Q(("dibelanjakan__isnull", True), ("dicairkan__isnull", True)),
                fields=["proyek"],
                name="jumlah_belum_bergerak",
            ),
        ),
        migrations.AddIndex(
            model_name="proyek",
            index=models.Index(
                condition=models.Q(
                    ("dicabut_pada__isnull", True), ("tahap__in", ("selesai", "serah_terima"))
                ),
                fields=["kampung", "selesai_nyata", "id"],
                name="proyek_rampung_kampung",
            ),
        ),
    ]
