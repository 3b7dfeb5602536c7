"""Words as people type them: what nobody sees is dropped, what everybody sees stays."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from core.formulir.fields import BarisField, TeksField
from core.formulir.teks import TANPA_KATA, BarisFormField, TeksFormField, bersihkan, sebaris

KOSONG = ["\u200b", "\u3164", "\u2800", "\u00ad", "\ufeff", "\u2060", "\u115f\u1160", "\U000e0041"]
ARAH = [chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)]


@pytest.mark.parametrize("tanda", [*KOSONG, *ARAH, "\u200c", "\u200d", "\ufe0d", "\ud800", "\x07"])
def test_what_nobody_sees_is_dropped(tanda: str) -> None:
    assert bersihkan(f"{tanda}Ad{tanda}min{tanda}") == "Admin"


@pytest.mark.parametrize(
    "teks",
    [
        "👩\u200d🌾 padi",
        "❤\ufe0f terima kasih",
        "🏳\ufe0f\u200d🌈",
        "👨🏽\u200d🔧",
        "1\ufe0f\u20e3 jalan",
        "⛹\ufe0f\u200d♂\ufe0f",
        "ꦧꦔꦸꦤ꧀ 10 m² × ½ – “a”",
        "satu\n\n  - dua\ttiga",
    ],
)
def test_what_people_see_stays(teks: str) -> None:
    assert bersihkan(teks) == teks


def test_letters_are_composed() -> None:
    assert bersihkan("cafe\u0301") == "café"


@pytest.mark.parametrize("akhir", ["\r\n", "\r", "\n", "\u2028", "\u2029", "\x85", "\x0b"])
def test_a_line_break_is_one_letter(akhir: str) -> None:
    isi = f"{'a' * 49}{akhir}" * 99 + "a" * 50
    assert len(TeksFormField(max_length=5000).clean(isi)) == 5000
    with pytest.raises(ValidationError, match="5001 huruf, paling banyak 5000"):
        TeksFormField(max_length=5000).clean(isi + "a")


def test_the_browser_cuts_no_longer_text() -> None:
    class Uji(forms.Form):
        isi = TeksField(max_length=5000).formfield()
        judul = BarisField(max_length=120).formfield()

    assert "maxlength" not in str(Uji()["isi"])
    assert 'data-terbanyak="5000"' in str(Uji()["isi"])
    assert 'maxlength="120"' in str(Uji()["judul"])


@pytest.mark.parametrize("kosong", [*KOSONG, "\u202e\u200b", "\u00a0\u200b ", "\u200b\n\u2060"])
def test_a_title_of_nothing_is_no_title(kosong: str) -> None:
    for bidang in (BarisFormField(), TeksFormField()):
        with pytest.raises(ValidationError, match="harus diisi"):
            bidang.clean(kosong)
    assert BarisFormField(required=False).clean(kosong) == ""


@pytest.mark.parametrize("tanda", ["...", "🌾🌾", "—", "\u0301", "?!"])
def test_what_is_required_can_be_read(tanda: str) -> None:
    with pytest.raises(ValidationError) as galat:
        BarisFormField().clean(tanda)
    assert galat.value.messages == [TANPA_KATA]
    assert BarisFormField(required=False).clean(tanda) == tanda


@pytest.mark.parametrize(
    "teks",
    ["Jalan  rusak", "Jalan\r\nrusak", " Jalan\t \u00a0rusak\n", "Jalan\u2003rusak"],
)
def test_one_line_has_one_blank(teks: str) -> None:
    assert sebaris(teks) == BarisFormField().clean(teks) == "Jalan rusak"


@pytest.mark.parametrize("kelas", [BarisFormField, TeksFormField])
def test_nul_and_far_too_much_are_refused(kelas: type[TeksFormField]) -> None:
    with pytest.raises(ValidationError, match="Ketik ulang"):
        kelas().clean("a\0b")
    with pytest.raises(ValidationError, match="100000 huruf, paling banyak 120"):
        kelas(max_length=120).clean("a" * 100_000)


def test_to_migrations_a_line_is_the_field_of_django() -> None:
    assert BarisField("nama", max_length=9).deconstruct()[1] == "django.db.models.CharField"
