from django.db import migrations, models

import core.models.keamanan
from core.jejak.sql import append_only


class Migration(migrations.Migration):
    """The log of security events. A row may go when it is 180 days old, and never change."""

    dependencies = [("core", "0004_prioritas")]

    operations = [
        migrations.CreateModel(
            name="KejadianKeamanan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "waktu",
                    models.DateTimeField(
                        default=core.models.keamanan.menit_ini,
                        editable=False,
                        verbose_name="waktu",
                    ),
                ),
                (
                    "kejadian",
                    models.CharField(
                        choices=[
                            ("masuk", "Masuk"),
                            ("masuk_ditolak", "Kata sandi tidak cocok"),
                            ("dijeda", "Harus menunggu: terlalu sering keliru"),
                            ("sesi_berakhir", "Dikeluarkan: lama tidak dipakai"),
                            ("sesi_dikeluarkan", "Perangkat lain dikeluarkan"),
                            ("sandi_diganti", "Kata sandi diganti"),
                            ("faktor_dipasang", "Pengaman kedua dipasang"),
                            ("faktor_dipakai", "Pengaman kedua dipakai"),
                            ("faktor_ditolak", "Kode pengaman tidak cocok"),
                            ("faktor_dilepas", "Pengaman kedua dilepas"),
                            ("hak_diubah", "Peran atau hak diubah"),
                            ("kode_diminta", "Kode diminta"),
                            ("kode_diberi", "Kode diberikan"),
                            ("kode_dipakai", "Kode dipakai"),
                            ("kode_ditolak", "Kode tidak cocok"),
                            ("pin_diperbarui", "PIN dibuat baru"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="kejadian",
                    ),
                ),
                (
                    "akun_id",
                    models.BigIntegerField(
                        db_index=True, editable=False, null=True, verbose_name="nomor akun"
                    ),
                ),
                (
                    "peran",
                    models.CharField(
                        blank=True, editable=False, max_length=30, verbose_name="peran saat itu"
                    ),
                ),
                (
                    "oleh_id",
                    models.BigIntegerField(
                        editable=False, null=True, verbose_name="oleh (nomor akun)"
                    ),
                ),
                (
                    "tempat",
                    models.CharField(
                        blank=True, editable=False, max_length=45, verbose_name="jaringan"
                    ),
                ),
            ],
            options={
                "verbose_name": "kejadian keamanan",
                "verbose_name_plural": "kejadian keamanan",
                "indexes": [models.Index(fields=["waktu"], name="kejadian_waktu")],
            },
        ),
        *append_only(
            "core_kejadiankeamanan",
            pesan="Catatan keamanan hanya boleh ditambah, dan dihapus setelah 180 hari.",
            kecuali_hapus="OLD.waktu < now() - interval '180 days'",
        ),
    ]
