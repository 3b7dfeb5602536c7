"""Whose turn it is stands in two columns; those that wait now are filled by the same rules.

Since when one has waited is known of a reply or a wish; else its step's first day stands for it.
`aspirasi.giliran` holds the rules of today.
"""

from typing import Any

from django.db import migrations, models

from core.waktu import hari_ini

ISI = """
SET CONSTRAINTS ALL IMMEDIATE;
WITH baris AS (
    SELECT a.*,
        least(coalesce(a.langkah_mulai, (a.dibuat AT TIME ZONE 'Asia/Jakarta')::date), %(hari)s)
            AS mulai,
        CASE WHEN a.balasan_pada IS NOT NULL THEN
            least((a.balasan_pada AT TIME ZONE 'Asia/Jakarta')::date, %(hari)s) END AS balasan,
        CASE WHEN a.minta_umum_pada IS NOT NULL THEN
            least((a.minta_umum_pada AT TIME ZONE 'Asia/Jakarta')::date, %(hari)s) END AS minta,
        CASE WHEN a.letak_menunggu_pada IS NOT NULL THEN
            least((a.letak_menunggu_pada AT TIME ZONE 'Asia/Jakarta')::date, %(hari)s) END AS letak,
        a.status IN ('diverifikasi', 'diteruskan', 'diproses', 'dibuka_kembali') AS perlu_jawaban,
        a.status IN ('selesai', 'ditarik', 'bukan_wewenang', 'ditolak', 'digabung', 'diarsipkan')
            AS tertutup,
        a.jangkauan = 'publik' AND a.nomor IS NOT NULL AND a.status <> 'ditarik' AS terbit,
        a.eskalasi >= 2 OR CASE
            WHEN i.id IS NOT NULL THEN i.jenis <> 'kampung'
            ELSE a.jangkauan = 'kecamatan' OR a.kampung_id IS NULL
        END AS urusan_kecamatan,
        i.id IS NULL AS bebas,
        i.kampung_id IS NOT NULL AND i.kampung_id = a.kampung_id AS sendiri,
        coalesce(k.verifikasi_didelegasikan, false) AS didelegasikan
    FROM aspirasi_aspirasi a
    LEFT JOIN warga_instansi i ON i.id = a.ditangani_id
    LEFT JOIN warga_kampung k ON k.id = a.kampung_id
), giliran AS (
    SELECT id,
        least(
            CASE WHEN status IN ('diajukan', 'diverifikasi', 'dibuka_kembali')
                OR (perlu_jawaban AND urusan_kecamatan) THEN mulai END,
            CASE WHEN urusan_kecamatan THEN balasan END,
            CASE WHEN NOT tertutup THEN minta END,
            CASE WHEN tempat_umum AND terbit THEN letak END,
            CASE WHEN status = 'menunggu_instansi' THEN tenggat END,
            CASE WHEN status = 'direncanakan' AND langkah = 'konfirmasi' THEN tenggat + 1 END
        ) AS kecamatan,
        CASE WHEN kampung_id IS NOT NULL AND jangkauan <> 'kecamatan' AND (
            terbit
            OR status = 'selesai'
            OR NOT (tertutup OR status IN ('diajukan', 'perlu_perbaikan'))
            OR (status IN ('diajukan', 'perlu_perbaikan')
                AND (langsung OR (bahaya AND NOT tidak_yakin)))
        ) THEN least(
            CASE WHEN (status = 'diajukan' AND (bebas OR didelegasikan))
                OR (perlu_jawaban AND status <> 'dibuka_kembali' AND (bebas OR sendiri))
                THEN mulai END,
            CASE WHEN sendiri OR (bebas AND status NOT IN ('diajukan', 'perlu_perbaikan'))
                THEN balasan END
        ) END AS kampung
    FROM baris
)
UPDATE aspirasi_aspirasi a
SET menunggu_kecamatan_sejak = g.kecamatan, menunggu_kampung_sejak = g.kampung
FROM giliran g
WHERE g.id = a.id AND (g.kecamatan IS NOT NULL OR g.kampung IS NOT NULL);
"""


def isi(apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(ISI, {"hari": hari_ini()})


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0026_kutipan"), ("warga", "0001_awal")]

    operations = [
        migrations.AddField(
            model_name="aspirasi",
            name="menunggu_kecamatan_sejak",
            field=models.DateField(editable=False, null=True, verbose_name="menunggu kecamatan"),
        ),
        migrations.AddField(
            model_name="aspirasi",
            name="menunggu_kampung_sejak",
            field=models.DateField(editable=False, null=True, verbose_name="menunggu kampung"),
        ),
        migrations.RunPython(isi, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="aspirasi", name="aspirasi_ada_balasan"),
        migrations.AddIndex(
            model_name="aspirasi",
            index=models.Index(
                condition=models.Q(("menunggu_kecamatan_sejak__isnull", False)),
                fields=["menunggu_kecamatan_sejak"],
                name="aspirasi_giliran_kecamatan",
            ),
        ),
        migrations.AddIndex(
            model_name="aspirasi",
            index=models.Index(
                condition=models.Q(("menunggu_kampung_sejak__isnull", False)),
                fields=["kampung", "menunggu_kampung_sejak"],
                name="aspirasi_giliran_kampung",
            ),
        ),
    ]
