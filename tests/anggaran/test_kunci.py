"""The locks and sums that the database itself holds of a budget."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from anggaran.enums import JenisAnggaran, Kelompok
from anggaran.models import AnggaranKampung, BarisAnggaran
from proyek.enums import SumberDana
from tests.pabrik.anggaran import (
    AnggaranFactory,
    anggaran_terbit,
    isi_baris,
    terbitkan_anggaran,
)

pytestmark = pytest.mark.django_db


def _ditolak(kata: str, fungsi: Any) -> None:
    with pytest.raises(IntegrityError, match=kata), transaction.atomic():
        fungsi()


def test_a_published_paper_and_its_rows_stay() -> None:
    """Whatever program writes: a correction is another version."""
    anggaran = anggaran_terbit()
    satu = anggaran.baris.first()
    assert satu
    satu.jumlah += 1
    baru = BarisAnggaran(
        anggaran=anggaran, kelompok=Kelompok.PENDAPATAN, sumber=SumberDana.ADD, jumlah=1
    )
    for fungsi in (satu.save, satu.delete, baru.save, anggaran.save, anggaran.delete):
        _ditolak("sudah terbit", fungsi)
    draf = AnggaranFactory(kampung=anggaran.kampung, versi=2, alasan="Salah ketik.")
    _ditolak("sudah terbit", lambda: anggaran.baris.update(anggaran=draf))
    isi_baris(draf)
    assert [a.versi for a in AnggaranKampung.objects.berlaku()] == [1]
    terbitkan_anggaran(draf)
    assert [a.versi for a in AnggaranKampung.objects.berlaku()] == [2]


def test_sums_agree_before_publishing() -> None:
    kosong = AnggaranFactory()
    _ditolak("tanpa isi", lambda: terbitkan_anggaran(kosong))
    pincang = AnggaranFactory()
    isi_baris(pincang, masuk={SumberDana.DD: 100}, belanja={"1": 70, "2": 40}, silpa_lalu=9)
    _ditolak("belum cocok", lambda: terbitkan_anggaran(pincang))
    genap = AnggaranFactory(silpa=5)
    isi_baris(genap, masuk={SumberDana.DD: 100}, belanja={"1": 70, "2": 40}, silpa_lalu=15)
    assert terbitkan_anggaran(genap).baris.per_kelompok() == {
        "pendapatan": 100,
        "belanja": 110,
        "penerimaan": 15,
    }
    nyata = AnggaranFactory(jenis=JenisAnggaran.REALISASI, ke=1)
    isi_baris(nyata, masuk={SumberDana.DD: 100}, belanja={"1": 30})
    assert terbitkan_anggaran(nyata).terbit


def test_one_paper_of_each_kind_and_version() -> None:
    draf = AnggaranFactory()
    _ditolak("satu_draf", lambda: AnggaranFactory(kampung=draf.kampung, versi=2, alasan="x"))
    _ditolak("ke_sesuai", lambda: AnggaranFactory(ke=1))
    _ditolak("ke_sesuai", lambda: AnggaranFactory(jenis=JenisAnggaran.REALISASI, ke=3))
    _ditolak("versi_beralasan", lambda: AnggaranFactory(versi=2))
    isi_baris(draf)
    _ditolak("baris_anggaran_unik", lambda: isi_baris(draf))
