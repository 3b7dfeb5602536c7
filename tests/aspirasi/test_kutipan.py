"""A joiner without words quotes the title of the joined kiriman, where everyone may read that
title.

Nothing of the title is stored with the joiner.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Jangkauan, Jenis
from aspirasi.models import Aspirasi
from aspirasi.services import gabung, kiriman, penghapusan
from aspirasi.services import pembaca as layanan_pembaca
from aspirasi.teks import AWAL_SERUPA, SERUPA_SAJA
from tests.alat.alur import ALASAN
from tests.alat.baca import teks
from tests.alat.meja import jawab
from tests.alat.pengabaran import belum
from tests.alat.pengirim import halaman, masuk_pengirim
from tests.pabrik.aspirasi import terbit
from tests.pabrik.gabungan import SENDIRI, WA, ikut, induk

pytestmark = pytest.mark.django_db
JUDUL = "Selokan Xylofon di Dusun 3 mampet"
KUTIPAN = f"{AWAL_SERUPA}{JUDUL}"
HAPUS = "Saya juga mengalami: Isi dihapus atas permintaan pengirim"
KUTIPAN_LAMA = import_module("aspirasi.migrations.0026_kutipan")


def baca(aspirasi: Aspirasi) -> Aspirasi:
    return Aspirasi.objects.get(pk=aspirasi.pk)


def semua_halaman(klien: Any, terkirim: kiriman.Terkirim) -> dict[str, str]:
    """Return its words on the pages of its sender and of the desk."""
    satu, pengirim = terkirim.aspirasi, Client()
    isi = {"halaman pengirim": teks(masuk_pengirim(pengirim, terkirim))}
    isi["salinan"] = teks(pengirim.get(halaman(satu, "data")))
    berkas = pengirim.get(halaman(satu, "unduh"))
    isi["unduhan"] = b"".join(berkas).decode() if berkas.streaming else teks(berkas)
    rahasia = klien("petugas_rahasia")
    isi["meja"] = teks(rahasia.get(reverse("meja:aspirasi_rincian", args=[satu.acuan])))
    isi["daftar meja"] = teks(rahasia.get("/kerja/aspirasi/"))
    if satu.jangkauan == Jangkauan.PUBLIK and belum(satu):
        isi["kabar"] = teks(rahasia.get("/kerja/kabar/"))
    return isi


def _sunting(lama: Aspirasi, p: Any) -> None:
    """As a second first look does."""
    layanan_pembaca.tutup_gabungan(lama, lama.jangkauan, lama.tentang)
    Aspirasi.objects.filter(pk=lama.pk).update(judul="Selokan mampet", isi_publik="Selokan mampet.")


def _persempit(lama: Aspirasi, p: Any) -> None:
    data: dict[str, Any] = {"jangkauan": Jangkauan.PETUGAS, "alasan": ALASAN, "oleh": p.staf}
    layanan_pembaca.persempit(aspirasi=lama, **data)


def _hapus_tertutup(lama: Aspirasi, p: Any) -> None:
    jawab(p, lama)
    kiriman.nyatakan_beres(aspirasi=lama)
    penghapusan.hapus_semua(aspirasi=baca(lama))


def _gabung(lama: Aspirasi, p: Any) -> None:
    ke = terbit(p.kampung, p.staf, isi="Gorong-gorong runtuh.", jenis=Jenis.KELUHAN)
    gabung.gabung(aspirasi=lama, ke=ke, alasan=ALASAN, oleh=p.staf)


KEADAAN: dict[str, tuple[Callable[[Aspirasi, Any], object], str]] = {
    "tampil": (lambda lama, p: None, KUTIPAN),
    "dijawab": (lambda a, p: jawab(p, a), KUTIPAN),
    "disunting": (_sunting, SERUPA_SAJA),
    "dipersempit": (_persempit, SERUPA_SAJA),
    "ditarik": (lambda lama, p: kiriman.tarik(aspirasi=lama), SERUPA_SAJA),
    "dihapus": (lambda lama, p: penghapusan.hapus_semua(aspirasi=lama), SERUPA_SAJA),
    "dihapus sesudah selesai": (_hapus_tertutup, HAPUS),
    "digabung": (_gabung, SERUPA_SAJA),
}
MENUNGGU_KABAR = ("dijawab", "ditarik", "dihapus", "dihapus sesudah selesai")


@pytest.mark.parametrize("nama", KEADAAN)
def test_every_page_says_the_same(klien: Any, pemeran: Any, nama: str) -> None:
    ubah, kata = KEADAAN[nama]
    lama = induk(pemeran)
    terkirim = ikut(lama, "", WA)
    ubah(lama, pemeran)
    satu = baca(terkirim.aspirasi)
    assert JUDUL not in f"{satu.isi}{satu.isi_publik}{satu.judul}"
    isi = semua_halaman(klien, terkirim)
    assert ("kabar" in isi) is (nama in MENUNGGU_KABAR)
    assert [tempat for tempat, kata_sana in isi.items() if kata not in kata_sana] == []
    if kata != KUTIPAN:
        assert [tempat for tempat, kata_sana in isi.items() if KUTIPAN in kata_sana] == []


def test_opened_again_it_is_quoted_no_more(klien: Any, pemeran: Any) -> None:
    lama = induk(pemeran)
    satu = ikut(lama).aspirasi
    layanan_pembaca.atur(aspirasi=lama, jangkauan=Jangkauan.PETUGAS)
    layanan_pembaca.atur(aspirasi=lama, jangkauan=Jangkauan.PUBLIK)
    layanan_pembaca.umumkan(aspirasi=lama, isi_publik=lama.isi_publik, oleh=pemeran.staf)
    assert baca(lama).terbit
    assert not baca(satu).mengutip


@pytest.mark.parametrize("banyak", [1, 3])
def test_the_lists_of_the_desk_cost_the_same_for_more(
    klien: Any, pemeran: Any, banyak: int, django_assert_num_queries: Any
) -> None:
    lama = induk(pemeran)
    for _ in range(banyak):
        ikut(lama, "", WA)
    staf = klien("staf")
    staf.get("/kerja/aspirasi/")
    with django_assert_num_queries(
        9
    ):  # two for the choices (officials, kampung), one for own filters
        assert teks(staf.get("/kerja/aspirasi/")).count(KUTIPAN) == banyak


def test_stored_quotations_become_empty_and_quote_on(pemeran: Any) -> None:
    """As the upgrade finds them. Words that somebody wrote themselves stay."""
    lama, dulu = induk(pemeran), induk(pemeran)
    kini, lepas, sendiri = (ikut(lama, isi).aspirasi for isi in ("", "", SENDIRI))
    lain = ikut(dulu).aspirasi
    for satu, kata in ((kini, KUTIPAN), (lepas, SERUPA_SAJA), (lain, f"{KUTIPAN} sekali")):
        kutipan = {"isi": kata, "isi_publik": kata, "judul": kata, "mengutip": False}
        Aspirasi.objects.filter(pk=satu.pk).update(**kutipan)
    with connection.cursor() as kursor:
        kursor.execute(KUTIPAN_LAMA.ISI)
    hasil = [(baca(a).isi, baca(a).mengutip) for a in (kini, lepas, sendiri, lain)]
    assert hasil == [("", True), ("", False), (SENDIRI, False), (f"{KUTIPAN} sekali", False)]
    assert baca(kini).judul == baca(kini).isi_publik == SERUPA_SAJA
