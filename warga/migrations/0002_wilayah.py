"""The 17 kampung and the bodies of government: reference data that is always there."""

import json
from pathlib import Path

from django.db import migrations

BERKAS = Path(__file__).resolve().parent.parent / "data" / "wilayah.json"


def muat(apps, schema_editor):
    """Add what is missing; rows that exist may have been edited and are left alone."""
    Kampung = apps.get_model("warga", "Kampung")
    Instansi = apps.get_model("warga", "Instansi")
    data = json.loads(BERKAS.read_text(encoding="utf-8"))
    for baris in data["kampung"]:
        kampung, _ = Kampung.objects.get_or_create(kode=baris["kode"], defaults=baris)
        Instansi.objects.get_or_create(
            kampung=kampung,
            defaults={"jenis": "kampung", "nama": f"Pemerintah Kampung {kampung.nama}"},
        )
    for baris in data["instansi"]:
        Instansi.objects.get_or_create(nama=baris["nama"], defaults=baris)


class Migration(migrations.Migration):
    dependencies = [("warga", "0001_awal")]

    operations = [migrations.RunPython(muat, migrations.RunPython.noop)]
