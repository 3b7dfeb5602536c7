"""Acts on news, and what a person says about being told.

Following is nobody else's business and changes nothing of the aspirasi, so it leaves no
Jejak: the trail could never forget who looked after what.
"""

from django.db import transaction

from aspirasi.models import Aspirasi
from aspirasi.services.ikut import PESAN_TIDAK_TAMPIL
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import sekarang
from kabar.laku import Aksi
from kabar.models import Ikutan, Kabar, Pemberitahuan, PilihanPemberitahuan, terlihat
from warga.models import Pengguna
from warga.rules import adalah_kecamatan


@transaction.atomic
def terbitkan(*, kabar: Kabar, oleh: Pengguna) -> Kabar:
    """Publish unsaved news under the name of the office, and leave a Jejak."""
    kabar.penulis, kabar.dari_kecamatan = oleh, adalah_kecamatan(oleh)
    kabar.save(force_insert=True)
    catat(objek=kabar, aksi=Aksi.TERBIT, oleh=oleh)
    return kabar


@transaction.atomic
def ikuti(*, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
    """Tell this person what happens from now on; return False when they followed already.

    Raises TidakBisa when not everybody may read it.
    """
    if not terlihat().filter(pk=aspirasi.pk).exists():
        raise TidakBisa(PESAN_TIDAK_TAMPIL)
    ikutan, baru = Ikutan.objects.select_for_update().get_or_create(
        aspirasi=aspirasi, pengguna=oleh
    )
    if not baru and not ikutan.aktif:
        ikutan.aktif, ikutan.sejak, baru = True, sekarang(), True
        ikutan.save(update_fields=["aktif", "sejak"])
    return baru


@transaction.atomic
def berhenti(*, aspirasi: Aspirasi, oleh: Pengguna) -> None:
    """Tell this person no more, also if they support it; what was told before stays."""
    Ikutan.objects.update_or_create(aspirasi=aspirasi, pengguna=oleh, defaults={"aktif": False})


@transaction.atomic
def tandai_dibaca(*, pemberitahuan: Pemberitahuan) -> None:
    """Mark one as read; the first time counts."""
    satu = Pemberitahuan.objects.filter(pk=pemberitahuan.pk)
    satu.belum_dibaca().update(dibaca_pada=sekarang())


@transaction.atomic
def tandai_semua_dibaca(*, oleh: Pengguna, sampai: int) -> int:
    """Mark what this person may be shown as read, up to the notice numbered `sampai`: what came
    after the page was opened stays new. Return how many there were."""
    baru = Pemberitahuan.objects.milik(oleh).belum_dibaca().filter(pk__lte=sampai)
    return baru.update(dibaca_pada=sekarang())


@transaction.atomic
def atur_surat(*, oleh: Pengguna, surat: bool) -> None:
    """Turn the daily letter on or off."""
    PilihanPemberitahuan.objects.update_or_create(pengguna=oleh, defaults={"surat": surat})


def kosongkan_akun(*, pengguna: Pengguna, oleh: Pengguna) -> None:
    """Forget what an account that is emptied followed and was told (setting PENGOSONGAN)."""
    for milik in (Ikutan, Pemberitahuan, PilihanPemberitahuan):
        milik.objects.filter(pengguna=pengguna).delete()
