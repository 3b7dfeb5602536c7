"""Filters: the text that people read."""

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from pytest_django.fixtures import Settings

from core.templatetags import bentuk
from core.waktu import pada

WIB = ZoneInfo("Asia/Jakarta")

FOTO = "/berkas/0123456789abcdef0123456789abcdef.webp"
KECIL = FOTO.replace(".webp", "-480.webp")


@pytest.mark.parametrize(
    ("awal", "akhir", "kata"),
    [
        ("2026-11-05", "2026-11-05", "5 November 2026"),
        ("2026-11-01", "2026-11-14", "1–14 November 2026"),
        ("2028-02-01", "2028-02-29", "Februari 2028"),
        ("2026-10-31", "2026-11-30", "31 Oktober–30 November 2026"),
        ("2026-12-26", "2027-01-31", "26 Desember 2026–31 Januari 2027"),
    ],
)
def test_days_from_to(awal: str, akhir: str, kata: str) -> None:
    hari = map(dt.date.fromisoformat, (awal, akhir))
    assert bentuk.rentang_tanggal(*hari) == kata
    assert bentuk.rentang_tanggal(dt.date(2028, 2, 1), None) == "Februari 2028"


def tampil(teks: str, nilai: object) -> str:
    return Template(teks).render(Context({"nilai": nilai}))


@pytest.mark.parametrize(
    ("nilai", "panjang", "pendek"),
    [
        (0, "Rp 0", "Rp 0"),
        (999_999, "Rp 999.999", "Rp 999.999"),
        (1_250_000, "Rp 1.250.000", "Rp 1,25 juta"),
        (154_700_000, "Rp 154.700.000", "Rp 154,7 juta"),
        (999_996_000, "Rp 999.996.000", "Rp 1 miliar"),
        (3_400_000_000, "Rp 3.400.000.000", "Rp 3,4 miliar"),
        (2_000_000_000_000, "Rp 2.000.000.000.000", "Rp 2 triliun"),
        (1_234_500_000_000_000, "Rp 1.234.500.000.000.000", "Rp 1.234,5 triliun"),
        (-1_250_000, "Rp −1.250.000", "Rp −1,25 juta"),
        (None, "belum diketahui", "belum diketahui"),
        ("", "belum diketahui", "belum diketahui"),
        ("bukan angka", "belum diketahui", "belum diketahui"),
    ],
)
def test_money(nilai: object, panjang: str, pendek: str) -> None:
    assert tampil("{{ nilai|rupiah }}", nilai) == panjang.replace("Rp ", "Rp\u00a0")
    assert tampil("{{ nilai|rupiah_pendek }}", nilai).replace("\u00a0", " ") == pendek


@pytest.mark.parametrize(
    ("nilai", "harapan"),
    [
        (1234, "1.234"),
        (2026, "2.026"),
        (Decimal("93.750"), "93,75"),
        (1234.5, "1.234,5"),
        (0, "0"),
        (-7, "−7"),
        (float("nan"), "belum diketahui"),
        (True, "belum diketahui"),
    ],
)
def test_numbers(nilai: object, harapan: str) -> None:
    assert tampil("{{ nilai|angka }}", nilai) == harapan


@pytest.mark.parametrize(
    ("nilai", "harapan"),
    [
        (Decimal("72.50"), "72,5%"),
        (100, "100%"),
        (Decimal("0.00"), "0%"),
        (None, "belum diketahui"),
    ],
)
def test_percent(nilai: object, harapan: str) -> None:
    assert tampil("{{ nilai|persen }}", nilai) == harapan


@pytest.mark.parametrize(
    ("nilai", "harapan"),
    [
        (Decimal("72.50"), "72.5"),
        (1_250_000, "1250000"),
        (Decimal("-5.130000"), "-5.13"),
        (100, "100"),
        (Decimal("1E+3"), "1000"),
        (None, ""),
    ],
)
def test_numbers_for_attributes_are_never_localised(nilai: object, harapan: str) -> None:
    assert tampil("{{ nilai|polos }}", nilai) == harapan


def test_days_are_those_of_wib() -> None:
    malam = dt.datetime(2026, 11, 23, 18, 30, tzinfo=dt.UTC)  # 01.30 on the 24th in WIB
    assert tampil("{{ nilai|tanggal }}", malam) == "24 November 2026"
    assert tampil("{{ nilai|hari_tanggal }}", malam) == "Selasa, 24 November 2026"
    assert tampil("{{ nilai|tanggal }}", dt.date(2026, 8, 17)) == "17 Agustus 2026"
    assert tampil("{{ nilai|tanggal }}", None) == "belum diketahui"


@pytest.mark.parametrize(
    ("hari", "harapan"),
    [
        (24, "hari ini"),
        (23, "kemarin"),
        (21, "3 hari lalu"),
        (25, "besok"),
        (28, "4 hari lagi"),
        (None, "belum diketahui"),
    ],
)
def test_distance_in_days(hari: int | None, harapan: str) -> None:
    with pada(dt.datetime(2026, 11, 24, 0, 5, tzinfo=WIB)):
        assert tampil("{{ nilai|sejak }}", hari and dt.date(2026, 11, hari)) == harapan


def test_distance_never_speaks_of_minutes() -> None:
    with pada(dt.datetime(2026, 11, 24, 0, 5, tzinfo=WIB)):
        assert bentuk.sejak(dt.datetime(2026, 11, 23, 23, 59, tzinfo=WIB)) == "kemarin"


def test_masked_text_stays_escaped() -> None:
    assert tampil("{{ nilai|samar }}", "<b>0812-3456-7890</b>") == (
        "&lt;b&gt;[nomor telepon disamarkan]&lt;/b&gt;"
    )
    assert tampil("{{ nilai|samar }}", None) == ""


@pytest.mark.parametrize(
    ("markdown", "harapan"),
    [
        ("# Satu\n\n## Dua", "<h3>Satu</h3>\n<h4>Dua</h4>\n"),
        ("###### Enam", "<h6>Enam</h6>\n"),
        ("Judul\n=====", "<h3>Judul</h3>\n"),
        ("**tebal** ~~coret~~", "<p><strong>tebal</strong> <s>coret</s></p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"),
        (
            "[situs](https://contoh.id)",
            '<p><a href="https://contoh.id" rel="nofollow noopener">situs</a></p>\n',
        ),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](data:text/html,1)", "<p>[x](data:text/html,1)</p>\n"),
        ("![peta <1>](https://lain.example/p.png)", "<p>peta &lt;1&gt;</p>\n"),
        ("![x](//lain.example/p.png)", "<p>x</p>\n"),
        (f"![foto]({FOTO})", f'<p><img src="{FOTO}" alt="foto"></p>\n'),
        (f"![foto]({KECIL})", f'<p><img src="{KECIL}" alt="foto"></p>\n'),
        ("a\0b", "<p>ab</p>\n"),
        ("", ""),
    ],
)
def test_official_text(markdown: str, harapan: str) -> None:
    assert tampil("{{ nilai|resmi }}", markdown) == harapan


@pytest.mark.parametrize(
    "alamat",
    [
        "/berkas/../akun/keluar/",
        "/berkas/%2e%2e/akun/keluar/",
        "/berkas/..%5cakun/keluar/",
        f"{FOTO}/../../akun/keluar/",
        f"{FOTO}?x=1",
        f"{FOTO}#x",
        FOTO.replace(".webp", ".pdf"),
        FOTO.upper(),
        "/berkas/ab.webp",
        f".{FOTO}",
        f"https://contoh.id{FOTO}",
    ],
)
def test_an_official_text_shows_only_photos_by_their_own_address(alamat: str) -> None:
    assert tampil("{{ nilai|resmi }}", f"![peta]({alamat})") == "<p>peta</p>\n"


@pytest.mark.parametrize(
    "alamat",
    [
        "/akun/keluar/",
        "/Akun/../akun/keluar/",
        "akun/hapus/",
        "../../akun/email/",
        "/proyek/../akun/keluar/",
        "/%61kun/keluar/",
        "/proyek/%2e%2e/akun/keluar/",
        "/x\\\\..\\\\akun/keluar/",
        "https://portal.contoh/akun/keluar/",
        "//portal.contoh/akun/keluar/?x=1",
        "http://a℀b/akun/keluar/",
    ],
)
def test_no_link_of_an_official_text_leads_to_a_page_of_the_account(
    alamat: str, settings: Settings
) -> None:
    settings.ALAMAT_PORTAL = "https://portal.contoh"
    assert "href" not in tampil("{{ nilai|resmi }}", f"[di sini]({alamat})")


@pytest.mark.parametrize(
    "alamat", ["/akun/daftar/", "/akun/masuk/", "/proyek/", "https://contoh.id/akun/keluar/"]
)
def test_other_links_of_an_official_text_stay(alamat: str, settings: Settings) -> None:
    settings.ALAMAT_PORTAL = "https://portal.contoh"
    assert f'href="{alamat}"' in tampil("{{ nilai|resmi }}", f"[di sini]({alamat})")


def test_official_text_without_value_and_without_end() -> None:
    assert tampil("{{ nilai|resmi }}", None) == ""
    assert len(tampil("{{ nilai|resmi }}", "[" * 300_000)) < 110_000
