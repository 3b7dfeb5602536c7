"""Every word that stands in a row finds it: signs part words before PostgreSQL reads them."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kabar", "0004_hal"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="kabar", name="kabar_vektor"),
        migrations.RemoveField(model_name="kabar", name="vektor"),
        migrations.AddField(
            model_name="kabar",
            name="vektor",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
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
            model_name="kabar",
            index=django.contrib.postgres.indexes.GinIndex(fields=["vektor"], name="kabar_vektor"),
        ),
    ]
