"""A check as a thing that people hear of: followers of its project, and its sender."""

from typing import Any

from django.db.models import QuerySet

from core.hal import JenisHal, Tampilan, Ucapan, ucapkan
from core.laku import Pembaca
from core.models import Jejak
from laporan.laku import LAKU_CEK
from laporan.models import CekWarga
from proyek.bacaan.garis_waktu import KANTOR


def _baris() -> QuerySet[CekWarga]:
    return CekWarga.objects.select_related("proyek__kampung", "laporan")


def _tampilan(cek: CekWarga) -> Tampilan:
    return Tampilan(
        cek.proyek.judul,
        cek.get_absolute_url(),
        f"Cek warga, {cek.kata_minggu}",
        str(cek.get_penilaian_display()),
        cek.nada,
    )


def _ucapan(jejak: Jejak, cek: CekWarga, orang: Any) -> Ucapan:
    sendiri = cek.penulis_id is not None and cek.penulis_id == getattr(orang, "pk", None)
    pembaca = Pembaca.PENGIRIM if sendiri else Pembaca.UMUM
    return ucapkan(jejak, LAKU_CEK, pembaca, KANTOR)


def _milik(orang: Any) -> QuerySet[CekWarga]:
    return CekWarga.objects.filter(penulis=orang.pk)


# Nobody follows a single check. Acts of the sender name no account, and are no news to them.
HAL = JenisHal(
    nama="cek",
    model=CekWarga,
    kata="cek warga",
    kunci="pk",
    lewat="proyek",
    umum=CekWarga.objects.umum,
    baris=_baris,
    tampilan=_tampilan,
    ucapan=_ucapan,
    penulis="penulis",
    pengirim="penulis",
    milik=_milik,
)
