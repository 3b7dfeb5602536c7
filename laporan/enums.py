"""Fixed choices of progress reports."""

from django.db import models


class Status(models.TextChoices):
    DRAF = "draf", "Draf"
    TERBIT = "terbit", "Terbit"


class TahapFoto(models.IntegerChoices):
    """Photos of works are taken from the same point at these stages."""

    AWAL = 0, "Sebelum dikerjakan (0%)"
    TENGAH = 50, "Sedang dikerjakan (50%)"
    AKHIR = 100, "Setelah selesai (100%)"


class Cuaca(models.TextChoices):
    CERAH = "cerah", "Cerah"
    BERAWAN = "berawan", "Berawan"
    HUJAN = "hujan", "Kadang hujan"
    HUJAN_TERUS = "hujan_terus", "Sering hujan, pekerjaan terganggu"
    BANJIR = "banjir", "Banjir"


class Sebagai(models.TextChoices):
    """In which office somebody published a report."""

    KAKAM = "kakam", "Kepala Kampung"
    SEKRETARIS = "sekretaris", "Sekretaris Kampung"
    DITUNJUK = "ditunjuk", "Ditunjuk Kepala Kampung"


class Macam(models.TextChoices):
    """The kinds of awaited reports. The first three ask for their photos."""

    AWAL = "awal", "Awal (0%)"
    TENGAH = "tengah", "Tengah (50%)"
    AKHIR = "akhir", "Akhir (100%)"
    BERKALA = "berkala", "Berkala"


class Gugur(models.TextChoices):
    """Reasons for which a report is awaited no more, though none came."""

    HENTI = "henti", "Pekerjaan dihentikan sementara"
    BATAL = "batal", "Proyek dibatalkan"
    BERUBAH = "berubah", "Waktu pengerjaan atau jadwal laporannya berubah"


class Pesan(models.TextChoices):
    """The kinds of messages to one person about a task in reports, in their words."""

    DIMINTA = "diminta", "Anda diminta menulis draf laporan proyek ini"
    DICABUT = "dicabut", "Anda tidak lagi menulis draf laporan proyek ini"
    MENUNGGU = "menunggu", "Draf laporan menunggu Anda terbitkan"
    KEMBALI = "kembali", "Draf laporan Anda dikembalikan dengan catatan"
    TERBIT = "terbit", "Laporan yang Anda tulis sudah terbit"
    DITUNJUK = "ditunjuk", "Kepala Kampung menunjuk Anda untuk menerbitkan laporan kemajuan"
    DILEPAS = "dilepas", "Anda tidak lagi ditunjuk untuk menerbitkan laporan kemajuan"
    ATAS_NAMA = "atas_nama", "Laporan diterbitkan atas nama Anda"


class SebabJeda(models.TextChoices):
    """Reasons for which the camat grants a kampung a pause."""

    BENCANA = "bencana", "Bencana"
    OPERATOR = "operator", "Tidak ada operator"
    TUTUP_BUKU = "tutup_buku", "Tutup buku"
    LAINNYA = "lainnya", "Lainnya"


class Penanggap(models.TextChoices):
    """The office whose turn it is to answer what residents and BPK Kampung say."""

    KAMPUNG = "kampung", "Aparat kampung"
    KECAMATAN = "kecamatan", "Kecamatan"


class Penilaian(models.TextChoices):
    """Judgements of a resident about a report, or about the work."""

    SESUAI = "sesuai", "Sesuai"
    TIDAK_SESUAI = "tidak_sesuai", "Tidak sesuai"
    PERTANYAAN = "pertanyaan", "Pertanyaan"


# The tone of the badge of a judgement (the badge always carries its word, too).
NADA_PENILAIAN: dict[str, str] = {
    Penilaian.SESUAI: "baik",
    Penilaian.TIDAK_SESUAI: "awas",
    Penilaian.PERTANYAAN: "info",
}


class DariCek(models.TextChoices):
    """The account behind a check. Proven ones alone speak for a kampung."""

    TERBUKTI = "terbukti", "Akun terverifikasi"
    AKUN = "akun", "Akun belum diverifikasi"
    TANPA_AKUN = "tanpa", "Tanpa akun"


class AlasanCek(models.TextChoices):
    """Reasons for which the kecamatan hides a check. Criticism of the government is none."""

    ORANG = "orang", "Menyebut nama, alamat, atau data pribadi seseorang"
    TUDUHAN = "tuduhan", "Menuduh seseorang melakukan kejahatan; sampaikan lewat kiriman rahasia"
    KASAR = "kasar", "Berisi ancaman, kata kasar, atau hinaan karena suku, agama, atau kelompok"
    IKLAN = "iklan", "Iklan, tautan jualan, atau tulisan yang diulang-ulang"
    LAIN = "lain", "Bukan tentang pekerjaan ini"


class SebabPeriksa(models.TextChoices):
    """The side that opened a look in the field: the portal after three checks, or the kecamatan."""

    CEK = "cek", "Tiga warga menilai tidak sesuai"
    KECAMATAN = "kecamatan", "Keputusan kecamatan"


class TahapLapangan(models.TextChoices):
    """The life of a look in the field."""

    DIBUKA = "dibuka", "Kecamatan sedang memeriksa"
    DISEPAKATI = "disepakati", "Kesepakatan menunggu ditepati"
    SELESAI = "selesai", "Selesai diperiksa"
    BATAL = "batal", "Tidak jadi diperiksa"
