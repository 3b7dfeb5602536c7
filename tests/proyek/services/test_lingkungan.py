"""The page "Lingkungan" of a kampung."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from aspirasi.services.tangani import hubungkan_proyek
from core.galat import TidakBisa
from proyek.models import Lestari, Lingkungan, TujuanDesa
from proyek.services.lingkungan import isi_lingkungan
from tests.alat.baca import teks
from tests.pabrik.aspirasi import terbit
from tests.pabrik.proyek import buat_proyek

HALAMAN = "/kampung/sido-rejo/lingkungan/"
ISI = {"keadaan": "Belik di Dusun 2, kering Agustus.", "tindakan": "Ditanami pohon aren."}


def test_before_anybody_wrote_it_says_so(client: Client, pemeran: Any) -> None:
    isi = teks(client.get(HALAMAN))
    assert isi.count("Belum diisi oleh kampung.") == 3
    assert isi.count("Belum ada proyek yang tercatat tentang ini.") == 3
    assert HALAMAN in client.get("/kampung/sido-rejo/").content.decode()


def test_the_kampung_writes_and_corrects_it_with_a_reason(klien: Any, client: Client) -> None:
    aparat = klien("aparat")
    aparat.post(f"{HALAMAN}mata_air/", ISI)
    isi = teks(client.get(HALAMAN))
    assert "Belik di Dusun 2" in isi
    assert "oleh Petugas · Kampung Sido Rejo" in isi
    baru = ISI | {"keadaan": "Belik di Dusun 2 sudah mati."}
    assert aparat.post(f"{HALAMAN}mata_air/", baru).status_code == 200  # it asks why
    aparat.post(f"{HALAMAN}mata_air/", baru | {"alasan": "Sumbernya mati."})
    isi = teks(client.get(HALAMAN))
    assert "sudah mati" in isi
    assert "karena: Sumbernya mati." in isi
    assert "kering Agustus" not in isi


def test_only_its_own_officials_and_only_known_matters(klien: Any) -> None:
    for siapa, kode in (("aparat_lain", 403), ("bpk", 403), ("staf", 200)):
        assert klien(siapa).get(f"{HALAMAN}sampah/").status_code == kode
    assert klien("aparat").get(f"{HALAMAN}laut/").status_code == 404
    assert klien("aparat").get("/kampung/tiada/lingkungan/sampah/").status_code == 404


def test_a_correction_needs_a_reason(pemeran: Any) -> None:
    isi: dict[str, Any] = {"kampung": pemeran.kampung, "hal": "sampah", "oleh": pemeran.kakam}
    isi_lingkungan(**isi, **ISI)
    isi_lingkungan(**isi, **ISI)  # nothing changed
    with pytest.raises(TidakBisa, match="Tulis mengapa"):
        isi_lingkungan(**isi, keadaan="Lain.", tindakan="")
    assert Lingkungan.objects.get().keadaan == ISI["keadaan"]


def test_projects_stand_under_each_matter_in_few_queries(
    client: Client, pemeran: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    buat_proyek(judul="Bank sampah RT 2", kode="2.4.15")
    air = buat_proyek(judul="Sumur bor Dusun 1", kode="2.4.11")
    embung = buat_proyek(judul="Jalan ke embung", kode="2.3.10")
    Lestari.objects.create(proyek=embung, rawan=["longsor"])
    embung.lestari.tujuan.set(TujuanDesa.objects.filter(nomor__in=(6, 3)))
    bersih = buat_proyek(judul="Jalan ke kebun bibit", kode="2.3.10")
    Lestari.objects.create(proyek=bersih).tujuan.set(TujuanDesa.objects.filter(nomor__in=(12, 3)))
    buat_proyek(judul="Jalan biasa", kode="2.3.10")
    buat_proyek(judul="Sumur tetangga", kode="2.4.11", kampung=pemeran.kampung_lain)
    for _ in range(6):
        buat_proyek(judul="Pipa", kode="2.4.12")
    suara = terbit(pemeran.kampung, pemeran.staf, isi="Air keruh.")
    embung = buat_proyek(judul="Air Dusun 4", kode="2.4.11")
    hubungkan_proyek(aspirasi=suara, proyek=embung, oleh=pemeran.staf)
    with django_assert_max_num_queries(12):
        isi = teks(client.get(HALAMAN))
    mata_air, sisa = isi.split('<h2 id="sampah">')
    sampah, bencana = sisa.split('<h2 id="bencana">')
    assert "Air Dusun 4" in mata_air
    assert "menjawab 1 kiriman warga" in mata_air
    assert "Masih ada 4 lagi" in mata_air
    assert "Bank sampah RT 2" in sampah
    assert "Jalan ke embung" in bencana
    assert "Ada di sini karena tempatnya rawan longsor." in bencana
    tujuan = "tujuannya “Konsumsi dan Produksi Desa Sadar Lingkungan”"
    assert "Jalan ke kebun bibit" in sampah, "another of its goals is about something else"
    assert f"Ada di sini karena {tujuan}." in sampah
    assert isi.count("Ada di sini karena") == 2, "what a kegiatan says need not be explained"
    assert air.judul not in isi  # older than the newest five
    assert "Jalan biasa" not in isi
    assert "Sumur tetangga" not in isi
