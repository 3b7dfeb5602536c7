"""The trail of a kiriman as people may read it: acts and offices, never names of persons."""

import datetime as dt
from dataclasses import dataclass

from aspirasi.enums import Aksi, Status
from aspirasi.models import Aspirasi
from core.jejak import riwayat
from core.models import Jejak
from warga.enums import Peran

KATA: dict[str, str] = {
    Aksi.KIRIM: "Kiriman diterima",
    Aksi.PERIKSA: "Sudah diperiksa",
    Aksi.TERUSKAN: "Diteruskan",
    Aksi.AMBIL: "Mulai ditangani",
    Aksi.TANGGAPI: "Dijawab",
    Aksi.RENCANAKAN: "Masuk rencana proyek",
    Aksi.NYATAKAN_BERES: "Dinyatakan beres oleh pengirim",
    Aksi.BUKA_KEMBALI: "Dibuka kembali oleh pengirim",
    Aksi.TARIK: "Ditarik pengirim",
    Aksi.TOLAK: "Ditolak",
    Aksi.BUKAN_WEWENANG: "Bukan wewenang kami",
}
# What officials see besides.
KATA_PETUGAS: dict[str, str] = KATA | {
    "pengirim_dibaca": "Identitas pengirim dibuka",
    "foto_disetujui": "Foto ditampilkan",
    "catatan_ditulis": "Catatan internal ditulis",
}
OLEH: dict[str, str] = {
    Peran.APARAT: "Pemerintah kampung",
    Peran.STAF: "Kecamatan",
    Peran.ADMIN: "Kecamatan",
}
AKSI_PENGIRIM = (Aksi.KIRIM, Aksi.NYATAKAN_BERES, Aksi.BUKA_KEMBALI, Aksi.TARIK)
# Whose reason everyone may read; the others speak to the sender or among officials.
ALASAN_UMUM = (Aksi.TOLAK, Aksi.BUKAN_WEWENANG)
ALASAN_PENGIRIM = (*ALASAN_UMUM, Aksi.PERIKSA)
DIHAPUS = "Isi dihapus atas permintaan."


@dataclass(frozen=True)
class Peristiwa:
    """One act: when, what, which office; `tambahan` is where it went or which project."""

    waktu: dt.datetime
    kata: str
    oleh: str
    tambahan: str = ""
    alasan: str = ""
    berat: bool = False


def baca(aspirasi: Aspirasi) -> list[Jejak]:
    """Return the whole trail in one query, oldest first."""
    return list(riwayat(aspirasi))


def untuk_umum(jejak: list[Jejak]) -> list[Peristiwa]:
    """Return what everyone may read of a public kiriman."""
    return [_peristiwa(j, ALASAN_UMUM) for j in jejak if j.aksi in KATA]


def untuk_pengirim(jejak: list[Jejak]) -> list[Peristiwa]:
    """Return the same with the reasons that speak to the sender."""
    return [_peristiwa(j, ALASAN_PENGIRIM) for j in jejak if j.aksi in KATA]


def untuk_petugas(jejak: list[Jejak]) -> list[Peristiwa]:
    """Return everything, with every reason."""
    return [_peristiwa(j, tuple(KATA_PETUGAS)) for j in jejak if j.aksi in KATA_PETUGAS]


def pembaca_identitas(jejak: list[Jejak]) -> list[Peristiwa]:
    """Return who opened the identity of the sender, and when."""
    dibuka = [j for j in jejak if j.aksi == "pengirim_dibaca"]
    return [Peristiwa(j.waktu, "Identitas dibuka", _oleh(j)) for j in dibuka]


def alasan_ubahan(jejak: list[Jejak]) -> str:
    """Return why the text or its readers were changed at the first look; '' if they were not."""
    for j in jejak:
        if j.aksi == Aksi.PERIKSA and (j.isi.rincian or {}).get("diubah"):
            return str(j.isi.alasan)
    return ""


def _peristiwa(jejak: Jejak, beralasan: tuple[str, ...]) -> Peristiwa:
    rincian = jejak.isi.rincian or {}
    alasan = jejak.isi.alasan if jejak.aksi in beralasan else ""
    return Peristiwa(
        waktu=jejak.waktu,
        kata=KATA_PETUGAS[jejak.aksi],
        oleh="Pengirim" if jejak.aksi in AKSI_PENGIRIM else _oleh(jejak),
        tambahan=str(rincian.get("ke") or rincian.get("proyek") or ""),
        alasan=DIHAPUS if jejak.isi.dihapus_pada and jejak.aksi in beralasan else alasan,
        berat=jejak.ke in (Status.DITOLAK, Status.BUKAN_WEWENANG, Status.DIBUKA_KEMBALI),
    )


def _oleh(jejak: Jejak) -> str:
    return OLEH.get(jejak.peran, "Portal")
