"""Queues, the badge in the head, who holds a kiriman, its number at SP4N-LAPOR!."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aspirasi.enums import Jangkauan, Langkah, Tentang
from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi
from aspirasi.services import kiriman
from aspirasi.services.jawab import tanggapi
from core.lencana import TERBANYAK, tulis
from core.waktu import hari_ini
from tests.alat.baca import polos, teks
from tests.alat.meja import DAFTAR, isi_daftar
from tests.pabrik.aspirasi import buat, jam_sampai, terbit
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
RAHASIA = {"jangkauan": Jangkauan.KECAMATAN}


def antrean(client: Any) -> dict[str, int]:
    return {a.nama: a.jumlah for a in client.get(DAFTAR).context["antrean"]}


def lencana(client: Any, jalur: str = "/tentang/") -> str:
    """Return the number that the head shows behind "Meja kerja"; "" for none."""
    isi = teks(client.get(jalur))
    _, _, ekor = isi.partition('class="kepala__aksi"')[2].partition(">Meja kerja")
    return ekor.partition("</a>")[0].partition("<span")[0].strip(" ()")


class TestFinding:
    """A whole code finds its kiriman, on this desk alone."""

    def test_by_code_as_people_write_it(self, klien: Any, pemeran: Any) -> None:
        satu = buat(pemeran.kampung, isi="Yang dicari lewat kodenya.")
        buat(pemeran.kampung, isi="Yang lain sama sekali.")
        for tulis_ in (satu.kode, tulis_kode(satu.kode), tulis_kode(satu.kode).lower()):
            kata = tulis_ if tulis_.upper().startswith("BR") else f"BR {tulis_}"
            halaman = klien("staf").get(DAFTAR, {"cari": kata}).context["halaman"]
            assert [a.pk for a in halaman] == [satu.aspirasi.pk]

    def test_not_what_is_on_no_desk_of_theirs(self, klien: Any, pemeran: Any) -> None:
        satu = buat(pemeran.kampung, **RAHASIA)
        for siapa, jumlah in (("aparat", 0), ("staf", 0), ("petugas_rahasia", 1)):
            jawab = klien(siapa).get(DAFTAR, {"cari": f"BR{satu.kode}"})
            assert len(jawab.context["halaman"]) == jumlah, siapa


class TestQueues:
    """Each queue is a list with its number."""

    @pytest.mark.parametrize(
        ("pilihan", "terbuka"),
        [
            ({}, False),
            ({"keadaan": "baru"}, False),
            ({"cari": "selokan"}, False),
            ({"keadaan": "baru", "jenis": "keluhan"}, True),
        ],
    )
    def test_choosing_a_queue_unfolds_no_filter(
        self, klien: Any, pilihan: dict[str, str], terbuka: bool
    ) -> None:
        isi = teks(klien("staf").get(DAFTAR, pilihan))
        assert ("<details open>" in polos(isi)) == terbuka

    def test_danger_first_then_what_is_due_first(self, klien: Any, pemeran: Any) -> None:
        for isi, hari in (("Jatuh lusa.", 2), ("Tidak berbatas waktu.", None), ("Jatuh besok.", 1)):
            satu = buat(pemeran.kampung, isi=isi).aspirasi
            tenggat = hari_ini() + dt.timedelta(days=hari) if hari else None
            langkah = {} if hari else {"langkah": Langkah.NIHIL}
            Aspirasi.objects.filter(pk=satu.pk).update(**jam_sampai(tenggat), **langkah)
        buat(pemeran.kampung, isi="Tebing longsor dekat rumah.", bahaya=True)
        assert isi_daftar(klien("staf"), "baru") == [
            "Tebing longsor dekat rumah",
            "Jatuh besok",
            "Jatuh lusa",
            "Tidak berbatas waktu",
        ]

    def test_numbers_and_lists_agree(self, klien: Any, pemeran: Any) -> None:
        buat(pemeran.kampung, isi="Baru datang hari ini.")
        buat(pemeran.kampung, isi="Tebing longsor dekat rumah.", bahaya=True)
        telat = terbit(pemeran.kampung, pemeran.staf, isi="Sudah lewat tenggatnya.")
        Aspirasi.objects.filter(pk=telat.pk).update(**jam_sampai(hari_ini() - dt.timedelta(days=9)))
        buka = terbit(pemeran.kampung, pemeran.staf, isi="Ternyata belum beres.")
        tanggapi(aspirasi=buka, isi="Sudah dikerjakan.", oleh=pemeran.aparat)
        kiriman.buka_kembali(aspirasi=buka, alasan="Masih bocor juga.")
        staf = klien("staf")
        assert antrean(staf) == {
            "bagian": 4,
            "baru": 2,
            "terlambat": 1,
            "dibuka": 1,
            "bahaya": 1,
        }
        for nama, jumlah in antrean(staf).items():
            assert len(isi_daftar(staf, nama)) == jumlah, nama

    def test_the_longest_waiting_stands_first(self, klien: Any, pemeran: Any) -> None:
        buat(pemeran.kampung, isi="Yang pertama datang.")
        buat(pemeran.kampung, isi="Yang kedua datang.")
        assert isi_daftar(klien("staf"), "baru")[0] == "Yang pertama datang"

    @pytest.mark.parametrize("siapa", ["staf", "aparat"])
    def test_costs_the_same_for_one_and_three_rows(
        self, klien: Any, pemeran: Any, siapa: str
    ) -> None:
        client, hasil = klien(siapa), []
        for jumlah in (1, 3):
            while Aspirasi.objects.count() < jumlah:
                baru = terbit(pemeran.kampung, pemeran.staf)
                Aspirasi.objects.filter(pk=baru.pk).update(ditugaskan=pemeran[siapa])
            with CaptureQueriesContext(connection) as tanya:
                client.get(DAFTAR, {"keadaan": "bagian"})
            hasil.append(len(tanya))
        assert hasil[0] == hasil[1] <= 10


class TestBadge:
    """The number in the head of every page."""

    def test_counts_what_waits_for_this_person(self, klien: Any, pemeran: Any) -> None:
        terbit(pemeran.kampung, pemeran.staf)
        buat(pemeran.kampung, isi="Belum diperiksa siapa pun.")
        assert lencana(klien("staf")) == "2"
        assert lencana(klien("aparat")) == "1"
        assert lencana(klien("aparat_lain")) == ""
        assert lencana(klien("staf"), "/kerja/") == "2"
        assert lencana(klien("staf"), DAFTAR) == "2"

    @pytest.mark.parametrize("tentang", [Tentang.TIDAK, Tentang.APARAT_KAMPUNG])
    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_closed_ones_change_no_other_badge(
        self, klien: Any, pemeran: Any, siapa: str, tentang: str
    ) -> None:
        client = klien(siapa)
        sebelum = lencana(client)
        buat(pemeran.kampung, isi="Tidak boleh ada yang tahu.", tentang=tentang, **RAHASIA)
        assert (lencana(client) == sebelum) is (siapa != "petugas_rahasia")

    @pytest.mark.parametrize(
        ("siapa", "banyak"),
        # session, account, and both numbers of the head at once
        [("pengunjung", 0), ("warga", 3), ("aparat", 3), ("staf", 3), ("camat", 3)],
    )
    def test_costs_one_query_with_that_of_the_notices(
        self,
        klien: Any,
        pemeran: Any,
        siapa: str,
        banyak: int,
        django_assert_num_queries: Any,
    ) -> None:
        client = klien(siapa)
        for _ in range(3):
            terbit(pemeran.kampung, pemeran.staf)
            with django_assert_num_queries(banyak):
                client.get("/tentang/")

    def test_many_are_told_as_many(self) -> None:
        assert [tulis(n) for n in (0, 1, TERBANYAK - 1, TERBANYAK)] == ["", "1", "99", "99+"]
