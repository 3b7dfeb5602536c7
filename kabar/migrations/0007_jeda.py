"""People are told of pauses, and aparat of reminders: `kabar_hal` gains their keys."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.lookups import Exact

KUNCI = (
    *("aspirasi", "proyek", "laporan", "keputusan", "topik", "balasan", "kabar", "kampung"),
    *("pesan", "jeda", "pengingat"),
)


def kunci(model: str) -> "models.OneToOneField":
    pada_hapus = django.db.models.deletion.PROTECT
    return models.OneToOneField(model, pada_hapus, null=True, related_name="+")


class Migration(migrations.Migration):
    dependencies = [
        ("laporan", "0015_jeda"),
        ("kabar", "0006_pesan"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="hal", name="hal_tepat_satu"),
        migrations.AddField("hal", "jeda", kunci("laporan.jedalaporan")),
        migrations.AddField("hal", "pengingat", kunci("laporan.pengingatlaporan")),
        migrations.AddConstraint(
            model_name="hal",
            constraint=models.CheckConstraint(
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
            ),
        ),
    ]
