import django.utils.timezone
from django.db import migrations, models

from core.jejak.sql import append_only

# SHA-256 of "Bangunrejo: awal rantai segel": what the first link follows (core.jejak.segel.AWAL).
AWAL = "5e2056e59041c341caf551bf5d19d6aa7cdcb9fa02154f331fe25994aa689476"

CAP_WAKTU = """
CREATE FUNCTION core_jejak_cap() RETURNS trigger LANGUAGE plpgsql AS $$
-- The database says when a row came, whatever the application sends.
BEGIN
    NEW.dicatat := clock_timestamp();
    RETURN NEW;
END $$;
CREATE TRIGGER core_jejak_cap BEFORE INSERT ON core_jejak
    FOR EACH ROW EXECUTE FUNCTION core_jejak_cap();
"""
TANPA_CAP = """
DROP TRIGGER core_jejak_cap ON core_jejak;
DROP FUNCTION core_jejak_cap();
"""
SAMBUNG = f"""
CREATE FUNCTION core_segel_sambung() RETURNS trigger LANGUAGE plpgsql AS $$
-- Only the next link is taken; a seal far ahead or beside the chain would break it for ever.
DECLARE
    akhir record;
BEGIN
    SELECT urutan, hash INTO akhir FROM core_segel ORDER BY urutan DESC LIMIT 1;
    IF NEW.urutan <> coalesce(akhir.urutan, 0) + 1
        OR NEW.hash_sebelumnya <> coalesce(akhir.hash, '{AWAL}')
    THEN
        RAISE EXCEPTION 'Segel % tidak menyambung ke segel terakhir.', NEW.urutan
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.versi = 1) <> (SELECT dicatat IS NULL FROM core_jejak WHERE id = NEW.jejak_id) THEN
        RAISE EXCEPTION 'Segel % bukan versi yang benar untuk jejaknya.', NEW.urutan
            USING ERRCODE = 'restrict_violation';
    END IF;
    NEW.waktu := clock_timestamp();
    NEW.penyegel := current_user;
    RETURN NEW;
END $$;
CREATE TRIGGER core_segel_sambung BEFORE INSERT ON core_segel
    FOR EACH ROW EXECUTE FUNCTION core_segel_sambung();
"""  # noqa: S608 (our own constant)
TANPA_SAMBUNG = """
DROP TRIGGER core_segel_sambung ON core_segel;
DROP FUNCTION core_segel_sambung();
"""


class Migration(migrations.Migration):
    """The database's clock beside each act, seals that only continue the chain, and what the
    nightly check finds.

    Existing rows keep NULL in `dicatat` and version 1 in their seals, whose hashes do not
    change: the tables are append-only, and nothing here rewrites a row.
    """

    dependencies = [("core", "0005_keamanan")]

    operations = [
        migrations.AddField(
            model_name="jejak",
            name="dicatat",
            field=models.DateTimeField(editable=False, null=True, verbose_name="dicatat"),
        ),
        migrations.AddField(
            model_name="segel",
            name="versi",
            field=models.PositiveSmallIntegerField(
                db_default=1, default=1, editable=False, verbose_name="versi"
            ),
        ),
        migrations.AddField(
            model_name="segel",
            name="penyegel",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                editable=False,
                max_length=63,
                verbose_name="peran penyegel",
            ),
        ),
        migrations.AlterField(
            model_name="segel",
            name="waktu",
            field=models.DateTimeField(
                default=django.utils.timezone.now, editable=False, verbose_name="waktu"
            ),
        ),
        migrations.AddConstraint(
            model_name="segel",
            constraint=models.CheckConstraint(
                condition=models.Q(("versi__in", (1, 2))),
                name="segel_versi_dikenal",
                violation_error_message="Versi segel ini tidak dikenal.",
            ),
        ),
        migrations.RunSQL(CAP_WAKTU, TANPA_CAP),
        migrations.RunSQL(SAMBUNG, TANPA_SAMBUNG),
        migrations.CreateModel(
            name="PemeriksaanJejak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mulai", models.DateTimeField(editable=False, verbose_name="mulai")),
                (
                    "selesai",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="selesai"
                    ),
                ),
                (
                    "diperiksa",
                    models.BigIntegerField(editable=False, verbose_name="segel yang diperiksa"),
                ),
                ("urutan", models.BigIntegerField(editable=False, verbose_name="urutan kepala")),
                (
                    "kepala",
                    models.CharField(editable=False, max_length=64, verbose_name="hash kepala"),
                ),
                (
                    "belum_disegel",
                    models.BigIntegerField(editable=False, verbose_name="belum disegel"),
                ),
                (
                    "jumlah_masalah",
                    models.PositiveIntegerField(editable=False, verbose_name="jumlah masalah"),
                ),
                (
                    "masalah",
                    models.JSONField(default=list, editable=False, verbose_name="masalah"),
                ),
            ],
            options={
                "verbose_name": "pemeriksaan jejak",
                "verbose_name_plural": "pemeriksaan jejak",
                "get_latest_by": "pk",
            },
        ),
        migrations.CreateModel(
            name="KepalaSegel",
            fields=[
                (
                    "tanggal",
                    models.DateField(
                        editable=False, primary_key=True, serialize=False, verbose_name="tanggal"
                    ),
                ),
                ("urutan", models.BigIntegerField(editable=False, verbose_name="urutan")),
                ("hash", models.CharField(editable=False, max_length=64, verbose_name="hash")),
            ],
            options={
                "verbose_name": "segel yang diumumkan",
                "verbose_name_plural": "segel yang diumumkan",
                "ordering": ["-tanggal"],
            },
        ),
        *append_only(
            "core_pemeriksaanjejak",
            pesan="Hasil pemeriksaan jejak hanya boleh ditambah, tidak boleh diubah atau dihapus.",
        ),
        *append_only(
            "core_kepalasegel",
            pesan="Segel yang diumumkan hanya boleh ditambah, tidak boleh diubah atau dihapus.",
        ),
    ]
