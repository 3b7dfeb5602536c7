"""A text that is let through is the text that was read, at the desk and in the admin: a writer may
correct it meanwhile."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from core.models.moderasi import Dimoderasi
from core.moderasi.admin import alamat_moderasi
from core.moderasi.tampil import sembunyikan
from laporan.models import FotoCek
from laporan.services.cek import IsianCek, cek
from laporan.services.cek_baca import hitamkan_cek
from proyek.services.fungsi import Isian, jawab_warga
from tests.alat.baca import status, teks
from tests.alat.moderasi import MEJA, sidik_halaman, tekan_di_admin
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.cek import buat_tentang, tulis
from tests.pabrik.forum import topik
from tests.pabrik.lestari import buat_serah

pytestmark = pytest.mark.django_db
BARU = "Kata yang belum dibaca."
Ubah = Callable[[], Any]


def tertahan_cek(pemeran: Any) -> tuple[Dimoderasi, Ubah]:
    tentang = buat_tentang(pemeran)
    satu = tulis(tentang)
    isian = IsianCek("tidak_sesuai", BARU)
    return satu, lambda: cek(tentang=tentang, isian=isian, oleh=None, milik=satu.pk)


def tertahan_fungsi(pemeran: Any) -> tuple[Dimoderasi, Ubah]:
    proyek = buat_serah()
    satu = jawab_warga(proyek=proyek, isian=Isian("tidak", "Kran patah."), oleh=None)
    baru = Isian("tidak", BARU)
    return satu, lambda: jawab_warga(proyek=proyek, isian=baru, oleh=None, milik=satu.pk)


JENIS = {"cek": tertahan_cek, "fungsi": tertahan_fungsi}
semua_jenis = pytest.mark.parametrize("jenis", JENIS)


def di_admin(satu: Dimoderasi, aksi: str = "loloskan") -> str:
    return alamat_moderasi(satu._meta, aksi, [satu.pk])


@semua_jenis
@pytest.mark.parametrize("tempat", ["meja", "admin"])
def test_a_correction_that_came_meanwhile_is_read_first(
    klien: Any, pemeran: Any, jenis: str, tempat: str
) -> None:
    satu, ubah = JENIS[jenis](pemeran)
    staf, aksi = klien("staf"), f"{MEJA}{jenis}/{satu.pk}/tampilkan/"
    jalan, halaman = (aksi, MEJA) if tempat == "meja" else (di_admin(satu), di_admin(satu))
    lama = sidik_halaman(staf.get(halaman).text, aksi if tempat == "meja" else "")
    assert len(lama) == 1
    ubah()
    for dibaca in (lama, [], ["bukan sidik"], ["é"]):
        respons = staf.post(jalan, {"dibaca": dibaca}, follow=True)
        satu.refresh_from_db()
        assert satu.menunggu, dibaca
        assert "Baca sekali lagi" in teks(respons)
    isi = staf.get(halaman).text
    assert BARU in isi
    staf.post(jalan, {"dibaca": sidik_halaman(isi, aksi if tempat == "meja" else "")})
    satu.refresh_from_db()
    assert not satu.menunggu


def test_what_is_shown_again_is_what_was_read(klien: Any, pemeran: Any) -> None:
    """A check that was hidden is held once it is corrected; these words stay hidden."""
    satu, ubah = tertahan_fungsi(pemeran)
    staf = klien("staf")
    tekan_di_admin(staf, di_admin(satu))
    satu.refresh_from_db()
    sembunyikan(satu, oleh=pemeran.staf, alasan="Menyebut nama orang.")
    jalan, isi = di_admin(satu, "tampilkan"), {"alasan": "Ternyata nama jalan."}
    lama = sidik_halaman(staf.get(jalan).text)
    ubah()
    assert "Baca sekali lagi" in teks(staf.post(jalan, {**isi, "dibaca": lama}, follow=True))
    satu.refresh_from_db()
    assert satu.disembunyikan
    tekan_di_admin(staf, jalan, isi)
    satu.refresh_from_db()
    assert not satu.disembunyikan


def test_the_admin_shows_all_of_what_it_lets_through(klien: Any, pemeran: Any) -> None:
    """Long words stand to their end, a name that was blacked out stays black, photos are there."""
    panjang = "Kata panjang. " * 60 + "Ujungnya."
    satu = topik(pemeran.warga, "Topik", isi=panjang, ditahan=True)
    staf = klien("staf")
    assert "Ujungnya." in staf.get(di_admin(satu)).text
    tertahan = tulis(buat_tentang(pemeran))
    hitamkan_cek(cek=tertahan, kata=["Talud"], alasan="Nama orang.", oleh=pemeran.staf)
    foto = FotoCek.objects.create(cek=tertahan, berkas=buat_berkas())
    isi = staf.get(di_admin(tertahan)).text
    assert "baru 3 meter" in isi
    assert "Talud" not in isi
    assert foto.berkas.alamat_kecil in isi
    assert status(staf, foto.berkas.alamat) == 200
    assert status(Client(), foto.berkas.alamat) == 404
