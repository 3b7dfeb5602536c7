"""A kiriman keeps since when an e-mail of its account is proven: from the sending on. Those that
are there already keep none; their PIN is renewed by two people (docs/keputusan/0017-pin.md)."""

import django.contrib.postgres.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("aspirasi", "0022_langsung"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="pengirim",
            name="alamat_terbukti",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=64),
                blank=True,
                default=list,
                editable=False,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="pengirim",
            name="kode_pin_hash",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="pengirim",
            name="kode_pin_sampai",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="pengirim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pengguna__isnull", False),
                    models.Q(("alamat_terbukti", []), ("kode_pin_hash", "")),
                    _connector="OR",
                ),
                name="pengirim_alamat_milik_akun",
                violation_error_message="Tanpa akun tidak ada alamat yang disimpan.",
            ),
        ),
    ]
