"""Rows of a table that somebody uploaded, as sums of the budget; or what is wrong with each."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from anggaran.bacaan.kode import (
    kelompok_dari,
    kode_kegiatan,
    kode_rekening,
    sumber_dari,
    sumber_rekening,
    uang,
)
from anggaran.bacaan.kolom import KENAL, TabelKenal, lipat
from anggaran.enums import JenisAnggaran, Kelompok
from core.berkas.tabel_masuk import BarisTabel
from core.templatetags.bentuk import rupiah

MASALAH_TERBANYAK = 50
_JUMLAH = re.compile(r"^\s*(sub[- ]?total|total|jumlah)\b", re.IGNORECASE)
_TAHUN = re.compile(r"\b(20\d\d)\b")
Kunci = tuple[str, str, str, str]  # group, code of the kegiatan, source, code of the village


@dataclass
class Uraian:
    """A table as it was read: rupiah by group, kegiatan, source and village; the names of kegiatan;
    and what is wrong, one sentence each."""

    jumlah: Counter[Kunci] = field(default_factory=Counter)
    nama: dict[str, str] = field(default_factory=dict)
    masalah: list[str] = field(default_factory=list)

    @property
    def desa(self) -> set[str]:
        return {desa for _, _, _, desa in self.jumlah if desa}

    def per_kelompok(self) -> Counter[str]:
        hasil: Counter[str] = Counter()
        for (kelompok, *_), jumlah in self.jumlah.items():
            hasil[kelompok] += jumlah
        return hasil


def urai(tabel: TabelKenal, jenis: str, tahun: int) -> Uraian:
    """Return the sums of a table for a paper of this kind and year."""
    pengurai = _Pengurai(tabel, jenis, tahun)
    if not pengurai.kolom_uang:
        kata = "Realisasi, Nilai, atau Debet" if jenis == JenisAnggaran.REALISASI else "Anggaran"
        pengurai.hasil.masalah.append(f"Tabel ini tidak punya kolom {kata}.")
        return pengurai.hasil
    pengurai.periksa_judul()
    for baris in tabel.isi:
        pengurai.satu(baris)
    if not pengurai.hasil.jumlah and not pengurai.hasil.masalah:
        pengurai.hasil.masalah.append("Tidak ada baris uang di bawah kepala tabel ini.")
    return pengurai.hasil


class _Pengurai:
    """Walks through a table. In a print the kegiatan stands above its accounts, and below them a
    line of their sum; whatever says its kegiatan itself needs none of that."""

    def __init__(self, tabel: TabelKenal, jenis: str, tahun: int) -> None:
        self.tabel, self.tahun, self.hasil = tabel, tahun, Uraian()
        self.nyata = jenis == JenisAnggaran.REALISASI
        self.kolom_uang = self._kolom_uang(jenis)
        self.kegiatan, self.sub, self.semua = "", 0, 0

    def _kolom_uang(self, jenis: str) -> str:
        urut = {
            JenisAnggaran.MURNI: ("anggaran",),
            JenisAnggaran.PERUBAHAN: ("perubahan", "anggaran"),
            JenisAnggaran.REALISASI: ("realisasi", "debet", "nilai"),
        }[JenisAnggaran(jenis)]
        return next((satu for satu in urut if satu in self.tabel.kolom), "")

    def periksa_judul(self) -> None:
        """Note another year in the lines above the head."""
        for baris in self.tabel.judul:
            for nilai in baris.nilai:
                tahun = _TAHUN.findall(nilai) if isinstance(nilai, str) else []
                if "ANGGARAN" in str(nilai).upper() and tahun and str(self.tahun) not in tahun:
                    self._salah(baris, f"tabel ini untuk tahun {tahun[0]}, bukan {self.tahun}")

    def satu(self, baris: BarisTabel) -> None:
        """Take one row in."""
        if lipat(self.tabel.nilai(baris, self.kolom_uang)) in KENAL:
            return  # a print says its head again on every page
        tahun = self.tabel.kata(baris, "tahun")
        if tahun and tahun != str(self.tahun):
            self._salah(baris, f"tahunnya {tahun[:10]}, bukan {self.tahun}")
            return
        try:
            jumlah = self._uang(baris)
        except ValueError as galat:
            self._salah(baris, f"jumlah “{galat}” tidak dapat dibaca sebagai rupiah bulat")
            return
        if any(_JUMLAH.match(n) for n in baris.nilai if isinstance(n, str)):
            self._cocokkan(baris, jumlah)
        elif jumlah is None:
            self._judul_kegiatan(baris)
        else:
            self._catat(baris, jumlah)

    def _uang(self, baris: BarisTabel) -> int | None:
        utama = uang(self.tabel.nilai(baris, self.kolom_uang))
        if self.kolom_uang != "debet":
            return utama
        kredit = uang(self.tabel.nilai(baris, "kredit"))
        selisih = (utama or 0) - (kredit or 0)
        masuk = kelompok_dari(self._rekening(baris)) == Kelompok.PENDAPATAN
        return -selisih if masuk else selisih

    def _rekening(self, baris: BarisTabel) -> str:
        return kode_rekening(self.tabel.kata(baris, "rekening"))

    def _judul_kegiatan(self, baris: BarisTabel) -> None:
        """Remember the kegiatan that a line without money names."""
        if kode := kode_kegiatan(self.tabel.kata(baris, "kegiatan")):
            self.kegiatan, self.sub = kode, 0
            self.hasil.nama.setdefault(kode, self.tabel.kata(baris, "nama")[:300])

    def _catat(self, baris: BarisTabel, jumlah: int) -> None:
        desa = self.tabel.kata(baris, "desa")
        kode = kode_kegiatan(self.tabel.kata(baris, "kegiatan"), desa)
        rekening = self._rekening(baris)
        kelompok = self._kelompok(baris, rekening, kode)
        sumber = self._sumber(baris, kelompok, rekening)
        if kelompok == Kelompok.BELANJA:
            kode = kode or self.kegiatan
        if salah := self._halangan(kelompok, kode, sumber, jumlah):
            self._salah(baris, salah)
            return
        milik = kode if kelompok == Kelompok.BELANJA else ""
        self.hasil.jumlah[kelompok, milik, sumber or "", desa] += jumlah
        if milik and (nama := self.tabel.kata(baris, "nama")):
            self.hasil.nama.setdefault(milik, nama[:300])
        if kelompok == Kelompok.BELANJA:
            self.sub, self.semua = self.sub + jumlah, self.semua + jumlah

    def _kelompok(self, baris: BarisTabel, rekening: str, kode: str) -> str:
        akun = self.tabel.kata(baris, "akun")
        tertulis = {str(k.label).lower(): k.value for k in Kelompok} | {
            k.value: k.value for k in Kelompok
        }
        if akun.lower() in tertulis:
            return tertulis[akun.lower()]
        if hasil := kelompok_dari(rekening):
            return hasil
        if hasil := kelompok_dari(kode_rekening(akun)):
            return hasil
        return Kelompok.BELANJA if kode else ""

    def _sumber(self, baris: BarisTabel, kelompok: str, rekening: str) -> str | None:
        """Return the source of a row; None for a word that we do not know."""
        kata = self.tabel.kata(baris, "sumber")
        if kata and not sumber_dari(kata):
            return None
        if kata:
            return sumber_dari(kata)
        if kelompok == Kelompok.PENERIMAAN and f"{rekening}.".startswith("6.1.1."):
            return "silpa"
        return sumber_rekening(rekening) if kelompok == Kelompok.PENDAPATAN else ""

    def _halangan(self, kelompok: str, kode: str, sumber: str | None, jumlah: int) -> str:
        """Return why a row cannot be taken; "" when it can."""
        if not kelompok:
            return "kodenya bukan pendapatan (4), belanja (5), atau pembiayaan (6)"
        if sumber is None:
            return "sumber dananya tidak dikenal"
        if kelompok == Kelompok.BELANJA and kode[:1] not in tuple("12345"):
            return "belanja ini tidak menyebut kegiatan dari bidang 1 sampai 5"
        if kelompok == Kelompok.PENDAPATAN and not sumber:
            return "sumber pendapatan ini tidak dikenal"
        return "jumlahnya kurang dari nol" if jumlah < 0 and not self.nyata else ""

    def _cocokkan(self, baris: BarisTabel, jumlah: int | None) -> None:
        """Compare a line of a sum with the rows above it."""
        kata = next(n for n in baris.nilai if isinstance(n, str) and _JUMLAH.match(n))
        sub = kata.lower().startswith("sub")
        if jumlah is None or not (sub or "belanja" in kata.lower()):
            return
        nyata = self.sub if sub else self.semua
        if jumlah != nyata:
            self._salah(baris, f"“{kata[:60]}” {rupiah(jumlah)}, padahal isinya {rupiah(nyata)}")
        if sub:
            self.sub = 0

    def _salah(self, baris: BarisTabel, kata: str) -> None:
        if len(self.hasil.masalah) < MASALAH_TERBANYAK:
            self.hasil.masalah.append(f"Baris {baris.nomor}: {kata}.")


def per_kegiatan(uraian: Uraian) -> Iterator[tuple[str, dict[str, int]]]:
    """Give each kegiatan with its rupiah by source ("" where the table names none)."""
    hasil: dict[str, dict[str, int]] = {}
    for (kelompok, kode, sumber, _), jumlah in uraian.jumlah.items():
        if kelompok == Kelompok.BELANJA and "." in kode:
            milik = hasil.setdefault(kode, {})
            milik[sumber] = milik.get(sumber, 0) + jumlah
    yield from sorted(hasil.items())
