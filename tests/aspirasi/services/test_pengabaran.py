"""Senders hear of each public step: by e-mail by itself, by WhatsApp through the desk."""

from typing import Any
from urllib.parse import unquote

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.kode import tulis_kode
from aspirasi.models import Aspirasi, KabarPengirim, Pengirim
from aspirasi.services import kiriman, tangani
from aspirasi.services.jawab import tanggapi, tutup_negatif
from aspirasi.services.pengabaran import PERIHAL
from core.antrean.tugas import kerjakan_semua
from core.models import Jejak
from tests.alat.baca import teks
from tests.alat.meja import ALASAN
from tests.alat.pengirim import masuk_pengirim
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
EMAIL, HP = {"email": "slamet@contoh.id"}, {"telepon": "+6281234567890"}
ISI = "Xylofon bocor di Dusun 3 dan itu rahasia."
ANTREAN = "/kerja/kabar/"


def surat() -> list[Any]:
    """Return the mails to senders."""
    kerjakan_semua()
    return [s for s in mail.outbox if s.subject == PERIHAL]


def buka(client: Any, aspirasi: Aspirasi) -> Any:
    return client.post(reverse("meja:kabar_buka", args=[aspirasi.acuan]))


def sudah(client: Any, aspirasi: Aspirasi, **isian: Any) -> Any:
    """Press below the message as it was opened; opens it when it was not yet."""
    if not isian:
        isian = {"sampai": buka(client, aspirasi).context["form"]["sampai"].value()}
    jalan = reverse("meja:kabar_selesai", args=[aspirasi.acuan])
    return client.post(jalan, isian, follow=True)


class TestMail:
    """By itself, at each step."""

    def test_each_public_step_is_told_once(self, pemeran: Any) -> None:
        aspirasi = periksa(buat(pemeran.kampung, isi=ISI, kontak=EMAIL).aspirasi, pemeran.staf)
        tanggapi(aspirasi=aspirasi, isi="Digali hari Minggu.", oleh=pemeran.aparat)
        tanggapi(aspirasi=aspirasi, isi="Digali hari Minggu.", oleh=pemeran.aparat)
        tangani.catat_internal(aspirasi=aspirasi, isi="Rahasia kantor.", oleh=pemeran.staf)
        semua = surat()
        assert [s.to for s in semua] == [["slamet@contoh.id"]] * 2
        assert f"{aspirasi.nomor}: sudah diperiksa." in semua[0].body
        assert "sudah dijawab." in semua[1].body
        for s in semua:
            assert f"kode lacak {tulis_kode(aspirasi.kode)} dan PIN" in s.body
            assert "?kode=" not in s.body
            assert "Xylofon" not in s.body + s.subject
            assert "Rahasia kantor" not in s.body

    def test_the_pin_is_never_in_it(self, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, kontak=EMAIL)
        periksa(terkirim.aspirasi, pemeran.staf)
        assert terkirim.pin not in surat()[0].body

    @pytest.mark.parametrize("jangkauan", [Jangkauan.PETUGAS, Jangkauan.KECAMATAN])
    def test_of_a_closed_one_it_says_only_that_there_is_news(
        self, pemeran: Any, jangkauan: str
    ) -> None:
        terkirim = buat(pemeran.kampung, isi=ISI, kontak=EMAIL, jangkauan=jangkauan)
        tutup_negatif(
            aspirasi=terkirim.aspirasi,
            aksi=Aksi.TOLAK,
            alasan=ALASAN,
            oleh=pemeran.petugas_rahasia,
        )
        (satu,) = surat()
        for kata in ("Xylofon", "Ditolak", "Dinas", "Sido Rejo", tulis_kode(terkirim.kode)):
            assert kata not in satu.body, kata
        assert "/aspirasi/lacak/" in satu.body

    def test_own_acts_and_no_contact_are_no_news(self, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, kontak=EMAIL)
        kiriman.tarik(aspirasi=terkirim.aspirasi)
        periksa(buat(pemeran.kampung).aspirasi, pemeran.staf)
        assert surat() == []
        assert not KabarPengirim.objects.exists()


class TestWhatsApp:
    """One press, one tick, and a queue."""

    def test_press_then_tick(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, isi=ISI, kontak=HP | {"nama": "Slamet"})
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        staf = klien("staf")
        halaman = teks(staf.get(ANTREAN))
        assert "Xylofon" in halaman
        assert "81234567890" not in halaman
        assert not Jejak.objects.filter(aksi="pengirim_dibaca").exists()
        jawab = buka(staf, aspirasi)
        tautan = jawab.context["tautan"]
        assert tautan.startswith("https://wa.me/6281234567890?text=")
        assert 'target="_blank" rel="noopener noreferrer"' in teks(jawab)
        assert "no-store" in jawab["Cache-Control"]
        pesan = unquote(tautan.partition("text=")[2])
        assert (
            f"Salam dari Kecamatan Bangunrejo. Kiriman Anda {aspirasi.nomor}: sudah diperiksa."
            in pesan
        )
        assert terkirim.pin not in pesan
        assert "Xylofon" not in pesan
        assert "Slamet" not in pesan
        jejak = Jejak.objects.get(aksi="pengirim_dibaca")
        assert jejak.oleh_id == pemeran.staf.pk
        assert "sudah dikabari" in teks(sudah(staf, aspirasi))
        assert "Semua pengirim sudah dikabari" in teks(staf.get(ANTREAN))
        kabar = KabarPengirim.objects.get()
        assert (kabar.cara, kabar.dikabari_oleh) == (KabarPengirim.Cara.WA, pemeran.staf)

    def test_the_sender_sees_that_the_number_was_read(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, kontak=HP)
        buka(klien("staf"), periksa(terkirim.aspirasi, pemeran.staf))
        isi = teks(masuk_pengirim(klien("pengunjung"), terkirim))
        assert "Belum ada yang membukanya" not in isi

    def test_ticked_twice_stands_once_and_one_message_tells_all(
        self, klien: Any, pemeran: Any
    ) -> None:
        aspirasi = periksa(buat(pemeran.kampung, kontak=HP).aspirasi, pemeran.staf)
        tanggapi(aspirasi=aspirasi, isi="Digali hari Minggu.", oleh=pemeran.aparat)
        staf = klien("staf")
        assert len(staf.get(ANTREAN).context["halaman"]) == 1
        sudah(staf, aspirasi)
        assert "sudah dikabari" in teks(sudah(staf, aspirasi))
        assert not KabarPengirim.objects.filter(dikabari_pada__isnull=True).exists()
        assert Jejak.objects.filter(aksi="dikabari").count() == 1

    def test_a_step_after_the_message_was_opened_waits_on(self, klien: Any, pemeran: Any) -> None:
        aspirasi = periksa(buat(pemeran.kampung, kontak=HP).aspirasi, pemeran.staf)
        staf = klien("staf")
        sampai = buka(staf, aspirasi).context["form"]["sampai"].value()
        tanggapi(aspirasi=aspirasi, isi="Digali hari Minggu.", oleh=pemeran.aparat)
        assert "ada langkah baru" in teks(sudah(staf, aspirasi, sampai=sampai))
        assert KabarPengirim.objects.filter(dikabari_pada__isnull=True).count() == 1
        assert len(staf.get(ANTREAN).context["halaman"]) == 1
        assert "sudah dikabari" in teks(sudah(staf, aspirasi))
        assert not KabarPengirim.objects.belum().exists()

    @pytest.mark.parametrize("sampai", ["", "x", "-1", "9" * 100_000, str(2**63), "1\0"])
    def test_a_broken_press_records_nothing(self, klien: Any, pemeran: Any, sampai: str) -> None:
        aspirasi = periksa(buat(pemeran.kampung, kontak=HP).aspirasi, pemeran.staf)
        assert "Belum tercatat" in teks(sudah(klien("staf"), aspirasi, sampai=sampai))
        assert KabarPengirim.objects.belum().exists()

    def test_the_longest_waiting_stands_first(self, klien: Any, pemeran: Any) -> None:
        satu, dua = (buat(pemeran.kampung, kontak=HP).aspirasi for _ in range(2))
        periksa(dua, pemeran.staf)
        periksa(satu, pemeran.staf)
        tanggapi(aspirasi=dua, isi="Digali hari Minggu.", oleh=pemeran.aparat)
        assert [a.pk for a in klien("staf").get(ANTREAN).context["halaman"]] == [
            dua.pk,
            satu.pk,
        ]

    def test_a_new_pin_is_told_even_when_it_was_withdrawn(self, klien: Any, pemeran: Any) -> None:
        """The holder of a stolen PIN may have withdrawn it."""
        aspirasi = periksa(buat(pemeran.kampung, kontak=HP).aspirasi, pemeran.staf)
        ganti_pin(aspirasi=aspirasi, alasan="Ditelepon balik.", oleh=pemeran.staf)
        kiriman.tarik(aspirasi=aspirasi)
        (kabar,) = KabarPengirim.objects.filter(aspirasi=aspirasi, dikabari_pada=None)
        assert Jejak.objects.get(pk=kabar.peristiwa).aksi == "pin_diganti"
        assert "baru saja diganti" in teks(buka(klien("staf"), aspirasi))

    def test_an_emptied_number_leaves_the_queue(self, klien: Any, pemeran: Any) -> None:
        aspirasi = periksa(buat(pemeran.kampung, kontak=HP).aspirasi, pemeran.staf)
        Pengirim.objects.update(telepon="")
        staf = klien("staf")
        assert not len(staf.get(ANTREAN).context["halaman"])
        assert "Nomor HP sudah tidak ada" in teks(buka(staf, aspirasi))

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_only_staff_of_the_kecamatan_reach_a_number(
        self, klien: Any, pemeran: Any, siapa: str
    ) -> None:
        kontak = HP | {"nama_untuk_kampung": True}
        aspirasi = periksa(buat(pemeran.kampung, kontak=kontak).aspirasi, pemeran.staf)
        tutup = periksa(
            buat(pemeran.kampung, kontak=HP, jangkauan=Jangkauan.KECAMATAN).aspirasi,
            pemeran.petugas_rahasia,
        )
        client = klien(siapa)
        staf = siapa in ("staf", "petugas_rahasia", "camat")
        assert (client.get(ANTREAN).status_code == 200) is staf
        assert (buka(client, aspirasi).status_code == 200) is staf
        assert (buka(client, tutup).status_code == 200) is (siapa == "petugas_rahasia")
        if staf:
            terlihat = {a.pk for a in client.get(ANTREAN).context["halaman"]}
            assert (tutup.pk in terlihat) is (siapa == "petugas_rahasia")
            if siapa != "petugas_rahasia":
                assert sudah(client, tutup, sampai=1).status_code == 404

    def test_looking_by_get_reads_nothing(self, klien: Any, pemeran: Any) -> None:
        aspirasi = periksa(buat(pemeran.kampung, kontak=HP).aspirasi, pemeran.staf)
        jawab = klien("staf").get(reverse("meja:kabar_buka", args=[aspirasi.acuan]))
        assert jawab["Location"] == ANTREAN
        assert not Jejak.objects.filter(aksi="pengirim_dibaca").exists()

    def test_costs_the_same_for_one_and_three_rows(self, klien: Any, pemeran: Any) -> None:
        staf, hasil = klien("staf"), []
        for jumlah in (1, 3):
            while Aspirasi.objects.count() < jumlah:
                periksa(buat(pemeran.kampung, kontak=HP).aspirasi, pemeran.staf)
            with CaptureQueriesContext(connection) as tanya:
                staf.get(ANTREAN)
            hasil.append(len(tanya))
        assert hasil[0] == hasil[1] <= 7
