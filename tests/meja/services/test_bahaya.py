"""A danger notice in one step, without a word that leads to the sender."""

import re
from typing import Any

import pytest

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi
from core.formulir.sekali import kunci_baru
from core.models import Jejak
from kabar.enums import Jenis
from kabar.models import Kabar
from tests.alat.baca import teks
from tests.alat.meja import alamat
from tests.pabrik.aspirasi import buat, periksa

pytestmark = pytest.mark.django_db
KONTAK = {"nama": "Slamet Widodo", "telepon": "+6281234567890"}
ISI = "Xylofon jebol di Dusun 3, air masuk rumah."


def bahaya(pemeran: Any, **lain: Any) -> Aspirasi:
    return buat(pemeran.kampung, isi=ISI, bahaya=True, kontak=KONTAK, **lain).aspirasi


def isian(client: Any, aspirasi: Aspirasi) -> dict[str, str]:
    """The form as it stands on the page, its gaps filled."""
    form = client.get(alamat(aspirasi, "kabar-bahaya")).context["form"]
    isi = {nama: str(form[nama].value()).replace("…", "longsor") for nama in form.fields}
    return isi | {"kunci": kunci_baru()}


class TestNotice:
    """From the kiriman to the first page."""

    @pytest.mark.parametrize("siapa", ["staf", "aparat"])
    def test_one_press_warns_everyone(self, klien: Any, pemeran: Any, siapa: str) -> None:
        aspirasi = periksa(bahaya(pemeran), pemeran.staf)
        client = klien(siapa)
        client.post(alamat(aspirasi, "kabar-bahaya"), isian(client, aspirasi))
        kabar = Kabar.objects.get()
        assert (kabar.jenis, kabar.kampung) == (Jenis.BAHAYA, pemeran.kampung)
        assert "Xylofon jebol" in kabar.isi  # public already
        beranda = teks(klien("pengunjung").get("/"))
        assert "Bahaya: longsor di Kampung Sido Rejo" in beranda
        assert Jejak.objects.filter(aksi="kabar_bahaya", objek_kunci=aspirasi.acuan.hex).exists()

    @pytest.mark.parametrize("jangkauan", [Jangkauan.PUBLIK, Jangkauan.PETUGAS])
    def test_what_is_not_public_is_not_offered(
        self, klien: Any, pemeran: Any, jangkauan: str
    ) -> None:
        aspirasi = bahaya(pemeran, jangkauan=jangkauan)  # not looked at yet, or closed
        isi = " ".join(isian(klien("staf"), aspirasi).values())
        assert "112" in isi
        for kata in ("Xylofon", "Dusun 3", "Slamet", "8123"):
            assert kata not in isi

    def test_the_notice_leads_back_to_nobody(self, klien: Any, pemeran: Any) -> None:
        aspirasi = bahaya(pemeran, jangkauan=Jangkauan.KECAMATAN)
        rahasia = klien("petugas_rahasia")
        rahasia.post(alamat(aspirasi, "kabar-bahaya"), isian(rahasia, aspirasi))
        halaman = teks(klien("kakam").get(Kabar.objects.get().get_absolute_url()))
        assert "Xylofon" not in halaman
        assert aspirasi.acuan.hex not in re.sub("-", "", halaman)

    def test_sent_twice_stands_once(self, klien: Any, pemeran: Any) -> None:
        aspirasi, staf = bahaya(pemeran), klien("staf")
        data = isian(staf, aspirasi)
        for _ in range(2):
            staf.post(alamat(aspirasi, "kabar-bahaya"), data)
        assert Kabar.objects.count() == 1
        assert Jejak.objects.filter(aksi="kabar_bahaya").count() == 1

    def test_one_press_does_not_publish_gaps(self, klien: Any, pemeran: Any) -> None:
        aspirasi, staf = bahaya(pemeran), klien("staf")
        data = isian(staf, aspirasi) | {"isi": "Bahaya apa: …\nDi mana: dekat balai kampung"}
        isi = teks(staf.post(alamat(aspirasi, "kabar-bahaya"), data))
        assert "titik-titik" in isi
        assert "dekat balai kampung" in isi
        assert not Kabar.objects.exists()

    def test_an_empty_one_is_refused_and_keeps_its_words(self, klien: Any, pemeran: Any) -> None:
        aspirasi = bahaya(pemeran)
        data = {"judul": "Awas tanggul jebol", "isi": "Pendek"}
        jawab = klien("staf").post(alamat(aspirasi, "kabar-bahaya"), data)
        assert "Terlalu pendek" in teks(jawab)
        assert "Awas tanggul jebol" in teks(jawab)
        assert not Kabar.objects.exists()

    def test_without_danger_there_is_no_such_act(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        pilihan = klien("staf").get(alamat(aspirasi)).context["tindakan"]
        assert "kabar-bahaya" not in {p.tindakan.nama for p in pilihan}
