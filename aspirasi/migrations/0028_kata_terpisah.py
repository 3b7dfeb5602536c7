"""Every word that stands in a row finds it: signs part words before PostgreSQL reads them."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("aspirasi", "0027_giliran"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="tindaklanjut",
            name="vektor",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.SearchVector(
                        models.Func(
                            models.Func(
                                models.Case(
                                    models.When(jenis="tanggapan", then=models.F("isi")),
                                    default=models.Value(""),
                                    output_field=models.TextField(),
                                ),
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
                        weight="B",
                    ),
                    "||",
                    django.contrib.postgres.search.SearchVector(
                        models.Func(
                            models.Func(
                                models.Case(
                                    models.When(jenis="tanggapan", then=models.F("atas_nama")),
                                    default=models.Value(""),
                                    output_field=models.TextField(),
                                ),
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
                        weight="D",
                    ),
                    django.contrib.postgres.search.SearchConfig("indonesian"),
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.RemoveIndex(model_name="aspirasi", name="aspirasi_vektor"),
        migrations.RemoveField(model_name="aspirasi", name="vektor"),
        migrations.AddField(
            model_name="aspirasi",
            name="vektor",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.CombinedSearchVector(
                        django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.SearchVector(
                                models.Func(
                                    models.Func(
                                        models.F("judul"),
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
                                weight="A",
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                models.Func(
                                    models.Func(
                                        models.F("nomor"),
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
                                weight="A",
                            ),
                            django.contrib.postgres.search.SearchConfig("indonesian"),
                        ),
                        "||",
                        django.contrib.postgres.search.SearchVector(
                            models.Func(
                                models.Func(
                                    models.F("isi_publik"),
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
                            weight="B",
                        ),
                        django.contrib.postgres.search.SearchConfig("indonesian"),
                    ),
                    "||",
                    django.contrib.postgres.search.SearchVector(
                        models.Func(
                            models.F("kampung"),
                            output_field=models.TextField(),
                            template="('kampung kampung' || (%(expressions)s)::text)",
                        ),
                        config="indonesian",
                        weight="D",
                    ),
                    django.contrib.postgres.search.SearchConfig("indonesian"),
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="aspirasi",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["vektor"], name="aspirasi_vektor"
            ),
        ),
        migrations.AddIndex(
            model_name="tindaklanjut",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("jenis", "tanggapan")), fields=["vektor"], name="jawaban_vektor"
            ),
        ),
    ]
