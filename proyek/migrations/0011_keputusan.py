import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.formulir.fields
import core.waktu
from core.jejak.sql import append_only, izinkan_kolom

PESAN = "Keputusan tidak boleh diubah atau dihapus. Catat keputusan baru."
LEPAS = "DROP TRIGGER proyek_keputusan_tolak_ubah ON proyek_keputusan;"
KUNCI_LAMA = f"""
CREATE TRIGGER proyek_keputusan_tolak_ubah AFTER UPDATE ON proyek_keputusan
FOR EACH ROW WHEN (NOT (FALSE)) EXECUTE FUNCTION core_tolak_ubah('{PESAN}', '');
"""
# A decision that waited becomes public, once. Words of one may become black beside a row of
# core_penarikan. Nothing else of it changes.
KUNCI = f"""
CREATE TRIGGER proyek_keputusan_tolak_ubah AFTER UPDATE ON proyek_keputusan
FOR EACH ROW WHEN (NOT (
    NEW.umum AND NOT OLD.umum AND to_jsonb(NEW) - 'umum' = to_jsonb(OLD) - 'umum'
)) EXECUTE FUNCTION core_tolak_selain_hitam('{PESAN}', 'judul,isi,alasan,sebab_ralat');
"""
izinkan_kolom("proyek_keputusan", ("umum", "judul", "isi", "alasan", "sebab_ralat"))

# Its one scan becomes the first of many. The office that entered it stands in the trail, as does the
# money that it brought.
ISI = """
INSERT INTO proyek_pindaiankeputusan
    (keputusan_id, berkas_id, jenis, keterangan, diunggah_oleh_id, diunggah)
SELECT id, berkas_id, 'surat', '', dicatat_oleh_id, dicatat
FROM proyek_keputusan WHERE berkas_id IS NOT NULL ORDER BY id;
UPDATE proyek_keputusan AS k SET pencatat = 'untuk_kampung'
FROM core_jejak AS j
WHERE j.objek_jenis = 'keputusan' AND j.objek_kunci = k.nomor AND j.aksi = 'dicatat'
    AND j.peran IN ('staf', 'admin');
UPDATE proyek_keputusan AS k SET dana = i.rincian -> 'dana'
FROM core_jejak AS j JOIN core_isijejak AS i ON i.jejak_id = j.id
WHERE j.objek_jenis = 'proyek' AND j.aksi = 'keputusan'
    AND i.rincian ->> 'keputusan' = k.nomor AND jsonb_typeof(i.rincian -> 'dana') = 'array';
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    """Scans, ralat, the word of the kakam, and decisions of the kecamatan."""

    dependencies = [
        ("core", "0011_penarikan"),
        ("proyek", "0010_lestari"),
        ("warga", "0012_urutan_kampung"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PindaianKeputusan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("surat", "Surat keputusan"),
                            ("berita_acara", "Berita acara"),
                            ("daftar_hadir", "Daftar hadir"),
                            ("lampiran", "Lampiran surat"),
                            ("lain", "Surat lain"),
                        ],
                        default="surat",
                        max_length=14,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "keterangan",
                    models.CharField(blank=True, max_length=120, verbose_name="keterangan"),
                ),
                (
                    "diunggah",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="diunggah"
                    ),
                ),
                (
                    "ditarik_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="ditarik pada"),
                ),
                ("kunci_sekali", core.formulir.fields.KunciSekaliField()),
            ],
            options={
                "verbose_name": "pindaian keputusan",
                "verbose_name_plural": "pindaian keputusan",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SikapKakam",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "keadaan",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu Kepala Kampung"),
                            ("benar", "Dibenarkan Kepala Kampung"),
                            ("disanggah", "Disanggah Kepala Kampung"),
                        ],
                        default="menunggu",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "alasan",
                    core.formulir.fields.TeksField(
                        blank=True, max_length=1000, verbose_name="alasan"
                    ),
                ),
                ("pada", models.DateTimeField(editable=False, null=True, verbose_name="pada")),
            ],
            options={
                "verbose_name": "sikap Kepala Kampung",
                "verbose_name_plural": "sikap Kepala Kampung",
            },
        ),
        migrations.RunSQL(LEPAS, KUNCI_LAMA),
        migrations.AddField(
            model_name="keputusan",
            name="dana",
            field=models.JSONField(
                db_default=models.Value([], output_field=models.JSONField()),
                default=list,
                editable=False,
                verbose_name="uang yang ditetapkan",
            ),
        ),
        migrations.AddField(
            model_name="keputusan",
            name="kampung_lain",
            field=models.ManyToManyField(
                blank=True,
                related_name="keputusan_bersama",
                to="warga.kampung",
                verbose_name="kampung lain",
            ),
        ),
        migrations.AddField(
            model_name="keputusan",
            name="menggantikan",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="diganti_oleh",
                to="proyek.keputusan",
                verbose_name="menggantikan",
            ),
        ),
        migrations.AddField(
            model_name="keputusan",
            name="pencatat",
            field=models.CharField(
                choices=[
                    ("kampung", "Pemerintah kampung"),
                    ("bpk", "BPK Kampung"),
                    ("kecamatan", "Kecamatan"),
                    ("untuk_kampung", "Kecamatan, untuk kampung"),
                ],
                db_default="kampung",
                default="kampung",
                editable=False,
                max_length=16,
                verbose_name="dicatat oleh kantor",
            ),
        ),
        migrations.AddField(
            model_name="keputusan",
            name="sebab_ralat",
            field=core.formulir.fields.BarisField(
                blank=True, db_default="", max_length=300, verbose_name="yang diralat"
            ),
        ),
        migrations.AddField(
            model_name="keputusan",
            name="umum",
            field=models.BooleanField(
                db_default=True, default=True, editable=False, verbose_name="untuk umum"
            ),
        ),
        migrations.AlterField(
            model_name="keputusan",
            name="kampung",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="keputusan",
                to="warga.kampung",
                verbose_name="kampung",
            ),
        ),
        migrations.AddConstraint(
            model_name="keputusan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("menggantikan", None), ("sebab_ralat__regex", "\\S"), _connector="OR"
                ),
                name="keputusan_ralat_beralasan",
                violation_error_message="Tulis apa yang diralat, dan mengapa.",
            ),
        ),
        migrations.AddConstraint(
            model_name="keputusan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kampung__isnull", False), ("pencatat", "kecamatan"), _connector="OR"
                ),
                name="keputusan_kampung_atau_kecamatan",
                violation_error_message="Pilih kampungnya. Hanya keputusan kecamatan yang tanpa kampung.",
            ),
        ),
        migrations.AddConstraint(
            model_name="keputusan",
            constraint=models.CheckConstraint(
                condition=models.Q(("umum", True), ("pencatat", "untuk_kampung"), _connector="OR"),
                name="keputusan_menunggu_kakam",
                violation_error_message="Hanya keputusan yang dicatat kecamatan untuk kampung yang menunggu Kepala Kampung.",
            ),
        ),
        migrations.AddField(
            model_name="pindaiankeputusan",
            name="berkas",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pindaian_keputusan",
                to="core.berkas",
            ),
        ),
        migrations.AddField(
            model_name="pindaiankeputusan",
            name="diunggah_oleh",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pindaiankeputusan",
            name="keputusan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pindaian",
                to="proyek.keputusan",
            ),
        ),
        migrations.AddField(
            model_name="sikapkakam",
            name="kakam",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sikapkakam",
            name="keputusan",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sikap",
                to="proyek.keputusan",
            ),
        ),
        migrations.AddIndex(
            model_name="sikapkakam",
            index=models.Index(
                condition=models.Q(("keadaan", "benar"), _negated=True),
                fields=["keadaan"],
                name="sikap_terbuka",
            ),
        ),
        migrations.AddConstraint(
            model_name="sikapkakam",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("keadaan", "disanggah"), _negated=True),
                    ("alasan__regex", "\\S"),
                    _connector="OR",
                ),
                name="sikap_sanggahan_beralasan",
                violation_error_message="Tulis alasannya. Semua orang membacanya.",
            ),
        ),
        migrations.RunSQL(ISI, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name="keputusan",
            name="berkas",
        ),
        migrations.RunSQL(KUNCI, LEPAS),
        *append_only(
            "proyek_keputusan_kampung_lain",
            pesan="Kampung sebuah keputusan tidak boleh diubah. Catat ralatnya.",
        ),
    ]
