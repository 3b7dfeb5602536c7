"""A search column of its own for likely duplicates: words without their affixes.

The rules stand in `aspirasi.serupa.pokok` as well. Who changes them there writes the function anew
in a migration and has the column filled again.
"""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

# Signs part words, "rt02" is two of them and "02" is 2; then the rules of `aspirasi.serupa.pokok`.
# The kampung is a word too, so that one index answers both; 0 stands for an unknown one.
BUAT = r"""
CREATE FUNCTION aspirasi_pokok(judul text, isi text, kampung bigint) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    teks text := lower(judul || ' ' || isi);
    aturan CONSTANT text[] := ARRAY[
        ['[\W_]+', ' '],
        ['([a-z])([0-9])', '\1 \2'],
        ['\y0+([1-9])', '\1'],
        ['\y(meny|peny|ny)([aiueo]\w\w)', 'S\2'],
        ['\y(men|pen)([aiueo]\w\w)', 'T\2'],
        ['\y(mem|pem)([aiueo]\w\w)', 'P\2'],
        ['\y(menge|penge|nge|meng|peng|ng|ber|ter|di|ke)(\w{4,})', '\2'],
        ['\y(men|pen)([cdjtz]\w{3,})', '\2'],
        ['\y(mem|pem)([bfpv]\w{3,})', '\2'],
        ['\yper(\w{4,})', '\1'],
        ['\y(me|pe)([b-df-hj-np-tv-z]\w{3,})', '\2'],
        ['\y(\w{3,})nya\y', '\1'],
        ['\y(\w{4,}?)k?(an|in|i)?(lah|kah|ku|mu|ne)?\y', '\1']
    ];
BEGIN
    FOR i IN 1 .. array_length(aturan, 1) LOOP
        teks := regexp_replace(teks, aturan[i][1], aturan[i][2], 'g');
    END LOOP;
    RETURN to_tsvector('simple', translate(teks, 'STPoezvfyq', 'stpuijppik'))
        || array_to_tsvector(ARRAY['@' || coalesce(kampung, 0)]);
END $$;
"""
HAPUS = "DROP FUNCTION aspirasi_pokok(text, text, bigint);"


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0012_letak")]

    operations = [
        migrations.RunSQL(BUAT, HAPUS),
        migrations.AddField(
            model_name="aspirasi",
            name="pokok",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    models.F("judul"),
                    models.F("isi_publik"),
                    models.F("kampung"),
                    function="aspirasi_pokok",
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="aspirasi",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["pokok"], name="aspirasi_pokok"
            ),
        ),
    ]
