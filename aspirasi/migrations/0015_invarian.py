"""What the services keep true of a kiriman, the database holds too: its clock, its choices, that
merging is one level deep, and that an official answer is never changed."""

from django.db import migrations, models

from core.jejak.sql import tolak_ubah_terbit

# Of what is closed nothing is due. A day whose count was not kept counts from itself. A row that
# is changed twice has its foreign keys checked at commit, and until then no table is altered: so
# they are checked at once.
RAPIKAN = """
UPDATE aspirasi_aspirasi
SET langkah = 'nihil', tenggat = NULL
WHERE status IN ('selesai', 'ditarik', 'bukan_wewenang', 'ditolak', 'digabung', 'diarsipkan')
  AND (langkah <> 'nihil' OR tenggat IS NOT NULL);
UPDATE aspirasi_aspirasi
SET langkah_mulai = NULL, jatah_hari = NULL, janji = NULL, alasan_tertunda = ''
WHERE tenggat IS NULL;
UPDATE aspirasi_aspirasi
SET langkah_mulai = tenggat, jatah_hari = 0, janji = tenggat, alasan_tertunda = ''
WHERE tenggat IS NOT NULL
  AND (langkah_mulai IS NULL OR jatah_hari IS NULL OR janji IS NULL OR janji > tenggat);
SET CONSTRAINTS ALL IMMEDIATE;
"""
# Deferred, since what was joined to the merged one moves along in the same transaction. The
# lock waits for who is merging the goal at this moment, so that two at once cannot make a chain.
SATU_TINGKAT = """
CREATE FUNCTION aspirasi_gabung_satu_tingkat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    tujuan bigint;
BEGIN
    SELECT digabung_ke_id INTO tujuan FROM aspirasi_aspirasi WHERE id = NEW.id;
    IF tujuan IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM FROM aspirasi_aspirasi WHERE id = tujuan FOR SHARE;
    IF EXISTS (SELECT 1 FROM aspirasi_aspirasi WHERE id = tujuan AND digabung_ke_id IS NOT NULL)
        OR EXISTS (SELECT 1 FROM aspirasi_aspirasi WHERE digabung_ke_id = NEW.id)
    THEN
        RAISE EXCEPTION 'Kiriman yang sudah digabung tidak dapat menjadi tujuan gabungan.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER aspirasi_aspirasi_satu_tingkat
    AFTER INSERT OR UPDATE OF digabung_ke_id ON aspirasi_aspirasi
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.digabung_ke_id IS NOT NULL)
    EXECUTE FUNCTION aspirasi_gabung_satu_tingkat();
"""
BANYAK_TINGKAT = """
DROP TRIGGER aspirasi_aspirasi_satu_tingkat ON aspirasi_aspirasi;
DROP FUNCTION aspirasi_gabung_satu_tingkat();
"""
# The sender's own words are erased at their wish; what officials answered in public stays.
JAWABAN_TETAP = tolak_ubah_terbit(
    "aspirasi_tindaklanjut",
    terkunci="OLD.jenis = 'tanggapan'",
    pesan="Jawaban resmi tidak dapat diubah atau dihapus. Tulis jawaban baru.",
)


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0014_lanjutan"), ("core", "0002_kunci")]

    operations = [
        migrations.RunSQL(RAPIKAN, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "diajukan",
                            "perlu_perbaikan",
                            "diverifikasi",
                            "diteruskan",
                            "diproses",
                            "ditanggapi",
                            "direncanakan",
                            "menunggu_instansi",
                            "selesai",
                            "dibuka_kembali",
                            "ditarik",
                            "bukan_wewenang",
                            "ditolak",
                            "digabung",
                            "diarsipkan",
                        ],
                    )
                ),
                name="aspirasi_status_dikenal",
                violation_error_message="Status ini tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "langkah__in",
                        [
                            "periksa",
                            "jawab",
                            "selesai",
                            "pengirim",
                            "konfirmasi",
                            "instansi",
                            "nihil",
                        ],
                    )
                ),
                name="aspirasi_langkah_dikenal",
                violation_error_message="Langkah ini tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("golongan__in", ["informasi", "biasa", "pengawasan", "usulan"])
                ),
                name="aspirasi_golongan_dikenal",
                violation_error_message="Golongan ini tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(("jangkauan__in", ["publik", "petugas", "kecamatan"])),
                name="aspirasi_jangkauan_dikenal",
                violation_error_message="Pembaca ini tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("jenis__in", ["usulan", "keluhan", "pertanyaan", "keberatan", "apresiasi"])
                ),
                name="aspirasi_jenis_dikenal",
                violation_error_message="Jenis ini tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
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
                name="aspirasi_jam_lengkap",
                violation_error_message="Awal, jatah hari, dan tenggat sebuah langkah disimpan bersama atau tidak sama sekali.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tenggat__isnull", True), ("janji__lte", models.F("tenggat")), _connector="OR"
                ),
                name="aspirasi_tenggat_tidak_maju",
                violation_error_message="Tenggat yang diumumkan tidak boleh lebih awal dari semula.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("alasan_tertunda", ""),
                    models.Q(("tenggat__isnull", True), _negated=True),
                    _connector="OR",
                ),
                name="aspirasi_tertunda_bertenggat",
                violation_error_message="Yang ditunda harus punya tenggat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "status__in",
                            (
                                "selesai",
                                "ditarik",
                                "bukan_wewenang",
                                "ditolak",
                                "digabung",
                                "diarsipkan",
                            ),
                        ),
                        _negated=True,
                    ),
                    models.Q(("tenggat__isnull", True), ("langkah", "nihil")),
                    _connector="OR",
                ),
                name="aspirasi_tertutup_tanpa_tenggat",
                violation_error_message="Pada kiriman yang ditutup tidak ada lagi yang ditunggu.",
            ),
        ),
        migrations.AlterField(
            model_name="aspirasi",
            name="langkah",
            field=models.CharField(
                choices=[
                    ("periksa", "Diperiksa"),
                    ("jawab", "Jawaban pertama"),
                    ("selesai", "Penyelesaian"),
                    ("pengirim", "Keterangan dari pengirim"),
                    ("konfirmasi", "Jawaban pengirim apakah sudah beres"),
                    ("instansi", "Kabar dari instansi lain"),
                    ("nihil", "Tidak ada"),
                ],
                default="periksa",
                editable=False,
                max_length=10,
                verbose_name="yang ditunggu",
            ),
        ),
        migrations.RunSQL(SATU_TINGKAT, BANYAK_TINGKAT),
        *JAWABAN_TETAP,
    ]
