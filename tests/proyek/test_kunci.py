"""The refusals of the database itself, proven with raw SQL."""

import threading
from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, transaction

from proyek.models import Bidang, Gerak, JumlahDana, Kegiatan, Pendanaan, SubBidang
from tests.alat.kunci import atur_pemicu
from tests.alat.rumah.rekam_kunci import tunggu_yang_menunggu_saya
from tests.pabrik.proyek import HARI, buat_dana, buat_keputusan, buat_pencairan, buat_proyek
from tests.transparansi.test_serentak import bersamaan

TABEL = ("proyek_keputusan", "proyek_pendanaan", "proyek_gerak")


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


def baris(dana: Pendanaan, pos: str, jumlah: int, dasar: str = "spp", **lain: object) -> None:
    """Add a row to the ledger past the services."""
    isi = {"pendanaan_id": dana.pk, "pos": pos, "jumlah": jumlah, "dasar": dasar}
    isi |= {"tanggal": HARI, "keterangan": "", "laporan_nomor": "", "dicatat": "2026-11-02", **lain}
    tempat = ", ".join(["%s"] * len(isi))
    kolom = ", ".join(isi)
    sql(f"INSERT INTO proyek_gerak ({kolom}) VALUES ({tempat})", *isi.values())  # noqa: S608 - names of our own columns


@pytest.mark.parametrize(("pos", "dasar"), [("dicairkan", "spp"), ("dibelanjakan", "laporan")])
def test_no_more_is_drawn_or_spent_than_the_source_has(pemeran, pos: str, dasar: str) -> None:
    dana = buat_dana(buat_proyek(), 100)
    baris(dana, pos, 60, dasar)
    baris(dana, pos, 40, dasar)
    with pytest.raises(IntegrityError, match=f"{pos} melebihi anggaran sumber ini"):
        baris(dana, pos, 1, dasar)


@pytest.mark.parametrize(("pos", "dasar"), [("dicairkan", "spp"), ("dibelanjakan", "laporan")])
def test_the_anggaran_never_falls_below_what_left_it(pemeran, pos: str, dasar: str) -> None:
    dana = buat_dana(buat_proyek(), 100)
    baris(dana, pos, 60, dasar)
    baris(dana, "anggaran", -40, "perubahan")
    with pytest.raises(IntegrityError, match=f"{pos} melebihi anggaran sumber ini"):
        baris(dana, "anggaran", -1, "perubahan")


@pytest.mark.parametrize(
    ("pos", "jumlah", "dasar"),
    [("anggaran", -101, "perubahan"), ("dicairkan", -1, "pengembalian"),
     ("dibelanjakan", -1, "laporan")],
)  # fmt: skip
def test_no_sum_falls_below_nothing(pemeran, pos: str, jumlah: int, dasar: str) -> None:
    dana = buat_dana(buat_proyek(), 100)
    with pytest.raises(IntegrityError, match="tidak boleh kurang dari nol"):
        baris(dana, pos, jumlah, dasar)


class TestPembetulan:
    """A row that corrects another."""

    @pytest.fixture
    def gerak(self, pemeran) -> Gerak:
        return buat_pencairan(buat_dana(buat_proyek(), 100), 40)

    def betulkan(self, gerak: Gerak, dana: Pendanaan | None = None, **lain: object) -> None:
        isi = {"pos": "dicairkan", "jumlah": -40, "dasar": "pembatalan", "keterangan": "Salah."}
        isi |= {"membetulkan_id": gerak.pk, **lain}
        baris(dana or gerak.pendanaan, **isi)

    def test_each_row_is_corrected_once(self, gerak) -> None:
        self.betulkan(gerak)
        with pytest.raises(IntegrityError, match="membetulkan"):
            self.betulkan(gerak)

    def test_it_speaks_of_the_same_source(self, gerak) -> None:
        lain = buat_dana(gerak.pendanaan.proyek, 100, sumber="add")
        with pytest.raises(IntegrityError, match="sumber dana dan pos yang sama"):
            self.betulkan(gerak, lain)

    def test_it_speaks_of_the_same_sum(self, gerak) -> None:
        with pytest.raises(IntegrityError, match="sumber dana dan pos yang sama"):
            self.betulkan(gerak, pos="dibelanjakan")

    @pytest.mark.parametrize("lain", [{"keterangan": " "}, {"membetulkan_id": None}])
    def test_it_names_its_row_and_its_reason(self, gerak, lain) -> None:
        with pytest.raises(IntegrityError, match="gerak_pembetulan_beralasan"):
            self.betulkan(gerak, **lain)

    def test_a_whole_reversal_leaves_nothing_known(self, gerak) -> None:
        self.betulkan(gerak)
        jumlah = JumlahDana.objects.get()
        assert (jumlah.dicairkan, jumlah.sudah_dicairkan) == (0, None)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_payments_at_the_same_moment_one_waits_and_is_refused() -> None:
    dana = buat_dana(buat_proyek(), 100)
    pertama = threading.Event()

    def terima() -> None:
        buat_pencairan(dana, 60)
        pertama.set()
        tunggu_yang_menunggu_saya()

    def menyusul() -> None:
        assert pertama.wait(10)
        buat_pencairan(dana, 60)

    (galat,) = bersamaan(terima, menyusul)
    assert "melebihi anggaran sumber ini" in str(galat)
    assert JumlahDana.objects.get().dicairkan == 60


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
        Pendanaan.objects.create(proyek=dana.proyek, sumber=dana.sumber, tahun=dana.tahun)
