"""How many paraphrases the lookup finds among so many rows, how often it errs, how long it takes.

`alat/ukur-serupa 10000` prints it (`make bench`); `test_mirip.py` holds it to its floors.
"""

import datetime as dt
import random
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from aspirasi.enums import Status
from aspirasi.judul import judul_dari
from aspirasi.models import Aspirasi
from aspirasi.serupa import mirip
from core.waktu import sekarang
from tests.pabrik.karangan import Pasangan, beda, latar, pasangan, pasangan_lain
from warga.models import Kampung

# So far apart 100,000 rows are written within nine months; a lookup looks back two years.
JARAK = dt.timedelta(minutes=4)
PANTULAN = 3


@dataclass
class Dunia:
    """The stored rows: the sets of pairs, each with the row of its older text."""

    kampung: list[Kampung]
    lama: list[tuple[Pasangan, Aspirasi]]
    lain: list[tuple[Pasangan, Aspirasi]]
    beda: list[tuple[Pasangan, Aspirasi]]


@dataclass
class Temuan:
    """Shares, 0 to 1, of one set.

    `pertama` and `tiga`: the older text was the first, or one of the first three, suggested.
    `sela`: and near enough for a page of its own. `keliru`, `keliru_sela`: the same text
    sent from the next kampung, where nobody wrote its counterpart, was answered all the same.
    """

    pertama: float
    tiga: float
    sela: float
    keliru: float
    keliru_sela: float


def tanam(jumlah: int) -> Dunia:
    """Store so many public kiriman: the older texts of all sets, and others about their world."""
    kampung = list(Kampung.objects.resmi())
    himpunan = [susun(len(kampung)) for susun in (pasangan, pasangan_lain, beda)]
    teks = [(p.dulu, p.kampung) for semua in himpunan for p in semua]
    teks += [(t, i % len(kampung)) for i, t in enumerate(latar(jumlah - len(teks)))]
    urutan = list(range(len(teks)))
    random.Random(3).shuffle(urutan)
    kini = sekarang()
    baris = {i: _baris(ke, teks[i][0], kampung[teks[i][1]], kini) for ke, i in enumerate(urutan)}
    Aspirasi.objects.bulk_create(baris.values(), batch_size=2000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE aspirasi_aspirasi")
    tertanam = [baris[i] for i in range(len(teks))]
    lama, lain = len(himpunan[0]), len(himpunan[1])
    return Dunia(
        kampung,
        lama=_pasangkan(himpunan[0], tertanam),
        lain=_pasangkan(himpunan[1], tertanam[lama:]),
        beda=_pasangkan(himpunan[2], tertanam[lama + lain :]),
    )


def _pasangkan(semua: list[Pasangan], baris: list[Aspirasi]) -> list[tuple[Pasangan, Aspirasi]]:
    return list(zip(semua, baris, strict=False))


def _baris(ke: int, isi: str, kampung: Kampung, kini: dt.datetime) -> Aspirasi:
    return Aspirasi(
        nomor=f"ASP-2026-{ke:06d}",
        kunci_hash=str(ke),
        kode=f"{ke:010d}",
        pin_hash="x",
        jenis="keluhan",
        judul=judul_dari(isi),
        isi=isi,
        isi_publik=isi,
        kampung=kampung,
        status=Status.DIPROSES,
        dibuat=kini - JARAK * ke,
    )


def takar(himpunan: list[tuple[Pasangan, Aspirasi]], kampung: list[Kampung]) -> Temuan:
    """Look up the younger text of each pair, in its kampung and in the next one."""
    sini, sana = [], []
    for p, dulu in himpunan:
        skor = {a.pk: a.skor for a in _cari(p.kini, kampung[p.kampung])}
        sini.append((list(skor)[:1] == [dulu.pk], skor.get(dulu.pk)))
        lain = _cari(p.kini, kampung[(p.kampung + 1) % len(kampung)])
        sana.append(lain[0].skor if lain else None)
    return Temuan(
        pertama=_bagian(pertama for pertama, _ in sini),
        tiga=_bagian(skor is not None for _, skor in sini),
        sela=_bagian(skor is not None and skor >= mirip.AMBANG_SELA for _, skor in sini),
        keliru=_bagian(skor is not None for skor in sana),
        keliru_sela=_bagian(skor is not None and skor >= mirip.AMBANG_SELA for skor in sana),
    )


def _cari(teks: str, kampung: Kampung | None) -> list[Any]:
    return mirip.serupa(teks, kampung=kampung, jenis="keluhan")


def _bagian(benar: Iterable[bool]) -> float:
    return statistics.fmean(benar)


def lama_sql(teks: Sequence[tuple[str, Kampung | None]]) -> list[float]:
    """Return the milliseconds of SQL of each lookup, the quickest of three, in rising order."""
    return sorted(min(_sekali(t, kampung) for _ in range(PANTULAN)) for t, kampung in teks)


def _sekali(teks: str, kampung: Kampung | None) -> float:
    waktu = 0.0

    def catat(jalankan: Any, *args: Any) -> Any:
        nonlocal waktu
        mulai = time.perf_counter()
        try:
            return jalankan(*args)
        finally:
            waktu += time.perf_counter() - mulai

    with connection.execute_wrapper(catat):
        _cari(teks, kampung)
    return waktu * 1000


def laporan(jumlah: int) -> Iterator[str]:
    """Store so many rows in an empty database. Yield line by line what was found, and how
    quickly."""
    mulai = time.perf_counter()
    dunia = tanam(jumlah)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE) aspirasi_aspirasi")
    yield f"\nkiriman serupa di antara {jumlah} baris ({time.perf_counter() - mulai:.0f} detik)"
    kepala = f"{'pasangan':<14}{'pertama':>9}{'3 teratas':>11}{'sela':>8}"
    yield f"{kepala}{'tanpa padanan':>16}{'sela':>8}"
    for nama, himpunan in (("lama", dunia.lama), ("lain", dunia.lain), ("beda", dunia.beda)):
        t = takar(himpunan, dunia.kampung)
        benar = f"{t.pertama:>9.1%}{t.tiga:>11.1%}{t.sela:>8.1%}"
        yield f"{nama:<14}{benar}{t.keliru:>16.1%}{t.keliru_sela:>8.1%}"
    separuh = dunia.lama[:50] + dunia.lain[:50]
    for nama, teks in (
        ("satu kampung", [(p.kini, dunia.kampung[p.kampung]) for p, _ in separuh]),
        ("semua kampung", [(p.kini, None) for p, _ in separuh]),
    ):
        ms = lama_sql(teks)
        yield f"SQL, {nama:<14} tengah {statistics.median(ms):.1f} ms, ke-95 {ms[94]:.1f} ms"
