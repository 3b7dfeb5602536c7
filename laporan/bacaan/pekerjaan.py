"""The work of a project as the spans of its reports see it (`laporan.rentang`)."""

import datetime as dt

from django.db.models import Count, F, Func, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from core.tenggat.hari_kerja import tanggal_wib
from core.waktu import hari_ini
from laporan.enums import Macam
from laporan.rentang import SEHARI, Pekerjaan, Rentang, Ruas
from proyek.enums import TAHAP_RAMPUNG, Tahap
from proyek.models import PindahTahap, Proyek

TAHAP_DIKERJAKAN = (Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA)
SELURUHNYA = 100
BARU_SELESAI = dt.timedelta(days=31)


def pekerjaan(proyek: Proyek) -> Pekerjaan | None:
    """Return the work of a project; None before it starts and when it was cancelled.

    A report of 100 % ends it: none is awaited after it, even if nobody records the end.
    """
    rampung = proyek.tahap in TAHAP_RAMPUNG
    if proyek.mulai_nyata is None or not (rampung or proyek.tahap in TAHAP_DIKERJAKAN):
        return None
    if rampung and proyek.selesai_nyata is None:
        return None
    return Pekerjaan(
        frekuensi=proyek.frekuensi_laporan,
        mulai=proyek.mulai_nyata,
        rencana=proyek.selesai_rencana,
        selesai=_selesai(proyek),
        henti=tuple(henti(proyek)),
    )


def boleh_ditulis(proyek: Proyek) -> bool:
    """Return whether a first report can be written: while the work goes on, and after the handover
    what is still awaited."""
    terutang = proyek.tahap == Tahap.SERAH_TERIMA and proyek.jadwal_laporan.dimulai().exists()
    return proyek.dapat_dilaporkan or terutang


def henti(proyek: Proyek) -> list[Ruas]:
    """Return the days on which the work was stopped, from the moves that stand. The day of a stop
    counts among them; the day on which the work goes on does not."""
    hasil, sejak = [], None
    for langkah in proyek.pindah_tahap.berlaku().order_by("pk"):
        hari = langkah.tanggal or tanggal_wib(langkah.dicatat)
        if sejak:
            hasil.append(Ruas(sejak, hari - SEHARI))
        sejak = hari if langkah.ke == Tahap.DIHENTIKAN_SEMENTARA else None
    return [*hasil, Ruas(sejak)] if sejak else hasil


def _selesai(proyek: Proyek) -> dt.date | None:
    """Return the day on which the work ended: as recorded, or as a report of 100 % says."""
    terakhir = proyek.laporan.berlaku().order_by("-periode").first()
    tuntas = terakhir.akhir if terakhir and terakhir.persen >= SELURUHNYA else None
    nyata = proyek.selesai_nyata if proyek.tahap in TAHAP_RAMPUNG else None
    return min((hari for hari in (tuntas, nyata) if hari), default=None)


def terlapor(proyek: Proyek) -> list[Rentang]:
    """Return the days of which its reports tell that stand."""
    semua = proyek.laporan.berlaku()
    return [Rentang(Macam.BERKALA, satu.periode, satu.akhir) for satu in semua]


def sidik() -> Combinable:
    """Return an expression for everything from which the spans of a project follow."""
    kolom = ("frekuensi_laporan", "tahap", "mulai_nyata", "selesai_rencana", "selesai_nyata")
    langkah = PindahTahap.objects.filter(proyek=OuterRef("pk")).order_by().values("proyek")
    pindah = langkah.annotate(banyak=Count("pk") * 1000 + Count("ditarik_pada")).values("banyak")
    bagian = [*(F(nama) for nama in kolom), Subquery(pindah)]
    # A missing day keeps its place between the bars.
    teks = (
        Coalesce(Cast(satu, TextField()), Value(""), output_field=TextField()) for satu in bagian
    )
    return Func(Value("|"), *teks, function="concat_ws", output_field=TextField())


def perlu_disusun() -> QuerySet[Proyek]:
    """Return the projects whose awaited reports are to be made anew: their work changed since, or
    no row reaches beyond today. Works that ended long before rows were made are left alone."""
    hari = hari_ini()
    baru_selesai = Q(tahap=Tahap.SELESAI, selesai_nyata__gte=hari - BARU_SELESAI)
    calon = Q(tahap__in=TAHAP_DIKERJAKAN) | baru_selesai | Q(susunan_jadwal__hidup=True)
    sama = Q(susunan_jadwal__sidik=F("sidik_jadwal"))
    beda = Q(susunan_jadwal__isnull=True) | ~sama | Q(susunan_jadwal__sampai__lte=hari)
    return Proyek.objects.annotate(sidik_jadwal=sidik()).filter(calon, beda).order_by("pk")
