"""Photos of a form that came back with an error need not be chosen again."""

from typing import Any

from django.test import Client

from core.models import Berkas
from laporan.models import LaporanKemajuan
from laporan.services import foto_titipan
from laporan.services.foto import FOTO_TERBANYAK
from tests.alat.baca import kunci, teks_terbuka
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import alamat_tulis, buat_laporan, isian

SUDAH = "foto sudah kami simpan; tidak perlu dipilih lagi"


def test_photos_survive_an_error_elsewhere_and_come_once(klien: Any, proyek: Any) -> None:
    client: Client = klien("aparat")
    satu = kunci(client, alamat_tulis(proyek))
    isi = isian(proyek, persen="banyak", foto=foto(), tahap="0", kunci=satu)
    assert f"1 {SUDAH}" in teks_terbuka(client.post(alamat_tulis(proyek), isi))
    assert not LaporanKemajuan.objects.exists()
    isi |= {"foto": foto("blue"), "ada_kendala": "ya", "persen": "40"}
    assert f"2 {SUDAH}" in teks_terbuka(client.post(alamat_tulis(proyek), isi))
    del isi["foto"]
    isi |= {"kendala": "Hujan."}
    for _ in range(2):
        client.post(alamat_tulis(proyek), isi)
    draf = LaporanKemajuan.objects.get()
    assert [f.tahap for f in draf.foto.all()] == [0, 0]
    assert Berkas.objects.count() == 2


def test_a_form_that_came_without_a_key_finds_its_photos_again(klien: Any, proyek: Any) -> None:
    respons = klien("aparat").post(alamat_tulis(proyek), isian(proyek, persen="", foto=foto()))
    baru = respons.context["form"]["kunci"].value()
    klien("aparat").post(alamat_tulis(proyek), isian(proyek, kunci=baru))
    assert LaporanKemajuan.objects.get().foto.count() == 1


def test_a_photo_that_is_none_is_named_and_the_others_stay(klien: Any, proyek: Any) -> None:
    semua = [foto(nama="a.jpg"), foto(nama="b.jpg", isi=b"%PDF-1.7")]
    halaman = teks_terbuka(
        klien("aparat").post(alamat_tulis(proyek), isian(proyek, persen="", foto=semua))
    )
    assert f"1 {SUDAH}" in halaman
    assert "Foto ke-2 tidak tersimpan" in halaman
    for satu in semua:
        satu.seek(0)
    isi = isian(proyek, foto=semua)
    halaman = teks_terbuka(klien("aparat").post(alamat_tulis(proyek), isi, follow=True))
    assert LaporanKemajuan.objects.get().foto.count() == 1
    assert "Foto ke-2 tidak tersimpan" in halaman


def test_a_draft_takes_more_photos_with_its_words(klien: Any, proyek: Any, pemeran: Any) -> None:
    draf = buat_laporan(proyek, pemeran.aparat, terbit=False, foto=1)
    alamat = f"/laporan/draf/{draf.pk}/ubah/"
    assert f"1 {SUDAH}" in teks_terbuka(
        klien("aparat").post(alamat, isian(proyek, persen="", foto=foto()))
    )
    klien("aparat").post(alamat, isian(proyek, foto=foto()))
    assert draf.foto.count() == 2


def test_photos_that_are_too_many_for_the_draft_go(proyek: Any, pemeran: Any) -> None:
    draf = buat_laporan(proyek, pemeran.aparat, terbit=False, foto=FOTO_TERBANYAK)
    foto_titipan.TITIPAN.titip(kunci="k" * 32, unggahan=[foto()])
    foto_titipan.lekatkan(kunci="k" * 32, laporan=draf, tahap=50, keterangan="")
    assert draf.foto.count() == Berkas.objects.count() == FOTO_TERBANYAK
