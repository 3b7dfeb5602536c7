"""Acts of a sender: sending once and by its key, settling, reopening.

The front door is in `tests/aspirasi/test_kirim*.py`, the sender's page in `test_lacak.py` and
`test_halaman_pengirim.py` beside them.
"""

import datetime as dt
import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Aksi, CaraSelesai
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import berkala, jawab, kiriman, tangani
from core.galat import TidakBisa
from core.models import Jejak
from core.waktu import pada, sekarang
from proyek.enums import Tahap
from tests.alat.alur import ALASAN
from tests.alat.jam import saat
from tests.alat.pengirim import KIRIM, kode_dan_pin
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import isian, terbit
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db


def ikut(aspirasi: Aspirasi) -> str:
    return reverse("aspirasi:ikut", args=[aspirasi.nomor])


class TestKey:
    """The key of a form opens its kiriman for a day, with its own PIN, and nothing else."""

    def test_of_ones_own_kiriman_opens_nothing_by_joining(
        self, client: Client, pemeran: Any
    ) -> None:
        data = isian(isi="Yang rahasia sekali.", jangkauan="kecamatan")
        client.post(KIRIM, data)
        lama = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
        orang_lain = Client()
        respons = orang_lain.post(ikut(lama), {"kunci": data["kunci"], "setuju": "on"})
        assert respons.status_code == 409
        assert "sudah terkirim" in respons.content.decode()
        rahasia = Aspirasi.objects.get(isi="Yang rahasia sekali.")
        halaman = reverse("aspirasi:kiriman", args=[rahasia.acuan])
        assert orang_lain.get(halaman).status_code == 302

    @pytest.mark.parametrize("sebab", ["lama", "pin"])
    def test_of_a_joined_one_does_not_open_it_for_ever(
        self, client: Client, pemeran: Any, sebab: str
    ) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
        data = isian(telepon="081234567890")
        kode_dan_pin(client.post(ikut(lama), data, follow=True))
        if sebab == "pin":
            satu = Aspirasi.objects.get(digabung_ke=lama)
            ganti_pin(aspirasi=satu, alasan="Kehilangan PIN.", oleh=pemeran.staf)
        with pada(sekarang() + dt.timedelta(hours=25 if sebab == "lama" else 0)):
            respons = Client().post(ikut(lama), data)
        assert respons["Location"] == reverse("aspirasi:lacak")

    def test_other_words_under_a_used_key_are_not_swallowed(
        self, client: Client, pemeran: Any
    ) -> None:
        lama = terbit(pemeran.kampung, pemeran.staf, isi="Lampu jalan mati.")
        data = isian()
        client.post(ikut(lama), data)
        lain = data | {"isi": "Di RT 4 juga mati."}
        sebab = {client: "Tulisan tadi tidak dikirim.", Client(): "lain isinya"}
        for peramban, kata in sebab.items():  # one voice of each phone; the second is not known
            isi = peramban.post(ikut(lama), lain).content.decode()
            assert "Di RT 4 juga mati." in isi
            assert kata in isi
            assert data["kunci"] not in isi
        assert lama.gabungan.get().isi != lain["isi"]


@pytest.mark.django_db(transaction=True)
def test_two_sends_at_the_same_moment_make_one_row() -> None:
    data, hasil = isian(foto=[]), []

    def jalan() -> None:
        try:
            hasil.append(Client().post(KIRIM, data, follow=True))
        finally:
            connection.close()

    semua = [threading.Thread(target=jalan) for _ in range(3)]
    for satu in semua:
        satu.start()
    for satu in semua:
        satu.join()
    assert len({kode_dan_pin(r) for r in hasil}) == 1
    assert Aspirasi.objects.count() == Pengirim.objects.count() == 1


AWAL = saat("2026-03-02")


KEMUDIAN = saat("2026-06-01")  # every due date of AWAL has passed


@pytest.mark.django_db
class TestHowItWasSettled:
    def test_by_the_sender(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        assert kiriman.nyatakan_beres(aspirasi=aspirasi).cara_selesai == (
            CaraSelesai.DIKONFIRMASI_PENGIRIM
        )

    def test_by_silence_is_no_success(self, pemeran: Any) -> None:
        with pada(AWAL):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        with pada(KEMUDIAN):
            berkala.tutup_diam(aspirasi.acuan.hex)
        aspirasi.refresh_from_db()
        assert aspirasi.cara_selesai == CaraSelesai.TANPA_KONFIRMASI
        assert not Jejak.objects.get(aksi=Aksi.TUTUP_DIAM).oleh_id

    def test_by_its_project_only_after_the_sender_was_asked(self, pemeran: Any) -> None:
        proyek = buat_proyek()
        with pada(AWAL):
            aspirasi = terbit(pemeran.kampung, pemeran.staf)
            tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.kakam)
        with pada(KEMUDIAN):
            with pytest.raises(TidakBisa, match="menunggu proyeknya selesai"):
                kiriman.nyatakan_beres(aspirasi=aspirasi)
            proyek.tahap = Tahap.SELESAI
            proyek.save()
            berkala.tanyai(aspirasi.acuan.hex)
            with pytest.raises(TidakBisa, match="masih ditanya"):
                jawab.buktikan(aspirasi=aspirasi, alasan=ALASAN, oleh=pemeran.staf)
        with pada(saat("2026-07-01")):
            selesai = jawab.buktikan(aspirasi=aspirasi, alasan=ALASAN, oleh=pemeran.staf)
        assert selesai.cara_selesai == CaraSelesai.TERBUKTI_DI_PROYEK

    def test_reopening_forgets_how(self, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Sudah digali.", oleh=pemeran.kakam)
        kiriman.nyatakan_beres(aspirasi=aspirasi)
        dibuka = kiriman.buka_kembali(aspirasi=aspirasi, alasan="Mampet lagi.")
        assert (dibuka.cara_selesai, dibuka.ditutup_pada) == ("", None)
