import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import core.formulir.fields
import core.waktu


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Pengguna",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("nama", models.CharField(max_length=100, verbose_name="nama")),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, null=True, unique=True, verbose_name="e-mail"
                    ),
                ),
                (
                    "telepon",
                    models.CharField(
                        blank=True, db_index=True, max_length=16, null=True, verbose_name="nomor HP"
                    ),
                ),
                (
                    "telepon_terbukti_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="nomor HP terbukti"),
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
                        default="warga",
                        max_length=12,
                        verbose_name="peran",
                    ),
                ),
                (
                    "petugas_rahasia",
                    models.BooleanField(
                        default=False,
                        help_text="Boleh membaca kiriman yang hanya untuk kecamatan.",
                        verbose_name="petugas rahasia",
                    ),
                ),
                (
                    "penerima_khusus",
                    models.BooleanField(
                        default=False,
                        help_text="Boleh membaca kiriman tentang petugas kecamatan.",
                        verbose_name="penerima khusus",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="aktif")),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="dibuat"
                    ),
                ),
                (
                    "dikosongkan_pada",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="data dihapus"
                    ),
                ),
            ],
            options={
                "verbose_name": "pengguna",
                "verbose_name_plural": "pengguna",
                "ordering": ["nama", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Kampung",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kode",
                    models.CharField(max_length=13, unique=True, verbose_name="kode Kemendagri"),
                ),
                ("kode_bps", models.CharField(blank=True, max_length=10, verbose_name="kode BPS")),
                ("nama", models.CharField(max_length=80, verbose_name="nama")),
                (
                    "alias",
                    models.CharField(blank=True, max_length=80, verbose_name="penulisan lain"),
                ),
                (
                    "slug",
                    models.SlugField(max_length=80, unique=True, verbose_name="alamat halaman"),
                ),
                ("lintang", core.formulir.fields.LintangField(verbose_name="lintang")),
                ("bujur", core.formulir.fields.BujurField(verbose_name="bujur")),
                (
                    "alamat_pengaduan",
                    models.CharField(
                        blank=True,
                        help_text="Tempat warga mengadu langsung.",
                        max_length=200,
                        verbose_name="alamat pengaduan",
                    ),
                ),
                (
                    "jumlah_penduduk",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="jumlah penduduk"
                    ),
                ),
                (
                    "jumlah_kk",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="jumlah keluarga"
                    ),
                ),
                (
                    "verifikasi_didelegasikan",
                    models.BooleanField(
                        default=False,
                        help_text="Aparat kampung boleh memeriksa kiriman untuk kampungnya sendiri.",
                        verbose_name="pemeriksaan didelegasikan",
                    ),
                ),
                (
                    "contoh",
                    models.BooleanField(
                        default=False,
                        help_text="Kampung rekaan; tidak ikut dijumlahkan.",
                        verbose_name="kampung contoh",
                    ),
                ),
                (
                    "nama_cari",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.text.Lower(
                            django.db.models.functions.text.Replace(
                                django.db.models.functions.text.Concat(
                                    "nama", models.Value("|"), "alias", models.Value("|"), "kode"
                                ),
                                models.Value(" "),
                                models.Value(""),
                            )
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "pembina_pengganti",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengganti petugas pembina",
                    ),
                ),
                (
                    "petugas_pembina",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kampung_binaan",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="petugas pembina",
                    ),
                ),
            ],
            options={
                "verbose_name": "kampung",
                "verbose_name_plural": "kampung",
                "ordering": ["kode"],
            },
        ),
        migrations.CreateModel(
            name="Instansi",
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
                        choices=[
                            ("kampung", "Pemerintah Kampung"),
                            ("kecamatan", "Kecamatan"),
                            ("kabupaten", "Dinas kabupaten"),
                            ("provinsi", "Pemerintah provinsi"),
                            ("pusat", "Pemerintah pusat"),
                            ("bumn", "BUMN"),
                        ],
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("nama", models.CharField(max_length=120, unique=True, verbose_name="nama")),
                (
                    "kampung",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instansi",
                        to="warga.kampung",
                    ),
                ),
            ],
            options={
                "verbose_name": "instansi",
                "verbose_name_plural": "instansi",
                "ordering": ["jenis", "nama"],
            },
        ),
        migrations.AddField(
            model_name="pengguna",
            name="kampung",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="warga.kampung",
                verbose_name="kampung",
            ),
        ),
        migrations.CreateModel(
            name="KantorLayanan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=100, verbose_name="nama kantor")),
                ("alamat", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                ("jam", models.CharField(blank=True, max_length=200, verbose_name="jam pelayanan")),
                (
                    "telepon",
                    models.CharField(blank=True, max_length=20, verbose_name="telepon kantor"),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                (
                    "kampung",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kantor",
                        to="warga.kampung",
                    ),
                ),
            ],
            options={
                "verbose_name": "kantor layanan",
                "verbose_name_plural": "kantor layanan",
                "ordering": ["kampung", "urutan", "pk"],
            },
        ),
        migrations.CreateModel(
            name="KodeCetak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tujuan",
                    models.CharField(
                        choices=[
                            ("aktivasi", "Membuktikan nomor HP"),
                            ("sandi", "Membuat kata sandi baru"),
                        ],
                        max_length=10,
                        verbose_name="tujuan",
                    ),
                ),
                (
                    "kode_hash",
                    models.CharField(max_length=64, unique=True, verbose_name="hash kode"),
                ),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="dibuat"
                    ),
                ),
                ("kedaluwarsa", models.DateTimeField(verbose_name="kedaluwarsa")),
                (
                    "dipakai_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="dipakai"),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kode_cetak",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "kode cetak",
                "verbose_name_plural": "kode cetak",
                "ordering": ["-dibuat", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Persetujuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tujuan",
                    models.CharField(
                        choices=[
                            ("akun", "Menyimpan data akun"),
                            ("kiriman", "Menyimpan data kiriman"),
                        ],
                        max_length=10,
                        verbose_name="tujuan",
                    ),
                ),
                ("versi", models.CharField(max_length=10, verbose_name="versi teks")),
                (
                    "waktu",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="waktu"
                    ),
                ),
                (
                    "ditarik_pada",
                    models.DateTimeField(blank=True, null=True, verbose_name="ditarik"),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="persetujuan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "persetujuan",
                "verbose_name_plural": "persetujuan",
            },
        ),
        migrations.CreateModel(
            name="Jabatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "nama",
                    models.CharField(
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
                        ],
                        max_length=16,
                        verbose_name="jabatan",
                    ),
                ),
                ("mulai", models.DateField(verbose_name="mulai")),
                ("selesai", models.DateField(blank=True, null=True, verbose_name="selesai")),
                (
                    "boleh_menerbitkan",
                    models.BooleanField(
                        default=False,
                        help_text="Ditunjuk kepala kampung untuk menerbitkan laporan kemajuan.",
                        verbose_name="boleh menerbitkan laporan",
                    ),
                ),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jabatan",
                        to="warga.instansi",
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jabatan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "jabatan",
                "verbose_name_plural": "jabatan",
                "ordering": ["instansi", "nama", "-mulai"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai__isnull", True),
                            ("selesai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="jabatan_tanggal_urut",
                        violation_error_message="Tanggal selesai harus sesudah tanggal mulai.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("nama__in", ("kakam", "sekretaris", "camat")),
                            ("selesai__isnull", True),
                        ),
                        fields=("instansi", "nama"),
                        name="jabatan_tunggal_per_instansi",
                        violation_error_message="Jabatan ini masih dipegang orang lain. Isi tanggal selesainya dahulu.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="kampung",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("nama"), name="kampung_nama_unik"
            ),
        ),
        migrations.AddConstraint(
            model_name="instansi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("jenis", "kampung"), ("kampung__isnull", False)),
                    models.Q(
                        models.Q(("jenis", "kampung"), _negated=True), ("kampung__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="instansi_kampung_sesuai_jenis",
                violation_error_message="Isi kampung hanya untuk Pemerintah Kampung.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengguna",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dikosongkan_pada__isnull", False),
                    models.Q(("email__contains", "@"), ("email__isnull", False)),
                    models.Q(("telepon__isnull", False), ("telepon__startswith", "+")),
                    _connector="OR",
                ),
                name="pengguna_punya_kontak",
                violation_error_message="Isi e-mail atau nomor HP.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengguna",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("email", ""), _negated=True), models.Q(("telepon", ""), _negated=True)
                ),
                name="pengguna_kontak_kosong_null",
                violation_error_message="Kontak yang kosong tidak boleh disimpan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengguna",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                name="pengguna_email_unik",
                violation_error_message="E-mail ini sudah dipakai akun lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengguna",
            constraint=models.UniqueConstraint(
                condition=models.Q(("telepon_terbukti_pada__isnull", False)),
                fields=("telepon",),
                name="pengguna_telepon_terbukti_unik",
                violation_error_message="Nomor HP ini sudah terbukti milik akun lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengguna",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("telepon_terbukti_pada__isnull", True),
                    ("telepon__isnull", False),
                    _connector="OR",
                ),
                name="pengguna_telepon_terbukti_ada",
                violation_error_message="Nomor HP yang kosong tidak dapat terbukti.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengguna",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("peran__in", ("fasilitator", "bpk", "aparat")), _negated=True),
                    ("kampung__isnull", False),
                    _connector="OR",
                ),
                name="pengguna_kampung_wajib",
                violation_error_message="Peran ini memerlukan kampung.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pengguna",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("peran", "staf"),
                    models.Q(("penerima_khusus", False), ("petugas_rahasia", False)),
                    _connector="OR",
                ),
                name="pengguna_rahasia_hanya_staf",
                violation_error_message="Hanya staf kecamatan yang dapat menjadi petugas rahasia.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kantorlayanan",
            constraint=models.UniqueConstraint(
                fields=("kampung", "nama"), name="kantor_nama_unik_per_kampung"
            ),
        ),
    ]
