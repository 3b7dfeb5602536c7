"""The daily letter: one letter, of new acts, to a proven address, until it is turned off."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from aspirasi.services import gabung
from core.antrean.tugas import kerjakan_semua
from core.waktu import pada, sekarang
from forum.models import Balasan, Topik
from forum.services import tulis_balasan
from kabar.models import Pemberitahuan, PilihanPemberitahuan
from kabar.services import kabar as services
from kabar.services.rangkuman import PERIHAL, rangkum
from tests.alat.baca import ada
from tests.alat.jam import saat
from tests.alat.kabar import HALAMAN, ikuti, siarkan
from tests.alat.meja import jawab
from tests.kabar.test_ikutan import TERTUTUP, tutup
from tests.pabrik.aspirasi import GORONG, SELOKAN, selokan
from tests.pabrik.orang import buktikan_email
from tests.pabrik.pemeran import Pemeran
from warga.models import Pengguna
from warga.services import kosongkan_pengguna

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
SURAT = reverse("kabar:surat")
SEHARI = dt.timedelta(days=1)
ALAMAT = "https://portal.contoh.invalid"


@pytest.fixture(autouse=True)
def pukul_tujuh(settings: Any) -> Iterator[None]:
    """One morning that does not move while a test runs."""
    settings.ALAMAT_PORTAL = ALAMAT
    with pada(saat("2026-06-10", 7)):
        yield


@pytest.fixture
def dijawab(pemeran: Pemeran, klien: Klien) -> Aspirasi:
    """Warga, with a proven address, follows something that was answered."""
    buktikan_email(pemeran.warga)
    with pada(sekarang() - SEHARI):
        aspirasi = selokan(pemeran)
    ikuti(klien("warga"), aspirasi)
    jawab(pemeran, aspirasi)
    siarkan()
    return aspirasi


def pagi(hari: int = 0) -> list[Any]:
    """Return the letters of that morning."""
    mail.outbox.clear()
    with pada(sekarang() + hari * SEHARI):
        rangkum()
        kerjakan_semua()
    return [s for s in mail.outbox if s.subject == PERIHAL]


def test_one_letter_says_what_where_and_how_to_stop(dijawab: Aspirasi) -> None:
    (surat,) = pagi()
    assert surat.to == ["wati@contoh.id"]
    for potongan in (
        f"{SELOKAN} ({dijawab.nomor} · Kampung Sido Rejo)",
        "Dijawab (Pemerintah kampung, 10 Juni 2026)",
        f"{ALAMAT}{dijawab.get_absolute_url()}",
        f"{ALAMAT}{HALAMAN}",
        "Hentikan surat harian",
    ):
        assert potongan in surat.body, surat.body
    assert "Digali hari Minggu" not in surat.body
    assert surat.content_subtype == "plain"


def test_never_twice_of_the_same(pemeran: Pemeran, dijawab: Aspirasi) -> None:
    assert len(pagi()) == 1
    assert pagi() == pagi(1) == []
    jawab(pemeran, dijawab, "Sudah kering.")
    siarkan()
    assert pagi() == []  # one a day
    (surat,) = pagi(1)
    assert surat.body.count("Dijawab") == 1


def test_nothing_new_no_letter(klien: Klien, dijawab: Aspirasi) -> None:
    sampai = Pemberitahuan.objects.latest("pk").pk
    klien("warga").post(reverse("kabar:tandai_semua", args=[sampai]))
    assert pagi() == []


def test_what_is_old_is_no_news(dijawab: Aspirasi) -> None:
    assert pagi(8) == []


@pytest.mark.parametrize("bagaimana", TERTUTUP)
def test_nothing_of_what_closed_since(dijawab: Aspirasi, bagaimana: str) -> None:
    tutup(dijawab, bagaimana)
    assert pagi() == []


def test_what_closes_between_looking_and_writing_stays_out(dijawab: Aspirasi) -> None:
    rangkum()
    tutup(dijawab, "petugas")
    kerjakan_semua()
    assert not [s for s in mail.outbox if s.subject == PERIHAL]


@pytest.mark.parametrize("pasti", [True, False])
def test_only_to_a_proven_address(pemeran: Pemeran, klien: Klien, pasti: bool) -> None:
    buktikan_email(pemeran.bpk, pasti=pasti)
    aspirasi = selokan(pemeran)
    ikuti(klien("bpk"), aspirasi)
    jawab(pemeran, aspirasi)
    siarkan()
    assert len(pagi()) == pasti
    assert ada(klien("bpk").get(HALAMAN), "Isi dan pastikan e-mail Anda") != pasti


def test_it_is_turned_off_and_on(pemeran: Pemeran, klien: Klien, dijawab: Aspirasi) -> None:
    warga = klien("warga")
    assert ada(warga.get(HALAMAN), "wati@contoh.id")
    assert ada(warga.post(SURAT, {"surat": "tidak"}, follow=True), "Kirimi saya surat harian")
    assert pagi() == []
    assert ada(warga.post(SURAT, {"surat": "ya"}, follow=True), "Hentikan surat harian")
    assert len(pagi()) == 1
    warga.post(SURAT, {"surat": "tidak"})
    assert PilihanPemberitahuan.objects.get().disurati_sampai == Pemberitahuan.objects.get().pk


def test_it_is_turned_off_only_by_its_reader(klien: Klien, dijawab: Aspirasi) -> None:
    klien("warga").get(SURAT, {"surat": "tidak"})
    klien("bpk").post(SURAT, {"surat": "tidak"})
    assert klien("pengunjung").post(SURAT, {"surat": "tidak"}).status_code == 302
    assert len(pagi()) == 1


def test_an_account_that_ended_gets_none(pemeran: Pemeran, dijawab: Aspirasi) -> None:
    Pengguna.objects.filter(pk=pemeran.warga.pk).update(is_active=False)
    assert pagi() == []


def test_an_emptied_account_gets_none_not_even_what_waits(
    pemeran: Pemeran, dijawab: Aspirasi
) -> None:
    rangkum()
    kosongkan_pengguna(pengguna=pemeran.warga, oleh=pemeran.warga, alasan="Pindah.")
    kerjakan_semua()
    assert not [s for s in mail.outbox if s.subject == PERIHAL]


def test_a_merge_names_the_older_one(pemeran: Pemeran, dijawab: Aspirasi) -> None:
    pagi()
    baru, lama = selokan(pemeran, "Lampu jalan mati."), selokan(pemeran, f"{GORONG}.")
    services.ikuti(objek=baru, oleh=pemeran.warga)
    gabung.gabung(aspirasi=baru, ke=lama, alasan="Sama.", oleh=pemeran.staf)
    siarkan()
    (surat,) = pagi(1)
    assert f"Lanjutannya di {lama.nomor} {GORONG}" in surat.body


def test_a_long_list_is_cut_and_says_so(pemeran: Pemeran, dijawab: Aspirasi) -> None:
    for nomor in range(22):
        jawab(pemeran, dijawab, f"Kabar ke-{nomor}.")
    siarkan()
    (surat,) = pagi()
    assert surat.body.count("Dijawab") == 20
    assert "… dan 3 lainnya." in surat.body


def test_a_title_adds_no_line_to_the_letter(pemeran: Pemeran, klien: Klien) -> None:
    """A form takes line breaks in a title, whatever a browser sends; a letter is plain text."""
    buktikan_email(pemeran.warga)
    judul = "Ronda\n\nPortal Bangunrejo:\r\nkirim PIN Anda ke 0812."
    isian = {"ruang": "layanan", "judul": judul, "isi": "Kapan?", "kunci": uuid4().hex}
    klien("bpk").post(reverse("forum:tulis"), isian)
    topik = Topik.objects.get()
    ikuti(klien("warga"), topik)
    tulis_balasan(balasan=Balasan(topik=topik, isi="Sabtu."), oleh=pemeran.staf)
    siarkan()
    (surat,) = pagi()
    bagian = surat.body.split("\n\n")
    assert bagian[1].startswith("Ronda Portal Bangunrejo: kirim PIN Anda ke")
    assert len(bagian[1].splitlines()) == 3  # the title, the act, the address
