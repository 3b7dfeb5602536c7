"""The ledger of money with its totals; the anggaran and the payments of before move into it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.formulir.fields
import core.waktu
from core.jejak.sql import append_only, hanya_baca

hanya_baca("proyek_jumlahdana", "proyek_jumlahproyek")

# One writer of sums at a time, from its first change until its commit: anyone who waits reads
# afterwards what the other one has committed, so no total is ever moved from an old one.
KUNCI = """
CREATE FUNCTION proyek_kunci_jumlah() RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(hashtext('proyek_jumlah'));
$$;
"""

# The totals of the sources that a statement touched, and then those of their projects. What counts
# is the sum of the statement, in whatever order its rows stand. A row that corrects none stands
# for one known figure, and a whole reversal takes one away; a difference does neither.
GERAK = """
CREATE FUNCTION proyek_gerak_jumlah() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s record;
    j public.proyek_jumlahdana;
    proyek bigint[];
BEGIN
    PERFORM public.proyek_kunci_jumlah();
    IF EXISTS (
        SELECT FROM baru b JOIN public.proyek_gerak l ON l.id = b.membetulkan_id
        WHERE (l.pendanaan_id, l.pos) <> (b.pendanaan_id, b.pos)
    ) THEN
        RAISE EXCEPTION 'Pembetulan harus tentang sumber dana dan pos yang sama.'
            USING ERRCODE = 'check_violation';
    END IF;
    FOR s IN
        SELECT pendanaan_id,
            coalesce(sum(jumlah) FILTER (WHERE pos = 'anggaran'), 0) AS anggaran,
            coalesce(sum(jumlah) FILTER (WHERE pos = 'dicairkan'), 0) AS dicairkan,
            coalesce(sum(jumlah) FILTER (WHERE pos = 'dibelanjakan'), 0) AS dibelanjakan,
            coalesce(sum(banyak) FILTER (WHERE pos = 'dicairkan'), 0) AS banyak_dicairkan,
            coalesce(sum(banyak) FILTER (WHERE pos = 'dibelanjakan'), 0) AS banyak_dibelanjakan
        FROM baru, LATERAL (SELECT CASE
            WHEN dasar = 'pembatalan' THEN -1 WHEN membetulkan_id IS NULL THEN 1 ELSE 0
        END) AS b (banyak)
        GROUP BY 1 ORDER BY 1
    LOOP
        SELECT * INTO j FROM public.proyek_jumlahdana WHERE pendanaan_id = s.pendanaan_id;
        IF coalesce(j.anggaran, 0) + s.anggaran < 0
            OR coalesce(j.dicairkan, 0) + s.dicairkan < 0
            OR coalesce(j.dibelanjakan, 0) + s.dibelanjakan < 0
        THEN
            RAISE EXCEPTION 'Jumlah uang tidak boleh kurang dari nol.'
                USING ERRCODE = 'check_violation',
                      HINT = 'Betulkan dulu catatan yang bergantung padanya.';
        END IF;
        IF coalesce(j.dicairkan, 0) + s.dicairkan > coalesce(j.anggaran, 0) + s.anggaran THEN
            RAISE EXCEPTION 'Jumlah yang dicairkan melebihi anggaran sumber ini.'
                USING ERRCODE = 'check_violation',
                      HINT = 'Ubah anggarannya dulu dengan keputusan, lalu catat pencairannya.';
        END IF;
        IF coalesce(j.dibelanjakan, 0) + s.dibelanjakan > coalesce(j.anggaran, 0) + s.anggaran THEN
            RAISE EXCEPTION 'Jumlah yang dibelanjakan melebihi anggaran sumber ini.'
                USING ERRCODE = 'check_violation',
                      HINT = 'Periksa jumlahnya, atau ubah anggarannya dulu dengan keputusan.';
        END IF;
        IF j.pendanaan_id IS NULL THEN
            INSERT INTO public.proyek_jumlahdana (pendanaan_id, anggaran, dicairkan,
                dibelanjakan, banyak_dicairkan, banyak_dibelanjakan)
            VALUES (s.pendanaan_id, s.anggaran, s.dicairkan,
                s.dibelanjakan, s.banyak_dicairkan, s.banyak_dibelanjakan);
        ELSE
            UPDATE public.proyek_jumlahdana SET anggaran = anggaran + s.anggaran,
                dicairkan = dicairkan + s.dicairkan,
                dibelanjakan = dibelanjakan + s.dibelanjakan,
                banyak_dicairkan = banyak_dicairkan + s.banyak_dicairkan,
                banyak_dibelanjakan = banyak_dibelanjakan + s.banyak_dibelanjakan
            WHERE pendanaan_id = s.pendanaan_id;
        END IF;
    END LOOP;
    proyek := ARRAY(
        SELECT DISTINCT d.proyek_id
        FROM baru b JOIN public.proyek_pendanaan d ON d.id = b.pendanaan_id
    );
    UPDATE public.proyek_jumlahproyek p SET anggaran = h.anggaran, dicairkan = h.dicairkan,
        dibelanjakan = h.dibelanjakan
    FROM public.proyek_hitungan_proyek h
    WHERE h.proyek_id = ANY (proyek) AND p.proyek_id = h.proyek_id;
    RETURN NULL;
END $$;
CREATE FUNCTION proyek_jumlah_baru() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO public.proyek_jumlahproyek (proyek_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE VIEW proyek_hitungan_dana AS
SELECT pendanaan_id,
    coalesce(sum(jumlah) FILTER (WHERE pos = 'anggaran'), 0)::bigint AS anggaran,
    coalesce(sum(jumlah) FILTER (WHERE pos = 'dicairkan'), 0)::bigint AS dicairkan,
    coalesce(sum(jumlah) FILTER (WHERE pos = 'dibelanjakan'), 0)::bigint AS dibelanjakan,
    (count(*) FILTER (WHERE pos = 'dicairkan' AND membetulkan_id IS NULL)
        - count(*) FILTER (WHERE pos = 'dicairkan' AND dasar = 'pembatalan'))::int
        AS banyak_dicairkan,
    (count(*) FILTER (WHERE pos = 'dibelanjakan' AND membetulkan_id IS NULL)
        - count(*) FILTER (WHERE pos = 'dibelanjakan' AND dasar = 'pembatalan'))::int
        AS banyak_dibelanjakan
FROM proyek_gerak GROUP BY pendanaan_id;
CREATE VIEW proyek_hitungan_proyek AS
SELECT d.proyek_id,
    sum(j.anggaran)::bigint AS anggaran,
    sum(j.dicairkan) FILTER (WHERE j.banyak_dicairkan > 0)::bigint AS dicairkan,
    sum(j.dibelanjakan) FILTER (WHERE j.banyak_dibelanjakan > 0)::bigint AS dibelanjakan
FROM proyek_jumlahdana j JOIN proyek_pendanaan d ON d.id = j.pendanaan_id
GROUP BY d.proyek_id;
CREATE TRIGGER proyek_gerak_jumlah AFTER INSERT ON proyek_gerak
    REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION proyek_gerak_jumlah();
CREATE TRIGGER proyek_proyek_jumlah AFTER INSERT ON proyek_proyek
    FOR EACH ROW EXECUTE FUNCTION proyek_jumlah_baru();
"""

# The recount. Both return how many rows differed from the ledger; with `betulkan` these are set
# right. Whoever calls them needs no right on the tables: the functions write nothing but the truth.
HITUNG = """
CREATE FUNCTION proyek_hitung_dana(betulkan boolean) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    salah bigint[];
    satu bigint;
BEGIN
    PERFORM public.proyek_kunci_jumlah();
    salah := ARRAY(
        SELECT coalesce(j.pendanaan_id, h.pendanaan_id)
        FROM public.proyek_jumlahdana j
        FULL JOIN public.proyek_hitungan_dana h ON h.pendanaan_id = j.pendanaan_id
        WHERE (j.pendanaan_id, j.anggaran, j.dicairkan, j.dibelanjakan, j.banyak_dicairkan,
                j.banyak_dibelanjakan)
            IS DISTINCT FROM (h.pendanaan_id, h.anggaran, h.dicairkan, h.dibelanjakan,
                h.banyak_dicairkan, h.banyak_dibelanjakan));
    -- One by one: summaries above follow each row of a total.
    FOREACH satu IN ARRAY CASE WHEN betulkan THEN salah ELSE '{}' END LOOP
        DELETE FROM public.proyek_jumlahdana WHERE pendanaan_id = satu;
        INSERT INTO public.proyek_jumlahdana (pendanaan_id, anggaran, dicairkan, dibelanjakan,
            banyak_dicairkan, banyak_dibelanjakan)
        SELECT pendanaan_id, anggaran, dicairkan, dibelanjakan, banyak_dicairkan,
            banyak_dibelanjakan
        FROM public.proyek_hitungan_dana WHERE pendanaan_id = satu;
    END LOOP;
    RETURN cardinality(salah);
END $$;
CREATE FUNCTION proyek_hitung_proyek(betulkan boolean) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    salah bigint[];
BEGIN
    PERFORM public.proyek_kunci_jumlah();
    salah := ARRAY(
        SELECT p.id FROM public.proyek_proyek p
        LEFT JOIN public.proyek_jumlahproyek j ON j.proyek_id = p.id
        LEFT JOIN public.proyek_hitungan_proyek h ON h.proyek_id = p.id
        WHERE (j.proyek_id, j.anggaran, j.dicairkan, j.dibelanjakan)
            IS DISTINCT FROM (p.id, h.anggaran, h.dicairkan, h.dibelanjakan));
    IF betulkan AND cardinality(salah) > 0 THEN
        INSERT INTO public.proyek_jumlahproyek AS j (proyek_id, anggaran, dicairkan, dibelanjakan)
        SELECT p.id, h.anggaran, h.dicairkan, h.dibelanjakan FROM public.proyek_proyek p
        LEFT JOIN public.proyek_hitungan_proyek h ON h.proyek_id = p.id
        WHERE p.id = ANY (salah)
        ON CONFLICT (proyek_id) DO UPDATE SET anggaran = excluded.anggaran,
            dicairkan = excluded.dicairkan, dibelanjakan = excluded.dibelanjakan;
    END IF;
    RETURN cardinality(salah);
END $$;
"""

HAPUS = """
DROP TRIGGER proyek_proyek_jumlah ON proyek_proyek;
DROP TRIGGER proyek_gerak_jumlah ON proyek_gerak;
DROP FUNCTION proyek_hitung_proyek(boolean);
DROP FUNCTION proyek_hitung_dana(boolean);
DROP VIEW proyek_hitungan_proyek;
DROP VIEW proyek_hitungan_dana;
DROP FUNCTION proyek_jumlah_baru();
DROP FUNCTION proyek_gerak_jumlah();
DROP FUNCTION proyek_kunci_jumlah();
"""

# The anggaran stood in the source itself, from the day on which its project was recorded. Money
# "received" was money that the kampung could spend on the project: drawn from its till.
PINDAHKAN = """
INSERT INTO proyek_jumlahproyek (proyek_id) SELECT id FROM proyek_proyek;
INSERT INTO proyek_gerak (pendanaan_id, pos, jumlah, tanggal, dasar, keterangan, dicatat,
    laporan_nomor)
SELECT d.id, 'anggaran', d.pagu, (p.dibuat AT TIME ZONE 'Asia/Jakarta')::date, 'awal', '',
    p.dibuat, ''
FROM proyek_pendanaan d JOIN proyek_proyek p ON p.id = d.proyek_id ORDER BY d.id;
INSERT INTO proyek_gerak (pendanaan_id, pos, jumlah, tanggal, dasar, keterangan, dicatat,
    laporan_nomor, kunci_sekali)
SELECT pendanaan_id, 'dicairkan', jumlah, tanggal, 'spp', keterangan, now(), '', kunci_sekali
FROM proyek_pencairan ORDER BY id;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("proyek", "0011_keputusan"),
        ("core", "0002_kunci"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Gerak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pos",
                    models.CharField(
                        choices=[
                            ("anggaran", "Anggaran"),
                            ("dicairkan", "Sudah dicairkan"),
                            ("dibelanjakan", "Sudah dibelanjakan"),
                        ],
                        max_length=12,
                        verbose_name="pos",
                    ),
                ),
                ("jumlah", models.BigIntegerField(verbose_name="jumlah")),
                ("tanggal", models.DateField(verbose_name="tanggal")),
                (
                    "dasar",
                    models.CharField(
                        choices=[
                            ("awal", "Anggaran awal"),
                            ("keputusan", "Keputusan"),
                            ("perubahan", "Perubahan anggaran"),
                            ("koreksi_lpj", "Koreksi setelah LPJ"),
                            ("spp", "Surat Permintaan Pembayaran"),
                            ("pengembalian", "Dikembalikan ke kas"),
                            ("laporan", "Laporan kemajuan"),
                            ("pembetulan", "Pembetulan"),
                            ("pembatalan", "Pembatalan"),
                        ],
                        max_length=12,
                        verbose_name="dasar",
                    ),
                ),
                (
                    "keterangan",
                    models.CharField(blank=True, max_length=500, verbose_name="keterangan"),
                ),
                (
                    "dicatat",
                    models.DateTimeField(
                        default=core.waktu.sekarang, editable=False, verbose_name="dicatat"
                    ),
                ),
                (
                    "laporan_nomor",
                    models.CharField(blank=True, max_length=14, verbose_name="nomor laporan"),
                ),
                ("kunci_sekali", core.formulir.fields.KunciSekaliField()),
                (
                    "keputusan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gerak",
                        to="proyek.keputusan",
                    ),
                ),
                (
                    "membetulkan",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dibetulkan",
                        to="proyek.gerak",
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pendanaan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gerak",
                        to="proyek.pendanaan",
                    ),
                ),
            ],
            options={
                "verbose_name": "gerak uang",
                "verbose_name_plural": "gerak uang",
                "ordering": ["tanggal", "pk"],
            },
        ),
        migrations.CreateModel(
            name="JumlahDana",
            fields=[
                (
                    "pendanaan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="jumlah",
                        serialize=False,
                        to="proyek.pendanaan",
                    ),
                ),
                ("anggaran", models.BigIntegerField(verbose_name="anggaran")),
                ("dicairkan", models.BigIntegerField(verbose_name="sudah dicairkan")),
                ("dibelanjakan", models.BigIntegerField(verbose_name="sudah dibelanjakan")),
                ("banyak_dicairkan", models.IntegerField(verbose_name="catatan pencairan")),
                ("banyak_dibelanjakan", models.IntegerField(verbose_name="catatan belanja")),
            ],
            options={
                "verbose_name": "jumlah dana",
                "verbose_name_plural": "jumlah dana",
            },
        ),
        migrations.CreateModel(
            name="JumlahProyek",
            fields=[
                (
                    "proyek",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="jumlah",
                        serialize=False,
                        to="proyek.proyek",
                    ),
                ),
                ("anggaran", models.BigIntegerField(null=True, verbose_name="anggaran")),
                ("dicairkan", models.BigIntegerField(null=True, verbose_name="sudah dicairkan")),
                (
                    "dibelanjakan",
                    models.BigIntegerField(null=True, verbose_name="sudah dibelanjakan"),
                ),
                (
                    "persen",
                    models.DecimalField(
                        decimal_places=2, max_digits=5, null=True, verbose_name="pekerjaan"
                    ),
                ),
                ("dilaporkan_pada", models.DateTimeField(null=True, verbose_name="dilaporkan")),
                (
                    "laporan_nomor",
                    models.CharField(max_length=14, null=True, verbose_name="laporan terbaru"),
                ),
                (
                    "laporan_periode",
                    models.DateField(null=True, verbose_name="bulan laporan terbaru"),
                ),
            ],
            options={
                "verbose_name": "jumlah proyek",
                "verbose_name_plural": "jumlah proyek",
            },
        ),
        migrations.AddConstraint(
            model_name="jumlahdana",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dibelanjakan__gte", 0), ("dibelanjakan__lte", models.F("anggaran"))
                ),
                name="jumlah_dibelanjakan_dalam_anggaran",
                violation_error_message="Yang dibelanjakan melebihi anggaran sumber ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jumlahdana",
            constraint=models.CheckConstraint(
                condition=models.Q(("dicairkan__gte", 0), ("dicairkan__lte", models.F("anggaran"))),
                name="jumlah_dicairkan_dalam_anggaran",
                violation_error_message="Yang dicairkan melebihi anggaran sumber ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jumlahdana",
            constraint=models.CheckConstraint(
                condition=models.Q(("banyak_dibelanjakan__gte", 0), ("banyak_dicairkan__gte", 0)),
                name="jumlah_banyak_wajar",
                violation_error_message="Catatan ini sudah dibatalkan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="gerak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("jumlah", 0), _negated=True), ("pos", "dibelanjakan"), _connector="OR"
                ),
                name="gerak_bukan_nol",
                violation_error_message="Jumlahnya harus lebih besar dari nol.",
            ),
        ),
        migrations.AddConstraint(
            model_name="gerak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dasar", "spp"), _negated=True), ("jumlah__gt", 0), _connector="OR"
                ),
                name="gerak_spp_positif",
                violation_error_message="Jumlah yang dicairkan harus lebih besar dari nol.",
            ),
        ),
        migrations.AddConstraint(
            model_name="gerak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dasar", "pengembalian"), _negated=True),
                    ("jumlah__lt", 0),
                    _connector="OR",
                ),
                name="gerak_pengembalian_negatif",
                violation_error_message="Jumlah yang dikembalikan harus lebih besar dari nol.",
            ),
        ),
        migrations.AddConstraint(
            model_name="gerak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dasar__in", ("pembetulan", "pembatalan")), _negated=True),
                    models.Q(("keterangan__regex", "\\S"), ("membetulkan__isnull", False)),
                    _connector="OR",
                ),
                name="gerak_pembetulan_beralasan",
                violation_error_message="Sebut catatan yang dibetulkan dan alasannya.",
            ),
        ),
        *append_only(
            "proyek_gerak",
            pesan="Catatan uang tidak boleh diubah atau dihapus. Catat pembetulannya.",
        ),
        migrations.RunSQL(KUNCI + GERAK + HITUNG, HAPUS),
        migrations.RunSQL(PINDAHKAN, migrations.RunSQL.noop),
    ]
