"""README in English and in Indonesian tell the same, and name what is there."""

import re

import pytest

from tests.alat.lapis import AKAR

INGGRIS, INDONESIA = "README.md", "README.id.md"
DUA = (INGGRIS, INDONESIA)
PERINTAH = re.compile(r"(?:^|`)make ([a-z][a-z-]*)", re.MULTILINE)
AKUN = re.compile(r"[\w.-]+@contoh\.invalid")
SETELAN = re.compile(r"^\| (`[A-Z_`, ]+`) \| .*? \| (.+) \|$", re.MULTILINE)
HURUF_TEBAL = re.compile(r"\*\*([A-Z][a-z][^*]+)\*\*")
KODE = re.compile(r"`([^`\n]+)`")
BAHASA = {"English", "Bahasa Indonesia"}


def teks(nama: str) -> str:
    return (AKAR / nama).read_text()


def sama(pola: re.Pattern[str]) -> bool:
    return set(pola.findall(teks(INGGRIS))) == set(pola.findall(teks(INDONESIA)))


def test_each_leads_to_the_other() -> None:
    for satu, lain in (DUA, DUA[::-1]):
        assert f"]({lain})" in teks(satu).split("##")[0]


def test_both_show_the_screenshots() -> None:
    gambar = [re.findall(r'<img src="([^"]+)"', teks(nama)) for nama in DUA]
    assert gambar[0] == gambar[1]
    assert gambar[0]
    assert all((AKAR / jalur).is_file() for jalur in gambar[0])


def test_both_name_the_same_commands_and_each_exists() -> None:
    perintah = [PERINTAH.findall(teks(nama)) for nama in DUA]
    tujuan = set(re.findall(r"^([a-z-]+):", teks("Makefile"), re.MULTILINE))
    assert {"run", "test", "backup", "restore"} <= set(perintah[0])
    assert set(perintah[0]) == set(perintah[1]) <= tujuan
    for nama in DUA:
        blok = teks(nama).split("```sh\n")[1].split("```")[0]
        assert re.findall(r"^make \w+", blok, re.MULTILINE) == ["make run", "make test"]


def test_both_name_the_same_settings_with_the_same_defaults() -> None:
    setelan = [SETELAN.findall(teks(nama)) for nama in DUA]
    assert len(setelan[0]) == 4
    assert [nama for nama, _ in setelan[0]] == [nama for nama, _ in setelan[1]]
    for (_, satu), (_, lain) in zip(*setelan, strict=True):
        assert KODE.findall(satu) == KODE.findall(lain)
        assert re.findall(r"\d[\d.]+", satu) == re.findall(r"\d[\d.]+", lain)


def test_both_name_the_same_accounts() -> None:
    assert AKUN.findall(teks(INGGRIS)) == AKUN.findall(teks(INDONESIA))
    assert AKUN.findall(teks(INGGRIS))


def test_both_say_which_pythons_fit() -> None:
    cocok = [re.findall(r"Python (3\.\d+–3\.\d+)", teks(nama)) for nama in DUA]
    assert cocok[0] == cocok[1] == ["3.11–3.14"]


@pytest.mark.parametrize("nama", DUA)
def test_the_buttons_of_the_story_are_on_the_pages(nama: str) -> None:
    tampil = "".join(p.read_text() for p in (AKAR / "templates").rglob("*.html"))
    tebal = set(HURUF_TEBAL.findall(teks(nama))) - BAHASA
    assert len(tebal) >= 3
    assert {satu for satu in tebal if satu not in tampil} == set()
