"""The banner of a budget as a vector PDF: 3 × 2 m for the printer, A3 for the notice board.

Everything is drawn on a sheet of 420 units, and scaled. Letters shrink and lines break until they
fit their place, so a long name never runs over a sum.
"""

from dataclasses import dataclass

import segno
from fpdf import FPDF

from core.berkas.tapis import EMAS, LEBAR, MARUN, TINGGI, motif
from core.templatetags.bentuk import rupiah

# Width and height in millimetres, by the word in the address.
UKURAN = {"a3": (420.0, 297.0), "3x2m": (3000.0, 2000.0)}
SATUAN = 420.0
TEPI, SELA = 16.0, 10.0
TINTA, LEMBUT, KREM = (35, 24, 21), (91, 79, 72), (251, 248, 242)


@dataclass(frozen=True)
class BarisBaliho:
    """One line: its words, its sums in the order of the columns (None: unknown), and its part of
    all in percent."""

    kata: str
    jumlah: tuple[int | None, ...]
    persen: float = 0.0
    tebal: bool = False


@dataclass(frozen=True)
class IsiBaliho:
    """The words of a banner."""

    judul: str
    kampung: str
    keterangan: str
    kolom: tuple[str, ...]
    pendapatan: tuple[BarisBaliho, ...]
    belanja: tuple[BarisBaliho, ...]
    pembiayaan: tuple[BarisBaliho, ...]
    kaki: str
    alamat: str


def pdf(isi: IsiBaliho, ukuran: str) -> bytes:
    """Return the banner as a PDF of one page. `ukuran` is a key of UKURAN."""
    return _Lembar(isi, *UKURAN[ukuran]).jadi()


def muat(
    ukur: "_Lembar", teks: str, lebar: float, besar: float, baris: int = 1
) -> tuple[float, list[str]]:
    """Return the largest size of letters in which words fit a width in at most `baris` lines, and
    these lines."""
    while len(potong := ukur.potong(teks, lebar, besar)) > baris:
        besar *= 0.95
    return besar, potong


class _Lembar:
    """The sheet while it is drawn. Measures are units of the sheet; y grows downwards."""

    def __init__(self, isi: IsiBaliho, lebar: float, tinggi: float) -> None:
        self.isi, self.skala = isi, lebar / SATUAN
        self.tinggi = tinggi / self.skala
        self.pdf = FPDF(unit="mm", format=(lebar, tinggi))
        self.pdf.set_auto_page_break(False)
        self.pdf.set_margin(0)
        self.pdf.c_margin = 0
        self.pdf.set_title(f"{isi.judul} {isi.kampung}"[:200])
        self.pdf.set_lang("id")
        self.pdf.add_page()

    def jadi(self) -> bytes:
        self._latar()
        self._kepala()
        atas = 88.0
        lebar = (SATUAN - 2 * TEPI - SELA) / 2
        self._bagian("PENDAPATAN", self.isi.pendapatan, TEPI, atas, lebar, self.tinggi - atas - 74)
        kanan = TEPI + lebar + SELA
        self._bagian("BELANJA", self.isi.belanja, kanan, atas, lebar, self.tinggi - atas - 74)
        self._bagian("PEMBIAYAAN", self.isi.pembiayaan, TEPI, self.tinggi - 70, lebar, 40)
        self._kaki(kanan, lebar)
        return bytes(self.pdf.output())

    def kotak(self, warna: tuple[int, int, int], x: float, y: float, w: float, h: float) -> None:
        self.pdf.set_fill_color(*warna)
        s = self.skala
        self.pdf.rect(x * s, y * s, w * s, h * s, style="F")

    def potong(self, teks: str, lebar: float, besar: float) -> list[str]:
        """Return the words in lines no wider than `lebar`; one word alone may be wider, and then
        counts as many lines as it would need."""
        self.pdf.set_font_size(besar * self.skala * 72 / 25.4)
        baris: list[str] = [""]
        for kata in teks.split(" "):
            calon = f"{baris[-1]} {kata}".strip()
            if self._lebar(calon) <= lebar or not baris[-1]:
                baris[-1] = calon
            else:
                baris.append(kata)
        terlalu = any(self._lebar(satu) > lebar for satu in baris)
        return [*baris, *([""] * 99 if terlalu else [])]

    def _lebar(self, teks: str) -> float:
        return self.pdf.get_string_width(teks) / self.skala

    def tulis(
        self,
        teks: str,
        x: float,
        y: float,
        w: float,
        besar: float,
        *,
        tebal: bool = False,
        warna: tuple[int, int, int] = TINTA,
        rata: str = "L",
        baris: int = 1,
    ) -> float:
        """Write words into a place, centred on its height `besar` × `baris`; return the height."""
        self.pdf.set_font("Helvetica", "B" if tebal else "")
        self.pdf.set_text_color(*warna)
        besar, potong = muat(self, _latin(teks), w, besar, baris)
        for ke, satu in enumerate(potong):
            geser = {"L": 0.0, "R": w - self._lebar(satu), "C": (w - self._lebar(satu)) / 2}[rata]
            s = self.skala
            self.pdf.text((x + geser) * s, (y + (ke + 0.8) * besar * 1.1) * s, satu)
        return len(potong) * besar * 1.1

    def _latar(self) -> None:
        self.kotak(KREM, 0, 0, SATUAN, self.tinggi)
        self.kotak(MARUN, 0, 0, SATUAN, 66)
        self._tapis(66, 14)
        self._tapis(self.tinggi - 10, 10)

    def _tapis(self, y: float, tinggi: float) -> None:
        """Draw the band over the whole width, in whole motifs."""
        self.kotak(MARUN, 0, y, SATUAN, tinggi)
        banyak = round(SATUAN / (tinggi * LEBAR / TINGGI))
        lebar = SATUAN / banyak
        for ke in range(banyak):
            for warna, kx, ky, w, h in motif():
                sx, sy = lebar / LEBAR, tinggi / TINGGI
                self.kotak(warna, ke * lebar + kx * sx, y + ky * sy, w * sx, h * sy)

    def _kepala(self) -> None:
        lebar = SATUAN - 2 * TEPI
        putih = (253, 241, 220)
        self.tulis(self.isi.judul, TEPI, 6, lebar, 22, tebal=True, warna=EMAS, rata="C")
        kampung = f"KAMPUNG {self.isi.kampung.upper()}"
        self.tulis(kampung, TEPI, 30, lebar, 18, tebal=True, warna=putih, rata="C")
        self.tulis(self.isi.keterangan, TEPI, 52, lebar, 9, warna=putih, rata="C")

    def _bagian(
        self, judul: str, baris: tuple[BarisBaliho, ...], x: float, y: float, w: float, h: float
    ) -> None:
        """Draw one group: its head with the words of the columns, and its lines."""
        self.kotak(MARUN, x, y, w, 9)
        angka = w * (0.42 if len(self.isi.kolom) == 1 else 0.3)
        self.tulis(judul, x + 3, y + 1.6, w * 0.36, 5.5, tebal=True, warna=EMAS)
        for ke, kata in enumerate(reversed(self.isi.kolom)):
            kiri = x + w - (ke + 1) * angka
            self.tulis(kata, kiri, y + 2.2, angka - 3, 4.4, warna=(253, 241, 220), rata="R")
        tinggi = min((h - 11) / max(len(baris), 1), 17.0)
        for ke, satu in enumerate(baris):
            self._baris(satu, x, y + 11 + ke * tinggi, w, tinggi, angka)

    def _baris(
        self, satu: BarisBaliho, x: float, y: float, w: float, tinggi: float, angka: float
    ) -> None:
        besar = min(tinggi * (0.36 if satu.persen else 0.5), 6.2)
        kata = w - angka * len(self.isi.kolom) - 5
        self.tulis(satu.kata, x + 3, y, kata, besar, tebal=satu.tebal, baris=2)
        for ke, jumlah in enumerate(reversed(satu.jumlah)):
            kiri = x + w - (ke + 1) * angka + 2
            tulis = "belum diketahui" if jumlah is None else rupiah(jumlah)
            self.tulis(tulis, kiri, y, angka - 5, besar, tebal=satu.tebal, rata="R")
        if satu.persen:
            self.kotak((232, 221, 205), x + 3, y + tinggi * 0.84, w - 6, tinggi * 0.07)
            panjang = (w - 6) * min(satu.persen, 100) / 100
            self.kotak((122, 19, 48), x + 3, y + tinggi * 0.84, panjang, tinggi * 0.07)

    def _kaki(self, x: float, w: float) -> None:
        atas = self.tinggi - 68
        self._qr(x + w - 44, atas, 44)
        lebar = w - 50
        y = atas + self.tulis("Rincian dan proyeknya:", x, atas, lebar, 5.5, tebal=True)
        y += self.tulis(self.isi.alamat, x, y, lebar, 5.5, baris=2)
        self.tulis(self.isi.kaki, x, y + 4, lebar, 5, warna=LEMBUT, baris=4)

    def _qr(self, x: float, y: float, sisi: float) -> None:
        baris = list(segno.make(self.isi.alamat, error="m", micro=False).matrix_iter(border=2))
        satu = sisi / len(baris)
        self.kotak((255, 255, 255), x, y, sisi, sisi)
        for by, isi in enumerate(baris):
            for bx, gelap in enumerate(isi):
                if gelap:
                    self.kotak(TINTA, x + bx * satu, y + by * satu, satu, satu)


def _latin(teks: str) -> str:
    """Return the words in the letters that the built-in fonts of PDF have."""
    for asal, ganti in (
        ("\u00a0", " "),
        ("–", "-"),
        ("−", "-"),
        ("“", '"'),
        ("”", '"'),
        ("’", "'"),
    ):
        teks = teks.replace(asal, ganti)
    return teks.encode("latin-1", "replace").decode("latin-1")
