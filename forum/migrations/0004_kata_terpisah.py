"""Every word that stands in a row finds it: signs part words before PostgreSQL reads them."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0003_ruang"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="balasan",
            name="vektor",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector(
                    models.Func(
                        models.Func(
                            models.F("isi"),
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
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.RemoveIndex(model_name="topik", name="topik_vektor"),
        migrations.RemoveField(model_name="topik", name="vektor"),
        migrations.AddField(
            model_name="topik",
            name="vektor",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
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
                                models.F("isi"),
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
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="topik",
            index=django.contrib.postgres.indexes.GinIndex(fields=["vektor"], name="topik_vektor"),
        ),
        migrations.AddIndex(
            model_name="balasan",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["vektor"], name="balasan_vektor"
            ),
        ),
    ]
