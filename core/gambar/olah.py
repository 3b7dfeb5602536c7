"""Photos: prove by decoding, shrink, turn upright, and keep nothing but the picture.

The result is two WebP files made from pixels alone. So no metadata (place, device, hidden
thumbnails) and nothing appended to the original survives.

This is the decoder alone. It knows neither settings nor database, because it runs in a child
process of its own (`core.gambar.anak`); `core.berkas.kamar_gelap` is the door to it.
"""

import logging
import math
import re
import warnings
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from PIL import ExifTags, Image, ImageCms, ImageDraw, ImageOps

log = logging.getLogger(__name__)

SISI_BESAR = 1600
SISI_KECIL = 480
MAKS_BYTE = 10 * 1024 * 1024
MAKS_PIKSEL = 50_000_000
# The WebP decoder keeps two canvases of four bytes a pixel; cameras do not write WebP.
MAKS_PIKSEL_WEBP = MAKS_PIKSEL // 4
MAKS_SISI = 30_000
# A progressive JPEG has about ten passes; thousands of them are a way to burn hours.
MAKS_PINDAIAN = 100
# Each pass walks over every pixel again: 98 of them over 49 megapixels, in 200 kB, cost 4.2 s.
MAKS_KERJA = 300_000_000  # pixels times passes, about a second
LINTASAN_SELANG = 7  # of an interlaced PNG
FORMAT = ("JPEG", "PNG", "WEBP")
AWAL_PINDAIAN = b"\xff\xda"
MUTU, KETELITIAN = 80, 4
PIKSEL_SEPITA = 2_000_000

# Pillow refuses above twice this number, before its decoders allocate anything.
Image.MAX_IMAGE_PIXELS = MAKS_PIKSEL // 2

PESAN = {
    "kosong": "Berkas foto ini kosong (0 byte). Pilih foto itu sekali lagi.",
    "terlalu_besar": "Foto ini lebih dari 10 MB. Perkecil dulu, atau kirim foto lain.",
    "terlalu_banyak_piksel": (
        "Ukuran gambar ini terlalu besar (lebih dari 50 megapiksel atau sisinya lebih dari "
        "30.000 piksel). Perkecil dulu, atau kirim foto lain."
    ),
    "terlalu_berat": (
        "Foto ini terlalu berat untuk dibuka. Perkecil dulu atau ambil ulang, lalu kirim lagi."
    ),
    "webp_terlalu_besar": (
        "Gambar WebP ini terlalu besar (lebih dari 12 megapiksel). Perkecil dulu, simpan sebagai "
        "JPEG, atau kirim foto lain."
    ),
    "rusak": "Foto ini rusak atau terpotong, mungkin karena sinyal putus. Coba kirim lagi.",
    "rangkap": (
        "Berkas ini berisi foto sekaligus berkas lain di dalamnya, jadi kami tolak. "
        "Kirim foto aslinya langsung dari kamera atau galeri."
    ),
    "gif": "Gambar GIF belum dapat dipakai. Kirim foto JPEG, PNG, atau WebP.",
    "svg": "Gambar SVG dan halaman web tidak dapat dipakai. Kirim foto JPEG, PNG, atau WebP.",
    "pdf": "Ini dokumen PDF, bukan foto. Kirim foto JPEG, PNG, atau WebP.",
    "heic": "Foto HEIC belum dapat dibuka. Simpan sebagai JPEG dulu, lalu kirim lagi.",
    "video": "Ini video, bukan foto. Kirim foto JPEG, PNG, atau WebP.",
    "bukan_foto": "Berkas ini bukan foto yang dapat dibuka. Kirim foto JPEG, PNG, atau WebP.",
    "sibuk": "Sedang banyak foto yang diperiksa. Tunggu satu menit, lalu kirim lagi.",
    "tak_tersimpan": ("Tempat penyimpanan kami sedang bermasalah. Kirim fotonya lagi nanti."),
    "luput": "Foto ini tidak sempat kami periksa. Kirim sekali lagi.",
}
# These only name a refused file in its refusal. Acceptance never rests on them.
TANDA = (
    (re.compile(rb"GIF8"), "gif"),
    (re.compile(rb"\s*%PDF-"), "pdf"),
    (re.compile(rb".{4}ftyp(hei|hev|mif|msf)", re.DOTALL), "heic"),
    (re.compile(rb".{4}ftyp(?!avi)|\x1aE\xdf\xa3", re.DOTALL), "video"),
    (re.compile(rb"(\xef\xbb\xbf)?\s*<"), "svg"),
    (re.compile(rb"\xff\xd8\xff|\x89PNG|RIFF.{4}WEBP", re.DOTALL), "rusak"),
)
_HALAMAN = re.compile(rb"<(script|!doctype|html|iframe|\?php)[\s>]", re.IGNORECASE)


class FotoDitolak(ValidationError):
    """A photo that is not taken; `code` is a key of PESAN and the message is for people.

    `detik` is the cost of decoding it, in seconds of the processor.
    """

    def __init__(self, kode: str, *, detik: float = 0) -> None:
        super().__init__(PESAN[kode], code=kode)
        self.detik = detik


def tidak_tersimpan(sebab: str, urutan: int, jumlah: int) -> str:
    """Return the sentence about a refused photo, the `urutan`-th of `jumlah` sent together.

    It is named by its place, never by its file name; the only one needs no number.
    """
    foto = "Foto" if jumlah == 1 else f"Foto ke-{urutan}"
    return f"{foto} tidak tersimpan: {sebab}"


@dataclass(frozen=True)
class FotoJadi:
    """Two sizes of one photo as WebP; `lebar` and `tinggi` are pixels of the large one.

    `detik` is the cost of decoding it, in seconds of the processor.
    """

    besar: bytes
    kecil: bytes
    lebar: int
    tinggi: int
    detik: float = 0


def olah(data: bytes) -> FotoJadi:
    """Return `data` (JPEG, PNG or WebP) as upright sRGB WebP of at most 1600 and 480 px.

    A picture is never enlarged. An animation keeps its first frame, and transparency becomes white.
    Raises FotoDitolak. It may take seconds and, for 50 megapixels, 470 MB.
    """
    _periksa_bungkus(data)
    return _dua_ukuran(_buka(data))


def tutup_kotak(data: bytes, kotak: Iterable[tuple[float, float, float, float]]) -> FotoJadi:
    """Return `data` (a photo of ours) with black boxes burnt in, in both sizes.

    A box is (left, top, right, bottom) in parts of the sides, 0 to 1; it covers every pixel
    it touches. Raises FotoDitolak when the file is damaged.
    """
    besar = _buka(data)
    kuas = ImageDraw.Draw(besar)
    for kiri, atas, kanan, bawah in kotak:
        x1, y1 = math.floor(kiri * besar.width), math.floor(atas * besar.height)
        x2, y2 = math.ceil(kanan * besar.width) - 1, math.ceil(bawah * besar.height) - 1
        kuas.rectangle((x1, y1, max(x1, x2), max(y1, y2)), fill="black")
    return _dua_ukuran(besar)


def _dua_ukuran(besar: Image.Image) -> FotoJadi:
    kecil = besar.copy()
    kecil.thumbnail((SISI_KECIL, SISI_KECIL), Image.Resampling.LANCZOS)
    return FotoJadi(_webp(besar), _webp(kecil), besar.width, besar.height)


def periksa_awal(data: bytes) -> None:
    """Refuse, in microseconds, a photo that is empty, too large, or wrong in its first bytes."""
    if not data:
        raise FotoDitolak("kosong")
    if len(data) > MAKS_BYTE:
        raise FotoDitolak("terlalu_besar")
    if (jenis := _jenis(data)) != "rusak":
        raise FotoDitolak(jenis)


def _periksa_bungkus(data: bytes) -> None:
    """Refuse a photo for which a look at every byte is enough, without a decoder."""
    periksa_awal(data)
    if berisi_zip(data) or b"%PDF-" in data[:1024] or _HALAMAN.search(data):
        raise FotoDitolak("rangkap")
    if data.startswith(b"\xff\xd8") and data.count(AWAL_PINDAIAN) > MAKS_PINDAIAN:
        raise FotoDitolak("rusak")


def _jenis(data: bytes) -> str:
    return next((kode for pola, kode in TANDA if pola.match(data[:64])), "bukan_foto")


def berisi_zip(data: bytes) -> bool:
    """Return whether `data` can be opened as a ZIP (also .jar, .apk, .docx)."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as arsip:
            return bool(arsip.infolist())
    # zipfile raises NotImplementedError for archives that it cannot read: those open nothing.
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def _buka(data: bytes) -> Image.Image:
    """Decode every pixel and return the upright sRGB picture, at most 1600 px a side."""
    try:
        # Pillow warns of large pictures; strict modes would turn that into errors.
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=FORMAT) as asal,
        ):
            _periksa_ukuran(asal)
            _periksa_kerja(asal, data)
            return _tegak(_srgb(_kecilkan(asal), asal), asal)
    except FotoDitolak:
        raise
    except MemoryError as galat:
        raise FotoDitolak("terlalu_berat") from galat
    except Image.DecompressionBombError as galat:
        raise FotoDitolak("terlalu_banyak_piksel") from galat
    except Exception as galat:  # decoders raise nearly everything on damaged data
        log.info("Foto ditolak: %r", galat)
        raise FotoDitolak("rusak") from galat


def _periksa_ukuran(asal: Image.Image) -> None:
    if asal.width * asal.height > MAKS_PIKSEL or max(asal.size) > MAKS_SISI:
        raise FotoDitolak("terlalu_banyak_piksel")
    if asal.format == "WEBP" and asal.width * asal.height > MAKS_PIKSEL_WEBP:
        raise FotoDitolak("webp_terlalu_besar")


def _periksa_kerja(asal: Image.Image, data: bytes) -> None:
    """Refuse a photo that is small to send and long to decode, before its pixels are touched.

    Passes are counted as markers in the bytes. So a preview inside counts, too, and no trick of the
    parser hides one.
    """
    lintasan = 1
    if asal.format in ("JPEG", "MPO"):
        lintasan = max(1, data.count(AWAL_PINDAIAN))
    elif asal.format == "PNG" and asal.info.get("interlace"):
        lintasan = LINTASAN_SELANG
    if asal.width * asal.height * lintasan > MAKS_KERJA:
        raise FotoDitolak("terlalu_berat")


def _kecilkan(asal: Image.Image) -> Image.Image:
    """Return the pixels at most 1600 px a side, in mode L, RGB or CMYK.

    JPEG shrinks while it is decoded (`draft`). Everything is then reduced in strips, so
    that a large picture never stands in memory twice.
    """
    faktor = max(1, max(asal.size) // SISI_BESAR)
    asal.draft(None, (max(1, asal.width // faktor), max(1, asal.height // faktor)))
    faktor = max(1, max(asal.size) // SISI_BESAR)
    lebar, tinggi = asal.size
    langkah = faktor * max(1, PIKSEL_SEPITA // (lebar * faktor))
    hasil: Image.Image | None = None
    for atas in range(0, tinggi, langkah):
        pita = asal.crop((0, atas, lebar, min(atas + langkah, tinggi)))
        pita = _rata(pita, asal).reduce(faktor)
        if hasil is None:
            hasil = Image.new(pita.mode, (pita.width, -(-tinggi // faktor)))
        hasil.paste(pita, (0, atas // faktor))
    if hasil is None:
        raise FotoDitolak("rusak")
    hasil.thumbnail((SISI_BESAR, SISI_BESAR), Image.Resampling.LANCZOS)
    return hasil


def _rata(pita: Image.Image, asal: Image.Image) -> Image.Image:
    """Return a strip in mode L, RGB or CMYK, transparency laid on white."""
    if asal.mode.startswith("I"):  # 16 bits of grey
        # `convert` alone would cut everything above 255 to white.
        return pita.convert("I").point(lambda nilai: nilai / 256 + 0).convert("L")
    if "transparency" in asal.info:
        pita.info["transparency"] = asal.info["transparency"]
    if pita.has_transparency_data:
        lapis = pita.convert("RGBA")
        putih = Image.new("RGBA", lapis.size, "white")
        return Image.alpha_composite(putih, lapis).convert("RGB")
    return pita.convert({"CMYK": "CMYK", "L": "L", "1": "L"}.get(pita.mode, "RGB"))


def _srgb(gambar: Image.Image, asal: Image.Image) -> Image.Image:
    """Apply the colour profile of the original, if it has a usable one."""
    if profil := asal.info.get("icc_profile"):
        try:
            hasil = ImageCms.profileToProfile(
                gambar,
                ImageCms.ImageCmsProfile(BytesIO(profil)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            if hasil is not None:
                return hasil
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            log.info("Profil warna foto tidak dapat dipakai")
    return gambar.convert("RGB")


def _tegak(gambar: Image.Image, asal: Image.Image) -> Image.Image:
    """Turn the picture as the camera was held. A damaged note of that is no reason to refuse."""
    try:
        arah = asal.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # EXIF parsers raise nearly everything on damaged data
        arah = 1
    gambar.info.clear()
    gambar.getexif()[ExifTags.Base.Orientation] = arah
    return ImageOps.exif_transpose(gambar)


def _webp(gambar: Image.Image) -> bytes:
    tujuan = BytesIO()
    polos = gambar.copy()
    polos.info.clear()
    polos.save(tujuan, "WEBP", quality=MUTU, method=KETELITIAN, exif=b"", icc_profile=b"", xmp=b"")
    return tujuan.getvalue()
