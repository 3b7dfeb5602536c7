"""The front pages of BPK Kampung and fasilitator, who hold no desk."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aspirasi.enums import Aksi, Jangkauan, Tentang
from aspirasi.models import Aspirasi, Pengirim
from core.cari import tertulis
from core.waktu import hari_ini, pada, sekarang
from laporan.services.serah import kembalikan_draf, kirim_draf
from meja.views.beranda import SEKILAS
from proyek.enums import Tahap
from tests.alat.alur import perbuatan
from tests.alat.baca import teks
from tests.aspirasi.services.test_alur import lakukan
from tests.pabrik.aspirasi import buat, terbit
from tests.pabrik.catatan import buat_catatan, jawab
from tests.pabrik.laporan import buat_laporan
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
BERANDA, DILIHAT = "/kerja/", "/kerja/dilihat/"


@pytest.fixture(autouse=True)
def belum_tertulis(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test is served by the SQL that another one wrote at a later second of this minute."""
    monkeypatch.setattr(tertulis, "_tertulis", {})


def jenis(client: Any) -> list[str]:
    return [satu.urusan.nama for satu in client.get(BERANDA).context["baris"]]


def titipkan(pemeran: Any, satu: Aspirasi) -> Aspirasi:
    Pengirim.objects.filter(aspirasi=satu).update(lewat=pemeran.fasilitator, pengguna=None)
    return satu


class TestBpk:
    """News of the kampung since the last look, the newest first."""

    def test_sees_what_is_new_of_the_own_kampung(self, klien: Any, pemeran: Any) -> None:
        bpk = klien("bpk")
        assert "Tidak ada yang menunggu Anda" in teks(bpk.get(BERANDA))
        with pada(sekarang() - dt.timedelta(hours=2)):
            proyek = buat_proyek(pemeran.kampung, judul="Rabat beton Dusun 3")
            buat_proyek(pemeran.kampung_lain, judul="Sumur bor")
        buat_laporan(proyek, pemeran.kakam)
        buat_laporan(proyek, pemeran.kakam, terbit=False, periode=dt.date(2026, 9, 1))
        assert jenis(bpk) == ["laporan_baru", "proyek_baru"]
        halaman = teks(bpk.get(BERANDA))
        assert "Sumur bor" not in halaman
        assert "Meja kerja (2)" in halaman
        for satu in bpk.get(BERANDA).context["baris"]:
            assert bpk.get(satu.alamat).status_code == 200

    def test_what_was_seen_goes_and_what_came_meanwhile_stays(
        self, klien: Any, pemeran: Any
    ) -> None:
        bpk = klien("bpk")
        with pada(sekarang() - dt.timedelta(hours=2)):
            buat_proyek(pemeran.kampung, judul="Rabat beton Dusun 3")
        sampai = bpk.get(BERANDA).context["dilihat_sampai"]
        buat_proyek(pemeran.kampung, judul="Sumur bor")
        bpk.post(DILIHAT, {"sampai": sampai})
        assert [b.judul for b in bpk.get(BERANDA).context["baris"]] == ["Sumur bor"]

    def test_an_answered_note_goes_once_it_was_seen(self, klien: Any, pemeran: Any) -> None:
        bpk = klien("bpk")
        with pada(sekarang() - dt.timedelta(days=40)):
            catatan = buat_catatan(buat_proyek(pemeran.kampung), pemeran.bpk)
        with pada(sekarang() - dt.timedelta(hours=2)):
            jawab(catatan, pemeran.aparat)
        assert jenis(bpk) == ["catatan_dijawab"]
        bpk.post(DILIHAT, {"sampai": bpk.get(BERANDA).context["dilihat_sampai"]})
        assert jenis(bpk) == []

    def test_the_rest_is_listed_of_the_own_kampung_alone(self, klien: Any, pemeran: Any) -> None:
        for ke in range(SEKILAS + 1):
            buat_proyek(pemeran.kampung, judul=f"Sumur bor {ke}")
        buat_proyek(pemeran.kampung_lain, judul="Rabat beton")
        ((alamat, banyak, _),) = klien("bpk").get(BERANDA).context["selebihnya"]
        assert banyak == "1"
        halaman = teks(klien("bpk").get(alamat))
        assert "Sumur bor 0" in halaman
        assert "Rabat beton" not in halaman

    @pytest.mark.parametrize("sampai", ["", "x", "2026-13-40T00:00", "2026-01-01T00:00", "\0"])
    def test_a_moment_that_is_none_is_refused(self, klien: Any, pemeran: Any, sampai: str) -> None:
        buat_proyek(pemeran.kampung)
        respons = klien("bpk").post(DILIHAT, {"sampai": sampai}, follow=True)
        assert "Belum tercatat" in teks(respons)
        assert jenis(klien("bpk")) == ["proyek_baru"]

    def test_nobody_else_marks_anything(self, klien: Any, pemeran: Any) -> None:
        for siapa in ("warga", "fasilitator", "aparat", "kakam", "staf", "camat", "admin"):
            assert klien(siapa).post(DILIHAT, {"sampai": ""}).status_code == 403, siapa
        assert klien("pengunjung").post(DILIHAT).status_code == 302


class TestFasilitator:
    """The people whom they helped, and the drafts of theirs that wait."""

    def test_a_draft_that_came_back_waits(self, klien: Any, pemeran: Any) -> None:
        proyek = buat_proyek(pemeran.kampung, tahap=Tahap.BERJALAN, mulai_nyata=hari_ini())
        draf = buat_laporan(proyek, pemeran.fasilitator, terbit=False, foto=1)
        fasilitator = klien("fasilitator")
        assert jenis(fasilitator) == ["draf_fasilitator"]
        kirim_draf(laporan=draf, oleh=pemeran.fasilitator)
        assert jenis(fasilitator) == []
        kembalikan_draf(laporan=draf, catatan="Fotonya kabur.", oleh=pemeran.kakam)
        (satu,) = fasilitator.get(BERANDA).context["baris"]
        assert satu.urusan.ajakan == "Perbaiki"
        assert fasilitator.get(satu.alamat).status_code == 200

    def test_reads_of_those_they_helped_what_everybody_may_read(
        self, klien: Any, pemeran: Any
    ) -> None:
        umum = titipkan(pemeran, terbit(pemeran.kampung, pemeran.staf, isi="Selokan mampet lama."))
        belum = titipkan(pemeran, buat(pemeran.kampung, isi="Lampu jalan mati semua.").aspirasi)
        rahasia = titipkan(pemeran, buat(pemeran.kampung, isi="Pungutan di balai.").aspirasi)
        Aspirasi.objects.filter(pk=rahasia.pk).update(
            jangkauan=Jangkauan.KECAMATAN, tentang=Tentang.APARAT_KAMPUNG
        )
        buat(pemeran.kampung, isi="Bukan titipannya.")
        halaman = teks(klien("fasilitator").get(BERANDA))
        dibantu = {s.pk: s for s in klien("fasilitator").get(BERANDA).context["dibantu"]}
        assert set(dibantu) == {umum.pk, belum.pk, rahasia.pk}
        assert umum.judul in halaman
        assert belum.judul not in halaman
        assert "Pungutan" not in halaman
        assert [dibantu[s.pk].berkabar for s in (umum, belum, rahasia)] == [True, True, False]
        assert [dibantu[s.pk].baru for s in (umum, belum, rahasia)] == [False, True, False]
        assert halaman.count("Kiriman yang menunggu diperiksa kecamatan") == 1
        assert halaman.count("Kiriman yang tidak tampil untuk umum") == 1

    def test_a_question_to_somebody_they_helped_waits(self, klien: Any, pemeran: Any) -> None:
        laku = perbuatan(pemeran)
        satu = titipkan(pemeran, buat(pemeran.kampung, isi="Lampu jalan mati semua.").aspirasi)
        assert lakukan(laku, Aksi.MINTA_KETERANGAN, satu)
        assert jenis(klien("fasilitator")) == ["titipan_ditanya"]
        Aspirasi.objects.filter(pk=satu.pk).update(jangkauan=Jangkauan.KECAMATAN)
        assert jenis(klien("fasilitator")) == []


@pytest.mark.parametrize("siapa", ["bpk", "fasilitator"])
def test_more_rows_cost_no_more(klien: Any, pemeran: Any, siapa: str) -> None:
    client, hasil = klien(siapa), []
    for banyak in (1, 2):
        for _ in range(banyak):
            proyek = buat_proyek(pemeran.kampung)
            buat_laporan(proyek, pemeran.fasilitator, terbit=siapa == "bpk")
            titipkan(pemeran, buat(pemeran.kampung).aspirasi)
        client.get(BERANDA)
        with CaptureQueriesContext(connection) as kueri:
            client.get(BERANDA)
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1] <= 12


@pytest.mark.parametrize("siapa", ["bpk", "fasilitator"])
def test_every_other_page_of_a_desk_stays_closed(klien: Any, pemeran: Any, siapa: str) -> None:
    for jalur in ("aspirasi", "minggu", "permintaan", "tertahan", "keputusan", "belanja", "lembar"):
        assert klien(siapa).get(f"/kerja/{jalur}/").status_code == 403, jalur
