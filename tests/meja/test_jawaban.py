"""The form of an answer: three choices, and the field that a choice needs under it."""

import datetime as dt
from typing import Any

import pytest

from aspirasi.enums import Status
from aspirasi.models import Aspirasi
from core.waktu import hari_ini
from tests.alat.baca import teks
from tests.alat.meja import ALASAN, alamat
from tests.pabrik.aspirasi import buat, periksa, terbit

pytestmark = pytest.mark.django_db
ISI = "Papan jembatan sudah kami pesan."


def nanti(hari: int) -> str:
    return (hari_ini() + dt.timedelta(days=hari)).isoformat()


def kirim(client: Any, aspirasi: Aspirasi, **isian: str) -> Any:
    respons = client.post(alamat(aspirasi, "tanggapi"), isian)
    aspirasi.refresh_from_db()
    return respons


@pytest.fixture
def keluhan(pemeran: Any) -> Aspirasi:
    return terbit(pemeran.kampung, pemeran.staf, jenis="keluhan")


def test_the_date_and_the_reason_stand_under_their_choices(klien: Any, keluhan: Aspirasi) -> None:
    isi = klien("aparat").get(alamat(keluhan)).content.decode()
    tempat = [
        isi.index(kata)
        for kata in (
            'value="selesai"',
            'value="janji"',
            'name="sampai"',
            'value="tidak"',
            'name="alasan"',
        )
    ]
    assert tempat == sorted(tempat)
    assert "(boleh dikosongkan)" not in isi[tempat[0] : isi.index('for="id_foto"')]
    assert "checked" not in isi[tempat[0] - 200 : tempat[-1]]


def test_words_and_reason_are_too_long_together(klien: Any, keluhan: Aspirasi) -> None:
    respons = kirim(klien("aparat"), keluhan, jawaban="tidak", isi="kata " * 990, alasan=ALASAN)
    assert f"Kurangi {4949 + 2 + len(ALASAN) - 5000} huruf." in teks(respons)
    assert keluhan.status == Status.DIVERIFIKASI


@pytest.mark.parametrize(
    ("isian", "kata"),
    [
        ({"isi": ISI}, "Pilih satu dulu."),
        ({"jawaban": "mungkin", "isi": ISI}, "Pilihan itu tidak ada"),
        ({"jawaban": "janji", "isi": ISI}, "Isi tanggalnya."),
        ({"jawaban": "janji", "isi": ISI, "sampai": "besok"}, "Tanggal ini tidak dapat dibaca"),
        ({"jawaban": "janji", "isi": ISI, "sampai": nanti(0)}, "sesudah hari ini"),
        ({"jawaban": "janji", "isi": ISI, "sampai": nanti(400)}, "Terlalu jauh. Paling lama 60"),
        ({"jawaban": "tidak", "isi": ISI}, "Tulis alasannya."),
        ({"jawaban": "tidak", "isi": ISI, "alasan": "Tidak."}, "Terlalu pendek"),
        ({"jawaban": "selesai"}, "Tulis jawabannya."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    klien: Any, keluhan: Aspirasi, isian: dict[str, str], kata: str
) -> None:
    respons = kirim(klien("aparat"), keluhan, **isian)
    assert kata in teks(respons)
    for nama, nilai in isian.items():
        assert respons.context["form"][nama].value() == nilai
    assert keluhan.status == Status.DIVERIFIKASI


@pytest.mark.parametrize(
    ("isian", "status", "tertulis"),
    [
        ({"jawaban": "selesai", "isi": ISI}, Status.DITANGGAPI, ISI),
        # Fields of the other choices count for nothing, whatever stands in them.
        (
            {"jawaban": "selesai", "isi": ISI, "sampai": "besok", "alasan": "x"},
            Status.DITANGGAPI,
            ISI,
        ),
        ({"jawaban": "janji", "isi": ISI, "sampai": nanti(20)}, Status.DIJANJIKAN, ISI),
        ({"jawaban": "tidak", "alasan": ALASAN}, Status.DITANGGAPI, ALASAN),
        (
            {"jawaban": "tidak", "isi": ISI, "alasan": ALASAN},
            Status.DITANGGAPI,
            f"{ISI}\n\n{ALASAN}",
        ),
    ],
)
def test_each_choice(
    klien: Any, keluhan: Aspirasi, isian: dict[str, str], status: str, tertulis: str
) -> None:
    for _ in range(2):
        kirim(klien("aparat"), keluhan, **isian)
        assert keluhan.status == status
    jawaban = keluhan.tindak_lanjut.get()
    assert (jawaban.isi, jawaban.jawaban) == (tertulis, isian["jawaban"])


def test_a_promise_is_offered_once_to_the_office(klien: Any, keluhan: Aspirasi) -> None:
    kirim(klien("aparat"), keluhan, jawaban="janji", isi=ISI, sampai=nanti(20))
    for siapa, lagi in (("aparat", False), ("staf", False)):
        halaman = klien(siapa).get(alamat(keluhan, "tanggapi")).content.decode()
        assert ('value="janji"' in halaman) is lagi, siapa
    kirim(klien("aparat"), keluhan, jawaban="selesai", isi="Sudah terpasang semuanya.")
    for siapa, lagi in (("aparat", False), ("staf", True)):
        halaman = klien(siapa).get(alamat(keluhan, "tanggapi")).content.decode()
        assert ('value="janji"' in halaman) is lagi, siapa


def test_the_kecamatan_alone_puts_off_again(klien: Any, keluhan: Aspirasi) -> None:
    klien("aparat").post(alamat(keluhan, "tunda"), {"sampai": nanti(20), "alasan": ALASAN})
    for siapa, lagi in (("aparat", False), ("kakam", False), ("staf", True), ("camat", True)):
        respons = klien(siapa).get(alamat(keluhan, "tunda"))
        assert (respons.status_code == 200) is lagi, siapa


def test_thanks_are_asked_nothing(klien: Any, pemeran: Any) -> None:
    satu = terbit(pemeran.kampung, pemeran.staf, jenis="apresiasi")
    assert 'name="jawaban"' not in klien("aparat").get(alamat(satu)).content.decode()
    kirim(klien("aparat"), satu, isi="Terima kasih kembali.")
    assert satu.status == Status.DITANGGAPI


def test_drafts_stay_on_the_device_only_where_everyone_reads_the_words(
    klien: Any, pemeran: Any
) -> None:
    tampil = terbit(pemeran.kampung, pemeran.staf, jenis="keluhan")
    tertutup = periksa(buat(pemeran.kampung, jangkauan="petugas").aspirasi, pemeran.staf)
    for aspirasi, nama, tempat in (
        (tampil, "tanggapi", "perangkat"),
        (tampil, "beri-kabar", "perangkat"),
        (tampil, "teruskan", "tab"),
        (tertutup, "tanggapi", "tab"),
    ):
        form = teks(klien("staf").get(alamat(aspirasi, nama)))
        assert f'data-draf-petugas="{tempat}"' in form, nama
