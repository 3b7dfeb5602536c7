"""The other lists of an office: each is filtered, ordered, shown as a table and given out."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aspirasi.models import KabarPengirim, PermintaanKeterangan
from core.models import KejadianKeamanan
from core.waktu import hari_ini
from meja.daftar.semua import SEMUA
from tests.alat.baca import teks
from tests.core.test_draf import _permintaan
from tests.meja.daftar.test_kiriman import unduh as _unduh
from tests.pabrik.aspirasi import buat
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
PETUGAS = ("staf", "aparat", "kakam", "camat", "admin")
LAMA = dt.timedelta(days=400)


def unduh(client: Any, nama: str, **pilihan: Any) -> list[list[str]]:
    return _unduh(client, nama=nama, **pilihan)


def selesai(pemeran: Any, sejak: dt.timedelta = LAMA) -> Any:
    proyek = buat_proyek(pemeran.kampung, pagu=150_000_000)
    hari = hari_ini() - sejak
    isi = {"tahap": "serah_terima", "mulai_nyata": hari, "selesai_nyata": hari}
    type(proyek).objects.filter(pk=proyek.pk).update(**isi)
    return proyek


@pytest.mark.parametrize("nama", SEMUA)
@pytest.mark.parametrize("siapa", PETUGAS)
def test_each_opens_and_is_given_out_to_whoever_may_see_it(
    klien: Any, nama: str, siapa: str
) -> None:
    daftar, client = SEMUA[nama], klien(siapa)
    boleh = client.get(daftar.url).status_code
    assert boleh in (200, 403)
    for tampil in ("tabel", "kartu"):
        assert client.get(daftar.url, {"tampil": tampil}).status_code == boleh
    for urut in daftar.saringan.URUT:
        assert client.get(daftar.url, {"urut": urut}).status_code == boleh
    if boleh == 200:
        assert unduh(client, nama)[0] == [k.label for k in daftar.kolom]


@pytest.mark.parametrize("nama", SEMUA)
def test_none_is_for_people_without_a_desk(klien: Any, nama: str) -> None:
    for siapa in ("warga", "bpk", "fasilitator"):
        client = klien(siapa)
        assert client.get(SEMUA[nama].url).status_code == 403
        assert client.post(f"/kerja/unduh/{nama}/", {"bentuk": "csv"}).status_code == 403


@pytest.mark.parametrize("nama", SEMUA)
def test_every_head_leads_to_an_order_that_is_there(nama: str) -> None:
    daftar = SEMUA[nama]
    for kolom in daftar.kolom:
        assert set(kolom.urut) <= set(daftar.saringan.URUT)


def test_a_list_for_some_is_given_out_to_them_alone(klien: Any) -> None:
    """Senders who wait for a message are the matter of the kecamatan."""
    aparat = klien("aparat")
    assert aparat.get("/kerja/kabar/").status_code == 403
    assert aparat.post("/kerja/unduh/kabar/", {"bentuk": "csv"}).status_code == 403


def test_questions_are_chosen_by_their_state(klien: Any, pemeran: Any) -> None:
    satu = _permintaan(pemeran)
    lewat = _permintaan(pemeran)
    PermintaanKeterangan.objects.filter(pk=lewat.pk).update(tenggat=hari_ini() - LAMA)
    staf = klien("staf")
    for keadaan, banyak in (("menunggu", 2), ("terlambat", 1), ("dijawab", 0), ("ditutup", 0)):
        assert len(unduh(staf, "permintaan", keadaan=keadaan)) == 1 + banyak
    alamat = f"/kerja/permintaan/{satu.acuan}/"
    assert alamat in teks(klien("aparat").get("/kerja/permintaan/", {"urut": "tenggat"}))
    assert KejadianKeamanan.objects.count() == 4


def test_works_are_chosen_by_kampung_and_day(klien: Any, pemeran: Any) -> None:
    lama, baru = selesai(pemeran, 2 * LAMA), selesai(pemeran)
    staf = klien("staf")
    assert [b[1] for b in unduh(staf, "berfungsi")[1:]] == [lama.nomor, baru.nomor]
    assert [b[1] for b in unduh(staf, "berfungsi", urut="terbaru")[1:]] == [baru.nomor, lama.nomor]
    sejak = (hari_ini() - LAMA).isoformat()
    assert [b[1] for b in unduh(staf, "berfungsi", dari=sejak)[1:]] == [baru.nomor]
    assert unduh(staf, "berfungsi", kampung=pemeran.kampung_lain.slug)[1:] == []
    assert not KejadianKeamanan.objects.exists()
    pemeran.aparat.kampung = pemeran.kampung_lain
    pemeran.aparat.save()
    assert unduh(klien("aparat"), "berfungsi")[1:] == []


ISI: dict[str, Callable[[Any], Any]] = {
    "permintaan": _permintaan,
    "berfungsi": selesai,
    "evaluasi": lambda pemeran: selesai(pemeran, dt.timedelta(days=30)),
}


@pytest.mark.parametrize("nama", ISI)
@pytest.mark.parametrize("tampil", ["kartu", "tabel"])
def test_a_row_more_asks_no_more(klien: Any, pemeran: Any, nama: str, tampil: str) -> None:
    staf, hasil = klien("staf"), []
    for banyak in (1, 3):
        for _ in range(banyak):
            ISI[nama](pemeran)
        with CaptureQueriesContext(connection) as tanya:
            staf.get(SEMUA[nama].url, {"tampil": tampil, "dari": "2020-01-01"})
        hasil.append(len(tanya))
    assert hasil[0] == hasil[1] <= 12


@pytest.mark.parametrize("nama", SEMUA)
def test_a_table_fits_a_screen_and_a_file_has_every_column(nama: str) -> None:
    daftar = SEMUA[nama]
    tampak = [k.label for k in daftar.kolom_tabel]
    assert len(tampak) <= 6
    assert {k.di for k in daftar.kolom if k.di} <= set(tampak)
    assert tampak[0] == daftar.kolom[0].label
    assert not [k.label for k in daftar.kolom if k.di and k.urut]  # its head would be lost


def test_an_address_finds_its_row_as_a_card_and_in_the_table(klien: Any, pemeran: Any) -> None:
    satu = buat(pemeran.kampung, kontak={"nama": "Wati", "telepon": "+6281234567890"}).aspirasi
    KabarPengirim.objects.create(aspirasi=satu, peristiwa=0, cara=KabarPengirim.Cara.WA)
    for tampil in ("tabel", "kartu"):
        isi = teks(klien("staf").get("/kerja/kabar/", {"tampil": tampil}))
        assert isi.count(f'id="{satu.acuan}"') == 1, tampil
        assert "Kabari lewat WhatsApp" in isi
