"""Telling those who wait for a project that a paper moved its planned days.

The job that follows projects finds them; the trail of the kiriman says which papers were told, so
each is told once (docs/keputusan/0046-perubahan.md).
"""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from django.db import transaction
from django.db.models import QuerySet

from aspirasi.enums import Aksi, Status
from aspirasi.models import Aspirasi
from aspirasi.services.alur import kunci_baris
from aspirasi.services.langkah import catat_langkah
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import sekarang
from proyek.bacaan.perubahan import HARI, kata
from proyek.models import Keputusan, Perubahan

HARI_DICARI = 7  # a job that was down for some days still finds the changes


def baru_berubah() -> QuerySet[Perubahan]:
    """Return the days that papers moved lately, of papers that everyone may read."""
    sejak = sekarang() - dt.timedelta(days=HARI_DICARI)
    return _terbaca().filter(dicatat__gte=sejak)


@transaction.atomic
def kabari_waktu(acuan: str) -> None:
    """Tell the sender and the joiners of each paper that moved the days of a project that answers
    this kiriman. Raises TidakBisa when there is none, or when it no longer waits for a project."""
    aspirasi = kunci_baris(Aspirasi.objects.get(acuan=acuan))
    baru = list(_belum_dikabarkan(aspirasi))
    if aspirasi.status != Status.DIRENCANAKAN or not baru:
        raise TidakBisa("Tidak ada kabar baru tentang waktu proyek yang menjawab kiriman ini.")
    for baris in baru:
        satu = baris[0]
        rincian = {
            "ke": f"proyek {satu.proyek.nomor}, {'; '.join(map(_kalimat, baris))}",
            "proyek": satu.proyek.nomor,
            "keputusan": satu.keputusan.nomor,
        }
        alasan = satu.keputusan.alasan
        catat_langkah(aspirasi, Aksi.WAKTU_PROYEK, None, aspirasi.status, alasan, rincian)


def _terbaca() -> QuerySet[Perubahan]:
    terbit = Keputusan.objects.terbit().values("pk")
    return Perubahan.objects.filter(kolom__in=HARI, keputusan__in=terbit)


def _belum_dikabarkan(aspirasi: Aspirasi) -> Iterator[list[Perubahan]]:
    """Yield the rows of each paper since the link, oldest first, that its trail does not tell."""
    semua = riwayat(aspirasi).filter(aksi=Aksi.WAKTU_PROYEK)
    sudah = {(r.get("proyek"), r.get("keputusan")) for j in semua if (r := j.isi.rincian)}
    kosong = [j.waktu for j in semua if j.isi.dihapus_pada]  # which papers those told is unknown
    for tautan in aspirasi.tautan_proyek.all():
        baris = _terbaca().filter(proyek=tautan.proyek_id, dicatat__gte=tautan.dibuat)
        if kosong:
            baris = baris.filter(dicatat__gt=max(kosong))
        baris = baris.select_related("keputusan", "proyek").order_by("keputusan", "pk")
        for (proyek, surat), satu in groupby(baris, lambda b: (b.proyek.nomor, b.keputusan.nomor)):
            if (proyek, surat) not in sudah:
                yield list(satu)


def _kalimat(baris: Perubahan) -> str:
    lama, baru = kata(baris.kolom, baris.lama), kata(baris.kolom, baris.baru)
    return f"{baris.get_kolom_display().lower()} dari {lama} menjadi {baru}"
