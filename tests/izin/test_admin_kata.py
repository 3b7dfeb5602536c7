"""Words in the admin are those of people: no machinery, and money as money."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.core.exceptions import FieldDoesNotExist

from core.formulir.fields import RupiahField
from tests.alat.baca import teks_terbuka
from tests.pabrik.proyek import buat_dana, buat_proyek

MESIN = ("antrean", "inti", "core", "admin")


def semua() -> Iterator[BaseModelAdmin]:
    for pengelola in admin.site._registry.values():
        yield pengelola
        yield from (inline(pengelola.model, admin.site) for inline in pengelola.inlines)


@pytest.mark.parametrize("pengelola", [*semua()], ids=lambda p: type(p).__name__)
def test_money_is_never_a_bare_number(pengelola: Any) -> None:
    def uang(nama: Any) -> bool:
        try:
            return isinstance(pengelola.opts.get_field(nama), RupiahField)
        except (FieldDoesNotExist, AttributeError):
            return False

    tampil = [*(pengelola.fields or ()), *getattr(pengelola, "list_display", ())]
    assert [nama for nama in tampil if uang(nama)] == [], "Show it by core.templatetags.bentuk."


def test_the_source_of_a_project_reads_as_money(klien, db: None) -> None:
    proyek = buat_proyek()
    buat_dana(proyek, pagu=85_000_000)
    isi = teks_terbuka(klien("staf").get(f"/admin/proyek/proyek/{proyek.pk}/change/"))
    assert "Rp 85.000.000" in isi.replace("\xa0", " ")
    assert "85000000" not in isi


def test_headings_of_the_admin_name_what_people_know() -> None:
    ada = {model._meta.app_label for model in admin.site._registry}
    judul = [apps.get_app_config(label).verbose_name for label in sorted(ada)]
    judul += [str(model._meta.verbose_name_plural) for model in admin.site._registry]
    assert [satu for satu in judul if {*satu.lower().split()} & {*MESIN}] == []
