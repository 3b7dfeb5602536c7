"""Spending as Siskeudes says it stands beside that of reports, and is never counted twice."""

import datetime as dt

import pytest

from core.galat import TidakBisa
from proyek.models import Gerak, JumlahDana, Proyek
from proyek.services.belanja import sisa_belanja, tulis_belanja
from proyek.services.siskeudes import saldo_siskeudes, tulis_siskeudes
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import HARI, buat_proyek

pytestmark = pytest.mark.django_db


def _siskeudes(proyek: Proyek, jumlah: int, pemeran: Pemeran) -> list[Gerak]:
    dana = proyek.pendanaan.get()
    isi = {"tahun": 2026, "sampai": dt.date(2026, 6, 30), "oleh": pemeran.kakam}
    return tulis_siskeudes(proyek=proyek, kumulatif={dana.pk: jumlah}, **isi)


def _laporan(proyek: Proyek, jumlah: int, pemeran: Pemeran, nomor: str) -> list[Gerak]:
    return tulis_belanja(
        proyek=proyek,
        nomor=nomor,
        nomor_lama=[],
        belanja={proyek.pendanaan.get().pk: jumlah},
        tanggal=HARI,
        oleh=pemeran.kakam,
    )


def test_a_report_takes_its_spending_out_of_siskeudes(pemeran: Pemeran) -> None:
    """Siskeudes says 60; a report tells of 25 of them, another one of more than the rest."""
    proyek = buat_proyek(pagu=100)
    dana = proyek.pendanaan.get()

    def belanja() -> int:
        return JumlahDana.objects.get(pendanaan=dana).dibelanjakan

    assert [g.jumlah for g in _siskeudes(proyek, 60, pemeran)] == [60]
    assert _siskeudes(proyek, 60, pemeran) == []
    assert sisa_belanja(proyek, []) == {dana.pk: 100}, "a report may tell of the same money"
    assert [g.jumlah for g in _laporan(proyek, 25, pemeran, "LAP-1")] == [25, -25]
    assert (belanja(), saldo_siskeudes(proyek)) == (60, {dana.pk: 35})
    _laporan(proyek, 45, pemeran, "LAP-2")
    assert (belanja(), saldo_siskeudes(proyek)) == (70, {dana.pk: 0})
    _siskeudes(proyek, 80, pemeran)
    assert (belanja(), saldo_siskeudes(proyek)) == (80, {dana.pk: 10})
    with pytest.raises(TidakBisa, match="laporan kemajuan sudah menulis"):
        _siskeudes(proyek, 69, pemeran)
    with pytest.raises(TidakBisa, match="melebihi anggarannya"):
        _siskeudes(proyek, 101, pemeran)
