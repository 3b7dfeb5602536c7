"""The line in time of the reports of a project, as annotations of the project.

The app of projects reaches them by the managers of these relations. Plain values come with its own
query; `laporan.bacaan.garis` reads them.
"""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, F, JSONField, OuterRef, Subquery
from django.db.models.functions import JSONObject

from core.cari.tumpangan import Tumpangan
from core.models import Penarikan
from core.moderasi.penarikan import baris_ditarik
from core.waktu import hari_ini

FOTO_TAMPIL = 4  # of the newest report
BERLAKU = (
    *("nomor", "periode", "sampai", "persen", "revisi", "belanja", "belanja_menyusul"),
    *("ada_kendala", "tanpa_kemajuan", "alasan_tanpa_kemajuan", "diterbitkan_pada"),
    "nama_sampul",
)
DITARIK = ("nomor", "periode", "sampai", "alasan", "waktu")
DITUNGGU = ("awal", "akhir", "janji", "tenggat", "dipenuhi_pada", "libur")


def berlaku(laporan: Any, banyak: int) -> ArraySubquery:
    """Return the newest reports that stand."""
    baris = laporan.berlaku().filter(proyek=OuterRef("pk")).untuk_kartu().dengan_sampul()
    return _larik(baris.order_by("-periode")[:banyak], BERLAKU)


def ditarik(laporan: Any, banyak: int) -> ArraySubquery:
    """Return the newest reports that were taken back as a whole, with reason and moment."""
    tabel = laporan.model._meta.db_table
    tarikan = Penarikan.objects.filter(tabel=tabel, baris=OuterRef("pk"), utuh=True).order_by("-pk")
    baris = laporan.terbit().filter(baris_ditarik(tabel), proyek=OuterRef("pk"))
    baris = baris.annotate(
        alasan=Subquery(tarikan.values("jejak__isi__alasan")[:1]),
        waktu=Subquery(tarikan.values("jejak__waktu")[:1]),
    )
    return _larik(baris.order_by("-periode", "-revisi")[:banyak], DITARIK)


def ditunggu(jadwal: Any, banyak: int) -> ArraySubquery:
    """Return the newest rows that stand and have begun, each with the first day of the report that
    fulfils it."""
    baris = jadwal.berdiri().filter(proyek=OuterRef("pk"), awal__lte=hari_ini())
    baris = baris.dengan_libur("janji").order_by("-awal")
    return _larik(baris[:banyak], DITUNGGU, lapor="laporan__periode")


def terbaru(laporan: Any) -> ArraySubquery:
    """Return the newest report that stands, as `tumpangan_terbaru` reads it."""
    foto = laporan._anak("foto").tampil().filter(laporan=OuterRef("pk")).order_by("tahap", "pk")
    berlaku = laporan.berlaku().untuk_kartu().filter(proyek=OuterRef("pk"))
    isi_foto = tumpangan_foto(foto.model).anotasi(foto[:FOTO_TAMPIL])
    baris = berlaku.annotate(isi_foto=isi_foto).order_by("-periode")[:1]
    return tumpangan_terbaru(laporan.model).anotasi(baris)


def tumpangan_terbaru(model: Any) -> Tumpangan:
    """Return what reads a report with `belanja` and `isi_foto`."""
    return Tumpangan(model, tambahan={"belanja": BigIntegerField(), "isi_foto": JSONField()})


def tumpangan_foto(model: Any) -> Tumpangan:
    """Return what reads the photos of a report, each with its file."""
    return Tumpangan(model, kaitan=("berkas",))


def _larik(baris: Any, kolom: tuple[str, ...], **lain: str) -> ArraySubquery:
    isi = {nama: F(nama) for nama in kolom} | {nama: F(asal) for nama, asal in lain.items()}
    return ArraySubquery(baris.values(isi=JSONObject(**isi)))
