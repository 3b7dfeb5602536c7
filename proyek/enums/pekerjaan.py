"""Kinds of work, of the people in it and of its papers."""

from django.db import models


class Jenis(models.TextChoices):
    FISIK = "fisik", "Pembangunan fisik"
    NONFISIK = "nonfisik", "Kegiatan bukan fisik"


class Pola(models.TextChoices):
    """The body that does the work (Peraturan LKPP 12/2019)."""

    SWAKELOLA = "swakelola", "Dikerjakan sendiri oleh kampung"
    PENYEDIA = "penyedia", "Dikerjakan penyedia"
    KERJA_SAMA = "kerja_sama", "Kerja sama antarkampung"


class FrekuensiLaporan(models.TextChoices):
    """How often the work is reported. TAHAPAN is what the LPJ wants: photos before, halfway and at
    the end."""

    TAHAPAN = "tahapan", "Pada 0%, 50%, dan 100%"
    BULANAN = "bulanan", "Setiap bulan"
    DUA_MINGGUAN = "dua_mingguan", "Setiap dua minggu"
    MINGGUAN = "mingguan", "Setiap minggu"
    SEKALI = "sekali", "Sekali, setelah selesai"


def frekuensi_baku(jenis: str) -> FrekuensiLaporan:
    """Return how often a new project of this kind is reported, unless its office says otherwise."""
    fisik = jenis == Jenis.FISIK
    return FrekuensiLaporan.TAHAPAN if fisik else FrekuensiLaporan.BULANAN


class PeranTim(models.TextChoices):
    """The parts in a project: by Permendagri 20/2018 Ps 6 a Kasi or Kaur carries the budget of the
    activity, a team (TPK) helps, and a penyedia delivers by contract."""

    PKA = "pka", "Kasi atau Kaur pelaksana kegiatan anggaran"
    KETUA_TPK = "ketua_tpk", "Ketua TPK"
    SEKRETARIS_TPK = "sekretaris_tpk", "Sekretaris TPK"
    ANGGOTA_TPK = "anggota_tpk", "Anggota TPK"
    PENYEDIA = "penyedia", "Penyedia"


class JenisDokumen(models.TextChoices):
    """The kinds of paper of a project."""

    RAB = "rab", "Rencana anggaran biaya (RAB)"
    GAMBAR = "gambar", "Gambar rencana"
    KONTRAK = "kontrak", "Kontrak atau surat perjanjian"
    BERITA_ACARA = "berita_acara", "Berita acara"
    BAST = "bast", "Berita acara serah terima (BAST)"
    SPP = "spp", "Bukti pencairan (SPP)"
    LAIN = "lain", "Dokumen lain"
