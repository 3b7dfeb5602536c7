"""Random histories of the ledger: every figure is equal wherever it stands, and none leaves its
bounds."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.galat import TidakBisa
from core.waktu import hari_ini
from proyek.enums import DasarGerak, Tahap
from proyek.models import Gerak, JumlahDana, Pendanaan, Proyek
from proyek.services.belanja import kunci_sumber, pastikan_sisa, sisa_belanja, tulis_belanja
from proyek.services.pencairan import batalkan_pencairan, betulkan_pencairan, catat_pencairan
from proyek.services.uang import ubah_anggaran
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_dana, buat_proyek
from transparansi.bacaan.ringkasan import uang
from transparansi.services.hitung import hitung_ulang

LANGKAH = st.tuples(st.integers(0, 7), st.integers(0, 3), st.integers(1, 120))


class Riwayat:
    """Two projects with two sources each, and the acts on them."""

    def __init__(self, pemeran: Pemeran) -> None:
        self.p, self.terbit = pemeran, {}
        self.proyek = [buat_proyek(pemeran.kampung), buat_proyek(pemeran.kampung_lain)]
        self.dana = [buat_dana(p, 100, s) for p in self.proyek for s in ("dd", "add")]

    def laku(self, ke: int, yang: int, rupiah: int) -> None:
        semua: list[Callable[[Pendanaan, int], Any]] = [
            self.cair, self.kembali, self.batal, self.betul,
            self.anggaran, self.lapor, self.pindah, self.tahap,
        ]  # fmt: skip
        try:
            with transaction.atomic():
                semua[ke](self.dana[yang], rupiah)
        except TidakBisa:
            pass

    def cair(self, dana: Pendanaan, rupiah: int, kembali: bool = False) -> None:
        isi = {"jumlah": rupiah, "tanggal": hari_ini(), "oleh": self.p.aparat}
        catat_pencairan(pendanaan=dana, kembali=kembali, **isi)

    def kembali(self, dana: Pendanaan, rupiah: int) -> None:
        self.cair(dana, rupiah, kembali=True)

    def batal(self, dana: Pendanaan, rupiah: int) -> None:
        if gerak := dana.gerak.pencairan().first():
            batalkan_pencairan(gerak=gerak, alasan="Salah.", oleh=self.p.aparat)

    def betul(self, dana: Pendanaan, rupiah: int) -> None:
        if gerak := dana.gerak.pencairan().last():
            isi = {"jumlah": rupiah, "tanggal": hari_ini(), "oleh": self.p.aparat}
            betulkan_pencairan(gerak=gerak, alasan="Salah.", **isi)

    def anggaran(self, dana: Pendanaan, rupiah: int) -> None:
        isi = {"tanggal": hari_ini(), "dasar": DasarGerak.PERUBAHAN, "oleh": self.p.aparat}
        ubah_anggaran(selisih={dana.pk: rupiah - 60}, **isi)

    def lapor(self, dana: Pendanaan, rupiah: int) -> None:
        """A report, or a revision, of one of three months."""
        lama = self.terbit.setdefault((dana.proyek_id, rupiah % 3), [])
        sumber = kunci_sumber(dana.proyek)
        pastikan_sisa(sumber[dana.pk], rupiah, sisa_belanja(dana.proyek, lama)[dana.pk])
        nomor = f"L{dana.proyek_id}-{rupiah % 3}-{len(lama)}"
        isi = {"tanggal": hari_ini(), "oleh": self.p.kakam, "alasan": "Nota."}
        belanja = {dana.pk: rupiah}
        tulis_belanja(proyek=dana.proyek, nomor=nomor, nomor_lama=lama, belanja=belanja, **isi)
        lama.append(nomor)

    def pindah(self, dana: Pendanaan, rupiah: int) -> None:
        ke = (self.p.kampung, self.p.kampung_lain)[rupiah % 2]
        Proyek.objects.filter(pk=dana.proyek_id).update(kampung=ke)

    def tahap(self, dana: Pendanaan, rupiah: int) -> None:
        ke = (Tahap.BERJALAN, Tahap.USULAN, Tahap.DIBATALKAN)[rupiah % 3]
        Proyek.objects.filter(pk=dana.proyek_id).update(tahap=ke)

    def periksa(self) -> None:
        assert hitung_ulang(betulkan=False) == 0
        for j in JumlahDana.objects.all():
            assert 0 <= j.dibelanjakan <= j.anggaran
            assert 0 <= j.dicairkan <= j.anggaran
        hasil = uang(2026)
        for menurut in (hasil.per_kampung, hasil.per_bidang, hasil.per_sumber):
            for nama in ("anggaran", "direncanakan"):
                jumlah = sum(getattr(j, nama) for j in menurut.values())
                assert jumlah == getattr(hasil.total, nama)
        hidup = Gerak.objects.filter(pendanaan__proyek__tahap=Tahap.BERJALAN)
        ada = sum(hidup.filter(pos="dibelanjakan").values_list("jumlah", flat=True))
        assert (hasil.total.dibelanjakan or 0) == ada


@pytest.mark.django_db
@settings(
    max_examples=8, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(langkah=st.lists(LANGKAH, min_size=5, max_size=20))
def test_every_figure_is_equal_after_any_history(pemeran: Pemeran, langkah: list) -> None:
    with transaction.atomic():
        riwayat = Riwayat(pemeran)
        for satu in langkah:
            riwayat.laku(*satu)
        riwayat.periksa()
        transaction.set_rollback(True)
