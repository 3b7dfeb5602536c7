"""Pages are valid HTML, as far as a parser alone does not tell (`tests.alat.markup`)."""

import html5lib
import pytest

from aspirasi.forms.penilaian import BeresForm, PenilaianForm
from tests.alat.markup import salah_atribut

UTUH = "<!doctype html><title>x</title>"


@pytest.mark.parametrize(
    "isi",
    [
        "<p id=a></p><p id=a></p>",
        "<input aria-describedby='a b' id=a>",
        "<div hx-get='/'></div>",
        "<svg><g hidden></g></svg>",
        "<img alt='' src='data:image/svg+xml,%3Csvg xmlns'>",
        "<p>Dibelanjakan <b>Rp 1</b>\n. Tidak ada.</p>",
    ],
)
def test_what_a_checker_refuses_is_found(isi: str) -> None:
    assert len(salah_atribut(html5lib.parse(UTUH + isi))) == 1


def test_valid_attributes_pass() -> None:
    isi = "<label for=a>x</label><input id=a list=b><datalist id=b></datalist>"
    htmx = "<div data-hx-get='/' hidden></div><svg><g display=none></g></svg>"
    assert salah_atribut(html5lib.parse(UTUH + isi + htmx)) == []


def test_both_questions_to_a_sender_may_stand_on_one_page() -> None:
    isi = f"{UTUH}<form>{BeresForm()}</form><form>{PenilaianForm(tanya=None)}</form>"
    assert salah_atribut(html5lib.parse(isi)) == []
