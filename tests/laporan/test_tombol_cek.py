"""The button of a check is offered to those who may check, and nobody else; the page that says that
an answer does not settle it shows what was asked and answered."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.waktu import sekarang
from laporan.models import CekWarga
from laporan.models.tentang import Tentang
from laporan.services.cek_baca import hitamkan_cek
from laporan.services.penulis import minta_penulis, terima
from tests.alat.baca import teks
from tests.pabrik.catatan import buat_catatan, jawab
from tests.pabrik.cek import terbukti, tulis
from tests.pabrik.pemeran import KAMPUNG, KECAMATAN, SEMUA_PERAN
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
BOLEH = {"pengunjung", "warga", "aparat_lain"}


def halaman(tentang: Tentang) -> list[str]:
    """Every page on which a check is offered."""
    semua = [tentang.proyek, tentang.laporan]
    daftar = reverse("laporan:cek_proyek", args=[tentang.proyek.nomor])
    return [*(satu.get_absolute_url() for satu in semua if satu), daftar]


def tombol(tentang: Tentang) -> list[str]:
    semua = (tentang.proyek, tentang.laporan)
    return [reverse("laporan:cek_tulis", args=[satu.nomor]) for satu in semua if satu]


def ditawarkan(isi: str, tentang: Tentang) -> bool:
    return any(satu in isi for satu in tombol(tentang))


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_who_may_check_is_offered_it_and_nobody_else(
    klien: Any, tentang: Tentang, siapa: str
) -> None:
    catat = reverse("laporan:catatan_tulis", args=["X"]).removesuffix("X/")
    for alamat in halaman(tentang):
        isi = klien(siapa).get(alamat).text
        assert ditawarkan(isi, tentang) is (siapa in BOLEH), alamat
        assert (catat in isi) is (siapa == "bpk"), alamat
        if siapa in KAMPUNG | KECAMATAN:
            assert "mengecek adalah warga" not in isi
            assert "tidak ikut mengecek" not in isi


def test_those_without_a_desk_read_why_not(klien: Any, pemeran: Any, tentang: Tentang) -> None:
    alamat = tentang.laporan.get_absolute_url() if tentang.laporan else ""
    assert "draf laporan proyek ini" in teks(klien("fasilitator").get(alamat))
    pemeran.warga.sandi_dari_kode_pada = sekarang()
    pemeran.warga.save()
    isi = teks(klien("warga").get(alamat))
    assert "belum dipastikan bahwa Anda pemiliknya" in isi
    assert not ditawarkan(isi, tentang)


def test_nothing_is_offered_before_the_work_begins(klien: Any, pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung, tahap="dianggarkan")
    for alamat in halaman(Tentang(proyek)):
        assert not ditawarkan(klien("pengunjung").get(alamat).text, Tentang(proyek))


def test_a_sender_who_writes_drafts_since_is_told_so(
    klien: Any, pemeran: Any, tentang: Tentang
) -> None:
    cek = tulis(tentang, terbukti(pemeran))
    assert ditawarkan(klien("warga").get(cek.get_absolute_url()).text, tentang)
    isi: Any = {"sebutan": "TPK", "kontak": pemeran.warga.telepon}
    minta_penulis(proyek=tentang.proyek, oleh=pemeran.kakam, **isi)
    terima(penulis=tentang.proyek.penulis_laporan.get(), oleh=pemeran.warga)
    isi = teks(klien("warga").get(cek.get_absolute_url()))
    assert not ditawarkan(isi, tentang)
    assert "yang mengecek adalah warga lain" in isi


def test_the_page_of_an_unsettled_answer_shows_both_words(
    klien: Any, pemeran: Any, tentang: Tentang
) -> None:
    cek = tulis(tentang, terbukti(pemeran))
    catatan = buat_catatan(tentang.proyek, pemeran.bpk, "Papan proyek belum dipasang.")
    for hal, siapa, kata in ((cek, "warga", cek.isi), (catatan, "bpk", catatan.isi)):
        jawab(hal, pemeran.kakam, f"Jawaban untuk {siapa}, sudah diukur lagi.")
        isi = teks(
            klien(siapa).get(
                reverse("laporan:belum", kwargs={"jenis": hal.jenis_jejak, "pk": hal.pk})
            )
        )
        assert kata in isi
        assert f"Jawaban untuk {siapa}, sudah diukur lagi." in isi
        assert f"Kampung {pemeran.kampung}" in isi


def test_a_browser_reads_both_words_too(pemeran: Any, tentang: Tentang) -> None:
    """Only the shown words: those of a name that was blacked out stay black."""
    hp = Client()
    hp.post(tombol(tentang)[1], {"penilaian": "pertanyaan", "isi": "Kapan selesai?"})
    isi: Any = {"kata": ["selesai"], "alasan": "Nama orang.", "loloskan": True}
    cek = hitamkan_cek(cek=CekWarga.objects.get(), oleh=pemeran.staf, **isi)
    jawab(cek, pemeran.kakam, "Besok, Insya Allah.")
    isi = teks(hp.get(reverse("laporan:belum", kwargs={"jenis": "cek", "pk": cek.pk})))
    assert cek.isi_publik in isi
    assert "selesai?" not in isi
    assert "Besok, Insya Allah." in isi
