"""Prints and tables of Siskeudes are taken in as a whole, once, or leave no trace."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anggaran.enums import JenisAnggaran
from anggaran.models import AnggaranKampung, BarisAnggaran, Impor, KodeSiskeudes, StatusImpor
from anggaran.services import impor as impor_layanan
from anggaran.services.impor import (
    Ditolak,
    Unggahan,
    ambil,
    baca_unggahan,
    rapikan,
    unggah,
)
from core.antrean.tugas import kerjakan_semua
from core.berkas.xlsx import xlsx
from core.models import Tugas
from proyek.models import Gerak
from tests.pabrik.kampung import KampungFactory
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
CONTOH = Path(__file__).parent.parent / "contoh"
SEMUA = (AnggaranKampung, BarisAnggaran, Impor, KodeSiskeudes, Gerak, Tugas)


def _isi(nama: str) -> bytes:
    return (CONTOH / f"siskeudes-{nama}.csv").read_bytes()


def _unggah(pemeran: Pemeran, isi: bytes, total: int, jenis: str = "murni", **lain: Any) -> Impor:
    ke = 0 if jenis == "murni" else 1
    surat = AnggaranKampung(kampung=pemeran.kampung, tahun=2026, jenis=jenis, ke=ke)
    return unggah(surat=surat, isi=isi, unggahan=Unggahan(total, **lain), oleh=pemeran.aparat)


def _ambil(pemeran: Pemeran, *args: Any, **lain: Any) -> AnggaranKampung:
    return ambil(impor=_unggah(pemeran, *args, **lain), oleh=pemeran.aparat)


def _sebut(anggaran: AnggaranKampung) -> list[tuple[str, str, int]]:
    return [(b.sumber or b.kode, b.uraian, b.jumlah) for b in anggaran.baris.urut()]


def test_the_print_and_the_tables_come_together(pemeran: Pemeran) -> None:
    """The print brings spending, the table income beside it; the same code is remembered."""
    draf = _ambil(pemeran, _isi("lra-cetak"), 150_700_000)
    nama = "Pembangunan/Rehabilitasi/Peningkatan/Pengerasan Jalan Desa"
    assert _sebut(draf) == [("2.3.10", nama, 150_700_000)]
    rab = _ambil(pemeran, _isi("Ta_RAB"), 190_700_000)
    assert rab == draf
    assert draf.baris.per_kelompok() == {"belanja": 190_700_000, "pendapatan": 650_000_000}
    assert KodeSiskeudes.objects.get().kode == "99.2099."
    ubah = _ambil(pemeran, _isi("Ta_RAB"), 189_200_000, "perubahan")
    assert ubah.baris.per_kelompok() == {"belanja": 189_200_000, "pendapatan": 345_350_000}
    lain = AnggaranKampung(kampung=KampungFactory(), tahun=2026, jenis="murni")
    with pytest.raises(Ditolak, match=r"99\.2099\. sudah tercatat"):
        unggah(surat=lain, isi=_isi("Ta_RAB"), unggahan=Unggahan(190_700_000), oleh=pemeran.staf)


def test_one_upload_fills_the_spending_of_a_project(pemeran: Pemeran) -> None:
    """Twice is as once; a project beside another of the same kegiatan stays as it is."""
    proyek = buat_proyek(pemeran.kampung, pagu=154_700_000)
    kata = {"jenis": "realisasi", "sampai": dt.date(2026, 6, 30)}
    for _ in range(2):
        _ambil(pemeran, _isi("lra-cetak"), 149_606_000, **kata)
        dana = proyek.pendanaan.with_uang().get()
        assert dana.jumlah.sudah_dibelanjakan == 149_606_000
    gerak = Gerak.objects.get(laporan_nomor="SIS-2026")
    assert gerak.keterangan == "Belanja menurut Siskeudes sampai 30 Juni 2026."
    buat_proyek(pemeran.kampung, pagu=1_000_000)
    _ambil(pemeran, _isi("lra-cetak"), 149_606_000, **kata)
    assert Gerak.objects.filter(laporan_nomor="SIS-2026").count() == 1


TOLAK = [
    (lambda: _isi("lra-cetak"), 150_700_001, "padahal Anda menulis"),
    (lambda: _isi("Ta_Kegiatan"), 1, "data orang"),
    (lambda: b"a;b\n1;2\n", 1, "tidak kami kenali"),
    (lambda: b"Kode Keg.;Anggaran\n2.3.10;1.000,50\n2.1;7\n", 1, "Baris 2: jumlah"),
    (lambda: b"Kode Keg.;Anggaran;Pagu\n2.3.10;1;1\n", 1, "dua kolom"),
    (lambda: b"Kode Keg.;Nama Kegiatan;Anggaran\n2.3.10;3578011234567890;1\n", 1, "data orang"),
    (lambda: b"Kd_Keg;Sumberdana;Anggaran\n02.03.10;XYZ;1\n", 1, "tidak dikenal"),
    (lambda: b"Tahun;Kd_Keg;Anggaran\n2025;02.03.10;1\n", 1, "bukan 2026"),
    (lambda: b"Kd_Desa;Kd_Keg;Anggaran\n1.1.;02.03.10;1\n2.2.;02.03.10;1\n", 2, "beberapa desa"),
    (lambda: _isi("lra-cetak").replace(b"41.600.000,00;41", b"41.600.001,00;41"), 1, "Sub-Total"),
]


@pytest.mark.parametrize(("isi", "total", "kata"), TOLAK)
def test_a_refused_import_leaves_no_trace(pemeran: Any, isi: Any, total: int, kata: str) -> None:
    banyak = [model._default_manager.count() for model in SEMUA]
    with pytest.raises(Ditolak) as galat:
        _unggah(pemeran, isi(), total)
    assert kata in " ".join(galat.value.masalah).replace("\u00a0", " ")
    assert [model._default_manager.count() for model in SEMUA] == banyak


def test_a_large_file_is_read_by_the_worker(pemeran: Pemeran, monkeypatch: Any) -> None:
    """The file is gone once it was read, and a refusal is kept in words alone."""
    monkeypatch.setattr(impor_layanan, "KECIL", 50)
    besar = _isi("lra-cetak")
    impor = _unggah(pemeran, besar, 150_700_000)
    salah = _unggah(pemeran, besar, 5)
    assert impor.status == StatusImpor.MENUNGGU
    kerjakan_semua()
    for satu in (impor, salah):
        satu.refresh_from_db()
        assert satu.isi is None
    assert (impor.status, salah.status) == (StatusImpor.SIAP, StatusImpor.DITOLAK)
    assert "padahal Anda menulis" in salah.masalah[0]
    baca_unggahan(impor.pk)
    Impor.objects.update(dibuat=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert rapikan() == 2


KOLOM = ("Kode Keg.", "NAMA KEGIATAN", "anggaran (Rp)", "Sumber Dana")


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    urut=st.permutations(range(4)),
    uang=st.lists(st.integers(0, 10**9), min_size=1, max_size=4),
)
def test_importing_twice_is_importing_once(
    pemeran: Pemeran, urut: list[int], uang: list[int]
) -> None:
    """Whatever the order of the columns; the sums of the draft are those of the table."""
    isi = [[f"2.3.{i + 10}", f"Kegiatan {i}", rp, "DDS"] for i, rp in enumerate(uang)]
    tabel = xlsx([[baris[k] for k in urut] for baris in (KOLOM, *isi)])
    sekali = _sebut(_ambil(pemeran, tabel, sum(uang)))
    assert sekali == [(f"2.3.{i + 10}", f"Kegiatan {i}", rp) for i, rp in enumerate(uang)]
    assert _sebut(_ambil(pemeran, tabel, sum(uang))) == sekali
    assert AnggaranKampung.objects.get().jenis == JenisAnggaran.MURNI
