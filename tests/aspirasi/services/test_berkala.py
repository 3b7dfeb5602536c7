"""Work that the worker does by itself: close, put away, remind, ask, count anew. Each happens
once."""

import datetime as dt
from typing import Any

import pytest

from aspirasi.enums import Aksi, CaraSelesai, Jenis, Langkah, Status
from aspirasi.services import berkala, jawab, kiriman, tangani
from core.antrean.tugas import kerjakan_semua
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import HariLibur, Tugas
from core.waktu import pada
from proyek.enums import Tahap
from tests.alat.berkala import jalankan, jejak
from tests.alat.jam import saat
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.proyek import buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
SENIN = saat("2026-04-06")


class TestSilence:
    def test_ten_silent_days_after_the_answer(self, pemeran: Any) -> None:
        with pada(SENIN):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        jalankan("tutup_otomatis", saat("2026-04-20", 23, 59))  # the tenth
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DITANGGAPI
        for _ in range(2):
            jalankan("tutup_otomatis", saat("2026-04-21", 0, 0))
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.cara_selesai) == (
            Status.SELESAI,
            CaraSelesai.TANPA_KONFIRMASI,
        )
        assert len(jejak(aspirasi, Aksi.TUTUP_DIAM)) == 1

    def test_ten_silent_days_after_a_question(self, pemeran: Any) -> None:
        with pada(SENIN):
            diam, menjawab = (buat(pemeran.kampung).aspirasi for _ in range(2))
            for a in (diam, menjawab):
                jawab.minta_keterangan(aspirasi=a, isi="Di dusun mana?", oleh=pemeran.staf)
            kiriman.balas(aspirasi=menjawab, isi="Di Dusun 3.")
        jalankan("arsipkan_otomatis", saat("2026-04-21"))
        diam.refresh_from_db()
        menjawab.refresh_from_db()
        assert (diam.status, menjawab.status) == (Status.DIARSIPKAN, Status.DIAJUKAN)
        assert riwayat(diam).get(aksi=Aksi.ARSIPKAN_DIAM).isi.alasan == berkala.ALASAN_DIAM

    @pytest.mark.parametrize("sesudah", ["tutup_otomatis", "arsipkan_otomatis"])
    def test_the_last_day_is_the_senders_until_midnight(self, pemeran: Any, sesudah: str) -> None:
        """The job finds nothing on that day, and the task, queued too early, does nothing."""
        with pada(SENIN):
            aspirasi = buat(pemeran.kampung).aspirasi
            if sesudah == "arsipkan_otomatis":
                jawab.minta_keterangan(aspirasi=aspirasi, isi="Di mana?", oleh=pemeran.staf)
            else:
                periksa(aspirasi, pemeran.staf)
                jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        tugas = {"tutup_otomatis": berkala.tutup_diam, "arsipkan_otomatis": berkala.arsipkan_diam}
        sebelum = Tugas.objects.count()
        with pada(saat("2026-04-20", 23, 59)):  # the tenth
            getattr(berkala, sesudah)()
            with pytest.raises(TidakBisa, match="belum habis"):
                tugas[sesudah](aspirasi.acuan.hex)
        assert Tugas.objects.count() == sebelum
        with pada(saat("2026-04-21", 0, 0)):
            tugas[sesudah](aspirasi.acuan.hex)
        aspirasi.refresh_from_db()
        assert not aspirasi.terbuka

    def test_found_again_on_one_day_it_is_one_task_and_on_the_next_another(
        self, pemeran: Any
    ) -> None:
        """Done already or not: what failed or came too early has its next turn tomorrow."""
        with pada(SENIN):
            dua = [terbit(pemeran.kampung, pemeran.staf) for _ in range(2)]
            for aspirasi in dua:
                jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        semua = Tugas.objects.filter(fungsi="aspirasi.services.berkala.kerjakan")
        for hari, jam, banyak in (("2026-04-21", 1, 2), ("2026-04-21", 2, 2), ("2026-04-22", 1, 4)):
            with pada(saat(hari, jam)):
                berkala.tutup_otomatis()
            assert semua.count() == banyak

    def test_what_waits_for_a_project_never_closes_by_itself(self, pemeran: Any) -> None:
        with pada(SENIN):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=buat_proyek(), oleh=pemeran.kakam)
        for nama in ("tutup_otomatis", "arsipkan_otomatis", "ikuti_proyek", "ingatkan_terlambat"):
            jalankan(nama, saat("2027-04-06"))
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIRENCANAKAN

    def test_somebody_was_faster(self, pemeran: Any) -> None:
        with pada(SENIN):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        with pada(saat("2026-04-21")):
            berkala.tutup_otomatis()
            kiriman.nyatakan_beres(aspirasi=aspirasi)
            kerjakan_semua()
        aspirasi.refresh_from_db()
        assert aspirasi.cara_selesai == CaraSelesai.DIKONFIRMASI_PENGIRIM


class TestProjects:
    def test_the_sender_is_asked_once_when_it_is_finished(
        self, pemeran: Any, mailoutbox: Any
    ) -> None:
        proyek = buat_proyek()
        with pada(SENIN):
            aspirasi = buat(pemeran.kampung, kontak={"email": "warga@contoh.id"}).aspirasi
            periksa(aspirasi, pemeran.staf)
            tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
            kerjakan_semua()
        mailoutbox.clear()
        proyek.tahap = Tahap.SELESAI
        proyek.save()
        for hari in ("2026-06-01", "2026-06-02"):
            jalankan("ikuti_proyek", saat(hari))
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.langkah) == (Status.DIRENCANAKAN, Langkah.KONFIRMASI)
        assert len(jejak(aspirasi, Aksi.TANYAI)) == len(mailoutbox) == 1

    def test_a_cancelled_project_gives_it_back(self, pemeran: Any) -> None:
        batal, jadi = buat_proyek(), buat_proyek()
        with pada(SENIN):
            satu, dua = (terbit(pemeran.kampung, pemeran.staf) for _ in range(2))
            for aspirasi, proyek in ((satu, batal), (dua, batal), (dua, jadi)):
                tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
        batal.tahap = Tahap.DIBATALKAN
        batal.save()
        jalankan("ikuti_proyek", saat("2026-06-01"))
        satu.refresh_from_db()
        dua.refresh_from_db()
        assert (satu.status, dua.status) == (Status.DIPROSES, Status.DIRENCANAKAN)
        assert (satu.langkah, satu.tenggat) == (Langkah.SELESAI, dt.date(2026, 6, 19))
        assert batal.nomor in riwayat(satu).get(aksi=Aksi.LEPAS_PROYEK).isi.alasan


class TestHolidays:
    """Open clocks follow the table of holidays, whichever way it changed."""

    def test_a_day_that_comes_and_goes(self, pemeran: Any) -> None:
        with pada(SENIN):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)
        for tenggat in ("2026-04-14", "2026-04-13", "2026-04-14"):
            if tenggat == "2026-04-14":
                HariLibur.objects.create(tanggal="2026-04-08", nama="Pemilihan kepala kampung")
            else:
                HariLibur.objects.all().delete()
            jalankan("hitung_ulang_tenggat", saat("2026-04-07"))
            aspirasi.refresh_from_db()
            assert aspirasi.tenggat == dt.date.fromisoformat(tenggat)
        jalankan("hitung_ulang_tenggat", saat("2026-04-07", 10))
        assert len(jejak(aspirasi, "tenggat_dihitung")) == 3

    def test_promises_and_closed_ones_stay(self, pemeran: Any) -> None:
        with pada(SENIN):
            ditunda, ditarik = (terbit(pemeran.kampung, pemeran.staf) for _ in range(2))
            jawab.tunda(
                aspirasi=ditunda,
                sampai=dt.date(2026, 5, 29),
                alasan="Menunggu alat.",
                oleh=pemeran.staf,
            )
            kiriman.tarik(aspirasi=ditarik)
        HariLibur.objects.create(tanggal="2026-04-08", nama="Pemilihan kepala kampung")
        jalankan("hitung_ulang_tenggat", saat("2026-04-07"))
        ditunda.refresh_from_db()
        ditarik.refresh_from_db()
        assert (ditunda.tenggat, ditarik.tenggat) == (dt.date(2026, 5, 29), None)
        assert ditunda.janji == dt.date(2026, 4, 27)  # what it is measured by follows
        assert not jejak(ditunda, "tenggat_dihitung")

    def test_a_promise_is_kept_back_by_nobody(self, pemeran: Any) -> None:
        """Where the counted day comes after the promised one, that one is due."""
        with pada(SENIN):
            aspirasi = terbit(pemeran.kampung, pemeran.staf, jenis=Jenis.KELUHAN)  # the 13th
            jawab.tunda(
                aspirasi=aspirasi, sampai=dt.date(2026, 4, 14), alasan="Alat.", oleh=pemeran.staf
            )
        for hari in (8, 9, 10):
            HariLibur.objects.create(tanggal=f"2026-04-{hari:02}", nama="Pemilihan")
        jalankan("hitung_ulang_tenggat", saat("2026-04-07"))
        aspirasi.refresh_from_db()
        assert (aspirasi.janji, aspirasi.tenggat) == (dt.date(2026, 4, 16),) * 2
        assert jejak(aspirasi, "tenggat_dihitung") == ["paling lambat 16 April 2026"]

    def test_what_fits_already_costs_no_task(self, pemeran: Any) -> None:
        with pada(SENIN):
            terbit(pemeran.kampung, pemeran.staf)
            sebelum = Tugas.objects.count()
            berkala.hitung_ulang_tenggat()
        assert Tugas.objects.count() == sebelum
