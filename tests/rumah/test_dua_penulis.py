"""Two people write about the same project at the same moment: one waits for the other, the second
sees what the first one did, and no rupiah is lost or counted twice."""

from collections.abc import Callable
from typing import Any

import pytest

from core.galat import TidakBisa
from laporan.models import LaporanKemajuan
from laporan.services.terbitkan import terbitkan
from proyek.enums import Tahap
from proyek.models import JumlahDana, JumlahProyek, Keputusan, Pendanaan, Proyek
from proyek.services.keputusan import catat_keputusan
from proyek.services.pencairan import catat_pencairan
from proyek.services.perubahan import Ubahan, catat_perubahan
from proyek.services.tahap import ubah_tahap
from tests.pabrik.orang import PenggunaFactory
from tests.rumah.test_urutan_kunci import TANGGAL, Bahan, dua_arah
from transparansi.services.hitung import hitung_ulang

Perbuatan = Callable[[], object]


class Dua(Bahan):
    """Acts of an official of the kampung, whose papers need nobody's yes, on a project of 100."""

    def __init__(self) -> None:
        super().__init__()
        self.oleh = PenggunaFactory(kampung=self.kampung, peran="aparat")

    def ubah(self, proyek: Proyek, rupiah: int) -> Perbuatan:
        satu = Ubahan(proyek, 0, {}, {proyek.pendanaan.get().pk: rupiah})
        return lambda: catat_perubahan(keputusan=self.keputusan(), ubahan=[satu], oleh=self.oleh)

    def cairkan(self, proyek: Proyek, rupiah: int) -> Perbuatan:
        dana = proyek.pendanaan.get()
        return lambda: catat_pencairan(
            pendanaan=dana, tanggal=TANGGAL, jumlah=rupiah, oleh=self.oleh
        )

    def terbitkan(self, draf: LaporanKemajuan) -> Perbuatan:
        return lambda: terbitkan(laporan=draf, oleh=self.oleh)

    def selesaikan(self, proyek: Proyek) -> Perbuatan:
        lain = {"tanggal": TANGGAL, "oleh": self.oleh, "alasan": "Tuntas."}
        return lambda: ubah_tahap(proyek=proyek, ke=Tahap.SELESAI, **lain)

    def putus(self, proyek: Proyek, sumber: str, **lain: Any) -> Perbuatan:
        dana = [Pendanaan(sumber=sumber, tahun=2026, pagu=70)]
        kata = self.keputusan(proyek, **lain)
        return lambda: catat_keputusan(keputusan=kata, pendanaan=dana, oleh=self.oleh)


def ditolak(pertama: Perbuatan, kedua: Perbuatan, kata: str) -> None:
    """The first stands; the second waits for it and is told of it."""
    (galat,) = dua_arah(pertama, kedua)
    assert isinstance(galat, TidakBisa), repr(galat)
    assert kata in str(galat)


def jumlah(proyek: Proyek) -> tuple[int, int | None, int | None]:
    satu = JumlahProyek.objects.get(proyek=proyek)
    return satu.anggaran, satu.dicairkan, satu.dibelanjakan


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_writers_the_second_sees_what_the_first_did() -> None:
    """One test, because making the database anew takes longer than all of them."""
    dua = Dua()
    anggaran_melawan_pencairan(dua)
    dua_perubahan(dua)
    tahap_dan_laporan(dua)
    dua_keputusan(dua)
    assert hitung_ulang(betulkan=False) == 0


def anggaran_melawan_pencairan(dua: Dua) -> None:
    turun, cair = dua.proyek(), dua.proyek()
    ditolak(dua.ubah(turun, 50), dua.cairkan(turun, 60), "melebihi anggaran")
    assert jumlah(turun) == (50, None, None)
    surat = Keputusan.objects.count()
    ditolak(dua.cairkan(cair, 60), dua.ubah(cair, 50), "sudah dicairkan Rp")
    assert jumlah(cair) == (100, 60, None)
    assert Keputusan.objects.count() == surat


def dua_perubahan(dua: Dua) -> None:
    """Both read the same page: the later one is not written over the other."""
    proyek = dua.proyek()
    ditolak(dua.ubah(proyek, 120), dua.ubah(proyek, 90), "diubah orang lain")
    assert jumlah(proyek) == (120, None, None)


def tahap_dan_laporan(dua: Dua) -> None:
    """Neither speaks against the other, so both stand, whoever was first."""
    dulu, nanti = dua.laporan(), dua.laporan()
    for draf, perbuatan in (
        (dulu, [dua.terbitkan(dulu), dua.selesaikan(dulu.proyek)]),
        (nanti, [dua.selesaikan(nanti.proyek), dua.terbitkan(nanti)]),
    ):
        assert dua_arah(*perbuatan) == []
        assert jumlah(draf.proyek) == (100, None, 40)
        assert Proyek.objects.get(pk=draf.proyek_id).tahap == Tahap.SELESAI


def dua_keputusan(dua: Dua) -> None:
    """Both bring it into the budget, or both bring the same source: the money is there once."""
    naik, uang = dua.proyek(tahap=Tahap.MASUK_RKP), dua.proyek()
    ke = {"ke_tahap": Tahap.DIANGGARKAN}
    ditolak(dua.putus(naik, "add", **ke), dua.putus(naik, "pad", **ke), "Sudah dianggarkan")
    ditolak(dua.putus(uang, "add"), dua.putus(uang, "add"), "sudah punya")
    for proyek in (naik, uang):
        assert jumlah(proyek)[0] == 170
        assert list(JumlahDana.objects.filter(pendanaan__proyek=proyek).values_list(
            "pendanaan__sumber", "anggaran")) == [("dd", 100), ("add", 70)]  # fmt: skip
