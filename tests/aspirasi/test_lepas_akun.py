"""“Lepas dari akun saya”: the holder of the PIN takes a kiriman out of the account again."""

from typing import Any

import pytest
from django.test import Client

from aspirasi.kode import tulis_kode
from aspirasi.services import akun as layanan
from aspirasi.services.kiriman import Terkirim
from tests.alat.baca import teks
from tests.alat.pengirim import halaman, kenal_pengirim, masuk_pengirim
from tests.aspirasi.test_simpan_akun import SAYA, di_akun, keliru, simpan
from tests.pabrik.aspirasi import buat

pytestmark = pytest.mark.django_db


def lepas(client: Client, terkirim: Terkirim, pin: str = "") -> Any:
    data = {"pin": pin or terkirim.pin}
    return client.post(halaman(terkirim.aspirasi, "lepas_akun"), data, follow=True)


def test_the_pin_is_typed_once_more(klien: Any, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung, oleh=pemeran.warga)
    client = klien("warga")
    isi = teks(masuk_pengirim(client, terkirim))
    assert halaman(terkirim.aspirasi, "lepas_akun") in isi
    assert tulis_kode(terkirim.kode) in teks(client.get(halaman(terkirim.aspirasi, "lepas_akun")))
    for salah in ("", keliru(terkirim)):
        respons = client.post(halaman(terkirim.aspirasi, "lepas_akun"), {"pin": salah})
        assert respons.status_code == 200
        assert di_akun(terkirim) == pemeran.warga
    isi = teks(lepas(client, terkirim))
    assert "tidak lagi ada di akun" in isi
    assert "Anda lepas dari akun" in isi
    assert "Simpan di akun saya" in isi
    assert di_akun(terkirim) is None
    assert "Belum ada kiriman dari akun ini" in teks(client.get(SAYA))


def test_twice(klien: Any, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung, oleh=pemeran.warga)
    client = klien("warga")
    kenal_pengirim(client, terkirim)
    lepas(client, terkirim)
    assert "tidak ada di akun mana pun" in teks(lepas(client, terkirim))


def test_guessing_waits_there_too(klien: Any, pemeran: Any) -> None:
    terkirim = buat(pemeran.kampung, oleh=pemeran.warga)
    client, alamat = klien("warga"), halaman(terkirim.aspirasi, "lepas_akun")
    kenal_pengirim(client, terkirim)
    kode = [client.post(alamat, {"pin": keliru(terkirim)}).status_code for _ in range(6)]
    assert kode[-1] == 429
    assert di_akun(terkirim) == pemeran.warga


def test_its_sender_takes_it_out_of_an_account_that_is_not_theirs(klien: Any, pemeran: Any) -> None:
    """Somebody who saw code and PIN put it into theirs: the sender reads of it, and ends it."""
    terkirim = buat(pemeran.kampung)
    layanan.simpan_di_akun(aspirasi=terkirim.aspirasi, pengguna=pemeran.bpk)
    client = klien("warga")
    isi = teks(masuk_pengirim(client, terkirim))
    assert "Bukan Anda? Lihat bagian “Akun”" in isi
    assert "Lepas dari akun itu" in isi
    lepas(client, terkirim)
    simpan(client, terkirim.aspirasi)
    assert di_akun(terkirim) == pemeran.warga
    assert "Belum ada kiriman" in teks(klien("bpk").get(SAYA))
