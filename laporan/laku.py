"""Every act on a report, whose project tells of it, too (`proyek.laku`), on a pause of a kampung,
on a reminder, on a check of a resident, on a note of the BPK Kampung, and on answers."""

from enum import StrEnum
from types import MappingProxyType

from core.laku import MODERASI, Alasan, Kabar, Laku, Oleh, Pembaca, beku


class Aksi(StrEnum):
    """The acts on a report, as its trail names them."""

    TERBIT = "terbit"
    BELANJA_DIISI = "belanja_diisi"
    DITARIK = "ditarik"
    FOTO_DIHITAMKAN = "foto_dihitamkan"
    FOTO_DITARIK = "foto_ditarik"
    TULISAN_DIHITAMKAN = "tulisan_dihitamkan"
    DRAF_DIKIRIM = "draf_dikirim"
    DRAF_DIAMBIL = "draf_diambil"
    DRAF_DIKEMBALIKAN = "draf_dikembalikan"


LAKU = beku(
    {
        Aksi.TERBIT: Laku("Laporan terbit", Pembaca.TIDAK_ADA),
        # The trail of its project tells of it.
        Aksi.BELANJA_DIISI: Laku("Belanja yang menyusul diisi", Pembaca.TIDAK_ADA),
        # The trail of its project tells of it, and its followers.
        Aksi.DITARIK: Laku(
            "Laporan ditarik", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.FOTO_DIHITAMKAN: Laku(
            "Bagian foto ditutup", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.FOTO_DITARIK: Laku(
            "Foto ditarik dari umum", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        Aksi.TULISAN_DIHITAMKAN: Laku(
            "Sebagian tulisan dihitamkan", Pembaca.UMUM, Alasan.WAJIB_UMUM, Kabar.TANPA_PENGIKUT
        ),
        # Acts on a draft, which its office alone reads.
        Aksi.DRAF_DIKIRIM: Laku("Draf dikirim ke penerbit"),
        Aksi.DRAF_DIAMBIL: Laku("Draf diambil lagi untuk diubah"),
        Aksi.DRAF_DIKEMBALIKAN: Laku("Draf dikembalikan", alasan=Alasan.WAJIB_PETUGAS),
    }
)


class AksiPenerbit(StrEnum):
    """The acts on the answer who publishes the reports of a kampung."""

    DITETAPKAN = "ditetapkan"


LAKU_PENERBIT = beku({AksiPenerbit.DITETAPKAN: Laku("Penerbit laporan ditetapkan")})


class AksiPenulis(StrEnum):
    """The acts on a person who is asked to write drafts of a project."""

    DIMINTA = "diminta"
    DITERIMA = "diterima"
    DITOLAK = "ditolak"
    DICABUT = "dicabut"


LAKU_PENULIS = beku(
    {
        AksiPenulis.DIMINTA: Laku("Diminta menulis draf laporan"),
        AksiPenulis.DITERIMA: Laku("Bersedia menulis draf laporan", oleh=Oleh.WARGA),
        AksiPenulis.DITOLAK: Laku("Tidak menulis draf laporan", oleh=Oleh.WARGA),
        AksiPenulis.DICABUT: Laku("Tidak lagi menulis draf laporan"),
    }
)


class AksiPesan(StrEnum):
    """The act on a message to one person about a task in reports."""

    DISAMPAIKAN = "disampaikan"


LAKU_PESAN = beku({AksiPesan.DISAMPAIKAN: Laku("Disampaikan", Pembaca.PENGIRIM)})


class AksiJeda(StrEnum):
    """The acts on a pause that the camat grants a kampung."""

    DIBERIKAN = "diberikan"
    DIPENDEKKAN = "dipendekkan"
    DIBATALKAN = "dibatalkan"
    BERAKHIR = "berakhir"
    DIPERBAIKI = "diperbaiki"
    DIHITAMKAN = "tulisan_dihitamkan"


_UMUM, _BERALASAN = Pembaca.UMUM, Alasan.WAJIB_UMUM
# The aparat hear of it, and whoever follows the kampung.
_SEKAMPUNG = Kabar.KAMPUNG | Kabar.APARAT
LAKU_JEDA = beku(
    {
        AksiJeda.DIBERIKAN: Laku("Jeda pelaporan diberikan", _UMUM, kabar=_SEKAMPUNG),
        AksiJeda.DIPENDEKKAN: Laku("Jeda pelaporan dipendekkan", _UMUM, _BERALASAN, _SEKAMPUNG),
        AksiJeda.DIBATALKAN: Laku("Jeda pelaporan dibatalkan", _UMUM, _BERALASAN, _SEKAMPUNG),
        AksiJeda.BERAKHIR: Laku(
            "Jeda pelaporan berakhir", _UMUM, kabar=_SEKAMPUNG, oleh=Oleh.PORTAL
        ),
        AksiJeda.DIPERBAIKI: Laku(
            "Kata-kata jeda diperbaiki", _UMUM, _BERALASAN, Kabar.TANPA_PENGIKUT
        ),
        AksiJeda.DIHITAMKAN: Laku(
            "Sebagian kata jeda dihitamkan", _UMUM, _BERALASAN, Kabar.TANPA_PENGIKUT
        ),
    }
)


class AksiPengingat(StrEnum):
    """The reminders of the reports of a kampung, all of a moment in one."""

    SEGERA = "segera"
    TERLAMBAT = "terlambat"


LAKU_PENGINGAT = beku(
    {
        AksiPengingat.SEGERA: Laku("Laporan segera ditunggu", kabar=Kabar.APARAT, oleh=Oleh.PORTAL),
        AksiPengingat.TERLAMBAT: Laku(
            "Laporan terlambat, diingatkan", kabar=Kabar.APARAT, oleh=Oleh.PORTAL
        ),
    }
)


class AksiTanggapan(StrEnum):
    """The acts on the answer to something that residents or the BPK Kampung say: on whatever is
    answered (`laporan.models.ditanggapi`)."""

    DITANGGAPI = "ditanggapi"
    DIPERBAIKI = "tanggapan_diperbaiki"
    DITARIK = "tanggapan_ditarik"
    DIHITAMKAN = "tulisan_dihitamkan"
    BELUM_PUAS = "belum_puas"
    TERLAMBAT = "tanggapan_terlambat"


# A table of whatever is answered takes these rows along.
TANGGAPAN = beku(
    {
        AksiTanggapan.DITANGGAPI: Laku("Ditanggapi", _UMUM),
        AksiTanggapan.DIPERBAIKI: Laku("Tanggapan diperbaiki", _UMUM, _BERALASAN),
        AksiTanggapan.DITARIK: Laku("Tanggapan ditarik", _UMUM, _BERALASAN, Kabar.TANPA_PENGIKUT),
        AksiTanggapan.DIHITAMKAN: Laku(
            "Sebagian tulisan dihitamkan", _UMUM, _BERALASAN, Kabar.TANPA_PENGIKUT
        ),
        AksiTanggapan.BELUM_PUAS: Laku(
            "Tanggapannya belum menjawab; kecamatan menanggapi", _UMUM, kabar=Kabar.APARAT
        ),
        AksiTanggapan.TERLAMBAT: Laku(
            "Tanggapan terlambat, diingatkan", _UMUM, kabar=Kabar.APARAT, oleh=Oleh.PORTAL
        ),
    }
)


class AksiCek(StrEnum):
    """The acts on a check of a resident. Those of the sender name no account in the trail."""

    DITULIS = "ditulis"
    DIPERBAIKI = "diperbaiki"
    DITARIK = "ditarik"
    DILOLOSKAN = "diloloskan"
    DIHITAMKAN = "tulisan_dihitamkan"
    FOTO_DIBATASI = "foto_dibatasi"
    DIKABARKAN = "dikabarkan"
    DIPERIKSA = "diperiksa"
    DILIHAT = "dilihat"


LAKU_CEK = beku(
    TANGGAPAN,
    {
        # A word of the sender, whose day nobody reads; the page shows it.
        AksiTanggapan.BELUM_PUAS: Laku(
            "Tanggapannya belum menjawab; kecamatan menanggapi",
            Pembaca.PENGIRIM,
            oleh=Oleh.PENGIRIM,
        ),
        AksiCek.DITULIS: Laku("Ditulis", Pembaca.PENGIRIM, oleh=Oleh.PENGIRIM),
        AksiCek.DIPERBAIKI: Laku("Diperbaiki", Pembaca.PENGIRIM, oleh=Oleh.PENGIRIM),
        AksiCek.DITARIK: Laku("Ditarik", Pembaca.PENGIRIM, oleh=Oleh.PENGIRIM),
        AksiCek.DILOLOSKAN: Laku("Sudah dibaca petugas dan sekarang tampil", Pembaca.PENGIRIM),
        AksiCek.DIHITAMKAN: Laku(
            "Sebagian kata cek dihitamkan", _UMUM, _BERALASAN, Kabar.TANPA_PENGIKUT
        ),
        AksiCek.FOTO_DIBATASI: Laku(
            "Foto hanya untuk kecamatan", Pembaca.PENGIRIM, Alasan.WAJIB_PENGIRIM
        ),
        # After its week, so that no notice tells the day (docs/keputusan/0060-cek-warga.md).
        AksiCek.DIKABARKAN: Laku(
            "Ada cek warga",
            _UMUM,
            oleh=Oleh.PORTAL,
            kata_lain=MappingProxyType({Pembaca.PENGIRIM: "Cek Anda dikabarkan kepada pengikut"}),
        ),
        # Acts on the look that it led to, of which its sender is told
        # (docs/keputusan/0066-lapangan.md).
        AksiCek.DIPERIKSA: Laku(
            "Kecamatan akan memeriksa di lapangan", Pembaca.PENGIRIM, oleh=Oleh.PORTAL
        ),
        AksiCek.DILIHAT: Laku("Kecamatan sudah memeriksa di lapangan", Pembaca.PENGIRIM),
    },
    MODERASI,
)


class AksiCatatan(StrEnum):
    """The acts on a note of the BPK Kampung, beside those on its answers."""

    DITULIS = "ditulis"
    DIPERBAIKI = "diperbaiki"
    DITARIK = "ditarik"
    LAMPIRAN = "lampiran"
    LAMPIRAN_DITARIK = "lampiran_ditarik"
    LAMPIRAN_DITUTUP = "lampiran_ditutup"


_HENING = Kabar.TANPA_PENGIKUT
LAKU_CATATAN = beku(
    {
        # The aparat hear of it as work (`kabar.bacaan.kerja_tanggapan`).
        AksiCatatan.DITULIS: Laku(
            "Catatan pengawasan ditulis", _UMUM, kabar=Kabar.KAMPUNG | Kabar.TANPA_APARAT
        ),
        AksiCatatan.DIPERBAIKI: Laku(
            "Catatan pengawasan diperbaiki", _UMUM, _BERALASAN, Kabar.APARAT
        ),
        AksiCatatan.DITARIK: Laku("Catatan pengawasan ditarik", _UMUM, _BERALASAN, Kabar.APARAT),
        AksiCatatan.LAMPIRAN: Laku("Foto atau pindaian ditambahkan", _UMUM, kabar=_HENING),
        AksiCatatan.LAMPIRAN_DITARIK: Laku(
            "Foto atau pindaian ditarik", _UMUM, _BERALASAN, _HENING
        ),
        AksiCatatan.LAMPIRAN_DITUTUP: Laku("Bagian foto ditutup", _UMUM, _BERALASAN, _HENING),
    },
    TANGGAPAN,
)


class AksiLapangan(StrEnum):
    """The acts on a look in the field. The trail of its project tells of them, too."""

    DIBUKA = "dibuka"
    DICATAT = "dicatat"
    DIPERBAIKI = "diperbaiki"
    DIBATALKAN = "dibatalkan"
    DIJAWAB = "dijawab"
    TERLAMBAT = "terlambat"
    FOTO_DITAMBAH = "foto_ditambah"
    FOTO_DITARIK = "foto_ditarik"
    FOTO_DIHITAMKAN = "foto_dihitamkan"
    DIHITAMKAN = "tulisan_dihitamkan"


# The page of a look shows its rows; the trail of its project tells followers of these acts. Where
# residents opened it, no row tells the day to everybody.
_DIAM = Pembaca.TIDAK_ADA
LAKU_LAPANGAN = beku(
    {
        AksiLapangan.DIBUKA: Laku("Pemeriksaan lapangan dibuka", _DIAM),
        AksiLapangan.DICATAT: Laku("Hasil pemeriksaan dicatat", _DIAM),
        AksiLapangan.DIPERBAIKI: Laku("Hasil pemeriksaan diperbaiki", _DIAM),
        AksiLapangan.DIBATALKAN: Laku("Tidak jadi diperiksa", _UMUM, _BERALASAN),
        AksiLapangan.DIJAWAB: Laku("Aparat kampung menjawab: sudah ditepati?", _DIAM),
        AksiLapangan.TERLAMBAT: Laku("Terlambat, diingatkan", _UMUM, oleh=Oleh.PORTAL),
        AksiLapangan.FOTO_DITAMBAH: Laku("Foto ditambahkan", _DIAM),
        AksiLapangan.FOTO_DITARIK: Laku("Foto ditarik dari umum", _UMUM, _BERALASAN),
        AksiLapangan.FOTO_DIHITAMKAN: Laku("Bagian foto ditutup", _UMUM, _BERALASAN),
        AksiLapangan.DIHITAMKAN: Laku("Sebagian tulisan dihitamkan", _UMUM, _BERALASAN),
    }
)


class AksiInspektorat(StrEnum):
    """The acts on the note of a letter to the Inspektorat, which its readers alone see."""

    DICATAT = "dicatat"
    DICABUT = "dicabut"


# The reason could tell what the letter says: its readers alone read it.
LAKU_INSPEKTORAT = beku(
    {
        AksiInspektorat.DICATAT: Laku("Surat ke Inspektorat dicatat", _DIAM),
        AksiInspektorat.DICABUT: Laku(
            "Catatan surat ke Inspektorat dicabut", alasan=Alasan.WAJIB_PETUGAS
        ),
    }
)


class AksiMusyawarah(StrEnum):
    """The acts on a musyawarah penyelesaian. The trail of its project tells of them, too."""

    DIRENCANAKAN = "direncanakan"
    DIUBAH = "diubah"
    DIBATALKAN = "dibatalkan"
    DICATAT = "dicatat"
    DIPERBAIKI = "diperbaiki"
    DIHITAMKAN = "tulisan_dihitamkan"


LAKU_MUSYAWARAH = beku(
    {
        AksiMusyawarah.DIRENCANAKAN: Laku("Direncanakan", _UMUM),
        AksiMusyawarah.DIUBAH: Laku("Rencana diubah", _UMUM, _BERALASAN),
        AksiMusyawarah.DIBATALKAN: Laku("Rencana dibatalkan", _UMUM, _BERALASAN),
        AksiMusyawarah.DICATAT: Laku("Hasil dicatat", _UMUM),
        AksiMusyawarah.DIPERBAIKI: Laku("Hasil diperbaiki", _UMUM, _BERALASAN),
        AksiMusyawarah.DIHITAMKAN: Laku("Sebagian tulisan dihitamkan", _UMUM, _BERALASAN),
    }
)
