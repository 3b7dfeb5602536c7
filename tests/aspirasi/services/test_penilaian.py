"""Four weeks later: does it still hold, and was the sender heard?"""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError
from django.urls import reverse

from aspirasi.enums import Didengar, Jangkauan, SaatPenilaian, Status
from aspirasi.models import Aspirasi, KabarPengirim, Penilaian
from aspirasi.services import kiriman, tangani
from aspirasi.services.jawab import tanggapi
from aspirasi.services.pengabaran import PERIHAL
from aspirasi.services.penilaian import MENUNGGU, ringkasan, tanyakan
from core.antrean.tugas import kerjakan_semua
from core.waktu import pada, sekarang
from tests.alat.baca import teks
from tests.alat.pengirim import kenal_pengirim, masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa

pytestmark = pytest.mark.django_db
TANYA = "Apakah Anda merasa didengar?"
BERES = {"masih_beres": "ya", "didengar": "ya", "catatan": ""}
RUSAK = {"masih_beres": "tidak", "didengar": "sebagian", "catatan": "Lampunya mati lagi."}


def selesai(pemeran: Any, **lain: Any) -> kiriman.Terkirim:
    terkirim = buat(pemeran.kampung, **lain)
    oleh = pemeran.petugas_rahasia
    aspirasi = periksa(terkirim.aspirasi, oleh)
    tanggapi(aspirasi=aspirasi, isi="Sudah dikerjakan.", oleh=oleh)
    kiriman.nyatakan_beres(aspirasi=aspirasi)
    return terkirim


def nanti(hari: int = 0) -> Any:
    """The clock at the day on which the question falls due, and `hari` after it."""
    return pada(sekarang() + MENUNGGU + dt.timedelta(days=hari, minutes=1))


def jawab(client: Any, terkirim: Any, data: dict[str, str]) -> Any:
    return client.post(
        reverse("aspirasi:kiriman_nilai", args=[terkirim.aspirasi.acuan]), data, follow=True
    )


class TestHeard:
    """Said on settling it, if the sender likes."""

    def dijawab(self, pemeran: Any, client: Any) -> kiriman.Terkirim:
        terkirim = buat(pemeran.kampung)
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
        tanggapi(aspirasi=aspirasi, isi="Sudah dikerjakan.", oleh=pemeran.staf)
        kenal_pengirim(client, terkirim)
        return terkirim

    def beres(self, client: Any, terkirim: kiriman.Terkirim, **data: str) -> Any:
        alamat = reverse("aspirasi:kiriman_beres", args=[terkirim.aspirasi.acuan])
        return client.post(alamat, data, follow=True)

    def test_may_be_left_out(self, klien: Any, pemeran: Any) -> None:
        terkirim = self.dijawab(pemeran, client := klien("pengunjung"))
        assert "kami catat: sudah jelas" in teks(self.beres(client, terkirim))
        assert not Penilaian.objects.exists()

    def test_the_last_word_counts_and_the_later_question_still_comes(
        self, klien: Any, pemeran: Any
    ) -> None:
        terkirim = self.dijawab(pemeran, client := klien("pengunjung"))
        self.beres(client, terkirim, didengar="tidak")
        kiriman.buka_kembali(aspirasi=terkirim.aspirasi, alasan="Rusak lagi.")
        tangani.ambil(aspirasi=terkirim.aspirasi, oleh=pemeran.staf)
        tanggapi(aspirasi=terkirim.aspirasi, isi="Sudah lagi.", oleh=pemeran.staf)
        self.beres(client, terkirim, didengar="ya")
        hasil = Penilaian.objects.get()
        assert (hasil.saat, hasil.didengar) == (SaatPenilaian.BERES, Didengar.YA)
        with nanti():
            assert TANYA in teks(masuk_pengirim(client, terkirim))
            jawab(client, terkirim, BERES)
        assert Penilaian.objects.count() == 2

    def test_an_odd_answer_settles_nothing(self, klien: Any, pemeran: Any) -> None:
        terkirim = self.dijawab(pemeran, client := klien("pengunjung"))
        assert "Ada yang perlu diperbaiki" in teks(self.beres(client, terkirim, didengar="\0"))
        terkirim.aspirasi.refresh_from_db()
        assert terkirim.aspirasi.status == Status.DITANGGAPI

    def test_what_was_just_settled_cannot_be_unsettled_in_the_database(self, pemeran: Any) -> None:
        aspirasi = selesai(pemeran).aspirasi
        salah = Penilaian(
            aspirasi=aspirasi, saat=SaatPenilaian.BERES, masih_beres=False, didengar="ya"
        )
        with pytest.raises(IntegrityError, match="penilaian_beres_saat_beres"):
            salah.save()


class TestAsked:
    """By the next visit, once."""

    def test_not_before_four_weeks(self, klien: Any, pemeran: Any) -> None:
        terkirim, client = selesai(pemeran), klien("pengunjung")
        with nanti(-1):
            assert TANYA not in teks(masuk_pengirim(client, terkirim))
            assert jawab(client, terkirim, BERES).status_code == 409
        with nanti():
            assert TANYA in teks(masuk_pengirim(client, terkirim))
        assert not Penilaian.objects.exists()

    def test_a_yes_is_kept_and_not_asked_again(self, klien: Any, pemeran: Any) -> None:
        terkirim, client = selesai(pemeran), klien("pengunjung")
        with nanti():
            kenal_pengirim(client, terkirim)
            isi = teks(jawab(client, terkirim, BERES))
            assert "Jawaban Anda kami simpan" in isi
            assert TANYA not in isi
            ulang = jawab(client, terkirim, RUSAK)
            assert ulang.status_code == 409
            assert "sudah menjawab" in teks_galat(ulang)
        hasil = Penilaian.objects.get()
        assert (hasil.masih_beres, hasil.didengar) == (True, Didengar.YA)
        terkirim.aspirasi.refresh_from_db()
        assert terkirim.aspirasi.status == Status.SELESAI

    def test_a_no_opens_it_again_for_the_kecamatan(self, klien: Any, pemeran: Any) -> None:
        terkirim, client = selesai(pemeran), klien("pengunjung")
        with nanti():
            kenal_pengirim(client, terkirim)
            jawab(client, terkirim, RUSAK)
            terkirim.aspirasi.refresh_from_db()
            assert terkirim.aspirasi.status == Status.DIBUKA_KEMBALI
            antre = klien("staf").get("/kerja/aspirasi/", {"keadaan": "dibuka"})
            assert [a.pk for a in antre.context["halaman"]] == [terkirim.aspirasi.pk]
        balasan = terkirim.aspirasi.tindak_lanjut.order_by("pk").last()
        assert balasan.isi == "Lampunya mati lagi."
        assert not Penilaian.objects.get().masih_beres

    def test_a_no_without_words_is_asked_for_them(self, klien: Any, pemeran: Any) -> None:
        terkirim, client = selesai(pemeran), klien("pengunjung")
        with nanti():
            kenal_pengirim(client, terkirim)
            for data in (RUSAK | {"catatan": ""}, {}, {"masih_beres": "x", "didengar": "\0"}):
                isi = teks(jawab(client, terkirim, data))
                assert "Ada yang perlu diperbaiki" in isi
        assert not Penilaian.objects.exists()

    def test_nobody_else_answers(self, klien: Any, pemeran: Any) -> None:
        terkirim = selesai(pemeran)
        with nanti():
            for siapa in ("pengunjung", "warga", "kakam", "staf"):
                assert jawab(klien(siapa), terkirim, BERES).status_code == 403, siapa
        assert not Penilaian.objects.exists()


def teks_galat(respons: Any) -> str:
    return str(respons.content.decode())


class TestAskedByContact:
    """By the worker, once, to those who left one."""

    def test_by_mail_and_by_the_queue(self, klien: Any, pemeran: Any) -> None:
        surel = selesai(pemeran, kontak={"email": "slamet@contoh.id"})
        hp = selesai(pemeran, kontak={"telepon": "+6281234567890"})
        diam = selesai(pemeran)
        KabarPengirim.objects.update(dikabari_pada=sekarang())
        tanyakan()
        assert not Aspirasi.objects.filter(ditanya_pada__isnull=False).exists()
        with nanti():
            tanyakan()
            tanyakan()
            staf = klien("staf")
            assert [a.pk for a in staf.get("/kerja/kabar/").context["halaman"]] == [hp.aspirasi.pk]
            buka = staf.post(reverse("meja:kabar_buka", args=[hp.aspirasi.acuan]))
        assert "merasa didengar" in buka.context["teks"]
        kerjakan_semua()
        surat = [s for s in mail.outbox if s.subject == PERIHAL and "merasa didengar" in s.body]
        assert [s.to for s in surat] == [["slamet@contoh.id"]]
        assert surel.pin not in surat[0].body
        diam.aspirasi.refresh_from_db()
        assert diam.aspirasi.ditanya_pada is None

    def test_who_answered_is_not_asked(self, klien: Any, pemeran: Any) -> None:
        terkirim = selesai(pemeran, kontak={"telepon": "+6281234567890"})
        with nanti():
            kenal_pengirim(client := klien("pengunjung"), terkirim)
            jawab(client, terkirim, BERES)
            tanyakan()
        terkirim.aspirasi.refresh_from_db()
        assert terkirim.aspirasi.ditanya_pada is None


class TestShares:
    """Counted by kampung, from five answers on."""

    def nilai(self, pemeran: Any, didengar: list[str], **lain: Any) -> None:
        for satu in didengar:
            aspirasi = selesai(pemeran, **lain).aspirasi
            Penilaian.objects.create(
                aspirasi=aspirasi, saat=SaatPenilaian.NANTI, masih_beres=True, didengar=satu
            )

    def test_too_few_say_nothing(self, klien: Any, pemeran: Any) -> None:
        self.nilai(pemeran, ["ya", "ya", "tidak", "sebagian"])
        isi = teks(klien("staf").get("/kerja/penilaian/"))
        assert "belum cukup jawaban" in isi
        assert "50%" not in isi
        self.nilai(pemeran, ["ya"])
        isi = teks(klien("staf").get("/kerja/penilaian/"))
        assert "60%" in isi
        assert "belum cukup jawaban" not in isi

    def test_closed_ones_do_not_count_for_those_who_may_not_know_of_them(
        self, klien: Any, pemeran: Any
    ) -> None:
        self.nilai(pemeran, ["ya"] * 5, jangkauan=Jangkauan.KECAMATAN)
        for siapa in ("aparat", "kakam", "staf", "admin"):
            assert "Belum ada jawaban" in teks(klien(siapa).get("/kerja/penilaian/")), siapa
        assert "100%" in teks(klien("petugas_rahasia").get("/kerja/penilaian/"))

    def test_one_query_for_all(self, pemeran: Any, django_assert_num_queries: Any) -> None:
        self.nilai(pemeran, ["ya", "tidak"])
        with django_assert_num_queries(1):
            assert ringkasan(Penilaian.objects.all())[0]["nanti"]["jumlah"] == 2
