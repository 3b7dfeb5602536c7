"""Photos of the demonstration, drawn by the program: simple scenes, plainly marked."""

from collections.abc import Callable
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFont

LEBAR, TINGGI = 1200, 900
CAKRAWALA = 380
TANAH, BETON, BATU, AIR = "#8a6a48", "#b9b4aa", "#7d7a75", "#5b8aa3"
SAWAH, KAYU, ATAP, DINDING = "#6f9a4c", "#6b4a2f", "#9c4a36", "#e5dcc6"

Kuas = ImageDraw.ImageDraw


def foto_contoh(jenis: str, persen: int = 100, benih: int = 0) -> SimpleUploadedFile:
    """Return a JPEG upload of a scene at that stage (0, 50 or 100 percent)."""
    gambar = Image.new("RGB", (LEBAR, TINGGI), SAWAH)
    kuas = ImageDraw.Draw(gambar)
    _langit(kuas, benih)
    ADEGAN.get(jenis, _jalan)(kuas, persen)
    _tanda(kuas, persen)
    keluaran = BytesIO()
    gambar.save(keluaran, "JPEG", quality=85)
    return SimpleUploadedFile("contoh.jpg", keluaran.getvalue(), "image/jpeg")


def _langit(kuas: Kuas, benih: int) -> None:
    for y in range(CAKRAWALA):
        kuas.line([(0, y), (LEBAR, y)], fill=(150 + y // 6, 190 + y // 8, 220 + y // 20))
    geser = benih * 97 % 400
    for x in range(-400, LEBAR + 400, 400):
        puncak = CAKRAWALA - 90 - (x + geser) % 70
        kuas.polygon(
            [(x + geser, CAKRAWALA), (x + geser + 220, puncak), (x + geser + 460, CAKRAWALA)],
            fill="#5f7d63",
        )
    for y in range(CAKRAWALA, TINGGI, 46):
        kuas.line([(0, y), (LEBAR, y + 14)], fill="#638c43", width=5)


def _tanda(kuas: Kuas, persen: int) -> None:
    tulisan = f"FOTO CONTOH, digambar program, {persen}%"
    kuas.rectangle((0, TINGGI - 64, LEBAR, TINGGI), fill="#3a1520")
    kuas.text((24, TINGGI - 50), tulisan, fill="#f3e2b5", font=ImageFont.load_default(34))


def _sampai(awal: float, akhir: float, persen: int) -> float:
    return awal + (akhir - awal) * persen / 100


def _jalan(kuas: Kuas, persen: int) -> None:
    def badan(ujung: float, warna: str) -> None:
        y = _sampai(TINGGI, CAKRAWALA, int(ujung))
        kiri, kanan = _sampai(260, 570, int(ujung)), _sampai(940, 630, int(ujung))
        kuas.polygon([(260, TINGGI), (940, TINGGI), (kanan, y), (kiri, y)], fill=warna)

    badan(100, TANAH)
    if persen:
        badan(persen, BETON)
    for x in (130, 1050):
        kuas.rectangle((x, 470, x + 16, 640), fill=KAYU)
        kuas.ellipse((x - 70, 360, x + 90, 520), fill="#4c7a3a")


def _saluran(kuas: Kuas, persen: int) -> None:
    kuas.polygon([(420, TINGGI), (780, TINGGI), (640, CAKRAWALA), (580, CAKRAWALA)], fill=TANAH)
    kuas.polygon([(500, TINGGI), (700, TINGGI), (620, CAKRAWALA), (600, CAKRAWALA)], fill=AIR)
    for langkah in range(int(12 * persen / 100)):
        y = TINGGI - 60 - langkah * 38
        sempit = langkah * 13
        for kiri in (390 + sempit, 710 - sempit // 2):
            kuas.rectangle((kiri, y, kiri + 90 - langkah * 5, y + 34), fill=BATU, outline="#5d5a55")


def _talud(kuas: Kuas, persen: int) -> None:
    kuas.polygon([(0, 300), (760, 420), (900, TINGGI), (0, TINGGI)], fill=TANAH)
    kuas.rectangle((820, 330, 1120, 560), fill=DINDING)
    kuas.polygon([(790, 330), (1150, 330), (970, 220)], fill=ATAP)
    for baris in range(int(10 * persen / 100)):
        for kolom in range(9):
            x, y = 20 + kolom * 88 + baris % 2 * 40, TINGGI - 110 - baris * 46
            kuas.rounded_rectangle((x, y, x + 80, y + 40), 10, fill=BATU, outline="#5d5a55")


def _gedung(kuas: Kuas, persen: int) -> None:
    kuas.rectangle((260, 720, 940, 750), fill=BETON)
    if persen:
        kuas.rectangle((300, 470, 900, 720), fill=DINDING, outline="#b8ac90", width=4)
        kuas.rectangle((560, 560, 650, 720), fill=KAYU)
        for x in (360, 740):
            kuas.rectangle((x, 540, x + 100, 620), fill="#a9c6cf", outline=KAYU, width=6)
    if persen > 50:
        kuas.polygon([(250, 470), (950, 470), (600, 320)], fill=ATAP)
        kuas.polygon([(650, 720), (900, 780), (650, 780)], fill=BETON)


def _sumur(kuas: Kuas, persen: int) -> None:
    kuas.ellipse((520, 700, 680, 770), fill=BATU)
    if persen:
        for x in (480, 700):
            kuas.line([(x, 760), (x + (20 if x < 600 else -20), 380)], fill=KAYU, width=16)
        kuas.line([(470, 560), (720, 560)], fill=KAYU, width=12)
        kuas.rounded_rectangle((490, 240, 700, 390), 20, fill="#d8862f")


def _lampu(kuas: Kuas, persen: int) -> None:
    _jalan(kuas, 100)
    for nomor, x in enumerate((180, 380, 820, 1020)):
        kuas.rectangle((x, 330, x + 12, 720), fill="#555")
        if persen > nomor * 25:
            kuas.polygon(
                [(x - 50, 320), (x + 40, 300), (x + 50, 330), (x - 40, 350)], fill="#27406b"
            )
            kuas.ellipse((x - 18, 350, x + 30, 395), fill="#ffe9a3")


def _embung(kuas: Kuas, persen: int) -> None:
    kuas.ellipse((180, 520, 1020, 820), fill=TANAH)
    kuas.ellipse((230, 545, 970, 795), fill=AIR if persen else "#9a8a6a")


def _jembatan(kuas: Kuas, persen: int) -> None:
    kuas.polygon([(0, 640), (LEBAR, 640), (LEBAR, TINGGI), (0, TINGGI)], fill=AIR)
    for nomor, x in enumerate(range(160, 1040, 80)):
        if nomor not in (3, 7, 8):
            kuas.rectangle((x, 560, x + 68, 620), fill=KAYU, outline="#4b3320")
    kuas.line([(140, 500), (1060, 500)], fill=KAYU, width=12)


def _sampah(kuas: Kuas, persen: int) -> None:
    kuas.polygon([(0, 700), (LEBAR, 640), (LEBAR, TINGGI), (0, TINGGI)], fill=AIR)
    for nomor in range(26):
        x, y = 200 + nomor * 67 % 700, 560 + nomor * 41 % 130
        warna = ("#d9d9d9", "#e0b04a", "#7f9bb3", "#c8675b")[nomor % 4]
        kuas.rounded_rectangle((x, y, x + 56, y + 40), 12, fill=warna)


ADEGAN: dict[str, Callable[[Kuas, int], None]] = {
    "jalan": _jalan,
    "saluran": _saluran,
    "talud": _talud,
    "gedung": _gedung,
    "sumur": _sumur,
    "lampu": _lampu,
    "embung": _embung,
    "jembatan": _jembatan,
    "sampah": _sampah,
}
