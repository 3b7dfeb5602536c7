"""Every act that code writes into a trail stands in a table, and every row is written."""

import ast
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from core.jejak.catat import catat
from core.laku import BERSAMA, Oleh, Pembaca
from tests.alat.lapis import AKAR, terpasang
from tests.dokumen.laku import tabel
from tests.pabrik.benda import Benda
from warga.laku import LAMA

# Helpers that take the verb as their second word; `aksi=` is a verb in any call.
MENULIS = ("catat", "catat_langkah", "pindah", "_catat", "_diam", "_lakukan", "_lepas_pengirim")
# The enums of verbs, `Aksi` of a module or one by its name, and the tables whose rows they name.
VERBA = {
    "core.laku": ("MODERASI", "SEGEL", "BERSAMA"),
    "warga.laku": ("LAKU",),
    "warga.laku.AksiKampung": ("LAKU_KAMPUNG",),
    "warga.laku.AksiKesiapan": ("LAKU_KESIAPAN",),
    "proyek.laku": ("LAKU", "LAKU_KEPUTUSAN"),
    "proyek.laku.AksiFungsi": ("LAKU_FUNGSI",),
    "proyek.laku.AksiLingkungan": ("LAKU_LINGKUNGAN",),
    "proyek.laku.AksiLpj": ("LAKU_LPJ",),
    "rencana.laku": ("LAKU",),
    "rencana.laku.AksiMasa": ("LAKU_MASA",),
    "mitra.laku": ("LAKU_TAWARAN",),
    "mitra.laku.AksiKebutuhan": ("LAKU_KEBUTUHAN",),
    "mitra.laku.AksiKerja": ("LAKU_KERJA",),
    "mitra.laku.AksiMitra": ("LAKU_MITRA",),
    "musrenbang.laku": ("LAKU",),
    "musrenbang.laku.AksiUsulan": ("LAKU_USULAN",),
    "laporan.laku": ("LAKU",),
    "laporan.laku.AksiPenerbit": ("LAKU_PENERBIT",),
    "laporan.laku.AksiPenulis": ("LAKU_PENULIS",),
    "laporan.laku.AksiPesan": ("LAKU_PESAN",),
    "laporan.laku.AksiJeda": ("LAKU_JEDA",),
    "laporan.laku.AksiPengingat": ("LAKU_PENGINGAT",),
    "laporan.laku.AksiTanggapan": ("TANGGAPAN",),
    "laporan.laku.AksiCek": ("LAKU_CEK",),
    "laporan.laku.AksiCatatan": ("LAKU_CATATAN",),
    "laporan.laku.AksiLapangan": ("LAKU_LAPANGAN",),
    "laporan.laku.AksiInspektorat": ("LAKU_INSPEKTORAT",),
    "laporan.laku.AksiMusyawarah": ("LAKU_MUSYAWARAH",),
    "forum.laku": ("LAKU",),
    "kabar.laku": ("LAKU",),
    "aspirasi.enums": (),
}
LAKU_APP = (
    *("warga.laku", "proyek.laku", "rencana.laku", "musrenbang.laku", "laporan.laku"),
    *("forum.laku", "kabar.laku"),
)


def modul() -> Iterator[Path]:
    for paket in sorted(terpasang() | {"bangunrejo"}):
        for jalur in sorted((AKAR / paket).rglob("*.py")):
            if "migrations" not in jalur.parts and jalur.name != "laku.py":
                yield jalur


@cache
def pohon() -> dict[Path, ast.Module]:
    """Return the modules that name a verb or write one."""
    teks = ((jalur, jalur.read_text()) for jalur in modul())
    return {jalur: ast.parse(isi) for jalur, isi in teks if "catat" in isi or "Aksi" in isi}


def _nilai_aksi(panggilan: ast.Call) -> list[ast.expr]:
    """Return the verb of a call: by name, or as the second word of a helper."""
    nama = getattr(panggilan.func, "attr", getattr(panggilan.func, "id", ""))
    bernama = [k.value for k in panggilan.keywords if k.arg == "aksi"]
    return bernama or (panggilan.args[1:2] if nama in MENULIS else [])


def _menulis(pohon_modul: ast.Module) -> Iterator[ast.expr]:
    for simpul in ast.walk(pohon_modul):
        if isinstance(simpul, ast.Call):
            yield from _nilai_aksi(simpul)
        elif isinstance(simpul, ast.Assign) and not isinstance(simpul.value, ast.Call):
            yield from [simpul.value] if ast.unparse(simpul.targets[0]) == "aksi" else []


def test_no_verb_is_written_as_a_plain_string() -> None:
    kata = [
        f"{jalur.relative_to(AKAR)}:{bagian.lineno} {bagian.value}"
        for jalur, isi in pohon().items()
        for nilai in _menulis(isi)
        for bagian in ast.walk(nilai)
        if isinstance(bagian, ast.Constant) and isinstance(bagian.value, str) and bagian.value
    ]
    assert kata == []


def _asal(isi: ast.Module) -> dict[str, str]:
    """Return from which module each name `Aksi`, or a module that holds one, was imported."""
    asal = {}
    for simpul in ast.walk(isi):
        if isinstance(simpul, ast.ImportFrom) and simpul.module:
            for nama in simpul.names:
                utuh = f"{simpul.module}.{nama.name}"
                asal[nama.asname or nama.name] = utuh.removesuffix(".Aksi")
    return asal


@cache
def _dipakai() -> set[tuple[str, str]]:
    """Return (module, member) of every verb that code names outside the tables."""
    hasil = set()
    for isi in pohon().values():
        asal = _asal(isi)
        for simpul in ast.walk(isi):
            if isinstance(simpul, ast.Attribute):
                pemilik = ast.unparse(simpul.value).removesuffix(".Aksi")
                hasil.add((asal.get(pemilik, ""), simpul.attr))
    return hasil


def _enum(nama: str) -> type[StrEnum]:
    modul_laku, _, milik = nama.rpartition(".Aksi")
    verba: type[StrEnum] = getattr(
        import_module(modul_laku or nama), f"Aksi{milik}" if modul_laku else "Aksi"
    )
    return verba


@pytest.mark.parametrize("nama", VERBA)
def test_every_verb_is_written_or_kept_for_old_rows(nama: str) -> None:
    verba = _enum(nama)
    dipakai = {anggota for asal, anggota in _dipakai() if asal == nama}
    lama = {a.name for a in LAMA} if nama == "warga.laku" else set()
    assert {a.name for a in verba} - dipakai == lama


@pytest.mark.parametrize("nama", VERBA)
def test_every_verb_has_its_row(nama: str) -> None:
    modul_laku = import_module(nama.partition(".Aksi")[0].replace("enums", "laku"))
    baris = {a for t in VERBA[nama] or ("LAKU",) for a in getattr(modul_laku, t)}
    assert set(_enum(nama)) <= baris


def test_every_enum_of_verbs_is_asked_for() -> None:
    ada = {
        f"{nama}.{milik}".removesuffix(".Aksi")
        for nama in LAKU_APP
        for milik, isi in vars(import_module(nama)).items()
        if milik.startswith("Aksi") and isi.__module__ == nama
    }
    assert ada <= set(VERBA)


def test_whatever_has_a_trail_has_a_table() -> None:
    assert set(tabel()) == {
        *("aspirasi", "pengguna", "proyek", "keputusan", "laporan", "topik", "balasan", "kabar"),
        *("kampung", "kesiapan", "musrenbang", "usulan", "segel", "fungsi", "lingkungan", "lpj"),
        *("penerbit_laporan", "penulis_laporan", "pesan_laporan", "jeda", "pengingat"),
        *("cek", "catatan", "lapangan", "inspektorat", "musyawarah"),
        *("rencana", "masa"),
        *("tawaran", "kebutuhan", "mitra", "kerja_bakti"),
        *("anggaran", "penyaluran", "program_masuk", "bantuan_keluarga"),
    }
    assert all(tabel().values())


def test_a_row_says_something_and_gives_nobody_a_reason_alone() -> None:
    for jenis, laku in tabel().items():
        for aksi, baris in laku.items():
            assert baris.kata, (jenis, aksi)
            if baris.pindah is not None:
                petugas = baris.oleh in (Oleh.PETUGAS, Oleh.WARGA)
                assert bool(baris.pindah.izin) == petugas, (jenis, aksi)
            assert baris.dibaca is not Pembaca.TIDAK_ADA or not baris.kata_lain, (jenis, aksi)
            # Officials may read more than pages tell; nobody else reads a reason without its act.
            assert baris.alasan.dibaca <= max(baris.dibaca, Pembaca.PETUGAS), (jenis, aksi)


@pytest.mark.django_db
class TestWhatIsRefused:
    def test_a_verb_that_no_table_declares(self, pemeran: object) -> None:
        orang = pemeran.staf
        with pytest.raises(TypeError, match="akun_dibuatt"):
            catat(objek=orang, aksi="akun_dibuatt", oleh=orang)

    def test_a_verb_of_another_kind(self, pemeran: object) -> None:
        with pytest.raises(TypeError, match="pengguna"):
            catat(objek=pemeran.staf, aksi="kirim")

    def test_erasing_is_known_of_everything(self) -> None:
        assert catat(objek=Benda(), aksi=next(iter(BERSAMA)), alasan="Diminta.").pk
