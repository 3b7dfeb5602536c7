"""When a sender was asked, and ready sentences to start an answer from."""

from typing import Any

from django.db import migrations, models

TEMPLAT = [
    (
        "tanggapi",
        "Akan dikerjakan",
        (
            "Terima kasih sudah menyampaikan hal ini. Kami sudah memeriksanya.\n\n"
            "Yang akan dikerjakan: …\nYang mengerjakan: …\nPaling lambat: …\n\n"
            "Kalau sampai tanggal itu belum dikerjakan, silakan balas di halaman kiriman Anda."
        ),
    ),
    (
        "tanggapi",
        "Sudah dikerjakan",
        (
            "Terima kasih atas laporan Anda. Pekerjaannya sudah selesai pada tanggal …: …\n\n"
            "Silakan lihat di lapangan. Kalau sudah beres, tekan “Sudah beres”. Kalau belum, tekan "
            "“Belum beres” dan ceritakan apa yang kurang."
        ),
    ),
    (
        "tanggapi",
        "Belum dapat tahun ini",
        (
            "Terima kasih atas usul Anda. Tahun ini belum dapat kami kerjakan karena …\n\n"
            "Usul Anda tidak hilang. Usul ini akan dibahas dalam musyawarah … pada bulan …, dan Anda "
            "boleh ikut hadir."
        ),
    ),
    (
        "tanggapi",
        "Jawaban atas pertanyaan",
        (
            "Terima kasih atas pertanyaan Anda. Jawabannya: …\n\nDasarnya: …\n\n"
            "Kalau masih kurang jelas, silakan balas di halaman kiriman Anda, atau datang ke kantor "
            "pada jam pelayanan."
        ),
    ),
    (
        "tanggapi",
        "Dibahas dalam musyawarah",
        (
            "Terima kasih atas usul Anda. Usul ini akan dibahas dalam musyawarah … pada tanggal … di "
            "…. Sesudah itu kami menulis di sini apa yang diputuskan dan apa alasannya."
        ),
    ),
    (
        "tanggapi",
        "Terima kasih atas apresiasi",
        (
            "Terima kasih. Pesan Anda sudah kami sampaikan kepada yang mengerjakan, yaitu …. Kalau "
            "ada yang masih perlu diperbaiki, kami senang mendengarnya."
        ),
    ),
    (
        "tolak",
        "Isinya belum cukup jelas",
        (
            "Kami belum dapat menindaklanjuti kiriman ini karena isinya belum menyebut …. Silakan "
            "kirim lagi dengan keterangan itu; satu dua kalimat sudah cukup."
        ),
    ),
    (
        "tolak",
        "Sudah pernah dijawab",
        (
            "Hal yang sama sudah dijawab pada kiriman nomor …. Silakan baca jawabannya di sana. Kalau "
            "keadaannya sudah berubah, silakan kirim lagi dan ceritakan apa yang berubah."
        ),
    ),
    (
        "tolak",
        "Urusan pribadi antarwarga",
        (
            "Kiriman ini tentang urusan antarwarga yang tidak dapat diputuskan pemerintah. Anda dapat "
            "meminta bantuan RT atau kepala dusun untuk mempertemukan kedua pihak."
        ),
    ),
    (
        "bukan-wewenang",
        "Wewenang dinas kabupaten",
        (
            "Hal ini diurus oleh Dinas … Kabupaten Lampung Tengah, bukan oleh kampung atau kecamatan. "
            "Anda dapat menyampaikannya langsung ke sana atau lewat SP4N-LAPOR! di lapor.go.id."
        ),
    ),
    (
        "bukan-wewenang",
        "Urusan polisi atau pengadilan",
        (
            "Hal ini perlu ditangani kepolisian atau pengadilan, sehingga tidak dapat kami putuskan. "
            "Silakan melapor ke kantor polisi terdekat, atau hubungi 110."
        ),
    ),
    (
        "bukan-wewenang",
        "Layanan PLN atau BUMN",
        (
            "Hal ini diurus oleh …, bukan oleh pemerintah kampung atau kecamatan. Silakan hubungi "
            "layanan pelanggannya di nomor …, dan simpan nomor laporan yang Anda dapat."
        ),
    ),
    (
        "teruskan",
        "Mohon ditinjau di lapangan",
        "Mohon ditinjau di lapangan, lalu dijawab kepada pengirim paling lambat tanggal ….",
    ),
]


def isi(apps: Any, schema_editor: Any) -> None:
    templat = apps.get_model("aspirasi", "TemplatJawaban")
    templat.objects.bulk_create(
        templat(aksi=aksi, judul=judul, isi=kalimat, urutan=urutan)
        for urutan, (aksi, judul, kalimat) in enumerate(TEMPLAT, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0005_privasi")]

    operations = [
        migrations.AddField(
            model_name="aspirasi",
            name="ditanya_pada",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="ditanya"
            ),
        ),
        migrations.AddIndex(
            model_name="aspirasi",
            index=models.Index(
                condition=models.Q(("ditanya_pada__isnull", True), ("status", "selesai")),
                fields=["ditutup_pada"],
                name="aspirasi_belum_ditanya",
            ),
        ),
        migrations.RunPython(isi, migrations.RunPython.noop),
    ]
