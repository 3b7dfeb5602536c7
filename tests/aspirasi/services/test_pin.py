"""A new PIN: its effects, the people who are told, and the right to ask for it.

The desk of the two people is in `tests/meja/test_pin.py`, the way by e-mail in `test_pin_email.py`.
"""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.models import Tugas
from tests.alat.baca import teks
from tests.alat.pengirim import KIRIM, KONTAK, LACAK, halaman
from tests.alat.pin import ganti_pin
from tests.pabrik.aspirasi import buat, isian

pytestmark = pytest.mark.django_db


class TestNewPin:
    """After a call-back the old PIN opens nothing any more."""

    def test_the_old_one_dies_everywhere(self, client: Client, klien: Any, pemeran: Any) -> None:
        data = isian(telepon="0812-3456-7890")
        client.post(KIRIM, data)
        aspirasi = Aspirasi.objects.get()
        assert client.get(halaman(aspirasi)).status_code == 200
        petugas = klien("staf")
        alamat = reverse("meja:aspirasi_pin", args=[aspirasi.acuan])
        kosong = petugas.post(alamat, {"alasan": ""})
        assert "harus diisi" in teks(kosong)
        petugas.post(alamat, {"alasan": "Ditelepon balik, ia menyebut isinya."})
        assert client.get(halaman(aspirasi)).status_code == 200  # asked for, not made yet
        klien("camat").post(alamat, {"putusan": "ya", "alasan": "Saya telepon juga."})
        respons = petugas.post(alamat, {"buka": "1"})
        baru = respons.context["pin"]
        assert baru in teks(respons)
        assert "no-store" in respons["Cache-Control"]
        assert baru not in teks(petugas.get(alamat))
        # The browser that was open, the result page, and the form sent once more.
        assert client.get(halaman(aspirasi)).status_code == 302
        assert client.get("/aspirasi/terkirim/")["Location"] == LACAK
        ulang = Client()
        assert ulang.post(KIRIM, data)["Location"] == LACAK
        assert ulang.get(halaman(aspirasi)).status_code == 302
        lewat = Client().post(LACAK, {"kode": aspirasi.kode, "pin": baru}, follow=True)
        assert "Kiriman Anda" in teks(lewat)
        assert "PIN baru dibuat petugas" in teks(lewat)

    def test_it_is_logged_without_the_pin_and_the_mail_left_is_told(self, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, kontak=KONTAK)
        pin = ganti_pin(aspirasi=terkirim.aspirasi, alasan="Ditelepon balik.", oleh=pemeran.staf)
        jejak = [(j.aksi, j.isi.alasan) for j in riwayat(terkirim.aspirasi)][-3:]
        assert jejak == [
            ("pin_diminta", "Ditelepon balik."),
            ("pin_disetujui", "Saya telepon juga."),
            ("pin_diganti", ""),
        ]
        surat = list(Tugas.objects.filter(kunci__startswith="surat:pin:").order_by("pk"))
        assert [s.argumen[1] for s in surat] == [
            "PIN baru diminta untuk kiriman Anda",
            "PIN kiriman Anda diganti",
        ]
        for satu in surat:
            assert satu.argumen[0] == KONTAK["email"]
            assert pin not in json.dumps(satu.argumen)
        with pytest.raises(TidakBisa):
            ganti_pin(aspirasi=terkirim.aspirasi, alasan=" ", oleh=pemeran.staf)

    def test_without_a_contact_there_is_nobody_to_call(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, kontak={"nama": "Slamet"}).aspirasi
        alamat = reverse("meja:aspirasi_pin", args=[aspirasi.acuan])
        assert "Tidak ada kontak" in teks(klien("staf").get(alamat))
        lama = aspirasi.pin_hash
        klien("staf").post(alamat, {"alasan": "Katanya hilang, kami percaya saja."})
        aspirasi.refresh_from_db()
        assert aspirasi.pin_hash == lama

    @pytest.mark.parametrize(
        ("siapa", "status"),
        [("aparat", 403), ("kakam", 403), ("admin", 403), ("aparat_lain", 404), ("staf", 200)],
    )
    def test_whoever_holds_the_pin_speaks_as_the_sender_so_only_staff_may(
        self, klien: Any, pemeran: Any, siapa: str, status: int
    ) -> None:
        kontak = KONTAK | {"nama_untuk_kampung": True}
        aspirasi = buat(pemeran.kampung, kontak=kontak, langsung=True).aspirasi
        alamat = reverse("meja:aspirasi_pin", args=[aspirasi.acuan])
        assert klien(siapa).get(alamat).status_code == status
