"""/kerja/kesiapan/ through the front door, and the pages of a kampung that has not joined."""

import zipfile
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meja.kesiapan.naskah import NASKAH
from tests.alat.baca import teks
from tests.izin.milik import KECAMATAN
from tests.pabrik.kesiapan import lengkapi
from tests.pabrik.pemeran import SEMUA_PERAN
from warga.models import Kampung, Kesiapan

pytestmark = pytest.mark.django_db
DAFTAR = reverse("meja:kesiapan")
MENGURUS = {"camat", "admin"}


def alamat(pemeran: Any, nama: str = "kampung") -> str:
    return reverse(f"meja:kesiapan_{nama}", args=[pemeran.kampung.slug])


def catat(tempat: str, butir: str) -> str:
    return reverse("meja:kesiapan_catat", args=[tempat, butir])


@pytest.mark.parametrize("siapa", SEMUA_PERAN[1:])
def test_the_kecamatan_looks_and_camat_and_admin_keep_it(
    klien: Any, pemeran: Any, siapa: str
) -> None:
    boleh_lihat, boleh_urus = siapa in KECAMATAN, siapa in MENGURUS
    orang = klien(siapa)
    for jalur in (DAFTAR, alamat(pemeran)):
        respons = orang.get(jalur)
        assert respons.status_code == (200 if boleh_lihat else 403)
        assert ("Catat sudah siap" in teks(respons)) == boleh_urus
    for jalur in (catat("portal", "maklumat"), alamat(pemeran, "tutup")):
        assert orang.get(jalur).status_code == (200 if boleh_urus else 403)
    assert orang.post(alamat(pemeran, "buka")).status_code == (302 if boleh_urus else 403)


def test_a_line_is_written_corrected_and_taken_back(klien: Any, pemeran: Any) -> None:
    camat, jalur = klien("camat"), catat("portal", "maklumat")
    salah = camat.post(jalur, {"tanggal": "2030-01-01", "surat": "\0"})
    assert teks(salah).count('class="galat') >= 1
    isi = {"tanggal": "2026-11-02", "surat": "138/12/2026"}
    assert camat.post(jalur, isi).url == DAFTAR
    assert "138/12/2026, 2 November 2026" in teks(camat.get(DAFTAR))
    assert 'value="138/12/2026"' in teks(camat.get(jalur))
    camat.post(jalur, isi | {"surat": "138/14/2026"})
    satu = Kesiapan.objects.get()
    assert satu.surat == "138/14/2026"
    hapus = reverse("meja:kesiapan_cabut", args=[satu.pk])
    assert camat.post(hapus, {"alasan": ""}).status_code == 200
    assert camat.post(hapus, {"alasan": "Belum ditandatangani."}).url == DAFTAR
    assert camat.get(hapus).status_code == 404
    assert "138/14/2026" not in teks(camat.get(DAFTAR))


@pytest.mark.parametrize(
    ("tempat", "butir"), [("portal", "latihan"), ("portal", "camat"), ("tiada", "latihan")]
)
def test_a_line_that_is_not_there_is_not_found(klien: Any, tempat: str, butir: str) -> None:
    assert klien("camat").get(catat(tempat, butir)).status_code == 404


def test_a_kampung_is_opened_and_says_so(klien: Any, pemeran: Any, client: Client) -> None:
    halaman, camat = pemeran.kampung.get_absolute_url(), klien("camat")
    daftar = reverse("kampung:daftar")
    belum = teks(client.get(daftar)).count("Belum bergabung")
    assert "Belum bergabung." in teks(client.get(halaman))
    camat.post(alamat(pemeran, "buka"))
    assert "Masih kurang: " in teks(camat.get(alamat(pemeran)))
    lengkapi(pemeran)
    assert "Buka Kampung" in teks(camat.get(alamat(pemeran)))
    camat.post(alamat(pemeran, "buka"))
    assert "Belum bergabung." not in teks(client.get(halaman))
    assert teks(client.get(daftar)).count("Belum bergabung") == belum - 1
    camat.post(alamat(pemeran, "tutup"), {"alasan": "Operatornya pindah."})
    assert "Operatornya pindah." in teks(camat.get(alamat(pemeran)))
    assert "Operatornya pindah." not in teks(client.get(halaman))
    assert "Belum bergabung." in teks(client.get(halaman))


def test_all_kampung_cost_as_much_as_one(klien: Any, pemeran: Any) -> None:
    camat = klien("camat")

    def banyak() -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert camat.get(DAFTAR).status_code == 200
        return len(kueri)

    semua = banyak()
    Kampung.objects.exclude(pk=pemeran.kampung.pk).update(contoh=True)
    assert semua == banyak() == 11


@pytest.mark.parametrize("nama", NASKAH)
def test_drafts_are_word_files(klien: Any, pemeran: Any, nama: str) -> None:
    for tempat in ("portal", pemeran.kampung.slug):
        respons = klien("staf").get(reverse("meja:kesiapan_naskah", args=[tempat, nama]))
        with zipfile.ZipFile(BytesIO(respons.content)) as arsip:
            isi = arsip.read("word/document.xml").decode()
        assert "...................................." in isi
        assert ("PEMERINTAH KAMPUNG" in isi) == (nama == "penunjukan" and tempat != "portal")
    tiada = reverse("meja:kesiapan_naskah", args=["portal", "tiada"])
    assert klien("staf").get(tiada).status_code == 404
