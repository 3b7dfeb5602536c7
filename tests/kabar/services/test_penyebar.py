"""Telling of acts: which acts, which people, and once."""

from collections.abc import Callable
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.models import Aspirasi
from aspirasi.services import berkala, kontak, pembaca, tangani
from aspirasi.services import gabung as layanan_gabung
from core.jejak.segel import segel_semua
from core.models import Segel
from core.waktu import pada, sekarang
from kabar.models import BatasJejak, Pemberitahuan
from kabar.services import penyebar
from kabar.services.penyebar import sebarkan
from proyek.enums import Tahap
from tests.alat.baca import ada
from tests.alat.kabar import HALAMAN, berhenti, dukung, ikuti, kabari, siarkan
from tests.alat.meja import jawab
from tests.pabrik.aspirasi import GORONG, selokan
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]


def gabung(pemeran: Pemeran, aspirasi: Aspirasi, ke: Aspirasi) -> None:
    layanan_gabung.gabung(aspirasi=aspirasi, ke=ke, alasan="Selokan yang sama.", oleh=pemeran.staf)


class TestOfWhat:
    def test_only_of_acts_that_everybody_reads(self, pemeran: Pemeran, klien: Klien) -> None:
        aspirasi = selokan(pemeran)
        ikuti(klien("warga"), aspirasi)
        tangani.catat_internal(aspirasi=aspirasi, isi="Rahasia kantor.", oleh=pemeran.staf)
        kontak.baca_pengirim(aspirasi=aspirasi, oleh=pemeran.staf)
        dukung(klien("bpk"), aspirasi)
        assert siarkan() == 0

    def test_not_of_what_is_closed_when_it_is_told(self, pemeran: Pemeran, klien: Klien) -> None:
        aspirasi = selokan(pemeran)
        ikuti(klien("warga"), aspirasi)
        jawab(pemeran, aspirasi)
        pembaca.atur(aspirasi=aspirasi, jangkauan=Jangkauan.PETUGAS)
        assert siarkan() == 0

    def test_of_everything_after_a_standstill_once(
        self, pemeran: Pemeran, klien: Klien, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(penyebar, "SEKALIGUS", 2)
        aspirasi = selokan(pemeran)
        ikuti(klien("warga"), aspirasi)
        for isi in ("Digali.", "Dikeruk.", "Kering."):
            jawab(pemeran, aspirasi, isi)
        assert siarkan() == 3
        BatasJejak.objects.update(urutan=0)  # read again from the beginning: nothing doubles
        assert siarkan() == 0
        assert Pemberitahuan.objects.count() == 3

    def test_only_of_what_is_sealed(self, pemeran: Pemeran, klien: Klien) -> None:
        aspirasi = selokan(pemeran)
        ikuti(klien("warga"), aspirasi)
        jawab(pemeran, aspirasi)
        assert sebarkan() == 0
        segel_semua()
        assert sebarkan() == 1

    def test_a_portal_of_many_years_begins_today(self, pemeran: Pemeran, klien: Klien) -> None:
        aspirasi = selokan(pemeran)
        ikuti(klien("warga"), aspirasi)
        jawab(pemeran, aspirasi)
        segel_semua()
        BatasJejak.objects.all().delete()
        import_module("kabar.migrations.0002_ikutan").mulai_dari_sini(apps, None)
        assert BatasJejak.objects.get().urutan == Segel.objects.count()
        assert sebarkan() == 0


class TestMerged:
    """Merging keeps supporters and followers, and tells them."""

    def test_they_are_told_and_follow_the_older_one(self, pemeran: Pemeran, klien: Klien) -> None:
        baru, lama = selokan(pemeran), selokan(pemeran, GORONG)
        ikuti(klien("warga"), baru)
        dukung(klien("bpk"), baru)
        ikuti(klien("fasilitator"), lama)
        gabung(pemeran, baru, lama)
        siarkan()
        jawab(pemeran, lama)
        siarkan()
        assert kabari(pemeran.warga) == kabari(pemeran.bpk) == [Aksi.GABUNG, Aksi.TANGGAPI]
        assert kabari(pemeran.fasilitator) == ["digabungi", Aksi.TANGGAPI]
        respons = klien("warga").get(HALAMAN)
        assert ada(respons, f"{lama.nomor} {GORONG}")

    def test_nothing_shows_of_an_older_one_that_was_closed(
        self, pemeran: Pemeran, klien: Klien
    ) -> None:
        baru, lama = selokan(pemeran), selokan(pemeran, GORONG)
        ikuti(klien("warga"), baru)
        gabung(pemeran, baru, lama)
        siarkan()
        pembaca.atur(aspirasi=lama, jangkauan=Jangkauan.PETUGAS)
        respons = klien("warga").get(HALAMAN)
        assert ada(respons, "Digabung dengan kiriman lain")
        assert not ada(respons, GORONG)
        assert not ada(respons, lama.nomor or "")

    def test_not_of_what_the_older_one_lived_through_before(
        self, pemeran: Pemeran, klien: Klien
    ) -> None:
        baru, lama = selokan(pemeran), selokan(pemeran, GORONG)
        ikuti(klien("warga"), baru)
        jawab(pemeran, lama)
        gabung(pemeran, baru, lama)
        jawab(pemeran, lama, "Sudah kering.")
        siarkan()
        assert kabari(pemeran.warga) == [Aksi.GABUNG, Aksi.TANGGAPI]

    def test_a_no_goes_along_with_support(self, pemeran: Pemeran, klien: Klien) -> None:
        baru, lama = selokan(pemeran), selokan(pemeran, GORONG)
        dukung(klien("warga"), baru)
        berhenti(klien("warga"), baru)
        gabung(pemeran, baru, lama)
        jawab(pemeran, lama)
        siarkan()
        assert lama.dukungan.filter(pengguna=pemeran.warga).exists()
        assert kabari(pemeran.warga) == []

    def test_support_of_ones_own_stays_a_yes(self, pemeran: Pemeran, klien: Klien) -> None:
        baru, lama = selokan(pemeran), selokan(pemeran, GORONG)
        for satu in (baru, lama):
            dukung(klien("warga"), satu)
        berhenti(klien("warga"), baru)
        gabung(pemeran, baru, lama)
        jawab(pemeran, lama)
        siarkan()
        assert kabari(pemeran.warga) == [Aksi.TANGGAPI]

    def test_support_of_the_same_moment_is_ones_own_too(
        self, pemeran: Pemeran, klien: Klien
    ) -> None:
        with pada(sekarang()):
            baru, lama = selokan(pemeran), selokan(pemeran, GORONG)
            for satu in (baru, lama):
                dukung(klien("warga"), satu)
            berhenti(klien("warga"), baru)
            gabung(pemeran, baru, lama)
        jawab(pemeran, lama)
        siarkan()
        assert Aksi.TANGGAPI in kabari(pemeran.warga)

    def test_a_no_goes_along_a_chain_with_support(self, pemeran: Pemeran, klien: Klien) -> None:
        satu, dua, tiga = (selokan(pemeran, f"Selokan {n} mampet.") for n in (1, 2, 3))
        dukung(klien("warga"), satu)
        berhenti(klien("warga"), satu)
        gabung(pemeran, satu, dua)
        gabung(pemeran, dua, tiga)
        siarkan()
        jawab(pemeran, tiga)
        siarkan()
        assert Aksi.TANGGAPI not in kabari(pemeran.warga)

    def test_a_yes_to_one_of_two_wins(self, pemeran: Pemeran, klien: Klien) -> None:
        """Both merged between two looks at the trail."""
        tidak, ya, lama = (selokan(pemeran, f"Selokan {n} mampet.") for n in (1, 2, 3))
        dukung(klien("warga"), tidak)
        berhenti(klien("warga"), tidak)
        ikuti(klien("warga"), ya)
        for satu in (tidak, ya):
            gabung(pemeran, satu, lama)
        jawab(pemeran, lama)
        siarkan()
        assert kabari(pemeran.warga) == [Aksi.GABUNG, Aksi.TANGGAPI]

    def test_a_no_to_the_older_one_stands(self, pemeran: Pemeran, klien: Klien) -> None:
        baru, lama = selokan(pemeran), selokan(pemeran, GORONG)
        ikuti(klien("warga"), lama)
        berhenti(klien("warga"), lama)
        ikuti(klien("warga"), baru)
        gabung(pemeran, baru, lama)
        jawab(pemeran, lama)
        siarkan()
        assert kabari(pemeran.warga) == [Aksi.GABUNG]

    def test_along_a_chain(self, pemeran: Pemeran, klien: Klien) -> None:
        satu, dua, tiga = (selokan(pemeran, f"Selokan {n} mampet.") for n in (1, 2, 3))
        ikuti(klien("warga"), satu)
        gabung(pemeran, satu, dua)
        gabung(pemeran, dua, tiga)
        siarkan()
        jawab(pemeran, tiga)
        siarkan()
        assert kabari(pemeran.warga)[-1] == Aksi.TANGGAPI


@pytest.mark.parametrize(("siapa", "boleh"), [("warga", True), ("aparat_lain", False)])
def test_a_finished_project_asks_followers_too(
    pemeran: Pemeran, klien: Klien, siapa: str, boleh: bool
) -> None:
    """They are pointed to "belum beres", which is for residents to say."""
    aspirasi, proyek = selokan(pemeran), buat_proyek()
    tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.staf)
    ikuti(klien(siapa), aspirasi)
    proyek.tahap = Tahap.SELESAI
    proyek.save()
    berkala.tanyai(aspirasi.acuan.hex)
    siarkan()
    respons = klien(siapa).get(HALAMAN)
    assert ada(respons, "Proyek selesai, pengirim ditanya")
    assert ada(respons, "Menurut Anda belum beres?") == boleh
    satu = Pemberitahuan.objects.get()
    tujuan = klien(siapa).post(reverse("kabar:buka", args=[satu.pk]))["Location"]
    assert tujuan == aspirasi.get_absolute_url() + ("#sanggah" if boleh else "")
    assert 'id="sanggah"' in klien(siapa).get(tujuan).content.decode()
