"""Whether a whole report may still be taken back."""

import datetime as dt
from collections.abc import Collection
from typing import Any

import rules

from core.templatetags.bentuk import tanggal
from core.tenggat.hari_kerja import tambah_hari_kerja, tanggal_wib
from core.waktu import hari_ini
from laporan.models import LaporanKemajuan

HARI_TARIK = 2  # working days after it came out
SUDAH_DITARIK = "Laporan ini sudah ditarik. Muat ulang halaman."
SUDAH_DIPERBAIKI = "Laporan ini sudah diperbaiki, jadi tidak berlaku lagi. Buka yang berlaku."
LEWAT = (
    "Laporan hanya dapat ditarik sampai {hari} (2 hari kerja sesudah terbit). Buat perbaikannya: "
    "yang lama tetap terlihat, dan yang baru berlaku."
)


def batas_tarik(laporan: LaporanKemajuan, libur: Collection[dt.date] | None = None) -> dt.date:
    """Return the last day on which a published report may be taken back as a whole. `libur` are the
    days off since it came out, if the caller has read them already."""
    terbit = laporan.diterbitkan_pada
    if terbit is None:
        raise ValueError("a draft")
    return tambah_hari_kerja(tanggal_wib(terbit), HARI_TARIK, libur)


def halangan_tarik(laporan: LaporanKemajuan) -> str:
    """Return in a sentence why a published report cannot be taken back now; "" when it can."""
    satu = LaporanKemajuan.objects.filter(pk=laporan.pk)
    if not satu.utuh().exists():
        return SUDAH_DITARIK
    if not satu.berlaku().exists():
        return SUDAH_DIPERBAIKI
    batas = batas_tarik(laporan)
    return LEWAT.format(hari=tanggal(batas)) if hari_ini() > batas else ""


def batas_untuk(orang: Any, laporan: LaporanKemajuan, *, berlaku: bool) -> dt.date | None:
    """Return the last day on which this person may take a published report back; None for anybody
    else, when it does not stand (`berlaku`), and after that day. One query for those who have the
    right."""
    if not berlaku or not rules.has_perm("laporan.tarik_semua", orang, laporan):
        return None
    batas = batas_tarik(laporan)
    return batas if hari_ini() <= batas else None
