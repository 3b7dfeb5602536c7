"""The letter of the desk: on a working morning, of what is new or late, and without words of
anybody."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi
from aspirasi.services import tangani
from core.antrean.tugas import kerjakan_semua
from core.waktu import pada, sekarang
from kabar.models import PilihanPemberitahuan
from kabar.services.henti import tanda_henti
from kabar.services.rangkuman import PERIHAL as PERIHAL_IKUTAN
from kabar.services.rangkuman import rangkum as rangkum_ikutan
from meja.services.surat import MEJA, PERIHAL, rangkum
from tests.alat.jam import saat
from tests.alat.kabar import siarkan
from tests.alat.meja import jawab
from tests.kabar.services.test_kerja import akhiri, ke_kampung
from tests.pabrik.aspirasi import SELOKAN, buat, jam_sampai, periksa, selokan
from tests.pabrik.catatan import buat_catatan, buat_cek
from tests.pabrik.orang import buktikan_email
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
ALAMAT = "https://portal.contoh.invalid"
SEHARI = dt.timedelta(days=1)
RABU, SABTU = saat("2026-06-10", 7), saat("2026-06-13", 7)


@pytest.fixture(autouse=True)
def rabu_pagi(settings: Any) -> Iterator[None]:
    settings.ALAMAT_PORTAL = ALAMAT
    with pada(RABU):
        yield


def email(nama: str) -> str:
    return f"{nama}@contoh.id"


@pytest.fixture
def bersurat(pemeran: Pemeran) -> Pemeran:
    """The cast, with proven addresses."""
    for nama in ("aparat", "kakam", "staf", "petugas_rahasia", "camat", "bpk", "aparat_lain"):
        buktikan_email(pemeran[nama], email(nama))
    return pemeran


@pytest.fixture
def diteruskan(bersurat: Pemeran) -> Aspirasi:
    """A kiriman that was routed to the kampung yesterday."""
    with pada(RABU - SEHARI):
        return ke_kampung(bersurat, selokan(bersurat))


def pagi(kapan: dt.datetime | None = None) -> dict[str, Any]:
    """Return the letters of a morning, by recipient."""
    mail.outbox.clear()
    with pada(kapan or sekarang()):
        rangkum()
        kerjakan_semua()
    surat = [satu for satu in mail.outbox if satu.subject == PERIHAL]
    assert len({satu.to[0] for satu in surat}) == len(surat)
    return {satu.to[0].partition("@")[0]: satu for satu in surat}


def test_each_desk_is_told_how_many_and_where(diteruskan: Aspirasi) -> None:
    surat = pagi()
    assert surat.keys() == {"aparat", "kakam"}
    isi = surat["aparat"].body
    assert "- 1 kiriman menunggu jawaban kampung" in isi
    assert f"{ALAMAT}/kerja/" in isi
    assert SELOKAN not in isi
    assert (diteruskan.nomor or "") not in isi


def test_once_a_day_and_only_for_what_is_new(bersurat: Pemeran, diteruskan: Aspirasi) -> None:
    assert pagi().keys() == {"aparat", "kakam"}
    assert pagi() == {}
    assert pagi(RABU + SEHARI) == {}
    with pada(RABU + SEHARI):
        ke_kampung(bersurat, selokan(bersurat, "Kabel putus."))
    assert pagi(RABU + 2 * SEHARI).keys() == {"aparat", "kakam"}


def test_what_became_late_since_is_told_once_more(diteruskan: Aspirasi) -> None:
    pagi()
    Aspirasi.objects.filter(pk=diteruskan.pk).update(**jam_sampai(RABU.date()))
    assert pagi(RABU + SEHARI).keys() >= {"aparat", "kakam"}
    assert "aparat" not in pagi(RABU + 2 * SEHARI)


def test_nobody_on_a_day_off(diteruskan: Aspirasi) -> None:
    assert pagi(SABTU) == {}


def test_nobody_where_nothing_waits(bersurat: Pemeran) -> None:
    assert pagi() == {}


def test_a_colleague_who_holds_it_alone_is_told(bersurat: Pemeran, diteruskan: Aspirasi) -> None:
    tangani.tugaskan(aspirasi=diteruskan, kepada=bersurat.aparat, oleh=bersurat.kakam)
    assert pagi().keys() == {"aparat"}


@pytest.mark.parametrize("jangkauan", [Jangkauan.KECAMATAN, Jangkauan.PETUGAS])
def test_a_closed_one_is_counted_for_its_readers_and_told_to_nobody(
    bersurat: Pemeran, jangkauan: str
) -> None:
    buat(bersurat.kampung, jangkauan=jangkauan, isi="Xylofon hilang")
    surat = pagi()
    rahasia = jangkauan == Jangkauan.KECAMATAN
    semua = {"petugas_rahasia"} if rahasia else {"petugas_rahasia", "staf", "camat"}
    assert surat.keys() == semua
    assert "ylofon" not in "".join(satu.body for satu in surat.values())


def test_nobody_whose_office_ended(bersurat: Pemeran, diteruskan: Aspirasi) -> None:
    akhiri(bersurat.aparat)
    assert pagi().keys() == {"kakam"}


def test_nobody_whose_office_ended_while_the_letter_waited(
    bersurat: Pemeran, diteruskan: Aspirasi
) -> None:
    mail.outbox.clear()
    rangkum()
    akhiri(bersurat.aparat)
    kerjakan_semua()
    assert {satu.to[0] for satu in mail.outbox} == {email("kakam")}


def test_one_press_stops_it_and_it_alone(
    bersurat: Pemeran, diteruskan: Aspirasi, client: Client
) -> None:
    kepala = pagi()["aparat"].message()
    henti = reverse("kabar:henti_meja", args=[tanda_henti(bersurat.aparat, MEJA)])
    assert kepala["List-Unsubscribe"] == f"<{ALAMAT}{henti}>"
    assert kepala["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert client.get(henti).status_code == 200
    assert not PilihanPemberitahuan.objects.filter(surat_meja=False).exists()
    assert "sudah dihentikan" in client.post(henti).content.decode()
    satu = PilihanPemberitahuan.objects.get(pengguna=bersurat.aparat)
    assert (satu.surat, satu.surat_meja) == (True, False)
    with pada(RABU + SEHARI):
        ke_kampung(bersurat, selokan(bersurat, "Kabel putus."))
    assert pagi(RABU + 2 * SEHARI).keys() == {"kakam"}
    client.post(henti, {"surat": "ya"})
    assert pagi(RABU + 2 * SEHARI).keys() == {"aparat"}


def test_the_sign_of_one_letter_says_nothing_of_the_other(pemeran: Pemeran, client: Client) -> None:
    salah = reverse("kabar:henti_meja", args=[tanda_henti(pemeran.aparat)])
    assert client.post(salah).status_code == 404


def test_what_follows_is_another_letter(bersurat: Pemeran, klien: Klien) -> None:
    """The letter about what one follows holds no work of the desk."""
    with pada(RABU - SEHARI):
        terkirim = buat(bersurat.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi
        aspirasi = ke_kampung(bersurat, periksa(terkirim, bersurat.staf))
        siarkan()
    assert pagi().keys() == {"aparat", "kakam"}
    mail.outbox.clear()
    rangkum_ikutan()
    kerjakan_semua()
    assert [satu for satu in mail.outbox if satu.subject == PERIHAL_IKUTAN] == []
    jawab(bersurat, aspirasi)


def test_a_new_check_and_a_new_note_are_news_of_that_morning(bersurat: Pemeran) -> None:
    """Their due day is days away: without the moment they came at nobody would be written to."""
    proyek = buat_proyek(bersurat.kampung)
    PilihanPemberitahuan.objects.create(pengguna=bersurat.aparat, meja_disurati=RABU - SEHARI)
    with pada(RABU - SEHARI * 9):
        buat_cek(proyek, bersurat.warga)
    assert "aparat" not in pagi()  # it waited before the last letter
    with pada(RABU - SEHARI / 4):
        buat_catatan(proyek, bersurat.bpk)
    assert "catatan BPK Kampung menunggu tanggapan" in pagi(RABU + SEHARI)["aparat"].body
