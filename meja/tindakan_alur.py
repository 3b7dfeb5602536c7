"""The further acts on a kiriman: ask, give word, delay, wait for others, merge, put away."""

from aspirasi.enums import STATUS_BELUM_DIPERIKSA, Aksi, Langkah, Status
from aspirasi.models import Aspirasi
from aspirasi.services import gabung, instansi, jawab
from core.waktu import hari_ini
from meja import forms, forms_alur, forms_gabung
from meja.tindakan_dasar import Data, Tindakan
from warga.models import Pengguna


def _minta_keterangan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return jawab.minta_keterangan(aspirasi=aspirasi, oleh=oleh, **data)


def _beri_kabar(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return jawab.beri_kabar(aspirasi=aspirasi, oleh=oleh, **data)


def _tunda(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return jawab.tunda(aspirasi=aspirasi, oleh=oleh, **data)


def _setel_golongan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return jawab.setel_golongan(aspirasi=aspirasi, oleh=oleh, **data)


def _tunggu(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return instansi.tunggu_instansi(aspirasi=aspirasi, oleh=oleh, **data)


def _catat_surat(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return instansi.catat_surat(aspirasi=aspirasi, oleh=oleh, **data)


def _buktikan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return jawab.buktikan(aspirasi=aspirasi, oleh=oleh, **data)


def _gabung(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return gabung.gabung(aspirasi=aspirasi, oleh=oleh, **data)


def _arsipkan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return jawab.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.ARSIPKAN, oleh=oleh, **data)


def _sudah_diperiksa(aspirasi: Aspirasi) -> bool:
    return aspirasi.terbuka and aspirasi.status not in STATUS_BELUM_DIPERIKSA


def _sudah_ditanya(aspirasi: Aspirasi) -> bool:
    """The sender was asked about the finished project, and the days to answer are over."""
    habis = aspirasi.tenggat is not None and aspirasi.tenggat < hari_ini()
    return aspirasi.langkah == Langkah.KONFIRMASI and habis


TINDAKAN_ALUR: dict[str, Tindakan] = {
    "minta-keterangan": Tindakan(
        "Tanyakan kepada pengirim",
        "Kirim pertanyaan",
        "aspirasi.periksa",
        forms_alur.TanyaForm,
        _minta_keterangan,
        "Pertanyaan tersimpan. Selama menunggu pengirim, hari kerjanya tidak dihitung.",
        aksi=Aksi.MINTA_KETERANGAN,
    ),
    "beri-kabar": Tindakan(
        "Beri kabar sementara",
        "Kirim kabar",
        "aspirasi.tangani",
        forms_alur.KabarForm,
        _beri_kabar,
        "Kabar sudah tampil. Kiriman ini masih harus diselesaikan.",
        aksi=Aksi.KABARI,
    ),
    "surat": Tindakan(
        "Catat surat berikutnya",
        "Simpan surat",
        "aspirasi.teruskan",
        forms_alur.SuratForm,
        _catat_surat,
        "Surat tercatat dan tampil bersama kiriman ini.",
        syarat=lambda aspirasi: aspirasi.status == Status.MENUNGGU_INSTANSI,
    ),
    "tunggu-instansi": Tindakan(
        "Tunggu instansi lain, dengan surat",
        "Catat surat dan tunggu",
        "aspirasi.teruskan",
        forms_alur.TungguForm,
        _tunggu,
        "Tercatat. Portal mengingatkan setiap 14 hari kerja sampai ada kabarnya.",
        aksi=Aksi.TUNGGU_INSTANSI,
    ),
    "buktikan": Tindakan(
        "Nyatakan terbukti pada proyek",
        "Tutup sebagai terbukti",
        "aspirasi.teruskan",
        forms_alur.BuktiForm,
        _buktikan,
        "Kiriman ditutup karena terbukti pada proyek yang selesai.",
        aksi=Aksi.BUKTIKAN,
        syarat=_sudah_ditanya,
    ),
    "tunda": Tindakan(
        "Tunda",
        "Umumkan tenggat baru",
        "aspirasi.tangani",
        forms_alur.TundaForm,
        _tunda,
        "Tenggat baru dan alasannya sudah tampil.",
        aksi=Aksi.TUNDA,
        syarat=lambda aspirasi: aspirasi.tenggat is not None,
    ),
    "golongan": Tindakan(
        "Ubah batas waktu",
        "Simpan batas waktu",
        "aspirasi.periksa",
        forms_alur.GolonganForm,
        _setel_golongan,
        "Batas waktunya sudah diubah.",
        syarat=_sudah_diperiksa,
    ),
}
TINDAKAN_TUTUP: dict[str, Tindakan] = {
    "gabung": Tindakan(
        "Gabung dengan kiriman lain",
        "Gabungkan",
        "aspirasi.periksa",
        forms_gabung.GabungForm,
        _gabung,
        "Kiriman sudah digabung. Pengirim membaca alasannya.",
        aksi=Aksi.GABUNG,
        negatif=True,
    ),
    "arsipkan": Tindakan(
        "Tidak dilanjutkan",
        "Jangan lanjutkan",
        "aspirasi.periksa",
        forms.AlasanForm,
        _arsipkan,
        "Kiriman tidak dilanjutkan. Pengirim membaca alasannya.",
        aksi=Aksi.ARSIPKAN,
        negatif=True,
    ),
}
