"""The notices of one person: their own, and those of the kampung they follow."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.hal import JenisHal
from core.models import Jejak
from kabar.bacaan.jenis import JENIS
from kabar.models import Ikutan, Pemberitahuan
from kabar.models.pemberitahuan import PemberitahuanQuerySet
from warga.models import Pengguna


def untuk(orang: Pengguna) -> PemberitahuanQuerySet:
    """Return what this person may be shown. Lists, counts and letters all start here.

    A notice shows while everybody may read the thing that it is about, or while it is the text of
    this person; otherwise it is as if it were not there.
    """
    semua = _sendiri(orang).values("pk").union(_kampung(orang).values("pk"), all=True)
    return Pemberitahuan.objects.filter(_tampil(orang), pk__in=semua)


def _sendiri(orang: Pengguna) -> QuerySet[Pemberitahuan]:
    return Pemberitahuan.objects.filter(pengguna=orang)


def _kampung(orang: Pengguna) -> QuerySet[Pemberitahuan]:
    """Return those of the kampung that this person follows, since they do.

    Left out are their own acts, and acts of which they have a notice of their own: as followers of
    the thing itself, or because they read this one.
    """
    ikutan = Ikutan.objects.filter(
        pengguna=orang, aktif=True, hal__kampung=OuterRef("kampung"), sejak__lte=OuterRef("waktu")
    )
    sudah = _sendiri(orang).filter(jejak=OuterRef("jejak"))
    perbuatan = Jejak.objects.filter(pk=OuterRef("jejak"), oleh_id=orang.pk)
    untuk_kampung = Pemberitahuan.objects.filter(kampung__isnull=False)
    return untuk_kampung.filter(Exists(ikutan), ~Exists(sudah), ~Exists(perbuatan))


def _tampil(orang: Pengguna) -> Q:
    syarat = Q(pk__in=[])
    for jenis in JENIS:
        syarat |= Q(_terbaca(jenis, orang), **{f"hal__{jenis.nama}__isnull": False})
    return syarat


def _terbaca(jenis: JenisHal, orang: Pengguna) -> Q:
    kunci = OuterRef(f"hal__{jenis.nama}")
    umum = Q(Exists(jenis.umum().filter(pk=kunci)))
    return umum | Q(Exists(jenis.milik(orang).filter(pk=kunci))) if jenis.milik else umum
