"""A draft is handed on to whoever publishes, taken again, and sent back with a sentence."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from laporan.enums import Pesan
from laporan.models import LaporanKemajuan, PenyerahanDraf, PesanLaporan
from laporan.services.penulis import cabut_penulis
from laporan.services.serah import ambil_draf, kembalikan_draf, kirim_draf
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import hapus_draf, simpan_draf
from tests.pabrik.laporan import buat_laporan, tunjuk
from tests.pabrik.orang import PenggunaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draf(proyek: Any, pemeran: Any) -> LaporanKemajuan:
    return buat_laporan(proyek, pemeran.aparat, foto=1, terbit=False)


def test_it_waits_and_whoever_publishes_is_told_once(draf: LaporanKemajuan, pemeran: Any) -> None:
    for _ in range(2):
        assert kirim_draf(laporan=draf, oleh=pemeran.aparat).menunggu
    pesan = PesanLaporan.objects.get()
    assert (pesan.pengguna, pesan.macam, pesan.laporan) == (pemeran.kakam, Pesan.MENUNGGU, draf)


def test_it_comes_back_with_a_sentence_and_is_sent_again(
    draf: LaporanKemajuan, pemeran: Any
) -> None:
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    with pytest.raises(TidakBisa, match="perlu diperbaiki"):
        kembalikan_draf(laporan=draf, catatan=" \n. ", oleh=pemeran.kakam)
    kembalikan_draf(laporan=draf, catatan="Fotonya kabur.", oleh=pemeran.kakam)
    pesan = PesanLaporan.objects.get(macam=Pesan.KEMBALI)
    assert (pesan.pengguna, pesan.catatan) == (pemeran.aparat, "Fotonya kabur.")
    with pytest.raises(TidakBisa, match="tidak sedang menunggu"):
        kembalikan_draf(laporan=draf, catatan="Lagi.", oleh=pemeran.kakam)
    baru = kirim_draf(laporan=draf, oleh=pemeran.aparat)
    assert (baru.menunggu, baru.catatan) == (True, "")
    assert PesanLaporan.objects.filter(macam=Pesan.MENUNGGU).count() == 2


def test_one_that_lacks_a_photo_stays(proyek: Any, pemeran: Any) -> None:
    with pytest.raises(TidakBisa, match="belum memiliki foto"):
        kirim_draf(laporan=buat_laporan(proyek, pemeran.aparat, terbit=False), oleh=pemeran.aparat)
    assert not PenyerahanDraf.objects.exists()


def test_it_is_taken_again(draf: LaporanKemajuan, pemeran: Any) -> None:
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    for _ in range(2):
        ambil_draf(laporan=draf, oleh=pemeran.aparat)
    assert not PenyerahanDraf.objects.exists()


def test_what_is_published_or_deleted_is_handed_on_no_more(
    draf: LaporanKemajuan, pemeran: Any
) -> None:
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    terbitkan(laporan=draf, oleh=pemeran.kakam)
    for langkah in (kirim_draf, ambil_draf):
        with pytest.raises(TidakBisa, match="sudah terbit"):
            langkah(laporan=draf, oleh=pemeran.aparat)
    with pytest.raises(TidakBisa, match="sudah terbit"):
        kembalikan_draf(laporan=draf, catatan="Keliru.", oleh=pemeran.kakam)


def test_a_deleted_draft_leaves_its_messages_whole(draf: LaporanKemajuan, pemeran: Any) -> None:
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    hapus_draf(laporan=draf)
    assert PesanLaporan.objects.get().laporan is None
    with pytest.raises(TidakBisa, match="sudah dihapus"):
        kirim_draf(laporan=draf, oleh=pemeran.aparat)


def test_the_database_keeps_no_return_without_words(draf: LaporanKemajuan, pemeran: Any) -> None:
    kirim_draf(laporan=draf, oleh=pemeran.aparat)
    kendala = "penyerahan_kembali_bercatatan"
    with pytest.raises(IntegrityError, match=kendala), transaction.atomic():
        PenyerahanDraf.objects.update(dikembalikan_pada=draf.dibuat, dikembalikan_oleh=1)


def test_a_writer_who_writes_no_more_gets_no_sentence_of_the_office(
    draf: LaporanKemajuan, pemeran: Any
) -> None:
    slamet = PenggunaFactory(nama="Slamet")
    penulis = tunjuk(draf.proyek, slamet, pemeran.aparat)
    milik = buat_laporan(draf.proyek, slamet, foto=1, terbit=False, periode="2026-09-01")
    kirim_draf(laporan=milik, oleh=slamet)
    cabut_penulis(penulis=penulis, oleh=pemeran.aparat)
    kembalikan_draf(laporan=milik, catatan="Angkanya dikarang.", oleh=pemeran.kakam)
    assert not PesanLaporan.objects.filter(macam=Pesan.KEMBALI).exists()


def test_a_draft_that_a_colleague_deletes_meanwhile_leads_to_its_project(
    klien: Any, draf: LaporanKemajuan, pemeran: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hapus_dulu(_: Any) -> Any:
        hapus_draf(laporan=draf)
        return pemeran.kakam

    for modul, langkah in (("draf", "terbitkan"), ("serah", "kirim")):
        monkeypatch.setattr(f"laporan.views.{modul}.pengguna_masuk", hapus_dulu)
        respons = klien("kakam").post(f"/laporan/draf/{draf.pk}/{langkah}/")
        assert respons["Location"] == draf.proyek.get_absolute_url()
        draf = buat_laporan(draf.proyek, pemeran.aparat, foto=1, terbit=False)


def test_a_draft_that_was_deleted_neither_comes_out_nor_comes_back(
    draf: LaporanKemajuan, pemeran: Any
) -> None:
    hapus_draf(laporan=draf)
    with pytest.raises(TidakBisa, match="sudah dihapus"):
        terbitkan(laporan=draf, oleh=pemeran.kakam)
    with pytest.raises(TidakBisa, match="sudah dihapus"):
        simpan_draf(laporan=draf, realisasi=[], oleh=pemeran.aparat)
    assert not LaporanKemajuan.objects.exists()
