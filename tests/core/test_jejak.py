"""The trail: its rows, that they stay, and that their words can be emptied once."""

import datetime as dt
from decimal import Decimal
from typing import ClassVar

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from core.jejak.catat import catat, hapus_isi, hash_isi, riwayat
from core.jejak.rantai import periksa
from core.jejak.segel import segel_baru
from core.laku import Alasan, Laku
from core.models import IsiJejak, Jejak
from tests.alat.kunci import atur_pemicu, pemicu_truncate
from tests.pabrik.benda import Benda, Orang

pytestmark = pytest.mark.django_db
LANGIT = "Diperbaiki: 🚧 “jalan” ke musala"


def sql(perintah: str, *args: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(perintah, args)


def test_a_row_says_who_did_what_and_holds_no_words() -> None:
    jejak = catat(
        objek=Benda(), aksi="ubah_tahap", oleh=Orang(), dari="usulan", ke="ditelaah", alasan=LANGIT
    )
    jejak.refresh_from_db()
    assert (jejak.oleh_id, jejak.peran) == (7, "staf")
    assert (jejak.objek_jenis, jejak.objek_kunci) == ("proyek", "PRJ-2026-0001")
    assert (jejak.aksi, jejak.dari, jejak.ke) == ("ubah_tahap", "usulan", "ditelaah")
    assert jejak.isi.alasan == LANGIT
    assert jejak.isi_hash == hash_isi(jejak.isi.garam, LANGIT, {})


def test_the_system_leaves_no_account() -> None:
    jejak = catat(objek=Benda(), aksi="terlambat")
    assert (jejak.oleh_id, jejak.peran) == (None, "")


def test_details_survive_the_database_with_the_same_hash() -> None:
    rincian = {"pagu": Decimal("1.50"), "z": [dt.date(2026, 11, 24), 1, None, True], "a": "é"}
    pk = catat(objek=Benda(), aksi="ubah", rincian=rincian).pk
    isi = IsiJejak.objects.get(pk=pk)
    assert isi.rincian == {"pagu": "1.50", "z": ["2026-11-24", 1, None, True], "a": "é"}
    assert periksa().utuh


def test_equal_words_of_two_rows_have_different_hashes() -> None:
    satu, dua = (catat(objek=Benda(), aksi="tolak", alasan="sama") for _ in range(2))
    assert satu.isi_hash != dua.isi_hash


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        catat(objek=Benda(), aksi="ubah", rincian={"persen": [72.5]})
    assert not Jejak.objects.exists()


@pytest.mark.parametrize("banyak", [1, 3])
def test_history_is_one_query_oldest_first(banyak: int) -> None:
    for i in range(banyak):
        catat(objek=Benda(), aksi=f"aksi_{i}", alasan="x")
    catat(objek=Benda("PRJ-2026-0002"), aksi="lain")
    with CaptureQueriesContext(
        connection,
    ) as kueri:
        baris = [(j.aksi, j.isi.alasan) for j in riwayat(Benda())]
    assert baris == [(f"aksi_{i}", "x") for i in range(banyak)]
    assert len(kueri) == 1


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE core_jejak SET aksi = 'palsu'",
        "UPDATE core_jejak SET aksi = aksi",
        "DELETE FROM core_jejak",
        "UPDATE core_isijejak SET alasan = 'palsu'",
        "UPDATE core_isijejak SET dihapus_pada = now()",
        "UPDATE core_isijejak SET alasan = '', rincian = NULL, garam = ''",
        "DELETE FROM core_isijejak",
        "UPDATE core_segel SET hash = repeat('0', 64)",
        "UPDATE core_segel SET urutan = urutan + 1",
        "DELETE FROM core_segel",
    ],
)
def test_raw_sql_cannot_rewrite_the_trail(perintah: str) -> None:
    catat(objek=Benda(), aksi="buat", alasan="asli")
    segel_baru()
    with pytest.raises(IntegrityError):
        sql(perintah)
    assert periksa().utuh


def test_the_refusal_is_a_sentence_in_indonesian() -> None:
    catat(objek=Benda(), aksi="buat")
    with pytest.raises(IntegrityError, match="hanya boleh ditambah, tidak boleh diubah"):
        sql("DELETE FROM core_jejak")


def test_truncate_is_refused_on_every_locked_table() -> None:
    pemicu = pemicu_truncate()
    assert {"core_jejak", "core_isijejak", "core_segel"} <= {tabel for tabel, _ in pemicu}
    atur_pemicu("ENABLE")
    for tabel, _ in pemicu:
        with pytest.raises(IntegrityError, match=r"tidak|hanya boleh"):
            sql(f"TRUNCATE {tabel} CASCADE")


def test_emptied_words_are_gone_and_the_chain_still_verifies() -> None:
    lama = catat(objek=Benda(), aksi="buat", alasan="nama orang", rincian={"telepon": "0812"})
    lain = catat(objek=Benda("PRJ-2026-0002"), aksi="buat", alasan="tetap")
    segel_baru()
    assert hapus_isi(objek=Benda(), alasan="diminta pengirim", oleh=Orang()) == 1
    segel_baru()
    isi = IsiJejak.objects.get(pk=lama.pk)
    assert (isi.alasan, isi.rincian, isi.garam) == ("", None, "")
    assert isi.dihapus_pada is not None
    assert IsiJejak.objects.get(pk=lain.pk).alasan == "tetap"
    terakhir = riwayat(Benda()).last()
    assert terakhir is not None
    assert (terakhir.aksi, terakhir.isi.alasan) == ("isi_dihapus", "diminta pengirim")
    assert periksa().utuh


def test_emptied_words_cannot_be_written_again() -> None:
    catat(objek=Benda(), aksi="buat", alasan="rahasia")
    hapus_isi(objek=Benda(), alasan="diminta")
    with pytest.raises(IntegrityError):
        sql("UPDATE core_isijejak SET dihapus_pada = now() WHERE dihapus_pada IS NOT NULL")


def test_only_the_given_rows_of_the_object_are_emptied() -> None:
    satu = catat(objek=Benda(), aksi="satu", alasan="a")
    catat(objek=Benda(), aksi="dua", alasan="b")
    asing = catat(objek=Benda("PRJ-2026-0002"), aksi="lain", alasan="c")
    assert hapus_isi(objek=Benda(), alasan="diminta", jejak=[satu, asing]) == 1
    assert [j.isi.alasan for j in riwayat(Benda())] == ["", "b", "diminta"]
    assert IsiJejak.objects.get(pk=asing.pk).alasan == "c"
    assert hapus_isi(objek=Benda(), alasan="diminta lagi", jejak=[satu]) == 0


class TestTheTableOfActs:
    """The verbs that the program may write, whatever a caller gives it."""

    class Benda(Benda):
        laku: ClassVar[dict[str, Laku]] = {
            "tolak": Laku("Ditolak", alasan=Alasan.WAJIB_UMUM),
            "tanya": Laku("Ditanya", alasan=Alasan.WAJIB_PERCAKAPAN),
        }

    def test_an_act_that_is_not_declared_is_refused(self) -> None:
        with pytest.raises(TypeError, match="“tollak” tidak ada dalam daftar proyek"):
            catat(objek=self.Benda(), aksi="tollak", alasan="x")
        assert not Jejak.objects.exists()

    @pytest.mark.parametrize("alasan", ["", "  "])
    def test_so_is_one_without_the_reason_it_needs(self, alasan: str) -> None:
        with pytest.raises(TypeError, match="perlu alasan"):
            catat(objek=self.Benda(), aksi="tolak", alasan=alasan)
        assert not Jejak.objects.exists()

    def test_words_that_stand_elsewhere_are_not_asked_for(self) -> None:
        assert catat(objek=self.Benda(), aksi="tanya").aksi == "tanya"
