"""The columns of the sheet for SIPD with which a portal begins."""

from django.db import migrations

from musrenbang.enums import KOLOM_AWAL


def isi(apps, schema_editor):
    kolom = apps.get_model("musrenbang", "KolomSipd")
    kolom.objects.bulk_create(
        kolom(judul=judul, isi=str(apa), urutan=nomor)
        for nomor, (judul, apa) in enumerate(KOLOM_AWAL, 1)
    )


class Migration(migrations.Migration):
    dependencies = [("musrenbang", "0002_kunci")]
    operations = [migrations.RunPython(isi, migrations.RunPython.noop)]
