"""Offers wait on the desk of whoever decides next, and nowhere else."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from core.cari import tertulis
from core.waktu import pada, sekarang
from meja.urusan import hitung, pertama
from mitra.services.tawaran import periksa
from tests.alat.kabar import dibaca, siarkan
from tests.pabrik.mitra import buat_diperiksa, buat_kebutuhan, buat_tawaran
from tests.pabrik.pemeran import Pemeran
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
NAMA = ("tawaran_periksa", "tawaran_putus", "kebutuhan_lewat")


def _menunggu(pemeran: Pemeran, siapa: str) -> dict[str, int]:
    orang = Pengguna.objects.untuk_sesi().get(pk=pemeran[siapa].pk)
    return {nama: n for nama, n in hitung(orang).items() if n and nama in NAMA}


def test_each_waits_for_one_office(pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tertulis, "_tertulis", {})
    buat_tawaran()
    diperiksa = buat_diperiksa(pemeran.kampung, pemeran.staf)
    hari = sekarang() + dt.timedelta(days=3)
    buat_kebutuhan(pemeran.kampung, pemeran.aparat, sampai=sekarang().date())
    assert _menunggu(pemeran, "staf") == {"tawaran_periksa": 1}
    assert _menunggu(pemeran, "aparat") == {"tawaran_putus": 1}
    assert _menunggu(pemeran, "aparat_lain") == {}
    with pada(hari):
        assert _menunggu(pemeran, "kakam") == {"tawaran_putus": 1, "kebutuhan_lewat": 1}
        orang = Pengguna.objects.untuk_sesi().get(pk=pemeran.aparat.pk)
        alamat = {satu.urusan.nama: satu.alamat for satu in pertama(orang, 50)}
    assert alamat["tawaran_putus"] == f"/mitra/meja/{diperiksa.acuan}/"
    assert alamat["kebutuhan_lewat"].startswith("/mitra/kebutuhan/")


def test_who_decides_next_is_told_and_nobody_else(klien: Klien, pemeran: Pemeran) -> None:
    """The notice names nobody, and is gone once the offer waits for another office."""
    tawaran = buat_tawaran(pemeran.kampung)
    siarkan()
    assert dibaca(klien("staf")) == ["Tawaran bantuan menunggu diperiksa"]
    assert dibaca(klien("aparat")) == []
    isi = {"kampung": pemeran.kampung, "diperiksa": "Ditelepon kemarin."}
    periksa(tawaran=tawaran, oleh=pemeran.staf, **isi)
    siarkan()
    assert dibaca(klien("aparat")) == ["Tawaran bantuan menunggu kampung memutuskan"]
    assert dibaca(klien("staf")) == dibaca(klien("aparat_lain")) == []
