"""The acts on a kiriman that a desk offers: who, when, with which form, by which service."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import rules

from aspirasi import services
from aspirasi.enums import TRANSISI, Aksi, Status
from aspirasi.models import Aspirasi
from meja import forms
from warga.models import Pengguna

Data = dict[str, Any]


@dataclass(frozen=True)
class Tindakan:
    """One act. `aksi` ties it to the table of transitions; `syarat` is what else must hold.

    `utama`: usually the next step, so its form stands open.
    """

    label: str
    tombol: str
    izin: str
    form: type[forms.TindakanForm]
    jalan: Callable[[Aspirasi, Data, Pengguna], object]
    pesan: str
    aksi: Aksi | None = None
    syarat: Callable[[Aspirasi], bool] = lambda aspirasi: True
    utama: bool = False
    negatif: bool = False

    def boleh(self, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
        return bool(rules.has_perm(self.izin, oleh, aspirasi))

    def mungkin(self, aspirasi: Aspirasi) -> bool:
        pas = self.aksi is None or aspirasi.status in TRANSISI[self.aksi].dari
        return pas and self.syarat(aspirasi)


def _periksa(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return services.periksa(aspirasi=aspirasi, oleh=oleh, **data)


def _teruskan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return services.teruskan(aspirasi=aspirasi, oleh=oleh, **data)


def _ambil(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return services.ambil(aspirasi=aspirasi, oleh=oleh)


def _tanggapi(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return services.tanggapi(aspirasi=aspirasi, oleh=oleh, **data)


def _tolak(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return services.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.TOLAK, oleh=oleh, **data)


def _bukan_wewenang(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return services.tutup_negatif(aspirasi=aspirasi, aksi=Aksi.BUKAN_WEWENANG, oleh=oleh, **data)


def _hubungkan(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return services.hubungkan_proyek(aspirasi=aspirasi, oleh=oleh, **data)


def _catat(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return services.catat_internal(aspirasi=aspirasi, oleh=oleh, **data)


def _setujui_foto(aspirasi: Aspirasi, data: Data, oleh: Pengguna) -> object:
    return [services.setujui_foto(lampiran=f, oleh=oleh) for f in data["foto"]]


def _dapat_dihubungkan(aspirasi: Aspirasi) -> bool:
    menunggu = (*TRANSISI[Aksi.RENCANAKAN].dari, Status.DIRENCANAKAN)
    return aspirasi.kampung_id is not None and aspirasi.status in menunggu


def _ada_foto_menunggu(aspirasi: Aspirasi) -> bool:
    return aspirasi.terbit and any(f.disetujui_pada is None for f in aspirasi.lampiran.all())


# In the order of the page: what usually comes next stands first.
TINDAKAN: dict[str, Tindakan] = {
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
        syarat=_dapat_dihubungkan,
    ),
    "catatan": Tindakan(
        "Tulis catatan internal",
        "Simpan catatan",
        "aspirasi.tangani",
        forms.CatatanForm,
        _catat,
        "Catatan tersimpan.",
    ),
    "bukan-wewenang": Tindakan(
        "Bukan wewenang kami",
        "Nyatakan bukan wewenang",
        "aspirasi.periksa",
        forms.AlasanForm,
        _bukan_wewenang,
        "Kiriman ditutup karena bukan wewenang.",
        aksi=Aksi.BUKAN_WEWENANG,
        negatif=True,
    ),
    "tolak": Tindakan(
        "Tolak",
        "Tolak kiriman",
        "aspirasi.periksa",
        forms.AlasanForm,
        _tolak,
        "Kiriman ditolak. Pengirim membaca alasannya.",
        aksi=Aksi.TOLAK,
        negatif=True,
    ),
}
