"""Drafts of the papers that an office signs before the public comes, as sheets for Word.

They name no person: the hand writes the names. Grounds: UU 25/2009 (service charter), UU 14/2008
and Perki 1/2018 (PPID), UU 27/2022 (personal data; notice of a breach within 3×24 hours, Article
46).
"""

from collections.abc import Callable

from django.urls import reverse

from core.berkas.lembar import Bagian, Lembar, Rincian, Tabel, TandaTangan, Tulisan
from warga.bacaan.kop import alamat_kop, kepala_kampung, kop
from warga.models import Kampung
from warga.models.kantor import kantor_kecamatan

TITIK = "...................................."
DRAF = "Naskah awal dari portal. Sesuaikan dengan aturan kabupaten sebelum ditandatangani."
TEMPAT = "Bangunrejo"
CAMAT = "Camat Bangunrejo"


def _berisian(isi: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    """Return rows with a dotted line for a name between their two cells."""
    return tuple((awal, TITIK, akhir) for awal, akhir in isi)


TIM = _berisian(
    (
        ("Penanggung jawab", "Camat: memutuskan, dan menandatangani yang keluar"),
        ("Ketua tim", "Kasi PMK: membina kampung, memutuskan bila camat berhalangan"),
        ("Pemeriksa kiriman", "Memeriksa kiriman warga dalam tiga hari kerja"),
        ("Pengganti pemeriksa", "Memeriksa bila pemeriksa berhalangan"),
        ("Petugas kiriman rahasia", "Satu-satunya yang membaca kiriman tentang aparat"),
        ("PPID", "Menjawab permintaan informasi dalam 10 hari kerja"),
        ("Pelindungan data pribadi", "Dihubungi warga; memimpin bila data bocor"),
        ("Admin portal (dua orang)", "Membuat akun petugas, menjaga mesin dan cadangan"),
    )
)
MENIMBANG = """\
a. bahwa warga dan pemerintah kampung merencanakan dan membangun bersama melalui Portal Bangunrejo;
b. bahwa setiap kiriman warga harus dijawab pada waktunya dan data pribadi harus dijaga, sehingga \
perlu petugas yang jelas."""
MENGINGAT = """\
1. UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;
2. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik;
3. UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi;
4. (peraturan daerah dan peraturan bupati yang terkait)."""
KETENTUAN = """\
Anggota tim menjaga kerahasiaan pengirim dan tidak memakai data portal untuk keperluan lain.
Keputusan ini berlaku sejak ditetapkan dan ditinjau setiap tahun."""
JANJI = (
    ("Bahaya", "Dilihat dalam 1 hari kerja. Keadaan darurat: telepon 112 atau 110."),
    ("Kiriman baru", "Diperiksa dalam 3 hari kerja."),
    ("Jawaban pertama", "5 hari kerja sesudah diteruskan."),
    ("Usul", "Dalam 14 hari kerja dijawab: dibahas dalam musyawarah yang mana, dan kapan."),
    ("Keluhan yang perlu dikerjakan", "Selesai dalam 14 hari kerja, atau diberi tahu sebabnya."),
    ("Yang perlu pemeriksaan", "Selesai dalam 60 hari kerja."),
    ("Permintaan informasi", "Dijawab dalam 10 hari kerja, dapat ditambah 7 hari kerja."),
    ("Biaya", "Tidak ada."),
)
TAK_DITEPATI = """\
Portal menampilkan keterlambatan kami kepada semua orang.
Anda dapat mengadu ke kantor kecamatan, SP4N-LAPOR!, atau Ombudsman Republik Indonesia."""
SAAT_INSIDEN = tuple(
    tuple(satu.split(" | "))
    for satu in """\
Segera | Siapa pun yang melihatnya menelepon penanggung jawab data dan admin.
Jam ke-1 | Admin menutup jalannya: akun dihentikan, atau portal dimatikan.
Jam ke-4 | Tim mencatat: data apa, milik siapa, sejak kapan, bagaimana terjadinya.
Hari ke-1 | Camat diberi tahu tertulis. Bukti disimpan; riwayat tidak dihapus.
Paling lambat 3×24 jam | Orang yang datanya bocor dan lembaga pelindungan data diberi tahu \
tertulis: data apa, kapan dan bagaimana, serta yang sudah dilakukan.
Sesudahnya | Sebabnya diperbaiki, dan pelajarannya dibahas dalam rapat.""".splitlines()
)
DITELEPON = tuple(
    (satu, TITIK, TITIK)
    for satu in (
        "Penanggung jawab pelindungan data",
        "Admin pertama",
        "Admin kedua",
        "Camat",
        "Dinas Kominfo kabupaten",
    )
)
DITUNJUK = _berisian(
    (
        ("Operator portal", "Menjawab warga, mencatat proyek, menulis laporan"),
        ("Pengganti operator", "Mengerjakan hal yang sama bila operator berhalangan"),
        ("PPID kampung (biasanya sekretaris)", "Menyediakan informasi yang wajib diumumkan"),
    )
)
PESAN = """\
Setiap orang memakai akunnya sendiri dan tidak meminjamkan kata sandinya.
Yang berhenti bertugas segera diberitahukan kepada admin kecamatan."""


def sk_tim(_: Kampung | None) -> Lembar:
    """Return the decree that names the team of the portal."""
    tim = Tabel(
        "Menetapkan tim dengan susunan dan tugas berikut",
        ("Kedudukan", "Nama dan jabatan", "Tugas"),
        TIM,
        (24, 34, 42),
    )
    judul = "Keputusan Camat tentang Tim Pengelola Portal Bangunrejo"
    menimbang, mengingat = _tulisan("Menimbang", MENIMBANG), _tulisan("Mengingat", MENGINGAT)
    bagian = (menimbang, mengingat, tim, _tulisan("Ketentuan", KETENTUAN))
    return _lembar(None, judul, "Nomor: ....../KPTS/......", bagian)


def maklumat(_: Kampung | None) -> Lembar:
    """Return the charter of service; its days are those that the portal keeps."""
    janji = Rincian("Janji kami", JANJI)
    bagian = (janji, _tulisan("Bila kami tidak menepatinya", TAK_DITEPATI))
    sanggup = "Dengan ini kami menyatakan sanggup melayani warga menurut janji berikut."
    return _lembar(None, "Maklumat Pelayanan", sanggup, bagian)


def insiden(_: Kampung | None) -> Lembar:
    """Return the sheet that says who does what when data leak."""
    bagian = (
        Tabel("Yang dilakukan", ("Kapan", "Siapa berbuat apa"), SAAT_INSIDEN, (26, 74)),
        Tabel("Yang ditelepon", ("Tugas", "Nama", "Nomor telepon"), DITELEPON, (40, 32, 28)),
    )
    return _lembar(None, "Lembar Penanganan Insiden Data", "Ditempel di ruang petugas.", bagian)


def penunjukan(kampung: Kampung | None) -> Lembar:
    """Return the letter by which a Kepala Kampung names the operator and the stand-in."""
    kepala = ("Tugas", "Nama", "Yang dikerjakan")
    bagian = (Tabel("Menunjuk", kepala, DITUNJUK, (28, 32, 40)), _tulisan("Pesan", PESAN))
    judul = "Surat Penunjukan Operator Portal"
    return _lembar(kampung, judul, "Nomor: ....../......./......", bagian)


def _tulisan(judul: str, isi: str) -> Tulisan:
    return Tulisan(judul, isi.splitlines())


def _lembar(
    kampung: Kampung | None, judul: str, pengantar: str, bagian: tuple[Bagian, ...]
) -> Lembar:
    """Return a sheet of this kampung, or of the kecamatan for None, signed by its head."""
    kantor = kantor_kecamatan()
    return Lembar(
        kop=kop(kampung),
        alamat_kop=alamat_kop(kampung) if kampung else (kantor.alamat if kantor else ""),
        judul=judul,
        pengantar=(pengantar,),
        bagian=bagian,
        tempat=str(kampung) if kampung else TEMPAT,
        tanda_tangan=(TandaTangan(kepala_kampung(kampung) if kampung else CAMAT),),
        keterangan=(DRAF,),
        jalur=reverse("meja:kesiapan"),
    )


# The name in the address → the draft, of a kampung or of the kecamatan.
NASKAH: dict[str, Callable[[Kampung | None], Lembar]] = {
    "sk-tim": sk_tim,
    "maklumat": maklumat,
    "insiden": insiden,
    "penunjukan": penunjukan,
}
