"""Every word that stands in a row finds it: signs part words before PostgreSQL reads them."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

from core.cari.kolom_beku import kata_terpisah

_SUMBER = {
    "dd": "Dana Desa dd",
    "add": "Alokasi Dana Desa add",
    "pad": "Pendapatan asli kampung pad",
    "pbh": "Bagi hasil pajak dan retribusi pbh",
    "bkp": "Bantuan keuangan provinsi bkp",
    "bkk": "Bantuan keuangan kabupaten bkk",
    "swadaya": "Swadaya warga swadaya",
    "hibah": "Hibah hibah",
    "tjsl": "Tanggung jawab sosial perusahaan tjsl",
    "apbd_kab": "APBD kabupaten apbd_kab",
    "apbd_prov": "APBD provinsi apbd_prov",
    "apbn": "APBN apbn",
    "silpa": "Sisa anggaran tahun lalu silpa",
    "lain": "Sumber lain lain",
}
_KATA_SUMBER = models.Case(
    *(models.When(sumber=kode, then=models.Value(kata)) for kode, kata in _SUMBER.items()),
    default=models.Value(""),
)


class Migration(migrations.Migration):
    dependencies = [
        ("proyek", "0003_kunci"),
    ]

    operations = [
        migrations.AddField("pendanaan", "vektor", kata_terpisah((_KATA_SUMBER, "D"))),
        migrations.RemoveIndex("keputusan", "keputusan_vektor"),
        migrations.RemoveField("keputusan", "vektor"),
        migrations.AddField(
            "keputusan",
            "vektor",
            kata_terpisah(
                ("judul", "A"),
                ("nomor", "A"),
                ("nomor_surat", "A"),
                ("isi", "B"),
                ("alasan", "C"),
                ("ditetapkan_jabatan", "D"),
                ("ditetapkan_nama", "D"),
                kampung="kampung",
            ),
        ),
        migrations.AddIndex("keputusan", GinIndex(fields=["vektor"], name="keputusan_vektor")),
        migrations.RemoveIndex("proyek", "proyek_vektor"),
        migrations.RemoveField("proyek", "vektor"),
        migrations.AddField(
            "proyek",
            "vektor",
            kata_terpisah(
                ("judul", "A"),
                ("nomor", "A"),
                ("lokasi", "B"),
                ("sasaran", "B"),
                ("uraian", "C"),
                ("tujuan", "C"),
                ("pelaksana", "C"),
                kampung="kampung",
            ),
        ),
        migrations.AddIndex("proyek", GinIndex(fields=["vektor"], name="proyek_vektor")),
        migrations.AddIndex("pendanaan", GinIndex(fields=["vektor"], name="pendanaan_vektor")),
    ]
