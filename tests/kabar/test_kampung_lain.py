"""Followers of the other kampung that a decision or a project concerns are told, once each."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from proyek.enums import Dasar, Tahap
from proyek.forms.keputusan import KECAMATAN
from proyek.models import Keputusan
from tests.alat.kabar import berhenti, ikuti, siarkan
from tests.pabrik.isian_proyek import isian_dana, isian_keputusan
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
JUDUL = "Irigasi bersama dua kampung"


def diberi_tahu(klien: Client) -> list[str]:
    """Return the names of the things that the page of notices tells of."""
    daftar = klien.get(reverse("kabar:pemberitahuan")).context["daftar_isi"]
    return [isi.hal.judul for isi in daftar]


def catat_kecamatan(staf: Client, pemeran: Any) -> None:
    """A decision of the kecamatan itself that concerns both kampung."""
    isian = isian_keputusan(
        judul=JUDUL, ke_tahap="", dasar=Dasar.KEPUTUSAN_CAMAT, ditetapkan_jabatan="Camat Bangunrejo"
    )
    lain = {"kampung_lain": [pemeran.kampung_lain.pk, pemeran.kampung.pk], "kampung": KECAMATAN}
    respons = staf.post("/keputusan/catat/", isian | lain)
    assert respons.status_code == 302, respons.context["formulir"].keputusan.errors
    siarkan()


def test_a_decision_is_told_in_every_kampung_that_it_concerns(klien: Any, pemeran: Any) -> None:
    warga, bpk = klien("warga"), klien("bpk")
    ikuti(warga, pemeran.kampung_lain)
    ikuti(bpk, pemeran.kampung_lain)
    berhenti(bpk, pemeran.kampung_lain)
    catat_kecamatan(klien("staf"), pemeran)
    assert Keputusan.objects.get().kampung is None
    assert diberi_tahu(warga) == [JUDUL]
    assert diberi_tahu(bpk) == []


def test_whoever_follows_both_reads_it_once(klien: Any, pemeran: Any) -> None:
    warga = klien("warga")
    ikuti(warga, pemeran.kampung)
    ikuti(warga, pemeran.kampung_lain)
    proyek = buat_proyek(pemeran.kampung, judul=JUDUL, tahap=Tahap.USULAN)
    proyek.kampung_lain.add(pemeran.kampung_lain)
    isian = isian_keputusan(ke_tahap=Tahap.DITELAAH) | isian_dana()
    assert klien("kakam").post(f"/keputusan/catat/?proyek={proyek.nomor}", isian).status_code == 302
    siarkan()
    assert diberi_tahu(warga) == [JUDUL]
