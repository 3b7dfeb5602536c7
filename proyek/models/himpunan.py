"""Reads of projects: cards, totals, and the figures that apps above keep."""

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, OuterRef, Subquery, Sum, When

from core.models import Jejak
from proyek.enums import Tahap
from proyek.laku import Aksi


class ProyekQuerySet(models.QuerySet[Any]):
    """Reads of projects. Every project is public from its first row, until it is taken back as
    opened by mistake."""

    def visible_to(self, user: Any) -> Self:
        return self.berlaku()

    def berlaku(self) -> Self:
        """Return projects that stand: not those that were opened by mistake and taken back."""
        return self.filter(dicabut_pada__isnull=True)

    def untuk_jumlah(self) -> Self:
        """Return projects that count in totals: not of the invented kampung, neither cancelled nor
        taken back."""
        return self.berlaku().filter(kampung__contoh=False).exclude(tahap=Tahap.DIBATALKAN)

    def untuk_kartu(self) -> Self:
        """Return projects with the columns of a card (place, codes, pagu, progress), in one
        query."""
        kartu = self.select_related("kampung", "kegiatan__sub_bidang__bidang")
        return kartu.with_pagu().with_kemajuan().with_alasan_berhenti()

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

    def with_pagu(self) -> Self:
        """Annotate `pagu`: rupiah over all sources. None without any source."""
        sumber = jauh("pendanaan").filter(proyek=OuterRef("pk"))
        return self.annotate(pagu=subjumlah(sumber, "proyek", "pagu"))

    def with_kemajuan(self) -> Self:
        """Annotate the figures of the published reports; None where nothing is known.

        `persen` and `dilaporkan_pada` come from the latest report. `belanja` is the rupiah spent
        over all valid reports.
        """
        laporan = jauh("laporan").terbit().filter(proyek=OuterRef("pk"))
        terbaru = laporan.order_by("-periode", "-revisi")
        belanja = jauh("pendanaan__realisasi").berlaku()
        belanja = belanja.filter(pendanaan__proyek=OuterRef("pk"))
        return self.annotate(
            persen=Subquery(terbaru.values("persen")[:1]),
            dilaporkan_pada=Subquery(terbaru.values("diterbitkan_pada")[:1]),
            belanja=subjumlah(belanja, "pendanaan__proyek", "jumlah"),
        )


def jauh(jalur: str) -> Any:
    """Return the manager at the end of reverse relations: "pendanaan__realisasi".

    Apps above are reached by name only, so that imports go one way.
    """
    model: Any = apps.get_model("proyek", "Proyek")
    for nama in jalur.split("__"):
        model = model._meta.get_field(nama).related_model
    return model._default_manager


def subjumlah(baris: models.QuerySet[Any], menurut: str, kolom: str) -> Subquery:
    """Return the subquery that sums `kolom`. It is NULL when there is no row."""
    jumlah = baris.order_by().values(menurut).annotate(total=Sum(kolom)).values("total")
    return Subquery(jumlah, output_field=models.BigIntegerField())
