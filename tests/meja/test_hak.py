"""The right to do each act, and the right to read an identity."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Status
from aspirasi.models import Aspirasi
from core.models import Jejak
from meja.tindakan.semua import TINDAKAN
from tests.alat.baca import teks
from tests.alat.meja import alamat, isian_periksa
from tests.pabrik.aspirasi import buat, terbit
from tests.pabrik.pemeran import SEMUA_PERAN

# The right to do each act on a public kiriman of one's own kampung.
BOLEH = {
    "periksa": {"staf", "petugas_rahasia", "camat", "admin"},
    "teruskan": {"staf", "petugas_rahasia", "camat", "admin"},
    "ambil-dulu": {"aparat", "kakam"},
    "ambil": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "tanggapi": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "foto": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "hubungkan": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "minta-keterangan": {"staf", "petugas_rahasia", "camat", "admin"},
    "beri-kabar": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "surat": {"staf", "petugas_rahasia", "camat", "admin"},
    "tunggu-instansi": {"staf", "petugas_rahasia", "camat", "admin"},
    "buktikan": {"staf", "petugas_rahasia", "camat", "admin"},
    "tunda": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "golongan": {"staf", "petugas_rahasia", "camat", "admin"},
    "gabung": {"staf", "petugas_rahasia", "camat", "admin"},
    "arsipkan": {"staf", "petugas_rahasia", "camat", "admin"},
    "kabar-bahaya": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "tugaskan": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "lapor": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "baca-balasan": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "catatan": {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"},
    "bukan-wewenang": {"staf", "petugas_rahasia", "camat", "admin"},
    "tolak": {"staf", "petugas_rahasia", "camat", "admin"},
    "umumkan": {"staf", "petugas_rahasia", "camat", "admin"},
    "tolak-umum": {"staf", "petugas_rahasia", "camat", "admin"},
    "tanya-kampung": {"staf", "petugas_rahasia", "camat", "admin"},
    "persempit": {"staf", "petugas_rahasia", "camat", "admin"},
    "perbaiki": {"staf", "petugas_rahasia", "camat", "admin"},
    "tarik-isi": {"staf", "petugas_rahasia", "camat", "admin"},
    "tarik-alasan": {"staf", "petugas_rahasia", "camat", "admin"},
    "tepatkan-letak": {"staf", "petugas_rahasia", "camat", "admin"},
    "bulatkan-letak": {"staf", "petugas_rahasia", "camat", "admin"},
}
TANPA_MEJA = {"warga", "fasilitator", "bpk"}


@pytest.mark.django_db
class TestRights:
    """Every act by everyone in the cast."""

    def test_the_table_names_every_act(self) -> None:
        assert set(BOLEH) == set(TINDAKAN)

    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_acts(self, klien: Any, pemeran: Any, siapa: str) -> None:
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
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
                harap = {200, 302, 409} if siapa in boleh else {403}
            assert status in harap, nama

    def test_a_delegated_kampung_verifies_its_own(self, klien: Any, pemeran: Any) -> None:
        pemeran.kampung.verifikasi_didelegasikan = True
        pemeran.kampung.save()
        aspirasi = buat(pemeran.kampung, langsung=True).aspirasi
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

    def test_looking_by_get_shows_and_logs_nothing(self, klien: Any, pemeran: Any) -> None:
        aspirasi = terbit(pemeran.kampung, pemeran.staf)
        alamat_ = reverse("meja:aspirasi_identitas", args=[aspirasi.acuan])
        assert klien("staf").get(alamat_)["Location"] == alamat(aspirasi)
        assert not Jejak.objects.filter(aksi="pengirim_dibaca").exists()
