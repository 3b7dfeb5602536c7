"""Photos of a look in the field: attached once, public with the result, taken back."""

from typing import Any

import pytest
from django.db import Error, transaction

from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.moderasi.penarikan import HITAM
from laporan.laku import AksiLapangan
from laporan.models import FotoLapangan, HasilLapangan, JawabanSepakat, PemeriksaanLapangan
from laporan.services import lapangan, lapangan_foto
from laporan.services.lapangan_foto import tarik_tulisan
from tests.pabrik.berkas import foto as unggahan
from tests.pabrik.lapangan import buat_lapangan, tercatat

pytestmark = pytest.mark.django_db
WARNA = ("red", "green", "blue")


def lekatkan(pemeran: Any, milik: PemeriksaanLapangan, banyak: int = 1, kunci: str = "") -> int:
    kunci = kunci or kunci_baru()
    lapangan_foto.TITIPAN.titip(kunci=kunci, unggahan=[unggahan(warna) for warna in WARNA[:banyak]])
    return lapangan_foto.lekatkan(kunci=kunci, pemeriksaan=milik, oleh=pemeran.staf)


def test_photos_are_public_with_the_result_and_not_before(pemeran: Any) -> None:
    with pytest.raises(TidakBisa, match="belum dicatat"):
        lekatkan(pemeran, buat_lapangan(pemeran))
    milik = tercatat(pemeran).pemeriksaan
    kunci = kunci_baru()
    assert lekatkan(pemeran, milik, 2, kunci) == 2
    assert lekatkan(pemeran, milik, 2, kunci) == 0  # the form was sent twice
    assert [bool(satu.berkas.nama_publik) for satu in milik.foto.all()] == [True, True]
    assert [satu.aksi for satu in riwayat(milik)].count(AksiLapangan.FOTO_DITAMBAH) == 1


def test_there_are_not_too_many(pemeran: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lapangan_foto, "FOTO_TERBANYAK", 2)
    milik = tercatat(pemeran).pemeriksaan
    lekatkan(pemeran, milik, 3)
    assert milik.foto.count() == 2


def test_one_that_is_taken_back_leaves_its_place_and_its_reason(pemeran: Any) -> None:
    milik = tercatat(pemeran).pemeriksaan
    lekatkan(pemeran, milik)
    foto = milik.foto.get()
    with pytest.raises(TidakBisa):
        lapangan_foto.tarik_foto(foto=foto, alasan=" ", oleh=pemeran.staf)
    lapangan_foto.tarik_foto(foto=foto, alasan="Wajah anak.", oleh=pemeran.staf)
    foto = FotoLapangan.objects.get()
    assert foto.ditarik_pada
    assert not foto.berkas.nama_publik
    assert list(FotoLapangan.objects.visible_to(pemeran.warga)) == []
    assert list(FotoLapangan.objects.visible_to(pemeran.staf)) == [foto]
    with pytest.raises(TidakBisa, match="sudah ditarik"):
        lapangan_foto.tarik_foto(foto=foto, alasan="Wajah anak.", oleh=pemeran.staf)


def test_results_and_answers_stay_and_words_become_black(pemeran: Any) -> None:
    baris = tercatat(pemeran, terlihat="Rumah Xylofon di sana.", disepakati="Xylofon diganti.")
    milik = baris.pemeriksaan
    lapangan.jawab_sepakat(
        pemeriksaan=milik,
        sudah=True,
        kata="Xylofon sudah diganti.",
        sampai=None,
        oleh=pemeran.aparat,
        kunci=kunci_baru(),
    )
    for satu in (baris, milik.jawaban.get()):
        for laku in (satu.delete, lambda s=satu: type(s).objects.filter(pk=s.pk).update(oleh=1)):
            with pytest.raises(Error, match="tidak boleh diubah"), transaction.atomic():
                laku()
    tarik_tulisan(
        pemeriksaan=milik, kata=["Xylofon"], alasan="Memuat nama warga.", oleh=pemeran.staf
    )
    assert HasilLapangan.objects.get().terlihat == f"Rumah {HITAM} di sana."
    assert JawabanSepakat.objects.get().kata == f"{HITAM} sudah diganti."
