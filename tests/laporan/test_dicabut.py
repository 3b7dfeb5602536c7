"""Nothing about a project that was taken back waits on a desk, or stands on a page."""

from typing import Any

import pytest

from core.waktu import sekarang
from laporan.models import CekWarga
from laporan.services.cek import IsianCek
from meja.urusan import hitung, pertama
from proyek.enums import Tahap
from proyek.models import Proyek
from proyek.services.fungsi import Isian, jawab_warga
from tests.alat.baca import teks
from tests.pabrik.catatan import buat_catatan
from tests.pabrik.cek import buat_tentang, terbukti, tulis
from tests.pabrik.lestari import buat_serah
from tests.pabrik.pemeran import SEMUA_PERAN
from warga.models import Pengguna

pytestmark = pytest.mark.django_db
KATA = "Kata tertahan Zirkonia."
MEJA = ("kakam", "aparat", "staf", "camat", "admin", "bpk")


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    """A work with a check that is answered, one that is held, and a note."""
    tentang = buat_tentang(pemeran)
    tulis(tentang, terbukti(pemeran))
    tulis(tentang, None, IsianCek("pertanyaan", KATA))
    buat_catatan(tentang.proyek, pemeran.bpk)
    return tentang.proyek


def cabut(proyek: Proyek) -> None:
    semua = Proyek.objects.filter(pk=proyek.pk)
    semua.update(tahap=Tahap.DIBATALKAN, dicabut_pada=sekarang())


def menunggu(pemeran: Any, siapa: str) -> set[str]:
    """Return the kinds of work that are counted and shown."""
    oleh = Pengguna.objects.untuk_sesi().get(pk=pemeran[siapa].pk)
    dihitung = {nama for nama, n in hitung(oleh).items() if n}
    return dihitung | {satu.urusan.nama for satu in pertama(oleh, 50)}


def tentang_cek(nama: set[str]) -> set[str]:
    return {n for n in nama if n == "cek" or n == "fungsi" or n.startswith("tanggapi_")}


def test_no_desk_waits_for_it(klien: Any, pemeran: Any, proyek: Proyek) -> None:
    sebelum = {siapa: tentang_cek(menunggu(pemeran, siapa)) for siapa in MEJA}
    assert "cek" in sebelum["staf"]
    assert {"tanggapi_cek_kampung", "tanggapi_catatan_kampung"} <= sebelum["kakam"]
    assert KATA in teks(klien("staf").get("/kerja/tertahan/"))
    cabut(proyek)
    for siapa in MEJA:
        assert not tentang_cek(menunggu(pemeran, siapa)), siapa
    assert KATA not in teks(klien("staf").get("/kerja/tertahan/"))
    assert proyek.judul not in teks(klien("kakam").get("/kerja/tanggapi/"))


def test_no_page_shows_it(klien: Any, proyek: Proyek) -> None:
    satu = CekWarga.objects.umum().get()
    cabut(proyek)
    for siapa in SEMUA_PERAN:
        status = klien(siapa).get(satu.get_absolute_url()).status_code
        masih = {"warga", "staf", "petugas_rahasia", "camat", "admin"}  # its sender, and who reads
        assert status == (200 if siapa in masih else 404), siapa


def test_words_about_a_work_wait_no_more(pemeran: Any) -> None:
    proyek = buat_serah(kampung=pemeran.kampung)
    jawab_warga(proyek=proyek, isian=Isian("tidak", KATA), oleh=None)
    assert "fungsi" in menunggu(pemeran, "staf")
    cabut(proyek)
    assert "fungsi" not in menunggu(pemeran, "staf")
