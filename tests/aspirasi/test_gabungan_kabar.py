"""A joiner is told of deciding acts, by letter and through the desk."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aspirasi.enums import Aksi, Jangkauan, Tentang
from aspirasi.kode import tulis_kode
from aspirasi.laku import LAKU
from aspirasi.models import Aspirasi, KabarPengirim
from aspirasi.services import berkala, gabung, instansi, janji, kiriman, pembaca, pin, tangani
from aspirasi.services.jawab import beri_kabar, tanggapi, tutup_negatif
from aspirasi.services.kontak import atur_kontak
from aspirasi.services.pengabaran import kabari_gabungan
from core.antrean.tugas import kerjakan_semua
from core.laku import Kabar
from core.models import Jejak, Tugas
from core.waktu import pada
from tests.alat.alur import ALASAN
from tests.alat.jam import saat
from tests.alat.meja import jawab
from tests.alat.pengabaran import belum, kabar, pesan
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import buat, periksa, surat
from tests.pabrik.gabungan import INDUK, SENDIRI, SURAT, WA, ikut, induk
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
ANTREAN = "/kerja/kabar/"
JAWAB_DULU = ("beres", "diam", "belum")
PINTU: dict[str, Callable[[Aspirasi, Any], object]] = {
    "ambil": lambda a, p: tangani.ambil(aspirasi=a, oleh=p.staf),
    "kabari": lambda a, p: beri_kabar(aspirasi=a, isi="Sedang diukur.", oleh=p.staf),
    "tanggapi": lambda a, p: jawab(p, a),
    "janjikan": lambda a, p: janji.janjikan(
        aspirasi=a, isi="Kami gali.", sampai=dt.date(2026, 3, 6), oleh=p.staf
    ),
    "rencanakan": lambda a, p: tangani.hubungkan_proyek(
        aspirasi=a, proyek=buat_proyek(), oleh=p.staf
    ),
    "tunggu": lambda a, p: instansi.tunggu_instansi(
        aspirasi=a, isi="Kami bersurat.", surat=surat(), oleh=p.staf
    ),
    "tolak": lambda a, p: tutup_negatif(aspirasi=a, aksi=Aksi.TOLAK, alasan=ALASAN, oleh=p.staf),
    "beres": lambda a, p: kiriman.nyatakan_beres(aspirasi=a),
    "diam": lambda a, p: None,  # the days pass
    "belum": lambda a, p: kiriman.buka_kembali(aspirasi=a, alasan="Masih mampet."),
}


class TestTold:
    """A joiner hears of the acts that decide the joined kiriman."""

    def test_by_letter_with_the_number_and_where_it_stands(self, pemeran: Any) -> None:
        lama = induk(pemeran)
        satu = ikut(lama, SENDIRI, SURAT)
        jawab(pemeran, lama)
        (isi,) = kabar()
        assert f"Kiriman {lama.nomor} yang sama dengan kiriman Anda: sudah dijawab." in isi
        assert "dengan kode lacak dan PIN Anda" in isi
        for rahasia in ("Xylofon", SENDIRI, satu.pin, tulis_kode(satu.kode), "gali"):
            assert rahasia not in isi, rahasia

    def test_when_it_is_withdrawn_waiting_news_of_their_pin_stays(self, pemeran: Any) -> None:
        """A withdrawal stops news of the other kiriman; news of the PIN is not of it."""
        lama = induk(pemeran)
        satu = ikut(lama, "", SURAT | WA).aspirasi
        jawab(pemeran, lama)
        assert belum(satu) == 1
        pin.minta_pin(aspirasi=satu, alasan="Sudah ditelepon dan cocok.", oleh=pemeran.staf)
        kiriman.tarik(aspirasi=lama)
        kerjakan_semua()
        assert pin.SURAT[Aksi.PIN_DIMINTA][0] in [satu.subject for satu in mail.outbox]
        menunggu = KabarPengirim.objects.belum().filter(aspirasi=satu).values("peristiwa")
        aksi = set(Jejak.objects.filter(pk__in=menunggu).values_list("aksi", flat=True))
        assert aksi == {Aksi.PIN_DIMINTA, Aksi.INDUK_DITARIK}

    def test_an_act_costs_no_more_for_many(self, pemeran: Any) -> None:
        hasil: list[int] = []
        jawab(pemeran, induk(pemeran))  # what an account reads once is read now
        for banyak in (1, 3):
            lama = induk(pemeran)
            for _ in range(banyak):
                ikut(lama, SENDIRI, SURAT | WA)
            with CaptureQueriesContext(connection) as tanya:
                jawab(pemeran, lama)
            assert not KabarPengirim.objects.filter(aspirasi__digabung_ke=lama).exists()
            hasil.append(len(tanya))
        assert hasil[0] == hasil[1]
        assert len(kabar()) == 4

    def test_without_anybody_no_task_waits(self, pemeran: Any) -> None:
        jawab(pemeran, induk(pemeran))
        assert not Tugas.objects.filter(
            fungsi="aspirasi.services.pengabaran.kabari_gabungan"
        ).exists()

    def test_each_step_once_however_often_the_task_runs(self, pemeran: Any) -> None:
        lama = induk(pemeran)
        satu = ikut(lama, SENDIRI, SURAT | WA).aspirasi
        jawab(pemeran, lama)
        tugas = Tugas.objects.get(fungsi="aspirasi.services.pengabaran.kabari_gabungan")
        argumen = tugas.argumen
        assert (len(kabar()), belum(satu)) == (1, 1)
        kabari_gabungan(*argumen)
        assert (len(kabar()), belum(satu)) == (1, 1)
        jawab(pemeran, lama, "Sudah kami gali.")
        assert (len(kabar()), belum(satu)) == (2, 2)

    def test_not_who_joined_after_the_step_or_left_no_contact(self, pemeran: Any) -> None:
        lama = induk(pemeran)
        tanpa = ikut(lama, SENDIRI).aspirasi
        jawab(pemeran, lama)
        nanti = ikut(lama, SENDIRI, SURAT | WA).aspirasi
        assert kabar() == []
        assert not KabarPengirim.objects.filter(aspirasi__in=[tanpa, nanti]).exists()

    def test_what_decides_it_and_nothing_else(self, pemeran: Any) -> None:
        assert {aksi for aksi, laku in LAKU.items() if Kabar.YANG_IKUT in laku.kabar} == {
            *(Aksi.TANGGAPI, Aksi.RENCANAKAN, Aksi.TUNGGU_INSTANSI, Aksi.NYATAKAN_BERES),
            *(Aksi.BUKTIKAN, Aksi.TUTUP_DIAM, Aksi.TOLAK, Aksi.BUKAN_WEWENANG, Aksi.ARSIPKAN),
            *(Aksi.ARSIPKAN_DIAM, Aksi.JANJIKAN, Aksi.PROYEK_KELIRU, Aksi.WAKTU_PROYEK),
            Aksi.USUL_KABUPATEN,
        }

    @pytest.mark.parametrize(
        ("aksi", "banyak"),
        [
            *(("ambil", 0), ("kabari", 0), ("tanggapi", 1), ("rencanakan", 1), ("tunggu", 1)),
            ("janjikan", 1),
            *(("tolak", 1), ("beres", 2), ("diam", 2), ("belum", 1)),
        ],
    )
    def test_through_each_door(self, pemeran: Any, aksi: str, banyak: int) -> None:
        with pada(saat("2026-03-02")):
            lama = induk(pemeran)
            ikut(lama, SENDIRI, SURAT)
            if aksi in JAWAB_DULU:
                jawab(pemeran, lama)
            PINTU[aksi](lama, pemeran)
        if aksi == "diam":
            with pada(saat("2026-06-01")):
                berkala.tutup_diam(lama.acuan.hex)
        assert len(kabar()) == banyak

    @pytest.mark.parametrize("tertutup", [Jangkauan.PETUGAS, Jangkauan.KECAMATAN])
    def test_of_what_is_not_public_nothing_but_that_there_is_news(
        self, pemeran: Any, tertutup: str
    ) -> None:
        lama = induk(pemeran)
        ikut(lama, SENDIRI, SURAT)
        pembaca.atur(aspirasi=lama, jangkauan=tertutup)
        tanggapi(aspirasi=lama, isi="Dijawab.", oleh=pemeran.petugas_rahasia)
        (isi,) = kabar()
        assert "Ada kabar tentang kiriman Anda." in isi
        for rahasia in (str(lama.nomor), "dijawab", "Xylofon", "sama dengan"):
            assert rahasia not in isi, rahasia

    def test_a_closed_one_merged_into_what_is_public_later(self, pemeran: Any) -> None:
        satu, ke = (
            periksa(
                buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS, kontak=kontak).aspirasi,
                pemeran.staf,
            )
            for kontak in (SURAT, {})
        )
        gabung.gabung(aspirasi=satu, ke=ke, alasan=ALASAN, oleh=pemeran.staf)
        pembaca.atur(aspirasi=ke, jangkauan=Jangkauan.PUBLIK)
        ke = pembaca.umumkan(aspirasi=ke, isi_publik=ke.isi_publik, oleh=pemeran.staf)
        jawab(pemeran, ke)
        assert all(str(ke.nomor) not in isi for isi in kabar())
        assert len(kabar()) == 3  # looked at, merged, answered

    def test_giving_up_the_address_stops_no_letter_of_the_other(self, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, isi=INDUK, kontak={"email": "ibu@contoh.id"})
        lama = periksa(terkirim.aspirasi, pemeran.staf)
        satu = ikut(lama, SENDIRI, SURAT).aspirasi
        jawab(pemeran, lama)
        tugas = Tugas.objects.get(fungsi="aspirasi.services.pengabaran.kabari_gabungan")
        kabari_gabungan(*tugas.argumen)
        atur_kontak(aspirasi=satu, telepon="", email="")
        assert kabar() == []
        assert len(kabar("ibu@contoh.id")) == 2


class TestByWhatsApp:
    """On the desk whose it is, like any other."""

    def test_the_desk_sees_it_and_says_the_same(self, klien: Any, pemeran: Any) -> None:
        lama = induk(pemeran)
        satu = ikut(lama, SENDIRI, WA).aspirasi
        jawab(pemeran, lama)
        kerjakan_semua()
        staf = klien("staf")
        assert [a.pk for a in staf.get(ANTREAN).context["halaman"]] == [satu.pk]
        kata = f"Kiriman {lama.nomor} yang sama dengan kiriman Anda: sudah dijawab."
        assert kata in pesan(staf, satu)
        assert klien("kakam").get(ANTREAN).status_code == 403

    def test_of_a_closed_one_only_its_own_desk(self, klien: Any, pemeran: Any) -> None:
        lama = induk(pemeran)
        satu = ikut(lama, SENDIRI, WA).aspirasi
        rahasia = pemeran.petugas_rahasia
        pembaca.persempit(
            aspirasi=lama,
            jangkauan=Jangkauan.KECAMATAN,
            tentang=Tentang.APARAT_KAMPUNG,
            alasan=ALASAN,
            oleh=rahasia,
        )
        tanggapi(aspirasi=lama, isi="Dijawab.", oleh=rahasia)
        assert belum(satu) == 1
        for siapa, ada in (("staf", 0), ("camat", 0), ("petugas_rahasia", 1)):
            assert len(klien(siapa).get(ANTREAN).context["halaman"]) == ada, siapa
        assert "sama dengan" not in pesan(klien("petugas_rahasia"), satu)

    def test_costs_the_same_for_one_and_three(self, klien: Any, pemeran: Any) -> None:
        staf, hasil, lama = klien("staf"), [], induk(pemeran)
        for banyak in (1, 3):
            while lama.gabungan.count() < banyak:
                ikut(lama, SENDIRI, WA)
            jawab(pemeran, lama, f"Jawaban untuk {banyak}.")
            kerjakan_semua()
            with CaptureQueriesContext(connection) as tanya:
                assert len(staf.get(ANTREAN).context["halaman"]) == banyak
            hasil.append(len(tanya))
        assert hasil[0] == hasil[1] <= 7


def test_let_go_a_joiner_still_hears_that_its_pin_was_replaced(pemeran: Any) -> None:
    """Only waiting news of the withdrawn one is dropped, no letter and no word about a PIN."""
    lama = induk(pemeran)
    satu = ikut(lama, SENDIRI, SURAT | WA).aspirasi
    ganti_pin(aspirasi=satu, alasan="Ditelepon balik.", oleh=pemeran.staf)
    menunggu = KabarPengirim.objects.belum().filter(aspirasi=satu).count()
    kiriman.tarik(aspirasi=lama)
    assert belum(satu) == menunggu + 1
    kabar()
    assert [s for s in mail.outbox if "PIN" in s.subject and s.to == [SURAT["email"]]]
