"""Words of residents and BPK Kampung about works, as the search of a desk finds them: those that
everybody reads, and for the kecamatan checks that are held. Nobody finds who wrote one."""

from typing import Any

from django.db.models import QuerySet

from core.cari.kolom import vektor_kata
from laporan.models import CatatanPengawasan, CekWarga
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

# Their words stand in no stored column of the search: so many of the newest are read for each.
DIBACA = 2000


def cek_terlihat(oleh: Pengguna) -> QuerySet[Any]:
    """Return the newest checks that this person may read, with their shown words as `vektor`."""
    semua = CekWarga.objects.umum()
    if adalah_kecamatan(oleh):
        semua |= CekWarga.objects.tertahan()
    terbaru = semua.order_by("-minggu", "urutan").values("pk")[:DIBACA]
    return CekWarga.objects.filter(pk__in=terbaru).alias(vektor=vektor_kata("isi_publik"))


def catatan_terlihat(oleh: Pengguna) -> QuerySet[Any]:
    """Return the newest notes of the BPK Kampung that stand, their newest words as `vektor`."""
    terbaru = CatatanPengawasan.objects.umum().order_by("-pk").values("pk")[:DIBACA]
    semua = CatatanPengawasan.objects.filter(pk__in=terbaru).untuk_kartu()
    return semua.alias(vektor=vektor_kata("isi_kini"))
