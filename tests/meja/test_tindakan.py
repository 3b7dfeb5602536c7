"""Every act of the desk is one class: its right is said once, and its service gets all that was
filled in."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from inspect import Parameter
from typing import Any

import pytest
import rules

from aspirasi.enums import Aksi, Status
from aspirasi.laku import LAKU, PINDAH
from aspirasi.models import Aspirasi
from aspirasi.services.periksa import HasilPeriksa
from meja.tindakan.dasar import TindakanForm
from meja.tindakan.massal import TeruskanBanyak
from meja.tindakan.semua import TINDAKAN, URUTAN

SEMUA = [pytest.param(t, id=nama) for nama, t in TINDAKAN.items()]


def panggilan(kelas: type[Any]) -> Iterator[tuple[Any, set[str]]]:
    """Every call in `lakukan` of something imported, with the names of its keywords."""
    modul = sys.modules[kelas.lakukan.__module__]
    sumber = textwrap.dedent(inspect.getsource(kelas.lakukan))
    for node in ast.walk(ast.parse(sumber)):
        if isinstance(node, ast.Call) and node.keywords:
            assert all(kata.arg for kata in node.keywords), "nothing is passed by **"
            layanan = eval(ast.unparse(node.func), vars(modul))  # noqa: S307 (our own source)
            yield layanan, {str(kata.arg) for kata in node.keywords}


class TestEveryAct:
    @pytest.mark.parametrize("t", SEMUA)
    def test_it_has_its_verb_and_its_words(self, t: type[TindakanForm]) -> None:
        assert t.aksi in LAKU
        assert t.label
        assert t.tombol
        assert t.pesan.endswith(".")

    @pytest.mark.parametrize("t", SEMUA)
    def test_its_right_is_said_once(self, t: type[TindakanForm]) -> None:
        """An act of the table names none of its own; every other one names one that exists."""
        if t.aksi in PINDAH:
            assert (t.izin, t.hak(), t.dari()) == ("", PINDAH[t.aksi].izin, PINDAH[t.aksi].dari)
        else:
            assert (t.hak(), set(t.dari())) == (t.izin, set(Status.values))
        assert all(rules.perm_exists(t.hak(status)) for status in Status.values)

    @pytest.mark.parametrize("t", [*SEMUA, pytest.param(TeruskanBanyak, id="massal")])
    def test_its_service_gets_every_word_that_it_takes(self, t: type[Any]) -> None:
        semua = list(panggilan(t))
        assert semua
        for layanan, kata in semua:
            ada = inspect.signature(layanan).parameters.values()
            assert kata == {p.name for p in ada}, layanan
            assert layanan is HasilPeriksa or {p.kind for p in ada} == {Parameter.KEYWORD_ONLY}

    def test_no_verb_of_the_table_is_done_by_two(self) -> None:
        verba = [t.aksi for t in URUTAN]
        assert len(set(verba)) == len(verba) == len(TINDAKAN)


class TestAMadeUpOne:
    """Adding an act takes one class."""

    class Uji(TindakanForm):
        nama, aksi = "uji", Aksi.AMBIL
        label, tombol, pesan = "Uji", "Uji", "Sudah diuji."

        @staticmethod
        def syarat(aspirasi: Aspirasi) -> bool:
            return aspirasi.ditangani_id is None

        def lakukan(self) -> None:
            self.aspirasi.judul = "sudah"

    def test_it_is_offered_by_its_row_and_its_condition(self, pemeran: Any) -> None:
        baru = Aspirasi(status=Status.DIAJUKAN, kampung=pemeran.kampung)
        siap = Aspirasi(status=Status.DIVERIFIKASI, kampung=pemeran.kampung)
        assert self.Uji.boleh(baru, pemeran.staf)
        assert not self.Uji.mungkin(baru, pemeran.staf)
        assert self.Uji.mungkin(siap, pemeran.staf)
        assert not self.Uji.mungkin(siap, pemeran.warga)
        siap.ditangani_id = 1
        assert not self.Uji.mungkin(siap, pemeran.staf)

    def test_it_is_done_with_one_press(self, pemeran: Any) -> None:
        form = self.Uji({}, aspirasi=Aspirasi(), oleh=pemeran.staf)
        assert form.is_valid()
        form.lakukan()
        assert (form.aspirasi.judul, form.kabar()) == ("sudah", "Sudah diuji.")
        assert self.Uji.sekali_tekan()

    def test_an_act_without_its_call_says_so(self, pemeran: Any) -> None:
        with pytest.raises(NotImplementedError):
            TindakanForm(aspirasi=Aspirasi(), oleh=pemeran.staf).lakukan()
