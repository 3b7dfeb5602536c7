"""Pages of the musrenbang: who may, how many queries, and what is refused."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from musrenbang.bacaan.gerbang import SYARAT, halangan
from musrenbang.enums import Lahan, Status, Wewenang
from musrenbang.models import Musrenbang, Usulan
from tests.alat.baca import teks
from tests.izin.milik import KECAMATAN
from tests.pabrik.musrenbang import BOBOT, dibuka, sampai, usul
from tests.pabrik.pemeran import SEMUA_PERAN, Pemeran

pytestmark = pytest.mark.django_db
URUS = ("atur", "hadir", "mundur", "layar", "berita_acara", "sipd")


def di(nama: str, *kunci: Any) -> str:
    return reverse(f"musrenbang:{nama}", args=kunci)


@pytest.mark.parametrize("siapa", SEMUA_PERAN[1:])
def test_the_kecamatan_runs_it_and_kampung_bring_their_own(
    klien: Any, pemeran: Pemeran, siapa: str
) -> None:
    satu = dibuka(pemeran)
    milik = usul(satu, pemeran.aparat, pemeran.kampung, lengkap=False)
    orang, kecamatan = klien(siapa), siapa in KECAMATAN
    for nama in URUS:
        assert orang.get(di(nama, satu.tahun)).status_code == (200 if kecamatan else 403), nama
    assert orang.get(di("buka")).status_code == (200 if kecamatan else 403)
    petugas = kecamatan or siapa in ("aparat", "kakam", "aparat_lain")
    for nama in ("usul", "siap"):
        assert orang.get(di(nama, satu.tahun)).status_code == (200 if petugas else 403), nama
    pemilik = kecamatan or siapa in ("aparat", "kakam")
    for nama in ("ubah", "foto", "tarik"):
        assert orang.get(di(nama, milik.pk)).status_code == (200 if pemilik else 403), nama
    for nama in ("urutan", "jawaban"):
        assert orang.get(di(nama, milik.pk)).status_code == (200 if kecamatan else 403), nama
    tim = siapa in ("staf", "camat")
    assert orang.get(di("nilai", satu.tahun)).status_code == (200 if tim else 403)


def test_pages_cost_the_same_for_one_and_for_three(pemeran: Pemeran, client: Client) -> None:
    satu = dibuka(pemeran)
    usul(satu, pemeran.aparat, pemeran.kampung)

    def banyak(jalur: str) -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(jalur).status_code == 200
        return len(kueri)

    sebelum = banyak(satu.get_absolute_url())
    for nomor in (2, 3):
        usul(satu, pemeran.aparat, pemeran.kampung, nomor)
    assert banyak(satu.get_absolute_url()) == sebelum == 4
    sampai(satu, Status.RAPAT, pemeran)
    assert banyak(satu.get_absolute_url()) == 6
    assert banyak(Usulan.objects.order_by("pk")[0].get_absolute_url()) <= 8
    assert banyak(di("daftar")) <= 2


def test_the_gate_in_words_is_the_gate_in_sql(pemeran: Pemeran) -> None:
    satu = dibuka(pemeran, kuota=20)
    kosong: list[dict[str, Any]] = [
        {"wewenang": Wewenang.KAMPUNG},
        {"lokasi": ""},
        {"lintang": None, "bujur": None},
        {"volume": None},
        {"satuan": ""},
        {"perkiraan": None},
        {"perkiraan": 0},
        {"lahan": ""},
        {"lahan": Lahan.WARGA},
        {"perangkat": None},
        {"kamus": None},
        {},
    ]
    for nomor, isi in enumerate(kosong, 1):
        usul(satu, pemeran.staf, pemeran.kampung, nomor, **isi)
    usul(satu, pemeran.staf, pemeran.kampung, 13, lengkap=False)
    semua = Usulan.objects.untuk_kartu()
    tertahan = {u.pk for u in semua if halangan(u)}
    assert tertahan == set(Usulan.objects.kurang().values_list("pk", flat=True))
    assert len(tertahan) == len(kosong)
    assert len({kata for u in semua for kata in halangan(u)}) == len(SYARAT)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"kriteria": "Mendesak: 60"}, "berjumlah 100"),
        ({"kriteria": "Mendesak"}, "tidak dapat dibaca"),
        ({"kuota": "0"}, "terlalu kecil"),
        ({"hari": "2027-01-01", "batas_usul": "2027-02-01"}, "sebelum hari rapat"),
        ({"tempat": "\0"}, "galat"),
        ({"tempat": "x" * 100_000}, "galat"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(klien: Any, isi: dict[str, str], kata: str) -> None:
    asal = {
        "tahun": "2028",
        "hari": "2027-02-10",
        "jam": "09.00",
        "tempat": "Aula",
        "batas_usul": "2027-01-20",
        "batas_jawab": "2027-07-31",
        "kuota": "5",
        "kriteria": "\n".join(f"{n}: {b}" for n, b in BOBOT.items()),
    }
    staf = klien("staf")
    assert kata in teks(staf.post(di("buka"), asal | isi))
    assert not Musrenbang.objects.exists()
    assert staf.post(di("buka"), asal).status_code == 302


def test_a_withdrawn_proposal_keeps_its_page_and_frees_its_number(
    klien: Any, pemeran: Pemeran, client: Client
) -> None:
    satu = dibuka(pemeran)
    milik = usul(satu, pemeran.aparat, pemeran.kampung)
    aparat = klien("aparat")
    aparat.post(di("tarik", milik.pk), {"alasan": "Sudah dikerjakan kampung."})
    halaman = teks(client.get(milik.get_absolute_url()))
    assert "Usulan ini ditarik" in halaman
    assert "Sudah dikerjakan kampung." in halaman
    assert milik.judul not in teks(client.get(satu.get_absolute_url()))
    assert aparat.get(di("ubah", milik.pk)).status_code == 404
    usul(satu, pemeran.aparat, pemeran.kampung)
