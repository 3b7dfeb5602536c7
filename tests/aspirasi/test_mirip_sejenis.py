"""Likely duplicates say the same thing in the same way; what a project answers is none."""

from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi, TautanProyek
from aspirasi.serupa import mirip
from aspirasi.services import gabung
from tests.alat.pengirim import KIRIM, kode_dan_pin
from tests.pabrik.aspirasi import isian, terbit

pytestmark = pytest.mark.django_db
KETIKAN = "/aspirasi/serupa/"
RETAK = "Rabat jalan Dusun 3 retak memanjang, padahal baru sebulan."
HARAPAN = "Mohon jalan Dusun 3 dirabat, kalau hujan becek."
KELUHAN = "Rabat jalan Dusun 3 sudah retak di dekat jembatan."


def hubungkan(aspirasi: Aspirasi, proyek: Any, oleh: Any) -> None:
    TautanProyek.objects.create(aspirasi=aspirasi, proyek=proyek, oleh=oleh)


def cari(isi: str, kampung: Any, **lain: Any) -> list[Aspirasi]:
    isian_ = {"isi": isi, "jangkauan": "publik", "kampung": kampung} | lain
    return mirip.untuk_isian(isian_)


@pytest.mark.parametrize("jenis", Jenis.values)
def test_only_the_same_kind_is_a_likeness(pemeran: Any, jenis: str) -> None:
    semua = {
        j: terbit(pemeran.kampung, pemeran.staf, isi=RETAK, jenis=j)
        for j in Jenis.values
        if j != Jenis.KEBERATAN
    }
    sama = [semua[jenis]] if jenis in semua and jenis != Jenis.APRESIASI else []
    assert cari(RETAK, pemeran.kampung, jenis=jenis) == sama


def test_thanks_are_no_likeness_while_no_kind_is_chosen(pemeran: Any) -> None:
    terbit(pemeran.kampung, pemeran.staf, isi=RETAK, jenis=Jenis.APRESIASI)
    assert cari(RETAK, pemeran.kampung) == []
    keluhan = terbit(pemeran.kampung, pemeran.staf, isi=RETAK, jenis=Jenis.KELUHAN)
    assert cari(RETAK, pemeran.kampung) == [keluhan]


@pytest.mark.parametrize(
    ("dulu", "kini"),
    [
        ("Rabat gang mawar menuju kuburan perlu pagar.", "Rabat di depan sekolah retak."),
        ("Atap pasar bocor.", "Jadwal pasar hewan dipindah, pedagang bingung."),
        ("Dusun 3 butuh poskamling.", "Dusun 3 kekurangan air bersih."),
    ],
)
def test_one_word_in_common_is_none(pemeran: Any, dulu: str, kini: str) -> None:
    terbit(pemeran.kampung, pemeran.staf, isi=dulu)
    assert cari(kini, pemeran.kampung) == []


def test_neither_the_wish_nor_thanks_stand_in_the_way_of_a_complaint_about_a_project(
    client: Client, pemeran: Any, proyek: Any
) -> None:
    """Sent from the project's own button, as somebody tried it."""
    for jenis, isi in (("usulan", HARAPAN), ("apresiasi", "Terima kasih jalan Dusun 3 dirabat.")):
        hubungkan(terbit(proyek.kampung, pemeran.staf, isi=isi, jenis=jenis), proyek, pemeran.staf)
    data = isian(isi=RETAK, jenis="keluhan", proyek=proyek.nomor, kampung=proyek.kampung.slug)
    kode_dan_pin(client.post(KIRIM, data, follow=True))


def test_what_the_project_answers_is_left_out_from_its_own_button_alone(
    client: Client, pemeran: Any, proyek: Any
) -> None:
    dijawab = terbit(proyek.kampung, pemeran.staf, isi=KELUHAN, jenis="keluhan")
    hubungkan(dijawab, proyek, pemeran.staf)
    data = isian(isi=RETAK, jenis="keluhan", kampung=proyek.kampung.slug)
    assert dijawab.nomor in client.post(KETIKAN, data).content.decode()
    dari_proyek = data | {"proyek": proyek.nomor}
    assert dijawab.nomor not in client.post(KETIKAN, dari_proyek).content.decode()
    lain = terbit(proyek.kampung, pemeran.staf, isi=KELUHAN, jenis="keluhan")
    assert lain.nomor in client.post(KETIKAN, dari_proyek).content.decode()


def test_a_merged_one_of_another_kind_speaks_for_a_goal_of_the_same(pemeran: Any) -> None:
    keluhan = terbit(pemeran.kampung, pemeran.staf, isi="Sumur umum keruh.", jenis="keluhan")
    cabang = terbit(pemeran.kampung, pemeran.staf, isi=RETAK, jenis="usulan")
    gabung.gabung(aspirasi=cabang, ke=keluhan, alasan="Hal yang sama.", oleh=pemeran.staf)
    assert cari(RETAK, pemeran.kampung, jenis="keluhan") == [keluhan]
    assert cari(RETAK, pemeran.kampung, jenis="usulan") == []


@pytest.mark.parametrize("nomor", ["\0", "PRJ-2026-9999", "x" * 500, "' OR 1=1"])
def test_an_odd_number_of_a_project_does_no_harm(client: Client, nomor: str) -> None:
    assert client.post(KETIKAN, isian(proyek=nomor)).status_code == 200
