"""Messages to one person about a task in reports, as notices that nobody else reads."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from core.hal import JenisHal, Tampilan, Ucapan
from core.models import Jejak
from laporan.enums import Pesan
from laporan.models import PesanLaporan

# The request to its reader.
AJAKAN: dict[str, str] = {
    Pesan.DIMINTA: "Jawab permintaan itu di halaman “Laporan yang dapat saya tulis”.",
    Pesan.MENUNGGU: "Periksa, lalu terbitkan atau kembalikan dengan catatan.",
    Pesan.KEMBALI: "Perbaiki, lalu kirim lagi.",
    Pesan.ATAS_NAMA: "Bila keliru, Anda dapat menariknya kembali dalam 2 hari kerja.",
}


def _milik(orang: Any) -> QuerySet[PesanLaporan]:
    return PesanLaporan.objects.filter(pengguna=orang)


def _baris() -> QuerySet[PesanLaporan]:
    return PesanLaporan.objects.select_related("proyek", "laporan")


def _tampilan(pesan: PesanLaporan) -> Tampilan:
    keterangan = pesan.proyek.nomor if pesan.proyek else ""
    return Tampilan(hal(pesan), alamat(pesan), keterangan)


def hal(pesan: PesanLaporan) -> str:
    """Return what a message is about, in words."""
    if pesan.proyek is None:
        return "Laporan kemajuan"
    waktu = f", laporan {pesan.laporan.kata_waktu}" if pesan.laporan else ""
    return f"{pesan.proyek.judul}{waktu}"


def alamat(pesan: PesanLaporan) -> str:
    """Return where to act on a message: the draft or report, or the page of its project."""
    if pesan.macam == Pesan.DIMINTA:
        return reverse("laporan:saya")
    if pesan.proyek is None:
        return reverse("laporan:penerbit")
    return (pesan.laporan or pesan.proyek).get_absolute_url()


def _ucapan(jejak: Jejak, pesan: PesanLaporan, orang: Any) -> Ucapan:
    return Ucapan(pesan.get_macam_display(), "", pesan.catatan, AJAKAN.get(pesan.macam, ""))


# Nobody follows a message. It is told to its one person.
HAL = JenisHal(
    nama="pesan",
    model=PesanLaporan,
    kata="tugas laporan",
    kunci="pk",
    umum=PesanLaporan.objects.none,
    baris=_baris,
    tampilan=_tampilan,
    ucapan=_ucapan,
    penulis="pengguna",
    milik=_milik,
)
