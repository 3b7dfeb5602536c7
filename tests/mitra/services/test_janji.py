"""Promises: agreed, delivered, set right by rows more, ended with a word."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from core.galat import TidakBisa
from mitra.bacaan.janji import susun
from mitra.enums import JenisBantuan, StatusTawaran
from mitra.models import Kontribusi, Mitra, Penerimaan
from mitra.services.janji import (
    betulkan,
    buka_lagi,
    kurang,
    selesaikan,
    tutup_bukti,
    ubah_janji,
    ubah_mitra,
)
from mitra.services.tawaran import tarik
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.mitra import buat_janji, buat_terima, tanda
from tests.pabrik.pemeran import Pemeran


def _janji(pemeran: Pemeran, **isi: object) -> Kontribusi:
    return buat_janji(pemeran.kampung, pemeran.staf, pemeran.aparat, **isi)


def _betulkan(baris: Penerimaan, jumlah: int, pemeran: Pemeran) -> Penerimaan:
    isi = {"jumlah": Decimal(jumlah), "nilai": None, "alasan": "Salah hitung."}
    return betulkan(penerimaan=baris, oleh=pemeran.aparat, kunci_sekali=tanda(), **isi)


def test_a_delivery_is_set_right_by_a_row_more(pemeran: Pemeran) -> None:
    janji, aparat = _janji(pemeran), pemeran.aparat
    baris = buat_terima(janji, aparat, 20)
    _betulkan(baris, 15, pemeran)
    assert kurang(janji) == 25
    _betulkan(baris, 0, pemeran)
    assert kurang(janji) == 40
    with pytest.raises(TidakBisa, match="tidak ada yang dibetulkan"):
        _betulkan(baris, 0, pemeran)
    with pytest.raises(IntegrityError, match="tidak diubah"), transaction.atomic():
        Penerimaan.objects.filter(pk=baris.pk).update(jumlah=40)
    lebih = {"membetulkan": baris, "alasan": "x", "diterima_oleh": "x", "dicatat_oleh": aparat}
    with pytest.raises(IntegrityError, match="kurang dari nol"), transaction.atomic():
        Penerimaan.objects.create(
            kontribusi=janji, tanggal=baris.tanggal, jumlah=Decimal(-1), **lebih
        )
    with pytest.raises(TidakBisa, match="lebih dari nol"):
        buat_terima(janji, aparat, 0)


def test_the_end_says_why_when_not_all_came(pemeran: Pemeran) -> None:
    janji, aparat = _janji(pemeran), pemeran.aparat
    buat_terima(janji, aparat, 20)
    with pytest.raises(TidakBisa):
        selesaikan(tawaran=janji.tawaran, kata="", oleh=aparat)
    selesaikan(tawaran=janji.tawaran, kata="Tokonya tutup.", oleh=aparat)
    buka_lagi(tawaran=janji.tawaran, alasan="Tokonya buka lagi.", oleh=aparat)
    ubah_janji(janji=janji, isi={"jumlah": Decimal(20)}, alasan="Disepakati lagi.", oleh=aparat)
    (satu,) = susun(Kontribusi.objects.berlaku().untuk_kartu())
    assert satu.kalimat == "Dijanjikan 20 sak, sudah diterima semuanya."
    assert satu.isi.tawaran.status == StatusTawaran.BERJALAN


def test_one_organisation_has_one_page_and_nothing_arrives_of_what_was_withdrawn(
    pemeran: Pemeran,
) -> None:
    satu, dua = _janji(pemeran), _janji(pemeran, lembaga="cv contoh jaya")
    assert satu.mitra == dua.mitra == Mitra.objects.get()
    dipakai = _janji(pemeran, lembaga="Lacak").mitra
    assert dipakai
    assert dipakai.slug == "lacak-2"
    ubah_mitra(mitra=dipakai, nama="PT Lacak", alasan="Salah ketik.", oleh=pemeran.staf)
    tarik(tawaran=satu.tawaran, alasan="")
    assert list(Kontribusi.objects.berlaku().filter(mitra=dua.mitra)) == [dua]
    with pytest.raises(TidakBisa, match="ditarik"):
        buat_terima(satu, pemeran.aparat, 1)


def test_money_is_counted_in_rupiah_and_evidence_is_closed_at_first(pemeran: Pemeran) -> None:
    uang = {"jenis": JenisBantuan.UANG, "jumlah": Decimal(5_000_000), "satuan": "rupiah"}
    janji = _janji(pemeran, **uang)
    baris = buat_terima(janji, pemeran.aparat, 2_000_000, bukti=buat_berkas())
    assert (janji.nilai, baris.nilai) == (5_000_000, 2_000_000)
    assert baris.bukti
    assert not baris.bukti.publik
    for umum in (True, False):
        tutup_bukti(penerimaan=baris, umum=umum, oleh=pemeran.aparat, alasan="Diperiksa lagi.")
        baris.bukti.refresh_from_db()
        assert baris.bukti.publik is umum
