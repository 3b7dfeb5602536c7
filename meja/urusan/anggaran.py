"""Budgets of a kampung that nobody wrote down yet, or that wait to be published."""

import datetime as dt
from typing import Any

from django.db.models import CharField, DateField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from anggaran.enums import JenisAnggaran, bentuk
from anggaran.models import AnggaranKampung
from core.waktu import hari_ini
from meja.urusan.bentuk import Urusan
from rencana.rules import memutuskan
from warga.models import Kampung, Pengguna
from warga.rules import adalah_aparat

_KATA: Any = CharField()


def _bergabung(oleh: Pengguna) -> QuerySet[Kampung]:
    """Return the own kampung, once it joined."""
    return Kampung.objects.filter(pk__in=[oleh.kampung_id], bergabung_pada__isnull=False)


def _terbit(tahun: int, jenis: str, ke: int = 0) -> Exists:
    milik = AnggaranKampung.objects.terbit().filter(kampung=OuterRef("pk"), tahun=tahun)
    return Exists(milik.filter(jenis=jenis, ke=ke))


def apb_belum(oleh: Pengguna) -> QuerySet[Any]:
    """Return the kampung while its budget of this year is not published: from January on."""
    tahun = hari_ini().year
    return (
        _bergabung(oleh)
        .filter(~_terbit(tahun, JenisAnggaran.MURNI))
        .annotate(
            sebutan_apb=Value(f"APB {tahun}"),
            sejak_apb=Value(dt.date(tahun, 1, 1), DateField()),
        )
    )


def semester_kini() -> tuple[int, int]:
    """Return the year and the semester that ended last."""
    hari = hari_ini()
    return (hari.year, 1) if hari.month > 6 else (hari.year - 1, 2)


def realisasi_belum(oleh: Pengguna) -> QuerySet[Any]:
    """Return the kampung while the semester that ended last is not published, of a year whose
    budget is."""
    tahun, ke = semester_kini()
    sejak = dt.date(tahun, 7, 1) if ke == 1 else dt.date(tahun + 1, 1, 1)
    return (
        _bergabung(oleh)
        .filter(_terbit(tahun, JenisAnggaran.MURNI), ~_terbit(tahun, JenisAnggaran.REALISASI, ke))
        .annotate(
            sebutan_apb=Value(f"Realisasi semester {ke} tahun {tahun}"),
            sejak_apb=Value(sejak, DateField()),
        )
    )


def _ke_isi(tahun: int, nama: str, slug: str) -> str:
    return reverse("anggaran:isi", args=[slug, tahun, nama])


def _periksa(kunci: str) -> str:
    """Return the page that publishes a draft, from "sido-rejo/2026/murni/0"."""
    slug, tahun, jenis, ke = kunci.split("/")
    return reverse("anggaran:periksa", args=[slug, tahun, bentuk(jenis, int(ke))])


_GARIS = Value("/")
ANGGARAN = (
    Urusan(
        nama="apb_belum",
        hal="APB Kampung",
        kata="APB tahun ini belum dicatat",
        ajakan="Catat APB",
        untuk=adalah_aparat,
        himpunan=apb_belum,
        judul="sebutan_apb",
        kunci="slug",
        sejak="sejak_apb",
        tanda=Value("belum dicatat"),
        alamat=lambda slug: _ke_isi(hari_ini().year, "murni", slug),
        daftar="anggaran:daftar",
    ),
    Urusan(
        nama="realisasi_belum",
        hal="Realisasi APB",
        kata="realisasi semester belum dicatat",
        ajakan="Catat realisasi",
        untuk=adalah_aparat,
        himpunan=realisasi_belum,
        judul="sebutan_apb",
        kunci="slug",
        sejak="sejak_apb",
        tanda=Value("belum dicatat"),
        alamat=lambda slug: _ke_isi(semester_kini()[0], f"semester-{semester_kini()[1]}", slug),
        daftar="anggaran:daftar",
    ),
    Urusan(
        nama="apb_draf",
        hal="Draf anggaran",
        kata="draf anggaran menunggu Anda terbitkan",
        ajakan="Periksa dan terbitkan",
        untuk=adalah_aparat & memutuskan,
        himpunan=lambda oleh: AnggaranKampung.objects.draf().filter(kampung=oleh.kampung_id),
        judul=Concat(
            Value("Anggaran "), Cast(F("tahun"), _KATA), Value(", "), F("jenis"), output_field=_KATA
        ),
        kunci=Concat(
            F("kampung__slug"),
            _GARIS,
            Cast(F("tahun"), _KATA),
            _GARIS,
            F("jenis"),
            _GARIS,
            Cast(F("ke"), _KATA),
            output_field=_KATA,
        ),
        tempat="kampung__nama",
        sejak="dibuat",
        alamat=_periksa,
        daftar="anggaran:daftar",
    ),
)
