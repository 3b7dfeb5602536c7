"""Work of the second of two people: requests that one asked for and another decides."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from aspirasi.enums import Aksi as AksiKiriman
from aspirasi.models import Aspirasi, PermintaanPin
from core.hal import Tampilan
from core.models import Berdua
from core.templatetags.bentuk import tanggal
from kabar.alamat import PIN
from kabar.enums import Kerja
from warga.laku import Aksi
from warga.models import Pengguna, PermintaanPembaca, PermintaanSandi
from warga.rules import adalah_kecamatan


def _satu(
    jenis: Kerja, hal: str, model: Any, aksi: str, kata: str, alamat: str, kunci: str, jejak: str
) -> dict[str, Any]:
    """Return the declaration of one kind of request. Its notice names neither the account nor the
    kiriman that it is about: the list behind it does, for whoever may decide."""

    def menunggu(orang: Any) -> QuerySet[Any]:
        if not adalah_kecamatan(orang):
            return model.objects.none()
        return model.objects.untuk_diputus(orang)

    def tampilan(permintaan: Berdua) -> Tampilan:
        diminta = f"Diminta {tanggal(permintaan.diminta_pada)}"
        return Tampilan(kata, reverse(alamat), diminta)

    return {
        "jenis": jenis,
        "hal": hal,
        "model": model,
        "jejak": jejak,
        "kunci": kunci,
        "kata": {aksi: "Menunggu putusan Anda"},
        "untuk": menunggu,
        "terbaca": menunggu,
        "baris": model.objects.all,
        "tampilan": tampilan,
        "banyak": f"{kata}: beberapa menunggu putusan Anda",
        "alamat": lambda: reverse(alamat),
    }


_AKUN = ("pengguna", Pengguna.jenis_jejak)
PEKERJAAN: tuple[dict[str, Any], ...] = (
    _satu(
        Kerja.PIN,
        "pin",
        PermintaanPin,
        AksiKiriman.PIN_DIMINTA,
        "Permintaan PIN baru",
        PIN,
        "aspirasi__acuan",
        Aspirasi.jenis_jejak,
    ),
    _satu(
        Kerja.SANDI,
        "sandi",
        PermintaanSandi,
        Aksi.KODE_SANDI_DIMINTA,
        "Permintaan kode kata sandi",
        "kode:sandi",
        *_AKUN,
    ),
    _satu(
        Kerja.PEMBACA,
        "pembaca",
        PermintaanPembaca,
        Aksi.HAK_BACA_DIMINTA,
        "Permintaan pembaca kiriman rahasia",
        "kode:pembaca",
        *_AKUN,
    ),
)
