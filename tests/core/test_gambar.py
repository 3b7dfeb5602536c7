"""Photos: an accepted one comes out small, upright and bare; a refused one says why."""

import warnings
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from core.gambar.olah import PESAN, FotoDitolak, olah
from tests.pabrik import gambar as rupa

MERAH, BIRU = (200, 30, 30), (30, 30, 200)


def dekat(warna: object, harapan: tuple[int, ...], selisih: int = 12) -> bool:
    assert isinstance(warna, tuple)
    return all(abs(a - b) <= selisih for a, b in zip(warna, harapan, strict=True))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_two_sizes_keep_the_shape(format: str) -> None:
    jadi = olah(rupa.tulis(rupa.gambar(4000, 2000), format))
    besar, kecil = rupa.buka(jadi.besar), rupa.buka(jadi.kecil)
    assert (besar.format, besar.size, kecil.size) == ("WEBP", (1600, 800), (480, 240))
    assert (jadi.lebar, jadi.tinggi) == (1600, 800)
    assert dekat(besar.getpixel((800, 400)), MERAH)


@pytest.mark.parametrize("ukuran", [(1, 1), (300, 200), (1600, 1600)])
def test_never_enlarges(ukuran: tuple[int, int]) -> None:
    jadi = olah(rupa.tulis(rupa.gambar(*ukuran), "PNG"))
    assert rupa.buka(jadi.besar).size == ukuran
    assert max(rupa.buka(jadi.kecil).size) == min(480, max(ukuran))


def test_a_thin_strip_keeps_at_least_one_pixel() -> None:
    jadi = olah(rupa.tulis(rupa.gambar(20_000, 3), "PNG"))
    assert rupa.buka(jadi.besar).size == (1600, 1)


def test_large_pictures_are_put_together_from_their_strips() -> None:
    asal = Image.linear_gradient("L").resize((3300, 5000)).convert("RGB")
    besar = rupa.buka(olah(rupa.tulis(asal, "PNG")).besar)
    tinggi = besar.height
    for bagian in (0.1, 0.35, 0.5, 0.77, 0.95):
        terang = besar.getpixel((besar.width // 2, int(tinggi * bagian)))
        assert dekat(terang, (int(255 * bagian),) * 3, 4)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_place_and_device_are_gone(format: str) -> None:
    profil = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = rupa.tulis(
        rupa.gambar(),
        format,
        exif=rupa.exif(),
        icc_profile=profil,
        xmp=b"<x:xmpmeta>RAHASIA</x:xmpmeta>",
    )
    assert rupa.buka(data).getexif().get_ifd(rupa.GPS_IFD), "the original must carry a position"
    jadi = olah(data)
    for keluar in (jadi.besar, jadi.kecil):
        assert rupa.potongan_riff(keluar) == {b"VP8 "}
        assert not rupa.buka(keluar).getexif()
        assert b"RAHASIA" not in keluar


@pytest.mark.parametrize(
    ("arah", "sudut_merah"),
    [
        (1, (0, 0)),
        (2, (1, 0)),
        (3, (1, 1)),
        (4, (0, 1)),
        (5, (0, 0)),
        (6, (1, 0)),
        (7, (1, 1)),
        (8, (0, 1)),
    ],
)
@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_stands_upright_however_the_phone_was_held(
    format: str, arah: int, sudut_merah: tuple[int, int]
) -> None:
    asal = rupa.gambar(80, 40, warna=BIRU)
    asal.paste(MERAH, (0, 0, 20, 20))  # a red corner, top left as stored
    besar = rupa.buka(olah(rupa.tulis(asal, format, exif=rupa.exif(arah), **mutu(format))).besar)
    assert besar.size == ((80, 40) if arah < 5 else (40, 80))
    x, y = (5 if s == 0 else besar.size[i] - 6 for i, s in enumerate(sudut_merah))
    assert dekat(besar.getpixel((x, y)), MERAH, 40)


def mutu(format: str) -> dict[str, int]:
    return {"quality": 95} if format == "JPEG" else {}


def test_damaged_exif_is_no_reason_to_refuse() -> None:
    data = rupa.tulis(rupa.gambar(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + b"\xff" * 40)
    assert olah(data).lebar == 60


@pytest.mark.parametrize(
    ("mode", "warna", "harapan"),
    [
        ("1", 1, (255, 255, 255)),
        ("L", 77, (77, 77, 77)),
        ("LA", (0, 128), (127, 127, 127)),
        ("P", 0, (0, 0, 0)),
        ("RGBA", (255, 0, 0, 0), (255, 255, 255)),
        ("I;16", 32_896, (128, 128, 128)),
    ],
)
def test_every_mode_of_png(mode: str, warna: object, harapan: tuple[int, ...]) -> None:
    besar = rupa.buka(olah(rupa.tulis(rupa.gambar(mode=mode, warna=warna), "PNG")).besar)
    assert besar.mode == "RGB"
    assert dekat(besar.getpixel((30, 20)), harapan, 3)


def test_transparent_palette_becomes_white() -> None:
    asal = rupa.gambar(mode="P", warna=0)
    asal.putpalette([255, 0, 0] + [0] * 765)
    assert dekat(
        rupa.buka(olah(rupa.tulis(asal, "PNG", transparency=0)).besar).getpixel((9, 9)), (255,) * 3
    )


def test_printers_colours_become_screen_colours() -> None:
    asal = rupa.gambar(mode="CMYK", warna=(0, 255, 255, 0))
    assert dekat(rupa.buka(olah(rupa.tulis(asal, "JPEG")).besar).getpixel((9, 9)), (255, 0, 0))


def test_colour_profile_is_applied() -> None:
    """A profile made here, which calls red what is green."""
    profil = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    tukar = profil.replace(b"rXYZ", b"....").replace(b"gXYZ", b"rXYZ").replace(b"....", b"gXYZ")
    merah = rupa.gambar(warna=(255, 0, 0))
    hasil = rupa.buka(olah(rupa.tulis(merah, "PNG", icc_profile=tukar)).besar).getpixel((9, 9))
    assert dekat(hasil, (0, 255, 0))


def test_broken_colour_profile_is_ignored() -> None:
    assert olah(rupa.tulis(rupa.gambar(), "PNG", icc_profile=b"bukan profil")).lebar == 60


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_of_an_animation_the_first_frame_stays(format: str) -> None:
    asal = rupa.gambar(warna=MERAH)
    data = rupa.tulis(asal, format, save_all=True, append_images=[rupa.gambar(warna=BIRU)])
    assert rupa.buka(data).n_frames == 2
    assert dekat(rupa.buka(olah(data).besar).getpixel((9, 9)), MERAH)


def test_two_pictures_in_one_jpeg_as_phones_make_them() -> None:
    data = rupa.tulis(rupa.gambar(), "MPO", save_all=True, append_images=[rupa.gambar(warna=BIRU)])
    assert dekat(rupa.buka(olah(data).besar).getpixel((9, 9)), MERAH)


def test_harmless_trailer_of_a_phone_is_cut_off() -> None:
    """Some phones append a film to the photo; that is no reason to refuse it."""
    ekor = b"\0\0\0\x18ftypmp42" + b"FILM" * 500
    jadi = olah(rupa.tulis(rupa.gambar()) + ekor)
    assert b"FILM" not in jadi.besar


def test_progressive_jpeg() -> None:
    assert olah(rupa.tulis(rupa.gambar(), progressive=True)).lebar == 60


def terpotong(format: str) -> bytes:
    data = rupa.tulis(Image.effect_noise((300, 300), 60).convert("RGB"), format)
    return data[: len(data) // 2]


def dibengkokkan() -> bytes:
    """A PNG whose pixels were damaged on the way."""
    data = bytearray(rupa.tulis(Image.effect_noise((300, 300), 60), "PNG"))
    data[200:260] = bytes(60)
    return bytes(data)


def jpeg_bersisip(isi: bytes) -> bytes:
    data = rupa.tulis(rupa.gambar(), comment=isi)
    assert isi in data
    return data


BURUK: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("kosong", lambda: b""),
    "more than 10 MB": (
        "terlalu_besar",
        lambda: rupa.tulis(rupa.gambar()) + bytes(10 * 1024 * 1024),
    ),
    "truncated jpeg": ("rusak", lambda: terpotong("JPEG")),
    "truncated png": ("rusak", lambda: terpotong("PNG")),
    "truncated webp": ("rusak", lambda: terpotong("WEBP")),
    "only a head": ("rusak", lambda: b"\xff\xd8\xff\xe0" + bytes(30)),
    "damaged png": ("rusak", dibengkokkan),
    "thousand passes": ("rusak", lambda: rupa.tulis(rupa.gambar()) + b"\xff\xda" * 1000),
    "98 passes": ("terlalu_berat", lambda: rupa.serangan(2000, 98)),
    "51 megapixels": ("terlalu_banyak_piksel", lambda: rupa.png_bom(7200, 7100)),
    "bomb": ("terlalu_banyak_piksel", lambda: rupa.png_bom(60_000, 60_000)),
    "largest number": ("terlalu_banyak_piksel", lambda: rupa.png_bom(2**31 - 1, 2**31 - 1)),
    "endless side": ("terlalu_banyak_piksel", lambda: rupa.png_bom(40_000, 1)),
    "webp of 13 megapixels": (
        "webp_terlalu_besar",
        lambda: rupa.tulis(Image.new("RGB", (4000, 3200)), "WEBP", method=0),
    ),
    "lying head": ("rusak", lambda: rupa.png_bom(6000, 6000)),
    "svg": ("svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    "svg with bom": ("svg", lambda: b'\xef\xbb\xbf\n<?xml version="1.0"?><svg/>'),
    "html": ("svg", lambda: b"<!doctype html><script>alert(1)</script>"),
    "gif": ("gif", lambda: rupa.tulis(rupa.gambar(), "GIF")),
    "pdf": ("pdf", rupa.pdf),
    "bmp": ("bukan_foto", lambda: rupa.tulis(rupa.gambar(), "BMP")),
    "tiff": ("bukan_foto", lambda: rupa.tulis(rupa.gambar(), "TIFF")),
    "heic": ("heic", lambda: b"\0\0\0\x18ftypheic" + bytes(200)),
    "film": ("video", lambda: b"\0\0\0\x18ftypisom" + bytes(200)),
    "avif": ("bukan_foto", lambda: b"\0\0\0\x18ftypavif" + bytes(200)),
    "text": ("bukan_foto", lambda: "Selamat pagi 🌾".encode()),
    "zip behind": ("rangkap", lambda: rupa.tulis(rupa.gambar()) + rupa.zip_kecil()),
    "zip behind png": ("rangkap", lambda: rupa.tulis(rupa.gambar(), "PNG") + rupa.zip_kecil()),
    "page behind": ("rangkap", lambda: rupa.tulis(rupa.gambar()) + b"<html ><script>1</script>"),
    "script inside": ("rangkap", lambda: jpeg_bersisip(b"<SCRIPT src=//jahat.example>")),
    "php inside": ("rangkap", lambda: jpeg_bersisip(b"<?php system($_GET[0]);")),
    "pdf inside": ("rangkap", lambda: jpeg_bersisip(b"%PDF-1.4")),
}


@pytest.mark.parametrize("nama", BURUK)
def test_what_is_refused_says_why(nama: str) -> None:
    kode, buat = BURUK[nama]
    with pytest.raises(FotoDitolak) as galat:
        olah(buat())
    assert galat.value.code == kode
    assert galat.value.messages == [PESAN[kode]]


def test_a_bomb_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def gagal(*_: object, **__: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", gagal)
    with pytest.raises(FotoDitolak, match="terlalu besar"):
        olah(rupa.png_bom(7200, 7100))


def test_every_message_names_a_way_on() -> None:
    jalan_keluar = ("kirim", "pilih", "simpan", "perkecil", "tunggu")
    assert all(any(kata in pesan.lower() for kata in jalan_keluar) for pesan in PESAN.values())


def test_pillow_warnings_never_reach_the_sender() -> None:
    """26 megapixels make Pillow warn, and here warnings are errors."""
    data = rupa.png_bom(5200, 5000)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(Image.DecompressionBombWarning):
            Image.open(BytesIO(data))
        with pytest.raises(FotoDitolak) as galat:
            olah(data)
    assert galat.value.code == "rusak"  # its pixels end early; the warning did not count
