"""Number and signatory of a decision may become black beside a row that says why, too."""

from django.db import migrations

from core.jejak.sql import izinkan_kolom

PESAN = "Keputusan tidak boleh diubah atau dihapus. Catat keputusan baru."
LAMA = "judul,isi,alasan,sebab_ralat"
SURAT = ("nomor_surat", "ditetapkan_jabatan", "ditetapkan_nama")
GANTI = """
DROP TRIGGER proyek_keputusan_tolak_ubah ON proyek_keputusan;
CREATE TRIGGER proyek_keputusan_tolak_ubah AFTER UPDATE ON proyek_keputusan
FOR EACH ROW WHEN (NOT (
    NEW.umum AND NOT OLD.umum AND to_jsonb(NEW) - 'umum' = to_jsonb(OLD) - 'umum'
)) EXECUTE FUNCTION core_tolak_selain_hitam('{pesan}', '{kolom}');
"""
izinkan_kolom("proyek_keputusan", SURAT)


class Migration(migrations.Migration):
    dependencies = [("proyek", "0021_bukti"), ("core", "0011_penarikan")]

    operations = [
        migrations.RunSQL(
            GANTI.format(pesan=PESAN, kolom=",".join((LAMA, *SURAT))),
            GANTI.format(pesan=PESAN, kolom=LAMA),
        ),
    ]
