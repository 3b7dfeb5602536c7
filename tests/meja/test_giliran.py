"""Whose turn it is: a reopened kiriman goes through the kecamatan; a kampung begins early."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Aksi, Jangkauan, Langkah, Status
from aspirasi.laku import PINDAH
from aspirasi.models import Aspirasi
from aspirasi.services import berkala, instansi, jawab, kiriman, pembaca, tangani
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import Jejak
from core.waktu import hari_ini
from proyek.enums import Tahap
from proyek.models import Proyek
from tests.alat.alur import perbuatan
from tests.alat.baca import teks
from tests.alat.meja import ALASAN, alamat, isian_periksa
from tests.alat.pengirim import masuk_pengirim
from tests.pabrik.aspirasi import buat, jam_sampai, periksa, surat, terbit
from tests.pabrik.kampung import instansi_kampung, instansi_kecamatan
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
JAWAB = {"jawaban": "selesai", "isi": "Saluran di depan mushola sudah kami gali."}
KECAMATAN_DULU = "langkah ini hanya dapat dilakukan petugas kecamatan"
# Acts that a kampung (with delegated verification) may do on running kiriman, but not from these
# two.
TERTUTUP = ("ambil", "tanggapi", "beri-kabar", "hubungkan", "tolak", "gabung", "arsipkan")


@pytest.fixture
def didelegasikan(pemeran: Any) -> None:
    pemeran.kampung.verifikasi_didelegasikan = True
    pemeran.kampung.save()


def dibuka_kembali(pemeran: Any) -> Aspirasi:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    kampung = instansi_kampung(pemeran.kampung)
    tangani.teruskan(aspirasi=aspirasi, ke=kampung, oleh=pemeran.staf)
    jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
    return kiriman.buka_kembali(aspirasi=aspirasi, alasan="Masih mampet.")


def menunggu(pemeran: Any) -> Aspirasi:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    return instansi.tunggu_instansi(
        aspirasi=aspirasi, isi="Kami bersurat.", surat=surat(), oleh=pemeran.staf
    )


KEADAAN = {Status.DIBUKA_KEMBALI: dibuka_kembali, Status.MENUNGGU_INSTANSI: menunggu}


@pytest.mark.usefixtures("didelegasikan")
class TestThroughTheKecamatan:
    """A contested answer is not judged again by the office that gave it."""

    @pytest.mark.parametrize("status", KEADAAN)
    def test_the_kampung_is_offered_nothing_that_moves_it(
        self, klien: Any, pemeran: Any, status: Status
    ) -> None:
        aspirasi = KEADAAN[status](pemeran)
        halaman = teks(klien("aparat").get(alamat(aspirasi)))
        for nama in (*TERTUTUP, "bukan-wewenang", "tunda", "periksa"):
            assert alamat(aspirasi, nama) not in halaman, nama
        assert alamat(aspirasi, "catatan") in halaman
        assert "/proyek/buka/" not in halaman
        kecamatan = teks(klien("staf").get(alamat(aspirasi)))
        for nama in ("ambil", "teruskan", "tolak"):
            assert alamat(aspirasi, nama) in kecamatan, nama

    @pytest.mark.parametrize("status", KEADAAN)
    @pytest.mark.parametrize("nama", TERTUTUP)
    def test_a_press_is_refused_in_words_that_keep_what_was_typed(
        self, klien: Any, pemeran: Any, proyek: Proyek, status: Status, nama: str
    ) -> None:
        aspirasi = KEADAAN[status](pemeran)
        proyek.kampung = pemeran.kampung
        proyek.save()
        data = JAWAB | {"alasan": ALASAN, "proyek": proyek.pk}
        if nama == "gabung":
            ke = terbit(pemeran.kampung, pemeran.staf)
            data |= {"ke": str(ke.nomor), "yakin": ke.acuan.hex}
        respons = klien("aparat").post(alamat(aspirasi, nama), data)
        assert respons.status_code == 409
        isi = teks(respons)
        pas = status in PINDAH[Aksi(_aksi(nama))].dari
        assert (KECAMATAN_DULU if pas else "Dibuka kembali") in isi
        assert nama in ("ambil", "hubungkan") or JAWAB["isi"] in isi or ALASAN in isi
        aspirasi.refresh_from_db()
        assert aspirasi.status == status

    def test_it_reads_that_the_kecamatan_looks_first(self, klien: Any, pemeran: Any) -> None:
        halaman = teks(klien("aparat").get(alamat(dibuka_kembali(pemeran))))
        assert "Petugas kecamatan memeriksanya paling lambat" in halaman
        assert not Aspirasi.objects.bagian(pemeran.aparat).exists()
        assert Aspirasi.objects.bagian(pemeran.staf).exists()

    def test_taken_up_by_the_kecamatan_it_is_the_kecamatans(self, klien: Any, pemeran: Any) -> None:
        aspirasi = dibuka_kembali(pemeran)
        Aspirasi.objects.filter(pk=aspirasi.pk).update(ditugaskan=pemeran.kakam)
        klien("staf").post(alamat(aspirasi, "ambil"))
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.langkah) == (Status.DIPROSES, Langkah.SELESAI)
        assert (aspirasi.ditangani, aspirasi.ditugaskan) == (instansi_kecamatan(), None)

    def test_routed_back_the_kampung_may_answer(self, klien: Any, pemeran: Any) -> None:
        aspirasi = dibuka_kembali(pemeran)
        kampung = instansi_kampung(pemeran.kampung)
        klien("staf").post(alamat(aspirasi, "teruskan"), {"ke": kampung.pk})
        klien("aparat").post(alamat(aspirasi, "tanggapi"), JAWAB)
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DITANGGAPI

    def test_the_sender_was_faster(self, pemeran: Any) -> None:
        """The page was loaded before it was opened again."""
        aspirasi = dibuka_kembali(pemeran)
        aspirasi.status = Status.DIVERIFIKASI
        with pytest.raises(TidakBisa, match="sekarang di tangan kecamatan"):
            tangani.ambil(aspirasi=aspirasi, oleh=pemeran.kakam)

    @pytest.mark.parametrize("aksi", [Aksi.TANGGAPI, Aksi.RENCANAKAN, Aksi.TUNGGU_INSTANSI])
    def test_nobody_answers_before_it_was_taken_up_or_routed(
        self, pemeran: Any, aksi: Aksi
    ) -> None:
        with pytest.raises(TidakBisa, match="Dibuka kembali"):
            perbuatan(pemeran)[aksi](dibuka_kembali(pemeran))


def _aksi(nama: str) -> str:
    return {"beri-kabar": "kabari", "hubungkan": "rencanakan"}.get(nama, nama)


class TestBeforeTheFirstLook:
    """A kampung may begin; everything else stays with the official of the look."""

    KONTAK = {"email": "warga@contoh.id"}

    def test_it_begins_and_the_sender_hears(
        self, klien: Any, pemeran: Any, mailoutbox: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, kontak=self.KONTAK, langsung=True)
        aspirasi, tenggat = terkirim.aspirasi, terkirim.aspirasi.tenggat
        aparat = klien("aparat")
        meja = teks(aparat.get(alamat(aspirasi)))
        assert alamat(aspirasi, "ambil-dulu") in meja
        assert "Mulai menangani sebelum diperiksa" in meja  # what the button does
        for _ in range(2):
            aparat.post(alamat(aspirasi, "ambil-dulu"))
        aspirasi.refresh_from_db()
        kampung = instansi_kampung(pemeran.kampung)
        assert (aspirasi.ditangani, aspirasi.ditugaskan) == (kampung, pemeran.aparat)
        assert (aspirasi.status, aspirasi.langkah) == (Status.DIAJUKAN, Langkah.PERIKSA)
        assert aspirasi.tenggat == tenggat
        assert riwayat(aspirasi).filter(aksi=Aksi.AMBIL_DULU).count() == 1
        assert aspirasi.kabar_pengirim.count() == 1
        halaman = teks(masuk_pengirim(Client(), terkirim))
        assert (
            "Pemerintah Kampung Sido Rejo sudah mulai menangani; petugas kecamatan masih "
            "memeriksa tulisannya paling lambat" in halaman
        )
        assert "Mulai ditangani sebelum diperiksa" in halaman
        assert alamat(aspirasi, "ambil-dulu") not in teks(aparat.get(alamat(aspirasi)))

    def test_the_look_lets_it_go_on(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        klien("aparat").post(alamat(aspirasi, "ambil-dulu"))
        klien("staf").post(alamat(aspirasi, "periksa"), isian_periksa(aspirasi))
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.langkah) == (Status.DIPROSES, Langkah.JAWAB)
        assert (aspirasi.ditugaskan, aspirasi.diperiksa_tepat) == (pemeran.aparat, True)
        langkah = riwayat(aspirasi).values_list("aksi", "dari", "ke", "oleh_id")
        assert list(langkah)[-2:] == [
            (Aksi.PERIKSA, Status.DIAJUKAN, Status.DIVERIFIKASI, pemeran.staf.pk),
            (Aksi.AMBIL, Status.DIVERIFIKASI, Status.DIPROSES, pemeran.aparat.pk),
        ]

    def test_a_question_between_changes_nothing(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        klien("aparat").post(alamat(aspirasi, "ambil-dulu"))
        jawab.minta_keterangan(aspirasi=aspirasi, isi="Di dusun mana?", oleh=pemeran.staf)
        kiriman.balas(aspirasi=aspirasi, isi="Di Dusun 3.")
        aspirasi.refresh_from_db()
        assert periksa(aspirasi, pemeran.staf).status == Status.DIPROSES

    @pytest.mark.parametrize("apa", ["pembaca", "kampung", "pindah_tugas", "pindah_bersama"])
    def test_it_lets_go_of_what_is_no_more_its_own(
        self, klien: Any, pemeran: Any, apa: str
    ) -> None:
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        klien("aparat").post(alamat(aspirasi, "ambil-dulu"))
        lain: dict[str, Any] = {
            "pembaca": {"jangkauan": Jangkauan.KECAMATAN, "alasan": ALASAN},
            "kampung": {"kampung": pemeran.kampung_lain.pk},
            "pindah_bersama": {"kampung": pemeran.kampung_lain.pk},
        }.get(apa, {})
        if apa.startswith("pindah"):
            pemeran.aparat.kampung = pemeran.kampung_lain
            pemeran.aparat.save()
        klien("petugas_rahasia").post(alamat(aspirasi, "periksa"), isian_periksa(aspirasi, **lain))
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIVERIFIKASI
        assert (aspirasi.ditangani, aspirasi.ditugaskan) == (None, None)
        assert not Jejak.objects.filter(aksi=Aksi.AMBIL).exists()

    def test_only_what_waits_for_the_look(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        aparat = klien("aparat")
        assert alamat(aspirasi, "ambil-dulu") not in teks(aparat.get(alamat(aspirasi)))
        assert aparat.post(alamat(aspirasi, "ambil-dulu")).status_code == 409

    def test_what_was_narrowed_meanwhile_is_not_taken(self, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
        pembaca.persempit(
            aspirasi=aspirasi,
            jangkauan=Jangkauan.KECAMATAN,
            alasan=ALASAN,
            oleh=pemeran.petugas_rahasia,
        )
        with pytest.raises(TidakBisa, match="tidak lagi di meja"):
            tangani.ambil_dulu(aspirasi=aspirasi, oleh=pemeran.kakam)

    @pytest.mark.usefixtures("didelegasikan")
    def test_a_kampung_that_verifies_itself_is_named(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, langsung=True)
        klien("aparat").post(alamat(terkirim.aspirasi, "ambil-dulu"))
        halaman = teks(masuk_pengirim(Client(), terkirim))
        assert "sudah mulai menangani. Pemerintah Kampung Sido Rejo memeriksanya" in halaman
        assert "petugas kecamatan masih" not in halaman


class TestHolder:
    def test_another_office_is_not_held_by_who_held_it_before(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        kampung = instansi_kampung(pemeran.kampung)
        tujuan = (
            (kampung, pemeran.kakam, True),
            (kampung, pemeran.staf, True),  # the same office, with new words
            (instansi_kecamatan(), pemeran.kakam, False),
            (instansi_kampung(pemeran.kampung_lain), pemeran.staf, False),
        )
        for urutan, (ke, pemegang, tetap) in enumerate(tujuan):
            Aspirasi.objects.filter(pk=aspirasi.pk).update(ditugaskan=pemegang)
            tangani.teruskan(aspirasi=aspirasi, ke=ke, catatan=f"Mohon {urutan}", oleh=pemeran.staf)
            aspirasi.refresh_from_db()
            assert aspirasi.ditugaskan == (pemegang if tetap else None), ke


def test_a_finished_project_that_nobody_spoke_of_waits_for_the_kecamatan(
    klien: Any, pemeran: Any
) -> None:
    """Its sender was asked and is silent: an official says what they saw there."""
    proyek = buat_proyek(tahap=Tahap.SELESAI)
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
    berkala.tanyai(aspirasi.acuan.hex)
    daftar, ini = "/kerja/aspirasi/?keadaan=bagian", Aspirasi.objects.filter(pk=aspirasi.pk)
    for hari, siapa, ada in ((0, "staf", False), (1, "kakam", False), (1, "staf", True)):
        ini.update(**jam_sampai(hari_ini() - dt.timedelta(days=hari)))
        assert (aspirasi.judul in teks(klien(siapa).get(daftar))) == ada
