"""Sources of money, and what the ledger says of them."""

from django.db import models


class SumberDana(models.TextChoices):
    """The sources of money. One project may have many."""

    DD = "dd", "Dana Desa"
    ADD = "add", "Alokasi Dana Desa"
    PAD = "pad", "Pendapatan asli kampung"
    PBH = "pbh", "Bagi hasil pajak dan retribusi"
    BKP = "bkp", "Bantuan keuangan provinsi"
    BKK = "bkk", "Bantuan keuangan kabupaten"
    SWADAYA = "swadaya", "Swadaya warga"
    HIBAH = "hibah", "Hibah"
    TJSL = "tjsl", "Tanggung jawab sosial perusahaan"
    APBD_KAB = "apbd_kab", "APBD kabupaten"
    APBD_PROV = "apbd_prov", "APBD provinsi"
    APBN = "apbn", "APBN"
    SILPA = "silpa", "Sisa anggaran tahun lalu"
    LAIN = "lain", "Sumber lain"


# These sources give goods and work, or money that never lay in a public till.
TANPA_KAS = frozenset({SumberDana.SWADAYA, SumberDana.HIBAH, SumberDana.TJSL})


class Pos(models.TextChoices):
    """The three sums of a source. Each row of the ledger moves one of them."""

    ANGGARAN = "anggaran", "Anggaran"
    DICAIRKAN = "dicairkan", "Sudah dicairkan"
    DIBELANJAKAN = "dibelanjakan", "Sudah dibelanjakan"


class DasarGerak(models.TextChoices):
    """The ground of a row of the ledger."""

    AWAL = "awal", "Anggaran awal"
    KEPUTUSAN = "keputusan", "Keputusan"
    PERUBAHAN = "perubahan", "Perubahan anggaran"
    KOREKSI_LPJ = "koreksi_lpj", "Koreksi setelah LPJ"
    SPP = "spp", "Surat Permintaan Pembayaran"
    PENGEMBALIAN = "pengembalian", "Dikembalikan ke kas"
    LAPORAN = "laporan", "Laporan kemajuan"
    SISKEUDES = "siskeudes", "Siskeudes"
    PEMBETULAN = "pembetulan", "Pembetulan"
    PEMBATALAN = "pembatalan", "Pembatalan"


# These grounds say why, in words of their own.
DASAR_BERALASAN = (DasarGerak.PEMBETULAN, DasarGerak.PEMBATALAN)


class JenisBelanja(models.TextChoices):
    """The kinds of things that money of a work goes into."""

    BAHAN = "bahan", "Bahan"
    UPAH = "upah", "Upah"
    ALAT = "alat", "Alat"
    LAIN = "lain", "Lain-lain"
