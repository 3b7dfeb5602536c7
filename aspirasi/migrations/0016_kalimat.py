"""Ready sentences for asking, giving word, delaying and waiting for others."""

from typing import Any

from django.db import migrations

TEMPLAT = [
    (
        "minta-keterangan",
        "Di mana tempatnya",
        (
            "Terima kasih atas kiriman Anda. Supaya dapat kami periksa, mohon sebutkan tempatnya: di "
            "dusun dan RT mana, dan di dekat apa?"
        ),
    ),
    (
        "minta-keterangan",
        "Sejak kapan dan seberapa sering",
        (
            "Terima kasih atas kiriman Anda. Mohon ceritakan sejak kapan hal ini terjadi dan seberapa "
            "sering. Kalau ada foto, Anda boleh menambahkannya di halaman kiriman ini."
        ),
    ),
    (
        "kabari",
        "Sedang diperiksa di lapangan",
        (
            "Kiriman ini sedang kami periksa di lapangan. Yang memeriksa: …. Hasilnya kami tulis di "
            "sini paling lambat tanggal …."
        ),
    ),
    (
        "kabari",
        "Dibahas dalam musyawarah",
        (
            "Usul ini akan dibahas dalam musyawarah … pada tanggal … di …. Anda boleh ikut hadir. "
            "Sesudah itu kami menulis di sini apa yang diputuskan dan apa alasannya."
        ),
    ),
    (
        "tunda",
        "Menunggu bahan atau alat",
        (
            "Pekerjaannya belum dapat selesai tepat waktu karena masih menunggu …. Menurut perkiraan "
            "kami, bahan atau alat itu datang pada tanggal …."
        ),
    ),
    (
        "tunda",
        "Menunggu uangnya cair",
        (
            "Uang untuk pekerjaan ini berasal dari … dan belum cair. Menurut perkiraan kami, uangnya "
            "cair pada bulan …, dan sesudah itu pekerjaannya dimulai."
        ),
    ),
    (
        "tunggu-instansi",
        "Wewenang instansi lain",
        (
            "Hal ini wewenang …, karena …. Kecamatan sudah bersurat ke sana dan menanyakannya lagi "
            "sampai ada jawaban. Setiap kabarnya kami tulis di sini."
        ),
    ),
]


def isi(apps: Any, schema_editor: Any) -> None:
    templat = apps.get_model("aspirasi", "TemplatJawaban")
    templat.objects.bulk_create(
        templat(aksi=aksi, judul=judul, isi=kalimat, urutan=urutan)
        for urutan, (aksi, judul, kalimat) in enumerate(TEMPLAT, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0015_invarian")]

    operations = [migrations.RunPython(isi, migrations.RunPython.noop)]
