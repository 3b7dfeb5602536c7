import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import core.waktu


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Detak",
            fields=[
                (
                    "nama",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="nama"
                    ),
                ),
                ("waktu", models.DateTimeField(verbose_name="waktu")),
            ],
            options={
                "verbose_name": "detak",
                "verbose_name_plural": "detak",
            },
        ),
        migrations.CreateModel(
            name="HariLibur",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tanggal", models.DateField(unique=True, verbose_name="tanggal")),
                ("nama", models.CharField(max_length=200, verbose_name="nama")),
                (
                    "jenis",
                    models.CharField(
                        choices=[("libur", "Hari libur"), ("cuti_bersama", "Cuti bersama")],
                        default="libur",
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "berlaku",
                    models.BooleanField(
                        default=True,
                        help_text="Matikan bila libur ini dibatalkan pemerintah.",
                        verbose_name="berlaku",
                    ),
                ),
                (
                    "dari_pustaka",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="diisi otomatis"
                    ),
                ),
            ],
            options={
                "verbose_name": "hari libur",
                "verbose_name_plural": "hari libur",
                "ordering": ["tanggal"],
            },
        ),
        migrations.CreateModel(
            name="Jejak",
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
                        default=core.waktu.sekarang, editable=False, verbose_name="waktu"
                    ),
                ),
                (
                    "oleh_id",
                    models.BigIntegerField(
                        editable=False, null=True, verbose_name="oleh (nomor akun)"
                    ),
                ),
                (
                    "peran",
                    models.CharField(
                        blank=True, editable=False, max_length=30, verbose_name="peran saat itu"
                    ),
                ),
                (
                    "objek_jenis",
                    models.CharField(editable=False, max_length=40, verbose_name="jenis objek"),
                ),
                (
                    "objek_nomor",
                    models.CharField(editable=False, max_length=64, verbose_name="nomor objek"),
                ),
                ("aksi", models.CharField(editable=False, max_length=60, verbose_name="aksi")),
                (
                    "dari",
                    models.CharField(
                        blank=True, editable=False, max_length=60, verbose_name="dari"
                    ),
                ),
                (
                    "ke",
                    models.CharField(blank=True, editable=False, max_length=60, verbose_name="ke"),
                ),
                (
                    "isi_hash",
                    models.CharField(editable=False, max_length=64, verbose_name="hash isi"),
                ),
            ],
            options={
                "verbose_name": "jejak",
                "verbose_name_plural": "jejak",
            },
        ),
        migrations.CreateModel(
            name="Penghitung",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jenis", models.CharField(max_length=3, verbose_name="jenis")),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("terakhir", models.PositiveIntegerField(default=0, verbose_name="nomor terakhir")),
            ],
            options={
                "verbose_name": "penghitung nomor",
                "verbose_name_plural": "penghitung nomor",
            },
        ),
        migrations.CreateModel(
            name="Segel",
            fields=[
                (
                    "urutan",
                    models.BigIntegerField(
                        editable=False, primary_key=True, serialize=False, verbose_name="urutan"
                    ),
                ),
                (
                    "hash_sebelumnya",
                    models.CharField(editable=False, max_length=64, verbose_name="hash sebelumnya"),
                ),
                ("hash", models.CharField(editable=False, max_length=64, verbose_name="hash")),
                (
                    "waktu",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="waktu"
                    ),
                ),
            ],
            options={
                "verbose_name": "segel",
                "verbose_name_plural": "segel",
            },
        ),
        migrations.CreateModel(
            name="Tugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fungsi", models.CharField(max_length=200, verbose_name="fungsi")),
                ("argumen", models.JSONField(blank=True, default=list, verbose_name="argumen")),
                ("kunci", models.CharField(blank=True, max_length=200, verbose_name="kunci")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu"),
                            ("dijalankan", "Sedang dijalankan"),
                            ("selesai", "Selesai"),
                            ("gagal", "Gagal"),
                        ],
                        default="menunggu",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "percobaan",
                    models.PositiveSmallIntegerField(default=0, verbose_name="percobaan"),
                ),
                (
                    "siap_pada",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="siap dikerjakan pada"
                    ),
                ),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="dibuat"
                    ),
                ),
                (
                    "selesai_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="berakhir pada"),
                ),
                ("galat", models.TextField(blank=True, verbose_name="galat terakhir")),
            ],
            options={
                "verbose_name": "tugas antrean",
                "verbose_name_plural": "tugas antrean",
            },
        ),
        migrations.CreateModel(
            name="Berkas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[("foto", "Foto"), ("dokumen", "Dokumen")],
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "nama",
                    models.CharField(
                        max_length=40, unique=True, verbose_name="nama di simpanan terbatas"
                    ),
                ),
                (
                    "nama_publik",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        null=True,
                        unique=True,
                        verbose_name="nama publik",
                    ),
                ),
                (
                    "nama_asli",
                    models.CharField(blank=True, max_length=120, verbose_name="nama asal"),
                ),
                ("ukuran", models.PositiveIntegerField(verbose_name="ukuran (byte)")),
                (
                    "lebar",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="lebar (piksel)"
                    ),
                ),
                (
                    "tinggi",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="tinggi (piksel)"
                    ),
                ),
                (
                    "dibuat",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="disimpan pada"
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas",
                "verbose_name_plural": "berkas",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jenis", "dokumen"),
                            models.Q(("lebar__isnull", False), ("tinggi__isnull", False)),
                            _connector="OR",
                        ),
                        name="berkas_foto_berukuran",
                        violation_error_message="Lebar dan tinggi foto harus diketahui.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IsiJejak",
            fields=[
                (
                    "jejak",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="isi",
                        serialize=False,
                        to="core.jejak",
                        verbose_name="jejak",
                    ),
                ),
                ("alasan", models.TextField(blank=True, editable=False, verbose_name="alasan")),
                (
                    "rincian",
                    models.JSONField(blank=True, editable=False, null=True, verbose_name="rincian"),
                ),
                (
                    "garam",
                    models.CharField(
                        blank=True, editable=False, max_length=32, verbose_name="garam"
                    ),
                ),
                (
                    "dihapus_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="dihapus pada"),
                ),
            ],
            options={
                "verbose_name": "isi jejak",
                "verbose_name_plural": "isi jejak",
            },
        ),
        migrations.AddIndex(
            model_name="jejak",
            index=models.Index(fields=["objek_jenis", "objek_nomor", "id"], name="jejak_objek"),
        ),
        migrations.AddConstraint(
            model_name="penghitung",
            constraint=models.UniqueConstraint(
                fields=("jenis", "tahun"),
                name="penghitung_jenis_tahun",
                violation_error_message="Penghitung untuk jenis dan tahun ini sudah ada.",
            ),
        ),
        migrations.AddField(
            model_name="segel",
            name="jejak",
            field=models.OneToOneField(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="segel",
                to="core.jejak",
                verbose_name="jejak",
            ),
        ),
        migrations.AddIndex(
            model_name="tugas",
            index=models.Index(
                condition=models.Q(("status", "selesai"), _negated=True),
                fields=["status", "siap_pada"],
                name="tugas_belum_selesai",
            ),
        ),
        migrations.AddConstraint(
            model_name="tugas",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kunci", ""), _negated=True),
                fields=("kunci",),
                name="tugas_kunci_unik",
                violation_error_message="Tugas dengan kunci ini sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tugas",
            constraint=models.CheckConstraint(
                condition=models.Q(("percobaan__lte", 5)),
                name="tugas_percobaan_paling_banyak_5",
                violation_error_message="Sebuah tugas dicoba paling banyak 5 kali.",
            ),
        ),
        migrations.AddConstraint(
            model_name="isijejak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("dihapus_pada__isnull", True),
                        ("garam__regex", "^[0-9a-f]{32}$"),
                        ("rincian__isnull", False),
                    ),
                    models.Q(
                        ("alasan", ""),
                        ("dihapus_pada__isnull", False),
                        ("garam", ""),
                        ("rincian__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="isi_jejak_utuh_atau_kosong",
                violation_error_message="Isi jejak harus utuh, atau seluruhnya dihapus.",
            ),
        ),
        migrations.AddConstraint(
            model_name="segel",
            constraint=models.CheckConstraint(
                condition=models.Q(("urutan__gte", 1)),
                name="segel_urutan_dari_satu",
                violation_error_message="Urutan segel dimulai dari 1.",
            ),
        ),
    ]
