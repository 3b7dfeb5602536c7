"""Reads of kiriman: who sees which, and which wait for whom."""

import datetime as dt
from functools import cache
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from aspirasi.enums import (
    STATUS_MENUNGGU_PENGIRIM,
    STATUS_PERLU_JAWABAN,
    STATUS_TERTUTUP,
    Jangkauan,
    Status,
)
from aspirasi.models.giliran import GiliranQuerySet
from aspirasi.models.suara import terhitung
from aspirasi.rules import jangkauan_terbaca
from aspirasi.sampai import SAMPAI, TERBIT, UNTUK_UMUM
from core.tenggat.hari_kerja import libur_sejak
from core.waktu import awal_hari, hari_ini
from warga.enums import PERAN_KECAMATAN, Peran
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

# A day that sorts behind every due day.
TANPA_TENGGAT = Value(dt.date.max)


def _bukan_milik_rekan(user: Any, **meja: Any) -> Q:
    """Return the condition that nobody else of this desk, described by `meja`, holds it."""
    rekan = {f"ditugaskan__{nama}": nilai for nama, nilai in meja.items()}
    bebas = Q(ditugaskan__isnull=True) | Q(ditugaskan=user.pk)
    purna = Q(ditugaskan__in=Pengguna.objects.purna())
    return bebas | purna | ~Q(ditugaskan__is_active=True, **rekan)


def _syarat_bahaya() -> Q:
    """Return the condition of an open danger that no office has answered, or whose promise has
    come due."""
    dijawab = Q(status__in=(Status.DITANGGAPI, Status.DIRENCANAKAN))
    dijanjikan = Q(status=Status.DIJANJIKAN, tenggat__gt=hari_ini())
    return Q(bahaya=True) & ~dijawab & ~dijanjikan


def _syarat_terlambat() -> Q:
    """Return the condition that an open one is past its due day (WIB), and an office owes it."""
    return Q(tenggat__lt=hari_ini()) & ~Q(status__in=STATUS_MENUNGGU_PENGIRIM)


def _kaitan(model: type[models.Model], relasi: str) -> Any:
    """Return the rows at the end of a reverse relation, by its name."""
    kaitan: Any = model._meta.get_field(relasi)
    return kaitan.related_model._base_manager.all()


def _banyaknya(model: type[models.Model], relasi: str, kunci: str, *syarat: Q) -> Coalesce:
    """Return how many rows of a relation each kiriman has, counted over the index of its key."""
    milik = _kaitan(model, relasi).filter(*syarat, **{kunci: OuterRef("pk")}).order_by()
    return Coalesce(Subquery(milik.values(kunci).annotate(n=Count("pk")).values("n")), 0)


# Django copies an expression wherever it is used, so these are made once.
@cache
def _tahap_proyek(model: type[models.Model]) -> ArraySubquery:
    proyek = _kaitan(model, "tautan_proyek").filter(aspirasi=OuterRef("pk")).order_by("pk")
    return ArraySubquery(proyek.values("proyek__tahap"))


@cache
def _jumlah_kartu(model: type[models.Model]) -> dict[str, Coalesce]:
    serupa = Q(status=Status.DIGABUNG, jangkauan=Jangkauan.PUBLIK)
    return {
        "jumlah_dukungan": _banyaknya(model, "dukungan", "aspirasi", terhitung()),
        "jumlah_semua_dukungan": _banyaknya(model, "dukungan", "aspirasi"),
        "jumlah_serupa": _banyaknya(model, "gabungan", "digabung_ke", serupa),
    }


class AspirasiQuerySet(GiliranQuerySet):
    """Reads of kiriman. Every one that a person sees passes `visible_to`."""

    def terbit(self) -> Self:
        """Return kiriman that everyone may read: for all, verified, and not withdrawn."""
        return self.filter(TERBIT)

    def berhalaman(self) -> Self:
        """Return kiriman with a public page, also those that were erased while they were public."""
        return self.filter(UNTUK_UMUM & (~Q(status=Status.DITARIK) | Q(dihapus_pada__isnull=False)))

    def visible_to(self, user: Any) -> Self:
        """Return kiriman that this account may read: the public ones and those of its desk.

        Its own kiriman are opened by their PIN alone (`aspirasi.views.tanda`).
        """
        if not user.is_authenticated:
            return self.filter(TERBIT)
        return self.filter(TERBIT | self._syarat_meja(user))

    def untuk_meja(self, user: Any) -> Self:
        """Return the kiriman on this person's desk; none for people without a desk."""
        return self.filter(self._syarat_meja(user))

    @staticmethod
    def _syarat_meja(user: Any) -> Q:
        """Return the condition of a desk; for a kampung, what has reached it
        (`aspirasi.sampai`)."""
        if not user.is_authenticated or not user.is_active:
            return Q(pk__in=[])
        if adalah_kecamatan(user):
            syarat = ~Q(jangkauan=Jangkauan.KECAMATAN)
            for tentang in jangkauan_terbaca(user):
                syarat |= Q(jangkauan=Jangkauan.KECAMATAN, tentang=tentang)
            return syarat
        if user.peran_kini == Peran.APARAT:
            return Q(kampung=user.kampung_id) & SAMPAI
        return Q(pk__in=[])

    def terbuka(self) -> Self:
        return self.exclude(status__in=STATUS_TERTUTUP)

    def baru(self) -> Self:
        """Return kiriman that wait for the first look."""
        return self.filter(status=Status.DIAJUKAN)

    def terlambat(self) -> Self:
        """Return open kiriman past their due date (WIB)."""
        return self.terbuka().filter(_syarat_terlambat())

    def bahaya(self) -> Self:
        """Return open danger that still waits for an office."""
        return self.terbuka().filter(_syarat_bahaya())

    def dibuka_kembali(self) -> Self:
        return self.filter(status=Status.DIBUKA_KEMBALI)

    def perlu_jawaban(self) -> Self:
        """Return verified kiriman that wait for an answer or for the next step."""
        return self.filter(status__in=STATUS_PERLU_JAWABAN)

    def bagian(self, user: Any) -> Self:
        """Return kiriman on this person's desk that wait for this person's own step."""
        return self.untuk_meja(user).filter(self._syarat_bagian(user))

    def milik_dulu(self, user: Any) -> Self:
        """Annotate `milik`: 1 for kiriman that this person holds, 0 for others; and `batas`: the
        due day, the end of time when the clock stands still."""
        milik = Case(When(ditugaskan=user.pk, then=1), default=0)
        return self.annotate(milik=milik, batas=Coalesce("tenggat", TANPA_TENGGAT))

    @staticmethod
    def _syarat_bagian(user: Any) -> Q:
        """Return the condition that it waits for a step of this desk by now, and no colleague holds
        it."""
        if adalah_kecamatan(user):
            bebas = _bukan_milik_rekan(user, peran__in=PERAN_KECAMATAN)
            return Q(menunggu_kecamatan_sejak__lte=hari_ini()) & bebas
        kampung = {"kampung": user.kampung_id}
        bebas = _bukan_milik_rekan(user, peran=Peran.APARAT, **kampung)
        return Q(menunggu_kampung_sejak__lte=hari_ini(), **kampung) & bebas

    def hitung_meja(self, user: Any) -> dict[str, int]:
        """Count the open kiriman on this person's desk, by what they wait for.

        Keys: baru, bagian, jawab, terlambat, dibuka, bahaya. One query over the index of
        open ones, however many are closed.
        """
        syarat = {
            "baru": Q(status=Status.DIAJUKAN),
            "bagian": self._syarat_bagian(user),
            "jawab": Q(status__in=STATUS_PERLU_JAWABAN),
            "terlambat": _syarat_terlambat(),
            "dibuka": Q(status=Status.DIBUKA_KEMBALI),
            "bahaya": _syarat_bahaya(),
        }
        jumlah = {nama: Count("pk", filter=q) for nama, q in syarat.items()}
        return self.untuk_meja(user).terbuka().order_by().aggregate(**jumlah)

    def masuk_sejak(self, hari: dt.date) -> Self:
        """Return kiriman that came in on this day (WIB) or later."""
        return self.filter(dibuat__gte=awal_hari(hari))

    def hitung_per_kampung(self, sejak: dt.date) -> Any:
        """Return a row of plain values for each kampung (`milik`, None for kiriman that name none):
        how many came in since that day, are late, and wait for an answer. Each is as many as the
        method of that name finds."""
        masuk, terbuka = Q(dibuat__gte=awal_hari(sejak)), ~Q(status__in=STATUS_TERTUTUP)
        return (
            self.filter(masuk | terbuka)
            .order_by()
            .values(milik=F("kampung"))
            .annotate(
                banyak_masuk=Count("pk", filter=masuk),
                banyak_lewat=Count("pk", filter=terbuka & _syarat_terlambat()),
                banyak_jawab=Count("pk", filter=Q(status__in=STATUS_PERLU_JAWABAN)),
            )
        )

    def dengan_libur(self) -> Self:
        """Annotate the days off that `hari_terlambat` counts by, so that it needs no query of its
        own."""
        return self.annotate(libur=libur_sejak("tenggat"))

    def dengan_keadaan(self) -> Self:
        """Annotate what its sentence (`aspirasi.bacaan.keadaan`) needs, in one query."""
        return self.dengan_libur().dengan_tahap().select_related("ditangani", "kampung")

    def dengan_tahap(self) -> Self:
        """Annotate the stages of the projects that answer it, for its badge and its sentence."""
        return self.annotate(tahap_proyek=_tahap_proyek(self.model))  # type: ignore[arg-type]  # a class is hashable

    def dengan_induk(self) -> Self:
        """Load the kiriman that it joined, too; one more query where there is one."""
        induk = self.model._default_manager.dengan_keadaan()
        return self.prefetch_related(Prefetch("digabung_ke", induk))

    def dengan_suara(self, user: Any) -> Self:
        """Annotate the voices of residents: whether this person supports it (`didukung`) or calls
        it unsettled (`disanggah`), and how many with a proven contact do the latter
        (`jumlah_belum_beres`)."""
        sendiri = {"aspirasi": OuterRef("pk"), "pengguna": user.pk}
        return self.annotate(
            didukung=Exists(_kaitan(self.model, "dukungan").filter(**sendiri)),
            disanggah=Exists(_kaitan(self.model, "belum_beres").filter(**sendiri)),
            jumlah_belum_beres=_banyaknya(self.model, "belum_beres", "aspirasi", terhitung()),
        )

    def untuk_kartu(self) -> Self:
        """Annotate what a card shows, in one query: `jumlah_dukungan` and `jumlah_semua_dukungan`
        (by accounts with a proven contact, and by all), and `jumlah_serupa` (its joiners that are
        meant for everyone)."""
        kartu = self.dengan_libur().dengan_tahap().select_related("kampung", "ditangani")
        return kartu.annotate(**_jumlah_kartu(self.model))  # type: ignore[arg-type]  # a class is hashable

    def untuk_umum(self) -> Self:
        """Annotate what its public page shows, in one query. `nama_tampil` is the sender's name if
        they chose to show it and have not emptied their account since; else ''."""
        masih = Q(tampilkan_nama=True, pengirim__pengguna__dikosongkan_pada__isnull=True)
        nama = Case(
            When(masih, then="pengirim__nama"),
            default=Value(""),
            output_field=models.CharField(),
        )
        halaman = self.untuk_kartu().dengan_keadaan()
        return halaman.select_related("digabung_ke", "proyek_disebut").annotate(nama_tampil=nama)
