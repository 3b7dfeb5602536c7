"""Spending in the ledger, report by report."""

import pytest

from core.galat import TidakBisa
from proyek.models import Gerak, JumlahDana, Pendanaan, Proyek
from proyek.services.belanja import pastikan_sisa, sisa_belanja, tulis_belanja
from tests.pabrik.proyek import HARI, buat_dana, buat_proyek


@pytest.fixture
def proyek(db: None) -> Proyek:
    return buat_proyek(pagu=100)


class Bulan:
    """The revisions of one month, as they come out."""

    def __init__(self, proyek: Proyek, oleh: object, awalan: str) -> None:
        self.proyek, self.oleh, self.awalan = proyek, oleh, awalan
        self.nomor: list[str] = []

    def terbit(self, belanja: dict[Pendanaan, int]) -> list[Gerak]:
        nomor = f"{self.awalan}-{len(self.nomor)}"
        baris = tulis_belanja(
            proyek=self.proyek,
            nomor=nomor,
            nomor_lama=self.nomor,
            belanja={dana.pk: jumlah for dana, jumlah in belanja.items()},
            tanggal=HARI,
            oleh=self.oleh,
            alasan="Nota susulan." if self.nomor else "",
        )
        self.nomor.append(nomor)
        return baris


def belanja(dana: Pendanaan) -> int | None:
    return JumlahDana.objects.get(pendanaan=dana).sudah_dibelanjakan


def test_a_revision_writes_the_difference_and_names_its_row(proyek, pemeran) -> None:
    dana, bulan = proyek.pendanaan.get(), Bulan(proyek, pemeran.kakam, "A")
    (satu,) = bulan.terbit({dana: 60})
    (dua,) = bulan.terbit({dana: 45})
    assert (dua.jumlah, dua.membetulkan, dua.dasar) == (-15, satu, "pembetulan")
    assert bulan.terbit({dana: 45}) == []
    (tiga,) = bulan.terbit({dana: 50})
    assert (tiga.jumlah, tiga.membetulkan, belanja(dana)) == (5, dua, 50)


def test_zero_is_known_and_what_is_to_follow_is_not(proyek, pemeran) -> None:
    dana, bulan = proyek.pendanaan.get(), Bulan(proyek, pemeran.kakam, "A")
    assert belanja(dana) is None
    bulan.terbit({dana: 0})
    assert belanja(dana) == 0
    (batal,) = bulan.terbit({})
    assert (batal.dasar, belanja(dana)) == ("pembatalan", None)
    (lagi,) = bulan.terbit({dana: 7})
    assert (lagi.membetulkan, belanja(dana)) == (None, 7)


def test_a_source_that_came_later_is_told_by_a_revision(proyek, pemeran) -> None:
    dana, bulan = proyek.pendanaan.get(), Bulan(proyek, pemeran.kakam, "A")
    bulan.terbit({dana: 60})
    lain = buat_dana(proyek, 30, sumber="add")
    bulan.terbit({dana: 60, lain: 30})
    assert (belanja(dana), belanja(lain)) == (60, 30)


def test_what_is_left_counts_other_months_and_not_its_own(proyek, pemeran) -> None:
    dana = proyek.pendanaan.get()
    mei, juni = (Bulan(proyek, pemeran.kakam, nama) for nama in "AB")
    mei.terbit({dana: 60})
    juni.terbit({dana: 30})
    assert sisa_belanja(proyek, mei.nomor) == {dana.pk: 70}
    assert sisa_belanja(proyek, []) == {dana.pk: 10}
    pastikan_sisa(dana, 70, 70)
    with pytest.raises(TidakBisa, match=r"sisanya Rp.70 dari anggaran Rp.100"):
        pastikan_sisa(dana, 71, 70)
