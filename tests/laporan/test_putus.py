"""A form that is sent twice, because a connection broke or a sign-in ended, makes one draft; a
second device overwrites nothing unseen."""

from typing import Any
from unittest.mock import Mock

import pytest

from core.models import Berkas
from laporan.forms.versi import DIUBAH
from laporan.models import LaporanKemajuan
from laporan.views import tulis
from tests.alat.baca import teks_terbuka
from tests.alat.klien import masuk
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian


def formulir(client: Any, alamat: str, *nama: str) -> dict[str, str]:
    """The hidden fields of a form, as the browser got them."""
    form = client.get(alamat).context["form"]
    return {satu: form[satu].value() for satu in ("kunci", "versi", *nama)}


def dua_foto() -> list[Any]:
    return [foto("red"), foto("blue")]


def test_a_form_whose_photos_were_cut_off_brings_them_when_sent_again(
    klien: Any, proyek: Any, monkeypatch: Any
) -> None:
    client, alamat = klien("aparat"), alamat_tulis(proyek)
    isi = isian(proyek) | formulir(client, alamat)
    with monkeypatch.context() as mati:
        mati.setattr(tulis, "terima_foto", Mock(side_effect=ConnectionError))
        with pytest.raises(ConnectionError):
            client.post(alamat, isi | {"foto": dua_foto()})
    assert LaporanKemajuan.objects.get().foto.count() == 0
    for _ in range(2):
        client.post(alamat, isi | {"foto": dua_foto()})
    draf = LaporanKemajuan.objects.get()
    assert draf.foto.count() == Berkas.objects.count() == 2
    client.post(alamat, isi | {"foto": [foto("green"), *dua_foto()], "narasi": "Diperbaiki."})
    assert DIUBAH in teks_terbuka(client.post(alamat, isi | {"narasi": "Diperbaiki."}))
    assert draf.foto.count() == 2


def test_photos_held_for_a_form_come_once_with_the_same_photos_sent_again(
    klien: Any, proyek: Any
) -> None:
    client, alamat = klien("aparat"), alamat_tulis(proyek)
    isi = isian(proyek) | formulir(client, alamat)
    client.post(alamat, isi | {"persen": "", "foto": dua_foto()})
    client.post(alamat, isi | {"foto": [*dua_foto(), foto("green")]})
    assert LaporanKemajuan.objects.get().foto.count() == Berkas.objects.count() == 3
    # Held once more, for a form that was sent before: they are in the draft already.
    client.post(alamat, isi | {"persen": "", "foto": dua_foto()})
    assert Berkas.objects.count() == 5
    client.post(alamat, isi)
    assert LaporanKemajuan.objects.get().foto.count() == Berkas.objects.count() == 3


def test_a_second_device_overwrites_nothing_unseen(klien: Any, proyek: Any, pemeran: Any) -> None:
    draf = buat_laporan(proyek, pemeran.aparat, terbit=False)
    alamat = f"/laporan/draf/{draf.pk}/ubah/"
    ponsel, laptop = klien("aparat"), klien("kakam")
    lama, baru = formulir(ponsel, alamat), formulir(laptop, alamat)
    laptop.post(alamat, isian(proyek, narasi="Dari laptop.") | baru)
    isi = isian(proyek, narasi="Dari ponsel.") | lama
    halaman = ponsel.post(alamat, isi)
    assert DIUBAH in teks_terbuka(halaman)
    assert "Dari ponsel." in teks_terbuka(halaman)
    draf.refresh_from_db()
    assert draf.narasi == "Dari laptop."
    ponsel.post(alamat, isi | {"versi": halaman.context["form"]["versi"].value()})
    draf.refresh_from_db()
    assert draf.narasi == "Dari ponsel."


def test_a_late_form_makes_the_draft_with_its_photos(
    client: Any, proyek: Any, pemeran: Any
) -> None:
    alamat = alamat_tulis(proyek)
    masuk(client, pemeran.aparat)
    nama = ("penulis", "penulis_tanda")
    halaman = teks_terbuka(client.get(alamat))
    tersembunyi = {n: halaman.split(f'name="{n}" value="')[1].split('"')[0] for n in nama}
    isi = isian(proyek) | formulir(client, alamat) | tersembunyi
    client.post("/akun/keluar/")
    client.post(alamat, isi | {"foto": dua_foto()})
    masuk(client, pemeran.aparat)
    kembali = client.get(alamat).context["form"]
    client.post(alamat, isi | {"kunci": kembali["kunci"].value()})
    draf = LaporanKemajuan.objects.get()
    assert draf.foto.count() == Berkas.objects.count() == 2
    assert draf.narasi == isi["narasi"]
