"""Scans in forms that have an error elsewhere, or come while the decoder is busy."""

from typing import Any

import pytest

from core.berkas import kamar_gelap
from core.berkas.pindaian import PindaianMixin
from core.jaga.alamat import samarkan
from core.models import Berkas
from core.waktu import hari_ini
from tests.alat.baca import teks
from tests.alat.meja import alamat
from tests.aspirasi.services.test_pindaian import menunggu, pdf
from tests.pabrik.aspirasi import terbit
from tests.pabrik.berkas import foto
from tests.pabrik.kampung import InstansiFactory

pytestmark = pytest.mark.django_db


def isian(**lain: Any) -> dict[str, Any]:
    return {
        "instansi": InstansiFactory().pk,
        "perihal": "Jalan kabupaten rusak",
        "tanggal": hari_ini().isoformat(),
        "isi": "Jalan ini milik kabupaten.",
    } | lain


def test_a_form_that_never_gets_right_leaves_few_files(
    klien: Any, pemeran: Any, django_capture_on_commit_callbacks: Any
) -> None:
    """Each failed form left one of up to 10 MB, without limit, for a day."""
    aspirasi, staf = terbit(pemeran.kampung, pemeran.staf), klien("staf")

    def gagal(**lain: Any) -> Any:
        data = isian(pindaian=pdf(), perihal="", **lain)
        with django_capture_on_commit_callbacks(execute=True):
            return staf.post(alamat(aspirasi, "tunggu-instansi"), data)

    satu = gagal()
    dua = gagal(titipan=satu.context["form"].data["titipan"])
    assert Berkas.objects.count() == 1  # the better one took its place
    for _ in range(4):
        gagal()
    assert Berkas.objects.count() == 3
    data = isian(pindaian=pdf(), perihal="")
    klien("camat").post(alamat(aspirasi, "tunggu-instansi"), data)
    assert Berkas.objects.count() == 4  # others keep theirs
    assert dua.status_code == 200


# Names in the tokens of 46999ad: they stay, whatever the classes are called.
NAMA_TITIPAN = {"tunggu-instansi": "TungguForm", "surat": "SuratForm"}


@pytest.mark.parametrize("langkah", NAMA_TITIPAN)
def test_a_form_that_was_open_before_an_upgrade_keeps_its_scan(
    klien: Any, pemeran: Any, langkah: str
) -> None:
    aspirasi = terbit(pemeran.kampung, pemeran.staf)
    if langkah == "surat":
        menunggu(aspirasi, pemeran.staf)
    staf, arah = klien("staf"), {"arah": "keluar"}
    staf.post(alamat(aspirasi, langkah), isian(pindaian=pdf(), perihal="", **arah))
    berkas = Berkas.objects.get()
    untuk = f"pindaian.{NAMA_TITIPAN[langkah]}.{pemeran.staf.pk}"
    data = isian(titipan=samarkan(berkas.pk, untuk=untuk), **arah)
    assert staf.post(alamat(aspirasi, langkah), data).status_code == 302
    assert aspirasi.surat.filter(berkas=berkas).exists()


def test_no_two_kinds_of_forms_share_the_name_of_their_scans() -> None:
    semua = [PindaianMixin]
    for kelas in semua:
        semua += kelas.__subclasses__()
    nama = [kelas.__dict__["nama_titipan"] for kelas in semua if "nama_titipan" in kelas.__dict__]
    assert sorted(nama) == sorted(
        {
            *("SuratForm", "TungguForm", "PindaianForm", "KeputusanForm", "KeputusanAwalForm"),
            *("DokumenForm", "SuratPerubahanForm", "PindaianKeputusanForm", "TarikPindaianForm"),
            *("LpjForm", "KoreksiForm", "PindaianLpjForm"),
            *("PencairanForm", "CatatanForm", "LampiranForm", "InspektoratForm"),
            *("TetapkanForm", "FotoUsulanForm", "kerja_bakti", "penerimaan"),
        }
    )


def test_one_that_nobody_could_look_at_costs_no_word(
    klien: Any, pemeran: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sibuk(*_: object) -> None:
        raise kamar_gelap.BelumSelesai

    monkeypatch.setattr(kamar_gelap, "olah", sibuk)
    aspirasi, staf = terbit(pemeran.kampung, pemeran.staf), klien("staf")
    data = isian(pindaian=foto(), perihal="Jalan kabupaten di Dusun 4")
    isi = teks(staf.post(alamat(aspirasi, "tunggu-instansi"), data))
    assert "Sedang banyak foto yang diperiksa. Tunggu satu menit" in isi
    assert "Jalan kabupaten di Dusun 4" in isi
