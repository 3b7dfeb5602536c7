from django.db import migrations

from core.jejak.sql import HANYA_TAMBAH, append_only

# Money received from a source never exceeds its pagu. The row of the source is locked, so
# that two payments recorded at the same moment are summed one after the other.
DALAM_PAGU = """
CREATE FUNCTION proyek_pencairan_dalam_pagu() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM proyek_pendanaan WHERE id = NEW.pendanaan_id FOR NO KEY UPDATE;
    IF (SELECT sum(jumlah) FROM proyek_pencairan WHERE pendanaan_id = NEW.pendanaan_id)
        > (SELECT pagu FROM proyek_pendanaan WHERE id = NEW.pendanaan_id)
    THEN
        RAISE EXCEPTION 'Jumlah yang diterima melebihi anggaran sumber ini.'
            USING ERRCODE = 'check_violation',
                  HINT = 'Ubah anggarannya dulu dengan keputusan, lalu catat penerimaannya.';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER proyek_pencairan_dalam_pagu
    AFTER INSERT OR UPDATE ON proyek_pencairan DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION proyek_pencairan_dalam_pagu();
"""
HAPUS = """
DROP TRIGGER proyek_pencairan_dalam_pagu ON proyek_pencairan;
DROP FUNCTION proyek_pencairan_dalam_pagu();
"""


class Migration(migrations.Migration):
    """Decisions and money are only ever added to; what was received stays within its pagu."""

    dependencies = [("proyek", "0002_kode_kegiatan"), ("core", "0002_kunci")]

    operations = [
        *append_only(
            "proyek_keputusan",
            pesan="Keputusan tidak boleh diubah atau dihapus. Catat keputusan baru.",
        ),
        *append_only(
            "proyek_pendanaan",
            pesan="Anggaran tidak boleh diubah atau dihapus diam-diam. Catat perubahannya.",
            kolom=("id",),  # its rows are locked while payments from it are summed
        ),
        *append_only(
            "proyek_pencairan",
            pesan="Uang yang sudah dicatat diterima tidak boleh diubah atau dihapus.",
        ),
        migrations.RunSQL(DALAM_PAGU, HAPUS),
    ]


HANYA_TAMBAH.pop("proyek_pencairan")  # the table is gone since 0013
