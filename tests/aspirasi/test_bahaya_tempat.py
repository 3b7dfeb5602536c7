"""Danger: its place is asked for, the page says who was told, and the box shows what waits."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from aspirasi.bacaan.lalu import belum_diberi_tahu, diberi_tahu
from aspirasi.enums import Jangkauan, Langkah
from aspirasi.models import Aspirasi
from aspirasi.services import jawab, kiriman
from aspirasi.services.janji import janjikan
from core.waktu import hari_ini, pada
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.meja import alamat
from tests.pabrik.aspirasi import buat, isian, periksa, terbit
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
KIRIM = "/aspirasi/kirim/"
KABEL = {"jenis": "keluhan", "isi": "Kabel listrik putus di jalan.", "bahaya": "on"}
TAK_TAHU = KABEL | {"kampung": "tidak-tahu"}


def kirim(client: Client, **isi: str) -> Any:
    return client.post(KIRIM, isian(**isi), follow=True)


@pytest.mark.parametrize(
    "isi",
    [
        KABEL,
        TAK_TAHU | {"lokasi": "jembatan dekat pasar"},
        TAK_TAHU | {"lintang": "-5,1611", "bujur": "105,0283"},
        TAK_TAHU | {"bahaya": ""},
    ],
)
def test_a_danger_that_is_located_goes_at_once(
    client: Client, pemeran: Any, isi: dict[str, str]
) -> None:
    assert "Sudah kami terima" in teks(kirim(client, **isi))


def test_the_place_of_any_other_is_asked_once(client: Client, pemeran: Any) -> None:
    isi = isian(**TAK_TAHU)
    halaman = teks(client.post(KIRIM, isi))
    assert "Di mana bahayanya?" in halaman
    assert KABEL["isi"] in halaman
    assert '<input type="hidden" name="tempat_ditanya" value="on">' in halaman
    assert not Aspirasi.objects.exists()
    # Another mistake meanwhile does not ask anew, and danger is never refused.
    assert "Di mana bahayanya?" not in teks(
        client.post(KIRIM, isi | {"tempat_ditanya": "on", "setuju": ""})
    )
    assert client.post(KIRIM, isi | {"tempat_ditanya": "on"}).status_code == 302
    assert Aspirasi.objects.get().bahaya


def test_the_page_after_sending_says_who_was_told(client: Client, pemeran: Any) -> None:
    halaman = teks(kirim(client, **KABEL))
    assert "Pemerintah Kampung Sido Rejo dan petugas kecamatan sudah kami beri tahu." in halaman
    lain = teks(kirim(Client(), **TAK_TAHU, tempat_ditanya="on"))
    assert "Petugas kecamatan sudah kami beri tahu." in lain
    assert "belum ada kampung yang kami beri tahu" in lain
    assert "Pemerintah Kampung" not in lain.split("112")[0]


def test_a_kampung_without_anybody_was_not_told(pemeran: Any) -> None:
    a = buat(pemeran.kampung, bahaya=True).aspirasi
    Pengguna.objects.filter(kampung=pemeran.kampung, peran="aparat").update(is_active=False)
    assert diberi_tahu(a) == "Petugas kecamatan"
    assert "belum ada di portal ini" in belum_diberi_tahu(a)


@pytest.mark.parametrize("isi", [{"tidak_yakin": True}, {"jangkauan": Jangkauan.KECAMATAN}])
def test_a_sender_who_wants_no_kampung_to_know_reads_of_none(
    pemeran: Any, isi: dict[str, Any]
) -> None:
    a = buat(pemeran.kampung, bahaya=True, **isi).aspirasi
    assert "ampung" not in diberi_tahu(a) + belum_diberi_tahu(a)


@pytest.mark.parametrize("jenis", ["keluhan", "usulan"])
def test_the_first_answer_to_danger_has_one_day(pemeran: Any, libur: None, jenis: str) -> None:
    with pada(saat("2026-04-06")):
        a = terbit(pemeran.kampung, pemeran.staf, jenis=jenis, bahaya=True)
        assert (a.langkah, a.tenggat) == (Langkah.JAWAB, dt.date(2026, 4, 7))
        jawab.setel_golongan(aspirasi=a, golongan="pengawasan", oleh=pemeran.staf)
        a.refresh_from_db()
    assert a.tenggat == dt.date(2026, 4, 7)


def test_the_box_shows_what_waits_for_an_office(klien: Any, pemeran: Any) -> None:
    def bahaya(isi: str) -> Aspirasi:
        return periksa(buat(pemeran.kampung, isi=isi, bahaya=True).aspirasi, pemeran.staf)

    bahaya("Tanggul jebol.")
    dijawab, dijanjikan = bahaya("Kabel putus."), bahaya("Tebing longsor.")
    jawab.tanggapi(aspirasi=dijawab, isi="Sudah disambung.", oleh=pemeran.kakam)
    sampai = hari_ini() + dt.timedelta(days=2)
    janjikan(aspirasi=dijanjikan, isi="Besok.", sampai=sampai, oleh=pemeran.kakam)
    for siapa in ("kakam", "staf"):
        baris = klien(siapa).get("/kerja/").context["baris"]
        assert [satu.judul for satu in baris if satu.bahaya] == ["Tanggul jebol"], siapa
        oleh = getattr(pemeran, siapa)
        assert Aspirasi.objects.hitung_meja(oleh)["bahaya"] == 1
    with pada(saat(sampai.isoformat())):
        assert Aspirasi.objects.bahaya().count() == 2  # its day has come
    kiriman.buka_kembali(aspirasi=dijawab, alasan="Putus lagi.")
    assert Aspirasi.objects.bahaya().count() == 2


@pytest.mark.parametrize(
    ("kini", "kata"),
    [
        ("2026-04-17", ""),  # the due day, a Friday
        ("2026-04-18", "Terlambat"),
        ("2026-04-19", "Terlambat"),
        ("2026-04-20", "Terlambat 1 hari kerja"),
    ],
)
def test_a_step_is_late_on_the_days_off_after_its_day(
    klien: Any, pemeran: Any, libur: None, kini: str, kata: str
) -> None:
    with pada(saat("2026-04-10")):
        a = terbit(pemeran.kampung, pemeran.staf, jenis="keluhan", isi="Selokan mampet.")
    assert a.tenggat == dt.date(2026, 4, 17)
    with pada(saat(kini)):
        assert Aspirasi.objects.get().kata_terlambat == kata
        halaman = [
            teks(Client().get(a.get_absolute_url())),
            teks(klien("kakam").get(alamat(a))),
            teks(klien("kakam").get("/kerja/aspirasi/?keadaan=terlambat")),
        ]
    for isi in halaman[:2]:
        assert ("Terlambat" in isi.split("</h1>")[1]) is bool(kata)
    assert ("Selokan mampet" in halaman[2]) is bool(kata)
