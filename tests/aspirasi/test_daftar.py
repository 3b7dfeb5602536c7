"""The public list and page."""

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from aspirasi.enums import Aksi, Jangkauan, Jenis
from aspirasi.models import Aspirasi
from aspirasi.services import foto as lampiran
from aspirasi.services import jawab, kiriman, kontak, tangani
from bangunrejo.benih import benih
from core.jejak.catat import hapus_isi
from core.tenggat.hari_kerja import hitung_hari_kerja
from core.waktu import hari_ini
from tests.alat.pengirim import kenal_pengirim
from tests.pabrik.aspirasi import buat, jam_sampai, periksa, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.laporan import buat_laporan
from warga.models import Kampung

pytestmark = pytest.mark.django_db
DAFTAR = "/aspirasi/"


def isi(respons: Any) -> str:
    assert respons.status_code == 200
    return str(respons.content.decode())


class TestList:
    """Search, filters and pages."""

    def test_is_empty_with_an_invitation(self, client: Client) -> None:
        assert "Belum ada aspirasi" in isi(client.get(DAFTAR))

    def test_filters_by_kind_state_kampung_and_words(self, client: Client, pemeran: Any) -> None:
        jalan = terbit(pemeran.kampung, pemeran.staf, isi="Jalan Dusun 3 berlubang.")
        selokan = terbit(
            pemeran.kampung_lain, pemeran.staf, isi="Selokan pasar mampet.", jenis=Jenis.KELUHAN
        )
        jawab.tanggapi(aspirasi=selokan, isi="Akan dikeruk.", oleh=pemeran.staf)
        for saring, ada, tiada in (
            ({"jenis": "keluhan"}, selokan, jalan),
            ({"keadaan": "menunggu"}, jalan, selokan),
            ({"keadaan": "dijawab"}, selokan, jalan),
            ({"kampung": "sido-rejo"}, jalan, selokan),
            ({"cari": "drainase"}, selokan, jalan),  # a synonym
            ({"cari": jalan.nomor}, jalan, selokan),
        ):
            halaman = isi(client.get(DAFTAR, saring))
            assert ada.judul in halaman, saring
            assert tiada.judul not in halaman, saring

    @pytest.mark.parametrize(
        "saring",
        [
            {"cari": "\0"},
            {"cari": "' | & ! <-> :*"},
            {"cari": "x" * 10_000},
            {"kampung": "\0"},
            {"kampung": "tidak-ada"},
            {"jenis": "ngawur"},
            {"keadaan": "😀"},
            {"setelah": "rusak"},
        ],
    )
    def test_odd_questions_get_a_page(self, client: Client, saring: dict[str, str]) -> None:
        isi(client.get(DAFTAR, saring))

    def test_pages_by_key(self, client: Client, pemeran: Any) -> None:
        for i in range(22):
            terbit(pemeran.kampung, pemeran.staf, isi=f"Usulan nomor urut {i:03d} dari warga.")
        satu = client.get(DAFTAR)
        assert "urut 021" in isi(satu)
        assert "urut 001" not in isi(satu)
        dua = isi(client.get(DAFTAR, {"setelah": satu.context["halaman"].berikut}))
        assert "urut 001" in dua
        assert "urut 021" not in dua

    def test_late_ones_say_by_how_many_working_days(self, client: Client, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        lewat = hari_ini() - dt.timedelta(days=14)
        Aspirasi.objects.filter(pk=aspirasi.pk).update(**jam_sampai(lewat))
        halaman = isi(client.get(DAFTAR, {"keadaan": "terlambat"}))
        telat = hitung_hari_kerja(hari_ini() - dt.timedelta(days=14), hari_ini())
        assert f"Terlambat {telat} hari kerja" in halaman

    def test_costs_the_same_for_one_and_three_rows(self, client: Client, pemeran: Any) -> None:
        for jumlah in (1, 3):
            while Aspirasi.objects.count() < jumlah:
                aspirasi = terbit(pemeran.kampung, pemeran.staf)
                lama = hari_ini() - dt.timedelta(days=9)
                Aspirasi.objects.filter(pk=aspirasi.pk).update(**jam_sampai(lama))
            with CaptureQueriesContext(connection) as tanya:
                client.get(DAFTAR)
            assert len(tanya) == 2  # the rows, the kampung to choose from

    def test_needs_no_session_and_no_token(self, client: Client, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        for alamat in (DAFTAR, aspirasi.get_absolute_url()):
            respons = client.get(alamat)
            assert "csrfmiddlewaretoken" not in isi(respons)
            assert not respons.cookies

    def test_walks_an_index_in_its_order(self) -> None:
        """No sorting and no reading of the whole table, whatever its size."""
        benih(1, 2000)
        kampung = Kampung.objects.resmi()[0]
        semua = Aspirasi.objects.all()
        for himpunan, indeks in (
            # Either is in the order of the days; one day's few rows are sorted then.
            (semua.terbit(), "aspirasi_(terbit|ketepatan)"),
            (semua.filter(kampung=kampung), "aspirasi_per_kampung"),
            (semua, "aspirasi_terbaru"),
            (semua.bahaya(), "aspirasi_bahaya"),
            (semua.baru(), "aspirasi_belum_diperiksa"),
            (semua.perlu_jawaban(), "aspirasi_perlu_jawaban"),
        ):
            rencana = himpunan.order_by("-dibuat", "-pk")[:21].explain()
            assert re.search(rf"using {indeks} ", rencana)
            assert "Sort" not in re.sub("Incremental Sort|Sort Key", "", rencana)
        assert "aspirasi_tenggat" in semua.terlambat().order_by().explain()


class TestPage:
    """One public kiriman."""

    def test_shows_the_public_text_and_the_official_answer_only(
        self, client: Client, pemeran: Any, proyek: Any
    ) -> None:
        terkirim = buat(
            pemeran.kampung, isi="Rumah Pak Budi bocor talangnya.", kontak={"nama": "Slamet"}
        )
        aspirasi = periksa(
            terkirim.aspirasi,
            pemeran.staf,
            isi_publik="Talang sebuah rumah bocor.",
            alasan="Menyebut nama Pak Budi.",
        )
        kiriman.balas(aspirasi=aspirasi, isi="Ini balasan pengirim.")
        tangani.catat_internal(aspirasi=aspirasi, isi="Ini catatan dapur.", oleh=pemeran.staf)
        kontak.baca_pengirim(aspirasi=aspirasi, oleh=pemeran.staf)
        jawab.tanggapi(aspirasi=aspirasi, isi="Akan kami tengok.", oleh=pemeran.kakam)
        tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.aparat)
        laporan = buat_laporan(proyek, pemeran.kakam, sampai=dt.date(2026, 10, 14))
        halaman = isi(client.get(aspirasi.get_absolute_url()))
        lapor = "1–14 Oktober 2026, pekerjaan 40%"
        for ada in ("Talang sebuah rumah", "Akan kami tengok.", proyek.judul, lapor):
            assert ada in halaman
        assert laporan.get_absolute_url() in halaman
        rahasia = ("Pak Budi", "balasan pengirim", "catatan dapur", "Slamet", "dibuka", "nama Pak")
        orang = (pemeran.staf.nama, pemeran.kakam.nama, pemeran.aparat.nama)
        for tiada in (*rahasia, *orang, aspirasi.acuan.hex, str(aspirasi.acuan), aspirasi.kode):
            assert tiada not in halaman, tiada

    def test_the_name_shows_only_when_the_sender_chose_so(
        self, client: Client, pemeran: Any
    ) -> None:
        for pilih in (False, True):
            aspirasi = terbit(
                pemeran.kampung,
                pemeran.staf,
                tampilkan_nama=pilih,
                kontak={"nama": "Slamet", "telepon": "+6281234567890"},
            )
            halaman = isi(client.get(aspirasi.get_absolute_url()))
            assert ("Slamet" in halaman) is pilih
            assert "8123" not in halaman

    def test_only_a_rounded_position_and_no_place_is_shown(
        self, client: Client, pemeran: Any
    ) -> None:
        letak = {"lintang": "-5.130012", "bujur": "105.029234", "lokasi": "depan rumah Mbah Karto"}
        aspirasi = terbit(pemeran.kampung, pemeran.staf, **letak)
        halaman = isi(client.get(aspirasi.get_absolute_url()))
        for tiada in ("5.13", "5,13001", "105.02", "105,02", "Mbah Karto"):
            assert tiada not in halaman
        assert "sekitar 1,7 km di barat titik tengah Kampung Sinar Seputih" in halaman
        assert "dibulatkan ± 500 m" in halaman

    def test_photos_show_once_approved_and_go_when_it_is_withdrawn(
        self, client: Client, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        assert lampiran.tambah(terkirim.aspirasi, [foto("red"), foto("blue")]).ditolak == []
        satu, dua = terkirim.aspirasi.lampiran.select_related("berkas")
        aspirasi = periksa(terkirim.aspirasi, pemeran.staf, foto=[satu])
        satu.berkas.refresh_from_db()
        halaman = isi(client.get(aspirasi.get_absolute_url()))
        assert satu.berkas.alamat_kecil in halaman
        assert dua.berkas.nama[:32] not in halaman
        assert satu.berkas.nama[:32] not in halaman  # the public name is another one
        assert b"".join(client.get(satu.berkas.alamat).streaming_content)
        kenal_pengirim(client, terkirim)
        kiriman.tarik(aspirasi=aspirasi)
        assert Client().get(satu.berkas.alamat).status_code == 404

    def test_a_refusal_shows_its_reason_and_erased_words_stay_erased(
        self, client: Client, pemeran: Any
    ) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        jawab.tutup_negatif(
            aspirasi=aspirasi,
            aksi=Aksi.BUKAN_WEWENANG,
            alasan="Jalan ini milik kabupaten.",
            oleh=pemeran.staf,
        )
        assert "Jalan ini milik kabupaten." in isi(client.get(aspirasi.get_absolute_url()))
        hapus_isi(objek=aspirasi, alasan="Diminta pengirim.")
        halaman = isi(client.get(aspirasi.get_absolute_url()))
        assert "Jalan ini milik kabupaten." not in halaman
        assert "Isi dihapus atas permintaan." in halaman

    @pytest.mark.parametrize(
        "nomor", ["ASP-2026-99999", "ASP-2026-1", "ASP-%00", "x", "ASP-2026-00001x"]
    )
    def test_an_unknown_number_is_a_404(self, client: Client, nomor: str) -> None:
        """Missing zeros lead to the address as the portal writes it, whether it exists or not."""
        jalan = f"/aspirasi/{nomor}/"
        assert client.get(jalan, follow=True).status_code == 404
        dialihkan = client.get(jalan).status_code == 301
        assert dialihkan is (nomor == "ASP-2026-1")

    def test_long_words_and_lines_are_kept_whole(self, client: Client, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="panjang" * 700)
        assert "panjang" * 700 in isi(client.get(aspirasi.get_absolute_url()))

    def test_costs_under_twelve_queries(self, client: Client, pemeran: Any, proyek: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, jangkauan=Jangkauan.PUBLIK)
        tangani.hubungkan_proyek(aspirasi=aspirasi, proyek=proyek, oleh=pemeran.staf)
        with CaptureQueriesContext(connection) as tanya:
            client.get(aspirasi.get_absolute_url())
        assert len(tanya) < 12
