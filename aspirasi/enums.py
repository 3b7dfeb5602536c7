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
# The next step is the sender's: its due date never makes an office late.
STATUS_MENUNGGU_PENGIRIM = (Status.PERLU_PERBAIKAN, Status.DITANGGAPI, Status.DIRENCANAKAN)

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


# The guess from the kind; staff correct it at the first look.
GOLONGAN_JENIS: dict[str, str] = {
    Jenis.USULAN: Golongan.USULAN,
    Jenis.KELUHAN: Golongan.BIASA,
    Jenis.PERTANYAAN: Golongan.INFORMASI,
    Jenis.KEBERATAN: Golongan.BIASA,
    Jenis.APRESIASI: Golongan.INFORMASI,
}


# From this rung of the ladder on the kecamatan looks after it, too (`berkala.TANGGA`).
ESKALASI_KECAMATAN = 2


class Langkah(models.TextChoices):
    """What is due on `tenggat`; NIHIL when nothing is."""

    PERIKSA = "periksa", "Diperiksa"
    JAWAB = "jawab", "Jawaban pertama"
    SELESAI = "selesai", "Penyelesaian"
    PENGIRIM = "pengirim", "Keterangan dari pengirim"
    KONFIRMASI = "konfirmasi", "Jawaban pengirim apakah sudah beres"
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


class SaatPenilaian(models.TextChoices):
    """When the sender judged it: on saying that it is settled, or asked weeks later."""

    BERES = "beres", "Saat dinyatakan beres"
    NANTI = "nanti", "Empat minggu kemudian"


class CaraSelesai(models.TextChoices):
    """How it was settled; counted apart, the last never as a success."""

    DIKONFIRMASI_PENGIRIM = "dikonfirmasi_pengirim", "Dinyatakan beres oleh pengirim"
    TERBUKTI_DI_PROYEK = "terbukti_di_proyek", "Terbukti pada proyek yang selesai"
    TANPA_KONFIRMASI = "tanpa_konfirmasi", "Ditutup tanpa jawaban pengirim"


class Aksi(models.TextChoices):
    """What can be done to a kiriman; the verb in its Jejak."""

    KIRIM = "kirim", "Dikirim"
    MINTA_KETERANGAN = "minta_keterangan", "Ditanyakan kepada pengirim"
    LENGKAPI = "lengkapi", "Dilengkapi pengirim"
    PERIKSA = "periksa", "Diperiksa"
    AMBIL_DULU = "ambil_dulu", "Mulai ditangani sebelum diperiksa"
    TERUSKAN = "teruskan", "Diteruskan"
    AMBIL = "ambil", "Mulai ditangani"
    KABARI = "kabari", "Diberi kabar sementara"
    TUNDA = "tunda", "Ditunda"
    TUNGGU_INSTANSI = "tunggu_instansi", "Menunggu instansi lain"
    TANGGAPI = "tanggapi", "Dijawab"
    RENCANAKAN = "rencanakan", "Dimasukkan ke proyek"
    IKUTI_TAHAP = "ikuti_tahap", "Diberi kabar tahap proyeknya"
    TANYAI = "tanyai", "Pengirim ditanya sesudah proyek selesai"
    LEPAS_PROYEK = "lepas_proyek", "Dikembalikan karena proyeknya batal"
    NYATAKAN_BERES = "nyatakan_beres", "Dinyatakan beres"
    BUKTIKAN = "buktikan", "Terbukti pada proyek"
    TUTUP_DIAM = "tutup_diam", "Ditutup tanpa jawaban pengirim"
    BUKA_KEMBALI = "buka_kembali", "Dibuka kembali"
    BUKA_WARGA = "buka_warga", "Dibuka kembali karena warga"
    TARIK = "tarik", "Ditarik"
    TOLAK = "tolak", "Ditolak"
    BUKAN_WEWENANG = "bukan_wewenang", "Dinyatakan bukan wewenang"
    GABUNG = "gabung", "Digabung"
    LEPAS_GABUNG = "lepas_gabung", "Tidak lagi digabung"
    ARSIPKAN = "arsipkan", "Tidak dilanjutkan"
    ARSIPKAN_DIAM = "arsipkan_diam", "Tidak dilanjutkan karena tidak ada keterangan"
    ESKALASI = "eskalasi", "Diingatkan karena terlambat"


# Who acts, besides the holders of a right: code and PIN open the sender's acts, and the
# worker acts by itself.
PENGIRIM = "pengirim"
PEKERJA = "pekerja"
SANGGAH = "aspirasi.sanggah"
# The acts of officials are all others.
BUKAN_PETUGAS = (PENGIRIM, PEKERJA, SANGGAH)


@dataclass(frozen=True)
class Transisi:
    """From which statuses an act leads where, who may do it, and whether it needs a reason.

    `ke` is "" when the status stays. `izin` is the name of a right, PENGIRIM or PEKERJA;
    from the statuses in `kecamatan` the act is the kecamatan's alone (`izin_pada`). `cara` is
    the cara_selesai that the act sets.
    """

    dari: tuple[str, ...]
    ke: str
    izin: str
    alasan_wajib: bool = False
    cara: str = ""
    kecamatan: tuple[str, ...] = ()

    def izin_pada(self, status: str) -> str:
        """Return the right that the act takes from this status."""
        return _TERUSKAN if status in self.kecamatan else self.izin


_S = Status
_TERTAHAN = (_S.MENUNGGU_INSTANSI,)
# What was contested, and what waits for others, goes through the kecamatan first (design §3).
_LEWAT_KECAMATAN = (_S.DIBUKA_KEMBALI, *_TERTAHAN)
_BERJALAN = (_S.DIVERIFIKASI, _S.DITERUSKAN, _S.DIPROSES)
_DITANGANI = (*_BERJALAN, *_LEWAT_KECAMATAN)
_TANGANI, _PERIKSA, _TERUSKAN = "aspirasi.tangani", "aspirasi.periksa", "aspirasi.teruskan"


def _tutup(ke: str) -> Transisi:
    """The transition of an act that ends it with a reason; verification may be delegated."""
    dari = (_S.DIAJUKAN, _S.PERLU_PERBAIKAN, *_DITANGANI)
    return Transisi(dari, ke, _PERIKSA, True, kecamatan=_LEWAT_KECAMATAN)


TRANSISI: dict[str, Transisi] = {
    Aksi.MINTA_KETERANGAN: Transisi((_S.DIAJUKAN,), _S.PERLU_PERBAIKAN, _PERIKSA, True),
    Aksi.LENGKAPI: Transisi((_S.PERLU_PERBAIKAN,), _S.DIAJUKAN, PENGIRIM),
    Aksi.PERIKSA: Transisi((_S.DIAJUKAN,), _S.DIVERIFIKASI, _PERIKSA),
    Aksi.AMBIL_DULU: Transisi((_S.DIAJUKAN,), "", "aspirasi.ambil_dulu"),
    Aksi.TERUSKAN: Transisi(_DITANGANI, _S.DITERUSKAN, _TERUSKAN),
    Aksi.AMBIL: Transisi(
        (_S.DIVERIFIKASI, _S.DITERUSKAN, *_LEWAT_KECAMATAN),
        _S.DIPROSES,
        _TANGANI,
        kecamatan=_LEWAT_KECAMATAN,
    ),
    Aksi.KABARI: Transisi(
        (*_BERJALAN, *_TERTAHAN, _S.DIRENCANAKAN), "", _TANGANI, kecamatan=_TERTAHAN
    ),
    Aksi.TUNDA: Transisi(_BERJALAN, "", _TANGANI, True),
    Aksi.TUNGGU_INSTANSI: Transisi((*_BERJALAN, *_TERTAHAN), _S.MENUNGGU_INSTANSI, _TERUSKAN),
    Aksi.TANGGAPI: Transisi(
        (*_BERJALAN, *_TERTAHAN, _S.DITANGGAPI), _S.DITANGGAPI, _TANGANI, kecamatan=_TERTAHAN
    ),
    Aksi.RENCANAKAN: Transisi(
        (*_BERJALAN, *_TERTAHAN, _S.DITANGGAPI, _S.DIRENCANAKAN),
        _S.DIRENCANAKAN,
        _TANGANI,
        kecamatan=_TERTAHAN,
    ),
    Aksi.IKUTI_TAHAP: Transisi((_S.DIRENCANAKAN,), "", PEKERJA),
    Aksi.TANYAI: Transisi((_S.DIRENCANAKAN,), "", PEKERJA),
    Aksi.LEPAS_PROYEK: Transisi((_S.DIRENCANAKAN,), _S.DIPROSES, PEKERJA, True),
    Aksi.NYATAKAN_BERES: Transisi(
        (_S.DITANGGAPI, _S.DIRENCANAKAN),
        _S.SELESAI,
        PENGIRIM,
        cara=CaraSelesai.DIKONFIRMASI_PENGIRIM,
    ),
    Aksi.BUKTIKAN: Transisi(
        (_S.DIRENCANAKAN,), _S.SELESAI, _TERUSKAN, True, CaraSelesai.TERBUKTI_DI_PROYEK
    ),
    Aksi.TUTUP_DIAM: Transisi(
        (_S.DITANGGAPI,), _S.SELESAI, PEKERJA, cara=CaraSelesai.TANPA_KONFIRMASI
    ),
    Aksi.BUKA_KEMBALI: Transisi(
        (_S.DITANGGAPI, _S.DIRENCANAKAN, _S.SELESAI), _S.DIBUKA_KEMBALI, PENGIRIM, True
    ),
    Aksi.BUKA_WARGA: Transisi(
        (_S.DITANGGAPI, _S.DIRENCANAKAN, _S.SELESAI), _S.DIBUKA_KEMBALI, SANGGAH, True
    ),
    Aksi.TARIK: Transisi(tuple(STATUS_TERBUKA), _S.DITARIK, PENGIRIM),
    Aksi.TOLAK: _tutup(_S.DITOLAK),
    Aksi.BUKAN_WEWENANG: _tutup(_S.BUKAN_WEWENANG),
    Aksi.GABUNG: _tutup(_S.DIGABUNG),
    Aksi.LEPAS_GABUNG: Transisi((_S.DIGABUNG,), _S.DIAJUKAN, PEKERJA, True),
    Aksi.ARSIPKAN: _tutup(_S.DIARSIPKAN),
    Aksi.ARSIPKAN_DIAM: Transisi((_S.PERLU_PERBAIKAN,), _S.DIARSIPKAN, PEKERJA, True),
    Aksi.ESKALASI: Transisi((_S.DIAJUKAN, *_DITANGANI), "", PEKERJA),
}


class JenisTindakLanjut(models.TextChoices):
    """Who reads it: TANGGAPAN everyone who may read the kiriman, CATATAN only officials,
    the other two officials and the sender."""

    TANGGAPAN = "tanggapan", "Jawaban resmi"
    PERTANYAAN = "pertanyaan", "Pertanyaan petugas"
    BALASAN_PENGIRIM = "balasan_pengirim", "Keterangan pengirim"
    CATATAN = "catatan", "Catatan petugas"
