"""When the place may change, and when everybody sees it exactly; as its sender."""

from importlib import import_module
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.models import Aspirasi
from aspirasi.services import jawab, kiriman, tangani
from core.jejak.catat import riwayat
from tests.alat.baca import teks
from tests.alat.letak import ISIAN, TITIK, bertempat, letak, tersimpan
from tests.alat.pengirim import halaman, kenal_pengirim
from tests.pabrik.aspirasi import buat, periksa
from tests.pabrik.kampung import instansi_kampung

pytestmark = pytest.mark.django_db


class TestStates:
    """Open: everything. Closed: only what tells less."""

    def tutup(self, pemeran: Any, aspirasi: Aspirasi) -> None:
        jawab.tutup_negatif(
            aspirasi=aspirasi, aksi=Aksi.TOLAK, alasan="Bukan isi.", oleh=pemeran.staf
        )

    def test_closed_without_a_place_takes_none(
        self, client: Client, pemeran: Any, terkirim: Any
    ) -> None:
        a = terkirim.aspirasi
        self.tutup(pemeran, a)
        for respons in (
            client.get(letak(a), follow=True),
            client.post(letak(a), ISIAN | {"simpan": "1"}, follow=True),
        ):
            assert "sudah ditutup, jadi lokasinya tidak dapat ditambahkan" in teks(respons)
        assert tersimpan(a) == (None, None, False)
        assert "Tambahkan lokasi" not in teks(client.get(halaman(a)))

    def test_closed_with_a_place_is_rounded_or_removed_and_never_moved(
        self, client: Client, pemeran: Any, terkirim: Any
    ) -> None:
        a = bertempat(terkirim.aspirasi, tempat_umum=True)
        self.tutup(pemeran, a)
        isi = teks(client.get(letak(a)))
        assert "hanya dapat dibulatkan atau dihapus" in isi
        assert "Simpan lokasi ini" not in isi
        lain = {"lintang": "-5,17", "bujur": "105,03", "simpan": "1", "tempat_umum": "on"}
        respons = client.post(letak(a), lain)
        assert respons.status_code == 409
        assert "lokasinya hanya dapat dihapus" in teks(respons)
        client.post(letak(a), {"bulatkan": "1"})
        assert tersimpan(a) == (*TITIK, False)
        respons = client.post(letak(a), ISIAN | {"simpan": "1", "tempat_umum": "on"})
        assert respons.status_code == 409
        assert "Lokasinya sudah dihapus." in teks(
            client.post(letak(a), {"hapus": "1"}, follow=True)
        )
        assert tersimpan(a) == (None, None, False)

    def test_removing_twice_leaves_one_row_in_the_trail(
        self, client: Client, terkirim: Any
    ) -> None:
        bertempat(terkirim.aspirasi)
        for _ in range(2):
            client.post(letak(terkirim.aspirasi), {"hapus": "1"})
        assert [j.aksi for j in riwayat(terkirim.aspirasi)].count("letak_dihapus") == 1

    def test_what_was_erased_keeps_no_place_and_no_mark(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        periksa(terkirim.aspirasi, pemeran.staf)
        a = bertempat(terkirim.aspirasi, tempat_umum=True)
        assert a.letak_menunggu_pada
        kenal_pengirim(client, terkirim)
        client.post(halaman(a, "hapus"), {"apa": "semua", "paham": "on"})
        assert tersimpan(a) == (None, None, False)
        assert a.letak_menunggu_pada is None


class TestPublicPlace:
    """The sender alone says so; while everyone reads, an official looks first."""

    def test_before_the_first_look_the_mark_is_enough(
        self, client: Client, pemeran: Any, terkirim: Any
    ) -> None:
        a = terkirim.aspirasi
        client.post(letak(a), ISIAN | {"simpan": "1", "tempat_umum": "on"})
        assert tersimpan(a) == (*TITIK, True)
        assert a.letak_menunggu_pada is None
        a = periksa(a, pemeran.staf)
        assert "−5,16008, 105,02941" in teks(Client().get(a.get_absolute_url()))

    def test_marked_while_it_is_public_it_waits_rounded(
        self, client: Client, pemeran: Any, terkirim: Any
    ) -> None:
        a = periksa(bertempat(terkirim.aspirasi), pemeran.staf)
        respons = client.post(letak(a), ISIAN | {"simpan": "1", "tempat_umum": "on"}, follow=True)
        assert "Petugas melihatnya dulu" in teks(respons)
        assert tersimpan(a) == (*TITIK, True)
        assert a.letak_menunggu_pada
        umum = teks(Client().get(a.get_absolute_url()))
        assert "dibulatkan ± 500 m" in umum
        assert "16008" not in umum

    def test_who_verifies_finds_it_in_their_part_until_it_is_withdrawn(
        self, client: Client, pemeran: Any, terkirim: Any
    ) -> None:
        a = periksa(terkirim.aspirasi, pemeran.staf)
        ke = instansi_kampung(pemeran.kampung)
        tangani.teruskan(aspirasi=a, ke=ke, oleh=pemeran.staf)
        bagian = Aspirasi.objects.bagian(pemeran.staf)
        assert not bagian.exists()
        client.post(letak(a), ISIAN | {"simpan": "1"})
        assert not bagian.exists()
        client.post(letak(a), ISIAN | {"simpan": "1", "tempat_umum": "on"})
        assert bagian.get() == a
        kiriman.tarik(aspirasi=a)
        assert not bagian.exists()

    def test_moving_an_exact_place_waits_again_and_taking_the_mark_back_holds_at_once(
        self, client: Client, pemeran: Any, terkirim: Any
    ) -> None:
        a = periksa(bertempat(terkirim.aspirasi, tempat_umum=True), pemeran.staf)
        data = {"lintang": "-5,17111", "bujur": "105,02222", "simpan": "1"}
        client.post(letak(a), data | {"tempat_umum": "on"})
        assert "17111" not in teks(Client().get(a.get_absolute_url()))
        client.post(letak(a), data)
        a.refresh_from_db()
        assert (a.tempat_umum, a.letak_menunggu_pada) == (False, None)

    def test_what_only_officials_read_needs_no_look(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS)
        a = bertempat(periksa(terkirim.aspirasi, pemeran.staf), tempat_umum=True)
        assert a.letak_menunggu_pada is None

    def test_a_copy_of_the_data_says_so(self, client: Client, terkirim: Any) -> None:
        bertempat(terkirim.aspirasi, tempat_umum=True)
        data = client.get(halaman(terkirim.aspirasi, "unduh")).json()["kiriman"]
        assert (data["lintang"], data["tempat_umum"]) == ("-5.160080", True)


def test_withdrawn_it_is_only_removed(client: Client, pemeran: Any, terkirim: Any) -> None:
    a = bertempat(terkirim.aspirasi)
    kiriman.tarik(aspirasi=a)
    client.post(letak(a), {"hapus": "1"})
    assert tersimpan(a) == (None, None, False)


def test_a_place_moved_by_another_page_is_not_rounded_by_an_old_one(
    client: Client, pemeran: Any, terkirim: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading and locking: a sentence, and the newer place stays."""
    a = bertempat(terkirim.aspirasi, tempat_umum=True)
    TestStates().tutup(pemeran, a)
    lama = (TITIK[0], TITIK[1] + 1)
    monkeypatch.setattr(import_module("aspirasi.views.letak"), "_titik", lambda aspirasi: lama)
    respons = client.post(letak(a), {"bulatkan": "1"}, follow=True)
    assert "lokasinya hanya dapat dihapus" in teks(respons)
    assert tersimpan(a) == (*TITIK, True)
