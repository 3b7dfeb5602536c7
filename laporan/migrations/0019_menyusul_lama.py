"""The reports that stand without their figures from before: their day counts from this upgrade."""

from django.db import migrations
from django.utils import timezone

from core.tenggat.hari_kerja import tambah_hari_kerja

HARI = 10  # working days
BERDIRI = """
SELECT l.id FROM laporan_laporankemajuan l
WHERE l.status = 'terbit' AND l.belanja_menyusul
    AND NOT EXISTS (SELECT FROM laporan_realisasi r WHERE r.laporan_id = l.id)
    AND NOT EXISTS (
        SELECT FROM core_penarikan p
        WHERE p.tabel = 'laporan_laporankemajuan' AND p.baris = l.id AND p.utuh)
    AND NOT EXISTS (
        SELECT FROM laporan_laporankemajuan b
        WHERE b.proyek_id = l.proyek_id AND b.periode = l.periode AND b.status = 'terbit'
            AND b.revisi > l.revisi AND NOT EXISTS (
                SELECT FROM core_penarikan p
                WHERE p.tabel = 'laporan_laporankemajuan' AND p.baris = b.id AND p.utuh))
"""


def tunggu(apps, schema_editor):
    libur = apps.get_model("core", "HariLibur").objects.filter(berlaku=True)
    hari = timezone.localdate()
    tenggat = tambah_hari_kerja(hari, HARI, frozenset(libur.values_list("tanggal", flat=True)))
    jam = {"langkah_mulai": hari, "jatah_hari": HARI, "janji": tenggat, "tenggat": tenggat}
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(BERDIRI)
        kunci = [pk for (pk,) in cursor.fetchall()]
    menyusul = apps.get_model("laporan", "BelanjaMenyusul")
    menyusul.objects.bulk_create(menyusul(laporan_id=pk, **jam) for pk in kunci)


class Migration(migrations.Migration):
    dependencies = [("laporan", "0018_menyusul")]

    operations = [migrations.RunPython(tunggu, migrations.RunPython.noop)]
