"""Published things by their classes of public information (UU 14/2008, articles 9 to 11)."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from kabar.enums import Jenis
from kabar.models import Kabar
from laporan.models import LaporanKemajuan
from proyek.models import Keputusan, PindaianKeputusan
from warga.models import Kampung

BANYAK = 20  # rows of a class on the page; the lists hold all


@dataclass(frozen=True)
class Baris:
    """One published thing: where it came from and when it came out, with its number where it has
    one."""

    judul: str
    alamat: str
    dari: str
    hari: dt.date | None
    nomor: str = ""
    berpindaian: bool = False


@dataclass(frozen=True)
class Golongan:
    """One class: its words, the newest things in it, and the list of all of them."""

    nama: str
    ket: str
    isi: list[Baris]
    semua: str
    alamat: str


def golongan(kampung: Kampung | None) -> list[Golongan]:
    """Return the classes for one kampung, or for all (None), in three queries."""
    milik = {"kampung": kampung} if kampung else {}
    milik_proyek = {"proyek__kampung": kampung} if kampung else {}
    laporan = LaporanKemajuan.objects.berlaku().filter(**milik_proyek).untuk_kartu()
    kabar = Kabar.objects.terbit().filter(jenis=Jenis.BAHAYA, **milik).untuk_kartu()
    keputusan = Keputusan.objects.terbit().untuk_kartu().annotate(berpindaian=_berpindaian())
    if kampung:
        keputusan = keputusan.milik_kampung(kampung)
    return [
        Golongan(
            "Berkala",
            "Diumumkan secara teratur (Pasal 9): laporan kemajuan pekerjaan dan uangnya.",
            [_laporan(satu) for satu in laporan.order_by("-diterbitkan_pada", "-pk")[:BANYAK]],
            "Semua laporan kemajuan",
            "laporan:daftar",
        ),
        Golongan(
            "Serta-merta",
            "Diumumkan seketika karena menyangkut keselamatan (Pasal 10): peringatan bahaya.",
            [_kabar(satu) for satu in kabar[:BANYAK]],
            "Semua kabar",
            "kabar:daftar",
        ),
        Golongan(
            "Setiap saat",
            "Tersedia kapan saja (Pasal 11): keputusan dengan alasan, dan pindaian suratnya.",
            [_keputusan(satu) for satu in keputusan.order_by("-tanggal_surat", "-pk")[:BANYAK]],
            "Semua keputusan",
            "keputusan:daftar",
        ),
    ]


def _laporan(satu: LaporanKemajuan) -> Baris:
    judul = f"Laporan kemajuan {satu.kata_waktu}: {satu.proyek.judul}"
    dari, nomor = f"Kampung {satu.proyek.kampung}", satu.nomor or ""
    return Baris(judul, satu.get_absolute_url(), dari, satu.diterbitkan_pada, nomor)


def _kabar(satu: Kabar) -> Baris:
    return Baris(satu.judul, satu.get_absolute_url(), satu.dari, satu.terbit_pada)


def _berpindaian() -> Exists:
    return Exists(PindaianKeputusan.objects.filter(keputusan=OuterRef("pk"), ditarik_pada=None))


def _keputusan(satu: Any) -> Baris:
    dari = f"{satu.dari}, diganti oleh {satu.pengganti}" if satu.pengganti else satu.dari
    return Baris(
        satu.judul,
        satu.get_absolute_url(),
        dari,
        satu.tanggal_surat,
        satu.nomor,
        satu.berpindaian,
    )
