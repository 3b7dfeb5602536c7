"""The page "Lingkungan" of a kampung: what an office wrote, and the projects about each matter."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from core.jejak.catat import Berjejak
from core.models import Jejak
from core.samar import samarkan
from proyek.enums import HalLingkungan
from proyek.models import Lestari, Lingkungan, Proyek
from warga.models import Kampung

# The newest projects of the kampung about its surroundings; the list of projects has all.
PROYEK_TERBANYAK = 60
TIAP_HAL = 5


@dataclass
class Bagian:
    """One matter: its words (None before an office wrote any), why they were corrected last, its
    projects (each with `sebab`: why it stands here, "" where its kegiatan says so), and how many
    more there are."""

    hal: HalLingkungan
    isi: Lingkungan | None = None
    alasan: str = ""
    proyek: list[Any] = field(default_factory=list)
    lagi: int = 0


def bagian_lingkungan(kampung: Kampung) -> list[Bagian]:
    """Return every matter of the page, in three queries."""
    isi = {satu.hal: satu for satu in _isi(kampung)}
    alasan = _alasan(isi.values())
    semua = {hal: Bagian(hal, isi.get(hal)) for hal in HalLingkungan}
    for bagian in semua.values():
        bagian.alasan = alasan.get(bagian.isi.kunci_jejak, "") if bagian.isi else ""
    for proyek in proyek_lingkungan(kampung):
        for nama in _hal(proyek):
            _tambah(semua[HalLingkungan(nama)], copy(proyek))
    return list(semua.values())


def _isi(kampung: Kampung) -> Iterable[Lingkungan]:
    for satu in Lingkungan.objects.filter(kampung=kampung):
        satu.kampung = kampung
        yield satu


def _alasan(isi: Iterable[Berjejak]) -> dict[str, str]:
    """Return the last reason of each, by its key in the trail."""
    kunci = [satu.kunci_jejak for satu in isi]
    jejak = Jejak.objects.filter(objek_jenis=Lingkungan.jenis_jejak, objek_kunci__in=kunci)
    baris = jejak.order_by("pk").values_list("objek_kunci", "isi__alasan")
    return {kunci: samarkan(alasan or "") for kunci, alasan in baris}


def proyek_lingkungan(kampung: Kampung) -> QuerySet[Any]:
    """Return its newest projects whose kegiatan, goals or place speak of the surroundings."""
    lestari = Lestari.objects.filter(proyek=OuterRef("pk"))
    tentang = lestari.filter(tujuan__hal_lingkungan__gt="")  # `exclude` drops those with another
    rawan = lestari.exclude(rawan=[])
    cocok = ~Q(kegiatan__hal_lingkungan="") | Exists(tentang) | Exists(rawan)
    hal = tentang.order_by("tujuan__nomor").values(
        satu=JSONObject(hal="tujuan__hal_lingkungan", nama="tujuan__nama")
    )
    semua = (
        Proyek.objects.berlaku()
        .filter(cocok, kampung=kampung)
        .select_related("kegiatan", "lestari")
    )
    return semua.annotate(hal_tujuan=ArraySubquery(hal)).order_by("-dibuat", "-pk")[
        :PROYEK_TERBANYAK
    ]


def _hal(proyek: Any) -> list[str]:
    """Return the matters that a project is about, in the order of the page."""
    lestari: Lestari | None = getattr(proyek, "lestari", None)
    semua = {proyek.kegiatan.hal_lingkungan, *(satu["hal"] for satu in proyek.hal_tujuan)}
    if lestari and lestari.rawan:
        semua.add(HalLingkungan.BENCANA.value)
    return [hal for hal in HalLingkungan.values if hal in semua]


def _sebab(hal: HalLingkungan, proyek: Any) -> str:
    """Return why a project whose kegiatan is about something else stands under this matter."""
    lestari: Lestari | None = getattr(proyek, "lestari", None)
    if proyek.kegiatan.hal_lingkungan == hal:
        return ""
    if hal == HalLingkungan.BENCANA and lestari and lestari.rawan:
        return f"tempatnya rawan {', '.join(lestari.kata_rawan)}"
    nama = [satu["nama"] for satu in proyek.hal_tujuan if satu["hal"] == hal]
    return f"tujuannya “{'”, “'.join(nama)}”"


def _tambah(bagian: Bagian, proyek: Any) -> None:
    if len(bagian.proyek) < TIAP_HAL:
        proyek.sebab = _sebab(bagian.hal, proyek)
        bagian.proyek.append(proyek)
    else:
        bagian.lagi += 1
