"""The acts on a kiriman that a desk offers: who, when, with which form, by which service."""

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi
from aspirasi.services import instansi, jawab, tangani
from aspirasi.services.foto_umum import setujui_foto
from meja import forms, forms_kantor
from meja.bahaya import umumkan_bahaya
from meja.periksa import periksa
from meja.tindakan_alur import TINDAKAN_ALUR, TINDAKAN_TUTUP
from meja.tindakan_dasar import Data, Tindakan
from meja.tindakan_letak import TINDAKAN_LETAK, TINDAKAN_LETAK_DIMINTA
from meja.tindakan_pembaca import TINDAKAN_DIMINTA, TINDAKAN_PEMBACA
from warga.models import Pengguna


def _periksa(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return periksa(aspirasi=aspirasi, oleh=oleh, **data)


def _teruskan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return tangani.teruskan(aspirasi=aspirasi, oleh=oleh, **data)


def _ambil(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return tangani.ambil(aspirasi=aspirasi, oleh=oleh)


def _tanggapi(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return jawab.tanggapi(aspirasi=aspirasi, oleh=oleh, **data)


def _tolak(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return jawab.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.TOLAK, oleh=oleh, **data)


def _bukan_wewenang(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return jawab.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.BUKAN_WEWENANG, oleh=oleh, **data)


def _hubungkan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return tangani.hubungkan_proyek(aspirasi=aspirasi, oleh=oleh, **data)


def _catat(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return tangani.catat_internal(aspirasi=aspirasi, oleh=oleh, **data)


def _setujui_foto(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return [setujui_foto(lampiran=f, oleh=oleh) for f in data["foto"]]


def _ambil_dulu(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return tangani.ambil_dulu(aspirasi=aspirasi, oleh=oleh)


def _tugaskan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return tangani.tugaskan(aspirasi=aspirasi, oleh=oleh, **data)


def _baca_balasan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return jawab.baca_balasan(aspirasi=aspirasi, oleh=oleh, **data)


def _lapor(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return instansi.catat_nomor_lapor(aspirasi=aspirasi, oleh=oleh, **data)


def _umumkan_bahaya(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return umumkan_bahaya(aspirasi=aspirasi, oleh=oleh, **data)


def _ada_foto_menunggu(aspirasi: Aspirasi) -> bool:
    menunggu = (f.disetujui_pada is None for f in aspirasi.lampiran.all())
    return aspirasi.terbit and not aspirasi.anak and any(menunggu)


# In the order of the page: what usually comes next stands first.
TINDAKAN: dict[str, Tindakan] = {
    **TINDAKAN_DIMINTA,
    **TINDAKAN_LETAK_DIMINTA,
    "periksa": Tindakan(
        "Periksa",
        "Nyatakan sudah diperiksa",
        "aspirasi.periksa",
        forms.PeriksaForm,
        _periksa,
        "Kiriman sudah diperiksa.",
        aksi=Aksi.PERIKSA,
        utama=True,
    ),
    "ambil-dulu": Tindakan(
        "Mulai menangani sebelum diperiksa",
        "Kami mulai menangani",
        "aspirasi.ambil_dulu",
        forms.TindakanForm,
        _ambil_dulu,
        "Tercatat bahwa kampung Anda mulai menangani. Tulisannya tetap diperiksa lebih dulu.",
        dekat=True,
        aksi=Aksi.AMBIL_DULU,
        syarat=lambda aspirasi: aspirasi.ditangani_id is None,
    ),
    "teruskan": Tindakan(
        "Teruskan",
        "Teruskan",
        "aspirasi.teruskan",
        forms.TeruskanForm,
        _teruskan,
        "Kiriman sudah diteruskan.",
        aksi=Aksi.TERUSKAN,
        utama=True,
    ),
    "ambil": Tindakan(
        "Mulai menangani",
        "Saya mulai menangani",
        "aspirasi.tangani",
        forms.TindakanForm,
        _ambil,
        "Tercatat bahwa kiriman ini mulai ditangani.",
        dekat=True,
        aksi=Aksi.AMBIL,
    ),
    "tanggapi": Tindakan(
        "Jawab",
        "Kirim jawaban",
        "aspirasi.tangani",
        forms.TanggapiForm,
        _tanggapi,
        "Jawaban sudah terkirim dan dapat dibaca pengirim.",
        aksi=Aksi.TANGGAPI,
        utama=True,
    ),
    "foto": Tindakan(
        "Tampilkan foto",
        "Tampilkan foto yang dipilih",
        "aspirasi.periksa",
        forms.FotoForm,
        _setujui_foto,
        "Foto sudah tampil untuk umum.",
        syarat=_ada_foto_menunggu,
    ),
    "hubungkan": Tindakan(
        "Hubungkan dengan proyek yang ada",
        "Hubungkan",
        "aspirasi.tangani",
        forms.HubungkanForm,
        _hubungkan,
        "Proyek sudah dihubungkan. Pengirim melihatnya.",
        aksi=Aksi.RENCANAKAN,
        syarat=lambda aspirasi: aspirasi.kampung_id is not None,
    ),
    **TINDAKAN_ALUR,
    "kabar-bahaya": Tindakan(
        "Umumkan bahaya ini",
        "Terbitkan peringatan sekarang",
        "aspirasi.tangani",
        forms_kantor.KabarBahayaForm,
        _umumkan_bahaya,
        "Peringatan bahaya sudah terbit dan tampil di beranda.",
        syarat=lambda aspirasi: aspirasi.bahaya and aspirasi.terbuka,
        dekat=True,
    ),
    "tugaskan": Tindakan(
        "Atur siapa yang memegang",
        "Simpan",
        "aspirasi.tangani",
        forms_kantor.TugaskanForm,
        _tugaskan,
        "Sudah diatur siapa yang memegang kiriman ini.",
        syarat=lambda aspirasi: aspirasi.terbuka,
    ),
    "baca-balasan": Tindakan(
        "Nyatakan balasan sudah dibaca",
        "Balasan sudah dibaca",
        "aspirasi.baca_balasan",
        forms_kantor.BacaBalasanForm,
        _baca_balasan,
        "Tercatat: balasan pengirim sudah dibaca.",
        syarat=lambda aspirasi: aspirasi.balasan_pada is not None,
        dekat=True,
    ),
    "catatan": Tindakan(
        "Tulis catatan untuk petugas",
        "Simpan catatan",
        "aspirasi.tangani",
        forms.CatatanForm,
        _catat,
        "Catatan tersimpan.",
    ),
    "lapor": Tindakan(
        "Catat nomor SP4N-LAPOR!",
        "Simpan nomor",
        "aspirasi.tangani",
        forms_kantor.LaporForm,
        _lapor,
        "Nomor SP4N-LAPOR! tersimpan.",
        syarat=lambda aspirasi: not aspirasi.terbuka,
    ),
    "bukan-wewenang": Tindakan(
        "Bukan wewenang kami",
        "Nyatakan bukan wewenang",
        "aspirasi.periksa",
        forms.TolakForm,
        _bukan_wewenang,
        "Kiriman ditutup karena bukan wewenang.",
        aksi=Aksi.BUKAN_WEWENANG,
        negatif=True,
    ),
    "tolak": Tindakan(
        "Tolak",
        "Tolak kiriman",
        "aspirasi.periksa",
        forms.TolakForm,
        _tolak,
        "Kiriman ditolak. Pengirim membaca alasannya.",
        aksi=Aksi.TOLAK,
        negatif=True,
    ),
    **TINDAKAN_TUTUP,
    **TINDAKAN_PEMBACA,
    **TINDAKAN_LETAK,
}
