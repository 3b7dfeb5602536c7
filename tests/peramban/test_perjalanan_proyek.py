"""A project on a small phone, from three wishes to the resident who reads it, with every mistake
set right on the way; once without JavaScript and once with it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from tests.alat.peramban import langkah_petugas as petugas
from tests.alat.peramban import langkah_proyek as proyek
from tests.alat.peramban.langkah_proyek import CeritaProyek

_TERKIRIM: list[CeritaProyek] = []  # the wishes of the first run; a project of each answers them


@pytest.mark.parametrize("js", [False, True], ids=["tanpa-skrip", "dengan-skrip"])
def test_one_project_from_three_wishes_with_every_mistake_set_right(
    halaman_baru: Callable[..., Page], masuk: Callable[[Page, str], Page], js: bool
) -> None:
    warga = halaman_baru(js=js)
    if not _TERKIRIM:
        _TERKIRIM.append(CeritaProyek())
        proyek.kirim_suara(warga, _TERKIRIM[0])
        proyek.periksa_suara(masuk(halaman_baru(js=js), "staf"), _TERKIRIM[0])
    cerita = replace(_TERKIRIM[0], bahan="bronjong" if js else "batu")

    kakam = masuk(halaman_baru(js=js), "kakam.sido-rejo")
    proyek.cabut(kakam, cerita)
    proyek.buka_dengan_keliru(kakam, cerita)
    proyek.betulkan_anggaran(kakam, cerita)
    proyek.hubungkan(kakam, cerita)
    proyek.batalkan_tahap(kakam, cerita)
    proyek.mulai(kakam, cerita)
    proyek.batalkan_pencairan(kakam, cerita)
    proyek.ubah_dengan_surat(kakam, cerita)
    proyek.lapor(kakam, cerita)
    petugas.terbitkan_laporan(kakam, cerita, js=js)

    proyek.baca_dua_ketuk(warga, cerita)
