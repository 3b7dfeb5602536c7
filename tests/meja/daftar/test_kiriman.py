"""The list of kiriman: as a table, ordered by its heads, as a file, and several at once."""

import csv
import re
from html import unescape
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import urljoin
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import urlencode

from aspirasi.enums import Jenis, Status
from aspirasi.models import Aspirasi, Pengirim
from core.models import Kejadian, KejadianKeamanan
from meja.daftar import ekspor
from tests.alat.baca import teks
from tests.pabrik.aspirasi import terbit

pytestmark = pytest.mark.django_db
DAFTAR, UNDUH = reverse("meja:aspirasi"), reverse("meja:unduh", args=["aspirasi"])
PILIH = reverse("meja:massal_pilih")


def berjudul(pemeran: Any, judul: str) -> Aspirasi:
    satu = terbit(pemeran.kampung, pemeran.staf)
    Aspirasi.objects.filter(pk=satu.pk).update(judul=judul)
    return Aspirasi.objects.get(pk=satu.pk)


def unduh(client: Any, nama: str = "aspirasi", **pilihan: Any) -> list[list[str]]:
    alamat = reverse("meja:unduh", args=[nama])
    respons = client.post(f"{alamat}?{urlencode(pilihan)}", {"bentuk": "csv"})
    assert respons.status_code == 200
    assert "attachment" in respons["Content-Disposition"]
    return list(csv.reader(StringIO(respons.content.decode("utf-8-sig")), delimiter=";"))


def test_the_choice_of_a_table_is_remembered_on_this_device(klien: Any, pemeran: Any) -> None:
    satu = berjudul(pemeran, "Lampu mati")
    staf = klien("staf")
    assert "<table" not in teks(staf.get(DAFTAR))
    assert "<table" in teks(staf.get(DAFTAR, {"tampil": "tabel"}))
    tabel = teks(staf.get(DAFTAR, {"urut": "tenggat"}))
    assert 'aria-sort="ascending"' in tabel
    assert "urut=tenggat-akhir" in tabel
    assert reverse("meja:aspirasi_rincian", args=[satu.acuan]) in tabel
    staf.get(DAFTAR, {"tampil": "kartu"})
    assert "<table" not in teks(staf.get(DAFTAR, {"tampil": "<b>"}))


@pytest.mark.parametrize("tampil", ["kartu", "tabel"])
def test_a_row_more_asks_no_more(klien: Any, pemeran: Any, tampil: str) -> None:
    staf, hasil = klien("staf"), []
    for banyak in (1, 4):
        while Aspirasi.objects.count() < banyak:
            terbit(pemeran.kampung, pemeran.staf)
        with CaptureQueriesContext(connection) as tanya:
            staf.get(DAFTAR, {"tampil": tampil, "cari": "jalan", "dari": "2020-01-01"})
        hasil.append(len(tanya))
    assert hasil[0] == hasil[1] <= 12


def test_a_file_holds_the_rows_and_the_order_of_the_list(klien: Any, pemeran: Any) -> None:
    for judul in ("Pertama", "Kedua", "Ketiga"):
        berjudul(pemeran, judul)
    Aspirasi.objects.filter(judul="Kedua").update(jenis=Jenis.APRESIASI)
    kepala, *isi = unduh(klien("staf"), urut="terlama", jenis="usulan")
    assert kepala[:3] == ["Kiriman", "Nomor", "Jenis"]
    assert [baris[0] for baris in isi] == ["Pertama", "Ketiga"]
    buku = klien("staf").post(UNDUH, {"bentuk": "xlsx"})
    lembar = ZipFile(BytesIO(buku.content)).read("xl/worksheets/sheet1.xml").decode()
    assert lembar.count("<row ") == 4
    assert "<f>" not in lembar


def test_it_names_no_sender_and_no_code(klien: Any, pemeran: Any) -> None:
    satu = berjudul(pemeran, "Lampu mati")
    Pengirim.objects.filter(aspirasi=satu).update(nama="Xylofon", telepon="+6281234567890")
    isi = str(unduh(klien("staf")))
    assert "Lampu mati" in isi
    assert not [kata for kata in ("Xylofon", "81234567890", satu.kode, satu.isi) if kata in isi]


@pytest.mark.parametrize(
    "judul", ["=1+1", "+62", "-2", "@SUM(A1)", "  =1", "＝1+1", "|cmd", "%0A", "=HYPERLINK(1)"]
)
def test_no_program_computes_what_somebody_typed(klien: Any, pemeran: Any, judul: str) -> None:
    berjudul(pemeran, judul)
    assert unduh(klien("staf"))[1][0] == f"'{judul}"


def test_a_copy_leaves_a_line_in_the_log_and_a_look_does_not(klien: Any, pemeran: Any) -> None:
    berjudul(pemeran, "Lampu mati")
    staf = klien("staf")
    staf.get(DAFTAR)
    assert staf.get(UNDUH).url == DAFTAR
    assert staf.post(f"{UNDUH}?jenis=usulan", {"bentuk": "exe"}).url == f"{DAFTAR}?jenis=usulan"
    assert not KejadianKeamanan.objects.exists()
    unduh(staf)
    (satu,) = KejadianKeamanan.objects.all()
    assert (satu.kejadian, satu.akun_id) == (Kejadian.DAFTAR_DIUNDUH, pemeran.staf.pk)


def test_too_many_rows_are_refused_in_words(
    klien: Any, pemeran: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ekspor, "TERBANYAK", 1)
    for _ in range(2):
        terbit(pemeran.kampung, pemeran.staf)
    respons = klien("staf").post(UNDUH, {"bentuk": "csv"}, follow=True)
    assert "Persempit pilihannya" in teks(respons)


def test_a_desk_takes_a_copy_of_its_own_rows_alone(klien: Any, pemeran: Any) -> None:
    berjudul(pemeran, "Lampu mati")
    assert len(unduh(klien("aparat"))) == 2
    pemeran.aparat.kampung = pemeran.kampung_lain
    pemeran.aparat.save()
    assert len(unduh(klien("aparat"))) == 1
    for siapa in ("warga", "fasilitator", "bpk"):
        assert klien(siapa).post(UNDUH, {"bentuk": "csv"}).status_code == 403


def test_ticked_rows_come_ticked_to_the_form_that_routes(klien: Any, pemeran: Any) -> None:
    satu, dua, lain = (berjudul(pemeran, f"Lampu {n}") for n in range(3))
    Aspirasi.objects.filter(pk=lain.pk).update(jenis=Jenis.APRESIASI)
    pilih = [str(a.acuan) for a in (satu, dua, lain)]
    halaman = klien("staf").post(PILIH, {"pilih": [*pilih, "bukan-kunci"]})
    assert teks(halaman).count(" checked") == 2
    assert "1 yang lain berbeda jenisnya" in teks(halaman)
    semua = klien("staf").post(f"{PILIH}?jenis=apresiasi", {"semua": "1"})
    assert [a.pk for a in semua.context["form"].ada] == [lain.pk]
    assert klien("aparat").post(PILIH, {"pilih": pilih}).status_code == 403


def test_what_was_ticked_in_the_list_goes_out_with_its_reason(klien: Any, pemeran: Any) -> None:
    satu, staf = berjudul(pemeran, "Lampu mati"), klien("staf")
    pilih = f"{PILIH}?urut=terlama"
    halaman = teks(staf.post(pilih, {"pilih": [str(satu.acuan)]}))
    (aksi,) = re.findall(r'<form method="post" action="([^"]*)" class="formulir', halaman)
    isian = {"jenis": satu.jenis, "kiriman": [str(satu.acuan)]}
    assert "Bagian ini harus diisi." in teks(staf.post(urljoin(pilih, unescape(aksi)), isian))
    staf.post(urljoin(pilih, unescape(aksi)), {**isian, "catatan": "Mohon dijawab."})
    assert Aspirasi.objects.get(pk=satu.pk).status == Status.DITERUSKAN


def test_routing_without_a_tick_says_so_beside_the_same_list(klien: Any, pemeran: Any) -> None:
    berjudul(pemeran, "Lampu mati")
    respons = klien("staf").post(f"{PILIH}?urut=terlama", follow=True)
    assert respons.redirect_chain == [(f"{DAFTAR}?urut=terlama", 302)]
    assert "Belum ada yang dicentang" in teks(respons)


@pytest.mark.parametrize(
    "pilihan",
    [
        {"cari": "a\0b"},
        {"cari": "\u200b"},
        {"cari": "x" * 100_000},
        {"dari": "0000-00-00", "sampai": "9999-99-99"},
        {"dari": "9999-12-31", "sampai": "0001-01-01"},
        {"kampung": "'; DROP TABLE", "pemegang": "9" * 40, "status": "\0"},
        {"urut": "-pin_hash", "per": "-1", "setelah": "x", "tampil": "\0"},
    ],
)
def test_hostile_choices_are_read_or_explained(klien: Any, pilihan: dict) -> None:
    staf = klien("staf")
    assert staf.get(DAFTAR, pilihan).status_code == 200
    assert staf.post(UNDUH, pilihan | {"bentuk": "csv"}).status_code == 200
