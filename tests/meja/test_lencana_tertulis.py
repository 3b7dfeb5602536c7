"""The numbers in the head are asked by SQL that was written for somebody alike."""

import datetime as dt
from typing import Any

import pytest
from django.db import models
from django.utils.timezone import localtime

from bangunrejo.halaman import konteks
from bangunrejo.halaman.konteks import yang_menunggu
from core import lencana
from core.cari import tertulis
from core.cari.tertulis import SESAAT, SESEORANG, Tertulis
from core.lencana import gabung, hitung, hitung_untuk
from core.waktu import awal_hari, hari_ini, pada, sekarang
from meja import urusan
from meja.urusan import PEMBEDA
from tests.alat.kerahasiaan import ramaikan
from tests.pabrik.aspirasi import buat, terbit
from tests.pabrik.pemeran import SEMUA_PERAN
from warga.models import Pengguna, PermintaanSandi

pytestmark = pytest.mark.django_db
BERAKUN = SEMUA_PERAN[1:]


@pytest.fixture(autouse=True)
def belum_tertulis(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test is served by the SQL that another one wrote at a later second of this minute."""
    monkeypatch.setattr(tertulis, "_tertulis", {})


def akun(pemeran: Any, siapa: str) -> Pengguna:
    """As a request has it."""
    return Pengguna.objects.untuk_sesi().get(pk=pemeran[siapa].pk)


@pytest.mark.parametrize("siapa", BERAKUN)
def test_it_counts_what_is_counted_afresh(pemeran: Any, siapa: str) -> None:
    ramaikan(pemeran)
    buat(pemeran.kampung, bahaya=True)
    buat(pemeran.kampung_lain, langsung=True)
    orang = akun(pemeran, siapa)
    assert hitung_untuk(orang, yang_menunggu, siapa) == hitung(yang_menunggu(orang))
    buat(pemeran.kampung, bahaya=True)
    jumlah = hitung(yang_menunggu(orang))
    assert hitung_untuk(orang, yang_menunggu, siapa) == jumlah
    meja = urusan.hitung(orang).total()
    assert konteks.menunggu(orang) == {"baru": jumlah["baru"], "meja": meja}


def test_all_kinds_together_are_counted_up_to_the_most_that_the_head_shows(
    pemeran: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lencana, "TERBANYAK", 2)
    for kampung in (pemeran.kampung, pemeran.kampung_lain):
        buat(kampung, bahaya=True)
        terbit(kampung, pemeran.staf)
    staf = akun(pemeran, "staf")
    assert sum(bool(n) for n in hitung(urusan.himpunan(staf)).values()) > 1
    assert konteks.menunggu(staf)["meja"] == 2


def test_two_who_are_alike_get_their_own_numbers(pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung, bahaya=True).aspirasi
    aspirasi.ditugaskan = pemeran.aparat
    aspirasi.save()
    jumlah = [konteks.menunggu(akun(pemeran, siapa))["meja"] for siapa in ("aparat", "kakam")]
    assert jumlah == [1, 0]
    satu = akun(pemeran, "aparat")
    dua = akun(pemeran, "kakam")
    for orang in (satu, dua):  # of offices that were never written down: alike by all but the key
        orang.nama_jabatan, orang.pernah_menjabat = [], False
    assert [konteks.menunggu(orang)["meja"] for orang in (satu, dua)] == [1, 0]


def test_an_official_who_left_is_not_asked_as_one_who_serves(pemeran: Any) -> None:
    """Neither does an official whose offices were never written down stand for one who left."""
    aspirasi = buat(pemeran.kampung, bahaya=True).aspirasi
    aspirasi.ditugaskan = pemeran.aparat
    aspirasi.save()
    menjabat, tak_tercatat, bekas = (akun(pemeran, "aparat") for _ in range(3))
    tak_tercatat.nama_jabatan, tak_tercatat.pernah_menjabat = [], False
    bekas.nama_jabatan, bekas.pernah_menjabat = [], True
    jumlah = [konteks.menunggu(orang)["meja"] for orang in (menjabat, tak_tercatat, bekas)]
    assert jumlah == [1, 1, 0]


class Pelupa(dict[Any, Tertulis]):
    """A store that another thread empties as soon as something is put into it."""

    def __setitem__(self, kunci: Any, nilai: Tertulis) -> None:
        self.clear()


def test_a_store_that_is_emptied_meanwhile_stops_nobody(
    pemeran: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tertulis, "_tertulis", Pelupa())
    buat(pemeran.kampung, bahaya=True)
    assert hitung_untuk(akun(pemeran, "staf"), yang_menunggu, "staf")["kiriman"] == 1


@pytest.mark.parametrize("siapa", BERAKUN)
def test_nothing_that_was_read_and_no_other_field_of_an_account_stands_in_it(
    pemeran: Any, siapa: str, django_assert_num_queries: Any
) -> None:
    """Else the SQL of one person would serve somebody whose question is another one.

    All of them differ at once; what could end every question by itself does so alone.
    """
    with pada(sekarang()):
        orang = akun(pemeran, siapa)
        with django_assert_num_queries(0):
            satu = tertulis.tulis(orang, _bertanya)
        assert SESEORANG in satu[1]
        sisa = {k for k in Pengguna._meta.concrete_fields if k.attname not in (*PEMBEDA, "id")}
        henti = {kolom for kolom in sisa if kolom.attname == "dikosongkan_pada"}
        for kelompok in (henti, sisa - henti):
            lain = akun(pemeran, siapa)
            for kolom in kelompok:
                setattr(lain, kolom.attname, _lain(kolom))
            assert tertulis.tulis(lain, _bertanya) == satu, kelompok


def _bertanya(orang: Pengguna) -> Any:
    return gabung(yang_menunggu(orang))


def _lain(kolom: models.Field) -> Any:
    if isinstance(kolom, models.BooleanField):
        return True
    return sekarang() if isinstance(kolom, models.DateTimeField) else "Lain"


def test_two_of_different_kampung_share_one_question_and_get_their_own_numbers(
    pemeran: Any,
) -> None:
    buat(pemeran.kampung, bahaya=True)
    satu, dua = akun(pemeran, "aparat"), akun(pemeran, "aparat")
    dua.kampung_id = pemeran.kampung_lain.pk
    assert urusan.pembeda(satu) == urusan.pembeda(dua)
    assert [konteks.menunggu(orang)["meja"] for orang in (satu, dua)] == [1, 0]
    assert [len(urusan.pertama(orang, 8)) for orang in (satu, dua)] == [1, 0]
    assert len(tertulis._tertulis) == 2


@pytest.mark.parametrize("siapa", BERAKUN)
def test_it_serves_for_all_moments_of_a_day(pemeran: Any, siapa: str) -> None:
    """Moments are counted from the present one whenever it is asked; no other stands in it."""
    orang, pagi = akun(pemeran, siapa), awal_hari(hari_ini()) + dt.timedelta(hours=6)
    selang = dt.timedelta(hours=9, seconds=7)
    for tanya in (_bertanya, _semua_baris):
        semua = []
        for saat in (pagi, pagi + selang):
            with pada(saat):
                sql, isian = tertulis.tulis(orang, tanya)
                semua.append((sql, isian, tertulis.isi(isian, orang.pk, orang.kampung_id)))
        (sql, isian, dulu), (sql_lain, isian_lain, kini) = semua
        assert (sql, isian) == (sql_lain, isian_lain)
        for asal, satu, dua in zip(isian, dulu, kini, strict=True):
            bergeser = isinstance(asal, dt.datetime) and asal.microsecond == SESAAT
            assert dua == (satu + selang if bergeser else satu)
            tetap = isinstance(asal, dt.datetime) and not bergeser
            assert not tetap or localtime(asal).time() == dt.time.min, asal


def _semua_baris(orang: Pengguna) -> Any:
    semua = [satu.baris(orang, 8) for satu in urusan.milik(orang)]
    return semua[0].union(*semua[1:], all=True) if semua else None


def test_it_counts_at_the_present_moment(pemeran: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that is valid until a moment is counted until then, and no second longer."""
    kini = awal_hari(hari_ini()) + dt.timedelta(hours=10)
    with pada(kini):
        PermintaanSandi.objects.create(
            pengguna=pemeran.warga,
            diminta_oleh_id=pemeran.staf.pk,
            alasan="Datang sendiri.",
            diminta_pada=kini,
            kedaluwarsa=kini + dt.timedelta(seconds=30),
        )
        camat = akun(pemeran, "camat")
        assert konteks.menunggu(camat)["meja"] == 1
    monkeypatch.setattr(tertulis, "tulis", None)  # what is written serves on
    with pada(kini + dt.timedelta(seconds=29)):
        assert konteks.menunggu(camat)["meja"] == 1
    with pada(kini + dt.timedelta(seconds=31)):
        assert konteks.menunggu(camat)["meja"] == 0


def test_the_next_day_it_is_written_anew(pemeran: Any) -> None:
    staf = akun(pemeran, "staf")
    for hari in range(2):
        with pada(sekarang() + dt.timedelta(days=hari)):
            konteks.menunggu(staf)
    assert len(tertulis._tertulis) == 2
