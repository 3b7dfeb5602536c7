"""All kegiatan of Permendagri 20/2018, with official names and the words people look by.

Building a PAUD is 2.1.06; the portal said 2.1.07, which is the library. A project points to a row,
so that row keeps its meaning and gets the right code.
"""

import json
from pathlib import Path

import django.db.models.deletion
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

from core.cari.kolom_beku import kata_terpisah

DATA = Path(__file__).resolve().parent.parent / "data"
PAUD, PERPUSTAKAAN = "2.1.06", "2.1.07"
KATA_PAUD = ("paud", "tk", "tpa", "tpq", "ape", "madrasah", "bermain")


def muat(apps, schema_editor):
    """Add what is missing and mend names that nobody edited; edited names stay."""
    semua = apps.get_model("proyek", "Kegiatan").objects
    sub = dict(apps.get_model("proyek", "SubBidang").objects.values_list("kode", "pk"))
    lama = dict(_baca("kegiatan.json"))
    _pindah_paud(apps, lama[PERPUSTAKAAN])
    lama[PAUD] = lama.pop(PERPUSTAKAAN)
    for kode, nama, resmi, kata_lain, hal in _baca("kegiatan_20_2018.json"):
        isi = {"nama_resmi": resmi, "kata_lain": kata_lain, "hal_lingkungan": hal}
        induk = sub.get(kode.rpartition(".")[0])
        if induk is None:  # the sub-bidang was given another code by hand
            continue
        baris, baru = semua.get_or_create(
            kode=kode, defaults={"nama": nama, "sub_bidang_id": induk, **isi}
        )
        if not baru:
            if baris.nama == lama.get(kode):
                isi["nama"] = nama
            semua.filter(pk=baris.pk).update(**isi)


def _baca(nama):
    return (tuple(b) for b in json.loads((DATA / nama).read_text(encoding="utf-8"))["kegiatan"])


def _pindah_paud(apps, nama_kita):
    """Give the row of the PAUD its right code. Where that code is taken already, its projects move
    to the row that has it."""
    semua = apps.get_model("proyek", "Kegiatan").objects
    salah, benar = (semua.filter(kode=kode).first() for kode in (PERPUSTAKAAN, PAUD))
    if salah is None or not _tentang_paud(salah.nama):
        return
    if benar is None:
        semua.filter(pk=salah.pk).update(kode=PAUD)
        return
    apps.get_model("proyek", "Proyek").objects.filter(kegiatan=salah).update(kegiatan=benar)
    salah.delete()


def _tentang_paud(nama):
    """Return whether a name, perhaps an edited one, speaks of a PAUD and of no library."""
    kata = nama.lower().replace("/", " ").replace(",", " ").split()
    baca = any("pustaka" in satu or "baca" in satu for satu in kata)
    return not baca and any(satu in KATA_PAUD for satu in kata)


class Migration(migrations.Migration):
    dependencies = [("proyek", "0005_kegiatan_vektor")]

    operations = [
        migrations.AddField(
            "kegiatan",
            "nama_resmi",
            models.CharField(blank=True, default="", max_length=300, verbose_name="nama resmi"),
            preserve_default=False,
        ),
        migrations.AddField(
            "kegiatan",
            "kata_lain",
            models.CharField(
                blank=True,
                default="",
                help_text="Kata yang dipakai orang untuk mencarinya, dipisah koma. Contoh: lampu "
                "jalan, PJU.",
                max_length=300,
                verbose_name="kata lain",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "kegiatan",
            "dasar",
            models.CharField(
                blank=True,
                default="",
                help_text="Untuk kode 90 sampai 99: peraturan atau surat kabupaten yang memuatnya. "
                "Selama kosong, kode itu ditandai belum dipastikan.",
                max_length=200,
                verbose_name="dasar kode tambahan",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "kegiatan",
            "hal_lingkungan",
            models.CharField(
                blank=True,
                choices=[
                    ("mata_air", "Mata air"),
                    ("sampah", "Sampah"),
                    ("bencana", "Rawan bencana"),
                ],
                default="",
                max_length=10,
                verbose_name="tampil di halaman Lingkungan",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            "kegiatan",
            "kode",
            models.CharField(
                help_text="Contoh: 2.3.90.", max_length=8, unique=True, verbose_name="kode"
            ),
        ),
        migrations.AlterField(
            "kegiatan",
            "nama",
            models.CharField(
                help_text="Seperti warga menyebutnya.", max_length=120, verbose_name="nama"
            ),
        ),
        migrations.AlterField(
            "kegiatan",
            "sub_bidang",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="kegiatan",
                to="proyek.subbidang",
                verbose_name="sub-bidang",
            ),
        ),
        migrations.AddField(
            "kegiatan",
            "vektor_pilih",
            kata_terpisah(("nama", "A"), ("kata_lain", "B"), ("kode", "C"), ("nama_resmi", "D")),
        ),
        migrations.AddIndex(
            "kegiatan", GinIndex(fields=["vektor_pilih"], name="kegiatan_vektor_pilih")
        ),
        migrations.RunPython(muat, migrations.RunPython.noop),
    ]
