"""Masks: personal numbers go, everything else stays."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.samar import NIK, SUREL, TELEPON, samarkan

HILANG = {
    NIK: [
        "1802123456780001",
        "1802 1234 5678 0001",
        "18.02.12.345678.0001",
        "1802-1234-5678-0001",
        "180212-345678-0001",
        "18 02 12 34 56 78 00 01",
        "1802\u00a01234\u00a05678\u00a00001",
        "1802–1234–5678–0001",
        "1802 - 1234 - 5678 - 0001",
    ],
    TELEPON: [
        "081234567890",
        "0812-3456-7890",
        "0812.3456.7890",
        "0812 3456 789",
        "0811 222 333",
        "08 12 34 56 78 90",
        "0 8 1 2 3 4 5 6 7 8 9 0",
        "0812–3456–7890",
        "(0812) 3456 7890",
        "+62 812-3456-7890",
        "+6281234567890",
        "62812 3456 7890",
        "0062 812 3456 7890",
        "+62 (812) 3456-7890",
        "+62 (0)812 3456 7890",
        "0725-123456",
        "(0725) 123456",
        "021 5550123",
        "+62 725 123456",
        "0812-12-08-2026",
        "08-12-34-56-78-90",
        "08.12 34 56 7890",
        "08-12-2012-3456",
        "0821-2012-08-12",
        "0812 12-08-2026",
        "+62 812-08-2026-12",
    ],
    SUREL: ["budi.s+pakde@contoh.id", "a@b.co.id", "BUDI@CONTOH.ID"],
}
TETAP = [
    "Rp 154.700.000",
    "Rp 1.250.000.000",
    "Rp62.812.345.678",
    "Rp 54.700.000 54.700.000",
    "24-11-2026",
    "08-12-2026",
    "08/12/2026 10.30",
    "08.12.2026 10.30",
    "08-12-2026 s.d. 10-12-2026",
    "24-11-2026 25-11-2026",
    "tahun 2023 2024 2025 2026",
    "PRJ-2026-0007",
    "ASP-2026-00042",
    "ASP-2026-08123",
    "LAP-2026-0812 LAP-2026-0813",
    "BR-7K4M-92QX-T3",
    "-5.123456, 105.123456",
    "-5.0812345678",
    "105.0812345678",
    "-5.1234567 105.12345",
    "18.02.05.2001",
    "34173",
    "250 m × 2,5 m × 0,15 m (93,75 m³)",
    "RT 002/RW 001",
    "08.00-12.00 13.00-16.00",
    "pukul 08.00–12.00 WIB",
    "nomor 027/081/2026",
    "kegiatan 02.02.03",
    "padam 12-08-2026 10.30",
    "padam 12-08-2026 10.30-12.00",
    "12-08-2026 pukul 10.30 s.d. 14.00",
    "tanggal 12.08.2026 10.30",
    "12/08/2026 jam 08.30",
    "16-08-1990 12345",
    "12-08-26 10.30-12.00",
    "2026-08-12 10:30:00",
    "08.00-12.00 08-12-2026",
    "jam 08.12 12.34 orang",
    "-5.1300, 105.0300",
    "−5,08123456; 105,08123456",
    "5.0812345678 105.0812345678",
    "Jl. Poros KM 08 RT 02/03 No. 12",
    "RT 08. 1234567 ekor",
    "KM 08, 1234567 m",
    "Rp 085.000.000",
    "Rp 62 812 345 678",
    "Rp 0812345678",
    "asp-2026-08123 45678",
    "UU 14/2008 pasal 08 12",
    "Nomor 08 Tahun 2019",
    "@admin",
    "Sampah menumpuk di belakang pasar 🌾",
]


@pytest.mark.parametrize(
    ("topeng", "teks"), [(topeng, teks) for topeng, semua in HILANG.items() for teks in semua]
)
@pytest.mark.parametrize("bingkai", ["{}", "Hubungi {}.", "Wa:{}, ya", "a) {}\n", "({})"])
def test_personal_numbers_go(topeng: str, teks: str, bingkai: str) -> None:
    assert samarkan(bingkai.format(teks)) == bingkai.format(topeng)


@pytest.mark.parametrize("teks", TETAP)
def test_everything_else_stays(teks: str) -> None:
    assert samarkan(teks) == teks
    assert samarkan(f"Menurut {teks}, begitu.") == f"Menurut {teks}, begitu."


def test_glued_to_a_word() -> None:
    assert samarkan("NIK1802123456780001") == f"NIK{NIK}"
    assert samarkan("081234567890 2 kali") == f"{TELEPON} 2 kali"
    assert samarkan("wa.me/6281234567890") == f"wa.me/{TELEPON}"
    for depan in ("Pak RT ", "rt 02, ", "12-08-2026 ", "jam 10.30 ", "Rp 500.000 ke ", "KM 08 WA "):
        for nomor in ("081234567890", "0812 3456 7890", "08-1234-5678-90"):
            assert samarkan(depan + nomor) == depan + TELEPON
    assert samarkan("1.081234567890 2.081234567891") == f"1.{TELEPON} 2.{TELEPON}"


def test_several_in_one_text() -> None:
    asal = "08123456789,08987654321 / ibu@contoh.id / 1802123456780001 dan 1802123456780002"
    assert samarkan(asal) == f"{TELEPON},{TELEPON} / {SUREL} / {NIK} dan {NIK}"


@given(
    st.sampled_from(["811", "812", "813", "821", "838", "852", "857", "878", "896"]),
    st.text("0123456789", min_size=7, max_size=8),
    st.sampled_from([0, 1, 2]),
)
def test_every_mobile_number_as_the_library_writes_it(awalan: str, sisa: str, bentuk: int) -> None:
    nomor = phonenumbers.parse(f"+62{awalan}{sisa}")
    assert samarkan(f"Hp {phonenumbers.format_number(nomor, bentuk)} ya") == f"Hp {TELEPON} ya"


@pytest.mark.parametrize(
    "buruk",
    [
        "0",
        "08",
        "1 ",
        "a@",
        "a.",
        "(0",
        "+ ",
        "62",
        "-",
        "08-12-2026 ",
        "12-08-2026 10.30-",
        "Rp 1 000 ",
        "RT 0",
        "5.123, ",
        "a@b.",
        "\0",
    ],
)
def test_hostile_text_costs_little(buruk: str) -> None:
    """Steps of the pattern engine grow with the length, not with its square."""
    assert samarkan(buruk * 50_000)
