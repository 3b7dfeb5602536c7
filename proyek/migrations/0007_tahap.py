"""The moves of a project, and the present stage of every project as its first one."""

import django.db.models.deletion
from django.db import migrations, models

import core.waktu
from core.jejak.sql import append_only

# Of what came before only the present stage is known, so none of these can be taken back.
ISI = """
INSERT INTO proyek_pindahtahap (proyek_id, dari, ke, dicatat)
SELECT id, '', tahap, dibuat FROM proyek_proyek ORDER BY id;
"""
# Taking a move back is the one change, and only once.
DIBATALKAN = """
OLD.ditarik_pada IS NULL AND NEW.ditarik_pada IS NOT NULL
AND to_jsonb(NEW) - 'ditarik_pada' = to_jsonb(OLD) - 'ditarik_pada'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("proyek", "0006_kegiatan_lengkap"),
    ]

    operations = [
        migrations.CreateModel(
            name="PindahTahap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "dari",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("usulan", "Usulan"),
                            ("ditelaah", "Sedang ditelaah"),
                            ("dibahas", "Dibahas dalam musyawarah"),
                            ("masuk_rkp", "Masuk rencana kerja kampung"),
                            ("masuk_du_rkp", "Diusulkan ke kabupaten"),
                            ("tidak_diprioritaskan", "Belum diprioritaskan"),
                            ("dianggarkan", "Sudah dianggarkan"),
                            ("berjalan", "Sedang dikerjakan"),
                            ("dihentikan_sementara", "Dihentikan sementara"),
                            ("selesai", "Selesai dikerjakan"),
                            ("serah_terima", "Sudah diserahterimakan"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        editable=False,
                        max_length=24,
                        verbose_name="dari",
                    ),
                ),
                (
                    "ke",
                    models.CharField(
                        choices=[
                            ("usulan", "Usulan"),
                            ("ditelaah", "Sedang ditelaah"),
                            ("dibahas", "Dibahas dalam musyawarah"),
                            ("masuk_rkp", "Masuk rencana kerja kampung"),
                            ("masuk_du_rkp", "Diusulkan ke kabupaten"),
                            ("tidak_diprioritaskan", "Belum diprioritaskan"),
                            ("dianggarkan", "Sudah dianggarkan"),
                            ("berjalan", "Sedang dikerjakan"),
                            ("dihentikan_sementara", "Dihentikan sementara"),
                            ("selesai", "Selesai dikerjakan"),
                            ("serah_terima", "Sudah diserahterimakan"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        editable=False,
                        max_length=24,
                        verbose_name="ke",
                    ),
                ),
                (
                    "tanggal",
                    models.DateField(editable=False, null=True, verbose_name="tanggal kejadian"),
                ),
                (
                    "dicatat",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="dicatat"
                    ),
                ),
                (
                    "kecamatan",
                    models.BooleanField(
                        editable=False, null=True, verbose_name="dicatat kecamatan"
                    ),
                ),
                (
                    "mulai_dulu",
                    models.DateField(editable=False, null=True, verbose_name="mulai sebelumnya"),
                ),
                (
                    "selesai_dulu",
                    models.DateField(editable=False, null=True, verbose_name="selesai sebelumnya"),
                ),
                (
                    "ditarik_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="dibatalkan"),
                ),
                (
                    "keputusan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pindah_tahap",
                        to="proyek.keputusan",
                    ),
                ),
                (
                    "proyek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pindah_tahap",
                        to="proyek.proyek",
                    ),
                ),
            ],
            options={
                "verbose_name": "perpindahan tahap",
                "verbose_name_plural": "perpindahan tahap",
                "ordering": ["proyek", "pk"],
            },
        ),
        *append_only(
            "proyek_pindahtahap",
            pesan="Perpindahan tahap tidak boleh diubah atau dihapus. Batalkan tahapnya.",
            kecuali=DIBATALKAN,
            kolom=("ditarik_pada",),
        ),
        migrations.RunSQL(ISI, migrations.RunSQL.noop),
    ]
