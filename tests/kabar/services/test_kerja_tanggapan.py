"""An office hears of notes that wait for its answer, the BPK of answers, followers of both."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.waktu import pada
from kabar.models import Pemberitahuan
from kabar.services import kabar as layanan_kabar
from kabar.services.kerja import BERJAJAR
from laporan.services.tanggapan import nyatakan_belum_puas, tarik
from proyek.enums import Pencatat
from tests.alat.jam import saat
from tests.alat.kabar import dibaca, siarkan
from tests.kabar.services.test_kerja import pendengar
from tests.pabrik.catatan import buat_catatan, buat_cek, jawab
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
MENUNGGU = "Catatan BPK Kampung menunggu tanggapan kantor Anda"
BELUM = "Tanggapan dinyatakan belum menjawab: menunggu kantor Anda"
KANTOR = {"staf", "petugas_rahasia", "camat"}


@pytest.fixture
def proyek(pemeran: Any) -> Any:
    milik = buat_proyek(pemeran.kampung)
    siarkan()
    Pemberitahuan.objects.all().delete()
    return milik


def test_whose_turn_it_is_hears_and_opens_the_answer(
    klien: Klien, pemeran: Any, proyek: Any
) -> None:
    catatan = buat_catatan(proyek, pemeran.bpk)
    siarkan()
    assert pendengar(pemeran) == {"aparat", "kakam"}
    assert dibaca(klien("aparat")) == [MENUNGGU]
    satu = Pemberitahuan.objects.get(pengguna=pemeran.aparat)
    tujuan = reverse("meja:tanggapi", kwargs={"jenis": "catatan", "pk": catatan.pk})
    assert klien("aparat").post(reverse("kabar:buka", args=[satu.pk]))["Location"] == tujuan
    jawab(catatan, pemeran.kakam)
    siarkan()
    assert dibaca(klien("kakam")) == []


def test_the_kecamatan_hears_of_what_it_opened(pemeran: Any) -> None:
    milik = buat_proyek(pemeran.kampung, pembuka=Pencatat.KECAMATAN)
    siarkan()
    Pemberitahuan.objects.all().delete()
    buat_catatan(milik, pemeran.bpk)
    siarkan()
    assert pendengar(pemeran) == KANTOR


def test_the_bpk_hears_of_the_answer_and_the_kecamatan_of_not_settled(
    klien: Klien, pemeran: Any, proyek: Any
) -> None:
    catatan = buat_catatan(proyek, pemeran.bpk)
    jawab(catatan, pemeran.kakam)
    siarkan()
    assert dibaca(klien("bpk")) == ["Catatan BPK Kampung Anda sudah ditanggapi"]
    assert "bpk" in pendengar(pemeran)
    nyatakan_belum_puas(hal=catatan, isi="Kapan?", oleh=pemeran.bpk)
    siarkan()
    assert dibaca(klien("staf")) == [BELUM]


def test_taken_back_the_answer_is_owed_again(klien: Klien, pemeran: Any, proyek: Any) -> None:
    catatan = buat_catatan(proyek, pemeran.bpk)
    jawaban = jawab(catatan, pemeran.kakam)
    siarkan()
    Pemberitahuan.objects.all().delete()
    tarik(tanggapan=jawaban, kata=[], alasan="Menyalahkan orang.", oleh=pemeran.kakam)
    siarkan()
    assert dibaca(klien("aparat")) == [MENUNGGU]


def test_many_at_once_are_one_notice(klien: Klien, pemeran: Any, proyek: Any) -> None:
    for ke in range(BERJAJAR + 1):
        buat_catatan(proyek, pemeran.bpk, f"Catatan {ke}.")
    siarkan()
    assert dibaca(klien("aparat")) == [
        "Beberapa catatan BPK Kampung menunggu tanggapan kantor Anda"
    ]


def test_a_check_that_is_not_settled_reaches_the_kecamatan(
    klien: Klien, pemeran: Any, proyek: Any
) -> None:
    with pada(saat("2026-11-25")):
        cek = buat_cek(proyek, pemeran.warga)
        jawab(cek, pemeran.kakam)
        nyatakan_belum_puas(hal=cek, isi="Kapan?", oleh=pemeran.warga)
        siarkan()
        assert "Cek warga menunggu jawaban kantor Anda" in dibaca(klien("staf"))


def test_followers_hear_of_a_note_and_of_its_answer(
    klien: Klien, pemeran: Any, proyek: Any
) -> None:
    layanan_kabar.ikuti(objek=proyek, oleh=pemeran.warga)
    catatan = buat_catatan(proyek, pemeran.bpk)
    siarkan()
    jawab(catatan, pemeran.kakam)
    siarkan()
    assert dibaca(klien("warga")) == ["Catatan pengawasan ditulis", "Ditanggapi"]
