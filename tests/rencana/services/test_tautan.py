"""A kiriman about a plan or a row of it, without an account and without a finer place."""

from django.test import Client

from aspirasi.models import Aspirasi
from rencana.services.tautan import cari_baris, cari_rencana
from tests.alat.baca import teks
from tests.pabrik.aspirasi import isian
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.rencana import dibuka, draf

TEMPAT = {"lintang": "-5,1300", "bujur": "105,0300", "lokasi": "dekat rumah", "tempat_umum": "on"}


def _kirim(rujukan: str, **lain: str) -> Aspirasi:
    Client().post("/aspirasi/kirim/", isian(rujukan=rujukan, **TEMPAT, **lain))
    return Aspirasi.objects.latest("pk")


def test_a_draft_is_found_by_nobody(pemeran: Pemeran) -> None:
    rencana = draf(pemeran.kakam, 50)
    baris = rencana.baris.get()
    for kunci in (str(rencana.pk), "9" * 30, "0"):
        assert cari_rencana(f"rencana:{kunci}", kunci) is None
    assert cari_baris(f"baris:{baris.pk}", str(baris.pk)) is None


def test_a_question_names_its_plan_and_an_objection_its_row(pemeran: Pemeran) -> None:
    rencana = dibuka(pemeran.kakam, 50)
    baris = rencana.baris.get()
    jalur = f"/aspirasi/kirim/?rujukan=baris:{baris.pk}&jenis=keberatan"
    isi = teks(Client().get(jalur))
    assert "Tempat yang lebih rinci daripada kampungnya tidak ditanyakan." in isi
    assert "lintang" not in isi
    tanya = _kirim(f"rencana:{rencana.pk}", jenis="pertanyaan", kampung="tidak-tahu")
    keberatan = _kirim(f"baris:{baris.pk}", jenis="keberatan")
    assert tanya.tautan_rencana.baris is None
    assert (tanya.kampung, tanya.proyek_disebut) == (rencana.kampung, None)
    assert keberatan.tautan_rencana.baris == baris
    assert keberatan.proyek_disebut == baris.proyek
    for satu in (tanya, keberatan):
        assert (satu.lintang, satu.lokasi, satu.tempat_umum) == (None, "", False)


def test_what_nobody_declared_is_ignored(pemeran: Pemeran) -> None:
    for nilai in ("baris:7", "lain:1", "rencana:\u0663", "rencana", "rencana:-1"):
        assert not hasattr(_kirim(nilai, isi=f"Lampu jalan mati {nilai}"), "tautan_rencana")
