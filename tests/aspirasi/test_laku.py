"""The table of acts, against what stood in the many tables before it.

`data/laku.json` has one line an act, as it was when the tables became one: change a line there
together with the row, and say why. An act that came later needs none.
"""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from aspirasi.enums import Aksi, Langkah
from aspirasi.laku import LAKU, PINDAH, PUTUSAN_PENGIRIM, TANPA_HASIL, TUTUP_NEGATIF, izin_pada
from core.laku import Alasan, Kabar, Laku, Oleh, Pembaca

AKAR = Path(__file__).resolve().parents[2]
DAHULU: dict[str, dict[str, Any]] = {
    baris["aksi"]: baris
    for baris in json.loads((Path(__file__).parent / "data" / "laku.json").read_text())
}
# The rights of before by whose act it is; an official's and a resident's have a name.
IZIN = {Oleh.PENGIRIM: "pengirim", Oleh.PORTAL: "pekerja"}
PEMBACA = (Pembaca.UMUM, Pembaca.PENGIRIM, Pembaca.PETUGAS)
# Besides the acts of a status, those of which services told the sender.
DIKABARKAN = {"surat_instansi", "dipersempit", "diumumkan", "umum_ditolak", "induk_ditarik"} | {
    *("letak_dibulatkan", "letak_ditepatkan", "ditanya")
}


def test_every_act_has_its_row() -> None:
    assert set(LAKU) == set(Aksi)
    assert set(DAHULU) <= set(LAKU)


@pytest.mark.parametrize("aksi", sorted(DAHULU))
class TestAsBefore:
    def test_status_and_right(self, aksi: str) -> None:
        dahulu, laku = DAHULU[aksi].get("pindah"), LAKU[aksi]
        assert (laku.pindah is None) == (dahulu is None)
        if not (dahulu and laku.pindah):
            return
        pindah = laku.pindah
        assert set(pindah.dari) == set(dahulu["dari"])
        assert (pindah.ke, pindah.cara) == (dahulu["ke"], dahulu["cara"])
        assert set(pindah.kecamatan) == set(dahulu["kecamatan"])
        assert (pindah.izin or IZIN[laku.oleh]) == dahulu["izin"]
        assert laku.alasan.wajib == dahulu["wajib"]
        for status in pindah.kecamatan:
            assert izin_pada(aksi, status) == "aspirasi.teruskan"

    def test_clock(self, aksi: str) -> None:
        dahulu, laku = DAHULU[aksi].get("pindah"), LAKU[aksi]
        if dahulu and laku.pindah:
            memenuhi = laku.pindah.memenuhi
            assert laku.pindah.langkah == dahulu["langkah"]
            assert (Langkah.PERIKSA in memenuhi) == dahulu["memeriksa"]
            assert (Langkah.JAWAB in memenuhi) == dahulu["menjawab"]

    def test_words(self, aksi: str) -> None:
        """None: this circle does not read of it."""
        laku = LAKU[aksi]
        kata = [laku.kata_untuk(p) if laku.terbaca(p) else None for p in PEMBACA]
        assert kata == DAHULU[aksi]["kata"]
        assert (laku.oleh is Oleh.PENGIRIM) == ("AKSI_PENGIRIM" in DAHULU[aksi]["dalam"])

    def test_reason(self, aksi: str) -> None:
        dalam, laku = DAHULU[aksi]["dalam"], LAKU[aksi]
        assert laku.beralasan(Pembaca.UMUM) == ("ALASAN_UMUM" in dalam)
        assert laku.beralasan(Pembaca.PENGIRIM) == ("ALASAN_PENGIRIM" in dalam)
        assert laku.beralasan(Pembaca.PETUGAS)

    @pytest.mark.parametrize("bergerak", [True, False])
    def test_who_hears(self, aksi: str, bergerak: bool) -> None:
        dalam, laku = DAHULU[aksi]["dalam"], LAKU[aksi]
        sendiri = DAHULU[aksi].get("pindah", {}).get("izin") == "pengirim"
        dapat = laku.pindah.ke if laku.pindah else aksi in DIKABARKAN
        if dapat or not bergerak:
            dahulu = not sendiri and (bergerak or "KABAR_TETAP" in dalam)
            assert _didengar(laku, bergerak) == dahulu
        assert (Kabar.YANG_IKUT in laku.kabar) == ("MENENTUKAN" in dalam)

    def test_groups(self, aksi: str) -> None:
        dalam = DAHULU[aksi]["dalam"]
        assert (aksi in TANPA_HASIL) == ("AKSI_TERTUTUP" in dalam)
        assert (aksi in TUTUP_NEGATIF) == ("AKSI_TUTUP_NEGATIF" in dalam)
        assert (aksi in PUTUSAN_PENGIRIM) == ("AKSI_PUTUSAN" in dalam)


def _didengar(laku: Laku, bergerak: bool) -> bool:
    return Kabar.SELALU in laku.kabar or (bergerak and Kabar.PINDAH in laku.kabar)


class TestTheTable:
    def test_it_cannot_be_changed_while_it_runs(self) -> None:
        with pytest.raises(TypeError):
            LAKU["baru"] = LAKU[Aksi.KIRIM]

    def test_the_sender_reads_other_words_only_of_acts_they_read(self) -> None:
        assert all(a.terbaca(Pembaca.PENGIRIM) for a in LAKU.values() if a.kata_lain)

    def test_nobody_reads_the_reason_of_an_act_they_do_not_read(self) -> None:
        besar = [p for p in PEMBACA if p > Pembaca.PETUGAS]
        assert not [
            k for k, a in LAKU.items() for p in besar if a.beralasan(p) and not a.terbaca(p)
        ]

    def test_only_officials_and_residents_need_a_right(self) -> None:
        for aksi, pindah in PINDAH.items():
            bebas = LAKU[aksi].oleh in (Oleh.PENGIRIM, Oleh.PORTAL)
            assert bool(pindah.izin) != bebas, aksi

    def test_words_of_a_question_stand_in_the_conversation(self) -> None:
        cakap = {a for a, laku in LAKU.items() if laku.alasan is Alasan.WAJIB_PERCAKAPAN}
        assert cakap == {Aksi.MINTA_KETERANGAN, Aksi.BUKA_KEMBALI}


def test_an_act_that_is_told_is_written_by_the_one_function_that_tells() -> None:
    """`catat` alone tells nobody; `catat_langkah` asks the row."""
    lupa = {
        (jalur.name, aksi)
        for jalur in sorted((AKAR / "aspirasi" / "services").glob("*.py"))
        for aksi in _ditulis(ast.parse(jalur.read_text()))
        if LAKU[aksi].kabar is not Kabar.DIAM
    }
    assert lupa == set()


def _ditulis(isi: ast.Module) -> set[str]:
    """Return the acts that a module writes by `catat` itself."""
    panggilan = (simpul for simpul in ast.walk(isi) if isinstance(simpul, ast.Call))
    return {
        Aksi[bagian.attr]
        for satu in panggilan
        if ast.unparse(satu.func) == "catat"
        for kata in satu.keywords
        if kata.arg == "aksi"
        for bagian in ast.walk(kata.value)
        if isinstance(bagian, ast.Attribute)
    }
