from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

from core.jejak.sql import append_only, fungsi_penolak

ISI_DIKOSONGKAN = (
    "OLD.dihapus_pada IS NULL AND NEW.dihapus_pada IS NOT NULL AND NEW.jejak_id = OLD.jejak_id"
)


class Migration(migrations.Migration):
    """What the database refuses by itself. Migrations that use `core.jejak.sql` depend on this.

    The words of a trail row may be emptied once: that they are then empty as a whole is
    the check constraint `isi_jejak_utuh_atau_kosong`.
    """

    dependencies = [("core", "0001_awal")]

    operations = [
        TrigramExtension(),
        *fungsi_penolak(),
        *append_only(
            "core_jejak", pesan="Jejak hanya boleh ditambah, tidak boleh diubah atau dihapus."
        ),
        *append_only(
            "core_segel", pesan="Segel hanya boleh ditambah, tidak boleh diubah atau dihapus."
        ),
        *append_only(
            "core_isijejak",
            pesan="Isi jejak tidak boleh diubah, hanya boleh dikosongkan seluruhnya satu kali.",
            kecuali=ISI_DIKOSONGKAN,
            kolom=("alasan", "rincian", "garam", "dihapus_pada"),
        ),
    ]
