"""Titles that nobody can see, stored before such signs were refused, can still be pressed."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from core.formulir.fields import TANPA_JUDUL
from forum.models import Topik
from kabar.models import Kabar
from proyek.models import Proyek
from tests.alat.baca import teks
from tests.pabrik.aspirasi import terbit
from tests.pabrik.forum import topik
from tests.pabrik.proyek import buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db
TAK_TAMPAK = ["\u200b", "\u3164", "\u2800\u2800", "\u00ad", " \u202e "]


@pytest.mark.parametrize("judul", TAK_TAMPAK)
def test_every_list_shows_words_for_the_link(client: Client, pemeran: Any, judul: str) -> None:
    terbit(pemeran.kampung, pemeran.staf)
    buat_proyek(pemeran.kampung)
    buat_keputusan(pemeran.kakam, pemeran.kampung, judul=judul)
    topik(pemeran.warga)
    Kabar.objects.create(judul="Panen", isi="Raya.", penulis=pemeran.staf)
    for model in (Aspirasi, Proyek, Topik, Kabar):
        model._default_manager.update(judul=judul)
    for daftar in ("aspirasi", "proyek", "keputusan", "forum", "kabar"):
        halaman = teks(client.get(reverse(f"{daftar}:daftar")))
        tautan = re.findall(r"<a [^>]*>\s*([^<]*?)\s*</a>", halaman.split("<main")[1])
        assert TANPA_JUDUL in tautan, daftar


def test_a_title_that_can_be_read_stays_as_it_is(pemeran: Any) -> None:
    for judul in ("7", "é", "Jalan 👩‍🌾"):
        Aspirasi.objects.filter(pk=terbit(pemeran.kampung, pemeran.staf).pk).update(judul=judul)
        assert Aspirasi.objects.filter(judul=judul).values_list("judul", flat=True)[0] == judul
