"""Photos of a kiriman become public with it, each by an official's choice."""

from collections.abc import Iterable

from django.db import transaction

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.models import Aspirasi, Lampiran
from aspirasi.services.alur import kunci_baris
from core.berkas import simpan as simpanan
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import sekarang
from warga.models import Pengguna


def terbitkan_foto(aspirasi: Aspirasi, foto: Iterable[Lampiran]) -> list[Lampiran]:
    """Copy those of `foto` that are not shown yet to the public, and return them.

    Nothing is copied for a kiriman that is not for everyone, or whose sender is under 18. Copying
    takes time, so it comes before the public number is taken, and `catat_foto` after it. The caller
    holds the lock of the kiriman.
    """
    if aspirasi.jangkauan != Jangkauan.PUBLIK or aspirasi.anak:
        return []
    milik = aspirasi.lampiran.filter(
        pk__in=[f.pk for f in foto], disetujui_pada=None, ditarik_pada=None
    )
    baru = list(milik.select_related("berkas").select_for_update(of=("self",)))
    for lampiran in baru:
        lampiran.disetujui_pada = sekarang()
        lampiran.save(update_fields=["disetujui_pada"])
        simpanan.terbitkan(lampiran.berkas)
    return baru


def catat_foto(aspirasi: Aspirasi, foto: Iterable[Lampiran], oleh: Pengguna) -> None:
    """Append to the trail that these photos are shown."""
    for _ in foto:
        catat(objek=aspirasi, aksi=Aksi.FOTO_DISETUJUI, oleh=oleh)


@transaction.atomic
def setujui_foto(*, lampiran: Lampiran, oleh: Pengguna) -> Lampiran:
    """Approve a photo: it becomes public with its kiriman.

    Raises TidakBisa when the kiriman is not public, or its sender is under 18.
    """
    aspirasi = kunci_baris(lampiran.aspirasi)
    if not aspirasi.terbit:
        raise TidakBisa("Kiriman ini tidak untuk umum, jadi fotonya tidak dapat ditampilkan.")
    if aspirasi.anak:
        raise TidakBisa("Pengirimnya belum 18 tahun, jadi fotonya hanya untuk petugas.")
    catat_foto(aspirasi, terbitkan_foto(aspirasi, [lampiran]), oleh)
    return Lampiran.objects.select_related("aspirasi", "berkas").get(pk=lampiran.pk)
