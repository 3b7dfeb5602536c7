"""Periodic work on checks: followers hear of them after their week, and photos are proven to be as
public as their checks."""

import datetime as dt
import logging

from django.db import transaction
from django.db.models import BooleanField, Case, F, Q, QuerySet, When

from core.jejak.catat import catat
from core.moderasi.tampil import selaraskan_berkas
from core.waktu import hari_ini, sekarang
from laporan.laku import AksiCek
from laporan.models import CekWarga
from laporan.models.cek import UMUM
from warga.services.surel import kabari_admin

log = logging.getLogger(__name__)
SEKALIGUS = 500  # checks a night; the others follow the next
PERIHAL = "Foto cek warga tidak cocok dan sudah dibetulkan"
ISI = (
    "Pemeriksaan malam menemukan foto cek warga yang terbuka padahal seharusnya tertutup, atau "
    "sebaliknya. Fotonya sudah dibetulkan. Beri tahu pengembang portal, karena ini tidak boleh "
    "terjadi."
)


def kabarkan() -> int:
    """Tell followers of the public checks of past weeks; return how many there were (a daily job).
    A notice at the moment of the check would tell its day."""
    senin = hari_ini() - dt.timedelta(days=hari_ini().weekday())
    baru = CekWarga.objects.umum().filter(dikabarkan_pada__isnull=True, minggu__lt=senin)
    # As on the pages: notices in the order of writing would tell who was earlier in the week.
    kunci = list(baru.order_by("minggu", "urutan", "pk").values_list("pk", flat=True)[:SEKALIGUS])
    return sum(_kabarkan(pk) for pk in kunci)


def periksa_malam() -> int:
    """Prove that each photo is public exactly where its check says so, mend those that are not,
    tell the admins, and return how many there were (a periodic job)."""
    beda = list(foto_keliru().values_list("pk", flat=True).distinct())
    for pk in beda:
        _selaraskan(pk)
    if beda:
        log.error("Foto cek warga: %s cek tidak cocok dan sudah dibetulkan.", len(beda))
        kabari_admin(perihal=PERIHAL, isi=ISI, kunci="foto_cek")
    return len(beda)


def foto_keliru() -> QuerySet[CekWarga]:
    """Return the checks with a photo that is public and should not be, or the other way round."""
    terbuka = UMUM & Q(foto_umum=True, foto_dibatasi=False)
    semua = CekWarga.objects.order_by().annotate(
        seharusnya=Case(When(terbuka, then=True), default=False, output_field=BooleanField()),
        nyata=Case(
            When(foto__berkas__nama_publik__isnull=False, then=True),
            default=False,
            output_field=BooleanField(),
        ),
    )
    return semua.filter(foto__isnull=False).exclude(seharusnya=F("nyata"))


@transaction.atomic
def _kabarkan(pk: int) -> int:
    cek = CekWarga.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)
    if not cek.umum or cek.dikabarkan_pada:
        return 0
    cek.dikabarkan_pada = sekarang()
    cek.save(update_fields=["dikabarkan_pada"])
    catat(objek=cek, aksi=AksiCek.DIKABARKAN)
    return 1


@transaction.atomic
def _selaraskan(pk: int) -> None:
    selaraskan_berkas(CekWarga.objects.select_for_update(of=("self",), no_key=True).get(pk=pk))
