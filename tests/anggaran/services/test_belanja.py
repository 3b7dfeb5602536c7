"""One upload settles a report that awaits its money."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from anggaran.bacaan.belanja import isian_proyek
from anggaran.models import AnggaranKampung
from anggaran.services.belanja import isi_proyek
from anggaran.services.impor import Unggahan, unggah
from laporan.models import BelanjaMenyusul, LaporanKemajuan
from laporan.services.foto import tambah_foto
from laporan.services.terbitkan import terbitkan
from laporan.services.tulis import simpan_draf
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_dana, buat_proyek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tanpa_libur")]
CETAK = Path(__file__).parent.parent / "contoh" / "siskeudes-lra-cetak.csv"
SAMPAI = dt.date(2026, 6, 30)


def test_the_money_that_follows_comes_from_siskeudes(pemeran: Pemeran) -> None:
    """The report is settled; a project with two sources, of which the print tells none, is named
    and stays."""
    proyek = buat_proyek(pemeran.kampung, pagu=154_700_000, mulai_nyata=dt.date(2026, 10, 1))
    isi = {"periode": dt.date(2026, 10, 1), "persen": Decimal(40), "belanja_menyusul": True}
    laporan = LaporanKemajuan(proyek=proyek, **isi)
    simpan_draf(laporan=laporan, realisasi=[], oleh=pemeran.kakam)
    tambah_foto(laporan=laporan, berkas=buat_berkas())
    terbitkan(laporan=laporan, oleh=pemeran.kakam)
    surat = AnggaranKampung(kampung=pemeran.kampung, tahun=2026, jenis="realisasi", ke=1)
    kata = Unggahan(149_606_000, SAMPAI)
    impor = unggah(surat=surat, isi=CETAK.read_bytes(), unggahan=kata, oleh=pemeran.kakam)
    for _ in range(2):
        isi_proyek(impor=impor, sampai=SAMPAI, oleh=pemeran.kakam)
        assert proyek.pendanaan.with_uang().get().jumlah.sudah_dibelanjakan == 149_606_000
    assert not BelanjaMenyusul.objects.ditunggu().exists()
    buat_dana(proyek, 5, "add")
    (satu,) = isian_proyek(impor)
    assert "tidak menyebut sumber dana" in satu.halangan
