"""What waits for this person as the second of two, or may be used now that it is approved."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from core.lencana import hitung
from warga.models import Pengguna, PermintaanSandi


@dataclass(frozen=True)
class Menunggu:
    """One line on the desk: how many, in words, and where."""

    jumlah: int
    kata: str
    alamat: str


def himpunan_berdua(oleh: Pengguna) -> dict[str, Any]:
    """Return what is counted, by name; nothing for those outside the kecamatan."""
    if not oleh.is_staff:
        return {}
    return {
        "sandi_diputus": PermintaanSandi.objects.untuk_diputus(oleh),
        "sandi_dibuka": PermintaanSandi.objects.untuk_dibuka(oleh),
    }


def menunggu_berdua(oleh: Pengguna) -> list[Menunggu]:
    """Return the lines of the desk, one query for all."""
    jumlah = hitung(himpunan_berdua(oleh))
    semua = [
        ("sandi_diputus", "permintaan kode kata sandi menunggu putusan Anda", "kode:sandi"),
        ("sandi_dibuka", "kode kata sandi sudah disetujui dan dapat Anda buka", "kode:sandi"),
    ]
    return [
        Menunggu(jumlah[nama], kata, reverse(alamat))
        for nama, kata, alamat in semua
        if jumlah[nama]
    ]
