"""The present time of a first look, over the newest public kiriman that were looked at."""

import datetime as dt

from aspirasi.models import Aspirasi
from core.kalimat import Kalimat
from core.tenggat.hari_kerja import hitung_hari_kerja, libur_antara, tanggal_wib
from core.waktu import sekarang

TERBARU = 200
SELAMA = dt.timedelta(weeks=8)
# "Usually" is the time within which three of four were looked at.
BAGIAN = 0.75


def lama_periksa() -> int | None:
    """Return within how many working days the first look usually comes; None when unknown.

    It takes two queries: `TERBARU` rows of the index `aspirasi_lama_periksa`, and the days off.
    Only public kiriman count, so that the number tells nothing of others.
    """
    sejak = sekarang() - SELAMA
    baru = Aspirasi.objects.terbit().filter(diperiksa_pada__gte=sejak).order_by("-diperiksa_pada")
    waktu = list(baru.values_list("dibuat", "diperiksa_pada")[:TERBARU])
    if not waktu:
        return None
    hari = [(tanggal_wib(kirim), tanggal_wib(lihat)) for kirim, lihat in waktu]
    libur = libur_antara(min(a for a, _ in hari), max(b for _, b in hari))
    lama = sorted(max(0, hitung_hari_kerja(a, b, libur)) for a, b in hari)
    return lama[int(BAGIAN * (len(lama) - 1))]


def kata_lama(lama: int | None) -> Kalimat:
    """Return in words how long the first look takes; `lama` is the result of `lama_periksa`."""
    awal = "Pemeriksaan pertama saat ini "
    if lama is None:
        return Kalimat(f"{awal}belum diketahui lamanya.")
    tebal = f"{lama} hari kerja" if lama else "selesai hari itu juga"
    return Kalimat(f"{awal}biasanya ", tebal, ".")
