"""Who of its kampung began with a kiriman before the first look stands in a column of its own.

Those that wait now are filled from the trail, which told so until now.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# The key has its newer name where that migration of core ran first.
ISI = """
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE aspirasi_aspirasi a SET diambil_oleh_id = p.id
FROM warga_instansi i, warga_pengguna p, (
    SELECT DISTINCT ON (kunci) oleh_id, coalesce(
        to_jsonb(satu) ->> 'objek_kunci', to_jsonb(satu) ->> 'objek_nomor'
    ) AS kunci
    FROM core_jejak satu WHERE objek_jenis = 'aspirasi' AND aksi = 'ambil_dulu'
    ORDER BY kunci, id DESC
) j
WHERE a.status IN ('diajukan', 'perlu_perbaikan')
  AND i.id = a.ditangani_id AND i.kampung_id IS NOT NULL
  AND j.kunci = replace(a.acuan::text, '-', '') AND p.id = j.oleh_id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("aspirasi", "0024_dukungan_dari"),
        ("core", "0007_titipan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="aspirasi",
            name="diambil_oleh",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunSQL(ISI, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("diambil_oleh__isnull", True),
                    models.Q(
                        ("ditangani__isnull", False),
                        ("status__in", ("diajukan", "perlu_perbaikan")),
                    ),
                    _connector="OR",
                ),
                name="aspirasi_diambil_sebelum_diperiksa",
                violation_error_message=(
                    "Yang diambil lebih dulu belum diperiksa, dan ada di satu kantor."
                ),
            ),
        ),
    ]
