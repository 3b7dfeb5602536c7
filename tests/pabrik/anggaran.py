"""Papers of the whole budget."""

import datetime as dt
from typing import Any

import factory
from factory.django import DjangoModelFactory

from anggaran.enums import JenisAnggaran, Kelompok, StatusAnggaran
from anggaran.models import AnggaranKampung, BarisAnggaran
from core.waktu import sekarang
from proyek.enums import SumberDana
from proyek.models import Bidang
from tests.pabrik.kampung import KampungFactory
from tests.pabrik.orang import PenggunaFactory


class AnggaranFactory(DjangoModelFactory):
    """A draft of an APB of 2026 without rows."""

    class Meta:
        model = AnggaranKampung

    kampung = factory.SubFactory(KampungFactory)
    tahun = 2026
    jenis = JenisAnggaran.MURNI
    dibuat_oleh = factory.SubFactory(PenggunaFactory)


def isi_baris(
    anggaran: AnggaranKampung,
    *,
    masuk: dict[SumberDana, int] | None = None,
    belanja: dict[str, int] | None = None,
    silpa_lalu: int = 0,
) -> None:
    """Write rows: rupiah by source, and by the code of the bidang."""
    bidang = {satu.kode: satu for satu in Bidang.objects.all()}
    baris = [
        BarisAnggaran(kelompok=Kelompok.PENDAPATAN, sumber=sumber, jumlah=jumlah)
        for sumber, jumlah in (masuk or {SumberDana.DD: 345_350_000}).items()
    ]
    baris += [
        BarisAnggaran(kelompok=Kelompok.BELANJA, bidang=bidang[kode], jumlah=jumlah)
        for kode, jumlah in (belanja or {"2": 345_350_000}).items()
    ]
    if silpa_lalu:
        baris.append(
            BarisAnggaran(kelompok=Kelompok.PENERIMAAN, sumber=SumberDana.SILPA, jumlah=silpa_lalu)
        )
    for satu in baris:
        satu.anggaran = anggaran
    BarisAnggaran.objects.bulk_create(baris)


def terbitkan_anggaran(anggaran: AnggaranKampung) -> AnggaranKampung:
    """Publish a draft without asking anybody."""
    anggaran.perkam_nomor, anggaran.perkam_tanggal = "5 Tahun 2025", dt.date(2025, 12, 29)
    anggaran.sampai = dt.date(2026, 6, 30) if anggaran.realisasi else None
    anggaran.status, anggaran.diterbitkan_pada = StatusAnggaran.TERBIT, sekarang()
    anggaran.diterbitkan_oleh = anggaran.dibuat_oleh
    anggaran.save()
    return anggaran


def anggaran_terbit(**lain: Any) -> AnggaranKampung:
    """A published paper with rows of `isi_baris`."""
    isi = {satu: lain.pop(satu) for satu in ("masuk", "belanja", "silpa_lalu") if satu in lain}
    anggaran = AnggaranFactory(**lain)
    isi_baris(anggaran, **isi)
    return terbitkan_anggaran(anggaran)
