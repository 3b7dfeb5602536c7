"""The last move of a project, and whether it can still be taken back."""

import datetime as dt
from typing import Any

import rules
from django.db.models import OuterRef, Subquery
from django.utils.timezone import localdate

from core.waktu import hari_ini
from proyek.models import PindahTahap, Proyek
from warga.models import Pengguna

HARI_BATAL = 7
SUDAH_BATAL = "Tahap itu sudah dibatalkan."
BERPINDAH_LAGI = (
    "Sesudah tahap itu, proyek ini sudah berpindah lagi. Yang dapat dibatalkan hanya tahap yang "
    "terakhir."
)
TAK_DIKETAHUI = (
    "Tahap ini dicatat sebelum portal menyimpan tahap sebelumnya, jadi tidak dapat dibatalkan. "
    "Catat keputusan atau tahap berikutnya."
)
LEWAT = (
    "Tahap ini dicatat lebih dari tujuh hari yang lalu, jadi tidak dapat dibatalkan lagi. Catat "
    "tahap berikutnya, atau keputusan yang memperbaikinya."
)


def langkah_terakhir(proyek: Proyek) -> PindahTahap | None:
    """Return the last move that stands, with its decision; one query."""
    return proyek.pindah_tahap.berlaku().select_related("keputusan").order_by("-pk").first()


def halangan_batal(langkah: PindahTahap, terakhir: PindahTahap | None, oleh: Pengguna) -> str:
    """Return why this person cannot take the move back, and what to do; "" when they can.

    It takes the office that set it, the last move that stands, and seven days.
    """
    if langkah.ditarik_pada:
        return SUDAH_BATAL
    if terakhir is None or terakhir.pk != langkah.pk:
        return BERPINDAH_LAGI
    if not langkah.dari or langkah.kecamatan is None:
        return TAK_DIKETAHUI
    if oleh.akun_kecamatan != langkah.kecamatan:
        kantor = "kecamatan" if langkah.kecamatan else f"Kampung {langkah.proyek.kampung}"
        return f"Tahap ini dicatat petugas {kantor}, jadi hanya mereka yang dapat membatalkannya."
    return LEWAT if hari_ini() - localdate(langkah.dicatat) > dt.timedelta(HARI_BATAL) else ""


def batal_untuk(proyek: Proyek | None, orang: Any) -> PindahTahap | None:
    """Return the move that this person can take back now; None without one. One query for an
    official who works on the project, none for anybody else."""
    if proyek is None or not rules.has_perm("proyek.kelola_proyek", orang, proyek):
        return None
    terakhir = langkah_terakhir(proyek)
    return None if terakhir is None or halangan_batal(terakhir, terakhir, orang) else terakhir


def sudah_berpindah(proyek: Proyek, dari: str) -> str:
    """Return what a person reads who acts on a stage that is no more (`dari`); "" when it is."""
    if not dari or dari == proyek.tahap:
        return ""
    kini = proyek.get_tahap_display()
    return f"Tahap proyek ini baru saja diubah orang lain: sekarang “{kini}”. Pilih lagi."


def pembatalan(menurut: str) -> Subquery:
    """Return the moment at which the stage that a decision opened was taken back (NULL: it stands);
    `menurut` is the column of the query that holds the decision."""
    milik = PindahTahap.objects.filter(keputusan=OuterRef(menurut)).order_by("-pk")
    return Subquery(milik.values("ditarik_pada")[:1])
