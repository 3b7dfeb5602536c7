"""Reads the queues of the desks by today's columns and by one question to the database, as it was
asked before the columns were there.

It has its own values, and nothing of the rules. A new reason to wait is said here a second time.
"""

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet

from aspirasi.models import Aspirasi
from core.waktu import hari_ini, pada, sekarang
from warga.rules import adalah_kecamatan

MEJA = ("staf", "petugas_rahasia", "aparat", "aparat_lain")
PERLU_JAWABAN = ("diverifikasi", "diteruskan", "diproses", "dibuka_kembali")
TERTUTUP = ("selesai", "ditarik", "bukan_wewenang", "ditolak", "digabung", "diarsipkan")


def bagian_lama(oleh: Any) -> QuerySet[Aspirasi]:
    """Return the kiriman on their desk that waited for this person."""
    milik = _kecamatan(oleh) if adalah_kecamatan(oleh) else _kampung(oleh)
    return Aspirasi.objects.untuk_meja(oleh).filter(milik)


def _bukan_milik_rekan(user: Any, **meja: Any) -> Q:
    rekan = {f"ditugaskan__{nama}": nilai for nama, nilai in meja.items()}
    bebas = Q(ditugaskan__isnull=True) | Q(ditugaskan=user.pk)
    return bebas | ~Q(ditugaskan__is_active=True, **rekan)


def _tanpa_kampung() -> Q:
    luar = Q(ditangani__isnull=False) & ~Q(ditangani__jenis__in=("kampung", "kecamatan"))
    tertutup = Q(jangkauan="kecamatan") | Q(kampung__isnull=True)
    kecamatan = Q(ditangani__jenis="kecamatan")
    return kecamatan | luar | Q(ditangani__isnull=True) & tertutup


def _kecamatan(user: Any) -> Q:
    terbuka = ~Q(status__in=TERTUTUP)
    tampil = Q(tempat_umum=True, jangkauan="publik", nomor__isnull=False)
    return _bukan_milik_rekan(user, peran__in=("staf", "admin")) & (
        Q(status__in=("diajukan", "diverifikasi", "dibuka_kembali"))
        | Q(status__in=PERLU_JAWABAN) & _tanpa_kampung()
        | Q(status__in=PERLU_JAWABAN, eskalasi__gte=2)
        | Q(status="dijanjikan", tenggat__lte=hari_ini()) & (_tanpa_kampung() | Q(eskalasi__gte=2))
        | Q(status="menunggu_instansi", tenggat__lte=hari_ini()) & terbuka
        | Q(status="direncanakan", langkah="konfirmasi") & Q(tenggat__lt=hari_ini()) & terbuka
        | Q(balasan_pada__isnull=False) & (_tanpa_kampung() | Q(eskalasi__gte=2))
        | Q(minta_umum_pada__isnull=False) & terbuka
        | Q(letak_menunggu_pada__isnull=False) & tampil & ~Q(status="ditarik")
    )


def _kampung(user: Any) -> Q:
    kami, bebas = Q(ditangani__kampung=user.kampung_id), Q(ditangani__isnull=True)
    giliran = Q(status__in=PERLU_JAWABAN) & ~Q(status="dibuka_kembali")
    sendiri = giliran & (bebas | kami)
    belum = Q(status__in=("diajukan", "perlu_perbaikan"))
    janji = Q(status="dijanjikan", tenggat__lte=hari_ini()) & (bebas | kami)
    berbalas = Q(balasan_pada__isnull=False) & (kami | bebas & ~belum)
    didelegasikan = Q(kampung__verifikasi_didelegasikan=True)
    lebih_dulu = Q(status="diajukan") & (bebas | didelegasikan)
    rekan = {"peran": "aparat", "kampung": user.kampung_id}
    return _bukan_milik_rekan(user, **rekan) & (sendiri | janji | berbalas | lebih_dulu)


def sama(pemeran: Any, *kelak: int) -> int:
    """Compare what each desk reads by the columns and by the old question, so many days later;
    return how many rows were read."""
    dibaca = 0
    for hari in kelak:
        with pada(sekarang() + dt.timedelta(days=hari)):
            for siapa in MEJA:
                kini = set(Aspirasi.objects.bagian(pemeran[siapa]).values_list("pk", flat=True))
                dulu = set(bagian_lama(pemeran[siapa]).values_list("pk", flat=True))
                assert kini == dulu, (siapa, hari_ini())
                dibaca += len(kini)
    return dibaca
