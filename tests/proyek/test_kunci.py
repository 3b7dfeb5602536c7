"""The refusals of the database itself, proven with raw SQL."""

import threading
from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, transaction

from proyek.models import Bidang, Kegiatan, Pencairan, Pendanaan, SubBidang
from tests.alat.kunci import atur_pemicu, tanpa_ringkasan
from tests.pabrik.proyek import HARI, buat_dana, buat_keputusan, buat_pencairan, buat_proyek

TABEL = ("proyek_keputusan", "proyek_pendanaan", "proyek_pencairan")


def sql(perintah: str, *args: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(perintah, args)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.fixture
def isi(pemeran) -> None:
    """One row in each of the locked tables."""
    proyek = buat_proyek()
    buat_pencairan(buat_dana(proyek, 100), 40)
    buat_keputusan(pemeran.aparat, proyek=proyek)


@pytest.fixture
def truncate_ditolak(db: None) -> Iterator[None]:
    atur_pemicu("ENABLE")
    yield
    atur_pemicu("DISABLE")


@pytest.mark.parametrize("tabel", TABEL)
@pytest.mark.parametrize("perintah", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_money_and_decisions_are_only_added_to(isi: None, tabel: str, perintah: str) -> None:
    with pytest.raises(IntegrityError, match="tidak boleh diubah atau dihapus"):
        sql(perintah.format(tabel))


@pytest.mark.parametrize("tabel", TABEL)
def test_they_cannot_be_emptied(db: None, truncate_ditolak: None, tabel: str) -> None:
    with pytest.raises(IntegrityError, match="tidak boleh diubah atau dihapus"):
        sql(f"TRUNCATE {tabel} CASCADE")


def test_no_more_is_received_than_the_source_has(pemeran) -> None:
    dana = buat_dana(buat_proyek(), 100)
    perintah = "INSERT INTO proyek_pencairan (pendanaan_id, tanggal, jumlah, keterangan) "
    perintah += "VALUES (%s, %s, %s, '')"
    sql(perintah, dana.pk, HARI, 60)
    sql(perintah, dana.pk, HARI, 40)
    with pytest.raises(IntegrityError, match="melebihi anggaran sumber ini"):
        sql(perintah, dana.pk, HARI, 1)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_payments_at_the_same_moment_are_summed() -> None:
    dana = buat_dana(buat_proyek(), 100)
    hasil: list[str] = []
    siap = threading.Barrier(2)

    def terima() -> None:
        try:
            with transaction.atomic():
                buat_pencairan(dana, 60)
                siap.wait(10)
            hasil.append("masuk")
        except IntegrityError:
            hasil.append("ditolak")
        finally:
            connection.close()

    utas = [threading.Thread(target=terima) for _ in range(2)]
    with tanpa_ringkasan():
        for satu in utas:
            satu.start()
        for satu in utas:
            satu.join(20)
    assert sorted(hasil) == ["ditolak", "masuk"]
    assert Pencairan.objects.count() == 1


def test_reference_codes_are_there_after_migrating(db: None) -> None:
    assert list(Bidang.objects.values_list("kode", flat=True)) == ["1", "2", "3", "4", "5"]
    assert SubBidang.objects.count() == 27
    jalan = Kegiatan.objects.select_related("sub_bidang__bidang").get(kode="2.3.10")
    assert (jalan.sub_bidang.kode, jalan.sub_bidang.bidang.kode) == ("2.3", "2")
    assert Kegiatan.objects.exclude(nama_resmi="").count() == 151  # Permendagri 20/2018
    assert {k.kode for k in Kegiatan.objects.all() if k.belum_dipastikan} == {"2.3.90", "2.4.93"}
    assert not Kegiatan.objects.filter(nama__iregex=r"\ydesa\y").exists()


def test_a_source_stands_once_per_year(db: None) -> None:
    dana = buat_dana(buat_proyek(), 100)
    with pytest.raises(IntegrityError):
        Pendanaan.objects.create(proyek=dana.proyek, sumber=dana.sumber, tahun=dana.tahun, pagu=1)
