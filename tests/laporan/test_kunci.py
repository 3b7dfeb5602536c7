"""The refusals of the database itself, proven with raw SQL."""

import datetime
import threading
from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, transaction

from laporan.models import Foto, LaporanKemajuan, Realisasi
from proyek.models import Pendanaan
from tests.alat.kunci import atur_pemicu, tanpa_ringkasan
from tests.pabrik.berkas import buat_berkas
from tests.pabrik.laporan import OKTOBER, buat_laporan
from tests.pabrik.orang import PenggunaFactory
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


def laporkan(dana: Pendanaan, pemeran, jumlah: int, **fields) -> LaporanKemajuan:
    laporan = buat_laporan(dana.proyek, pemeran.kakam, belanja={dana: jumlah}, **fields)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return laporan


def test_no_more_is_spent_than_the_source_has(dana, terbit, pemeran) -> None:
    with pytest.raises(IntegrityError, match="melebihi anggaran sumber ini"), transaction.atomic():
        laporkan(dana, pemeran, 41, periode=NOVEMBER)
    laporkan(dana, pemeran, 40, periode=NOVEMBER)


def test_a_correction_replaces_the_month_instead_of_adding_to_it(dana, terbit, pemeran) -> None:
    laporkan(dana, pemeran, 90, revisi=2, alasan_perbaikan="Nota susulan.")
    assert [r.jumlah for r in Realisasi.objects.berlaku()] == [90]
    with pytest.raises(IntegrityError, match="melebihi anggaran sumber ini"), transaction.atomic():
        laporkan(dana, pemeran, 11, periode=NOVEMBER)
    laporkan(dana, pemeran, 10, periode=NOVEMBER)


def test_a_draft_that_would_replace_a_month_frees_nothing_before_it_is_published(
    dana, terbit, pemeran
) -> None:
    laporkan(dana, pemeran, 10, revisi=2, alasan_perbaikan="Salah ketik.", terbit=False)
    with pytest.raises(IntegrityError, match="melebihi anggaran sumber ini"), transaction.atomic():
        laporkan(dana, pemeran, 41, periode=NOVEMBER)


def test_moving_a_draft_to_another_month_is_counted_again(dana, terbit, pemeran) -> None:
    laporkan(dana, pemeran, 60, revisi=2, alasan_perbaikan="Salah bulan.", terbit=False)
    with pytest.raises(IntegrityError, match="melebihi anggaran sumber ini"):
        sql("UPDATE laporan_laporankemajuan SET periode = %s WHERE revisi = 2", NOVEMBER)


def test_a_source_of_another_project_is_refused(dana, pemeran) -> None:
    lain = buat_proyek(judul="Drainase")
    buat_laporan(lain, pemeran.kakam, belanja={dana: 1}, terbit=False)
    with pytest.raises(IntegrityError, match="milik proyek lain"):
        sql("SELECT 1")
    connection.set_rollback(True)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_reports_at_the_same_moment_are_summed() -> None:
    dana = buat_dana(buat_proyek(), 100)
    oleh = PenggunaFactory()
    hasil: list[str] = []
    siap = threading.Barrier(2)

    def tulis(periode: datetime.date) -> None:
        try:
            with transaction.atomic():
                buat_laporan(dana.proyek, oleh, periode=periode, belanja={dana: 60}, terbit=False)
                siap.wait(10)
            hasil.append("masuk")
        except IntegrityError:
            hasil.append("ditolak")
        finally:
            connection.close()

    utas = [threading.Thread(target=tulis, args=[bulan]) for bulan in (OKTOBER, NOVEMBER)]
    with tanpa_ringkasan():
        for satu in utas:
            satu.start()
        for satu in utas:
            satu.join(20)
    assert sorted(hasil) == ["ditolak", "masuk"]
    assert Realisasi.objects.count() == 1
