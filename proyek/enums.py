"""Fixed choices of projects and decisions, and the table of stages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models


class Jenis(models.TextChoices):
    FISIK = "fisik", "Pembangunan fisik"
    NONFISIK = "nonfisik", "Kegiatan bukan fisik"


class Pola(models.TextChoices):
    """The body that does the work (Peraturan LKPP 12/2019)."""

    SWAKELOLA = "swakelola", "Dikerjakan sendiri oleh kampung"
    PENYEDIA = "penyedia", "Dikerjakan penyedia"
    KERJA_SAMA = "kerja_sama", "Kerja sama antarkampung"


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
    PEMBETULAN = "pembetulan", "Pembetulan"
    PEMBATALAN = "pembatalan", "Pembatalan"


# These grounds say why, in words of their own.
DASAR_BERALASAN = (DasarGerak.PEMBETULAN, DasarGerak.PEMBATALAN)


class Tahap(models.TextChoices):
    """The stages of a project, from idea to handover."""

    USULAN = "usulan", "Usulan"
    DITELAAH = "ditelaah", "Sedang ditelaah"
    DIBAHAS = "dibahas", "Dibahas dalam musyawarah"
    MASUK_RKP = "masuk_rkp", "Masuk rencana kerja kampung"
    MASUK_DU_RKP = "masuk_du_rkp", "Diusulkan ke kabupaten"
    TIDAK_DIPRIORITASKAN = "tidak_diprioritaskan", "Belum diprioritaskan"
    DIANGGARKAN = "dianggarkan", "Sudah dianggarkan"
    BERJALAN = "berjalan", "Sedang dikerjakan"
    DIHENTIKAN_SEMENTARA = "dihentikan_sementara", "Dihentikan sementara"
    SELESAI = "selesai", "Selesai dikerjakan"
    SERAH_TERIMA = "serah_terima", "Sudah diserahterimakan"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


# The tone of the badge of a stage (the badge always carries its word, too).
NADA_TAHAP: dict[str, str] = {
    Tahap.BERJALAN: "info",
    Tahap.DIHENTIKAN_SEMENTARA: "awas",
    Tahap.SELESAI: "baik",
    Tahap.SERAH_TERIMA: "baik",
}

# The road of a project as people see it: the word of a step, and the stages that it covers.
LANGKAH: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Usulan", (Tahap.USULAN,)),
    ("Dibahas", (Tahap.DITELAAH, Tahap.DIBAHAS, Tahap.TIDAK_DIPRIORITASKAN)),
    ("Direncanakan", (Tahap.MASUK_RKP, Tahap.MASUK_DU_RKP)),
    ("Dianggarkan", (Tahap.DIANGGARKAN,)),
    ("Dikerjakan", (Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA)),
    ("Selesai", (Tahap.SELESAI,)),
    ("Serah terima", (Tahap.SERAH_TERIMA,)),
)


@dataclass(frozen=True)
class Pintu:
    """The door to a stage: a Keputusan, or an act of the pelaksana."""

    dari: frozenset[str]
    lewat_keputusan: bool
    alasan_wajib: bool = False


_T = Tahap
_SEBELUM_SELESAI = frozenset(
    t for t in Tahap.values if t not in {_T.SELESAI, _T.SERAH_TERIMA, _T.DIBATALKAN}
)

# Stage → door. Up to dianggarkan, for dibatalkan and for returning the door is a Keputusan. All
# other doors are acts of the pelaksana with date, reason and paper. A door belongs to a stage and
# not to an act, so it is no row of `proyek.laku`.
PINTU_TAHAP: dict[str, Pintu] = {
    _T.DITELAAH: Pintu(frozenset({_T.USULAN}), lewat_keputusan=True),
    _T.DIBAHAS: Pintu(frozenset({_T.DITELAAH}), lewat_keputusan=True),
    _T.MASUK_RKP: Pintu(frozenset({_T.DIBAHAS}), lewat_keputusan=True),
    _T.MASUK_DU_RKP: Pintu(frozenset({_T.DIBAHAS}), lewat_keputusan=True),
    _T.TIDAK_DIPRIORITASKAN: Pintu(
        frozenset({_T.DIBAHAS, _T.MASUK_DU_RKP}), lewat_keputusan=True, alasan_wajib=True
    ),
    _T.USULAN: Pintu(frozenset({_T.MASUK_DU_RKP, _T.TIDAK_DIPRIORITASKAN}), lewat_keputusan=True),
    _T.DIANGGARKAN: Pintu(frozenset({_T.MASUK_RKP, _T.MASUK_DU_RKP}), lewat_keputusan=True),
    _T.DIBATALKAN: Pintu(_SEBELUM_SELESAI, lewat_keputusan=True, alasan_wajib=True),
    _T.BERJALAN: Pintu(frozenset({_T.DIANGGARKAN, _T.DIHENTIKAN_SEMENTARA}), lewat_keputusan=False),
    _T.DIHENTIKAN_SEMENTARA: Pintu(
        frozenset({_T.BERJALAN}), lewat_keputusan=False, alasan_wajib=True
    ),
    _T.SELESAI: Pintu(frozenset({_T.BERJALAN}), lewat_keputusan=False),
    _T.SERAH_TERIMA: Pintu(frozenset({_T.SELESAI}), lewat_keputusan=False),
}

TAHAP_DAPAT_DILAPORKAN = (Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA, Tahap.SELESAI)
TAHAP_DAPAT_DICAIRKAN = (Tahap.DIANGGARKAN, *TAHAP_DAPAT_DILAPORKAN, Tahap.SERAH_TERIMA)
TAHAP_RAMPUNG = (Tahap.SELESAI, Tahap.SERAH_TERIMA)
# The stages that those who wait for a project are told. Stages of the rounds of meetings change
# nothing for them yet, and when the work is finished they are asked.
TAHAP_KABAR = (
    Tahap.MASUK_RKP,
    Tahap.MASUK_DU_RKP,
    Tahap.TIDAK_DIPRIORITASKAN,
    Tahap.DIANGGARKAN,
    Tahap.BERJALAN,
    Tahap.DIHENTIKAN_SEMENTARA,
    Tahap.DIBATALKAN,
)
# The money of these stages is planned; afterwards it is in the budget. A project that was not taken
# up, or was cancelled, has neither.
TAHAP_DIRENCANAKAN = (
    Tahap.USULAN,
    Tahap.DITELAAH,
    Tahap.DIBAHAS,
    Tahap.MASUK_RKP,
    Tahap.MASUK_DU_RKP,
)
TAHAP_NEGATIF = (Tahap.TIDAK_DIPRIORITASKAN, Tahap.DIBATALKAN)


def tahap_ditunggu(tahap: Iterable[str]) -> set[str]:
    """Return those of some stages after which something can still be waited for."""
    return set(tahap) - {*TAHAP_RAMPUNG, Tahap.DIBATALKAN}


def pintu_ke(tahap: str) -> list[str]:
    """Return the stages that a Keputusan can open from this one, in the order of the list."""
    return [
        ke
        for ke in Tahap.values
        if ke in PINTU_TAHAP and PINTU_TAHAP[ke].lewat_keputusan and tahap in PINTU_TAHAP[ke].dari
    ]


def tindakan_dari(tahap: str) -> list[str]:
    """Return the stages that the pelaksana can reach from this one by an act of their own."""
    return [
        ke
        for ke in Tahap.values
        if ke in PINTU_TAHAP
        and not PINTU_TAHAP[ke].lewat_keputusan
        and tahap in PINTU_TAHAP[ke].dari
    ]


def nama_tindakan(dari: str, ke: str) -> str:
    """Return the name of the act of the pelaksana that leads from one stage to another."""
    if ke == Tahap.BERJALAN:
        sudah_mulai = dari == Tahap.DIHENTIKAN_SEMENTARA
        return "Dikerjakan lagi" if sudah_mulai else "Mulai dikerjakan"
    return str(Tahap(ke).label)


class Dasar(models.TextChoices):
    """The grounds of a decision."""

    MUSDUS = "musdus", "Musyawarah dusun"
    MUSKAM = "muskam", "Musyawarah kampung"
    MUSRENBANG_KAMPUNG = "musrenbang_kampung", "Musrenbang kampung"
    MUSRENBANG_KECAMATAN = "musrenbang_kecamatan", "Musrenbang kecamatan"
    PERATURAN_KAMPUNG = "peraturan_kampung", "Peraturan Kampung"
    PERATURAN_KAKAM = "peraturan_kakam", "Peraturan Kepala Kampung"
    KEPUTUSAN_KAKAM = "keputusan_kakam", "Keputusan Kepala Kampung"
    KEPUTUSAN_CAMAT = "keputusan_camat", "Keputusan Camat"
    BERITA_ACARA = "berita_acara", "Berita acara"


# Grounds on which the BPK Kampung may enter what a meeting decided that it hosted, and the stages
# to which a meeting brings a project.
DASAR_MUSYAWARAH = (Dasar.MUSDUS, Dasar.MUSKAM, Dasar.MUSRENBANG_KAMPUNG, Dasar.BERITA_ACARA)
TAHAP_MUSYAWARAH = (Tahap.DITELAAH, Tahap.DIBAHAS)
# Grounds of decisions that the camat makes, and not a kampung.
DASAR_KECAMATAN = (Dasar.KEPUTUSAN_CAMAT, Dasar.MUSRENBANG_KECAMATAN)


class Pencatat(models.TextChoices):
    """The office that entered a decision, and in which name: the kecamatan enters its own, and some
    for a kampung."""

    KAMPUNG = "kampung", "Pemerintah kampung"
    BPK = "bpk", "BPK Kampung"
    KECAMATAN = "kecamatan", "Kecamatan"
    UNTUK_KAMPUNG = "untuk_kampung", "Kecamatan, untuk kampung"


class JenisPindaian(models.TextChoices):
    """The kinds of papers behind a decision."""

    SURAT = "surat", "Surat keputusan"
    BERITA_ACARA = "berita_acara", "Berita acara"
    DAFTAR_HADIR = "daftar_hadir", "Daftar hadir"
    LAMPIRAN = "lampiran", "Lampiran surat"
    LAIN = "lain", "Surat lain"


class KeadaanSikap(models.TextChoices):
    """The word of a Kepala Kampung on a decision that others entered in that name."""

    MENUNGGU = "menunggu", "Menunggu Kepala Kampung"
    BENAR = "benar", "Dibenarkan Kepala Kampung"
    DISANGGAH = "disanggah", "Disanggah Kepala Kampung"


class FrekuensiLaporan(models.TextChoices):
    BULANAN = "bulanan", "Setiap bulan"
    DUA_MINGGUAN = "dua_mingguan", "Setiap dua minggu"
    SEKALI = "sekali", "Sekali, setelah selesai"


class HalLingkungan(models.TextChoices):
    """The matters of the page "Lingkungan" of a kampung."""

    MATA_AIR = "mata_air", "Mata air"
    SAMPAH = "sampah", "Sampah"
    BENCANA = "bencana", "Rawan bencana"


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
    LAIN = "lain", "Dokumen lain"


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


class JenisBelanja(models.TextChoices):
    """The kinds of things that money of a work goes into."""

    BAHAN = "bahan", "Bahan"
    UPAH = "upah", "Upah"
    ALAT = "alat", "Alat"
    LAIN = "lain", "Lain-lain"
