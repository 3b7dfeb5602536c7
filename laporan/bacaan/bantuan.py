"""Help for the person who writes a report: what is known already, in words."""

from collections.abc import Mapping, Sequence

from django.conf import settings

from aspirasi.services.pengabaran import tautan_wa
from core.templatetags.bentuk import persen, rupiah
from laporan.enums import Macam, TahapFoto
from laporan.models import Foto, LaporanKemajuan
from laporan.rentang import Rentang
from proyek.models import Pendanaan, Proyek

SAAT_FOTO = {Macam.AWAL: TahapFoto.AWAL, Macam.AKHIR: TahapFoto.AKHIR}


def kata_persen(laporan: LaporanKemajuan | None) -> str:
    """Return the percent of the report before in words; "" when there is none."""
    if laporan is None:
        return ""
    return f"Terakhir {persen(laporan.persen)} ({laporan.nomor}, {laporan.kata_waktu}). "


def kata_uang(dana: Pendanaan, sisa: Mapping[int, int]) -> str:
    """Return how much of a source is spent, and how much is left, before this report."""
    tersisa = sisa[dana.pk]
    return (
        f"Sudah dibelanjakan {rupiah(dana.pagu - tersisa)} dari anggaran {rupiah(dana.pagu)}; "
        f"sisanya {rupiah(tersisa)}."
    )


def saat_foto(rentang: Rentang | None) -> TahapFoto:
    """Return the stage of which the photos of an awaited report most likely are."""
    return SAAT_FOTO.get(Macam(rentang.macam), TahapFoto.TENGAH) if rentang else TahapFoto.TENGAH


def foto_terdahulu(proyek: Proyek) -> list[Foto]:
    """Return the newest public photo of each stage, from whose points the next ones are taken (one
    query)."""
    semua = Foto.objects.tampil().filter(laporan__in=proyek.laporan.berlaku().values("pk"))
    urut = semua.order_by("tahap", "-laporan__periode", "pk").distinct("tahap")
    return list(urut.select_related("berkas"))


def ditarik_serentang(proyek: Proyek, rentang: Sequence[Rentang]) -> list[LaporanKemajuan]:
    """Return the reports of these days that were taken back as a whole: whoever writes them anew
    reads why first (one query)."""
    semua = LaporanKemajuan.objects.terbit().dengan_utuh().filter(proyek=proyek, masih=False)
    return list(semua.filter(periode__in=[satu.awal for satu in rentang]).order_by("pk"))


def ingatkan(laporan: LaporanKemajuan) -> str:
    """Return the address that opens WhatsApp with a word to whoever publishes; WhatsApp asks whom
    to send it to."""
    teks = (
        f"Draf laporan {laporan.kata_waktu} untuk {laporan.proyek.judul} menunggu diterbitkan. "
        f"Periksa, lalu terbitkan: {settings.ALAMAT_PORTAL}{laporan.get_absolute_url()}"
    )
    return tautan_wa("", teks)
