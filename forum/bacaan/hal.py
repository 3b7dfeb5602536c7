"""Topics and replies as things that people follow and are told of.

Every follower is told that a text appeared. Only its author is told of acts of moderators.
"""

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from core.hal import LAIN, JenisHal, Serta, Tampilan, Ucapan, ucapkan
from core.laku import Pembaca
from core.models import Jejak
from core.samar import samarkan
from forum.laku import LAKU
from forum.models import Balasan, Topik, Tulisan
from warga.enums import Peran

KANTOR: dict[str, str] = {Peran.STAF: "Kecamatan", Peran.ADMIN: "Kecamatan"}


def _ucapan(jejak: Jejak, tulisan: Tulisan, orang: Any) -> Ucapan:
    """Return the words for this person: authors read of their own text, others that it appeared."""
    kata = str(tulisan._meta.verbose_name).capitalize()
    if tulisan.penulis_id == orang.pk:
        sendiri = ucapkan(jejak, LAKU, Pembaca.PENGIRIM, KANTOR)
        alasan = samarkan(sendiri.alasan)
        return Ucapan(f"{kata} Anda {sendiri.kata.lower()}", sendiri.oleh, alasan)
    if ucapkan(jejak, LAKU, Pembaca.UMUM, KANTOR).kata == LAIN:
        return Ucapan(LAIN)
    return Ucapan(f"{kata} baru", tulisan.nama_penulis)


def _baris_topik() -> QuerySet[Topik]:
    return Topik.objects.select_related("ruang", "penulis__kampung")


def _topik_milik(orang: Any) -> QuerySet[Topik]:
    return Topik.objects.filter(penulis=orang)


def _tampilan_topik(topik: Topik) -> Tampilan:
    return Tampilan(samarkan(topik.judul), topik.get_absolute_url(), f"Diskusi: {topik.ruang}")


TOPIK = JenisHal(
    nama="topik",
    model=Topik,
    kata="topik",
    kunci="pk",
    alamat="pk",
    umum=Topik.objects.terbit,
    baris=_baris_topik,
    tampilan=_tampilan_topik,
    ucapan=_ucapan,
    # A topic about a kiriman is not told to a kampung: the kiriman may close later.
    kampung=Coalesce("proyek__kampung", "keputusan__kampung"),
    penulis="penulis",
    milik=_topik_milik,
    serta=Serta(
        semua=Topik.objects.all,
        objek="pk",
        pengguna="penulis",
        sejak="dibuat",
        kata="Topik Anda",
    ),
)


def _balasan_umum() -> QuerySet[Balasan]:
    return Balasan.objects.terbit().filter(topik__in=Topik.objects.terbit())


def _balasan_milik(orang: Any) -> QuerySet[Balasan]:
    """Return what this person reads beside: in a topic that shows, their own replies; in their own
    hidden topic, those that stand there."""
    sendiri = Q(penulis=orang) & (Q(topik__in=Topik.objects.terbit()) | Q(topik__penulis=orang))
    di_topik_sendiri = Q(topik__penulis=orang, disembunyikan=False, ditahan=False)
    return Balasan.objects.filter(sendiri | di_topik_sendiri)


def _baris_balasan() -> QuerySet[Balasan]:
    return Balasan.objects.select_related("topik__ruang", "penulis__kampung")


def _tampilan_balasan(balasan: Balasan) -> Tampilan:
    topik = balasan.topik
    return Tampilan(samarkan(topik.judul), balasan.get_absolute_url(), f"Diskusi: {topik.ruang}")


BALASAN = JenisHal(
    nama="balasan",
    model=Balasan,
    kata="balasan",
    kunci="pk",
    lewat="topik",
    umum=_balasan_umum,
    baris=_baris_balasan,
    tampilan=_tampilan_balasan,
    ucapan=_ucapan,
    penulis="penulis",
    milik=_balasan_milik,
)
