"""People are told of their tasks in reports: `kabar_hal` gains a key for such a message."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.lookups import Exact

KUNCI = (
    *("aspirasi", "proyek", "laporan", "keputusan", "topik", "balasan", "kabar", "kampung"),
    "pesan",
)


class Migration(migrations.Migration):
    dependencies = [
        ("laporan", "0014_penerbit"),
        ("kabar", "0005_kata_terpisah"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="hal", name="hal_tepat_satu"),
        migrations.AddField(
            model_name="hal",
            name="pesan",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="laporan.pesanlaporan",
            ),
        ),
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
