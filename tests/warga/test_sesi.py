"""The columns of the account that a request knows, and their cost."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.waktu import hari_ini, pada, sekarang
from tests.alat.klien import masuk
from tests.pabrik.pemeran import SEMUA_PERAN
from warga.adapter import MasukDenganKontak
from warga.enums import NamaJabatan
from warga.models import Pengguna

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("siapa", ["aparat", "staf", "petugas_rahasia", "camat", "admin"])
def test_offices_and_second_factor_come_with_the_account(klien: Any, siapa: str) -> None:
    client = klien(siapa)
    with CaptureQueriesContext(connection) as tanya:
        assert client.get("/kerja/aspirasi/").status_code == 200
    # The badge asks about offices in the one query that it makes anyway about requests.
    # Desks ask whose term ended within the queries of their kiriman.
    lain = ("warga_permintaan", "aspirasi_aspirasi")
    semua = [q["sql"] for q in tanya.captured_queries if not any(t in q["sql"] for t in lain)]
    tentang_akun = [
        sql for sql in semua if any(t in sql for t in ("mfa_authenticator", "warga_jabatan"))
    ]
    assert len(tentang_akun) == 1
    assert 'FROM "warga_pengguna"' in tentang_akun[0]


def test_offices_are_the_same_however_the_account_was_read(pemeran: Any) -> None:
    for siapa, jabatan in (
        ("camat", [NamaJabatan.CAMAT]),
        ("kakam", [NamaJabatan.KAKAM]),
        ("admin", []),
    ):
        orang = pemeran[siapa]
        sesi = Pengguna.objects.untuk_sesi().get(pk=orang.pk)
        assert sesi.nama_jabatan == Pengguna.objects.get(pk=orang.pk).nama_jabatan == jabatan
        assert sesi.memegang(NamaJabatan.CAMAT) is (siapa == "camat")


def test_an_office_that_ended_yesterday_is_not_held(pemeran: Any) -> None:
    pemeran.camat.jabatan.update(selesai="2025-12-31")
    assert not Pengguna.objects.untuk_sesi().get(pk=pemeran.camat.pk).memegang(NamaJabatan.CAMAT)


def test_the_second_factor_is_known_either_way(client: Any, pemeran: Any) -> None:
    def tahu() -> set[bool]:
        semua = (Pengguna.objects.untuk_sesi(), Pengguna.objects.all())
        return {baca.get(pk=pemeran.staf.pk).berfaktor_kedua for baca in semua}

    assert tahu() == {False}
    masuk(client, pemeran.staf)
    assert tahu() == {True}


def test_the_account_of_a_request_is_the_one_that_stands_there(pemeran: Any) -> None:
    """Its SQL is written once a day; every column of every account comes as it would otherwise."""
    baca = MasukDenganKontak().get_user
    for siapa in SEMUA_PERAN[1:]:
        orang = Pengguna.objects.untuk_sesi().get(pk=pemeran[siapa].pk)
        assert _kolom(baca(orang.pk)) == _kolom(orang), siapa
    assert baca(0) is None
    pemeran.staf.is_active = False
    pemeran.staf.save()
    assert baca(pemeran.staf.pk) is None


def test_the_account_of_a_request_moves_with_the_day(pemeran: Any) -> None:
    besok = sekarang() + dt.timedelta(days=1)
    pemeran.camat.jabatan.update(selesai=hari_ini())
    baca = MasukDenganKontak().get_user
    assert baca(pemeran.camat.pk).nama_jabatan == [NamaJabatan.CAMAT]
    with pada(besok):
        assert baca(pemeran.camat.pk).nama_jabatan == []


def _kolom(orang: Any) -> dict[str, Any]:
    return {nama: nilai for nama, nilai in vars(orang).items() if nama != "_state"}
