"""Fixed choices of the musrenbang of the kecamatan (UU 25/2004; Permendagri 86/2017)."""

from django.db import models


class Status(models.TextChoices):
    """The steps of one musrenbang. Each begins by an act of the kecamatan."""

    USUL = "usul", "Kampung menulis usulan"
    NILAI = "nilai", "Tim menilai"
    RAPAT = "rapat", "Rapat"
    SELESAI = "selesai", "Berita acara ditandatangani"


# Step → the step before it. Each is taken back the same way, with a reason.
SEBELUM: dict[str, str] = {
    Status.NILAI: Status.USUL,
    Status.RAPAT: Status.NILAI,
    Status.SELESAI: Status.RAPAT,
}


class Kelompok(models.TextChoices):
    """The groups in which a musrenbang talks; rows are ranked inside one group only."""

    FISIK = "fisik", "Infrastruktur dan kewilayahan"
    EKONOMI = "ekonomi", "Perekonomian dan sumber daya alam"
    SOSIAL = "sosial", "Pemerintahan dan pembangunan manusia"


class Lahan(models.TextChoices):
    """Whose the land is on which a proposal would stand."""

    KAMPUNG = "kampung", "Aset kampung"
    PEMERINTAH = "pemerintah", "Milik pemerintah"
    HIBAH = "hibah", "Dihibahkan warga, ada surat"
    WARGA = "warga", "Masih milik warga"
    TAK_PERLU = "tak_perlu", "Tidak memakai lahan"


class Wewenang(models.TextChoices):
    """The level of government that may do it (UU 23/2014, annex)."""

    KABUPATEN = "kabupaten", "Kabupaten"
    PROVINSI = "provinsi", "Provinsi"
    PUSAT = "pusat", "Pusat"
    KAMPUNG = "kampung", "Kampung sendiri"


class Cara(models.TextChoices):
    """The way in which a meeting agreed on a change."""

    MUFAKAT = "mufakat", "Mufakat"
    SUARA = "suara", "Dengan hitungan suara"


class Hasil(models.TextChoices):
    """The fate of a proposal at the kabupaten."""

    DITERIMA = "diterima", "Diterima"
    DITUNDA = "ditunda", "Ditunda"
    DITOLAK = "ditolak", "Ditolak"


ANGKA_TERENDAH, ANGKA_TERTINGGI = 1, 5  # one criterion of one row, by one member of the team
KUOTA_TERBESAR = 20  # priorities of one kampung


class IsiKolom(models.TextChoices):
    """The contents of a column of the sheet for SIPD."""

    NOMOR = "nomor", "Nomor urut"
    PERANGKAT = "perangkat", "Perangkat daerah"
    KELOMPOK = "kelompok", "Kelompok"
    KAMUS = "kamus", "Kamus usulan"
    JUDUL = "judul", "Yang diusulkan"
    MASALAH = "masalah", "Masalah"
    PENGUSUL = "pengusul", "Pengusul"
    LOKASI = "lokasi", "Lokasi"
    TITIK = "titik", "Koordinat"
    VOLUME = "volume", "Volume"
    SATUAN = "satuan", "Satuan"
    BIAYA = "biaya", "Perkiraan biaya"
    LAHAN = "lahan", "Status lahan"
    SIPD = "sipd", "Nomor SIPD"


# The columns of a new portal; the kecamatan changes them in the admin.
KOLOM_AWAL: tuple[tuple[str, str], ...] = (
    ("No.", IsiKolom.NOMOR),
    ("Perangkat daerah", IsiKolom.PERANGKAT),
    ("Kamus usulan", IsiKolom.KAMUS),
    ("Usulan", IsiKolom.JUDUL),
    ("Permasalahan", IsiKolom.MASALAH),
    ("Pengusul", IsiKolom.PENGUSUL),
    ("Lokasi", IsiKolom.LOKASI),
    ("Koordinat", IsiKolom.TITIK),
    ("Volume", IsiKolom.VOLUME),
    ("Satuan", IsiKolom.SATUAN),
    ("Perkiraan biaya (Rp)", IsiKolom.BIAYA),
    ("Status lahan", IsiKolom.LAHAN),
    ("Nomor SIPD", IsiKolom.SIPD),
)
