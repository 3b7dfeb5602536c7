"""The recount of the ledger sets right all rows in two statements, however many they are."""

from django.db import migrations

HITUNG = """
CREATE OR REPLACE FUNCTION proyek_hitung_dana(betulkan boolean) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
-- Summaries above follow each row of a total, one statement a row: whoever sets totals right
-- counts these anew, too (`transparansi.services.hitung`).
DECLARE
    salah bigint[];
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
    IF betulkan AND cardinality(salah) > 0 THEN
        DELETE FROM public.proyek_jumlahdana j USING unnest(salah) AS s (id)
        WHERE j.pendanaan_id = s.id;
        INSERT INTO public.proyek_jumlahdana (pendanaan_id, anggaran, dicairkan, dibelanjakan,
            banyak_dicairkan, banyak_dibelanjakan)
        SELECT h.pendanaan_id, h.anggaran, h.dicairkan, h.dibelanjakan, h.banyak_dicairkan,
            h.banyak_dibelanjakan
        FROM public.proyek_hitungan_dana h JOIN unnest(salah) AS s (id) ON s.id = h.pendanaan_id;
    END IF;
    RETURN cardinality(salah);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("proyek", "0015_pembuka")]

    operations = [migrations.RunSQL(HITUNG, migrations.RunSQL.noop)]
