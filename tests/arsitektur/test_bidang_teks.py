"""Every field for words, in every form of the portal and the admin, is of one kind."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms
from django.contrib import admin
from django.http import HttpRequest

from core.formulir.teks import TeksFormField
from tests.pabrik.orang import PenggunaFactory
from warga.enums import Peran

# Words that are no prose; each of these reads its own writing.
BACA_SENDIRI = {
    "EmailField": "an address",
    "SlugField": "part of an address, ASCII alone",
    "KontakField": "a telephone number or an e-mail address",
    "TeleponField": "a telephone number",
    "TeleponKantorField": "a telephone number, or three digits",
    "SandiField": "a password is taken as it was typed",
    "PinField": "six digits",
    "SamarField": "sealed letters",
    "KunciFormField": "a key of the form",
    "SidikField": "hexadecimal digits that the form itself made",
}
SENDIRI = {
    "cari": "words to look for: the search reads them",
    "code": "a code sent by e-mail",
    "kode": "a code, read by its form",
    "kode_bps": "digits of a code",
    "telepon": "the telephone of an office",
    "password": "of Django",
    "username": "accounts have none: allauth takes it out of the form",
}


def _muat() -> None:
    for nama in RUMAH:
        paket = importlib.import_module(nama)
        for satu in pkgutil.walk_packages(paket.__path__, f"{nama}."):
            if not any(b in satu.name for b in (".migrations", ".management", ".settings")):
                importlib.import_module(satu.name)


RUMAH = (
    *("core", "warga", "proyek", "aspirasi", "rencana", "mitra", "musrenbang", "laporan"),
    *("anggaran", "forum", "kabar", "transparansi", "meja"),
)


def _turunan(kelas: type) -> Iterator[type]:
    for satu in kelas.__subclasses__():
        yield satu
        yield from _turunan(satu)


def _bidang_portal() -> Iterator[tuple[str, str, forms.Field]]:
    _muat()
    for kelas in set(_turunan(forms.BaseForm)):
        if kelas.__module__.split(".")[0] in (*RUMAH, "bangunrejo"):
            for nama, bidang in getattr(kelas, "base_fields", {}).items():
                yield kelas.__qualname__, nama, bidang


def _bidang_admin() -> Iterator[tuple[str, str, forms.Field]]:
    request = HttpRequest()
    request.user = PenggunaFactory(peran=Peran.ADMIN)
    for model, halaman in admin.site._registry.items():
        if model._meta.app_label not in RUMAH:
            continue  # keys of libraries: nobody types there
        bentuk = [halaman.get_form(request)]
        bentuk += [f.form for f, _ in halaman.get_formsets_with_inlines(request)]
        for kelas in bentuk:
            for nama, bidang in kelas.base_fields.items():
                yield f"admin {model.__name__}", nama, bidang


def _berkata(bidang: forms.Field) -> bool:
    return isinstance(bidang, forms.CharField) and not isinstance(bidang.widget, forms.HiddenInput)


@pytest.mark.django_db
def test_every_field_for_words_is_cleaned_by_the_one_field() -> None:
    semua = [*_bidang_portal(), *_bidang_admin()]
    kata = [(di, nama, b) for di, nama, b in semua if _berkata(b)]
    lain = [
        f"{di}.{nama}: {type(b).__name__}"
        for di, nama, b in kata
        if not isinstance(b, TeksFormField)
        and type(b).__name__ not in BACA_SENDIRI
        and nama not in SENDIRI
    ]
    assert not lain, "\n".join(sorted(lain))
    assert sum(isinstance(b, TeksFormField) for _, _, b in kata) > 60


@pytest.mark.django_db
def test_every_field_for_words_has_an_end() -> None:
    # The first is cut, not refused: nobody reads its errors. The other stands on /gaya/ alone.
    boleh = {"KetikanForm.isi", "ContohForm.isi"}
    tanpa = [
        f"{di}.{nama}"
        for di, nama, b in (*_bidang_portal(), *_bidang_admin())
        if isinstance(b, TeksFormField) and not b.max_length and f"{di}.{nama}" not in boleh
    ]
    assert tanpa == []
