"""Asked later: weeks after a kiriman was settled, does it hold, and was the sender heard?"""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from aspirasi.alur import kunci
from aspirasi.enums import Didengar, Status
from aspirasi.kiriman import buka_kembali
from aspirasi.models import Aspirasi, Penilaian
from aspirasi.pengabaran import TANYA, kabari
from core.galat import TidakBisa
from core.jejak import catat
from core.waktu import sekarang

MENUNGGU = dt.timedelta(weeks=4)
JAWABAN_PALING_SEDIKIT = 5
SEKALIGUS = 500
SUDAH = "Anda sudah menjawab pertanyaan ini. Terima kasih."


def perlu_dinilai(aspirasi: Aspirasi) -> bool:
    """Say whether its sender is asked now: settled four weeks ago, and not answered yet."""
    ditutup = aspirasi.ditutup_pada
    lama = aspirasi.status == Status.SELESAI and ditutup and ditutup + MENUNGGU <= sekarang()
    return bool(lama) and not Penilaian.objects.filter(aspirasi=aspirasi).exists()


@transaction.atomic
def nilai(*, aspirasi: Aspirasi, masih_beres: bool, didengar: str, catatan: str = "") -> Penilaian:
    """Keep the answer of the sender, once. "Not settled" opens the kiriman again.

    `didengar` is one of `Didengar`; `catatan` says what is not settled. Raises TidakBisa
    when it was answered before, is not asked now, or the words are missing.
    """
    aspirasi = kunci(aspirasi)
    if Penilaian.objects.filter(aspirasi=aspirasi).exists():
        raise TidakBisa(SUDAH)
    if not perlu_dinilai(aspirasi):
        raise TidakBisa("Pertanyaan ini belum atau tidak lagi berlaku untuk kiriman Anda.")
    hasil = Penilaian.objects.create(
        aspirasi=aspirasi, masih_beres=masih_beres, didengar=didengar, catatan=catatan
    )
    catat(objek=aspirasi, aksi="dinilai")
    if not masih_beres:
        buka_kembali(aspirasi=aspirasi, alasan=catatan)
    return hasil


@transaction.atomic
def tanyakan() -> None:
    """Ask those who left a contact, each once (a periodic job); the rest on their next visit."""
    lama = Aspirasi.objects.filter(
        status=Status.SELESAI,
        ditanya_pada__isnull=True,
        ditutup_pada__lte=sekarang() - MENUNGGU,
        penilaian__isnull=True,
    ).exclude(pengirim__email="", pengirim__telepon="")
    for aspirasi in lama.select_for_update(of=("self",), skip_locked=True)[:SEKALIGUS]:
        aspirasi.ditanya_pada = sekarang()
        aspirasi.save(update_fields=["ditanya_pada"])
        kabari(aspirasi, catat(objek=aspirasi, aksi=TANYA))


def ringkasan(penilaian: QuerySet[Penilaian]) -> list[dict[str, Any]]:
    """Count the answers by kampung, in one query.

    Keys: nama, jumlah, didengar and beres (shares in percent, None below
    `JAWABAN_PALING_SEDIKIT` answers: too few say nothing, and might betray one person).
    """
    baris = (
        penilaian.order_by("aspirasi__kampung__nama")
        .values("aspirasi__kampung__nama")
        .annotate(
            jumlah=Count("pk"),
            ya=Count("pk", filter=Q(didengar=Didengar.YA)),
            masih=Count("pk", filter=Q(masih_beres=True)),
        )
    )
    return [
        {
            "nama": b["aspirasi__kampung__nama"] or "Kampung belum diketahui",
            "jumlah": b["jumlah"],
            "didengar": _bagian(b["ya"], b["jumlah"]),
            "beres": _bagian(b["masih"], b["jumlah"]),
        }
        for b in baris
    ]


def _bagian(sebagian: int, semua: int) -> int | None:
    return round(100 * sebagian / semua) if semua >= JAWABAN_PALING_SEDIKIT else None
