"""Notes of the ledger, and words that papers changed, may become black beside a row that says why."""

from django.db import migrations

from core.jejak.sql import boleh_dihitamkan, izinkan_kolom

izinkan_kolom("proyek_gerak", ("keterangan",))


class Migration(migrations.Migration):
    dependencies = [("proyek", "0016_hitung_sekaligus"), ("core", "0011_penarikan")]

    operations = [
        *boleh_dihitamkan(
            "proyek_gerak",
            terkunci="TRUE",
            pesan="Catatan uang tidak boleh diubah atau dihapus. Catat pembetulannya.",
            kolom=("keterangan",),
        ),
        *boleh_dihitamkan(
            "proyek_perubahan",
            terkunci="TRUE",
            pesan="Perubahan tidak boleh diubah atau dihapus. Catat perubahan baru.",
            kolom=("lama", "baru"),
        ),
    ]
