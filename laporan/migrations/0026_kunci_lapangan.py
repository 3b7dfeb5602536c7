"""Locks of results, answers and letters: what was recorded in public stays as it was recorded."""

from django.db import migrations

from core.jejak.sql import append_only, boleh_dihitamkan

# Table → message, columns that may change, columns that may become black.
KUNCI = {
    "laporan_hasillapangan": (
        "Hasil pemeriksaan lapangan tidak boleh diubah atau dihapus. Perbaiki dengan alasan.",
        (),
        ("hadir", "terlihat", "disepakati", "alasan"),
    ),
    "laporan_jawabansepakat": (
        "Jawaban ini tidak boleh diubah atau dihapus. Jawab lagi.",
        (),
        ("kata",),
    ),
    "laporan_suratinspektorat": (
        "Catatan surat tidak boleh diubah atau dihapus. Cabut dengan alasan.",
        ("dicabut_pada",),
        (),
    ),
}


def _kunci(tabel: str) -> list[migrations.RunSQL]:
    pesan, berubah, hitam = KUNCI[tabel]
    sisa = "'{" + ",".join(berubah) + "}'::text[]"
    sama = f"to_jsonb(NEW) - {sisa} = to_jsonb(OLD) - {sisa}"
    kunci = append_only(tabel, pesan=pesan, kecuali=sama, kolom=("id", *berubah, *hitam))
    if hitam:
        kunci += boleh_dihitamkan(tabel, terkunci=f"NOT ({sama})", pesan=pesan, kolom=hitam)
    return kunci


class Migration(migrations.Migration):
    dependencies = [("laporan", "0025_lapangan"), ("core", "0011_penarikan")]

    operations = [satu for tabel in KUNCI for satu in _kunci(tabel)]
