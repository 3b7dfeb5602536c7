from django.db import migrations

RUANG = (
    ("rencana", "Rencana dan prioritas", "Apa yang didahulukan, dan mengapa."),
    ("layanan", "Layanan kampung", "Jam pelayanan, surat-menyurat, dan musyawarah."),
    ("pemuda", "Pemuda", "Olahraga, pelatihan, dan lapangan kerja."),
    ("usaha", "Usaha warga", "Pertanian, warung, kerajinan, dan BUMK."),
    ("lingkungan", "Lingkungan", "Sampah, air, jalan, dan merawat yang sudah dibangun."),
)


def muat(apps, schema_editor):
    """Add the first rooms; those that exist may have been edited and are left alone."""
    ruang = apps.get_model("forum", "Ruang")
    for urutan, (slug, nama, uraian) in enumerate(RUANG, start=1):
        ruang.objects.get_or_create(
            slug=slug, defaults={"nama": nama, "uraian": uraian, "urutan": urutan}
        )


class Migration(migrations.Migration):
    """The first rooms of the forum."""

    dependencies = [("forum", "0002_awal")]

    operations = [migrations.RunPython(muat, migrations.RunPython.noop)]
