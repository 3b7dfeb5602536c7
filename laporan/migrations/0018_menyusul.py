import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from core.jejak.sql import append_only

# The row begins with a report that came out without its figures, and is filled once, while the
# report stands. The database notes in which transaction.
SAH = """
CREATE FUNCTION laporan_menyusul_sah() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    l public.laporan_laporankemajuan;
BEGIN
    SELECT * INTO l FROM public.laporan_laporankemajuan WHERE id = NEW.laporan_id FOR SHARE;
    IF TG_OP = 'INSERT' THEN
        NEW.transaksi := NULL;
        NEW.dicatat := NULL;
        IF l.status IS DISTINCT FROM 'terbit' OR NOT l.belanja_menyusul OR NEW.diisi_pada IS NOT NULL
            OR EXISTS (SELECT FROM public.laporan_realisasi WHERE laporan_id = l.id)
        THEN
            RAISE EXCEPTION 'Hanya belanja laporan terbit yang menyusul ditunggu.'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    NEW.transaksi := OLD.transaksi;
    NEW.dicatat := OLD.dicatat;
    IF OLD.diisi_pada IS NULL AND NEW.diisi_pada IS NOT NULL THEN
        NEW.transaksi := pg_current_xact_id()::text::bigint;
        NEW.dicatat := transaction_timestamp();
        IF EXISTS (
            SELECT FROM public.laporan_laporankemajuan b
            WHERE b.proyek_id = l.proyek_id AND b.periode = l.periode AND b.status = 'terbit'
                AND b.revisi >= l.revisi
                AND (b.id = l.id) = EXISTS (
                    SELECT FROM public.core_penarikan p
                    WHERE p.tabel = 'laporan_laporankemajuan' AND p.baris = b.id AND p.utuh)
        ) THEN
            RAISE EXCEPTION 'Laporan ini tidak berlaku lagi, jadi belanjanya tidak diisi.'
                USING ERRCODE = 'restrict_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER laporan_menyusul_sah BEFORE INSERT OR UPDATE ON laporan_belanjamenyusul
    FOR EACH ROW EXECUTE FUNCTION laporan_menyusul_sah();
CREATE FUNCTION laporan_menyusul_berbaris() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.laporan_realisasi WHERE laporan_id = NEW.laporan_id) THEN
        RAISE EXCEPTION 'Belanja yang diisi harus punya jumlah.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER laporan_menyusul_berbaris AFTER UPDATE ON laporan_belanjamenyusul
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.diisi_pada IS NULL AND NEW.diisi_pada IS NOT NULL)
    EXECUTE FUNCTION laporan_menyusul_berbaris();
"""
LEPAS_SAH = """
DROP TRIGGER laporan_menyusul_berbaris ON laporan_belanjamenyusul;
DROP TRIGGER laporan_menyusul_sah ON laporan_belanjamenyusul;
DROP FUNCTION laporan_menyusul_berbaris();
DROP FUNCTION laporan_menyusul_sah();
"""

# What belongs to a published report is locked with it. Lines of money come in later with the
# filling of its row alone: in the same transaction, so once.
_BUKA = """
    IF TG_OP = 'INSERT' AND TG_TABLE_NAME IN ('laporan_realisasi', 'laporan_rincianbelanja')
        AND EXISTS (
            SELECT FROM public.laporan_belanjamenyusul m
            WHERE m.laporan_id = NEW.laporan_id AND m.dicatat = transaction_timestamp()
                AND m.transaksi = pg_current_xact_id()::text::bigint)
    THEN
        RETURN NULL;
    END IF;
"""
_ISI = """
CREATE OR REPLACE FUNCTION laporan_tolak_ubah_isi() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    induk bigint[] := ARRAY[]::bigint[];
BEGIN%s
    IF TG_OP <> 'INSERT' THEN induk := induk || OLD.laporan_id; END IF;
    IF TG_OP <> 'DELETE' THEN induk := induk || NEW.laporan_id; END IF;
    PERFORM 1 FROM laporan_laporankemajuan WHERE id = ANY (induk) FOR SHARE;
    IF EXISTS (
        SELECT FROM laporan_laporankemajuan WHERE id = ANY (induk) AND status = 'terbit'
    ) THEN
        RAISE EXCEPTION '%%', TG_ARGV[0]
            USING ERRCODE = 'restrict_violation',
                  HINT = format('%%s pada tabel %%s ditolak oleh basis data.', TG_OP, TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
"""
TERKUNCI = _ISI % _BUKA
TERKUNCI_DULU = _ISI % ""

JAM = ("langkah_mulai", "jatah_hari", "janji", "tenggat", "alasan_tertunda", "penundaan")
PENGISI = ("diisi_oleh_id", "diisi_pada", "diisi_sebagai")


class Migration(migrations.Migration):
    """The money that follows a report: its clock, and who gave its figures."""

    dependencies = [
        ("laporan", "0017_penulis"),
        ("core", "0011_penarikan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BelanjaMenyusul",
            fields=[
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
                    "laporan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="menyusul",
                        serialize=False,
                        to="laporan.laporankemajuan",
                    ),
                ),
                (
                    "diisi_pada",
                    models.DateTimeField(editable=False, null=True, verbose_name="diisi"),
                ),
                (
                    "diisi_sebagai",
                    models.CharField(
                        blank=True,
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
                        max_length=20,
                        verbose_name="sebagai",
                    ),
                ),
                (
                    "transaksi",
                    models.BigIntegerField(editable=False, null=True, verbose_name="transaksi"),
                ),
                (
                    "dicatat",
                    models.DateTimeField(editable=False, null=True, verbose_name="dicatat"),
                ),
                (
                    "diisi_oleh",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "belanja menyusul",
                "verbose_name_plural": "belanja menyusul",
                "ordering": ["tenggat", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("diisi_pada__isnull", True)),
                        fields=["tenggat"],
                        name="menyusul_ditunggu",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("diisi_oleh__isnull", True), ("diisi_pada__isnull", True)),
                            models.Q(("diisi_oleh__isnull", False), ("diisi_pada__isnull", False)),
                            _connector="OR",
                        ),
                        name="menyusul_diisi_lengkap",
                        violation_error_message="Pengisi dan waktu mengisi disimpan bersama atau tidak sama sekali.",
                    ),
                    models.CheckConstraint(
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
                        name="menyusul_jam_lengkap",
                        violation_error_message="Awal, jatah hari, dan tenggat sebuah langkah disimpan bersama atau tidak sama sekali.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tenggat__isnull", True),
                            ("janji__lte", models.F("tenggat")),
                            _connector="OR",
                        ),
                        name="menyusul_tenggat_tidak_maju",
                        violation_error_message="Tenggat yang diumumkan tidak boleh lebih awal dari semula.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("alasan_tertunda", ""),
                            models.Q(("tenggat__isnull", True), _negated=True),
                            _connector="OR",
                        ),
                        name="menyusul_tertunda_bertenggat",
                        violation_error_message="Yang ditunda harus punya tenggat.",
                    ),
                ],
            },
        ),
        migrations.RunSQL(SAH, LEPAS_SAH),
        *append_only(
            "laporan_belanjamenyusul",
            kecuali="OLD.diisi_pada IS NULL AND NEW.laporan_id = OLD.laporan_id",
            kolom=[*JAM, "eskalasi", *PENGISI],
            pesan="Belanja yang sudah diisi tidak boleh diubah atau dihapus. Perbaiki laporannya.",
        ),
        migrations.RunSQL(TERKUNCI, TERKUNCI_DULU),
    ]
