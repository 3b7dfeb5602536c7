"""Requests that wait for this person as the second of two, or that they may use now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from aspirasi.models import PermintaanPin
from warga.models import Pengguna, PermintaanPembaca, PermintaanSandi, PerubahanPembaca


@dataclass(frozen=True)
class Menunggu:
    """One line on the desk: how many, in words, and where."""

    jumlah: int
    kata: str
    alamat: str


def himpunan_berdua(oleh: Pengguna) -> dict[str, Any]:
    """Return the rows to count, by name; nothing for people outside the kecamatan."""
    if not oleh.is_staff:
        return {}
    return {
        "sandi_diputus": PermintaanSandi.objects.untuk_diputus(oleh),
        "sandi_dibuka": PermintaanSandi.objects.untuk_dibuka(oleh),
        "pembaca_diputus": PermintaanPembaca.objects.untuk_diputus(oleh),
        "pin_diputus": PermintaanPin.objects.untuk_diputus(oleh),
        "pin_dibuka": PermintaanPin.objects.untuk_dibuka(oleh),
    }


def himpunan_kabar_berdua(oleh: Pengguna) -> dict[str, Any]:
    """Return what the desk counts: a change among the readers of secrets is news and no work, so
    no badge counts it."""
    himpunan = himpunan_berdua(oleh)
    if oleh.has_perm("warga.lihat_pembaca"):
        himpunan["pembaca_berubah"] = PerubahanPembaca.objects.baru()
    return himpunan


def menunggu_berdua(jumlah: Mapping[str, int]) -> list[Menunggu]:
    """Return the lines of the desk, of what `himpunan_kabar_berdua` named and somebody counted."""
    semua = [
        ("pembaca_diputus", "permintaan pembaca rahasia menunggu putusan Anda", "kode:pembaca"),
        ("pembaca_berubah", "perubahan pembaca kiriman rahasia, baru saja", "kode:pembaca"),
        ("sandi_diputus", "permintaan kode kata sandi menunggu putusan Anda", "kode:sandi"),
        ("pin_diputus", "permintaan PIN baru menunggu putusan Anda", "meja:pin_daftar"),
        ("pin_dibuka", "PIN baru sudah disetujui dan dapat Anda bacakan", "meja:pin_daftar"),
        ("sandi_dibuka", "kode kata sandi sudah disetujui dan dapat Anda buka", "kode:sandi"),
    ]
    return [
        Menunggu(jumlah[nama], kata, reverse(alamat))
        for nama, kata, alamat in semua
        if jumlah.get(nama)
    ]
