"""The first query of the page of a project: its row, and short lists beside it.

A page that asked for each of them would cost a query each; they are bounded by their services.
"""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from proyek.models import Proyek, RencanaKemajuan, TimProyek
from proyek.models.himpunan import ProyekQuerySet, jauh

ANGGOTA = ("peran", "nama", "jabatan", "nomor_kontrak", "tanggal_kontrak", "nilai_kontrak")


def untuk_halaman(himpunan: ProyekQuerySet) -> ProyekQuerySet:
    """Annotate `isi_rencana`, `isi_laporan`, `isi_tim` and `nama_kampung_lain`: lists of plain
    values, which `proyek.bacaan` turns into what people read."""
    rencana = RencanaKemajuan.objects.order_by("tanggal")
    laporan = jauh("laporan").terbit().order_by("periode", "revisi")
    lain: Any = Proyek.kampung_lain.through.objects.order_by("kampung__nama")
    return himpunan.select_related("pemilik").annotate(
        isi_rencana=_larik(rencana, tanggal="tanggal", persen="persen"),
        isi_laporan=_larik(laporan, periode="periode", terbit="diterbitkan_pada", persen="persen"),
        isi_tim=_larik(TimProyek.objects.order_by("pk"), **{nama: nama for nama in ANGGOTA}),
        nama_kampung_lain=_larik(lain, nama="kampung__nama"),
    )


def _larik(baris: Any, **kolom: str) -> ArraySubquery:
    isi = JSONObject(**{nama: F(asal) for nama, asal in kolom.items()})
    return ArraySubquery(baris.filter(proyek=OuterRef("pk")).values(isi=isi))
