"""The text of a consent is known by a version: other words need another version."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.html import strip_tags

from aspirasi.forms import IkutForm, KirimForm, TitipanForm
from aspirasi.services import kiriman
from warga import services as warga
from warga.forms.akun import FormDaftar

TEMPLATES = Path(settings.BASE_DIR) / "templates"


def kata(nama: str, pola: str = ".*") -> str:
    """The words of a template, or of the part that `pola` finds, without their marks."""
    isi = (TEMPLATES / nama).read_text(encoding="utf-8")
    isi = re.sub(r"{% comment %}.*?{% endcomment %}", "", isi, flags=re.DOTALL)
    bagian = re.search(pola, isi, flags=re.DOTALL)
    assert bagian, f"{nama} holds no {pola}"
    return " ".join(strip_tags(bagian.group(0)).split())


@dataclass(frozen=True)
class Persetujuan:
    """Where the version stands, which one it is, and the hash of the words it stands for."""

    tempat: str
    versi: str
    sidik: str


def sidik(*semua: str) -> str:
    return hashlib.sha256("\n".join(semua).encode()).hexdigest()


def kata_kiriman() -> str:
    form = (KirimForm(), IkutForm(), TitipanForm())
    return sidik(
        kata("aspirasi/_persetujuan.html"),
        kata("aspirasi/kiriman_kontak.html", r"<p>[^<]*Anda setuju[^<]*</p>"),
        *(str(satu.fields["setuju"].label) for satu in form),
    )


def kata_akun() -> str:
    label = str(FormDaftar.base_fields["setuju"].label)
    return sidik(kata("account/_persetujuan.html"), label)


KIRIMAN = Persetujuan(
    "aspirasi/services/kiriman.py",
    "2026-11d",
    "4b04322d66b19b0ece735c14a79127bbcb4db3634caa5caff870c40323af3b9a",
)
AKUN = Persetujuan(
    "warga/services.py",
    "2026-11",
    "bd246e7f89258981ed3ac709db702683989bcdb4164957f5469ad92d99c4a674",
)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dicatat", "versi", "kata_kini"),
    [
        (KIRIMAN, kiriman.VERSI_PERSETUJUAN, kata_kiriman),
        (AKUN, warga.VERSI_PERSETUJUAN, kata_akun),
    ],
    ids=["kiriman", "akun"],
)
def test_other_words_have_another_version(
    dicatat: Persetujuan, versi: str, kata_kini: Callable[[], str]
) -> None:
    kini = kata_kini()
    if kini != dicatat.sidik:
        assert versi != dicatat.versi, (
            f"The words of the consent changed. Give VERSI_PERSETUJUAN in {dicatat.tempat} a new "
            f"value, then note that value and the hash of the words in this test: {kini}"
        )
    assert (versi, kini) == (dicatat.versi, dicatat.sidik), (
        f"VERSI_PERSETUJUAN in {dicatat.tempat} is another than noted in this test. Note it with "
        f"the hash of its words: {versi}, {kini}"
    )
