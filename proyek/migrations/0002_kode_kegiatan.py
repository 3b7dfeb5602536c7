"""The codes projects are filed under: reference data that is always there."""

import json
from pathlib import Path

from django.db import migrations

BERKAS = Path(__file__).resolve().parent.parent / "data" / "kegiatan.json"


def muat(apps, schema_editor):
    """Add what is missing; rows that exist may have been edited and are left alone."""
    model = {nama: apps.get_model("proyek", nama) for nama in ("Bidang", "SubBidang", "Kegiatan")}
    data = json.loads(BERKAS.read_text(encoding="utf-8"))
    for kode, nama in data["bidang"]:
        model["Bidang"].objects.get_or_create(kode=kode, defaults={"nama": nama})
    for kode, nama in data["sub_bidang"]:
        bidang = model["Bidang"].objects.get(kode=induk(kode))
        model["SubBidang"].objects.get_or_create(
            kode=kode, defaults={"nama": nama, "bidang": bidang}
        )
    for kode, nama in data["kegiatan"]:
        sub_bidang = model["SubBidang"].objects.get(kode=induk(kode))
        model["Kegiatan"].objects.get_or_create(
            kode=kode, defaults={"nama": nama, "sub_bidang": sub_bidang}
        )


def induk(kode):
    """2.3.10 → 2.3 → 2."""
    return kode.rpartition(".")[0]


class Migration(migrations.Migration):
    dependencies = [("proyek", "0001_awal")]

    operations = [migrations.RunPython(muat, migrations.RunPython.noop)]
