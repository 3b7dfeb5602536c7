"""Sheets and scripts for Chrome 80, where Android phones stopped being updated."""

import re
import subprocess
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.alat.aturan_css import aturan, seperti_krom80, terlalu_baru
from tests.alat.lembar import AKAR, KHUSUS, css

OXLINT = AKAR / ".venv" / "bin" / "oxlint"
NASKAH = sorted((AKAR / "static" / "js").glob("*.js"))
# The linter does not see these: methods and membership by #name, blocks of a class, two flags.
SINTAKSIS_BARU = re.compile(
    r"(?<![\w\"'`(=:/&])#[a-z]\w*(\(| in )|\bstatic \{|/[dgimsuy]*[dv][gimsuy]*[,;).]"
    r"|\|\|=|&&=|\?\?="
)


@pytest.mark.parametrize("lembar", [("dasar.css", "bagian.css"), *((k,) for k in KHUSUS)])
def test_sheets_hold_nothing_newer_without_a_plain_rule(lembar: tuple[str, ...]) -> None:
    assert terlalu_baru(css(*lembar)) == []


@pytest.mark.parametrize(
    "aturan_baru",
    [
        "@layer a { p { color: red } }",
        "main :where(p) { margin: 0 }",
        "a:is(.b, .c) { margin: 0 }",
        "a:hover, a:focus-visible { margin: 0 }",
        "input:not([type=a], [type=b]) { margin: 0 }",
        ".a { margin-inline: auto }",
        ".a { inset: 0 }",
        ".a { border-color: color-mix(in srgb, red 10%, blue) }",
        ".a { display: revert }",
        ".a { height: 100dvh }",
        ".a { aspect-ratio: 1 }",
        ".a { appearance: none }",
        ".a { float: inline-start }",
        '.a::before { content: "x" / "" }',
        ".a { display: flex; gap: 1rem }",
        ".a { &:hover { color: red } }",
    ],
)
def test_a_rule_that_chrome_80_drops_is_refused(aturan_baru: str) -> None:
    assert terlalu_baru(aturan_baru)


@pytest.mark.parametrize(
    "lembar",
    [
        ".a { height: 100vh; height: 100dvh }",
        '.a::before { content: "x"; content: "x" / "" }',
        "@supports (aspect-ratio: 1) { .a { aspect-ratio: 1 } }",
        "@container (max-width: 9rem) { .a { inset: 0 } }",
        ".a:has(b) { margin: 0 }",
        ".a { display: grid; gap: 1rem }",
        ".a { display: flex; gap: 1rem } @supports not (appearance: none) { .a > * { margin: 0 } }",
        ".a { -webkit-appearance: none; appearance: none }",
    ],
)
def test_what_has_a_plain_rule_passes(lembar: str) -> None:
    assert terlalu_baru(lembar) == []


def test_the_sheet_of_an_old_browser_keeps_the_most() -> None:
    """The browser tests draw pages with it."""
    lama = [satu for satu in aturan(seperti_krom80(css())) if satu.isi]
    assert len(lama) > 0.95 * len(list(aturan(css())))
    assert not re.search(r"aspect-ratio|:has\(|@container|details-content", seperti_krom80(css()))


def oxlint(*berkas: Path) -> str:
    perintah = [OXLINT, "-c", AKAR / ".oxlintrc.json", "-f", "unix", *berkas]
    return subprocess.run(perintah, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize(
    "kalimat",
    [
        "let a = {}; a.b ||= 1; console.log(a);",
        "let a = null; a ??= 1; console.log(a);",
        "console.log([1].at(-1));",
        'console.log("a".replaceAll("a", "b"));',
        "console.log(structuredClone({}));",
        'console.log(Object.hasOwn({}, "a"));',
        "console.log([1].findLast((x) => x));",
        "document.body.replaceChildren();",
        "console.log(apa);",
        "if (",
    ],
)
def test_the_linter_refuses_what_chrome_80_cannot_run(kalimat: str, tmp_path: Path) -> None:
    naskah = tmp_path / "a.js"
    naskah.write_text(kalimat)
    assert "Error/" in oxlint(naskah) or "Unexpected" in oxlint(naskah)


def test_scripts_pass_the_linter() -> None:
    assert "problem" not in oxlint(*NASKAH)


@pytest.mark.parametrize("naskah", [*NASKAH, "htmx-2.min.js"], ids=lambda n: Path(n).name)
def test_scripts_hold_no_newer_syntax(naskah: Path | str) -> None:
    """The library that comes with django-htmx, too."""
    jalur = finders.find(f"django_htmx/{naskah}") if isinstance(naskah, str) else naskah
    assert SINTAKSIS_BARU.findall(Path(str(jalur)).read_text()) == []


@pytest.mark.parametrize(
    "kalimat", ["class A { #m() {} }", "  #x in o;", "class A { static { } }", "x = /a/d;"]
)
def test_newer_syntax_is_seen(kalimat: str) -> None:
    assert SINTAKSIS_BARU.search(kalimat)
