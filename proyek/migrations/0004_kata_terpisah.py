"""Every word that stands in a row finds it: signs part words before PostgreSQL reads them."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("proyek", "0003_kunci"),
    ]

    operations = [
        migrations.AddField(
            model_name="pendanaan",
            name="vektor",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector(
                    models.Func(
                        models.Func(
                            models.Case(
                                models.When(sumber="dd", then=models.Value("Dana Desa dd")),
                                models.When(
                                    sumber="add", then=models.Value("Alokasi Dana Desa add")
                                ),
                                models.When(
                                    sumber="pad", then=models.Value("Pendapatan asli kampung pad")
                                ),
                                models.When(
                                    sumber="pbh",
                                    then=models.Value("Bagi hasil pajak dan retribusi pbh"),
                                ),
                                models.When(
                                    sumber="bkp", then=models.Value("Bantuan keuangan provinsi bkp")
                                ),
                                models.When(
                                    sumber="bkk",
                                    then=models.Value("Bantuan keuangan kabupaten bkk"),
                                ),
                                models.When(
                                    sumber="swadaya", then=models.Value("Swadaya warga swadaya")
                                ),
                                models.When(sumber="hibah", then=models.Value("Hibah hibah")),
                                models.When(
                                    sumber="tjsl",
                                    then=models.Value("Tanggung jawab sosial perusahaan tjsl"),
                                ),
                                models.When(
                                    sumber="apbd_kab", then=models.Value("APBD kabupaten apbd_kab")
                                ),
                                models.When(
                                    sumber="apbd_prov", then=models.Value("APBD provinsi apbd_prov")
                                ),
                                models.When(sumber="apbn", then=models.Value("APBN apbn")),
                                models.When(
                                    sumber="silpa",
                                    then=models.Value("Sisa anggaran tahun lalu silpa"),
                                ),
                                models.When(sumber="lain", then=models.Value("Sumber lain lain")),
                                default=models.Value(""),
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
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.RemoveIndex(model_name="keputusan", name="keputusan_vektor"),
        migrations.RemoveField(model_name="keputusan", name="vektor"),
        migrations.AddField(
            model_name="keputusan",
            name="vektor",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.CombinedSearchVector(
                        django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.CombinedSearchVector(
                                        django.contrib.postgres.search.CombinedSearchVector(
                                            django.contrib.postgres.search.SearchVector(
                                                models.Func(
                                                    models.Func(
                                                        models.F("judul"),
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
                                            django.contrib.postgres.search.SearchConfig(
                                                "indonesian"
                                            ),
                                        ),
                                        "||",
                                        django.contrib.postgres.search.SearchVector(
                                            models.Func(
                                                models.Func(
                                                    models.F("nomor_surat"),
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
                                        django.contrib.postgres.search.SearchConfig("indonesian"),
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
                                            models.F("alasan"),
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
                                        models.F("ditetapkan_jabatan"),
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
                        "||",
                        django.contrib.postgres.search.SearchVector(
                            models.Func(
                                models.Func(
                                    models.F("ditetapkan_nama"),
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
            model_name="keputusan",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["vektor"], name="keputusan_vektor"
            ),
        ),
        migrations.RemoveIndex(model_name="proyek", name="proyek_vektor"),
        migrations.RemoveField(model_name="proyek", name="vektor"),
        migrations.AddField(
            model_name="proyek",
            name="vektor",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.CombinedSearchVector(
                        django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.CombinedSearchVector(
                                        django.contrib.postgres.search.CombinedSearchVector(
                                            django.contrib.postgres.search.SearchVector(
                                                models.Func(
                                                    models.Func(
                                                        models.F("judul"),
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
                                            django.contrib.postgres.search.SearchConfig(
                                                "indonesian"
                                            ),
                                        ),
                                        "||",
                                        django.contrib.postgres.search.SearchVector(
                                            models.Func(
                                                models.Func(
                                                    models.F("lokasi"),
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
                                                models.F("sasaran"),
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
                                            models.F("uraian"),
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
                                        models.F("tujuan"),
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
                                    models.F("pelaksana"),
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
            model_name="proyek",
            index=django.contrib.postgres.indexes.GinIndex(fields=["vektor"], name="proyek_vektor"),
        ),
        migrations.AddIndex(
            model_name="pendanaan",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["vektor"], name="pendanaan_vektor"
            ),
        ),
    ]
