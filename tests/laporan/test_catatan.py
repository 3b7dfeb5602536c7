"""Notes of the BPK Kampung through the front door: written, read, corrected, taken back."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.formulir.sekali import kunci_baru
from laporan.models import CatatanPengawasan, PerbaikanCatatan
from proyek.models import Proyek
from tests.alat.baca import teks
from tests.pabrik.berkas import foto
from tests.pabrik.catatan import buat_catatan, jawab
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db
ISI = "Papan proyek belum dipasang sampai hari ini."
ALASAN = "Papannya ternyata di balik pohon."


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    return buat_proyek(pemeran.kampung, pagu=1_000_000)


def hal_hal(proyek: Proyek, pemeran: Any) -> list[Any]:
    """A project, one of its reports and one of its decisions."""
    laporan = buat_laporan(proyek, pemeran.aparat)
    return [proyek, laporan, buat_keputusan(pemeran.kakam, proyek=proyek)]


def kirim(klien: Any, hal: Any, **lain: Any) -> Any:
    alamat = reverse("laporan:catatan_tulis", args=[hal.nomor])
    return klien("bpk").post(alamat, {"isi": ISI, "kunci": kunci_baru()} | lain, follow=True)


@pytest.mark.parametrize("ke", range(3))
def test_a_note_stands_beside_its_thing_at_once(
    klien: Any, proyek: Proyek, pemeran: Any, ke: int
) -> None:
    hal = hal_hal(proyek, pemeran)[ke]
    assert "Tulis catatan pengawasan" in teks(klien("bpk").get(hal.get_absolute_url()))
    assert ISI in teks(kirim(klien, hal))
    for alamat in (hal.get_absolute_url(), proyek.get_absolute_url(), reverse("laporan:catatan")):
        isi = teks(klien("pengunjung").get(alamat))
        assert ISI in isi
        assert "BPK Kampung" in isi
        assert pemeran.bpk.nama not in isi
        assert "Ditunggu dari Kampung" in isi
        assert "Tulis catatan pengawasan" not in isi


@pytest.mark.parametrize("siapa", [s for s in SEMUA_PERAN if s not in ("bpk", "pengunjung")])
def test_nobody_else_writes_or_touches_one(
    klien: Any, proyek: Proyek, pemeran: Any, siapa: str
) -> None:
    catatan = buat_catatan(proyek, pemeran.bpk)
    orang = klien(siapa)
    tulis = reverse("laporan:catatan_tulis", args=[proyek.nomor])
    assert orang.post(tulis, {"isi": ISI}).status_code == 403
    for nama in ("perbaiki", "lampiran"):
        alamat = reverse(f"laporan:catatan_{nama}", args=[catatan.pk])
        assert orang.post(alamat, {"isi": ISI, "alasan": ALASAN}).status_code == 403
    assert CatatanPengawasan.objects.count() == 1
    assert not PerbaikanCatatan.objects.exists()


def test_the_bpk_of_another_kampung_writes_none(klien: Any, pemeran: Any) -> None:
    lain = buat_proyek(pemeran.kampung_lain)
    assert kirim(klien, lain).status_code == 403


def test_a_note_is_sent_once_with_its_photo(klien: Any, proyek: Proyek) -> None:
    kunci = kunci_baru()
    for _ in range(2):
        kirim(klien, proyek, kunci=kunci, pindaian=foto())
    catatan = CatatanPengawasan.objects.get()
    berkas = catatan.lampiran.get().berkas
    assert berkas.publik
    assert berkas.alamat_kecil in klien("pengunjung").get(catatan.get_absolute_url()).text


def test_a_correction_leaves_the_words_of_before(klien: Any, proyek: Proyek, pemeran: Any) -> None:
    catatan = buat_catatan(proyek, pemeran.bpk, ISI)
    alamat = reverse("laporan:catatan_perbaiki", args=[catatan.pk])
    baru = "Papan proyek ada, tetapi tidak terlihat dari jalan."
    tanpa = klien("bpk").post(alamat, {"isi": baru, "alasan": ""})
    assert "Bagian ini harus diisi" in teks(tanpa)
    for _ in range(2):
        klien("bpk").post(alamat, {"isi": baru, "alasan": ALASAN})
    isi = teks(klien("pengunjung").get(catatan.get_absolute_url()))
    assert baru in isi
    assert ISI in isi
    assert ALASAN in isi
    assert PerbaikanCatatan.objects.count() == 1
    assert baru in teks(klien("pengunjung").get(proyek.get_absolute_url()))


def test_words_become_black_or_the_whole_note_goes(
    klien: Any, proyek: Proyek, pemeran: Any
) -> None:
    catatan = buat_catatan(proyek, pemeran.bpk, f"{ISI} Kata Xylofon.", lampiran=None)
    alamat = reverse("laporan:catatan_tarik", args=[catatan.pk])
    isian = {"cara": "hitam", "kata": "Xylofon", "alasan": "Memuat nama warga."}
    assert klien("aparat").post(alamat, isian).status_code == 403
    klien("bpk").post(alamat, isian)
    isi = teks(klien("pengunjung").get(catatan.get_absolute_url()))
    assert "Xylofon" not in isi
    assert "Memuat nama warga" in isi or "memuat nama warga" in isi
    klien("bpk").post(alamat, {"cara": "utuh", "alasan": "Keliru proyeknya."})
    for halaman in (catatan.get_absolute_url(), proyek.get_absolute_url()):
        isi = teks(klien("pengunjung").get(halaman))
        assert "belum dipasang" not in isi
        assert "ditarik" in isi
    assert "keliru proyeknya" in teks(klien("pengunjung").get(catatan.get_absolute_url())).lower()
    assert not CatatanPengawasan.objects.ditunggu().exists()


@pytest.mark.parametrize("isi", ["", "\0" * 20, "\u200b" * 20, "x" * 100_000, "pendek"])
def test_bad_words_get_a_clear_error(klien: Any, proyek: Proyek, isi: str) -> None:
    jawaban = kirim(klien, proyek, isi=isi)
    assert jawaban.status_code == 200
    assert not CatatanPengawasan.objects.exists()
    assert re.search("harus diisi|tidak dapat disimpan|Terlalu|dapat dibaca", teks(jawaban))


def test_the_list_is_filtered(klien: Any, proyek: Proyek, pemeran: Any) -> None:
    dijawab = buat_catatan(proyek, pemeran.bpk, "Sudah dijawab kantor.")
    jawab(dijawab, pemeran.aparat)
    buat_catatan(buat_proyek(pemeran.kampung), pemeran.bpk, "Masih menunggu kantor.")
    daftar = reverse("laporan:catatan")
    for saring, ada, tiada in (
        ("?keadaan=ditanggapi", "Sudah dijawab", "Masih menunggu kantor"),
        ("?keadaan=menunggu", "Masih menunggu kantor", "Sudah dijawab"),
        (f"?proyek={proyek.nomor}", "Sudah dijawab", "Masih menunggu kantor"),
        ("?keadaan=terlambat", "Belum ada catatan di sini", "Sudah dijawab"),
    ):
        isi = teks(klien("pengunjung").get(daftar + saring))
        assert ada in isi, saring
        assert tiada not in isi, saring
    assert klien("pengunjung").get(daftar + "?keadaan=x&kampung=%00&proyek=y").status_code == 200


@pytest.mark.parametrize("siapa", ["pengunjung", "warga", "bpk", "aparat", "staf"])
def test_no_page_asks_more_than_twelve_times(
    klien: Any, proyek: Proyek, pemeran: Any, siapa: str
) -> None:
    semua, orang = hal_hal(proyek, pemeran), klien(siapa)
    for hal in semua:
        buat_catatan(hal, pemeran.bpk)
    for hal in semua:
        orang.get(hal.get_absolute_url())
        with CaptureQueriesContext(connection) as kueri:
            orang.get(hal.get_absolute_url())
        assert len(kueri) <= 12, (siapa, type(hal).__name__, len(kueri))
