"""What residents say of a report, with photos. It stays with what it was about, and with its writer."""

import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

import core.formulir.fields
import core.waktu
import laporan.models.cek

TETAP = """
CREATE FUNCTION laporan_cek_tetap() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.proyek_id, NEW.laporan_id, NEW.penulis_id, NEW.dibuat)
            IS DISTINCT FROM (OLD.proyek_id, OLD.laporan_id, OLD.penulis_id, OLD.dibuat)
        THEN
            RAISE EXCEPTION 'Cek warga tetap pada laporan dan penulisnya.'
                USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF NEW.laporan_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM public.laporan_laporankemajuan l
        WHERE l.id = NEW.laporan_id AND l.proyek_id = NEW.proyek_id AND l.status = 'terbit'
    ) THEN
        RAISE EXCEPTION 'Yang dicek harus laporan proyek itu yang sudah terbit.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER laporan_cek_tetap AFTER INSERT OR UPDATE ON laporan_cekwarga
    FOR EACH ROW EXECUTE FUNCTION laporan_cek_tetap();
CREATE FUNCTION laporan_cek_foto() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    -- One after the other: two photos that come at once are both counted.
    PERFORM 1 FROM public.laporan_cekwarga c WHERE c.id = NEW.cek_id FOR NO KEY UPDATE;
    IF (SELECT count(*) FROM public.laporan_fotocek f WHERE f.cek_id = NEW.cek_id) > 3 THEN
        RAISE EXCEPTION 'Satu cek memuat paling banyak tiga foto.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER laporan_cek_foto AFTER INSERT OR UPDATE OF cek_id ON laporan_fotocek
    FOR EACH ROW EXECUTE FUNCTION laporan_cek_foto();
"""
LEPAS = """
DROP TRIGGER laporan_cek_foto ON laporan_fotocek;
DROP FUNCTION laporan_cek_foto();
DROP TRIGGER laporan_cek_tetap ON laporan_cekwarga;
DROP FUNCTION laporan_cek_tetap();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0012_asal_foto"),
        ("laporan", "0020_butir"),
        ("proyek", "0026_butir"),
        ("warga", "0012_urutan_kampung"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CekWarga",
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
                (
                    "langkah_mulai",
                    models.DateField(editable=False, null=True, verbose_name="jam berjalan sejak"),
                ),
                (
                    "jatah_hari",
                    models.PositiveSmallIntegerField(
                        editable=False, null=True, verbose_name="jatah hari kerja"
                    ),
                ),
                (
                    "janji",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="tenggat semula"
                    ),
                ),
                (
                    "tenggat",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="tenggat"),
                ),
                (
                    "alasan_tertunda",
                    models.CharField(blank=True, max_length=500, verbose_name="alasan tertunda"),
                ),
                (
                    "penundaan",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="penundaan"
                    ),
                ),
                (
                    "eskalasi",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="eskalasi"
                    ),
                ),
                (
                    "penanggap",
                    models.CharField(
                        choices=[("kampung", "Aparat kampung"), ("kecamatan", "Kecamatan")],
                        default="kampung",
                        max_length=9,
                        verbose_name="ditanggapi oleh",
                    ),
                ),
                (
                    "ditanggapi_pada",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="ditanggapi"
                    ),
                ),
                (
                    "belum_puas_pada",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="dinyatakan belum menjawab"
                    ),
                ),
                (
                    "penilaian",
                    models.CharField(
                        choices=[
                            ("sesuai", "Sesuai"),
                            ("tidak_sesuai", "Tidak sesuai"),
                            ("pertanyaan", "Pertanyaan"),
                        ],
                        max_length=12,
                        verbose_name="penilaian",
                    ),
                ),
                (
                    "isi",
                    core.formulir.fields.TeksField(
                        blank=True, max_length=2000, verbose_name="yang Anda lihat"
                    ),
                ),
                (
                    "isi_publik",
                    core.formulir.fields.TeksField(
                        blank=True,
                        editable=False,
                        max_length=2000,
                        verbose_name="isi yang ditampilkan",
                    ),
                ),
                (
                    "dari",
                    models.CharField(
                        choices=[
                            ("terbukti", "Akun terverifikasi"),
                            ("akun", "Akun belum diverifikasi"),
                            ("tanpa", "Tanpa akun"),
                        ],
                        editable=False,
                        max_length=8,
                        verbose_name="dari",
                    ),
                ),
                (
                    "foto_umum",
                    models.BooleanField(
                        default=False, verbose_name="foto boleh dilihat semua orang"
                    ),
                ),
                (
                    "ditahan",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="menunggu dibaca"
                    ),
                ),
                (
                    "dibuat",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="ditulis"
                    ),
                ),
                (
                    "minggu",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Cast(
                            models.Func(
                                models.Value("week"),
                                models.Func(
                                    models.Value("Asia/Jakarta"),
                                    models.F("dibuat"),
                                    function="timezone",
                                    output_field=models.DateTimeField(),
                                ),
                                function="date_trunc",
                                output_field=models.DateTimeField(),
                            ),
                            models.DateField(),
                        ),
                        output_field=models.DateField(),
                    ),
                ),
                (
                    "urutan",
                    models.PositiveIntegerField(
                        default=laporan.models.cek.acak, editable=False, verbose_name="urutan"
                    ),
                ),
                (
                    "terbit_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="mulai tampil"),
                ),
                (
                    "diperbaiki_pada",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="diperbaiki sesudah tampil"
                    ),
                ),
                (
                    "ditarik_pada",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="ditarik pengirim"
                    ),
                ),
                (
                    "dikabarkan_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="dikabarkan"),
                ),
                ("kunci_sekali", core.formulir.fields.KunciSekaliField()),
                (
                    "kampung",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="warga.kampung",
                    ),
                ),
                (
                    "laporan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cek",
                        to="laporan.laporankemajuan",
                    ),
                ),
                (
                    "penulis",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cek",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penulis",
                    ),
                ),
                (
                    "proyek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cek",
                        to="proyek.proyek",
                    ),
                ),
            ],
            options={
                "verbose_name": "cek warga",
                "verbose_name_plural": "cek warga",
                "ordering": ["-minggu", "urutan", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FotoCek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci_sekali", core.formulir.fields.KunciSekaliField()),
                (
                    "berkas",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="foto_cek",
                        to="core.berkas",
                    ),
                ),
                (
                    "cek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="foto",
                        to="laporan.cekwarga",
                    ),
                ),
            ],
            options={
                "verbose_name": "foto cek",
                "verbose_name_plural": "foto cek",
                "ordering": ["cek", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="cekwarga",
            index=models.Index(fields=["proyek", "-minggu", "urutan", "id"], name="cek_per_proyek"),
        ),
        migrations.AddIndex(
            model_name="cekwarga",
            index=models.Index(
                condition=models.Q(
                    ("disembunyikan", False), ("ditahan", True), ("ditarik_pada__isnull", True)
                ),
                fields=["dibuat", "id"],
                name="cek_tertahan",
            ),
        ),
        migrations.AddIndex(
            model_name="cekwarga",
            index=models.Index(
                condition=models.Q(
                    ("disembunyikan", False),
                    ("ditahan", False),
                    ("ditarik_pada__isnull", True),
                    ("ditanggapi_pada__isnull", True),
                    ("tenggat__isnull", False),
                ),
                fields=["tenggat", "id"],
                name="cek_ditunggu",
            ),
        ),
        migrations.AddIndex(
            model_name="cekwarga",
            index=models.Index(
                condition=models.Q(
                    ("disembunyikan", False),
                    ("ditahan", False),
                    ("ditarik_pada__isnull", True),
                    ("dikabarkan_pada__isnull", True),
                ),
                fields=["terbit_pada"],
                name="cek_belum_kabar",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
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
                name="laporan_cekwarga_sembunyi_beralasan",
                violation_error_message="Yang disembunyikan harus mempunyai alasan dan waktu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("janji__isnull", True),
                        ("jatah_hari__isnull", True),
                        ("langkah_mulai__isnull", True),
                        ("tenggat__isnull", True),
                    ),
                    models.Q(
                        ("janji__isnull", False),
                        ("jatah_hari__isnull", False),
                        ("langkah_mulai__isnull", False),
                        ("tenggat__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="cek_jam_lengkap",
                violation_error_message="Awal, jatah hari, dan tenggat sebuah langkah disimpan bersama atau tidak sama sekali.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tenggat__isnull", True), ("janji__lte", models.F("tenggat")), _connector="OR"
                ),
                name="cek_tenggat_tidak_maju",
                violation_error_message="Tenggat yang diumumkan tidak boleh lebih awal dari semula.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("alasan_tertunda", ""),
                    models.Q(("tenggat__isnull", True), _negated=True),
                    _connector="OR",
                ),
                name="cek_tertunda_bertenggat",
                violation_error_message="Yang ditunda harus punya tenggat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("belum_puas_pada__isnull", True), ("penanggap", "kecamatan"), _connector="OR"
                ),
                name="cek_belum_puas_kecamatan",
                violation_error_message="Yang dinyatakan belum menjawab ditanggapi kecamatan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("belum_puas_pada__isnull", True), ("tenggat__isnull", False), _connector="OR"
                ),
                name="cek_belum_puas_bertenggat",
                violation_error_message="Yang dinyatakan belum menjawab harus punya tenggat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(("penilaian__in", ["sesuai", "tidak_sesuai", "pertanyaan"])),
                name="cek_penilaian_dikenal",
                violation_error_message="Pilih penilaian Anda.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(("dari__in", ["terbukti", "akun", "tanpa"])),
                name="cek_dari_dikenal",
                violation_error_message="Asal cek ini tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ditarik_pada__isnull", True), ("penulis__isnull", False)),
                fields=("penulis", "proyek", "laporan"),
                name="cek_satu_tiap_orang",
                nulls_distinct=False,
                violation_error_message="Anda sudah mengecek ini. Perbaiki cek Anda yang ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("dari", "tanpa"), ("kampung__isnull", True), ("penulis__isnull", True)
                    ),
                    models.Q(
                        models.Q(("dari", "tanpa"), _negated=True), ("penulis__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="cek_penulis_menurut_asal",
                violation_error_message="Cek tanpa akun tidak punya penulis.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("penilaian", "sesuai"),
                    ("isi__regex", "\\S"),
                    ("ditarik_pada__isnull", False),
                    _connector="OR",
                ),
                name="cek_berkata",
                violation_error_message="Tulis apa yang tidak sesuai, atau pertanyaan Anda.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("penilaian", "tidak_sesuai"), ("foto_umum", True), _connector="OR"
                ),
                name="cek_foto_tertutup_beralasan",
                violation_error_message="Hanya foto “tidak sesuai” yang dapat tertutup.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ditahan", True),
                    ("terbit_pada__isnull", False),
                    ("ditarik_pada__isnull", False),
                    _connector="OR",
                ),
                name="cek_tampil_berwaktu",
                violation_error_message="Cek yang tampil harus punya waktu mulai tampil.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ditarik_pada__isnull", True),
                    models.Q(("ditahan", False), ("isi", ""), ("isi_publik", "")),
                    _connector="OR",
                ),
                name="cek_ditarik_kosong",
                violation_error_message="Cek yang ditarik tidak menyimpan kata-katanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cekwarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tenggat__isnull", True), ("terbit_pada__isnull", False), _connector="OR"
                ),
                name="cek_ditunggu_sesudah_tampil",
                violation_error_message="Jawaban ditunggu sejak cek ini tampil.",
            ),
        ),
        migrations.RunSQL(TETAP, LEPAS),
    ]
