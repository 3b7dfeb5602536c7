"""A refusal of a service (TidakBisa) becomes an error of a form in one place."""

import ast
from pathlib import Path

RUMAH = Path(__file__).resolve().parents[2]
TEMPAT = "core/formulir/jadi.py"


def menolak(berkas: Path) -> bool:
    """Return whether a handler of TidakBisa adds an error to a form."""
    semua = ast.walk(ast.parse(berkas.read_text()))
    penangkap = (n for n in semua if isinstance(n, ast.ExceptHandler) and n.type)
    return any(
        isinstance(n, ast.Attribute) and n.attr == "add_error"
        for satu in penangkap
        if ast.unparse(satu.type) == "TidakBisa"
        for n in ast.walk(satu)
    )


def test_one_place_turns_a_refusal_into_an_error_of_a_form() -> None:
    views = [b for app in RUMAH.glob("*/views*") for b in (app, *app.rglob("*.py")) if b.is_file()]
    assert len(views) > 50
    assert [str(b.relative_to(RUMAH)) for b in (*views, RUMAH / TEMPAT) if menolak(b)] == [TEMPAT]
