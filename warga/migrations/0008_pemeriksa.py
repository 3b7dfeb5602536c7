"""Two tasks beside the offices of staff: who gives the first look, and who stands in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("warga", "0007_pembaca"),
    ]

    operations = [
        migrations.AlterField(
            model_name="jabatan",
            name="nama",
            field=models.CharField(
                choices=[
                    ("kakam", "Kepala Kampung"),
                    ("sekretaris", "Sekretaris Kampung"),
                    ("kaur_keuangan", "Kaur Keuangan"),
                    ("kasi", "Kepala Seksi"),
                    ("kadus", "Kepala Dusun"),
                    ("tpk", "Tim Pelaksana Kegiatan"),
                    ("operator", "Operator kampung"),
                    ("ketua_bpk", "Ketua BPK Kampung"),
                    ("anggota_bpk", "Anggota BPK Kampung"),
                    ("fasilitator", "Fasilitator"),
                    ("camat", "Camat"),
                    ("kasi_pmk", "Kasi Pemberdayaan Masyarakat Kampung"),
                    ("petugas", "Petugas kecamatan"),
                    ("verif_pengganti", "Pengganti pemeriksa kiriman"),
                    ("verifikator", "Pemeriksa kiriman"),
                ],
                max_length=16,
                verbose_name="jabatan",
            ),
        ),
    ]
