"""Pauses of the reports of a kampung, and what its office was reminded of."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

import core.waktu
from core.jejak.sql import append_only

# Which days are off may change later; a pause is counted on the day on which it is granted.
WAJAR = """
CREATE FUNCTION laporan_jeda_wajar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    banyak integer := 0;
BEGIN
    IF NEW.akhir - NEW.mulai < 60 THEN
        SELECT count(*) INTO banyak
        FROM generate_series(NEW.mulai, NEW.akhir, interval '1 day') AS h (hari)
        WHERE extract(isodow FROM h.hari) < 6 AND NOT EXISTS (
            SELECT FROM public.core_harilibur AS l WHERE l.berlaku AND l.tanggal = h.hari::date
        );
    END IF;
    IF banyak NOT BETWEEN 1 AND 15 THEN
        RAISE EXCEPTION 'Jeda pelaporan paling sedikit 1 dan paling lama 15 hari kerja.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER laporan_jeda_wajar AFTER INSERT ON laporan_jedalaporan
    FOR EACH ROW EXECUTE FUNCTION laporan_jeda_wajar();
"""
TIDAK_WAJAR = """
DROP TRIGGER laporan_jeda_wajar ON laporan_jedalaporan;
DROP FUNCTION laporan_jeda_wajar();
"""
HANYA_MEMENDEK = (
    "OLD.id = NEW.id AND OLD.kampung_id = NEW.kampung_id AND OLD.mulai = NEW.mulai"
    " AND OLD.dibuat = NEW.dibuat AND NEW.akhir <= OLD.akhir"
    " AND (OLD.dibatalkan_pada IS NULL"
    " OR NEW.akhir = OLD.akhir AND NEW.dibatalkan_pada = OLD.dibatalkan_pada)"
)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0011_penarikan"),
        ("laporan", "0014_penerbit"),
        ("warga", "0012_urutan_kampung"),
    ]

    operations = [
        migrations.CreateModel(
            name="JedaLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mulai", models.DateField(verbose_name="hari pertama")),
                ("akhir", models.DateField(verbose_name="hari terakhir")),
                (
                    "sebab",
                    models.CharField(
                        choices=[
                            ("bencana", "Bencana"),
                            ("operator", "Tidak ada operator"),
                            ("tutup_buku", "Tutup buku"),
                            ("lainnya", "Lainnya"),
                        ],
                        max_length=10,
                        verbose_name="sebab",
                    ),
                ),
                (
                    "keterangan",
                    models.CharField(max_length=300, verbose_name="penjelasan untuk warga"),
                ),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="diberikan"
                    ),
                ),
                (
                    "dibatalkan_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="dibatalkan"),
                ),
                (
                    "dikabari_pada",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="akhirnya dikabarkan"
                    ),
                ),
                (
                    "kampung",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jeda_laporan",
                        to="warga.kampung",
                    ),
                ),
            ],
            options={
                "verbose_name": "jeda pelaporan",
                "verbose_name_plural": "jeda pelaporan",
                "ordering": ["-mulai", "-pk"],
                "indexes": [models.Index(fields=["kampung", "akhir"], name="jeda_kampung")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("akhir__gte", models.F("mulai"))),
                        name="jeda_urut",
                        violation_error_message="Hari terakhir tidak boleh sebelum hari pertama.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("keterangan__regex", "\\S")),
                        name="jeda_berketerangan",
                        violation_error_message="Tulis penjelasan untuk warga.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        expressions=[
                            (
                                models.Func(
                                    "kampung", "kampung", models.Value("[]"), function="int8range"
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    "mulai",
                                    "akhir",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(
                                        inclusive_upper=True
                                    ),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="jeda_tidak_bertemu",
                        violation_error_message="Kampung ini sudah mendapat jeda pada hari-hari itu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PengingatLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "anak",
                    models.PositiveSmallIntegerField(editable=False, verbose_name="anak tangga"),
                ),
                ("hari", models.DateField(editable=False, verbose_name="hari")),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="dibuat"
                    ),
                ),
                (
                    "kampung",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="warga.kampung",
                    ),
                ),
            ],
            options={
                "verbose_name": "pengingat laporan",
                "verbose_name_plural": "pengingat laporan",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kampung", "hari", "anak"), name="pengingat_laporan_sekali"
                    )
                ],
            },
        ),
        migrations.RunSQL(WAJAR, TIDAK_WAJAR),
        *append_only(
            "laporan_jedalaporan",
            pesan="Jeda pelaporan hanya dapat dipendekkan atau dibatalkan, tidak dapat dihapus.",
            kecuali=HANYA_MEMENDEK,
            kolom=["akhir", "sebab", "keterangan", "dibatalkan_pada", "dikabari_pada"],
        ),
        *append_only("laporan_pengingatlaporan"),
    ]
