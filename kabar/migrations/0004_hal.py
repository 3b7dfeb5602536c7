"""Things of every kind can be followed and told of: `kabar_hal` holds the keys.

Rows that knew an aspirasi alone get its thing, set by set; 100,000 notices take seconds.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models.lookups import Exact

KUNCI = {
    "aspirasi": "aspirasi.aspirasi",
    "proyek": "proyek.proyek",
    "laporan": "laporan.laporankemajuan",
    "keputusan": "proyek.keputusan",
    "topik": "forum.topik",
    "balasan": "forum.balasan",
    "kabar": "kabar.kabar",
    "kampung": "warga.kampung",
}
# The foreign keys are looked at now: a table that waits for that cannot be altered.
PINDAH = """
SET CONSTRAINTS ALL IMMEDIATE;
INSERT INTO kabar_hal (aspirasi_id)
SELECT aspirasi_id FROM kabar_ikutan UNION SELECT aspirasi_id FROM kabar_pemberitahuan;
UPDATE kabar_ikutan i SET hal_id = h.id FROM kabar_hal h WHERE h.aspirasi_id = i.aspirasi_id;
UPDATE kabar_pemberitahuan p SET hal_id = h.id FROM kabar_hal h
WHERE h.aspirasi_id = p.aspirasi_id;
"""


def kunci(model: str) -> "models.OneToOneField":
    pada_hapus = django.db.models.deletion.PROTECT
    return models.OneToOneField(model, pada_hapus, null=True, related_name="+")


class Migration(migrations.Migration):
    dependencies = [
        ("aspirasi", "0026_kutipan"),
        ("forum", "0003_ruang"),
        ("laporan", "0004_foto_tertunda"),
        ("proyek", "0003_kunci"),
        ("warga", "0008_pemeriksa"),
        ("kabar", "0003_dari_kecamatan"),
    ]

    operations = [
        migrations.CreateModel(
            name="Hal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                *((nama, kunci(model)) for nama, model in KUNCI.items()),
            ],
            options={
                "verbose_name": "hal",
                "verbose_name_plural": "hal",
                "constraints": [
                    models.CheckConstraint(
                        condition=Exact(
                            models.Func(
                                *(models.F(nama) for nama in KUNCI),
                                function="num_nonnulls",
                                output_field=models.IntegerField(),
                            ),
                            models.Value(1),
                        ),
                        name="hal_tepat_satu",
                        violation_error_message="Sebuah hal tepat satu macamnya.",
                    )
                ],
            },
        ),
        *(
            migrations.AddField(
                model_name=nama,
                name="hal",
                field=models.ForeignKey(
                    db_index=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name=nama,
                    to="kabar.hal",
                ),
            )
            for nama in ("ikutan", "pemberitahuan")
        ),
        migrations.RunSQL(PINDAH, migrations.RunSQL.noop),
        migrations.RemoveConstraint(model_name="ikutan", name="ikutan_sekali"),
        migrations.RemoveIndex(model_name="pemberitahuan", name="pemberitahuan_belum_dibaca"),
        *(
            operasi
            for nama in ("ikutan", "pemberitahuan")
            for operasi in (
                migrations.RemoveField(model_name=nama, name="aspirasi"),
                migrations.AlterField(
                    model_name=nama,
                    name="hal",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name=nama,
                        to="kabar.hal",
                    ),
                ),
            )
        ),
        migrations.AddField(
            model_name="pemberitahuan",
            name="kampung",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="warga.kampung",
            ),
        ),
        migrations.AlterField(
            model_name="pemberitahuan",
            name="pengguna",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pemberitahuan",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="ikutan",
            constraint=models.UniqueConstraint(
                fields=("hal", "pengguna"),
                name="ikutan_sekali",
                violation_error_message="Setiap orang mengikuti sebuah hal satu kali.",
            ),
        ),
        migrations.AddIndex(
            model_name="pemberitahuan",
            index=models.Index(
                condition=models.Q(("dibaca_pada__isnull", True)),
                fields=["pengguna", "hal"],
                name="pemberitahuan_belum_dibaca",
            ),
        ),
        migrations.AddIndex(
            model_name="pemberitahuan",
            index=models.Index(
                condition=models.Q(("kampung__isnull", False)),
                fields=["kampung", "waktu"],
                name="pemberitahuan_kampung",
            ),
        ),
        migrations.AddConstraint(
            model_name="pemberitahuan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kampung__isnull", False)),
                fields=("jejak",),
                name="pemberitahuan_kampung_sekali",
                violation_error_message="Satu kampung diberi tahu satu kali tentang satu hal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pemberitahuan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kampung__isnull", True), ("pengguna__isnull", False)),
                    models.Q(
                        ("dibaca_pada__isnull", True),
                        ("kampung__isnull", False),
                        ("pengguna__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="pemberitahuan_satu_alamat",
                violation_error_message="Pemberitahuan untuk satu orang atau satu kampung.",
            ),
        ),
    ]
