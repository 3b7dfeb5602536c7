"""Authors and followers are told of what happens in the forum, each of it once."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from core.moderasi.tampil import sembunyikan, tampilkan_lagi
from forum import services
from forum.models import Balasan, Ruang, Topik
from kabar.bacaan.isi import susun
from kabar.bacaan.milik import untuk
from kabar.models import Pemberitahuan
from kabar.services.rangkuman import tulis as tulis_surat
from tests.alat.baca import ada
from tests.alat.kabar import HALAMAN, berhenti, di_kepala, dibaca, ikuti, siarkan
from tests.pabrik.forum import ALASAN
from tests.pabrik.pemeran import Pemeran
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
BARU, TAMPIL = "Balasan baru", "sudah dibaca petugas dan sekarang tampil"


def topik(oleh: Pengguna) -> Topik:
    """A topic as the service writes it: warga's is held, that of an official stands at once."""
    baru = Topik(ruang=Ruang.objects.get(slug="layanan"), judul="Jadwal ronda", isi="Kapan?")
    return services.tulis_topik(topik=baru, oleh=oleh)


def balas(tempat: Topik, oleh: Pengguna, isi: str = "Malam Minggu.") -> Balasan:
    return services.tulis_balasan(balasan=Balasan(topik=tempat, isi=isi), oleh=oleh)


def test_the_author_of_a_topic_follows_it_until_they_say_no(pemeran: Pemeran, klien: Klien) -> None:
    tempat = topik(pemeran.bpk)
    assert ada(klien("bpk").get(tempat.get_absolute_url()), "Anda mengikuti topik ini")
    balas(tempat, pemeran.staf)
    siarkan()
    assert dibaca(klien("bpk")) == [BARU]
    berhenti(klien("bpk"), tempat)
    balas(tempat, pemeran.staf)
    assert siarkan() == 0


def test_who_replied_is_told_only_when_following(pemeran: Pemeran, klien: Klien) -> None:
    tempat = topik(pemeran.staf)
    for siapa in ("bpk", "fasilitator"):
        balas(tempat, pemeran[siapa])
    ikuti(klien("bpk"), tempat)
    balas(tempat, pemeran.aparat)
    siarkan()
    assert (dibaca(klien("bpk")), dibaca(klien("fasilitator"))) == ([BARU], [])


def test_nobody_is_told_of_their_own_reply(pemeran: Pemeran, klien: Klien) -> None:
    tempat = topik(pemeran.bpk)
    balas(tempat, pemeran.bpk)
    assert siarkan() == 0


@pytest.mark.parametrize("antara", [True, False])
def test_a_held_reply_is_told_once_when_it_appears(
    pemeran: Pemeran, klien: Klien, antara: bool
) -> None:
    """Whether or not the worker looked while it was held."""
    tempat = topik(pemeran.bpk)
    balasan = balas(tempat, pemeran.warga)
    assert balasan.ditahan
    if antara:
        assert siarkan() == 0
    services.loloskan(tulisan=balasan, oleh=pemeran.staf)
    siarkan()
    assert dibaca(klien("bpk")) == [BARU]
    assert dibaca(klien("warga")) == [f"Balasan Anda {TAMPIL}"]


def test_the_author_reads_why_it_was_hidden_and_that_it_shows_again(
    pemeran: Pemeran, klien: Klien
) -> None:
    tempat = topik(pemeran.bpk)
    balasan = balas(tempat, pemeran.fasilitator)
    for objek in (balasan, tempat):
        sembunyikan(objek, oleh=pemeran.staf, alasan=f"{ALASAN} 081234567890")
        siarkan()
    respons = klien("bpk").get(HALAMAN)
    assert dibaca(klien("bpk")) == ["Topik Anda disembunyikan"]
    assert ada(respons, f"Alasan: {ALASAN}")
    assert not ada(respons, "081234567890")
    assert ALASAN in tulis_surat(susun(untuk(pemeran.bpk).untuk_baris(), pemeran.bpk), "")
    assert dibaca(klien("fasilitator")) == []  # the topic around it is hidden, with its title
    for objek in (tempat, balasan):
        tampilkan_lagi(objek, oleh=pemeran.staf, alasan="Sudah ditinjau.")
    siarkan()
    for siapa, kata in (("bpk", "Topik"), ("fasilitator", "Balasan")):
        semua = dibaca(klien(siapa))
        assert semua == [f"{kata} Anda disembunyikan", f"{kata} Anda ditampilkan lagi"]
        assert not ada(klien(siapa).get(HALAMAN), "Sudah ditinjau")  # that is for officials


def test_a_reply_hidden_before_anybody_was_told_is_told_to_its_author_alone(
    pemeran: Pemeran, klien: Klien
) -> None:
    tempat = topik(pemeran.bpk)
    ikuti(klien("warga"), tempat)
    balasan = balas(tempat, pemeran.fasilitator, "Rahasia tetangga.")
    sembunyikan(balasan, oleh=pemeran.staf, alasan=ALASAN)
    assert siarkan() == 1
    assert dibaca(klien("fasilitator")) == ["Balasan Anda disembunyikan"]
    for siapa in ("bpk", "warga"):
        assert dibaca(klien(siapa)) == []
        assert not ada(klien(siapa).get(HALAMAN), "Rahasia")


def test_followers_hear_nothing_of_moderation(pemeran: Pemeran, klien: Klien) -> None:
    """Hidden and shown again between two looks: the reply alone is news."""
    tempat = topik(pemeran.bpk)
    balasan = balas(tempat, pemeran.fasilitator)
    sembunyikan(balasan, oleh=pemeran.staf, alasan=ALASAN)
    tampilkan_lagi(balasan, oleh=pemeran.staf, alasan="Sudah ditinjau.")
    siarkan()
    assert dibaca(klien("bpk")) == [BARU]


def test_what_was_told_of_a_hidden_reply_is_gone(pemeran: Pemeran, klien: Klien) -> None:
    tempat = topik(pemeran.bpk)
    balasan = balas(tempat, pemeran.fasilitator)
    siarkan()
    assert di_kepala(klien("bpk")) == "1"
    sembunyikan(balasan, oleh=pemeran.staf, alasan=ALASAN)
    assert (di_kepala(klien("bpk")), dibaca(klien("bpk"))) == ("", [])


def test_opening_a_notice_leads_to_the_reply(pemeran: Pemeran, klien: Klien) -> None:
    tempat = topik(pemeran.bpk)
    balasan = balas(tempat, pemeran.staf)
    siarkan()
    satu = Pemberitahuan.objects.get()
    buka = klien("bpk").post(reverse("kabar:buka", args=[satu.pk]))
    assert buka["Location"] == balasan.get_absolute_url()
