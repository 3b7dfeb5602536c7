"""An offer: sent once, answered within its clock, checked, refused, taken back."""

import pytest

from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.waktu import hari_ini
from mitra.enums import HARI_JAWAB, HARI_PUTUS, JenisPenawar, StatusTawaran
from mitra.models import Penawar, Tawaran
from mitra.services.tawaran import periksa, tambah_kata, tarik, tawarkan, tolak
from tests.pabrik.mitra import buat_kebutuhan, buat_tawaran, tanda
from tests.pabrik.pemeran import Pemeran

PERIKSA = "Ditelepon; alamat kantornya ada."


def test_the_same_form_makes_one_offer(pemeran: Pemeran) -> None:
    kunci, isi = kunci_baru(), {"isi": "Semen", "lembaga": "CV A", "konflik": "tidak"}
    asal = {"penawar_jenis": JenisPenawar.PERUSAHAAN, "jenis": "barang"}
    hasil = [
        tawarkan(
            tawaran=Tawaran(**isi, **asal),
            penawar=Penawar(nama="Bu Rekaan", email="rekaan@contoh.id"),
            kunci=kunci,
        )
        for _ in range(2)
    ]
    assert [satu.baru for satu in hasil] == [True, False]
    assert Tawaran.objects.count() == Penawar.objects.count() == 1


def test_the_clock_runs_to_the_answer_and_then_to_the_decision(pemeran: Pemeran) -> None:
    """Words of an office are the first answer; those of the offerer are none."""
    tawaran = buat_tawaran()
    assert tawaran.tenggat == tambah_hari_kerja(hari_ini(), HARI_JAWAB)
    tambah_kata(tawaran=tawaran, isi="Bisa diantar.", kunci_sekali=tanda())
    tawaran.refresh_from_db()
    assert tawaran.jatah_hari == HARI_JAWAB
    tambah_kata(tawaran=tawaran, isi="Kapan?", kunci_sekali=tanda(), oleh=pemeran.staf)
    tawaran.refresh_from_db()
    assert tawaran.tenggat == tambah_hari_kerja(hari_ini(), HARI_PUTUS)
    with pytest.raises(TidakBisa, match="Pilih kampung"):
        periksa(tawaran=tawaran, kampung=None, diperiksa=PERIKSA, oleh=pemeran.staf)
    periksa(tawaran=tawaran, kampung=pemeran.kampung, diperiksa=PERIKSA, oleh=pemeran.staf)
    assert list(Tawaran.objects.visible_to(pemeran.aparat)) == [tawaran]
    tolak(tawaran=tawaran, alasan="Sudah terpenuhi.", oleh=pemeran.aparat)
    tawaran.refresh_from_db()
    assert (tawaran.status, tawaran.tenggat) == (StatusTawaran.DITOLAK, None)
    with pytest.raises(TidakBisa, match="sudah ditutup"):
        tambah_kata(tawaran=tawaran, isi="Mengapa?", kunci_sekali=tanda())
    with pytest.raises(TidakBisa):
        tarik(tawaran=tawaran, alasan="")


def test_an_offer_for_a_need_stays_with_its_kampung(pemeran: Pemeran) -> None:
    butuh = buat_kebutuhan(pemeran.kampung, pemeran.aparat)
    tawaran = buat_tawaran(pemeran.kampung_lain, kebutuhan=butuh)
    assert tawaran.kampung == pemeran.kampung
    isi = {"kampung": pemeran.kampung_lain, "diperiksa": PERIKSA, "oleh": pemeran.staf}
    with pytest.raises(TidakBisa, match="tidak diganti"):
        periksa(tawaran=tawaran, **isi)
    tarik(tawaran=tawaran, alasan="")
    tawaran.refresh_from_db()
    assert tawaran.status == StatusTawaran.DITARIK
