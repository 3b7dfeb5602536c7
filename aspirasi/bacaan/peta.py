"""The map of the kecamatan, drawn by us: no tiles, no third party, no boundaries.

It shows only what the portal may publish: the middles of the kampung, a grid of kilometres, north,
and public things around (docs/keputusan/0011-peta.md).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from aspirasi.bacaan.jendela import Jendela
from aspirasi.bacaan.letak import Letak, uraian
from aspirasi.models import Aspirasi
from proyek.models import Proyek
from warga.models import Kampung

PATOKAN_TERBANYAK = 4  # of each kind
PENUNJUK_TERBANYAK = 5
PANAH = "↑↗→↘↓↙←↖"
RADIUS_BULAT = 0.5  # km: a rounded point stands for about this much around it

# The width of the letters of a name, in px: close enough to keep names apart.
LEBAR_HURUF, TINGGI_HURUF = 9, 18

Kotak = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True)
class Nama:
    """A kampung in the picture: its point, and the place of its name; `di` is "" for no name."""

    kampung: Kampung
    nomor: int
    x: int
    y: int
    tampak: bool
    teks_x: int = 0
    teks_y: int = 0
    di: str = ""


@dataclass(frozen=True)
class Penunjuk:
    """A pointer at the edge of the picture to a kampung beyond it: "↗ Sinar Luas"."""

    teks: str
    x: int
    y: int
    di: str


@dataclass(frozen=True)
class Patokan:
    """A public landmark: a project, or a kiriman about a public place."""

    nomor: int
    judul: str
    x: int
    y: int


@dataclass(frozen=True)
class Peta:
    """Everything that a template draws, in px. `titik` is the shown or chosen point; None for
    none."""

    jendela: Jendela
    kampung: list[Nama]
    penunjuk: list[Penunjuk]
    kisi_x: list[int]
    kisi_y: list[int]
    skala: int
    skala_km: int
    patokan: list[Patokan]
    letak: Letak | None = None
    kata: str = ""

    @property
    def titik(self) -> tuple[int, int] | None:
        return self.jendela.px(self.letak.lintang, self.letak.bujur) if self.letak else None

    @property
    def radius(self) -> int:
        """Return the radius of the circle in which a rounded place lies; 0 for an exact place."""
        tepat = self.letak is None or self.letak.tepat
        return 0 if tepat else round(RADIUS_BULAT * self.jendela.px_per_km)


def semua_kampung() -> list[Kampung]:
    """Every kampung with its name and middle, in the order of the form; one query."""
    kolom = ("nama", "slug", "lintang", "bujur")
    return list(Kampung.objects.only(*kolom).order_by("contoh", "nama"))


def lukis(letak: Letak | None, kampung: Sequence[Kampung] | None = None) -> Peta | None:
    """Return the small map beside a place, with its words; None without a place. `kampung` are all
    of them, where the page has read them."""
    if letak is None:
        return None
    jendela = Jendela.sekitar(letak)
    x, y = jendela.lebar // 2, jendela.tinggi // 2
    penanda = (x - 14, y - 38, x + 14, y + 4)
    semua = semua_kampung() if kampung is None else kampung
    return gambar(jendela, semua, letak=letak, halangan=[penanda])


def gambar(
    jendela: Jendela,
    kampung: Sequence[Kampung],
    *,
    letak: Letak | None = None,
    patokan: Sequence[Patokan] = (),
    halangan: Sequence[Kotak] = (),
) -> Peta:
    """Return the picture of a piece with everything in its place. No name stands on `halangan`."""
    satuan = 5 if jendela.seluruhnya else 1
    penuh = [*halangan, *_terisi(jendela, patokan)]
    nama = _beri_nama(jendela, kampung, penuh)
    return Peta(
        jendela=jendela,
        kampung=nama,
        penunjuk=[] if jendela.seluruhnya else _beri_penunjuk(jendela, nama, penuh),
        kisi_x=_kisi(jendela.lebar, satuan * jendela.px_per_km),
        kisi_y=_kisi(jendela.tinggi, satuan * jendela.px_per_km),
        skala=round(satuan * jendela.px_per_km),
        skala_km=satuan,
        patokan=list(patokan),
        letak=letak,
        kata=uraian(letak.lintang, letak.bujur, kampung) if letak else "",
    )


def _terisi(jendela: Jendela, patokan: Sequence[Patokan]) -> list[Kotak]:
    """Return the boxes where no name may stand: marks, the north arrow and the scale."""
    lebar, tinggi = jendela.lebar, jendela.tinggi
    hiasan = [(0, tinggi - 34, 144, tinggi), (lebar - 34, 0, lebar, 48)]
    return hiasan + [_sekeliling(p.x, p.y) for p in patokan]


def _kisi(panjang: int, jarak: float) -> list[int]:
    """Return the lines through the middle and every `jarak` px from it."""
    banyak = int(panjang / 2 / jarak)
    garis = [round(panjang / 2 + n * jarak) for n in range(-banyak, banyak + 1)]
    return [g for g in garis if 0 < g < panjang]


def patokan_di(jendela: Jendela, selain: Aspirasi | None = None) -> list[Patokan]:
    """Return the public landmarks in a piece, numbered. It takes two queries, none for the whole.

    They are projects, and kiriman of a public place that an official has seen. `selain` is left
    out.
    """
    if jendela.seluruhnya:
        return []
    b = jendela.batas
    di_sini = {
        "lintang__range": (b["selatan"], b["utara"]),
        "bujur__range": (b["barat"], b["timur"]),
    }
    kiriman = Aspirasi.objects.terbit().filter(
        tempat_umum=True, letak_menunggu_pada__isnull=True, dihapus_pada__isnull=True, **di_sini
    )
    if selain:
        kiriman = kiriman.exclude(pk=selain.pk)
    baris: list[Any] = []
    for himpunan in (Proyek.objects.berlaku().filter(**di_sini), kiriman):
        nilai = himpunan.order_by("-pk").values_list("judul", "lintang", "bujur")
        baris += nilai[:PATOKAN_TERBANYAK]
    return [
        Patokan(nomor, judul, *jendela.px(lintang, bujur))
        for nomor, (judul, lintang, bujur) in enumerate(baris, start=1)
    ]


def _beri_nama(jendela: Jendela, kampung: Sequence[Kampung], penuh: list[Kotak]) -> list[Nama]:
    """Return the names (numbers on the whole), placed so that none covers another. It fills
    `penuh`."""
    titik = [(k, *jendela.px(k.lintang, k.bujur)) for k in kampung]
    if not jendela.seluruhnya:
        penuh += [_sekeliling(x, y, 6) for _, x, y in titik]
    hasil = []
    for nomor, (k, x, y) in enumerate(titik, start=1):
        nama = Nama(k, nomor, x, y, tampak=jendela.memuat(x, y))
        letakkan = _dengan_nomor if jendela.seluruhnya else _dengan_teks
        hasil.append(letakkan(nama, jendela, penuh) if nama.tampak else nama)
    return hasil


def _dengan_nomor(nama: Nama, jendela: Jendela, penuh: list[Kotak]) -> Nama:
    """Return the name on its point, or a few pixels beside it."""
    x, y, setengah = nama.x, nama.y, LEBAR_HURUF * len(str(nama.nomor)) // 2 + 2
    for dx, dy in ((0, 0), (-9, 0), (9, 0), (0, -9), (0, 9), (-9, -9)):
        kotak = (x + dx - setengah, y + dy - 8, x + dx + setengah, y + dy + 8)
        if _muat(kotak, jendela, penuh):
            penuh.append(kotak)
            return replace(nama, teks_x=x + dx, teks_y=y + dy + 6, di="middle")
    return replace(nama, teks_x=x, teks_y=y + 6, di="middle")


def _dengan_teks(nama: Nama, jendela: Jendela, penuh: list[Kotak]) -> Nama:
    """Return the name below, above or beside its point; without a name where none fits."""
    teks, x, y = nama.kampung.nama, nama.x, nama.y
    for tepi, dasar, di in (
        (x, y + 23, "middle"),
        (x, y - 10, "middle"),
        (x + 11, y + 6, "start"),
        (x - 11, y + 6, "end"),
    ):
        if _tulis(teks, tepi, dasar, di, jendela, penuh):
            return replace(nama, teks_x=tepi, teks_y=dasar, di=di)
    return nama


def _beri_penunjuk(jendela: Jendela, nama: Iterable[Nama], penuh: list[Kotak]) -> list[Penunjuk]:
    """Return the nearest kampung beyond the edges, each where the way to it leaves the picture."""
    tengah_x, tengah_y = jendela.lebar / 2, jendela.tinggi / 2
    luar = [(n, n.x - tengah_x, n.y - tengah_y) for n in nama if not n.tampak]
    luar.sort(key=lambda s: math.hypot(s[1], s[2]))
    hasil: list[Penunjuk] = []
    for satu, dx, dy in luar[:PENUNJUK_TERBANYAK]:
        bagian = min((tengah_x - 8) / max(abs(dx), 1), (tengah_y - 22) / max(abs(dy), 1))
        x, y = round(tengah_x + dx * bagian), round(tengah_y + dy * bagian) + 6
        di = "start" if x < jendela.lebar / 4 else "end" if x > jendela.lebar * 3 / 4 else "middle"
        panah = PANAH[round(math.degrees(math.atan2(dx, -dy)) / 45) % 8]
        teks = f"{panah} {satu.kampung.nama}"
        for dasar in (y, y + 20, y - 20):
            if _tulis(teks, x, dasar, di, jendela, penuh):
                hasil.append(Penunjuk(teks, x, dasar, di))
                break
    return hasil


def _tulis(teks: str, x: int, dasar: int, di: str, jendela: Jendela, penuh: list[Kotak]) -> bool:
    """Take the room of a text, anchored as SVG does. Return False where there is no room."""
    panjang = LEBAR_HURUF * len(teks) + 4
    kiri = {"start": x, "middle": x - panjang // 2, "end": x - panjang}[di]
    kotak = (kiri, dasar - TINGGI_HURUF + 4, kiri + panjang, dasar + 4)
    if not _muat(kotak, jendela, penuh):
        return False
    penuh.append(kotak)
    return True


def _muat(kotak: Kotak, jendela: Jendela, penuh: Iterable[Kotak]) -> bool:
    kiri, atas, kanan, bawah = kotak
    if kiri < 0 or atas < 0 or kanan > jendela.lebar or bawah > jendela.tinggi:
        return False
    return not any(kiri < p[2] and p[0] < kanan and atas < p[3] and p[1] < bawah for p in penuh)


def _sekeliling(x: int, y: int, jarak: int = 12) -> Kotak:
    return x - jarak, y - jarak, x + jarak, y + jarak
