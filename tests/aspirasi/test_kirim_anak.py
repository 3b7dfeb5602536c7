"""A sender under 18 leaves neither name nor contact, and photos stay with staff."""

from typing import Any

import pytest
from django.test import Client

from aspirasi import services
from aspirasi.models import Aspirasi, Pengirim
from core.galat import TidakBisa
from tests.aspirasi.bantu import foto, kirim, periksa

pytestmark = pytest.mark.django_db

DIRI = {
    "nama": "Dimas",
    "telepon": "0812-3456-7890",
    "email": "dimas@contoh.id",
    "tampilkan_nama": "on",
    "nama_untuk_kampung": "on",
}


def tersimpan() -> Pengirim:
    return Pengirim.objects.select_related("aspirasi").get()


def test_neither_name_nor_contact_is_kept(client: Client) -> None:
    respons = kirim(client, anak="on", **DIRI)
    pengirim = tersimpan()
    assert (pengirim.nama, pengirim.telepon, pengirim.email) == ("", "", "")
    assert not pengirim.nama_untuk_kampung
    assert not pengirim.aspirasi.tampilkan_nama
    assert pengirim.aspirasi.anak
    assert "nama dan kontak tidak kami simpan" in respons.content.decode()


def test_without_the_tick_they_are_kept(client: Client) -> None:
    kirim(client, **DIRI)
    assert (tersimpan().nama, tersimpan().aspirasi.tampilkan_nama) == ("Dimas", True)


def test_the_account_is_not_kept_either(klien: Any) -> None:
    kirim(klien("warga"), anak="on")
    assert tersimpan().pengguna is None


@pytest.mark.parametrize("salah", [{"telepon": "12"}, {"email": "bukan"}, {"nama": "x" * 300}])
def test_what_is_dropped_need_not_be_right(client: Client, salah: dict[str, str]) -> None:
    kirim(client, anak="on", **DIRI | salah)
    assert tersimpan().aspirasi.anak


def test_photos_never_become_public(client: Client, pemeran: Any) -> None:
    kirim(client, anak="on", foto=[foto()])
    aspirasi = Aspirasi.objects.get()
    lampiran = aspirasi.lampiran.get()
    aspirasi = periksa(aspirasi, pemeran.staf, foto=[lampiran])
    lampiran.refresh_from_db()
    assert aspirasi.terbit
    assert lampiran.disetujui_pada is None
    with pytest.raises(TidakBisa, match="belum 18 tahun"):
        services.setujui_foto(lampiran=lampiran, oleh=pemeran.staf)
