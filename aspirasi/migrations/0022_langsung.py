"""What its sender hands to the kampung before the first look, and who does not know whom it is
about. What is there already was not handed over."""

from django.db import migrations, models

# A decision waits for the objections that its kampung may read (`aspirasi.services.keberatan`);
# of its own those that have reached it (`aspirasi.sampai`).
FUNGSI = """
CREATE OR REPLACE FUNCTION aspirasi_keberatan_dulu() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM aspirasi_aspirasi a
        JOIN proyek_proyek p ON p.id = NEW.proyek_id
        WHERE a.jenis = 'keberatan'
          AND (a.kampung_id = p.kampung_id AND a.jangkauan <> 'kecamatan'{sampai}
               OR a.jangkauan = 'publik' AND a.nomor IS NOT NULL)
          AND a.status IN ('diajukan', 'perlu_perbaikan', 'diverifikasi', 'diteruskan',
                           'diproses', 'menunggu_instansi', 'dibuka_kembali')
          AND (a.proyek_disebut_id = p.id OR EXISTS (
              SELECT 1 FROM aspirasi_tautanproyek t
              WHERE t.aspirasi_id = a.id AND t.proyek_id = p.id))
    ) THEN
        RAISE EXCEPTION 'Keberatan warga terhadap proyek ini harus dijawab sebelum keputusannya.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""
SAMPAI = """
               AND (a.status NOT IN ('diajukan', 'perlu_perbaikan')
                    OR a.langsung OR a.bahaya AND NOT a.tidak_yakin)"""


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0021_permintaan_pin")]

    operations = [
        migrations.AddField(
            model_name="aspirasi",
            name="langsung",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="langsung ke kampung"
            ),
        ),
        migrations.AddField(
            model_name="aspirasi",
            name="tidak_yakin",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="tidak yakin tentang siapa"
            ),
        ),
        migrations.AddConstraint(
            model_name="aspirasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("langsung", False),
                    models.Q(
                        ("kampung__isnull", False),
                        ("tentang", "tidak"),
                        ("tidak_yakin", False),
                        models.Q(("jangkauan", "kecamatan"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="aspirasi_langsung_boleh",
                violation_error_message="Hanya yang bukan tentang petugas, dan yang kampungnya "
                "dipilih, dapat langsung ke kampung.",
            ),
        ),
        migrations.RemoveIndex(model_name="aspirasi", name="aspirasi_ketepatan"),
        migrations.AddIndex(
            model_name="aspirasi",
            index=models.Index(
                condition=models.Q(
                    ("dihapus_pada__isnull", True),
                    ("jangkauan", "publik"),
                    ("nomor__isnull", False),
                ),
                fields=["dibuat"],
                include=("kampung", "status", "janji", "diperiksa_tepat", "dijawab_tepat"),
                name="aspirasi_ketepatan",
            ),
        ),
        migrations.AddIndex(
            model_name="aspirasi",
            index=models.Index(
                condition=models.Q(
                    ("diperiksa_pada__isnull", False),
                    ("jangkauan", "publik"),
                    ("nomor__isnull", False),
                ),
                fields=["-diperiksa_pada"],
                include=("dibuat", "status"),
                name="aspirasi_lama_periksa",
            ),
        ),
        migrations.RunSQL(FUNGSI.format(sampai=SAMPAI), FUNGSI.format(sampai="")),
    ]
