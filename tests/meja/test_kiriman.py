"""Working on a kiriman: who may do what, when, and what happens to typed words."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aspirasi.enums import Aksi, Jangkauan, Jenis, Status, Tentang
from aspirasi.services import foto as lampiran
from aspirasi.services import kiriman, tangani
from core.formulir.draf import sidik
from core.models import Jejak
from tests.alat.baca import teks
from tests.alat.klien import masuk
from tests.alat.meja import ALASAN, alamat, isian_periksa, nama_foto
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.kampung import instansi_kampung


@pytest.mark.django_db
class TestTheLoop:
    """From the first look to the answer, through the forms."""

    def test_verify_route_take_up_and_answer(self, klien: Any, pemeran: Any) -> None:
        aspirasi = buat(pemeran.kampung, isi="Rumah Pak Budi kebanjiran, mohon saluran.").aspirasi
        assert lampiran.tambah(aspirasi, [foto()]).ditolak == []
        staf, aparat = klien("staf"), klien("aparat")
        assert "Rumah Pak Budi" in teks(staf.get(alamat(aspirasi)))
        staf.post(
            alamat(aspirasi, "periksa"),
            isian_periksa(
                aspirasi,
                isi_publik="Sebuah rumah kebanjiran, mohon saluran.",
                jenis=Jenis.KELUHAN,
                alasan="Menyebut nama orang.",
                foto=nama_foto(aspirasi),
            ),
        )
        aspirasi.refresh_from_db()
        assert (aspirasi.status, aspirasi.jenis) == (Status.DIVERIFIKASI, Jenis.KELUHAN)
        assert aspirasi.nomor
        assert aspirasi.isi == "Rumah Pak Budi kebanjiran, mohon saluran."
        assert aspirasi.lampiran.get().disetujui_pada
        tujuan = instansi_kampung(pemeran.kampung)
        staf.post(alamat(aspirasi, "teruskan"), {"ke": tujuan.pk, "catatan": "Tolong dicek."})
        aparat.post(alamat(aspirasi, "ambil"))
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DIPROSES
        respons = aparat.post(
            alamat(aspirasi, "tanggapi"),
            {"jawaban": "selesai", "isi": "Saluran digali hari Minggu."},
            follow=True,
        )
        assert "Saluran digali hari Minggu." in teks(respons)
        assert "Operator Kampung Sido Rejo" in teks(respons)
        aspirasi.refresh_from_db()
        assert aspirasi.status == Status.DITANGGAPI
        jejak = list(
            Jejak.objects.filter(objek_kunci=aspirasi.acuan.hex).values_list("aksi", flat=True)
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

    def test_the_usual_next_step_stands_open(self, klien: Any, pemeran: Any) -> None:
        baru = buat(pemeran.kampung).aspirasi
        sudah = terbit(pemeran.kampung, pemeran.staf)
        for siapa, aspirasi, langkah in (
            ("staf", baru, "periksa"),
            ("staf", sudah, "teruskan"),
            ("aparat", sudah, "tanggapi"),
        ):
            pilihan = klien(siapa).get(alamat(aspirasi)).context["tindakan"]
            terbuka = [p.tindakan.nama for p in pilihan if p.form and not p.tindakan.sekali_tekan()]
            assert terbuka == [langkah]

    def test_every_other_act_has_its_page(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf, isi="Tanggul sungai retak.")
        staf = klien("staf")
        respons = staf.get(alamat(aspirasi))
        lain = [p.tindakan.nama for p in respons.context["tindakan"] if not p.form]
        assert {"tolak", "tunda", "tugaskan", "catatan"} <= set(lain)
        for nama in lain:
            assert f'href="{alamat(aspirasi, nama)}"' in teks(respons)
            halaman = teks(staf.get(alamat(aspirasi, nama)))
            assert f'action="{alamat(aspirasi, nama)}?kirim=1"' in halaman
            assert "Tanggul sungai retak." in halaman

    def test_the_page_of_an_act_that_is_over_leads_back(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        respons = klien("staf").get(alamat(aspirasi, "periksa"), follow=True)
        assert respons.redirect_chain == [(alamat(aspirasi), 302)]
        assert "tidak dapat dilakukan lagi" in teks(respons)

    def test_an_internal_note_stays_inside(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        klien("staf").post(alamat(aspirasi, "catatan"), {"isi": "Sudah saya telepon kadusnya."})
        assert "Sudah saya telepon" in teks(klien("aparat").get(alamat(aspirasi)))
        assert "Sudah saya telepon" not in teks(Client().get(aspirasi.get_absolute_url()))

    def test_the_same_answer_pressed_twice_stands_once(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        aparat = klien("aparat")
        for nama in ("tanggapi", "catatan"):
            for _ in range(2):
                isian = {"jawaban": "selesai", "isi": "Saluran digali hari Minggu."}
                aparat.post(alamat(aspirasi, nama), isian)
        assert aspirasi.tindak_lanjut.count() == 2
        assert Jejak.objects.filter(aksi=Aksi.TANGGAPI).count() == 1

    def test_photos_can_be_approved_later(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        lampiran.tambah(aspirasi, [foto()])
        klien("staf").post(alamat(aspirasi, "foto"), {"foto": nama_foto(aspirasi)})
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
        respons = klien("aparat").post(
            alamat(aspirasi, "tanggapi"), {"jawaban": "selesai", "isi": isi}
        )
        assert respons.status_code == 200
        assert "Ada yang perlu diperbaiki" in teks(respons)
        assert not aspirasi.tindak_lanjut.exists()

    def test_an_answer_sent_after_the_session_ended(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        client = Client()
        tujuan = alamat(aspirasi, "tanggapi")
        isian = {"isi": "Jawaban panjang yang hampir hilang.", "penulis": sidik(pemeran.aparat)}
        pergi = client.post(tujuan, isian)
        assert pergi["Location"].startswith("/akun/masuk/")
        masuk(client, pemeran.aparat)
        halaman = teks(client.get(tujuan))
        assert "Jawaban panjang yang hampir hilang." in halaman
        assert not aspirasi.tindak_lanjut.exists()
        assert "Jawaban panjang" not in teks(client.get(tujuan))  # given out once

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
            alamat(aspirasi, "teruskan"), {"ke": instansi_kampung(pemeran.kampung).pk}
        )
        assert "Pilihan itu tidak ada" in teks(respons)


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
            tangani.catat_internal(aspirasi=aspirasi, isi="Catatan", oleh=pemeran.staf)
        lampiran.tambah(aspirasi, [foto(w) for w in ("red", "green", "blue")[:jumlah]])
        with CaptureQueriesContext(connection) as tanya:
            assert client.get(alamat(aspirasi)).status_code == 200
        hasil.append(len(tanya))
    assert hasil[0] == hasil[1] <= 19
