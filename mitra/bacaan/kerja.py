"""Gotong royong in words: how often, how many people, how many hours."""

from collections.abc import Mapping
from typing import Any

from core.templatetags.bentuk import angka
from mitra.models import KerjaBakti


def kalimat_kerja(jumlah: Mapping[str, Any]) -> str:
    """Return the sums of `KerjaBaktiQuerySet.jumlah` as a sentence; '' without a day."""
    if not jumlah["kali"]:
        return ""
    return (
        f"{jumlah['kali']} kali gotong royong, diikuti {jumlah['jumlah_laki']} laki-laki dan "
        f"{jumlah['jumlah_perempuan']} perempuan: seluruhnya "
        f"{angka(jumlah['jam_orang'])} jam kerja orang."
    )


def kalimat_sehari(kerja: KerjaBakti) -> str:
    """Return who came on one day, and for how long."""
    return f"{kerja.laki} laki-laki, {kerja.perempuan} perempuan, {angka(kerja.jam)} jam"
