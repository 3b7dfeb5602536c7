"""Answers to "Masih berfungsi?" in the admin: found, and moderated."""

from typing import Any

import pytest
from django.urls import reverse

from core.moderasi.admin import alamat_moderasi
from proyek.models import JawabanFungsi
from tests.alat.baca import teks
from tests.pabrik.lestari import lestarikan

pytestmark = pytest.mark.django_db
DAFTAR = "admin:proyek_jawabanfungsi_changelist"


@pytest.mark.parametrize("cari", ["pompanya", "PRJ-", "tidak ada sama sekali", "a\0b"])
def test_they_are_searched(klien: Any, pemeran: Any, cari: str) -> None:
    lestarikan(pemeran)
    halaman = teks(klien("staf").get(reverse(DAFTAR), {"q": cari}))
    assert ("Pompanya mati." in halaman) is (cari in {"pompanya", "PRJ-"})


def test_the_page_before_hiding_shows_the_words(klien: Any, pemeran: Any) -> None:
    lestarikan(pemeran)
    jawaban = JawabanFungsi.objects.exclude(dari="kantor").get()
    alamat = alamat_moderasi(JawabanFungsi._meta, "sembunyikan", [jawaban.pk])
    assert "Pompanya mati." in teks(klien("staf").get(alamat))
