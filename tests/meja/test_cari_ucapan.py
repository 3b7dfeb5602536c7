"""The search of a desk over checks of residents and notes of the BPK Kampung, and what it hides."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.moderasi.tampil import sembunyikan
from core.waktu import sekarang
from laporan.models.tentang import Tentang
from laporan.services.catatan import perbaiki
from laporan.services.cek import IsianCek, tarik
from laporan.services.cek_baca import hitamkan_cek
from proyek.enums import Tahap
from proyek.models import Proyek
from tests.meja.test_cari import CARI, temukan
from tests.pabrik.catatan import buat_catatan
from tests.pabrik.cek import buat_tentang, terbukti, tulis
from tests.pabrik.pemeran import KAMPUNG, KECAMATAN

pytestmark = pytest.mark.django_db
MEJA = sorted(KAMPUNG | KECAMATAN | {"aparat_lain"})
ZIRKON = IsianCek("tidak_sesuai", "Zirkonia di talud retak.")


def ditemukan(klien: Any, siapa: str, kata: str = "zirkonia") -> list[str]:
    hasil = temukan(klien(siapa), kata)
    return hasil.get("cek", []) + hasil.get("catatan", [])


@pytest.fixture
def tentang(pemeran: Any) -> Tentang:
    return buat_tentang(pemeran)


@pytest.mark.parametrize("siapa", MEJA)
def test_public_words_are_found_by_every_desk(
    klien: Any, pemeran: Any, tentang: Tentang, siapa: str
) -> None:
    cek = tulis(tentang, terbukti(pemeran), ZIRKON)
    catatan = buat_catatan(tentang.proyek, pemeran.bpk, "Papan zirkonia belum dipasang.")
    semua = [satu.get_absolute_url() for satu in (cek, catatan)]
    assert ditemukan(klien, siapa) == semua
    for alamat in semua:
        assert klien(siapa).get(alamat).status_code == 200


@pytest.mark.parametrize("siapa", MEJA)
def test_held_ones_are_for_the_kecamatan_alone(klien: Any, tentang: Tentang, siapa: str) -> None:
    tulis(tentang, None, ZIRKON)
    assert bool(ditemukan(klien, siapa)) is (siapa in KECAMATAN)


@pytest.mark.parametrize("siapa", MEJA)
def test_what_is_gone_is_found_by_nobody(
    klien: Any, pemeran: Any, tentang: Tentang, siapa: str
) -> None:
    """The name of a sender, black words, hidden ones, those taken back, and earlier words."""
    orang = terbukti(pemeran)
    cek = tulis(tentang, orang, ZIRKON)
    for kata in (orang.nama, str(orang.telepon), "pengirim"):
        assert not ditemukan(klien, siapa, kata)
    hitamkan_cek(cek=cek, kata=["Zirkonia"], alasan="Menyebut nama orang.", oleh=pemeran.staf)
    assert not ditemukan(klien, siapa)
    assert ditemukan(klien, siapa, "talud")
    sembunyikan(cek, oleh=pemeran.staf, alasan="Menyebut nama orang.")
    assert not ditemukan(klien, siapa, "talud")
    lain = tulis(Tentang(tentang.proyek), None, ZIRKON)
    tarik(cek=lain)
    catatan = buat_catatan(tentang.proyek, pemeran.bpk, "Papan zirkonia belum dipasang.")
    perbaiki(catatan=catatan, isi="Papan belum dipasang.", alasan="Keliru bahan.", oleh=pemeran.bpk)
    assert not ditemukan(klien, siapa)
    assert ditemukan(klien, siapa, "papan")


@pytest.mark.parametrize("siapa", MEJA)
def test_nothing_of_a_project_that_was_taken_back(
    klien: Any, pemeran: Any, tentang: Tentang, siapa: str
) -> None:
    tulis(tentang, terbukti(pemeran), ZIRKON)
    tulis(tentang, None, ZIRKON)
    buat_catatan(tentang.proyek, pemeran.bpk, "Papan zirkonia belum dipasang.")
    assert ditemukan(klien, siapa)
    semua = Proyek.objects.filter(pk=tentang.proyek.pk)
    semua.update(tahap=Tahap.DIBATALKAN, dicabut_pada=sekarang())
    assert not ditemukan(klien, siapa)


def test_many_cost_as_much_as_one(klien: Any, pemeran: Any, tentang: Tentang) -> None:
    """More than are shown say so without a list to lead to."""
    staf, kueri = klien("staf"), []
    for _ in range(7):
        tulis(tentang, None, ZIRKON)
        with CaptureQueriesContext(connection) as tanya:
            isi = staf.get(CARI, {"cari": "zirkonia"}).text
        kueri.append(len(tanya))
    assert len(set(kueri[1:])) == 1
    assert kueri[-1] <= 12
    assert "Masih ada yang lain" in isi
