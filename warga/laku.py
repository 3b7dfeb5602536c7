"""Every act on an account, on a kampung as a member of the portal, and on the list of what is
ready. Admins alone read the trail of an account (`warga.admin`)."""

from enum import StrEnum

from core.laku import Alasan, Kabar, Laku, Oleh, Pembaca, beku


class Aksi(StrEnum):
    """The acts on an account, as the trail names them. The stored values never change."""

    AKUN_DIBUAT = "akun_dibuat"
    ADMIN_PERTAMA_DIBUAT = "admin_pertama_dibuat"
    HAK_DIUBAH = "hak_diubah"
    JABATAN_DISIMPAN = "jabatan_disimpan"
    KONTAK_DIGANTI = "kontak_diganti"
    TELEPON_DIUBAH = "telepon_diubah"
    TELEPON_TERBUKTI = "telepon_terbukti"
    NOMOR_DILEPAS = "nomor_dilepas"
    PEMILIK_TERBUKTI = "pemilik_terbukti"
    KODE_AKTIVASI_DIBERIKAN = "kode_aktivasi_diberikan"
    KODE_DISERAHKAN = "kode_diserahkan"
    KODE_SANDI_DIMINTA = "kode_sandi_diminta"
    KODE_SANDI_DISETUJUI = "kode_sandi_disetujui"
    KODE_SANDI_DITOLAK = "kode_sandi_ditolak"
    KODE_SANDI_DITARIK = "kode_sandi_ditarik"
    KODE_SANDI_DIBUKA = "kode_sandi_dibuka"
    KODE_SANDI_DIBATALKAN_PEMILIK = "kode_sandi_dibatalkan_pemilik"
    SANDI_DIBUAT_DENGAN_KODE = "sandi_dibuat_dengan_kode"
    KODE_PENGAMAN_DICETAK = "kode_pengaman_dicetak"
    FAKTOR_KEDUA_DILEPAS = "faktor_kedua_dilepas"
    HAK_BACA_DIMINTA = "hak_baca_diminta"
    HAK_BACA_DIBERIKAN = "hak_baca_diberikan"
    HAK_BACA_DITOLAK = "hak_baca_ditolak"
    HAK_BACA_DITARIK = "hak_baca_ditarik"
    HAK_BACA_DICABUT = "hak_baca_dicabut"
    AKUN_DIKOSONGKAN = "akun_dikosongkan"


BERDUA = Alasan.WAJIB_PETUGAS  # the second person decides by the reason

LAKU = beku(
    {
        Aksi.AKUN_DIBUAT: Laku("Akun dibuat"),
        Aksi.ADMIN_PERTAMA_DIBUAT: Laku("Admin pertama dibuat", oleh=Oleh.PORTAL),
        Aksi.HAK_DIUBAH: Laku("Hak diubah"),
        Aksi.JABATAN_DISIMPAN: Laku("Jabatan disimpan"),
        Aksi.KONTAK_DIGANTI: Laku("Kontak diganti admin"),
        Aksi.TELEPON_DIUBAH: Laku("Nomor HP diubah pemiliknya", oleh=Oleh.WARGA),
        Aksi.TELEPON_TERBUKTI: Laku("Nomor HP diverifikasi dengan kode", oleh=Oleh.WARGA),
        Aksi.NOMOR_DILEPAS: Laku("Nomor HP dilepas, terbukti milik akun lain", oleh=Oleh.PORTAL),
        Aksi.PEMILIK_TERBUKTI: Laku("Pemilik terbukti", oleh=Oleh.WARGA),
        Aksi.KODE_AKTIVASI_DIBERIKAN: Laku("Kode aktivasi diberikan"),
        # This was written before activation codes and password codes became two acts.
        Aksi.KODE_DISERAHKAN: Laku("Kode cetak diserahkan"),
        Aksi.KODE_SANDI_DIMINTA: Laku("Kode sandi diminta", alasan=BERDUA),
        Aksi.KODE_SANDI_DISETUJUI: Laku("Kode sandi disetujui orang kedua", alasan=BERDUA),
        Aksi.KODE_SANDI_DITOLAK: Laku("Kode sandi ditolak orang kedua", alasan=BERDUA),
        Aksi.KODE_SANDI_DITARIK: Laku("Permintaan kode sandi ditarik"),
        Aksi.KODE_SANDI_DIBUKA: Laku("Kode sandi dibuka"),
        Aksi.KODE_SANDI_DIBATALKAN_PEMILIK: Laku(
            "Permintaan kode sandi dibatalkan pemilik akun", oleh=Oleh.WARGA
        ),
        Aksi.SANDI_DIBUAT_DENGAN_KODE: Laku("Sandi dibuat dengan kode", oleh=Oleh.WARGA),
        Aksi.KODE_PENGAMAN_DICETAK: Laku("Kode cadangan pengaman dicetak", oleh=Oleh.WARGA),
        Aksi.FAKTOR_KEDUA_DILEPAS: Laku("Kode keamanan kedua dilepas"),
        Aksi.HAK_BACA_DIMINTA: Laku("Hak baca diminta", alasan=BERDUA),
        Aksi.HAK_BACA_DIBERIKAN: Laku("Hak baca diberikan", alasan=BERDUA),
        Aksi.HAK_BACA_DITOLAK: Laku("Hak baca ditolak", alasan=BERDUA),
        Aksi.HAK_BACA_DITARIK: Laku("Permintaan hak baca ditarik"),
        Aksi.HAK_BACA_DICABUT: Laku("Hak baca dicabut"),
        Aksi.AKUN_DIKOSONGKAN: Laku("Akun dikosongkan"),
    }
)
# Nobody writes these any more; old rows are still read.
LAMA = frozenset({Aksi.KODE_DISERAHKAN})


class AksiKampung(StrEnum):
    """The acts on a kampung, as the trail names them."""

    BERGABUNG = "bergabung"
    BATAL_BERGABUNG = "batal_bergabung"


LAKU_KAMPUNG = beku(
    {
        AksiKampung.BERGABUNG: Laku("Kampung bergabung dengan portal", Pembaca.UMUM),
        AksiKampung.BATAL_BERGABUNG: Laku(
            "Kampung dinyatakan belum bergabung lagi", Pembaca.UMUM, BERDUA, Kabar.TANPA_PENGIKUT
        ),
    }
)


class AksiKesiapan(StrEnum):
    """The acts on one line of the list of what is ready, as the trail names them."""

    DICATAT = "kesiapan_dicatat"
    DIPERBAIKI = "kesiapan_diperbaiki"
    DICABUT = "kesiapan_dicabut"


LAKU_KESIAPAN = beku(
    {
        AksiKesiapan.DICATAT: Laku("Dicatat siap"),
        AksiKesiapan.DIPERBAIKI: Laku("Catatan kesiapan diperbaiki"),
        AksiKesiapan.DICABUT: Laku("Catatan kesiapan dicabut", alasan=BERDUA),
    }
)
