"""Before two kiriman become one, the desk shows which, and what comes along."""

import re
from typing import Any

import pytest

from aspirasi.bersama import dukung
from aspirasi.enums import Status
from aspirasi.lanjut import gabung
from aspirasi.models import Aspirasi
from tests import pabrik
from tests.aspirasi.bantu import terbit
from tests.meja.bantu import ALASAN, alamat, teks

pytestmark = pytest.mark.django_db


def tanya(client: Any, aspirasi: Aspirasi, ke: Aspirasi, **lain: str) -> str:
    data = {"ke": str(ke.nomor), "alasan": ALASAN} | lain
    return teks(client.post(alamat(aspirasi, "gabung"), data))


def centang(isi: str) -> dict[str, str]:
    """Tick what the page offers to tick."""
    (kotak,) = re.findall(r'<input type="checkbox" name="yakin"[^>]*>', isi)
    assert "checked" not in kotak
    return {"yakin": re.findall(r'value="(\w+)"', kotak)[0]}


def test_it_is_said_first_and_done_after_the_tick(klien: Any, pemeran: Any) -> None:
    tujuan = terbit(pemeran.kampung, pemeran.staf, isi="Jembatan dusun tiga goyah sekali.")
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    gabung(
        aspirasi=terbit(pemeran.kampung, pemeran.staf),
        ke=aspirasi,
        alasan=ALASAN,
        oleh=pemeran.staf,
    )
    keduanya, *lain = (pabrik.PenggunaFactory() for _ in range(3))
    dukung(aspirasi=tujuan, oleh=keduanya)
    for orang in (keduanya, *lain):
        dukung(aspirasi=aspirasi, oleh=orang)
    staf = klien("staf")
    isi = tanya(staf, aspirasi, tujuan)
    assert f"Tujuannya “Jembatan dusun tiga goyah sekali” ({tujuan.nomor})." in isi
    assert "Ikut pindah ke sana: 2 pendukung dan 1 kiriman serupa." in isi
    assert ALASAN in isi
    aspirasi.refresh_from_db()
    assert aspirasi.status != Status.DIGABUNG
    tanya(staf, aspirasi, tujuan, **centang(isi))
    aspirasi.refresh_from_db()
    assert aspirasi.digabung_ke == tujuan
    assert (tujuan.dukungan.count(), tujuan.gabungan.count()) == (3, 2)


def test_another_goal_is_asked_about_anew(klien: Any, pemeran: Any) -> None:
    aspirasi, satu, dua = (terbit(pemeran.kampung, pemeran.staf) for _ in range(3))
    staf = klien("staf")
    pertama = tanya(staf, aspirasi, satu)
    assert "Tidak ada pendukung atau kiriman serupa yang ikut pindah." in pertama
    kedua = tanya(staf, aspirasi, dua, **centang(pertama))
    assert str(dua.nomor) in kedua
    assert centang(kedua) == {"yakin": dua.acuan.hex}
    aspirasi.refresh_from_db()
    assert aspirasi.digabung_ke is None


@pytest.mark.parametrize("yakin", ["on", "True", "x" * 100_000, "a\0b"])
def test_only_the_tick_that_was_seen_counts(klien: Any, pemeran: Any, yakin: str) -> None:
    aspirasi, tujuan = (terbit(pemeran.kampung, pemeran.staf) for _ in range(2))
    tanya(klien("staf"), aspirasi, tujuan, yakin=yakin)
    aspirasi.refresh_from_db()
    assert aspirasi.digabung_ke is None


def test_its_title_is_shown_as_text(klien: Any, pemeran: Any) -> None:
    tujuan = terbit(pemeran.kampung, pemeran.staf, isi="Lubang <b>besar</b> di jalan dusun.")
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    assert "&lt;b&gt;besar&lt;/b&gt;" in tanya(klien("staf"), aspirasi, tujuan)
