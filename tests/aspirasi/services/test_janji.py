"""A promise with its date: asked after it, late when it is missed, put off once."""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from aspirasi.bacaan.keadaan import kalimat
from aspirasi.enums import Aksi, Golongan, JenisJawaban, Langkah, Status
from aspirasi.hari import hari_janji, hari_tunda
from aspirasi.models import Aspirasi
from aspirasi.services import berkala, jawab, kiriman, pengingat
from aspirasi.services.alur import tulis
from aspirasi.services.janji import janjikan, tagih
from core.antrean.tugas import kerjakan_semua
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import HariLibur
from core.waktu import pada
from tests.alat.alur import ALASAN
from tests.alat.baca import teks
from tests.alat.jam import saat
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("libur")]
SENIN, JANJI = saat("2026-04-06"), dt.date(2026, 4, 30)  # a Thursday; Friday is a holiday
SEBELUM, PADA, SESUDAH = saat("2026-04-22"), saat("2026-04-30", 23), saat("2026-05-04")
TANYA = "Sudah beres di lapangan?"


def berjanji(p: Any, sampai: dt.date = JANJI, siapa: str = "kakam", **lain: Any) -> Aspirasi:
    """Sent, checked and answered with a promise on the same Monday."""
    with pada(SENIN):
        satu = terbit(p.kampung, p.staf, **({"jenis": "keluhan"} | lain))
        isi = "Papan jembatan kami ganti."
        janjikan(aspirasi=satu, isi=isi, sampai=sampai, oleh=getattr(p, siapa))
    return segar(satu)


def segar(aspirasi: Aspirasi) -> Aspirasi:
    return Aspirasi.objects.dengan_keadaan().get(pk=aspirasi.pk)


def di_meja(p: Any, siapa: str) -> list[Aspirasi]:
    return list(Aspirasi.objects.bagian(getattr(p, siapa)))


class TestAPromise:
    def test_its_day_is_due_and_counts_as_the_first_answer(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        assert (a.status, a.langkah, a.jawaban) == (Status.DIJANJIKAN, Langkah.JANJI, "janji")
        assert (a.tenggat, a.janji, a.dijanjikan, a.dijawab_tepat) == (JANJI, JANJI, JANJI, True)
        jawaban = a.tindak_lanjut.get()
        assert (jawaban.jawaban, jawaban.sampai) == (JenisJawaban.JANJI, JANJI)

    def test_nobody_is_asked_and_nothing_closes_before_it(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        for kini in (SEBELUM, PADA):  # ten working days after the answer, and the day itself
            with pada(kini):
                with pytest.raises(TidakBisa):
                    tagih(a.acuan.hex)
                berkala.tagih_janji()
                berkala.tutup_otomatis()
                kerjakan_semua()
                a = segar(a)
                assert (a.status, a.terlambat) == (Status.DIJANJIKAN, False)
                assert "menjanjikan ini paling lambat Kamis, 30 April 2026" in kalimat(a)
                assert "Giliran Anda" not in kalimat(a, pengirim=True)

    def test_the_sender_is_asked_once_after_it(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        with pada(SESUDAH):
            for _ in range(2):
                berkala.tagih_janji()
                kerjakan_semua()
            a = segar(a)
            with pytest.raises(TidakBisa):  # whatever asks the worker a second time
                tagih(a.acuan.hex)
            assert riwayat(a).filter(aksi=Aksi.TAGIH_JANJI).count() == 1
            assert f"Giliran Anda menjawab “{TANYA}”." in kalimat(a, pengirim=True)

    def test_the_letter_says_the_day_and_the_question(self, pemeran: Any) -> None:
        with pada(SENIN):
            satu = buat(pemeran.kampung, jenis="keluhan", kontak={"email": "slamet@contoh.id"})
            a = periksa(satu.aspirasi, pemeran.staf)
            janjikan(aspirasi=a, isi="Kami ganti.", sampai=JANJI, oleh=pemeran.kakam)
            kerjakan_semua()
        assert "30 April 2026" in mail.outbox[-1].body
        with pada(SESUDAH):
            tagih(a.acuan.hex)
            kerjakan_semua()
        assert TANYA in mail.outbox[-1].body

    def test_no_holiday_moves_it(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        HariLibur.objects.create(tanggal="2026-04-29", nama="Pemilihan")
        with pada(SEBELUM):
            berkala.hitung_ulang_tenggat()
            kerjakan_semua()
        assert segar(a).tenggat == JANJI

    def test_words_of_others_may_follow_while_it_runs(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        with pada(SEBELUM):
            jawab.beri_kabar(aspirasi=a, isi="Kayunya sudah datang.", oleh=pemeran.kakam)
        assert (segar(a).status, segar(a).tenggat) == (Status.DIJANJIKAN, JANJI)

    @pytest.mark.parametrize("sampai", [dt.date(2026, 4, 6), dt.date(2026, 4, 1)])
    def test_only_a_day_to_come(self, pemeran: Any, sampai: dt.date) -> None:
        with pytest.raises(TidakBisa, match="sesudah hari ini"):
            berjanji(pemeran, sampai)

    @pytest.mark.parametrize(
        ("bahaya", "jenis", "terakhir"),
        [
            (False, "pertanyaan", "2026-04-20"),
            (False, "keluhan", "2026-06-29"),
            (True, "keluhan", "2026-04-20"),
        ],
    )
    def test_how_far_it_may_be(self, pemeran: Any, bahaya: bool, jenis: str, terakhir: str) -> None:
        hari = dt.date.fromisoformat(terakhir)
        with pytest.raises(TidakBisa, match="Terlalu jauh"):
            berjanji(pemeran, hari + dt.timedelta(days=1), jenis=jenis, bahaya=bahaya)
        assert berjanji(pemeran, hari, jenis=jenis, bahaya=bahaya).tenggat == hari

    def test_every_class_has_its_limits(self) -> None:
        for golongan in Golongan.values:
            assert hari_janji(golongan, bahaya=True) <= hari_janji(golongan, bahaya=False)
            assert hari_tunda(golongan, bahaya=True) <= hari_tunda(golongan, bahaya=False)

    def test_thanks_are_promised_nothing(self, pemeran: Any) -> None:
        with pytest.raises(TidakBisa, match="apresiasi"):
            berjanji(pemeran, jenis="apresiasi")

    def test_the_database_knows_no_promise_without_its_day(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        for salah in ({"langkah": Langkah.SELESAI}, {"dijanjikan": None}, {"status": "diproses"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Aspirasi.objects.filter(pk=a.pk).update(**salah)


class TestKept:
    def test_done_asks_at_once_and_silence_counts_from_the_promised_day(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        with pada(SEBELUM):
            jawab.tanggapi(aspirasi=a, isi="Sudah diganti.", oleh=pemeran.kakam)
            a = segar(a)
            assert f"Giliran Anda menjawab “{TANYA}” sampai" in kalimat(a, pengirim=True)
        assert (a.status, a.tenggat) == (Status.DITANGGAPI, dt.date(2026, 5, 14))
        with pada(saat("2026-05-14")):
            berkala.tutup_otomatis()
            kerjakan_semua()
            assert segar(a).status == Status.DITANGGAPI
        with pada(saat("2026-05-15")):
            berkala.tutup_otomatis()
            kerjakan_semua()
            assert segar(a).status == Status.SELESAI

    def test_done_after_it_counts_from_then(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        with pada(SESUDAH):
            jawab.tanggapi(aspirasi=a, isi="Sudah diganti.", oleh=pemeran.kakam)
        assert segar(a).langkah_mulai == SESUDAH.date()


class TestMissed:
    def test_it_is_late_in_public_and_silence_does_not_close_it(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        with pada(saat("2026-06-30")):
            berkala.tutup_otomatis()
            kerjakan_semua()
            a = segar(a)
            assert (a.status, a.terlambat) == (Status.DIJANJIKAN, True)
            umum = teks(Client().get(a.get_absolute_url()))
            assert list(Aspirasi.objects.terlambat()) == [a]
        assert "Terlambat" in umum
        assert "Janjinya seharusnya dipenuhi paling lambat 30 April 2026" in umum
        assert "Tanggalnya sudah lewat" in umum

    def test_it_waits_for_the_office_that_promised_from_its_day_on(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        with pada(SEBELUM):
            assert di_meja(pemeran, "aparat") == di_meja(pemeran, "staf") == []
        with pada(PADA):
            assert (di_meja(pemeran, "aparat"), di_meja(pemeran, "staf")) == ([a], [])

    def test_the_kecamatan_keeps_its_own(self, pemeran: Any) -> None:
        with pada(SENIN):
            a = terbit(None, pemeran.staf, jenis="keluhan")
            janjikan(aspirasi=a, isi="Kami ganti.", sampai=JANJI, oleh=pemeran.staf)
        with pada(PADA):
            assert (di_meja(pemeran, "aparat"), di_meja(pemeran, "staf")) == ([], [a])

    def test_also_without_a_jabatan(self, pemeran: Any) -> None:
        a = berjanji(pemeran, siapa="admin")
        with pada(PADA):
            assert (di_meja(pemeran, "aparat"), di_meja(pemeran, "staf")) == ([], [a])

    def test_the_ladder_is_climbed_and_the_kecamatan_sees_it(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        naik = []
        for hari in ("2026-05-04", "2026-05-06", "2026-05-11"):
            with pada(saat(hari)):
                pengingat.ingatkan(a.acuan.hex)
                naik.append((segar(a).eskalasi, a in di_meja(pemeran, "staf")))
        assert naik == [(1, False), (2, True), (3, True)]
        assert kalimat(segar(a)).startswith("Ada janji dari Pemerintah Kampung")

    @pytest.mark.parametrize("beres", [True, False])
    def test_its_sender_says_how_it_is(self, pemeran: Any, beres: bool) -> None:
        a = berjanji(pemeran)
        with pada(SESUDAH):
            if beres:
                kiriman.nyatakan_beres(aspirasi=a)
            else:
                kiriman.buka_kembali(aspirasi=a, alasan="Papannya masih bolong.")
        a = segar(a)
        assert a.status == (Status.SELESAI if beres else Status.DIBUKA_KEMBALI)
        assert (a.jawaban, a.dijanjikan) == (("janji", JANJI) if beres else ("", None))


class TestPutOff:
    def test_once_by_the_office_with_both_days(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        with pada(SEBELUM):
            jawab.tunda(aspirasi=a, sampai=dt.date(2026, 5, 20), alasan=ALASAN, oleh=pemeran.kakam)
            a = segar(a)
            umum = teks(Client().get(a.get_absolute_url()))
        assert (a.janji, a.tenggat, a.penundaan) == (JANJI, dt.date(2026, 5, 20), 1)
        assert "Ditunda: dari 30 April 2026 menjadi 20 Mei 2026" in umum
        assert "Ditunda dari 30 April 2026 menjadi 20 Mei 2026, karena:" in umum

    @pytest.mark.parametrize("dijanjikan", [True, False])
    def test_then_by_the_kecamatan_alone(self, pemeran: Any, dijanjikan: bool) -> None:
        """A due step without a promise, too: an answer is put off once."""
        if dijanjikan:
            a = berjanji(pemeran)
        else:
            with pada(SENIN):
                a = terbit(pemeran.kampung, pemeran.staf, jenis="keluhan")
        with pada(saat("2026-04-08")):
            for hari, siapa, boleh in (
                ("2026-05-05", "aparat", True),
                ("2026-05-08", "kakam", False),
                ("2026-05-08", "staf", True),
                ("2026-05-11", "aparat", False),
            ):
                tanggal, oleh = dt.date.fromisoformat(hari), getattr(pemeran, siapa)
                if boleh:
                    jawab.tunda(aspirasi=a, sampai=tanggal, alasan=ALASAN, oleh=oleh)
                    continue
                with pytest.raises(TidakBisa, match="diumumkan kecamatan"):
                    jawab.tunda(aspirasi=a, sampai=tanggal, alasan=ALASAN, oleh=oleh)
        assert (segar(a).tenggat, segar(a).penundaan) == (dt.date(2026, 5, 8), 2)

    def test_never_further_than_the_class_allows(self, pemeran: Any) -> None:
        for bahaya, terakhir in ((False, "2026-06-11"), (True, "2026-04-23")):
            hari = dt.date(2026, 4, 20) if bahaya else JANJI
            a = berjanji(pemeran, hari, bahaya=bahaya)
            batas = dt.date.fromisoformat(terakhir)
            with pada(SENIN):
                with pytest.raises(TidakBisa, match="Terlalu jauh"):
                    jawab.tunda(
                        aspirasi=a,
                        sampai=batas + dt.timedelta(days=1),
                        alasan=ALASAN,
                        oleh=pemeran.staf,
                    )
                jawab.tunda(aspirasi=a, sampai=batas, alasan=ALASAN, oleh=pemeran.staf)

    def test_a_second_promise_is_putting_off(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        with pada(SEBELUM):
            jawab.tanggapi(aspirasi=a, isi="Sudah.", oleh=pemeran.kakam)
            lagi = {"aspirasi": a, "isi": "Nanti saja.", "sampai": dt.date(2026, 5, 20)}
            with pytest.raises(TidakBisa, match="sudah pernah menjanjikan"):
                janjikan(**lagi, oleh=pemeran.kakam)
            janjikan(**lagi, oleh=pemeran.staf)
        assert (segar(a).penundaan, segar(a).tenggat) == (1, dt.date(2026, 5, 20))

    def test_asked_again_after_the_new_day(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        with pada(SESUDAH):
            tagih(a.acuan.hex)
            jawab.tunda(aspirasi=a, sampai=dt.date(2026, 5, 20), alasan=ALASAN, oleh=pemeran.kakam)
            with pytest.raises(TidakBisa):
                tagih(a.acuan.hex)
        with pada(saat("2026-05-21")):
            tagih(a.acuan.hex)
        assert riwayat(a).filter(aksi=Aksi.TAGIH_JANJI).count() == 2

    def test_opened_again_the_office_may_promise_anew(self, pemeran: Any) -> None:
        a = berjanji(pemeran)
        with pada(SESUDAH):
            kiriman.buka_kembali(aspirasi=a, alasan="Papannya masih bolong.")
        assert (segar(a).dijanjikan, segar(a).penundaan) == (None, 0)


class TestNotPossible:
    def test_nothing_is_asked_about_the_field(self, pemeran: Any) -> None:
        with pada(SENIN):
            terkirim = buat(pemeran.kampung, jenis="keluhan")
            a = periksa(terkirim.aspirasi, pemeran.staf)
            jawab.tanggapi(
                aspirasi=a,
                isi="Jalan ini milik kabupaten.",
                oleh=pemeran.kakam,
                jawaban=JenisJawaban.TIDAK,
            )
            a = segar(a)
            halaman = teks(masuk_pengirim(Client(), terkirim))
        assert (a.status, a.nada) == (Status.DITANGGAPI, "netral")
        assert TANYA not in halaman
        assert "Apakah Anda menerima alasannya?" in halaman
        assert "Tidak dapat dilakukan" in halaman
        with pada(SENIN):
            kiriman.buka_kembali(aspirasi=a, alasan="Jalan itu milik kampung.")
        assert segar(a).status == Status.DIBUKA_KEMBALI

    def test_the_same_words_with_another_answer_are_another(self, pemeran: Any) -> None:
        with pada(SENIN):
            a = terbit(pemeran.kampung, pemeran.staf, jenis="keluhan")
            for jawaban in ("selesai", "selesai", "tidak"):
                jawab.tanggapi(aspirasi=a, isi="Begitu.", oleh=pemeran.kakam, jawaban=jawaban)
        assert list(a.tindak_lanjut.values_list("jawaban", flat=True)) == ["selesai", "tidak"]

    def test_a_promise_needs_its_day(self, pemeran: Any) -> None:
        a = terbit(pemeran.kampung, pemeran.staf)
        with pytest.raises(ValueError, match="janji"):
            jawab.tanggapi(aspirasi=a, isi="Nanti.", oleh=pemeran.kakam, jawaban="janji")


def test_an_answer_from_before_says_nothing_of_its_kind(pemeran: Any, monkeypatch: Any) -> None:
    a = terbit(pemeran.kampung, pemeran.staf, jenis="keluhan")
    monkeypatch.setattr(jawab, "tulis", lambda *isi, jawaban, **lain: tulis(*isi, **lain))
    jawab.tanggapi(aspirasi=a, isi="Sudah digali.", oleh=pemeran.kakam)
    Aspirasi.objects.filter(pk=a.pk).update(jawaban="")
    umum = teks(Client().get(a.get_absolute_url()))
    assert "Sudah digali." in umum
    assert "Sudah selesai" not in umum
    assert TANYA in kalimat(segar(a), pengirim=True)
