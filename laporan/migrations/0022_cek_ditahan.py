"""Since when a check waits to be read, and whether the kecamatan keeps its photos to itself."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("laporan", "0021_cek_warga"),
        ("proyek", "0026_butir"),
        ("warga", "0012_urutan_kampung"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="cekwarga",
            name="cek_tertahan",
        ),
        migrations.AddField(
            model_name="cekwarga",
            name="ditahan_sejak",
            field=models.DateTimeField(
                editable=False, null=True, verbose_name="menunggu dibaca sejak"
            ),
        ),
        migrations.AddField(
            model_name="cekwarga",
            name="foto_dibatasi",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="foto hanya untuk kecamatan"
            ),
        ),
        migrations.AddIndex(
            model_name="cekwarga",
            index=models.Index(
                condition=models.Q(
                    ("disembunyikan", False), ("ditahan", True), ("ditarik_pada__isnull", True)
                ),
                fields=["ditahan_sejak", "id"],
                name="cek_tertahan_sejak",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ditahan", True), ("ditahan_sejak__isnull", False)),
                    models.Q(("ditahan", False), ("ditahan_sejak__isnull", True)),
                    _connector="OR",
                ),
                name="cek_ditahan_berwaktu",
                violation_error_message="Cek yang ditahan harus punya waktu mulai ditahan.",
            ),
        ),
    ]
