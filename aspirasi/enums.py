"""Fixed choices of aspirasi."""

from enum import StrEnum

from django.db import models


class Jenis(models.TextChoices):
    USULAN = "usulan", "Usulan"
    KELUHAN = "keluhan", "Keluhan"
    PERTANYAAN = "pertanyaan", "Pertanyaan"
    KEBERATAN = "keberatan", "Keberatan"
    APRESIASI = "apresiasi", "Apresiasi"


class Jangkauan(models.TextChoices):
    """The readers of a kiriman. Staff may narrow them; only the sender may widen them."""

    PUBLIK = "publik", "Semua orang"
    PETUGAS = "petugas", "Petugas kampung dan kecamatan"
    KECAMATAN = "kecamatan", "Hanya petugas kecamatan"


# From wide to narrow: a later place is the narrower one.
URUTAN_JANGKAUAN = (Jangkauan.PUBLIK, Jangkauan.PETUGAS, Jangkauan.KECAMATAN)


class Tentang(models.TextChoices):
    """The person or office it is about. This decides who must never learn of it."""

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
    DIJANJIKAN = "dijanjikan", "Dijanjikan"
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
# The next step is the sender's, so its due date never makes an office late.
STATUS_MENUNGGU_PENGIRIM = (Status.PERLU_PERBAIKAN, Status.DITANGGAPI, Status.DIRENCANAKAN)

# Kiriman to be verified, or routed.
STATUS_MENUNGGU_KECAMATAN = (Status.DIAJUKAN, Status.DIVERIFIKASI, Status.DIBUKA_KEMBALI)

# Status → tone of its badge (templates/bagian/lencana.html); the sign follows the tone.
NADA_STATUS: dict[str, str] = {
    **dict.fromkeys(Status.values, "netral"),
    **dict.fromkeys((Status.DIVERIFIKASI, Status.DITERUSKAN, Status.DIPROSES), "info"),
    Status.DIJANJIKAN: "info",  # a promise is no result yet
    **dict.fromkeys((Status.DITANGGAPI, Status.DIRENCANAKAN, Status.SELESAI), "baik"),
    Status.PERLU_PERBAIKAN: "awas",
    Status.MENUNGGU_INSTANSI: "awas",
    Status.DIBUKA_KEMBALI: "awas",
}


class Golongan(models.TextChoices):
    """The class, which decides the clock of completion. It is guessed from the kind, and staff set
    it.

    Limits in working days: PermenPANRB 62/2018 as practised. A usulan has a class of its own.
    """

    INFORMASI = "informasi", "Permintaan informasi"
    BIASA = "biasa", "Pengaduan biasa"
    PENGAWASAN = "pengawasan", "Pengaduan yang perlu pemeriksaan"
    USULAN = "usulan", "Usulan untuk musyawarah"


class Langkah(models.TextChoices):
    """The step that is due on `tenggat`; NIHIL when nothing is."""

    PERIKSA = "periksa", "Diperiksa"
    JAWAB = "jawab", "Jawaban pertama"
    SELESAI = "selesai", "Penyelesaian"
    PENGIRIM = "pengirim", "Keterangan dari pengirim"
    KONFIRMASI = "konfirmasi", "Jawaban pengirim apakah sudah beres"
    INSTANSI = "instansi", "Kabar dari instansi lain"
    JANJI = "janji", "Dijanjikan"
    NIHIL = "nihil", "Tidak ada"


class Asal(models.TextChoices):
    """The way by which it came in."""

    PORTAL = "portal", "Lewat portal"
    KERTAS = "kertas", "Kertas"
    LISAN = "lisan", "Lisan"


class Kelompok(models.TextChoices):
    """The people whom the matter touches. The sender says so, about the matter, never about a
    person."""

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
    """The moment of the sender's judgement: on saying that it is settled, or asked weeks later."""

    BERES = "beres", "Saat dinyatakan beres"
    NANTI = "nanti", "Empat minggu kemudian"


class CaraSelesai(models.TextChoices):
    """How it was closed. Each is counted apart; the last one never counts as a success."""

    DIKONFIRMASI_PENGIRIM = "dikonfirmasi_pengirim", "Dinyatakan beres oleh pengirim"
    TERBUKTI_DI_PROYEK = "terbukti_di_proyek", "Terbukti pada proyek yang selesai"
    TANPA_KONFIRMASI = "tanpa_konfirmasi", "Ditutup tanpa jawaban pengirim"


class Aksi(StrEnum):
    """The acts on a kiriman, as its trail names them; `aspirasi.laku` has a row for each. The
    stored values never change."""

    KIRIM = "kirim"
    MINTA_KETERANGAN = "minta_keterangan"
    LENGKAPI = "lengkapi"
    PERIKSA = "periksa"
    AMBIL_DULU = "ambil_dulu"
    TERUSKAN = "teruskan"
    AMBIL = "ambil"
    KABARI = "kabari"
    TUNDA = "tunda"
    TUNGGU_INSTANSI = "tunggu_instansi"
    TANGGAPI = "tanggapi"
    JANJIKAN = "janjikan"
    TAGIH_JANJI = "tagih_janji"
    RENCANAKAN = "rencanakan"
    IKUTI_TAHAP = "ikuti_tahap"
    TANYAI = "tanyai"
    LEPAS_PROYEK = "lepas_proyek"
    PROYEK_KELIRU = "proyek_keliru"
    WAKTU_PROYEK = "waktu_proyek"
    USUL_KABUPATEN = "usul_kabupaten"
    TAHAP_KELIRU = "tahap_keliru"
    TANYA_DITARIK = "tanya_ditarik"
    MENUNGGU_LAGI = "menunggu_lagi"
    NYATAKAN_BERES = "nyatakan_beres"
    BUKTIKAN = "buktikan"
    TUTUP_DIAM = "tutup_diam"
    BUKA_KEMBALI = "buka_kembali"
    BUKA_WARGA = "buka_warga"
    TARIK = "tarik"
    TOLAK = "tolak"
    BUKAN_WEWENANG = "bukan_wewenang"
    GABUNG = "gabung"
    LEPAS_GABUNG = "lepas_gabung"
    ARSIPKAN = "arsipkan"
    ARSIPKAN_DIAM = "arsipkan_diam"
    ESKALASI = "eskalasi"

    JANGKAUAN_DIUBAH = "jangkauan_diubah"
    DIPERSEMPIT = "dipersempit"
    IKUT_DIPERSEMPIT = "ikut_dipersempit"
    MINTA_UMUM = "minta_umum"
    DIUMUMKAN = "diumumkan"
    UMUM_DITOLAK = "umum_ditolak"
    LETAK_DIATUR = "letak_diatur"
    LETAK_DIHAPUS = "letak_dihapus"
    LETAK_DIBULATKAN = "letak_dibulatkan"
    LETAK_DITEPATKAN = "letak_ditepatkan"
    DIPERBAIKI = "diperbaiki"
    ISI_DITARIK = "isi_ditarik"
    ISI_DIHITAMKAN = "isi_dihitamkan"
    JAWABAN_DITARIK = "jawaban_ditarik"
    JAWABAN_DIHITAMKAN = "jawaban_dihitamkan"
    ALASAN_DITARIK = "alasan_ditarik"
    FOTO_DITARIK = "foto_ditarik"
    FOTO_DIHITAMKAN = "foto_dihitamkan"
    FOTO_DISETUJUI = "foto_disetujui"
    FOTO_DITAMBAH = "foto_ditambah"
    FOTO_DITUTUP = "foto_ditutup"
    DIGABUNGI = "digabungi"
    INDUK_DITARIK = "induk_ditarik"
    KIRIMAN_SERUPA = "kiriman_serupa"
    DIDUKUNG = "didukung"
    DUKUNGAN_DITARIK = "dukungan_ditarik"
    BELUM_BERES = "belum_beres"
    BELUM_BERES_DITARIK = "belum_beres_ditarik"
    DISIMPAN_AKUN = "disimpan_akun"
    DILEPAS_AKUN = "dilepas_akun"
    KONTAK_DIUBAH = "kontak_diubah"
    KONTAK_DIHAPUS = "kontak_dihapus"
    IDENTITAS_DIHAPUS = "identitas_dihapus"
    DATA_DIHAPUS = "data_dihapus"
    PENGIRIM_DIBACA = "pengirim_dibaca"
    PIN_DIMINTA = "pin_diminta"
    PIN_DISETUJUI = "pin_disetujui"
    PIN_DITOLAK = "pin_ditolak"
    PIN_DITARIK = "pin_ditarik"
    PIN_DIBATALKAN = "pin_dibatalkan"
    PIN_DIGANTI = "pin_diganti"
    PIN_LEWAT_EMAIL = "pin_lewat_email"
    BALASAN_DIBACA = "balasan_dibaca"
    DIBALAS = "dibalas"
    DIKABARI = "dikabari"
    DITANYA = "ditanya"
    DINILAI = "dinilai"
    SURAT_INSTANSI = "surat_instansi"
    PINDAIAN_DISIMPAN = "pindaian_disimpan"
    PINDAIAN_DITAMPILKAN = "pindaian_ditampilkan"
    PINDAIAN_DISEMBUNYIKAN = "pindaian_disembunyikan"
    KETERANGAN_DIMINTA = "keterangan_diminta"
    KETERANGAN_DIJAWAB = "keterangan_dijawab"
    KETERANGAN_DITUTUP = "keterangan_ditutup"
    KETERANGAN_DITULIS_ULANG = "keterangan_ditulis_ulang"
    GOLONGAN_DIUBAH = "golongan_diubah"
    TENGGAT_DIHITUNG = "tenggat_dihitung"
    CATATAN_DITULIS = "catatan_ditulis"
    DITUGASKAN = "ditugaskan"
    DILEPAS = "dilepas"
    NOMOR_LAPOR = "nomor_lapor"
    DIPERTIMBANGKAN = "dipertimbangkan"
    KABAR_BAHAYA = "kabar_bahaya"


class JenisTindakLanjut(models.TextChoices):
    """Kinds of messages and their readers. TANGGAPAN: everyone who may read the kiriman. CATATAN:
    only officials. The other two: officials and the sender."""

    TANGGAPAN = "tanggapan", "Jawaban resmi"
    PERTANYAAN = "pertanyaan", "Pertanyaan petugas"
    BALASAN_PENGIRIM = "balasan_pengirim", "Keterangan pengirim"
    CATATAN = "catatan", "Catatan petugas"


class JenisJawaban(models.TextChoices):
    """The three answers of an office; "" stands for answers from before this was asked."""

    SELESAI = "selesai", "Sudah selesai"
    JANJI = "janji", "Dijanjikan"
    TIDAK = "tidak", "Tidak dapat dilakukan"
