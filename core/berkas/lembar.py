"""A sheet for an office as plain blocks: the page that prints and the Word file show the same."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.utils import timezone
from django.utils.formats import date_format

from core.models import Berkas
from core.waktu import sekarang

KODE = 8  # letters of a check code


@dataclass(frozen=True)
class Rincian:
    """Things and what they are, one below the other."""

    templat: ClassVar[str] = "lembar/rincian.html"
    judul: str
    baris: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Tulisan:
    """Words in paragraphs."""

    templat: ClassVar[str] = "lembar/tulisan.html"
    judul: str
    baris: Sequence[str]


@dataclass(frozen=True)
class Tabel:
    """Rows under a head. `angka` names the columns (from 0) that stand at the right, `lebar` the
    width of each against the others; `jumlah` is the last row, in bold, () for none."""

    templat: ClassVar[str] = "lembar/tabel.html"
    judul: str
    kepala: Sequence[str]
    baris: Sequence[Sequence[str]]
    lebar: Sequence[int]
    angka: frozenset[int] = frozenset()
    jumlah: Sequence[str] = ()
    catatan: str = ""

    @property
    def kolom(self) -> list[tuple[str, bool]]:
        """Return each word of the head, and whether its column stands at the right."""
        return [(kata, n in self.angka) for n, kata in enumerate(self.kepala)]

    @property
    def bernama(self) -> list[list[tuple[str, str, bool]]]:
        """Return the rows, each cell with the word of its column and where it stands."""
        return [self._bernama(satu) for satu in self.baris]

    @property
    def jumlah_bernama(self) -> list[tuple[str, str, bool]]:
        return self._bernama(self.jumlah)

    def _bernama(self, baris: Sequence[str]) -> list[tuple[str, str, bool]]:
        return [(kata, isi, kanan) for (kata, kanan), isi in zip(self.kolom, baris, strict=True)]


@dataclass(frozen=True)
class Foto:
    """A photo with its words."""

    berkas: Berkas
    keterangan: str


@dataclass(frozen=True)
class Gambar:
    """Photos, two beside each other."""

    templat: ClassVar[str] = "lembar/gambar.html"
    judul: str
    baris: Sequence[Foto]


Bagian = Rincian | Tulisan | Tabel | Gambar


@dataclass(frozen=True)
class TandaTangan:
    """A place to sign: the words above it, and the name, "" where the hand writes it."""

    jabatan: str
    nama: str = ""


@dataclass(frozen=True)
class Lembar:
    """A sheet with the head of an office (kop surat). `pengantar` are the lines under its title;
    `keterangan` tell at its foot what it was made from; `jalur` is the public page to which paper
    leads back."""

    kop: Sequence[str]
    alamat_kop: str
    judul: str
    pengantar: Sequence[str]
    bagian: Sequence[Bagian]
    tempat: str
    tanda_tangan: Sequence[TandaTangan]
    keterangan: Sequence[str]
    jalur: str
    mendatar: bool = False

    @property
    def tangan(self) -> list[TandaTangan]:
        """Return the places to sign with equally many lines above them, so that names stand on one
        height."""
        baris = max((satu.jabatan.count("\n") for satu in self.tanda_tangan), default=0)
        kosong = ("\n" * (baris - satu.jabatan.count("\n")) for satu in self.tanda_tangan)
        return [
            TandaTangan(awal + satu.jabatan, satu.nama)
            for awal, satu in zip(kosong, self.tanda_tangan, strict=True)
        ]

    @property
    def kode(self) -> str:
        """Return the check code of all that it says."""
        return kode_periksa(self)

    def asal(self, alamat: str, dibuat: str) -> list[str]:
        """Return the lines of its foot about itself: when it was made (`dibuat`), its check code,
        and where the newest stands."""
        return [
            f"Dibuat {dibuat}. Kode periksa {self.kode}: angka atau kata lain, kode lain.",
            f"Yang terbaru selalu ada di {alamat.partition('://')[2]}",
        ]


def kode_periksa(isi: object) -> str:
    """Return a short code ("3FA9-01BC") of plain values: other figures, another code. A file counts
    by its name, which changes with its bytes."""
    sidik = hashlib.sha256(repr(isi).encode(errors="surrogatepass")).hexdigest().upper()
    return f"{sidik[: KODE // 2]}-{sidik[KODE // 2 : KODE]}"


def jam_dibuat() -> str:
    """Return the hour in which a sheet is made: "30 November 2026, pukul 16.00–17.00 WIB".

    Within the hour the same figures make the same bytes, so caches may keep them.
    """
    kini = timezone.localtime(sekarang())
    return f"{date_format(kini, 'j F Y')}, pukul {kini.hour:02}.00–{kini.hour + 1:02}.00 WIB"
