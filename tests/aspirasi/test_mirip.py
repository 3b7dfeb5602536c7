"""Likely duplicates: what is found, how much of it, and what never shows."""

import datetime as dt
import random
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from aspirasi import kiriman, mirip, services
from aspirasi.enums import Aksi, Jangkauan, Status
from aspirasi.models import Aspirasi
from aspirasi.suku import suku
from aspirasi.teks import judul_dari
from core.waktu import pada, sekarang
from tests.aspirasi.bantu import buat, terbit
from tests.aspirasi.karangan import latar, pasangan
from warga.models import Kampung

pytestmark = pytest.mark.django_db
BANYAK = 4_000
LUBANG = "Jalan di Dusun 3 berlubang, motor sering jatuh kalau hujan."


def judul(teks: str, **lain: Any) -> list[str]:
    return [a.judul for a in mirip.serupa(teks, **lain)]


@pytest.mark.parametrize(
    ("dulu", "kini"),
    [
        (LUBANG, "jln dsn tiga banyak lobang, kalo ujan orang pada jatuh"),
        ("Selokan RT 02 RW 01 mampet oleh sampah.", "got rt2 rw1 buntu krn sampah"),
        ("Jalan Dusun III becek.", "gang di dusun 3 berlumpur"),
        ("PJU simpang tiga padam.", "Lampu di pertigaan mati"),
        ("Jembatan RT.05 jebol.", "jembatan rt 5 hancur"),
    ],
)
def test_finds_the_same_in_other_words(pemeran: Any, dulu: str, kini: str) -> None:
    lama = terbit(pemeran.kampung, pemeran.staf, isi=dulu)
    assert judul(kini, kampung=pemeran.kampung) == [lama.judul]


@pytest.mark.parametrize(
    "kini",
    [
        "Usul kursus menjahit untuk ibu-ibu PKK.",
        "Anak-anak senang dengan taman bacaan.",
        "Dusun 3 gotong royong",  # the place alone is no likeness
        "yang di dan ke",
        "!!! ' | & <-> :*",
        "\0",
        "🙏🙏🙏",
        "",
    ],
)
def test_does_not_find_something_else(pemeran: Any, kini: str) -> None:
    terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
    assert judul(kini, kampung=pemeran.kampung) == []


def test_takes_any_length_of_text(pemeran: Any) -> None:
    terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
    assert len(suku("kata" + "".join(f" jalan{chr(97 + i % 26)}x{i}" for i in range(9999)))) == 18
    assert judul(LUBANG * 1000, kampung=pemeran.kampung)


class TestWhere:
    """Kampung and position."""

    def test_looks_in_the_kampung_and_where_none_is_known(self, pemeran: Any) -> None:
        sini = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
        entah = terbit(None, pemeran.staf, isi=LUBANG)
        sana = terbit(pemeran.kampung_lain, pemeran.staf, isi=LUBANG)
        assert mirip.serupa(LUBANG, kampung=pemeran.kampung) == [sini, entah]
        assert {a.pk for a in mirip.serupa(LUBANG)} == {sini.pk, entah.pk, sana.pk}

    def test_a_near_one_comes_first(self, pemeran: Any) -> None:
        letak = {"lintang": Decimal("-5.131200"), "bujur": Decimal("105.031200")}
        dekat = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG, **letak)
        jauh = terbit(
            pemeran.kampung,
            pemeran.staf,
            isi=LUBANG,
            lintang=Decimal("-5.2"),
            bujur=Decimal("105.1"),
        )
        tanpa = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
        cari = {"lintang": Decimal("-5.1340"), "bujur": Decimal("105.0290")}
        hasil = mirip.serupa(LUBANG, kampung=pemeran.kampung, **cari)
        assert hasil == [dekat, tanpa, jauh]
        assert mirip.serupa(LUBANG, kampung=pemeran.kampung) == [tanpa, jauh, dekat]


class TestWhat:
    """Open ones and those closed lately, and only what everyone may read."""

    def test_closed_ones_are_shown_for_ninety_days(self, pemeran: Any) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
        services.tutup_negatif(
            aspirasi=lama, aksi=Aksi.BUKAN_WEWENANG, alasan="Jalan provinsi.", oleh=pemeran.staf
        )
        assert mirip.serupa(LUBANG, kampung=pemeran.kampung) == [lama]
        with pada(sekarang() + dt.timedelta(days=91)):
            assert mirip.serupa(LUBANG, kampung=pemeran.kampung) == []

    def test_nothing_that_is_not_public_shows_or_weighs(self, pemeran: Any) -> None:
        ada = terbit(pemeran.kampung, pemeran.staf, isi="Jalan Dusun 3 perlu lampu dan aspal.")
        sebelum = mirip.serupa(LUBANG + " Lampu aspal.", kampung=pemeran.kampung)
        assert sebelum == [ada]
        for jangkauan in (Jangkauan.PETUGAS, Jangkauan.KECAMATAN):
            terbit(pemeran.kampung, pemeran.staf, isi=LUBANG, jangkauan=jangkauan)
        buat(pemeran.kampung, isi=LUBANG)
        ditolak = buat(pemeran.kampung, isi=LUBANG).aspirasi
        services.tutup_negatif(
            aspirasi=ditolak, aksi=Aksi.TOLAK, alasan="Tidak jelas.", oleh=pemeran.staf
        )
        ditarik = terbit(pemeran.kampung, pemeran.staf, isi=LUBANG)
        kiriman.tarik(aspirasi=ditarik)
        sesudah = mirip.serupa(LUBANG + " Lampu aspal.", kampung=pemeran.kampung)
        assert [(a.pk, a.skor) for a in sesudah] == [(a.pk, a.skor) for a in sebelum]


def _tanam(teks: list[tuple[str, Kampung]]) -> list[Aspirasi]:
    """Store public kiriman, four minutes apart, in an order of their own."""
    urutan = list(range(len(teks)))
    random.Random(3).shuffle(urutan)
    kini = sekarang()
    return Aspirasi.objects.bulk_create(
        Aspirasi(
            nomor=f"ASP-2026-{i:05d}",
            kunci_hash=str(i),
            kode=f"{i:010d}",
            pin_hash="x",
            jenis="keluhan",
            judul=judul_dari(isi),
            isi=isi,
            isi_publik=isi,
            kampung=kampung,
            status=Status.DIPROSES,
            dibuat=kini - dt.timedelta(minutes=4 * i),
        )
        for i, (isi, kampung) in zip(urutan, teks, strict=True)
    )


def test_seven_of_ten_paraphrases_are_among_the_first_three() -> None:
    """200 among 4,000 in the seventeen kampung; among 10,000 it takes half a minute."""
    kampung = list(Kampung.objects.resmi())
    semua = pasangan(len(kampung))
    teks = [(p.dulu, kampung[p.kampung]) for p in semua]
    teks += [(t, kampung[i % len(kampung)]) for i, t in enumerate(latar(BANYAK - len(semua)))]
    tertanam = _tanam(teks)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE aspirasi_aspirasi")
    ketemu = sum(
        dulu in mirip.serupa(p.kini, kampung=kampung[p.kampung], jenis="keluhan")
        for p, dulu in zip(semua, tertanam, strict=False)
    )
    assert len(semua) == 200
    assert ketemu >= 140, ketemu
