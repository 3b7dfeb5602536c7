"""Working on a kiriman: who may do what, when, and what happens to typed words."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi import foto as lampiran
from aspirasi import kiriman, services
from aspirasi.enums import Aksi, Jangkauan, Jenis, Status, Tentang
from aspirasi.models import Aspirasi
from core.models import Jejak
from meja.tindakan import TINDAKAN
from tests import pabrik
from tests.aspirasi.bantu import buat, foto, periksa, terbit
from tests.pemeran import SEMUA_PERAN, masuk

ALASAN = "Jalan ini milik kabupaten, silakan ke Dinas Pekerjaan Umum."


def alamat(aspirasi: Aspirasi, nama: str = "") -> str:
    if not nama:
        return reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])
    return reverse("meja:aspirasi_tindakan", args=[aspirasi.acuan, nama])


def isian_periksa(aspirasi: Aspirasi, **lain: Any) -> dict[str, Any]:
    return {
        "isi_publik": aspirasi.isi_publik,
        "jenis": aspirasi.jenis,
        "jangkauan": aspirasi.jangkauan,
        "tentang": aspirasi.tentang,
        "kampung": aspirasi.kampung_id or "",
    } | lain


def teks(respons: Any) -> str:
    return str(respons.content.decode())


@pytest.mark.django_db
class TestTheLoop:
    """From the first look to the answer, through the forms."""

    def test_verify_route_take_up_and_answer(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, isi="Rumah Pak Budi kebanjiran, mohon saluran.").aspirasi
        assert lampiran.tambah(aspirasi, [foto()]) == []
        staf, aparat = klien("staf"), klien("aparat")
        assert "Rumah Pak Budi" in teks(staf.get(alamat(aspirasi)))
        staf.post(
            alamat(aspirasi, "periksa"),
            isian_periksa(
                aspirasi,
                isi_publik="Sebuah rumah kebanjiran, mohon saluran.",
                jenis=Jenis.KELUHAN,
                alasan="Menyebut nama orang.",
                foto=[aspirasi.lampiran.get().pk],
            ),
        )
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.jenis) == (Status.DIVERIFIKASI, Jenis.KELUHAN)
        assert aspirasi.nomor
        assert aspirasi.isi == "Rumah Pak Budi kebanjiran, mohon saluran."
        assert aspirasi.lampiran.get().disetujui_pada
        tujuan = pabrik.instansi_kampung(pemeran.kampung)
        staf.post(alamat(aspirasi, "teruskan"), {"ke": tujuan.pk, "catatan": "Tolong dicek."})
        aparat.post(alamat(aspirasi, "ambil"))
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIPROSES
        respons = aparat.post(
            alamat(aspirasi, "tanggapi"), {"isi": "Saluran digali hari Minggu."}, follow=True
        )
        assert "Saluran digali hari Minggu." in teks(respons)
        assert "Operator kampung" in teks(respons)
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DITANGGAPI
        jejak = list(
            Jejak.objects.filter(objek_nomor=aspirasi.acuan.hex).values_list("aksi", flat=True)
        )
        assert jejak == ["kirim", "periksa", "foto_disetujui", "teruskan", "ambil", "tanggapi"]

    def test_refuse_and_not_ours_need_a_sentence(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        staf = klien("staf")
        singkat = staf.post(alamat(aspirasi, "tolak"), {"alasan": "tidak"})
        assert "Terlalu pendek" in teks(singkat)
        staf.post(alamat(aspirasi, "bukan-wewenang"), {"alasan": ALASAN})
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.BUKAN_WEWENANG

    def test_link_a_project_that_exists(self, klien: Any, pemeran: Any, proyek: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        aparat = klien("aparat")
        halaman = teks(aparat.get(alamat(aspirasi)))
        assert f"?aspirasi={aspirasi.acuan}" in halaman
        aparat.post(alamat(aspirasi, "hubungkan"), {"proyek": proyek.pk})
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIRENCANAKAN
        lagi = aparat.post(alamat(aspirasi, "hubungkan"), {"proyek": proyek.pk})
        assert "Pilihan itu tidak ada" in teks(lagi)

    def test_an_internal_note_stays_inside(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        klien("staf").post(alamat(aspirasi, "catatan"), {"isi": "Sudah saya telepon kadusnya."})
        assert "Sudah saya telepon" in teks(klien("aparat").get(alamat(aspirasi)))
        assert "Sudah saya telepon" not in teks(Client().get(aspirasi.get_absolute_url()))

    def test_photos_can_be_approved_later(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        lampiran.tambah(aspirasi, [foto()])
        klien("staf").post(alamat(aspirasi, "foto"), {"foto": [aspirasi.lampiran.get().pk]})
        assert aspirasi.lampiran.get().disetujui_pada

    def test_photos_of_another_kiriman_are_no_choice(self, klien: Any, pemeran: Any) -> None:
        aspirasi, lain = terbit(pemeran.kampung, pemeran.staf), buat(pemeran.kampung).aspirasi
        lampiran.tambah(lain, [foto()])
        klien("staf").post(alamat(aspirasi, "foto"), {"foto": [lain.lampiran.get().pk]})
        assert not lain.lampiran.get().disetujui_pada


@pytest.mark.django_db
class TestTypedWordsStay:
    """Wrong states and bad input answer on the same page, with everything typed."""

    def test_too_late(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        staf = klien("staf")
        kiriman.tarik(aspirasi=aspirasi)
        respons = staf.post(
            alamat(aspirasi, "periksa"),
            isian_periksa(aspirasi, isi_publik="Kalimat yang saya perbaiki.", alasan="Ejaan."),
        )
        assert respons.status_code == 409
        assert "Kalimat yang saya perbaiki." in teks(respons)
        assert "Ditarik pengirim" in teks(respons)

    def test_an_edit_without_its_reason(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        respons = klien("staf").post(
            alamat(aspirasi, "periksa"), isian_periksa(aspirasi, isi_publik="Isi yang lain sekali.")
        )
        assert respons.status_code == 409
        assert "Tulis alasan mengapa isi" in teks(respons)
        assert "Isi yang lain sekali." in teks(respons)
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIAJUKAN

    @pytest.mark.parametrize("isi", ["", "x" * 100_000, "jawaban \0 rusak", "😀" * 30])
    def test_a_bad_answer(self, klien: Any, pemeran: Any, isi: str) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        respons = klien("aparat").post(alamat(aspirasi, "tanggapi"), {"isi": isi})
        assert respons.status_code == 200
        assert "Ada yang perlu diperbaiki" in teks(respons)
        assert not aspirasi.tindak_lanjut.exists()

    def test_widening_is_no_choice(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS).aspirasi
        respons = klien("staf").post(
            alamat(aspirasi, "periksa"), isian_periksa(aspirasi, jangkauan="publik", alasan="x")
        )
        assert "Pilihan itu tidak ada" in teks(respons)

    def test_about_officials_closes_it(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        klien("petugas_rahasia").post(
            alamat(aspirasi, "periksa"),
            isian_periksa(aspirasi, tentang=Tentang.APARAT_KAMPUNG, alasan="Tentang kakam."),
        )
        aspirasi.refresh_from_db()
        assert (aspirasi.jangkauan, aspirasi.nomor) == (Jangkauan.KECAMATAN, None)

    def test_closing_it_for_oneself_leads_back_to_the_desk(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        respons = klien("staf").post(
            alamat(aspirasi, "periksa"),
            isian_periksa(aspirasi, jangkauan="kecamatan", alasan="Menyangkut keamanan."),
        )
        assert respons["Location"] == reverse("meja:beranda")

    def test_a_closed_one_is_not_routed_to_a_kampung(self, klien: Any, pemeran: Any) -> None:
        aspirasi = periksa(
            buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN).aspirasi, pemeran.petugas_rahasia
        )
        respons = klien("petugas_rahasia").post(
            alamat(aspirasi, "teruskan"), {"ke": pabrik.instansi_kampung(pemeran.kampung).pk}
        )
        assert "Pilihan itu tidak ada" in teks(respons)


# Who may do which act on a public kiriman of the own kampung (design §5).
BOLEH = {
    "periksa": {"staf", "petugas_rahasia", "camat", "admin"},
    "teruskan": {"staf", "petugas_rahasia", "camat", "admin"},
    "ambil": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "tanggapi": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "foto": {"staf", "petugas_rahasia", "camat", "admin"},
    "hubungkan": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "catatan": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "bukan-wewenang": {"staf", "petugas_rahasia", "camat", "admin"},
    "tolak": {"staf", "petugas_rahasia", "camat", "admin"},
}
TANPA_MEJA = {"warga", "fasilitator", "bpk"}


@pytest.mark.django_db
class TestRights:
    """Every act by everyone in the cast."""

    def test_the_table_names_every_act(self) -> None:
        assert set(BOLEH) == set(TINDAKAN)

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_acts(self, klien: Any, pemeran: Any, siapa: str) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        client = klien(siapa)
        for nama, boleh in BOLEH.items():
            # An empty form does nothing, so every act is asked in the same state.
            status = client.post(alamat(aspirasi, nama), {}).status_code
            if siapa == "pengunjung":
                harap = {302}
            elif siapa in TANPA_MEJA:
                harap = {403}
            elif siapa == "aparat_lain":
                harap = {404}
            else:
                harap = {200, 409} if siapa in boleh else {403}
            assert status in harap, nama

    def test_a_delegated_kampung_verifies_its_own(self, klien: Any, pemeran: Any) -> None:
        pemeran.kampung.verifikasi_didelegasikan = True
        pemeran.kampung.save()
        aspirasi = buat(pemeran.kampung).aspirasi
        data = isian_periksa(aspirasi) | {"kampung": pemeran.kampung_lain.pk}
        klien("aparat").post(alamat(aspirasi, "periksa"), data)
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.kampung) == (Status.DIVERIFIKASI, pemeran.kampung)

    def test_unknown_acts_and_kiriman_are_404(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        assert klien("staf").post(alamat(aspirasi, "hapus")).status_code == 404
        asing = reverse("meja:aspirasi_rincian", args=["00000000-0000-0000-0000-000000000007"])
        assert klien("staf").get(asing).status_code == 404

    def test_an_act_by_get_leads_back(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung).aspirasi
        respons = klien("staf").get(alamat(aspirasi, "ambil"))
        assert respons["Location"] == alamat(aspirasi)
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIAJUKAN


@pytest.mark.django_db
class TestIdentity:
    """Read by few, logged each time, shown on that answer only."""

    KONTAK = {"nama": "Slamet Widodo", "telepon": "+6281234567890", "email": "slamet@contoh.id"}

    def buka(self, client: Client, aspirasi: Aspirasi) -> Any:
        return client.post(reverse("meja:aspirasi_identitas", args=[aspirasi.acuan]))

    def test_staff_read_it_and_the_reading_is_logged(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, kontak=self.KONTAK)
        staf = klien("staf")
        assert "Slamet Widodo" not in teks(staf.get(alamat(aspirasi)))
        respons = self.buka(staf, aspirasi)
        assert "Slamet Widodo" in teks(respons)
        assert "+6281234567890" in teks(respons)
        assert "no-store" in respons["Cache-Control"]
        jejak = Jejak.objects.get(aksi="pengirim_dibaca")
        assert (jejak.oleh_id, jejak.peran) == (pemeran.staf.pk, "staf")
        assert "Slamet Widodo" not in teks(staf.get(alamat(aspirasi)))

    def test_the_kampung_reads_the_name_alone_and_only_when_allowed(
        self, klien: Any, pemeran: Any
    ) -> None:
        tutup = terbit(pemeran.kampung, pemeran.staf, kontak=self.KONTAK)
        buka = terbit(
            pemeran.kampung, pemeran.staf, kontak=self.KONTAK | {"nama_untuk_kampung": True}
        )
        aparat = klien("aparat")
        assert self.buka(aparat, tutup).status_code == 403
        respons = self.buka(aparat, buka)
        assert "Slamet Widodo" in teks(respons)
        assert "8123" not in teks(respons)
        assert "slamet@" not in teks(respons)

    def test_admins_and_others_do_not(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, kontak=self.KONTAK)
        for siapa in ("admin", "bpk", "fasilitator", "warga", "aparat", "kakam"):
            assert self.buka(klien(siapa), aspirasi).status_code == 403, siapa
        assert not Jejak.objects.filter(aksi="pengirim_dibaca").exists()

    def test_looking_needs_a_post(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        alamat_ = reverse("meja:aspirasi_identitas", args=[aspirasi.acuan])
        assert klien("staf").get(alamat_).status_code == 405


@pytest.mark.django_db(transaction=True)
def test_two_officials_at_once_one_wins_and_one_is_told(pemeran: Any) -> None:
    aspirasi = buat(pemeran.kampung).aspirasi
    hasil: dict[str, Any] = {}

    def jalan(nama: str, orang: Any) -> None:
        try:
            data = isian_periksa(aspirasi, isi_publik=f"Isi oleh {nama}.", alasan="Diringkas.")
            hasil[nama] = masuk(Client(), orang).post(alamat(aspirasi, "periksa"), data)
        finally:
            connection.close()

    semua = [
        threading.Thread(target=jalan, args=a)
        for a in (("satu", pemeran.staf), ("dua", pemeran.camat))
    ]
    for satu in semua:
        satu.start()
    for satu in semua:
        satu.join()
    assert sorted(r.status_code for r in hasil.values()) == [302, 409]
    kalah = next(nama for nama, r in hasil.items() if r.status_code == 409)
    assert "langkah ini" in teks(hasil[kalah])
    assert f"Isi oleh {kalah}." in teks(hasil[kalah])
    aspirasi.refresh_from_db()
    assert aspirasi.isi_publik != f"Isi oleh {kalah}."
    assert Jejak.objects.filter(aksi=Aksi.PERIKSA).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("siapa", ["staf", "aparat"])
def test_the_page_costs_the_same_for_one_and_three_of_everything(
    klien: Callable[..., Client], pemeran: Any, siapa: str
) -> None:
    client = klien(siapa)
    hasil = []
    for jumlah in (1, 3):
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        for i in range(jumlah):
            kiriman.balas(aspirasi=aspirasi, isi=f"Keterangan {i}")
            services.catat_internal(aspirasi=aspirasi, isi="Catatan", oleh=pemeran.staf)
        lampiran.tambah(aspirasi, [foto(w) for w in ("red", "green", "blue")[:jumlah]])
        with CaptureQueriesContext(connection) as tanya:
            assert client.get(alamat(aspirasi)).status_code == 200
        hasil.append(len(tanya))
    assert hasil[0] == hasil[1] <= 11
