"""Land, surroundings, upkeep and access of a project; does it still work; the page "Lingkungan"."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.formulir.fields
import core.waktu

# Permendesa 21/2020: number, name, the matter of the page "Lingkungan" that it belongs to. Goal 14
# is not offered: the kecamatan has no coast.
TUJUAN = (
    (1, "Desa Tanpa Kemiskinan", ""),
    (2, "Desa Tanpa Kelaparan", ""),
    (3, "Desa Sehat dan Sejahtera", ""),
    (4, "Pendidikan Desa Berkualitas", ""),
    (5, "Keterlibatan Perempuan Desa", ""),
    (6, "Desa Layak Air Bersih dan Sanitasi", "mata_air"),
    (7, "Desa Berenergi Bersih dan Terbarukan", ""),
    (8, "Pertumbuhan Ekonomi Desa Merata", ""),
    (9, "Infrastruktur dan Inovasi Desa Sesuai Kebutuhan", ""),
    (10, "Desa Tanpa Kesenjangan", ""),
    (11, "Kawasan Permukiman Desa Aman dan Nyaman", ""),
    (12, "Konsumsi dan Produksi Desa Sadar Lingkungan", "sampah"),
    (13, "Desa Tanggap Perubahan Iklim", "bencana"),
    (14, "Desa Peduli Lingkungan Laut", ""),
    (15, "Desa Peduli Lingkungan Darat", ""),
    (16, "Desa Damai Berkeadilan", ""),
    (17, "Kemitraan untuk Pembangunan Desa", ""),
    (18, "Kelembagaan Desa Dinamis dan Budaya Desa Adaptif", ""),
)
LAUT = 14


def muat(apps, schema_editor):
    """Add the goals; there are none yet."""
    tujuan = apps.get_model("proyek", "TujuanDesa")
    tujuan.objects.bulk_create(
        tujuan(nomor=nomor, nama=nama, hal_lingkungan=hal, berlaku=nomor != LAUT)
        for nomor, nama, hal in TUJUAN
    )


class Migration(migrations.Migration):
    dependencies = [
        ("proyek", "0009_dicabut"),
        ("warga", "0012_urutan_kampung"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TujuanDesa",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.PositiveSmallIntegerField(unique=True, verbose_name="nomor")),
                ("nama", models.CharField(max_length=120, verbose_name="nama")),
                ("berlaku", models.BooleanField(default=True, verbose_name="ditawarkan")),
                (
                    "hal_lingkungan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mata_air", "Mata air"),
                            ("sampah", "Sampah"),
                            ("bencana", "Rawan bencana"),
                        ],
                        max_length=10,
                        verbose_name="tampil di halaman Lingkungan",
                    ),
                ),
            ],
            options={
                "verbose_name": "tujuan SDGs Desa",
                "verbose_name_plural": "tujuan SDGs Desa",
                "ordering": ["nomor"],
            },
        ),
        migrations.CreateModel(
            name="JawabanFungsi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "disembunyikan",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="disembunyikan"
                    ),
                ),
                (
                    "alasan_sembunyi",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=500,
                        verbose_name="alasan disembunyikan",
                    ),
                ),
                (
                    "disembunyikan_pada",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="disembunyikan pada"
                    ),
                ),
                (
                    "disembunyikan_oleh_id",
                    models.BigIntegerField(
                        editable=False, null=True, verbose_name="disembunyikan oleh"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField(editable=False, verbose_name="tahun")),
                (
                    "dari",
                    models.CharField(
                        choices=[
                            ("kantor", "Pemerintah kampung"),
                            ("warga", "Warga dengan akun"),
                            ("lain", "Tanpa akun atau belum diverifikasi"),
                        ],
                        editable=False,
                        max_length=6,
                        verbose_name="dari",
                    ),
                ),
                (
                    "keadaan",
                    models.CharField(
                        choices=[
                            ("berfungsi", "Berfungsi"),
                            ("sebagian", "Berfungsi sebagian"),
                            ("tidak", "Tidak berfungsi"),
                        ],
                        max_length=9,
                        verbose_name="keadaan",
                    ),
                ),
                ("kata", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                (
                    "ditahan",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="menunggu dibaca"
                    ),
                ),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="dijawab"
                    ),
                ),
                (
                    "diubah",
                    models.DateTimeField(editable=False, null=True, verbose_name="diperbaiki"),
                ),
                ("kunci_sekali", core.formulir.fields.KunciSekaliField()),
                (
                    "penulis",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jawaban_fungsi",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penulis",
                    ),
                ),
                (
                    "proyek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jawaban_fungsi",
                        to="proyek.proyek",
                        verbose_name="proyek",
                    ),
                ),
            ],
            options={
                "verbose_name": "jawaban masih berfungsi",
                "verbose_name_plural": "jawaban masih berfungsi",
                "ordering": ["-dibuat", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["proyek", "tahun"], name="fungsi_per_proyek")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("alasan_sembunyi", ""),
                                ("disembunyikan", False),
                                ("disembunyikan_pada__isnull", True),
                            ),
                            models.Q(
                                ("disembunyikan", True),
                                ("disembunyikan_pada__isnull", False),
                                models.Q(("alasan_sembunyi", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="proyek_jawabanfungsi_sembunyi_beralasan",
                        violation_error_message="Yang disembunyikan harus mempunyai alasan dan waktu.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dari", "kantor"), _negated=True),
                        fields=("proyek", "tahun", "penulis"),
                        name="fungsi_satu_tiap_orang",
                        violation_error_message="Anda sudah menjawab tahun ini.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dari", "kantor")),
                        fields=("proyek", "tahun"),
                        name="fungsi_satu_tiap_kantor",
                        violation_error_message="Kantor kampung sudah menjawab tahun ini.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dari", "lain"), ("penulis__isnull", False), _connector="OR"
                        ),
                        name="fungsi_penulis_dikenal",
                        violation_error_message="Jawaban ini harus punya penulis.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("keadaan__in", ["berfungsi", "sebagian", "tidak"])),
                        name="fungsi_keadaan_dikenal",
                        violation_error_message="Pilih salah satu keadaan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lingkungan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "hal",
                    models.CharField(
                        choices=[
                            ("mata_air", "Mata air"),
                            ("sampah", "Sampah"),
                            ("bencana", "Rawan bencana"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="hal",
                    ),
                ),
                (
                    "keadaan",
                    core.formulir.fields.TeksField(max_length=2000, verbose_name="yang ada"),
                ),
                (
                    "tindakan",
                    core.formulir.fields.TeksField(
                        blank=True, max_length=2000, verbose_name="yang dilakukan"
                    ),
                ),
                (
                    "peran",
                    models.CharField(
                        choices=[
                            ("warga", "Warga"),
                            ("fasilitator", "Fasilitator"),
                            ("bpk", "BPK Kampung"),
                            ("aparat", "Aparat kampung"),
                            ("staf", "Staf kecamatan"),
                            ("admin", "Admin"),
                        ],
                        editable=False,
                        max_length=12,
                        verbose_name="peran penulis",
                    ),
                ),
                (
                    "diubah",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="diubah"
                    ),
                ),
                (
                    "kampung",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lingkungan",
                        to="warga.kampung",
                    ),
                ),
            ],
            options={
                "verbose_name": "lingkungan kampung",
                "verbose_name_plural": "lingkungan kampung",
                "ordering": ["kampung", "hal"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kampung", "hal"),
                        name="lingkungan_satu_tiap_hal",
                        violation_error_message="Bagian ini sudah diisi. Muat ulang halaman.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Lestari",
            fields=[
                (
                    "proyek",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="lestari",
                        serialize=False,
                        to="proyek.proyek",
                    ),
                ),
                (
                    "status_lahan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tanah_kas", "Tanah kas kampung"),
                            ("hibah", "Dihibahkan kepada kampung"),
                            ("pinjam_pakai", "Pinjam pakai"),
                            ("milik_warga", "Milik warga, dengan izin"),
                            ("milik_negara", "Tanah negara atau kabupaten"),
                            ("tanpa_lahan", "Tidak memerlukan lahan"),
                            ("belum_jelas", "Belum jelas"),
                        ],
                        max_length=12,
                        verbose_name="status lahan",
                    ),
                ),
                (
                    "surat_lahan",
                    models.CharField(blank=True, max_length=200, verbose_name="surat lahan"),
                ),
                (
                    "dampak",
                    models.CharField(
                        blank=True,
                        choices=[("rendah", "Rendah"), ("sedang", "Sedang"), ("tinggi", "Tinggi")],
                        max_length=6,
                        verbose_name="dampak lingkungan",
                    ),
                ),
                (
                    "mitigasi",
                    core.formulir.fields.TeksField(
                        blank=True, max_length=1000, verbose_name="pencegahan dampak"
                    ),
                ),
                (
                    "rawan",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("banjir", "Banjir"),
                                ("kekeringan", "Kekeringan"),
                                ("longsor", "Longsor"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="rawan terhadap",
                    ),
                ),
                (
                    "perawat",
                    models.CharField(blank=True, max_length=120, verbose_name="yang merawat"),
                ),
                (
                    "biaya_rawat",
                    core.formulir.fields.RupiahField(
                        blank=True, null=True, verbose_name="biaya perawatan setahun (rupiah)"
                    ),
                ),
                (
                    "sumber_rawat",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="sumber biaya perawatan"
                    ),
                ),
                (
                    "umur_rencana",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="umur rencana (tahun)"
                    ),
                ),
                (
                    "akses",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("ramp", "Jalur landai (ramp)"),
                                ("pintu", "Pintu lebar untuk kursi roda"),
                                ("pegangan", "Pegangan tangan"),
                                ("toilet", "Toilet untuk kursi roda"),
                                ("penanda", "Penanda bagi tunanetra"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="akses bagi penyandang disabilitas",
                    ),
                ),
                (
                    "tanpa_akses",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="mengapa aksesnya belum ada"
                    ),
                ),
                (
                    "diubah",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="diubah"
                    ),
                ),
                (
                    "tujuan",
                    models.ManyToManyField(
                        blank=True, to="proyek.tujuandesa", verbose_name="tujuan SDGs Desa"
                    ),
                ),
            ],
            options={
                "verbose_name": "lahan, lingkungan, dan perawatan",
                "verbose_name_plural": "lahan, lingkungan, dan perawatan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rawan__contained_by", ["banjir", "kekeringan", "longsor"]),
                            (
                                "akses__contained_by",
                                ["ramp", "pintu", "pegangan", "toilet", "penanda"],
                            ),
                        ),
                        name="lestari_pilihan_dikenal",
                        violation_error_message="Pilihan itu tidak ada. Pilih dari daftar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("umur_rencana__isnull", True),
                            ("umur_rencana__range", (1, 100)),
                            _connector="OR",
                        ),
                        name="lestari_umur_wajar",
                        violation_error_message="Umur rencana antara 1 dan 100 tahun.",
                    ),
                ],
            },
        ),
        migrations.RunPython(muat, migrations.RunPython.noop),
    ]
