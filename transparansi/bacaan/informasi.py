"""Published things by their classes of public information (UU 14/2008, articles 9 to 11)."""

from dataclasses import dataclass
from typing import Any

from kabar.enums import Jenis
from kabar.models import Kabar
from laporan.models import LaporanKemajuan
from proyek.models import Keputusan
from warga.models import Kampung

BANYAK = 20  # rows of a class on the page; the lists hold all


@dataclass(frozen=True)
class Golongan:
    """One class: its words, the newest things in it, and the list of all of them."""

    nama: str
    ket: str
    isi: list[Any]
    semua: str
    alamat: str


def golongan(kampung: Kampung | None) -> list[Golongan]:
    """Return the classes for one kampung, or for all (None), in three queries."""
    milik = {"kampung": kampung} if kampung else {}
    milik_proyek = {"proyek__kampung": kampung} if kampung else {}
    laporan = LaporanKemajuan.objects.terbit().filter(**milik_proyek).untuk_kartu()
    kabar = Kabar.objects.terbit().filter(jenis=Jenis.BAHAYA, **milik).untuk_kartu()
    keputusan = Keputusan.objects.filter(**milik).select_related("kampung", "berkas")
    return [
        Golongan(
            "Berkala",
            "Diumumkan secara teratur (Pasal 9): laporan kemajuan pekerjaan dan uangnya.",
            list(laporan.order_by("-diterbitkan_pada", "-pk")[:BANYAK]),
            "Semua laporan kemajuan",
            "laporan:daftar",
        ),
        Golongan(
            "Serta-merta",
            "Diumumkan seketika karena menyangkut keselamatan (Pasal 10): peringatan bahaya.",
            list(kabar[:BANYAK]),
            "Semua kabar",
            "kabar:daftar",
        ),
        Golongan(
            "Setiap saat",
            "Tersedia kapan saja (Pasal 11): keputusan dengan alasan, dan pindaian suratnya.",
            list(keputusan.order_by("-tanggal_surat", "-pk")[:BANYAK]),
            "Semua keputusan",
            "keputusan:daftar",
        ),
    ]
