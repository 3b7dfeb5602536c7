"""The summaries move by differences, money by source stands apart from counts of projects."""

# ruff: noqa: S608 (the SQL is made of our own words)

import django.db.models.deletion
from django.db import migrations, models

from core.jejak.sql import hanya_baca

hanya_baca("transparansi_ringkasanproyek", "transparansi_ringkasanuang")

LAMA = (
    ("proyek_pendanaan", "ringkas_insert"),
    ("proyek_pencairan", "ringkas_insert"),
    ("laporan_laporankemajuan", "ringkas_insert"),
    ("laporan_laporankemajuan", "ringkas_update"),
    ("proyek_proyek", "ringkas_update"),
    ("proyek_kegiatan", "ringkas"),
    ("proyek_subbidang", "ringkas"),
)
LEPAS = "\n".join(f"DROP TRIGGER {tabel}_{nama} ON {tabel};" for tabel, nama in LAMA)
LEPAS += """
DROP FUNCTION transparansi_kode_pindah();
DROP FUNCTION transparansi_hitung_semua();
DROP FUNCTION transparansi_ringkas();
DROP FUNCTION transparansi_kunci();
DROP FUNCTION transparansi_hitung();
DROP VIEW transparansi_hitungan;
"""

# What one project puts into the summaries: a row per source, and a row per budget year.
BAGIAN = """
CREATE VIEW transparansi_bagian_uang AS
SELECT p.id AS proyek_id, p.kampung_id, s.bidang_id, d.sumber, d.tahun,
    t.rencana::int AS jumlah_direncanakan,
    CASE WHEN t.rencana THEN j.anggaran ELSE 0 END AS direncanakan,
    (NOT t.rencana)::int AS jumlah_proyek,
    CASE WHEN t.rencana THEN 0 ELSE j.anggaran END AS anggaran,
    (NOT t.rencana AND j.banyak_dicairkan > 0)::int AS jumlah_dicairkan,
    CASE WHEN t.rencana THEN 0 ELSE j.dicairkan END AS dicairkan,
    (NOT t.rencana AND j.banyak_dibelanjakan > 0)::int AS jumlah_dibelanjakan,
    CASE WHEN t.rencana THEN 0 ELSE j.dibelanjakan END AS dibelanjakan,
    (p.tahap IN ('selesai', 'serah_terima'))::int AS selesai,
    CASE WHEN NOT t.rencana THEN k.persen END AS persen
FROM proyek_jumlahdana j
JOIN proyek_pendanaan d ON d.id = j.pendanaan_id
JOIN proyek_proyek p ON p.id = d.proyek_id
JOIN proyek_jumlahproyek k ON k.proyek_id = p.id
JOIN proyek_kegiatan g ON g.id = p.kegiatan_id
JOIN proyek_subbidang s ON s.id = g.sub_bidang_id
CROSS JOIN LATERAL (SELECT p.tahap IN
    ('usulan', 'ditelaah', 'dibahas', 'masuk_rkp', 'masuk_du_rkp')) AS t (rencana)
WHERE p.tahap NOT IN ('tidak_diprioritaskan', 'dibatalkan');
CREATE VIEW transparansi_bagian_proyek AS
SELECT proyek_id, kampung_id, bidang_id, tahun,
    max(jumlah_direncanakan) AS jumlah_direncanakan,
    max(jumlah_proyek) AS jumlah_proyek,
    max(selesai) AS jumlah_selesai,
    max(jumlah_dicairkan) AS jumlah_dicairkan,
    max(jumlah_dibelanjakan) AS jumlah_dibelanjakan,
    (count(persen) > 0)::int AS jumlah_berpersen,
    coalesce(sum(anggaran) FILTER (WHERE persen IS NOT NULL), 0)::bigint AS anggaran_berpersen,
    coalesce(sum(anggaran * persen), 0)::numeric(24, 2) AS bobot
FROM transparansi_bagian_uang GROUP BY 1, 2, 3, 4;
"""

# Table → view, the columns of its key, the columns of its sums.
RINGKASAN = {
    "uang": (
        ("kampung_id", "bidang_id", "sumber", "tahun"),
        (
            *("jumlah_direncanakan", "direncanakan", "jumlah_proyek", "anggaran"),
            *("jumlah_dicairkan", "dicairkan", "jumlah_dibelanjakan", "dibelanjakan"),
        ),
    ),
    "proyek": (
        ("kampung_id", "bidang_id", "tahun"),
        (
            *("jumlah_direncanakan", "jumlah_proyek", "jumlah_selesai", "jumlah_dicairkan"),
            *("jumlah_dibelanjakan", "jumlah_berpersen", "anggaran_berpersen", "bobot"),
        ),
    ),
}


def _hitungan(nama, kunci, jumlah):
    """Return the view that sums up afresh; rows of which nothing is left are not in it."""
    isi = ", ".join(f"sum({satu}) AS {satu}" for satu in jumlah)
    return (
        f"CREATE VIEW transparansi_hitungan_{nama} AS SELECT {', '.join(kunci)}, {isi}"
        f" FROM transparansi_bagian_{nama} GROUP BY {', '.join(kunci)};\n"
    )


def _baris_baru(nama, kunci):
    """Return the statement that makes the rows that a project needs and that are not there yet."""
    return (
        f"INSERT INTO public.transparansi_ringkasan{nama} ({', '.join(kunci)})"
        f" SELECT {', '.join(kunci)} FROM public.transparansi_bagian_{nama} b"
        " WHERE b.proyek_id = $1 ON CONFLICT DO NOTHING;"
    )


def _pindah(nama, kunci, jumlah):
    """Return the statement that adds the part of a project to its rows, or takes it away."""
    isi = ", ".join(f"{satu} = r.{satu} + $2 * b.{satu}" for satu in jumlah)
    sama = " AND ".join(f"r.{satu} = b.{satu}" for satu in kunci)
    return (
        f"UPDATE public.transparansi_ringkasan{nama} r SET {isi}"
        f" FROM public.transparansi_bagian_{nama} b"
        f" WHERE b.proyek_id = $1 AND {sama};"
    )


def _beda(nama, kunci, jumlah):
    """Return the query that counts the rows that differ from a fresh count."""
    kolom = ", ".join((*kunci, *jumlah))
    ada = (
        f"SELECT {kolom} FROM public.transparansi_ringkasan{nama}"
        " WHERE jumlah_proyek <> 0 OR jumlah_direncanakan <> 0"
    )
    benar = f"SELECT {kolom} FROM public.transparansi_hitungan_{nama}"
    return (
        f"SELECT count(DISTINCT ({', '.join(kunci)})) FROM (({ada} EXCEPT {benar})"
        f" UNION ALL ({benar} EXCEPT {ada})) AS beda"
    )


def _tulis_ulang(nama, kunci, jumlah):
    kolom = ", ".join((*kunci, *jumlah))
    return (
        f"DELETE FROM public.transparansi_ringkasan{nama};"
        f" INSERT INTO public.transparansi_ringkasan{nama} ({kolom})"
        f" SELECT {kolom} FROM public.transparansi_hitungan_{nama};"
    )


HITUNGAN = "".join(_hitungan(nama, *isi) for nama, isi in RINGKASAN.items())
BARIS_BARU = "\n        ".join(_baris_baru(nama, kunci) for nama, (kunci, _) in RINGKASAN.items())
PINDAH = "\n    ".join(_pindah(nama, *isi) for nama, isi in RINGKASAN.items())
BEDA = " + ".join(f"({_beda(nama, *isi)})" for nama, isi in RINGKASAN.items())
TULIS_ULANG = "\n        ".join(_tulis_ulang(nama, *isi) for nama, isi in RINGKASAN.items())

# Before a row changes, the part of its project is taken away as it was, and added afterwards as it
# is. Each statement on a total changes one row of a project, so no part is taken or added twice.
FUNGSI = f"""
-- Arguments: the key of a project; 1 adds its part, -1 takes it away.
CREATE FUNCTION transparansi_geser(bigint, int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM public.proyek_kunci_jumlah();
    IF $2 > 0 THEN
        {BARIS_BARU}
    END IF;
    {PINDAH}
END $$;
CREATE FUNCTION transparansi_ringkas() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    baris record;
    milik bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN baris := OLD; ELSE baris := NEW; END IF;
    IF TG_TABLE_NAME = 'proyek_jumlahdana' THEN
        SELECT d.proyek_id INTO milik FROM public.proyek_pendanaan d
        WHERE d.id = baris.pendanaan_id;
    ELSIF TG_TABLE_NAME = 'proyek_jumlahproyek' THEN
        milik := baris.proyek_id;
    ELSE
        milik := baris.id;
    END IF;
    PERFORM public.transparansi_geser(milik, CASE TG_WHEN WHEN 'BEFORE' THEN -1 ELSE 1 END);
    RETURN baris;
END $$;
CREATE FUNCTION transparansi_hitung_semua(betulkan boolean) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    beda bigint;
BEGIN
    PERFORM public.proyek_kunci_jumlah();
    beda := {BEDA};
    IF betulkan AND beda > 0 THEN
        {TULIS_ULANG}
    END IF;
    RETURN beda;
END $$;
-- Codes are moved once in years: then everything is counted again.
CREATE FUNCTION transparansi_kode_pindah() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM public.transparansi_hitung_semua(true);
    RETURN NULL;
END $$;
"""
LEPAS_FUNGSI = """
DROP FUNCTION transparansi_kode_pindah();
DROP FUNCTION transparansi_hitung_semua(boolean);
DROP FUNCTION transparansi_ringkas();
DROP FUNCTION transparansi_geser(bigint, int);
DROP VIEW transparansi_hitungan_proyek;
DROP VIEW transparansi_hitungan_uang;
DROP VIEW transparansi_bagian_proyek;
DROP VIEW transparansi_bagian_uang;
"""

# Table, events, and the columns whose change moves a sum (all: "").
PEMICU = (
    ("proyek_jumlahdana", "INSERT OR UPDATE OR DELETE", ()),
    ("proyek_jumlahproyek", "UPDATE", ("persen",)),
    ("proyek_proyek", "UPDATE", ("kampung_id", "kegiatan_id", "tahap")),
)
KODE = (("proyek_kegiatan", "sub_bidang_id"), ("proyek_subbidang", "bidang_id"))


def pasang():
    """Return the SQL that creates the triggers."""
    for tabel, saat, kolom in PEMICU:
        lama, baru = (", ".join(f"{x}.{satu}" for satu in kolom) for x in ("OLD", "NEW"))
        bila = f" WHEN (({lama}) IS DISTINCT FROM ({baru}))" if kolom else ""
        for kapan, nama in (("BEFORE", "sebelum"), ("AFTER", "sesudah")):
            yield (
                f"CREATE TRIGGER {tabel}_ringkas_{nama} {kapan} {saat} ON {tabel}"
                f" FOR EACH ROW{bila} EXECUTE FUNCTION transparansi_ringkas();"
            )
    for tabel, kolom in KODE:
        yield (
            f"CREATE TRIGGER {tabel}_ringkas AFTER UPDATE OF {kolom} ON {tabel}"
            " FOR EACH STATEMENT EXECUTE FUNCTION transparansi_kode_pindah();"
        )


def lepas():
    """Return the SQL that drops them."""
    for tabel, *_ in PEMICU:
        for nama in ("sebelum", "sesudah"):
            yield f"DROP TRIGGER {tabel}_ringkas_{nama} ON {tabel};"
    for tabel, _ in KODE:
        yield f"DROP TRIGGER {tabel}_ringkas ON {tabel};"


class Migration(migrations.Migration):
    dependencies = [
        ("transparansi", "0002_ringkasan"),
        ("laporan", "0007_gerak"),
        ("proyek", "0012_gerak"),
    ]
    run_before = [("proyek", "0013_tanpa_pagu")]

    operations = [
        migrations.RunSQL(LEPAS),
        migrations.RunSQL("DELETE FROM transparansi_ringkasanproyek;", migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name="ringkasanproyek",
            name="dibelanjakan",
        ),
        migrations.RemoveField(
            model_name="ringkasanproyek",
            name="diterima",
        ),
        migrations.RemoveField(
            model_name="ringkasanproyek",
            name="jumlah_belanja",
        ),
        migrations.RemoveField(
            model_name="ringkasanproyek",
            name="jumlah_tercair",
        ),
        migrations.RemoveField(
            model_name="ringkasanproyek",
            name="kotor",
        ),
        migrations.RemoveField(
            model_name="ringkasanproyek",
            name="pagu",
        ),
        migrations.RemoveField(
            model_name="ringkasanproyek",
            name="pagu_berpersen",
        ),
        migrations.AddField(
            model_name="ringkasanproyek",
            name="anggaran_berpersen",
            field=models.BigIntegerField(db_default=0, verbose_name="anggaran yang melapor"),
        ),
        migrations.AddField(
            model_name="ringkasanproyek",
            name="jumlah_dibelanjakan",
            field=models.IntegerField(db_default=0, verbose_name="proyek yang melapor belanja"),
        ),
        migrations.AddField(
            model_name="ringkasanproyek",
            name="jumlah_dicairkan",
            field=models.IntegerField(db_default=0, verbose_name="proyek yang mencatat pencairan"),
        ),
        migrations.AddField(
            model_name="ringkasanproyek",
            name="jumlah_direncanakan",
            field=models.IntegerField(db_default=0, verbose_name="proyek yang direncanakan"),
        ),
        migrations.AlterField(
            model_name="ringkasanproyek",
            name="jumlah_berpersen",
            field=models.IntegerField(db_default=0, verbose_name="proyek yang melapor"),
        ),
        migrations.AlterField(
            model_name="ringkasanproyek",
            name="jumlah_proyek",
            field=models.IntegerField(db_default=0, verbose_name="proyek"),
        ),
        migrations.AlterField(
            model_name="ringkasanproyek",
            name="jumlah_selesai",
            field=models.IntegerField(db_default=0, verbose_name="proyek selesai"),
        ),
        migrations.CreateModel(
            name="RingkasanUang",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sumber",
                    models.CharField(
                        choices=[
                            ("dd", "Dana Desa"),
                            ("add", "Alokasi Dana Desa"),
                            ("pad", "Pendapatan asli kampung"),
                            ("pbh", "Bagi hasil pajak dan retribusi"),
                            ("bkp", "Bantuan keuangan provinsi"),
                            ("bkk", "Bantuan keuangan kabupaten"),
                            ("swadaya", "Swadaya warga"),
                            ("hibah", "Hibah"),
                            ("tjsl", "Tanggung jawab sosial perusahaan"),
                            ("apbd_kab", "APBD kabupaten"),
                            ("apbd_prov", "APBD provinsi"),
                            ("apbn", "APBN"),
                            ("silpa", "Sisa anggaran tahun lalu"),
                            ("lain", "Sumber lain"),
                        ],
                        max_length=10,
                        verbose_name="sumber dana",
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun anggaran")),
                (
                    "jumlah_direncanakan",
                    models.IntegerField(db_default=0, verbose_name="sumber yang direncanakan"),
                ),
                ("direncanakan", models.BigIntegerField(db_default=0, verbose_name="direncanakan")),
                (
                    "jumlah_proyek",
                    models.IntegerField(db_default=0, verbose_name="sumber yang dianggarkan"),
                ),
                ("anggaran", models.BigIntegerField(db_default=0, verbose_name="dianggarkan")),
                (
                    "jumlah_dicairkan",
                    models.IntegerField(
                        db_default=0, verbose_name="sumber yang mencatat pencairan"
                    ),
                ),
                ("dicairkan", models.BigIntegerField(db_default=0, verbose_name="sudah dicairkan")),
                (
                    "jumlah_dibelanjakan",
                    models.IntegerField(db_default=0, verbose_name="sumber yang melapor belanja"),
                ),
                (
                    "dibelanjakan",
                    models.BigIntegerField(db_default=0, verbose_name="sudah dibelanjakan"),
                ),
                (
                    "bidang",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="proyek.bidang",
                    ),
                ),
                (
                    "kampung",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="warga.kampung",
                    ),
                ),
            ],
            options={
                "verbose_name": "ringkasan uang",
                "verbose_name_plural": "ringkasan uang",
                "ordering": ["kampung", "bidang", "sumber", "tahun"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tahun", "kampung", "bidang", "sumber"), name="ringkasan_uang_unik"
                    )
                ],
            },
        ),
        migrations.RunSQL(BAGIAN + HITUNGAN + FUNGSI, LEPAS_FUNGSI),
        migrations.RunSQL("\n".join(pasang()), "\n".join(lepas())),
        migrations.RunSQL("SELECT transparansi_hitung_semua(true);", migrations.RunSQL.noop),
    ]
