"""The notices of one person: their own, and those of the kampung they follow."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull

from core.cari.ada import ada
from core.hal import JenisHal
from core.models import Jejak
from kabar.bacaan.jenis import JENIS
from kabar.bacaan.kerja import tampil
from kabar.models import Ikutan, Pemberitahuan
from kabar.models.pemberitahuan import PemberitahuanQuerySet
from warga.models import Pengguna


def untuk(orang: Pengguna, *, baru: bool = False) -> PemberitahuanQuerySet:
    """Return what this person may be shown, or of it only what they have not read (`baru`).

    Lists, counts and letters all start here. A notice shows while everybody may read the thing
    that it is about, or while it is the text of this person; one of work (`kerja`) while their desk
    holds the thing. Otherwise it is as if it were not there.
    """
    sendiri, kampung = Pemberitahuan.objects.filter(pengguna=orang), _kampung(orang)
    if baru:  # one of a kampung that was read has given way to a row of their own
        sendiri = sendiri.belum_dibaca()
    semua = sendiri.order_by().values("pk").union(kampung.order_by().values("pk"), all=True)
    return Pemberitahuan.objects.filter(_tampil(orang, baru=baru), pk__in=semua)


def _kampung(orang: Pengguna) -> QuerySet[Pemberitahuan]:
    """Return the notices of the kampung that this person follows, from the time since which they
    do.

    Their own acts are left out, and so are acts of which they have a notice of their own: as
    followers of the thing itself, or because they read this one.
    """
    ikutan = Ikutan.objects.filter(
        pengguna=orang, aktif=True, hal__kampung=OuterRef("kampung"), sejak__lte=OuterRef("waktu")
    )
    # One by one over their key: the planner cannot know how many this person read, and a join
    # compared each with each where it guessed too few.
    milik = Pemberitahuan.objects.filter(pengguna=orang, jejak=OuterRef("jejak")).order_by()
    sudah = Subquery(milik.values("pk")[:1])
    perbuatan = Jejak.objects.filter(pk=OuterRef("jejak"), oleh_id=orang.pk)
    untuk_kampung = Pemberitahuan.objects.filter(kampung__isnull=False)
    ikutan = ikutan.filter(hal__kampung__isnull=False)  # for the planner: few things are kampung
    return untuk_kampung.filter(Exists(ikutan), IsNull(sudah, True), ~Exists(perbuatan))


def _tampil(orang: Pengguna, *, baru: bool) -> Q:
    syarat = Q(pk__in=[])
    for jenis in JENIS:
        syarat |= Q(_terbaca(jenis, orang), **{f"hal__{jenis.nama}__isnull": False}, kerja=0)
    berkerja = orang.akun_petugas or orang.pembantu_warga
    return syarat | tampil(orang, baru=baru) if berkerja else syarat


def _terbaca(jenis: JenisHal, orang: Pengguna) -> Q:
    kunci = OuterRef(f"hal__{jenis.nama}")
    umum = Q(ada(jenis.umum().filter(pk=kunci)))
    return umum | Q(ada(jenis.milik(orang).filter(pk=kunci))) if jenis.milik else umum
