"""Every word that stands in a row finds it: signs part words before PostgreSQL reads them."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("laporan", "0004_foto_tertunda"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="laporankemajuan", name="laporan_vektor"),
        migrations.RemoveField(model_name="laporankemajuan", name="vektor"),
        migrations.AddField(
            model_name="laporankemajuan",
            name="vektor",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.CombinedSearchVector(
                        django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.CombinedSearchVector(
                                        django.contrib.postgres.search.SearchVector(
                                            models.Func(
                                                models.Func(
                                                    models.F("nomor"),
                                                    models.Value(
                                                        "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
                                                    ),
                                                    models.Value(
                                                        "                                "
                                                    ),
                                                    function="translate",
                                                ),
                                                models.Value(
                                                    "([[:alpha:]])(?=[0-9])|([0-9])(?=[[:alpha:]])"
                                                ),
                                                models.Value("\\1\\2 "),
                                                models.Value("g"),
                                                function="regexp_replace",
                                                output_field=models.TextField(),
                                            ),
                                            config="indonesian",
                                            weight="A",
                                        ),
                                        "||",
                                        django.contrib.postgres.search.SearchVector(
                                            models.Func(
                                                models.Func(
                                                    models.F("narasi"),
                                                    models.Value(
                                                        "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
                                                    ),
                                                    models.Value(
                                                        "                                "
                                                    ),
                                                    function="translate",
                                                ),
                                                models.Value(
                                                    "([[:alpha:]])(?=[0-9])|([0-9])(?=[[:alpha:]])"
                                                ),
                                                models.Value("\\1\\2 "),
                                                models.Value("g"),
                                                function="regexp_replace",
                                                output_field=models.TextField(),
                                            ),
                                            config="indonesian",
                                            weight="B",
                                        ),
                                        django.contrib.postgres.search.SearchConfig("indonesian"),
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        models.Func(
                                            models.Func(
                                                models.F("kendala"),
                                                models.Value("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
                                                models.Value("                                "),
                                                function="translate",
                                            ),
                                            models.Value(
                                                "([[:alpha:]])(?=[0-9])|([0-9])(?=[[:alpha:]])"
                                            ),
                                            models.Value("\\1\\2 "),
                                            models.Value("g"),
                                            function="regexp_replace",
                                            output_field=models.TextField(),
                                        ),
                                        config="indonesian",
                                        weight="B",
                                    ),
                                    django.contrib.postgres.search.SearchConfig("indonesian"),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    models.Func(
                                        models.Func(
                                            models.F("rencana_tindak_lanjut"),
                                            models.Value("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
                                            models.Value("                                "),
                                            function="translate",
                                        ),
                                        models.Value(
                                            "([[:alpha:]])(?=[0-9])|([0-9])(?=[[:alpha:]])"
                                        ),
                                        models.Value("\\1\\2 "),
                                        models.Value("g"),
                                        function="regexp_replace",
                                        output_field=models.TextField(),
                                    ),
                                    config="indonesian",
                                    weight="C",
                                ),
                                django.contrib.postgres.search.SearchConfig("indonesian"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                models.Func(
                                    models.Func(
                                        models.F("alasan_tanpa_kemajuan"),
                                        models.Value("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
                                        models.Value("                                "),
                                        function="translate",
                                    ),
                                    models.Value("([[:alpha:]])(?=[0-9])|([0-9])(?=[[:alpha:]])"),
                                    models.Value("\\1\\2 "),
                                    models.Value("g"),
                                    function="regexp_replace",
                                    output_field=models.TextField(),
                                ),
                                config="indonesian",
                                weight="C",
                            ),
                            django.contrib.postgres.search.SearchConfig("indonesian"),
                        ),
                        "||",
                        django.contrib.postgres.search.SearchVector(
                            models.Func(
                                models.Func(
                                    models.F("alasan_turun"),
                                    models.Value("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
                                    models.Value("                                "),
                                    function="translate",
                                ),
                                models.Value("([[:alpha:]])(?=[0-9])|([0-9])(?=[[:alpha:]])"),
                                models.Value("\\1\\2 "),
                                models.Value("g"),
                                function="regexp_replace",
                                output_field=models.TextField(),
                            ),
                            config="indonesian",
                            weight="C",
                        ),
                        django.contrib.postgres.search.SearchConfig("indonesian"),
                    ),
                    "||",
                    django.contrib.postgres.search.SearchVector(
                        models.Func(
                            models.Func(
                                models.F("alasan_perbaikan"),
                                models.Value("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
                                models.Value("                                "),
                                function="translate",
                            ),
                            models.Value("([[:alpha:]])(?=[0-9])|([0-9])(?=[[:alpha:]])"),
                            models.Value("\\1\\2 "),
                            models.Value("g"),
                            function="regexp_replace",
                            output_field=models.TextField(),
                        ),
                        config="indonesian",
                        weight="C",
                    ),
                    django.contrib.postgres.search.SearchConfig("indonesian"),
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="laporankemajuan",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["vektor"], name="laporan_vektor"
            ),
        ),
    ]
