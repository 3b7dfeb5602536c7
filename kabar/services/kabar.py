"""Acts on news, and a person's wishes about being told.

Following is nobody else's business and changes nothing of the thing, so it leaves no Jejak: the
trail could never forget who followed which thing.
"""

from typing import Any

from django.db import transaction
from django.db.models import Q

from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import sekarang
from kabar.bacaan.jenis import jenis_dari
from kabar.bacaan.milik import untuk
from kabar.laku import Aksi
from kabar.models import Hal, Ikutan, Kabar, KabarRekan, Pemberitahuan, PilihanPemberitahuan
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
def ikuti(*, objek: Any, oleh: Pengguna) -> bool:
    """Let this person follow from now on. Return False when they followed already.

    `objek` is a row of a kind that can be followed (`kabar.bacaan.jenis.DIIKUTI`). Raises
    TidakBisa when not everybody may read it.
    """
    jenis = jenis_dari(objek)
    if not (jenis.alamat and jenis.umum().filter(pk=objek.pk).exists()):
        raise TidakBisa(f"{jenis.kata.capitalize()} ini tidak tampil, jadi tidak dapat diikuti.")
    ikutan, baru = Ikutan.objects.select_for_update(of=("self",)).get_or_create(
        hal=_hal(objek), pengguna=oleh
    )
    if not baru and not ikutan.aktif:
        ikutan.aktif, ikutan.sejak, baru = True, sekarang(), True
        ikutan.save(update_fields=["aktif", "sejak"])
    return baru


@transaction.atomic
def berhenti(*, objek: Any, oleh: Pengguna) -> None:
    """Let this person follow no longer, also if they follow without having pressed anything. Older
    notices stay."""
    Ikutan.objects.update_or_create(hal=_hal(objek), pengguna=oleh, defaults={"aktif": False})


def _hal(objek: Any) -> Hal:
    return Hal.objects.get_or_create(**{jenis_dari(objek).nama: objek})[0]


@transaction.atomic
def tandai_dibaca(*, pemberitahuan: Pemberitahuan, oleh: Pengguna) -> None:
    """Mark one as read. Only the first time counts."""
    _baca([pemberitahuan], oleh)


@transaction.atomic
def tandai_semua_dibaca(*, oleh: Pengguna, sampai: int) -> int:
    """Mark the notices of this person as read, up to the one numbered `sampai`: notices that came
    after the page was opened stay new. Return how many there were."""
    baru = list(untuk(oleh, baru=True).filter(pk__lte=sampai))
    _baca(baru, oleh)
    return len(baru)


def _baca(semua: list[Pemberitahuan], oleh: Pengguna) -> None:
    """Mark them as read: their own in place, those of a kampung by a row of their own."""
    kini = sekarang()
    milik = Pemberitahuan.objects.filter(pk__in=[p.pk for p in semua], pengguna=oleh)
    milik.belum_dibaca().update(dibaca_pada=kini)
    salinan = [
        Pemberitahuan(
            pengguna=oleh, hal_id=p.hal_id, jejak=p.jejak, waktu=p.waktu, dibaca_pada=kini
        )
        for p in semua
        if p.kampung_id
    ]
    Pemberitahuan.objects.bulk_create(salinan, ignore_conflicts=True)


@transaction.atomic
def atur_surat(*, oleh: Pengguna, surat: bool) -> None:
    """Turn the daily letter on or off."""
    atur_pilihan(oleh=oleh, surat=surat)


@transaction.atomic
def atur_pilihan(*, oleh: Pengguna, **pilihan: bool) -> None:
    """Store how this person wants to be told: `surat`, `surat_meja`, `wa_rekan`, those given."""
    PilihanPemberitahuan.objects.update_or_create(pengguna=oleh, defaults=pilihan)


def kosongkan_akun(*, pengguna: Pengguna, oleh: Pengguna) -> None:
    """Forget the follows and notices of an account that is emptied, and notices of the requests
    about it, which go with it (setting PENGOSONGAN)."""
    tentang = Hal.objects.filter(Q(sandi__pengguna=pengguna) | Q(pembaca__pengguna=pengguna))
    Pemberitahuan.objects.filter(hal__in=tentang).delete()
    tentang.delete()
    KabarRekan.objects.filter(kepada=pengguna).delete()
    for milik in (Ikutan, Pemberitahuan, PilihanPemberitahuan):
        milik.objects.filter(pengguna=pengguna).delete()
