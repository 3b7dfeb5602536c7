"""At most three sentences on what stands out. They name kampung and things, never a person."""

from dataclasses import dataclass

from django.urls import reverse

from aspirasi.alamat import jalur_meja
from aspirasi.models import Aspirasi
from core.templatetags.bentuk import angka
from laporan.models import JadwalLaporan
from meja.kecamatan.tabel import Baris, Tabel

SEBUT = 5  # kampung that a sentence names
JUDUL = 70  # letters of a title
TIADA = "Tidak ada laporan kemajuan atau kiriman untuk umum yang lewat batas waktu."


@dataclass(frozen=True)
class Sorotan:
    """One sentence, and where it leads on the screen: an address and its word, "" for nowhere."""

    teks: str
    alamat: str = ""
    ajakan: str = ""


def sorotan(tabel: Tabel) -> list[Sorotan]:
    """Return what stands out for a meeting, or one sentence that nothing does; two queries."""
    semua = (_laporan_terlama(), _belum_lapor(tabel.baris), _kiriman_terlama(tabel.jumlah))
    return [satu for satu in semua if satu] or [Sorotan(TIADA)]


def _laporan_terlama() -> Sorotan | None:
    semua = JadwalLaporan.objects.terlambat().filter(proyek__kampung__contoh=False)
    urut = semua.select_related("proyek__kampung").dengan_libur().order_by("tenggat", "pk")
    satu = urut.first()
    if satu is None:
        return None
    proyek = satu.proyek
    return Sorotan(
        f"Laporan yang paling lama ditunggu: {_potong(proyek.judul)} ({satu.kata}), Kampung "
        f"{proyek.kampung.nama}, {satu.kata_terlambat.lower()}.",
        proyek.get_absolute_url(),
        "Buka proyek",
    )


def _belum_lapor(baris: list[Baris]) -> Sorotan | None:
    kurang = [(satu.nama, satu.nilai("belum_lapor") or 0) for satu in baris]
    kurang = [(nama, banyak) for nama, banyak in kurang if banyak]
    if not kurang:
        return None
    kata = [f"{nama} ({angka(banyak)})" for nama, banyak in kurang[:SEBUT]]
    lagi = f"dan {len(kurang) - SEBUT} kampung lain" if len(kurang) > SEBUT else ""
    sebut = ", ".join(kata) + (f", {lagi}" if lagi else "")
    return Sorotan(
        f"Laporan yang belum ada, menurut kampung: {sebut}.",
        reverse("meja:minggu"),
        "Lihat laporannya",
    )


def _kiriman_terlama(jumlah: Baris) -> Sorotan | None:
    semua = Aspirasi.objects.terbit().terlambat().exclude(kampung__contoh=True)
    satu = semua.select_related("kampung").dengan_libur().order_by("tenggat", "pk").first()
    if satu is None:
        return None
    asal = f"Kampung {satu.kampung.nama}" if satu.kampung else "tanpa kampung"
    return Sorotan(
        f"Kiriman yang paling lama lewat batas waktu: {satu.nomor}, {asal}, "
        f"{satu.kata_terlambat.lower()}, satu dari {angka(jumlah.nilai('terlambat'))}.",
        jalur_meja(satu.acuan),
        "Buka kiriman",
    )


def _potong(judul: str) -> str:
    return judul if len(judul) <= JUDUL else f"{judul[: JUDUL - 1].rstrip()}…"
