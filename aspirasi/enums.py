"""Fixed choices of aspirasi and the table of its transitions."""

from dataclasses import dataclass

from django.db import models


class Jenis(models.TextChoices):
    USULAN = "usulan", "Usulan"
    KELUHAN = "keluhan", "Keluhan"
    PERTANYAAN = "pertanyaan", "Pertanyaan"
    KEBERATAN = "keberatan", "Keberatan"
    APRESIASI = "apresiasi", "Apresiasi"


class Jangkauan(models.TextChoices):
    """Who may read it. Staff may narrow it; only the sender may widen it."""

    PUBLIK = "publik", "Semua orang"
    PETUGAS = "petugas", "Petugas kampung dan kecamatan"
    KECAMATAN = "kecamatan", "Hanya petugas kecamatan"


# From wide to narrow; a later place is the narrower one.
URUTAN_JANGKAUAN = (Jangkauan.PUBLIK, Jangkauan.PETUGAS, Jangkauan.KECAMATAN)


class Tentang(models.TextChoices):
    """Whom it is about; decides who must never learn of it."""

    TIDAK = "tidak", "Bukan tentang petugas"
    APARAT_KAMPUNG = "aparat_kampung", "Tentang aparat kampung"
    PETUGAS_KECAMATAN = "petugas_kecamatan", "Tentang petugas kecamatan"


class Status(models.TextChoices):
    DIAJUKAN = "diajukan", "Baru diterima"
    PERLU_PERBAIKAN = "perlu_perbaikan", "Perlu keterangan tambahan"
    DIVERIFIKASI = "diverifikasi", "Sudah diperiksa"
    DITERUSKAN = "diteruskan", "Diteruskan"
    DIPROSES = "diproses", "Sedang ditangani"
    DITANGGAPI = "ditanggapi", "Sudah dijawab"
    DIRENCANAKAN = "direncanakan", "Masuk rencana proyek"
    MENUNGGU_INSTANSI = "menunggu_instansi", "Menunggu instansi lain"
    SELESAI = "selesai", "Selesai"
    DIBUKA_KEMBALI = "dibuka_kembali", "Dibuka kembali"
    DITARIK = "ditarik", "Ditarik pengirim"
    BUKAN_WEWENANG = "bukan_wewenang", "Bukan wewenang kami"
    DITOLAK = "ditolak", "Ditolak"
    DIGABUNG = "digabung", "Digabung"
    DIARSIPKAN = "diarsipkan", "Tidak dilanjutkan"


STATUS_BELUM_DIPERIKSA = (Status.DIAJUKAN, Status.PERLU_PERBAIKAN)
STATUS_TERTUTUP = (
    Status.SELESAI,
    Status.DITARIK,
    Status.BUKAN_WEWENANG,
    Status.DITOLAK,
    Status.DIGABUNG,
    Status.DIARSIPKAN,
)
STATUS_TERBUKA = tuple(s for s in Status if s not in STATUS_TERTUTUP)
STATUS_PERLU_JAWABAN = (
    Status.DIVERIFIKASI,
    Status.DITERUSKAN,
    Status.DIPROSES,
    Status.DIBUKA_KEMBALI,
)

# To be verified, or routed.
STATUS_MENUNGGU_KECAMATAN = (Status.DIAJUKAN, Status.DIVERIFIKASI, Status.DIBUKA_KEMBALI)

# Status → tone of its badge (templates/bagian/lencana.html); the sign follows the tone.
NADA_STATUS: dict[str, str] = {
    Status.DIAJUKAN: "netral",
    Status.PERLU_PERBAIKAN: "awas",
    Status.DIVERIFIKASI: "info",
    Status.DITERUSKAN: "info",
    Status.DIPROSES: "info",
    Status.DITANGGAPI: "baik",
    Status.DIRENCANAKAN: "baik",
    Status.MENUNGGU_INSTANSI: "awas",
    Status.SELESAI: "baik",
    Status.DIBUKA_KEMBALI: "awas",
    Status.DITARIK: "netral",
    Status.BUKAN_WEWENANG: "netral",
    Status.DITOLAK: "netral",
    Status.DIGABUNG: "netral",
    Status.DIARSIPKAN: "netral",
}


class Golongan(models.TextChoices):
    """Which clock of completion runs; set by staff, a guess from the kind at first.

    Limits in working days: PermenPANRB 62/2018 as practised (domain §3); a usulan has a
    class of its own (design §3).
    """

    INFORMASI = "informasi", "Permintaan informasi"
    BIASA = "biasa", "Pengaduan biasa"
    PENGAWASAN = "pengawasan", "Pengaduan yang perlu pemeriksaan"
    USULAN = "usulan", "Usulan untuk musyawarah"


HARI_SELESAI: dict[str, int] = {
    Golongan.INFORMASI: 5,
    Golongan.BIASA: 14,
    Golongan.PENGAWASAN: 60,
    Golongan.USULAN: 14,
}


class Langkah(models.TextChoices):
    """What is due on `tenggat`; NIHIL when nothing is."""

    PERIKSA = "periksa", "Diperiksa kecamatan"
    JAWAB = "jawab", "Jawaban pertama"
    SELESAI = "selesai", "Penyelesaian"
    PENGIRIM = "pengirim", "Keterangan dari pengirim"
    KONFIRMASI = "konfirmasi", "Tanda dari pengirim bahwa sudah beres"
    INSTANSI = "instansi", "Kabar dari instansi lain"
    NIHIL = "nihil", "Tidak ada"


class Asal(models.TextChoices):
    """How it came in."""

    PORTAL = "portal", "Lewat portal"
    KERTAS = "kertas", "Kertas"
    LISAN = "lisan", "Lisan"


class Kelompok(models.TextChoices):
    """Whom the matter touches; said by the sender, about the matter, never about a person."""

    PEREMPUAN = "perempuan", "Perempuan"
    ANAK = "anak", "Anak"
    PEMUDA = "pemuda", "Pemuda"
    LANSIA = "lansia", "Lansia"
    DISABILITAS = "disabilitas", "Penyandang disabilitas"
    IBU = "ibu", "Ibu hamil atau menyusui"
    MISKIN = "miskin", "Keluarga miskin"
    PETANI = "petani", "Petani atau buruh tani"


class Didengar(models.TextChoices):
    """Answer to "Apakah Anda merasa didengar?"."""

    YA = "ya", "Ya"
    SEBAGIAN = "sebagian", "Sebagian"
    TIDAK = "tidak", "Tidak"


class CaraSelesai(models.TextChoices):
    """How it was settled; counted apart, the last never as a success."""

    DIKONFIRMASI_PENGIRIM = "dikonfirmasi_pengirim", "Dinyatakan beres oleh pengirim"
    TERBUKTI_DI_PROYEK = "terbukti_di_proyek", "Terbukti pada proyek yang selesai"
    TANPA_KONFIRMASI = "tanpa_konfirmasi", "Ditutup tanpa jawaban pengirim"


class Aksi(models.TextChoices):
    """What can be done to a kiriman; the verb in its Jejak."""

    KIRIM = "kirim", "Dikirim"
    PERIKSA = "periksa", "Diperiksa"
    TERUSKAN = "teruskan", "Diteruskan"
    AMBIL = "ambil", "Mulai ditangani"
    TANGGAPI = "tanggapi", "Dijawab"
    RENCANAKAN = "rencanakan", "Dimasukkan ke proyek"
    NYATAKAN_BERES = "nyatakan_beres", "Dinyatakan beres"
    BUKA_KEMBALI = "buka_kembali", "Dibuka kembali"
    TARIK = "tarik", "Ditarik"
    TOLAK = "tolak", "Ditolak"
    BUKAN_WEWENANG = "bukan_wewenang", "Dinyatakan bukan wewenang"


@dataclass(frozen=True)
class Transisi:
    """From which statuses an act leads where, and whether it needs a reason."""

    dari: tuple[str, ...]
    ke: str
    alasan_wajib: bool = False


_DITANGANI = (Status.DIVERIFIKASI, Status.DITERUSKAN, Status.DIPROSES, Status.DIBUKA_KEMBALI)

TRANSISI: dict[str, Transisi] = {
    Aksi.PERIKSA: Transisi((Status.DIAJUKAN,), Status.DIVERIFIKASI),
    Aksi.TERUSKAN: Transisi((Status.DIVERIFIKASI, Status.DIBUKA_KEMBALI), Status.DITERUSKAN),
    Aksi.AMBIL: Transisi(
        (Status.DIVERIFIKASI, Status.DITERUSKAN, Status.DIBUKA_KEMBALI), Status.DIPROSES
    ),
    Aksi.TANGGAPI: Transisi((*_DITANGANI, Status.DITANGGAPI), Status.DITANGGAPI),
    Aksi.RENCANAKAN: Transisi((*_DITANGANI, Status.DITANGGAPI), Status.DIRENCANAKAN),
    Aksi.NYATAKAN_BERES: Transisi((Status.DITANGGAPI, Status.DIRENCANAKAN), Status.SELESAI),
    Aksi.BUKA_KEMBALI: Transisi(
        (Status.DITANGGAPI, Status.SELESAI), Status.DIBUKA_KEMBALI, alasan_wajib=True
    ),
    Aksi.TARIK: Transisi(tuple(STATUS_TERBUKA), Status.DITARIK),
    Aksi.TOLAK: Transisi((Status.DIAJUKAN, Status.DIVERIFIKASI), Status.DITOLAK, alasan_wajib=True),
    Aksi.BUKAN_WEWENANG: Transisi(
        (Status.DIAJUKAN, Status.DIVERIFIKASI), Status.BUKAN_WEWENANG, alasan_wajib=True
    ),
}


class JenisTindakLanjut(models.TextChoices):
    """TANGGAPAN is read by everyone who may read the kiriman; CATATAN only by officials."""

    TANGGAPAN = "tanggapan", "Jawaban resmi"
    BALASAN_PENGIRIM = "balasan_pengirim", "Keterangan pengirim"
    CATATAN = "catatan", "Catatan petugas"
