"""Pages about decisions that give typed words out again: who types, where, and in which field."""

from collections.abc import Callable

from django.urls import reverse

from core.waktu import hari_ini
from proyek.enums import Pencatat
from proyek.models import PindaianKeputusan, SikapKakam
from proyek.services.pindaian import unggah
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.kampung import instansi_kampung
from tests.pabrik.orang import JabatanFactory, PenggunaFactory
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_keputusan
from warga.enums import NamaJabatan, Peran
from warga.models import Pengguna


def _pindaian_ubah(pemeran: Pemeran) -> tuple[str, str]:
    keputusan = buat_keputusan(pemeran.aparat, pencatat=Pencatat.KAMPUNG)
    satu = PindaianKeputusan(keputusan=keputusan, berkas=foto_tersimpan())
    unggah(pindaian=satu, oleh=pemeran.aparat)
    return (reverse("keputusan:pindaian_ubah", args=[keputusan.nomor, satu.pk]),) * 2


def _di(nama: str) -> Callable[[Pemeran], tuple[str, str]]:
    """Return the address of a page of a new decision, twice."""

    def buat(pemeran: Pemeran) -> tuple[str, str]:
        keputusan = buat_keputusan(pemeran.aparat, pencatat=Pencatat.KAMPUNG)
        return (reverse(nama, args=[keputusan.nomor]),) * 2

    return buat


def _sikap(pemeran: Pemeran) -> tuple[str, str]:
    """A decision that staf entered, and that waits for the word of the kakam."""
    keputusan = buat_keputusan(pemeran.staf, pencatat=Pencatat.UNTUK_KAMPUNG)
    SikapKakam.objects.create(keputusan=keputusan, kakam=pemeran.kakam)
    return (reverse("keputusan:sikap", args=[keputusan.nomor]),) * 2


def kakam_lama(pemeran: Pemeran) -> Pengguna:
    """Return the kakam whose last day is today: both hold the office."""
    lama = PenggunaFactory(peran=Peran.APARAT, kampung=pemeran.kampung)
    kantor = instansi_kampung(pemeran.kampung)
    JabatanFactory(pengguna=lama, nama=NamaJabatan.KAKAM, instansi=kantor, selesai=hari_ini())
    return lama


FORMULIR_KEPUTUSAN: dict[str, tuple[str, Callable[[Pemeran], tuple[str, str]], str]] = {
    "keputusan:pindaian": ("aparat", _di("keputusan:pindaian"), "keterangan"),
    "keputusan:pindaian_ubah": ("aparat", _pindaian_ubah, "alasan"),
    "keputusan:sikap": ("kakam", _sikap, "alasan"),
    "keputusan:tarik": ("aparat", _di("keputusan:tarik"), "alasan"),
}
