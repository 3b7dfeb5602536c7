"""Photos of a check wait under the key of its form, and come once."""

from typing import Any

from core.formulir.sekali import kunci_baru
from core.models import Berkas
from laporan.models import FotoCek
from laporan.models.tentang import Tentang
from laporan.services.cek_foto import PENUH, TITIPAN, lekatkan, titip
from tests.pabrik.berkas import foto
from tests.pabrik.cek import tulis

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
