"""Residents and officials at the same moment, each on a connection of their own."""

from collections.abc import Callable
from threading import Thread
from typing import Any

import pytest

from core.galat import TidakBisa
from core.models import Jejak
from laporan.models import CekWarga, PemeriksaanLapangan, Tanggapan
from laporan.models.tentang import Tentang
from laporan.services.cek import IsianCek, tarik
from laporan.services.cek_baca import loloskan_cek
from tests.alat.serentak import di_sambungan_lain, serentak, transaksi_lain, tunggu_kunci
from tests.pabrik.catatan import jawab
from tests.pabrik.cek import buat_tentang, tulis
from tests.pabrik.lapangan import buat_warga

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def sesudah(pertama: Callable[[], object], kedua: Callable[[], object]) -> str:
    """Run both, the second while the first has not committed; return why it refused."""
    tolakan: list[str] = []

    def coba() -> None:
        try:
            kedua()
        except TidakBisa as galat:
            tolakan.append(galat.pesan)

    utas = Thread(target=di_sambungan_lain, args=[coba])
    with transaksi_lain(pertama):
        utas.start()
        assert tunggu_kunci()
    utas.join(timeout=10)
    return "".join(tolakan)


def test_five_at_once_open_one_look_and_it_is_told_once(pemeran: Any) -> None:
    tentang = Tentang(buat_tentang(pemeran).proyek)
    warga = [buat_warga(pemeran, ke) for ke in range(5)]
    serentak(lambda: tulis(tentang, warga.pop()), banyak=5)
    assert CekWarga.objects.umum().count() == 5
    satu = PemeriksaanLapangan.objects.get()
    dibuka = Jejak.objects.filter(objek_jenis=satu.jenis_jejak, aksi="dibuka")
    assert (satu.cek.count(), dibuka.count()) == (3, 1)


def test_a_correction_of_what_is_taken_back_meanwhile_is_refused(pemeran: Any) -> None:
    tentang, orang = buat_tentang(pemeran), buat_warga(pemeran, 1)
    satu = tulis(tentang, orang)
    lain = IsianCek("sesuai", "Sudah 10 meter.")
    assert "sudah Anda tarik" in sesudah(
        lambda: tarik(cek=satu), lambda: tulis(tentang, orang, lain)
    )
    satu.refresh_from_db()
    assert (satu.isi, satu.diperbaiki_pada) == ("", None)


def test_an_answer_to_what_is_taken_back_meanwhile_is_refused(pemeran: Any) -> None:
    satu = tulis(buat_tentang(pemeran), buat_warga(pemeran, 1))
    kata = sesudah(lambda: tarik(cek=satu), lambda: jawab(satu, pemeran.aparat))
    assert "sudah tidak tampil" in kata
    assert not Tanggapan.objects.exists()


def test_two_officials_answer_once_and_let_through_once(pemeran: Any) -> None:
    tentang = buat_tentang(pemeran)
    satu = tulis(tentang, buat_warga(pemeran, 1))
    kata = sesudah(lambda: jawab(satu, pemeran.aparat), lambda: jawab(satu, pemeran.kakam, "Ya."))
    assert "sudah ditanggapi rekan Anda" in kata
    assert Tanggapan.objects.count() == 1
    tertahan = tulis(tentang)
    lolos: dict[str, Any] = {"tulisan": tertahan, "dibaca": tertahan.sidik_isi}
    kata = sesudah(
        lambda: loloskan_cek(oleh=pemeran.staf, **lolos),
        lambda: loloskan_cek(oleh=pemeran.camat, **lolos),
    )
    assert "sudah ditampilkan" in kata


def test_unread_words_are_not_let_through(pemeran: Any) -> None:
    """The sender corrects while an official presses the button below the old words."""
    tentang = buat_tentang(pemeran)
    satu = tulis(tentang)
    dibaca = satu.sidik_isi
    kata = sesudah(
        lambda: tulis(tentang, None, IsianCek("sesuai", "Pak Slamet mencuri."), milik=satu.pk),
        lambda: loloskan_cek(tulisan=satu, oleh=pemeran.staf, dibaca=dibaca),
    )
    assert "baru saja berubah" in kata
    satu.refresh_from_db()
    assert satu.ditahan
