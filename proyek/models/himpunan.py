"""Reads of projects: cards, and which of them count."""

from typing import Any, Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, F, Func, OuterRef, Q, Subquery, When

from core.models import Jejak
from proyek.enums import Tahap
from proyek.laku import Aksi


class _SalahSatu(Func):
    """Whether a key stands in an array, which is found first: few rows are late among many, more
    than PostgreSQL guesses from the days of all rows."""

    arg_joiner = " = ANY("
    template = "%(expressions)s)"
    output_field = models.BooleanField()


class ProyekQuerySet(models.QuerySet[Any]):
    """Reads of projects. Every project is public from its first row, until it is taken back as
    opened by mistake."""

    def visible_to(self, user: Any) -> Self:
        return self.berlaku()

    def berlaku(self) -> Self:
        """Return projects that stand: not those that were opened by mistake and taken back."""
        return self.filter(dicabut_pada__isnull=True)

    def untuk_kampung(self, kampung: Any) -> Self:
        """Return the projects of a kampung, and those of others that serve it, too. It reads their
        keys at once: a list of keys lets an index find both. Never for sums."""
        lain = self.model.kampung_lain.through.objects.filter(kampung=kampung)
        kunci = list(lain.values_list("proyek", flat=True))
        return self.filter(Q(kampung=kampung) | Q(pk__in=kunci))

    def untuk_jumlah(self) -> Self:
        """Return projects that count in totals: not of the invented kampung, neither cancelled nor
        taken back."""
        return self.berlaku().filter(kampung__contoh=False).exclude(tahap=Tahap.DIBATALKAN)

    def untuk_kartu(self) -> Self:
        """Return projects with the columns of a card (place, codes, `jumlah`: money and progress,
        `isi_jadwal`: the report that is due next), in one query."""
        kartu = self.select_related("kampung", "kegiatan__sub_bidang__bidang", "jumlah")
        jadwal = jauh("jadwal_laporan").filter(proyek=OuterRef("pk")).ringkas()
        return kartu.with_alasan_berhenti().annotate(isi_jadwal=Subquery(jadwal[:1]))

    def laporan_terlambat(self) -> Self:
        """Return projects with a report that is awaited and past its due day."""
        terlambat = ArraySubquery(jauh("jadwal_laporan").terlambat().order_by().values("proyek"))
        return self.filter(_SalahSatu(F("pk"), terlambat))

    def with_alasan_berhenti(self) -> Self:
        """Annotate `alasan_berhenti`: why the work of a stopped project stopped, as its trail tells
        everybody; None for any other, "" where the words were erased."""
        berhenti = Jejak.objects.filter(
            objek_jenis=self.model.jenis_jejak,
            objek_kunci=OuterRef("nomor"),
            aksi=Aksi.TAHAP,  # one that is back by a mistake keeps its own reason
            ke=Tahap.DIHENTIKAN_SEMENTARA,
        )
        alasan = Subquery(berhenti.order_by("-pk").values("isi__alasan")[:1])
        return self.annotate(
            alasan_berhenti=Case(When(tahap=Tahap.DIHENTIKAN_SEMENTARA, then=alasan))
        )


def jauh(jalur: str) -> Any:
    """Return the manager at the end of reverse relations: "laporan__rincian_belanja".

    Apps above are reached by name only, so that imports go one way.
    """
    model: Any = apps.get_model("proyek", "Proyek")
    for nama in jalur.split("__"):
        model = model._meta.get_field(nama).related_model
    return model._default_manager
