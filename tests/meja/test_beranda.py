"""The front page of each desk, its lists, held texts and mails."""

import datetime as dt
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.enums import Jangkauan, Status
from aspirasi.models import Aspirasi
from core.antrean.tugas import CADANGAN, PEKERJA, detak
from core.waktu import hari_ini
from meja import keadaan as mesin
from meja.views.beranda import SEKILAS
from tests.alat.moderasi import tampilkan_di_meja
from tests.pabrik import forum
from tests.pabrik.aspirasi import buat, jam_sampai, terbit
from tests.pabrik.pemeran import SEMUA_PERAN

pytestmark = pytest.mark.django_db
BERANDA = "/kerja/"


def teks(respons: Any) -> str:
    assert respons.status_code == 200
    return str(respons.content.decode())


def telat(aspirasi: Aspirasi) -> Aspirasi:
    Aspirasi.objects.filter(pk=aspirasi.pk).update(**jam_sampai(hari_ini() - dt.timedelta(days=9)))
    return aspirasi


class TestFrontPage:
    """The front page: each thing that waits stands one press from its act."""

    def test_shows_what_the_badge_counts(self, klien: Any, pemeran: Any) -> None:
        for _ in range(SEKILAS + 3):
            buat(pemeran.kampung, isi="Yang baru dan belum diperiksa.")
        telat(terbit(pemeran.kampung, pemeran.staf, isi="Yang terlambat dijawab."))
        forum.topik(pemeran.warga, ditahan=True)
        for siapa in ("staf", "petugas_rahasia", "camat", "admin", "aparat", "kakam", "bpk"):
            respons = klien(siapa).get(BERANDA)
            konteks = respons.context
            sisa = sum(int(banyak) for _, banyak, _ in konteks["selebihnya"])
            jumlah = len(konteks["baris"]) + sisa
            assert konteks["menunggu"] == str(jumlah or ""), siapa
            kata = f">Meja kerja ({jumlah})<" if jumlah else ">Meja kerja</a>"
            assert kata in teks(respons), siapa

    def test_the_rest_stands_by_its_kind_with_its_list(self, klien: Any, pemeran: Any) -> None:
        for _ in range(SEKILAS + 3):
            buat(pemeran.kampung, isi="Yang baru dan belum diperiksa.")
        forum.topik(pemeran.warga, ditahan=True)
        staf = klien("staf")
        lain = staf.get(BERANDA).context["selebihnya"]
        assert [banyak for _, banyak, _ in lain] == ["3", "1"]
        for alamat, _, _ in lain:
            assert staf.get(alamat).status_code == 200

    def test_danger_stands_above_everything(self, klien: Any, pemeran: Any) -> None:
        buat(pemeran.kampung, isi="Tebing longsor dekat rumah.", bahaya=True)
        buat(pemeran.kampung, isi="Mohon lampu jalan ditambah.")
        for siapa in ("staf", "aparat"):
            daftar = teks(klien(siapa).get(BERANDA)).split('<ol class="urusan">')[1]
            assert "Tebing longsor" in daftar.split("</li>")[0], siapa

    def test_danger_that_others_work_on_is_followed(self, klien: Any, pemeran: Any) -> None:
        satu = terbit(pemeran.kampung, pemeran.staf, isi="Tebing longsor.", bahaya=True)
        Aspirasi.objects.filter(pk=satu.pk).update(
            status=Status.DIPROSES, ditugaskan=pemeran.aparat
        )
        for siapa, dipantau in (("aparat", 0), ("kakam", 1), ("staf", 1), ("aparat_lain", 0)):
            konteks = klien(siapa).get(BERANDA).context
            jumlah = {u.nama: int(n) for u, n in konteks["pantauan"]}
            assert jumlah.get("bahaya_di_lain", 0) == dipantau, siapa

    def test_every_page_of_the_menu_opens(self, klien: Any, pemeran: Any) -> None:
        for siapa in SEMUA_PERAN[2:]:
            client = klien(siapa)
            menu = client.get(BERANDA).context["menu_meja"]
            for pintu in (pintu for kelompok in menu for pintu in kelompok.isi):
                assert client.get(pintu.alamat).status_code == 200, (siapa, pintu)

    def test_residents_have_no_desk(self, klien: Any, pemeran: Any) -> None:
        assert klien("warga").get(BERANDA).status_code == 403
        assert klien("pengunjung").get(BERANDA).status_code == 302

    @pytest.mark.parametrize(("siapa", "paling_banyak"), [("staf", 12), ("aparat", 9)])
    def test_costs_the_same_for_one_and_three_rows(
        self, klien: Any, pemeran: Any, siapa: str, paling_banyak: int
    ) -> None:
        client, hasil = klien(siapa), []
        for _ in range(2):
            for _ in range(1 + len(hasil)):
                telat(buat(pemeran.kampung, bahaya=True).aspirasi)
                telat(terbit(pemeran.kampung, pemeran.staf))
            with CaptureQueriesContext(connection) as tanya:
                client.get(BERANDA)
            hasil.append(len(tanya))
        assert hasil[0] == hasil[1] <= paling_banyak


class TestList:
    """Everything on a desk."""

    def test_filters_and_search(self, klien: Any, pemeran: Any) -> None:
        buat(pemeran.kampung, isi="Selokan pasar mampet sekali.")
        buat(pemeran.kampung_lain, isi="Lampu jalan mati semua.", bahaya=True)
        staf = klien("staf")
        for saring, ada, tiada in (
            ({"cari": "selokan"}, "Selokan", "Lampu jalan"),
            ({"keadaan": "bahaya"}, "Lampu jalan", "Selokan"),
            ({"kampung": "sido-rejo"}, "Selokan", "Lampu jalan"),
        ):
            isi = teks(staf.get(reverse("meja:aspirasi"), saring))
            assert ada in isi
            assert tiada not in isi

    def test_odd_questions_get_a_page(self, klien: Any, pemeran: Any) -> None:
        for saring in ({"cari": "\0"}, {"keadaan": "x"}, {"kampung": "\0"}, {"setelah": "x"}):
            teks(klien("staf").get(reverse("meja:aspirasi"), saring))

    def test_costs_the_same_for_one_and_three_rows(self, klien: Any, pemeran: Any) -> None:
        staf, hasil = klien("staf"), []
        for jumlah in (1, 3):
            while Aspirasi.objects.count() < jumlah:
                telat(buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi)
            with CaptureQueriesContext(connection) as tanya:
                staf.get(reverse("meja:aspirasi"))
            hasil.append(len(tanya))
        assert hasil[0] == hasil[1] <= 9


class TestHeldTexts:
    """Texts that wait in the forum."""

    def test_one_is_shown_by_one_press(self, klien: Any, pemeran: Any) -> None:
        topik = forum.topik(pemeran.warga, judul="Jam musyawarah malam", ditahan=True)
        balasan = forum.balasan(forum.topik(pemeran.warga), pemeran.warga, ditahan=True)
        staf = klien("staf")
        isi = teks(staf.get(reverse("meja:tertahan")))
        assert "Jam musyawarah malam" in isi
        assert balasan.isi in isi
        for jenis, tulisan in (("topik", topik), ("balasan", balasan)):
            tujuan = reverse("meja:tampilkan", args=[jenis, tulisan.pk])
            tampil = tampilkan_di_meja(staf, jenis, tulisan.pk, follow=True)
            assert "sekarang tampil" in teks(tampil)
            tulisan.refresh_from_db()
            assert not tulisan.ditahan
            assert "sudah ditampilkan" in teks(staf.post(tujuan, follow=True))
        assert "Tidak ada yang tertahan" in teks(staf.get(reverse("meja:tertahan")))

    def test_only_the_kecamatan_moderates(self, klien: Any, pemeran: Any) -> None:
        topik = forum.topik(pemeran.warga, ditahan=True)
        for siapa in ("aparat", "kakam", "bpk", "warga"):
            client = klien(siapa)
            assert client.get(reverse("meja:tertahan")).status_code == 403
            tujuan = reverse("meja:tampilkan", args=["topik", topik.pk])
            assert client.post(tujuan).status_code == 403

    @pytest.mark.parametrize(("jenis", "pk"), [("ruang", 1), ("topik", 10**17), ("balasan", 0)])
    def test_unknown_ones_are_404(self, klien: Any, pemeran: Any, jenis: str, pk: int) -> None:
        assert klien("staf").post(reverse("meja:tampilkan", args=[jenis, pk])).status_code == 404


class TestWhoAndWhere:
    """The head of the desk, and its pages."""

    def test_calls_the_camat_camat(self, klien: Any, pemeran: Any) -> None:
        assert "<p>Camat ·" in teks(klien("camat").get(BERANDA))
        assert "<p>Staf kecamatan ·" in teks(klien("staf").get(BERANDA))

    def test_leads_to_the_looks_in_the_field_and_to_what_asks_for_an_answer(
        self, klien: Any, pemeran: Any
    ) -> None:
        for siapa, jalan in (
            ("staf", ("/kerja/lapangan/", "/kerja/tanggapi/")),
            ("aparat", ("/kerja/lapangan/", "/kerja/tanggapi/")),
            ("bpk", ("/kerja/lapangan/",)),
        ):
            masuk = klien(siapa)
            meja = masuk.get(BERANDA).content.decode()
            for satu in jalan:
                assert f'href="{satu}"' in meja
                assert masuk.get(satu).status_code == 200


class TestMachinery:
    """The health panel of the kecamatan."""

    def test_only_the_kecamatan_sees_it(self, klien: Any, pemeran: Any) -> None:
        assert "Keadaan mesin" in teks(klien("admin").get(BERANDA))
        for siapa in ("camat", "staf", "petugas_rahasia", "aparat"):
            assert "Keadaan mesin" not in teks(klien(siapa).get(BERANDA))

    def test_leads_the_admin_from_the_top_to_what_needs_a_look(
        self, klien: Any, pemeran: Any
    ) -> None:
        isi = teks(klien("admin").get(BERANDA))
        kata = "Mesin portal perlu dilihat:"
        assert isi.index(kata) < isi.index("Yang menunggu Anda")
        assert "Cadangan data terakhir" in isi[isi.index(kata) : isi.index("Yang menunggu Anda")]
        for siapa in ("camat", "staf"):
            assert kata not in teks(klien(siapa).get(BERANDA))

    def test_says_what_needs_a_look(self) -> None:
        sebelum = {k.nama: k for k in mesin.keadaan()}
        assert sebelum["Pekerja latar"].nada == "awas"
        assert sebelum["Cadangan data terakhir"].isi == "Belum pernah dibuat"
        detak(PEKERJA)
        detak(CADANGAN)
        sesudah = {k.nama: k for k in mesin.keadaan()}
        assert sesudah["Pekerja latar"].nada == "baik"
        assert sesudah["Cadangan data terakhir"].isi == "hari ini"
        assert "GB" in sesudah["Sisa ruang simpan"].isi


class TestMails:
    """The mails of the demonstration."""

    def test_are_listed_in_the_demonstration_alone(
        self, klien: Any, pemeran: Any, settings: Any, tmp_path: Any
    ) -> None:
        staf = klien("staf")
        assert staf.get(reverse("meja:surat")).status_code == 404
        settings.PORTAL_MODE = "contoh"
        settings.DATA_DIR = tmp_path
        assert "Belum ada surat" in teks(staf.get(reverse("meja:surat")))
        surat = EmailMessage("Kode masuk é", "Buka https://portal.contoh/akun/", to=["a@b.id"])
        EmailBackend(file_path=str(tmp_path / "surat")).send_messages([surat])
        isi = teks(staf.get(reverse("meja:surat")))
        assert "Kode masuk é" in isi
        assert 'href="https://portal.contoh/akun/"' in isi
        assert klien("aparat").get(reverse("meja:surat")).status_code == 403
