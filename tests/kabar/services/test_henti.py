"""The link in the daily letter stops it without a sign-in (RFC 8058)."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from core.antrean.tugas import kerjakan_semua
from core.waktu import pada
from kabar.services.henti import pemilik_tanda, tanda_henti
from kabar.services.rangkuman import ingin_surat, rangkum
from tests.alat.baca import ada
from tests.alat.jam import saat
from tests.alat.kabar import ikuti, siarkan
from tests.alat.meja import jawab
from tests.pabrik.aspirasi import selokan
from tests.pabrik.orang import buktikan_email
from tests.pabrik.pemeran import Pemeran
from warga.models import Pengguna
from warga.services import kosongkan_pengguna

pytestmark = pytest.mark.django_db
ALAMAT = "https://portal.contoh.invalid"
SATU_TEKAN = {"List-Unsubscribe": "One-Click"}


@pytest.fixture(autouse=True)
def pukul_tujuh(settings: Any) -> Iterator[None]:
    settings.ALAMAT_PORTAL = ALAMAT
    with pada(saat("2026-06-10", 7)):
        yield


def halaman(orang: Pengguna) -> str:
    return reverse("kabar:henti", args=[tanda_henti(orang)])


@pytest.fixture
def surat(pemeran: Pemeran, klien: Callable[..., Client]) -> Any:
    """The daily letter of warga."""
    buktikan_email(pemeran.warga)
    aspirasi: Aspirasi = selokan(pemeran)
    ikuti(klien("warga"), aspirasi)
    jawab(pemeran, aspirasi)
    siarkan()
    mail.outbox.clear()
    rangkum()
    kerjakan_semua()
    return next(satu for satu in mail.outbox if satu.to == ["wati@contoh.id"])


def test_the_letter_names_the_link_that_one_press_of_the_mail_program_uses(
    pemeran: Pemeran, surat: Any
) -> None:
    kepala = surat.message()
    assert kepala["List-Unsubscribe"] == f"<{ALAMAT}{halaman(pemeran.warga)}>"
    assert kepala["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert kepala["Auto-Submitted"] == "auto-generated"
    assert f"{ALAMAT}{halaman(pemeran.warga)}" in surat.body
    penegak = Client(enforce_csrf_checks=True)
    assert penegak.post(halaman(pemeran.warga), SATU_TEKAN).status_code == 200
    assert not ingin_surat(pemeran.warga)


def test_looking_stops_nothing_and_the_page_turns_it_off_and_on(pemeran: Pemeran) -> None:
    klien, orang = Client(enforce_csrf_checks=True), pemeran.warga
    lihat = klien.get(halaman(orang))
    assert ada(lihat, "Hentikan surat harian")
    assert "no-store" in lihat["Cache-Control"]
    assert lihat["X-Robots-Tag"] == "noindex"
    assert ingin_surat(orang)
    assert ada(klien.post(halaman(orang)), "Terima surat harian lagi")
    assert not ingin_surat(orang)
    klien.post(halaman(orang), {"surat": "ya"})
    assert ingin_surat(orang)


def test_a_sign_stops_the_letter_of_its_own_account_alone(pemeran: Pemeran) -> None:
    Client().post(halaman(pemeran.warga))
    assert ingin_surat(pemeran.bpk)


def test_a_sign_that_was_not_made_here_opens_nothing(client: Client, pemeran: Pemeran) -> None:
    tanda = tanda_henti(pemeran.warga)
    lain = tanda.replace(str(pemeran.warga.pk), str(pemeran.bpk.pk), 1)
    for salah in (lain, tanda[:-1], "1", "abc:def", str(pemeran.warga.pk)):
        respons = client.post(reverse("kabar:henti", args=[salah]))
        assert respons.status_code == 404, salah
        assert ada(respons, "Tautan ini tidak lengkap")
    assert ingin_surat(pemeran.warga)
    assert ingin_surat(pemeran.bpk)


def test_an_emptied_account_has_no_sign(pemeran: Pemeran) -> None:
    tanda = tanda_henti(pemeran.warga)
    kosongkan_pengguna(pengguna=pemeran.warga, oleh=pemeran.admin, alasan="Diminta pemiliknya.")
    assert pemilik_tanda(tanda) is None
