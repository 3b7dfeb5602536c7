"""The sender's judgement: whether they were heard, on settling it; and whether it holds, weeks
later."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from aspirasi.enums import Aksi, Didengar, Jenis, SaatPenilaian, Status
from aspirasi.models import Aspirasi, Penilaian
from aspirasi.services.alur import kunci_baris
from aspirasi.services.kiriman import buka_kembali, nyatakan_beres
from aspirasi.services.langkah import catat_langkah
from core.galat import TidakBisa
from core.jejak.catat import catat
from core.waktu import sekarang

MENUNGGU = dt.timedelta(weeks=4)
JAWABAN_PALING_SEDIKIT = 5
SEKALIGUS = 500
# The moment of an answer decides which of its parts can be counted.
SAAT_BERES, NANTI = Q(saat=SaatPenilaian.BERES), Q(saat=SaatPenilaian.NANTI)
PESAN_SUDAH_DINILAI = "Anda sudah menjawab pertanyaan ini. Terima kasih."


def perlu_dinilai(aspirasi: Aspirasi) -> bool:
    """Return whether the sender is being asked: settled four weeks ago, and not answered yet.

    Nothing is asked about an apresiasi (`aspirasi.bacaan.tanya`).
    """
    ditutup = aspirasi.ditutup_pada
    selesai = aspirasi.status == Status.SELESAI and aspirasi.jenis != Jenis.APRESIASI
    lama = selesai and ditutup and ditutup + MENUNGGU <= sekarang()
    return bool(lama) and not aspirasi.penilaian.filter(NANTI).exists()


@transaction.atomic
def beres(*, aspirasi: Aspirasi, didengar: str = "") -> Aspirasi:
    """Note that the sender says it is settled and, if they like, whether they were heard.

    `didengar` is one of `Didengar` or ''. Settled once more after it was opened again, the
    last word counts. Raises TidakBisa as `kiriman.nyatakan_beres` does.
    """
    aspirasi = nyatakan_beres(aspirasi=aspirasi)
    if didengar:
        nilai_baru = {"masih_beres": True, "didengar": didengar, "dibuat": sekarang()}
        aspirasi.penilaian.update_or_create(saat=SaatPenilaian.BERES, defaults=nilai_baru)
        catat(objek=aspirasi, aksi=Aksi.DINILAI)
    return aspirasi


@transaction.atomic
def nilai(*, aspirasi: Aspirasi, masih_beres: bool, didengar: str, catatan: str = "") -> Penilaian:
    """Keep the answer weeks later, once. "Not settled" opens the kiriman again.

    `didengar` is one of `Didengar`; `catatan` says what is not settled. Raises TidakBisa
    when it was answered before, is not asked now, or the words are missing.
    """
    aspirasi = kunci_baris(aspirasi)
    if aspirasi.penilaian.filter(NANTI).exists():
        raise TidakBisa(PESAN_SUDAH_DINILAI)
    if not perlu_dinilai(aspirasi):
        raise TidakBisa("Pertanyaan ini belum atau tidak lagi berlaku untuk kiriman Anda.")
    hasil = aspirasi.penilaian.create(
        saat=SaatPenilaian.NANTI, masih_beres=masih_beres, didengar=didengar, catatan=catatan
    )
    catat(objek=aspirasi, aksi=Aksi.DINILAI)
    if not masih_beres:
        buka_kembali(aspirasi=aspirasi, alasan=catatan)
    return hasil


@transaction.atomic
def tanyakan() -> None:
    """Ask the senders who left a contact, each once (a periodic job). The others are asked on their
    next visit.

    The longest closed are asked first; the others follow with the next run.
    """
    sudah = Penilaian.objects.filter(NANTI, aspirasi=OuterRef("pk"))
    lama = Aspirasi.objects.filter(
        ~Exists(sudah),
        status=Status.SELESAI,
        ditanya_pada__isnull=True,
        ditutup_pada__lte=sekarang() - MENUNGGU,
    )
    lama = lama.exclude(jenis=Jenis.APRESIASI).exclude(pengirim__email="", pengirim__telepon="")
    lama = lama.order_by("ditutup_pada", "pk")
    for aspirasi in lama.select_for_update(of=("self",), skip_locked=True)[:SEKALIGUS]:
        aspirasi.ditanya_pada = sekarang()
        aspirasi.save(update_fields=["ditanya_pada"])
        catat_langkah(aspirasi, Aksi.DITANYA, None, "", ke="")


def ringkasan(penilaian: QuerySet[Penilaian]) -> list[dict[str, Any]]:
    """Count the answers by kampung, in one query.

    Keys: nama; saat_beres and nanti, each a dict of jumlah, didengar, beres (shares in percent,
    None below `JAWABAN_PALING_SEDIKIT` answers: too few answers say nothing, and might betray one
    person).
    """
    baris = (
        penilaian.order_by("aspirasi__kampung__nama")
        .values(nama=F("aspirasi__kampung__nama"))
        .annotate(**_hitungan("saat_beres", SAAT_BERES), **_hitungan("nanti", NANTI))
    )
    return [
        {
            "nama": b["nama"] or "Kampung belum diketahui",
            "saat_beres": _bagian(b, "saat_beres"),
            "nanti": _bagian(b, "nanti"),
        }
        for b in baris
    ]


def _hitungan(awalan: str, saat: Q) -> dict[str, Count]:
    return {
        f"{awalan}_jumlah": Count("pk", filter=saat),
        f"{awalan}_didengar": Count("pk", filter=saat & Q(didengar=Didengar.YA)),
        f"{awalan}_beres": Count("pk", filter=saat & Q(masih_beres=True)),
    }


def _bagian(baris: dict[str, Any], awalan: str) -> dict[str, int | None]:
    jumlah = baris[f"{awalan}_jumlah"]
    cukup = jumlah >= JAWABAN_PALING_SEDIKIT
    bagian = {
        nama: round(100 * baris[f"{awalan}_{nama}"] / jumlah) if cukup else None
        for nama in ("didengar", "beres")
    }
    return {"jumlah": jumlah, **bagian}
