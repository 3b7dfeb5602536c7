"""Photos of a check wait under the key of its form, and come once."""

from typing import Any

from core.formulir.sekali import kunci_baru
from core.models import Berkas, Jejak
from laporan.models import FotoCek
from laporan.models.tentang import Tentang
from laporan.services.cek import tarik
from laporan.services.cek_baca import hitamkan_cek, loloskan_cek
from laporan.services.cek_foto import PENUH, TITIPAN, lekatkan, titip
from tests.pabrik.berkas import foto
from tests.pabrik.cek import terbukti, tulis

WARNA = ("red", "green", "blue", "white")


def test_a_fourth_is_refused_and_a_second_send_adds_none(tentang: Tentang, pemeran: Any) -> None:
    kunci = kunci_baru()
    hasil = titip(kunci=kunci, unggahan=[foto(w) for w in WARNA], tempat="")
    assert [PENUH in kalimat for kalimat in hasil.ditolak] == [True]
    satu = tulis(tentang)
    assert lekatkan(kunci=kunci, cek=satu) == 3
    assert titip(kunci=kunci, unggahan=[foto(w) for w in WARNA[:3]], tempat="").tersimpan == 0
    assert lekatkan(kunci=kunci, cek=satu) == 0
    assert (FotoCek.objects.count(), Berkas.objects.count()) == (3, 3)


def test_more_of_another_form_are_deleted(tentang: Tentang, pemeran: Any) -> None:
    satu = tulis(tentang)
    for _ in range(2):
        kunci = kunci_baru()
        titip(kunci=kunci, unggahan=[foto("red"), foto("blue")], tempat="")
        lekatkan(kunci=kunci, cek=satu)
        assert not TITIPAN.dititip(kunci).exists()
    assert (satu.foto.count(), Berkas.objects.count()) == (3, 3)
    assert not Berkas.objects.filter(nama_publik__isnull=False).exists()


def _titip_satu() -> str:
    kunci = kunci_baru()
    titip(kunci=kunci, unggahan=[foto("red")], tempat="")
    return kunci


def test_photos_that_come_after_it_was_let_through_are_read_first(
    tentang: Tentang, pemeran: Any
) -> None:
    """They are given to it in a transaction of their own, a moment after its words."""
    kunci, satu = _titip_satu(), tulis(tentang)
    loloskan_cek(tulisan=satu, oleh=pemeran.staf, dibaca=satu.sidik_isi)
    assert lekatkan(kunci=kunci, cek=satu) == 1
    satu.refresh_from_db()
    assert satu.ditahan
    assert not Berkas.objects.filter(nama_publik__isnull=False).exists()
    assert Jejak.objects.filter(objek_jenis="cek").latest("pk").aksi == "diperbaiki"


def test_so_are_those_of_an_account_whose_words_were_black(tentang: Tentang, pemeran: Any) -> None:
    lain = Tentang(tentang.proyek)
    biasa, kunci = tulis(lain, terbukti(pemeran)), _titip_satu()
    lekatkan(kunci=kunci, cek=biasa)
    biasa.refresh_from_db()
    assert biasa.umum
    hitamkan_cek(cek=biasa, kata=["Talud"], alasan="Menyebut nama.", oleh=pemeran.staf)
    lekatkan(kunci=_titip_satu(), cek=biasa)
    biasa.refresh_from_db()
    assert biasa.ditahan


def test_none_are_kept_of_a_check_that_was_taken_back(tentang: Tentang, pemeran: Any) -> None:
    kunci, satu = _titip_satu(), tulis(tentang)
    tarik(cek=satu)
    assert lekatkan(kunci=kunci, cek=satu) == 0
    assert not Berkas.objects.exists()
