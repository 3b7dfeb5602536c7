"""Words and files of a note taken back: black, covered, or as a whole."""

from typing import Any

import pytest

from core.berkas.redaksi import Kotak
from core.galat import TidakBisa
from core.moderasi.penarikan import HITAM
from laporan.models import CatatanPengawasan, LampiranCatatan, Tanggapan
from laporan.services import penarikan_catatan as layanan
from laporan.services.catatan import perbaiki
from tests.pabrik.berkas import foto_tersimpan
from tests.pabrik.catatan import buat_catatan, jawab
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
ALASAN = "Memuat nama warga."


@pytest.fixture
def catatan(pemeran: Any) -> CatatanPengawasan:
    """A note with a photo, corrected and answered; each holds one name."""
    proyek = buat_proyek(pemeran.kampung)
    satu = buat_catatan(proyek, pemeran.bpk, "Xylofon pergi.", lampiran=foto_tersimpan())
    perbaiki(catatan=satu, isi="Xylofon tidak hadir.", alasan="Lebih tepat.", oleh=pemeran.bpk)
    jawab(satu, pemeran.aparat, "Xylofon sakit.")
    return satu


def isi(satu: CatatanPengawasan) -> list[str]:
    satu.refresh_from_db()
    return [satu.isi, satu.perbaikan.get().isi, Tanggapan.objects.get().isi]


@pytest.mark.parametrize("siapa", ["bpk", "staf"])
def test_the_kecamatan_reaches_the_answers_too(
    catatan: CatatanPengawasan, pemeran: Any, siapa: str
) -> None:
    layanan.tarik(catatan=catatan, kata=["Xylofon"], alasan=ALASAN, oleh=pemeran[siapa])
    jawaban = f"{HITAM} sakit." if siapa == "staf" else "Xylofon sakit."
    assert isi(catatan) == [f"{HITAM} pergi.", f"{HITAM} tidak hadir.", jawaban]
    with pytest.raises(TidakBisa):
        layanan.tarik(catatan=catatan, kata=["Xylofon"], alasan=ALASAN, oleh=pemeran.bpk)


def test_the_reason_neither_lacks_nor_repeats_the_words(
    catatan: CatatanPengawasan, pemeran: Any
) -> None:
    for kata, alasan in ((["Xylofon"], "Xylofon marah."), ([], " "), (["Xylofon"], "")):
        with pytest.raises(TidakBisa):
            layanan.tarik(catatan=catatan, kata=kata, alasan=alasan, oleh=pemeran.bpk)
    assert "Xylofon pergi." in isi(catatan)


def test_as_a_whole_it_takes_its_files_along_and_waits_no_more(
    catatan: CatatanPengawasan, pemeran: Any
) -> None:
    layanan.tarik(catatan=catatan, kata=[], alasan=ALASAN, oleh=pemeran.bpk)
    lampiran = catatan.lampiran.select_related("berkas").get()
    assert isi(catatan)[:2] == [HITAM, HITAM]
    assert catatan.ditarik_pada
    assert lampiran.ditarik_pada
    assert not lampiran.berkas.publik
    assert not CatatanPengawasan.objects.umum().exists()
    with pytest.raises(TidakBisa, match="sudah ditarik"):
        layanan.tarik(catatan=catatan, kata=[], alasan=ALASAN, oleh=pemeran.bpk)


@pytest.mark.django_db(transaction=True)
def test_a_part_of_a_photo_is_covered_for_good(catatan: CatatanPengawasan, pemeran: Any) -> None:
    """Neither its old file nor its old address is left."""
    lampiran = catatan.lampiran.select_related("berkas").get()
    sebelum = lampiran.berkas.nama
    isian: dict[str, Any] = {"kotak": [Kotak(0, 0, 1, 1)], "oleh": pemeran.bpk}
    layanan.tutup_lampiran(lampiran=lampiran, alasan="Wajah terlihat.", **isian)
    kini = LampiranCatatan.objects.select_related("berkas").get()
    assert kini.berkas.nama != sebelum
    assert kini.berkas.publik


def test_a_photo_goes_alone_and_once(catatan: CatatanPengawasan, pemeran: Any) -> None:
    lampiran = catatan.lampiran.select_related("berkas").get()
    isian: dict[str, Any] = {"lampiran": lampiran, "oleh": pemeran.bpk}
    with pytest.raises(TidakBisa):
        layanan.tarik_lampiran(alasan=" ", **isian)
    layanan.tarik_lampiran(alasan="Wajah terlihat.", **isian)
    lampiran.refresh_from_db()
    assert not lampiran.berkas.publik
    assert "Xylofon pergi." in isi(catatan)
    with pytest.raises(TidakBisa, match="sudah ditarik"):
        layanan.tarik_lampiran(alasan="Wajah terlihat.", **isian)
