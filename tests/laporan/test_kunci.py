"""The refusals of the database itself, proven with raw SQL."""

import datetime
from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, transaction

from laporan.models import Foto, LaporanKemajuan, Realisasi
from proyek.models import Gerak, JumlahDana, Pendanaan
from tests.alat.kunci import atur_pemicu
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_dana, buat_proyek

NOVEMBER = datetime.date(2026, 11, 1)
TABEL = ("laporan_laporankemajuan", "laporan_realisasi", "laporan_foto")


def sql(perintah: str, *args: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(perintah, args)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.fixture
def dana(db: None) -> Pendanaan:
    return buat_dana(buat_proyek(), 100)


@pytest.fixture
def terbit(dana: Pendanaan, pemeran) -> LaporanKemajuan:
    return buat_laporan(dana.proyek, pemeran.kakam, belanja={dana: 60}, foto=1)


@pytest.mark.parametrize("tabel", TABEL)
@pytest.mark.parametrize("perintah", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_what_is_published_is_locked(terbit: LaporanKemajuan, tabel: str, perintah: str) -> None:
    with pytest.raises(IntegrityError, match="sudah terbit tidak boleh diubah atau dihapus"):
        sql(perintah.format(tabel))


def test_nothing_is_added_to_a_published_report(terbit: LaporanKemajuan) -> None:
    dana = buat_dana(terbit.proyek, 50, sumber="add")
    with pytest.raises(IntegrityError, match="sudah terbit"), transaction.atomic():
        Realisasi.objects.create(laporan=terbit, pendanaan=dana, jumlah=1)
    with pytest.raises(IntegrityError, match="sudah terbit"), transaction.atomic():
        Foto.objects.create(laporan=terbit, berkas=buat_berkas())


def test_a_row_cannot_be_moved_out_of_a_published_report(terbit, pemeran) -> None:
    draf = buat_laporan(terbit.proyek, pemeran.kakam, periode=NOVEMBER, terbit=False)
    with pytest.raises(IntegrityError, match="sudah terbit"):
        sql("UPDATE laporan_foto SET laporan_id = %s", draf.pk)


@pytest.mark.parametrize("tabel", TABEL)
def test_they_cannot_be_emptied(tabel: str, truncate_ditolak: None) -> None:
    with pytest.raises(IntegrityError, match="sudah terbit"):
        sql(f"TRUNCATE {tabel} CASCADE")


@pytest.fixture
def truncate_ditolak(db: None) -> Iterator[None]:
    atur_pemicu("ENABLE")
    yield
    atur_pemicu("DISABLE")


def test_a_draft_may_change_and_go(dana: Pendanaan, pemeran) -> None:
    draf = buat_laporan(dana.proyek, pemeran.kakam, belanja={dana: 60}, foto=1, terbit=False)
    draf.narasi = "Berubah"
    draf.save()
    draf.delete()
    assert not Realisasi.objects.exists()
    assert not Foto.objects.exists()


def test_a_correction_replaces_the_month_instead_of_adding_to_it(dana, terbit, pemeran) -> None:
    buat_laporan(
        dana.proyek, pemeran.kakam, belanja={dana: 90}, revisi=2, alasan_perbaikan="Nota susulan."
    )
    assert JumlahDana.objects.get().dibelanjakan == 90
    kedua = Gerak.objects.get(pos="dibelanjakan", jumlah=30)
    assert kedua.membetulkan == Gerak.objects.get(pos="dibelanjakan", jumlah=60)
    assert kedua.keterangan == "Nota susulan."
    with pytest.raises(IntegrityError, match="melebihi anggaran sumber ini"), transaction.atomic():
        buat_laporan(dana.proyek, pemeran.kakam, belanja={dana: 11}, periode=NOVEMBER)


def test_a_source_of_another_project_is_refused(dana, pemeran) -> None:
    lain = buat_proyek(judul="Drainase")
    with pytest.raises(IntegrityError, match="milik proyek lain"), transaction.atomic():
        buat_laporan(lain, pemeran.kakam, belanja={dana: 1}, terbit=False)


def test_a_falling_percent_says_why(terbit: LaporanKemajuan, pemeran) -> None:
    turun = {"periode": NOVEMBER, "persen": 39}
    with pytest.raises(IntegrityError, match=terbit.nomor or ""), transaction.atomic():
        buat_laporan(terbit.proyek, pemeran.kakam, **turun)
    with pytest.raises(IntegrityError, match="Persen lebih kecil"), transaction.atomic():
        buat_laporan(terbit.proyek, pemeran.kakam, **turun, alasan_turun=" \t")
    buat_laporan(terbit.proyek, pemeran.kakam, **turun, alasan_turun="Salah ukur.")


@pytest.mark.parametrize(
    "ganti",
    [
        "UPDATE core_berkas SET nama = repeat('a', 32) || '.webp'",
        "UPDATE core_berkas SET nama_publik = NULL",
        "UPDATE core_berkas SET jenis = 'dokumen'",
    ],
)
def test_no_other_picture_stands_in_the_place_of_a_published_one(terbit, ganti: str) -> None:
    sql("UPDATE core_berkas SET nama_publik = repeat('b', 32) || '.webp'")  # it becomes public
    with pytest.raises(IntegrityError, match="tidak boleh diganti"):
        sql(ganti)
