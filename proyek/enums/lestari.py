"""Land, surroundings and upkeep of a work, and whether it still works."""

from django.db import models


class HalLingkungan(models.TextChoices):
    """The matters of the page "Lingkungan" of a kampung."""

    MATA_AIR = "mata_air", "Mata air"
    SAMPAH = "sampah", "Sampah"
    BENCANA = "bencana", "Rawan bencana"


class Dampak(models.TextChoices):
    """The weight of what a work does to its surroundings."""

    RENDAH = "rendah", "Rendah"
    SEDANG = "sedang", "Sedang"
    TINGGI = "tinggi", "Tinggi"


class Rawan(models.TextChoices):
    """The weather that may harm a work."""

    BANJIR = "banjir", "Banjir"
    KEKERINGAN = "kekeringan", "Kekeringan"
    LONGSOR = "longsor", "Longsor"


class StatusLahan(models.TextChoices):
    """The right by which a work stands where it stands."""

    TANAH_KAS = "tanah_kas", "Tanah kas kampung"
    HIBAH = "hibah", "Dihibahkan kepada kampung"
    PINJAM_PAKAI = "pinjam_pakai", "Pinjam pakai"
    MILIK_WARGA = "milik_warga", "Milik warga, dengan izin"
    MILIK_NEGARA = "milik_negara", "Tanah negara atau kabupaten"
    TANPA_LAHAN = "tanpa_lahan", "Tidak memerlukan lahan"
    BELUM_JELAS = "belum_jelas", "Belum jelas"


class Akses(models.TextChoices):
    """The parts of a work that let people with a disability use it."""

    RAMP = "ramp", "Jalur landai (ramp)"
    PINTU = "pintu", "Pintu lebar untuk kursi roda"
    PEGANGAN = "pegangan", "Pegangan tangan"
    TOILET = "toilet", "Toilet untuk kursi roda"
    PENANDA = "penanda", "Penanda bagi tunanetra"


class Fungsi(models.TextChoices):
    """Whether something that was handed over still works."""

    BERFUNGSI = "berfungsi", "Berfungsi"
    SEBAGIAN = "sebagian", "Berfungsi sebagian"
    TIDAK = "tidak", "Tidak berfungsi"


class Penjawab(models.TextChoices):
    """For whom an answer counts. LAIN has no account, or one whose contact is not verified."""

    KANTOR = "kantor", "Pemerintah kampung"
    WARGA = "warga", "Warga dengan akun"
    LAIN = "lain", "Tanpa akun atau belum diverifikasi"
