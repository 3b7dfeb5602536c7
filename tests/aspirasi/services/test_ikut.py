"""One voice is counted once: of a browser, of an account, and when kiriman are merged."""

import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from aspirasi.bacaan.kartu import jumlah_suara
from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi, Dukungan, Pengirim
from aspirasi.services import gabung, jawab
from aspirasi.services import ikut as layanan_ikut
from aspirasi.services.kiriman import Terkirim
from aspirasi.views.tanda import LAMA
from core.formulir.sekali import kunci_baru
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import pada, sekarang
from tests.alat.alur import ALASAN
from tests.alat.baca import teks
from tests.alat.pengirim import halaman, kode_dan_pin
from tests.pabrik.aspirasi import buat, isian, periksa, terbit
from tests.pabrik.gabungan import INDUK, SENDIRI, induk
from tests.pabrik.orang import PenggunaFactory, buktikan_email, terbukti
from warga.enums import Peran
from warga.models import Pengguna
from warga.services import beri_kode, buktikan_telepon, kosongkan_pengguna

pytestmark = pytest.mark.django_db
SUDAH = "Anda sudah ikut mengalami ini"


def jalan(aspirasi: Aspirasi, nama: str = "ikut") -> str:
    return reverse(f"aspirasi:{nama}", args=[aspirasi.nomor])


def ikut(client: Client, aspirasi: Aspirasi, **lain: Any) -> Any:
    data = {"kunci": kunci_baru(), "isi": SENDIRI, "tentang": "tidak", "setuju": "on"} | lain
    return client.post(jalan(aspirasi), data, follow=True)


class TestOneBrowser:
    """It knows for an hour what it joined."""

    def test_is_not_counted_again_and_led_to_its_own(self, client: Client, pemeran: Any) -> None:
        lama = induk(pemeran)
        kode_dan_pin(ikut(client, lama))
        satu = lama.gabungan.get()
        assert SUDAH in teks(client.get(jalan(lama)))
        lagi = ikut(client, lama, isi="Tulisan kedua saya.")
        assert lagi.status_code == 409
        assert halaman(satu) in teks(lagi)
        assert "Tulisan kedua saya." in teks(lagi)
        assert lama.gabungan.get() == satu

    def test_from_a_form_still_being_filled_in_too(self, client: Client, pemeran: Any) -> None:
        lama = induk(pemeran)
        ikut(client, lama)
        ketikan = {nama: nilai for nama, nilai in isian().items() if nama != "setuju"}
        for data in (ketikan, isian()):
            isi = teks(client.post(jalan(lama), data))
            assert SUDAH in isi
            assert "kembali ke tulisan saya" in isi
        assert lama.gabungan.count() == 1

    def test_somebody_else_on_the_same_phone_is_told_what_to_do(
        self, client: Client, klien: Any, pemeran: Any
    ) -> None:
        lama = induk(pemeran)
        ikut(client, lama)
        isi = teks(client.get(jalan(lama)))
        assert "masuk dengan akun sendiri" in isi
        assert "Fasilitator" in isi
        assert "Ikut menyuarakan" not in isi
        assert SUDAH in teks(ikut(client, lama, isi="Rumah kami di sebelahnya.", orang_lain="1"))
        assert lama.gabungan.count() == 1
        tamu = Client()
        tamu.cookies["ikut"] = client.cookies["ikut"].value  # after the hour
        tamu.force_login(pemeran.fasilitator)
        tamu.post(jalan(lama, "dukung"))
        assert Dukungan.objects.get().pengguna == pemeran.fasilitator

    def test_another_browser_and_another_aspirasi_count(self, client: Client, pemeran: Any) -> None:
        lama, lain = induk(pemeran), terbit(pemeran.kampung, pemeran.staf, isi="Jembatan patah.")
        ikut(client, lama)
        assert SUDAH not in teks(client.get(jalan(lain)))
        kode_dan_pin(ikut(client, lain))
        kode_dan_pin(ikut(Client(), lama))
        assert (lama.gabungan.count(), lain.gabungan.count()) == (2, 1)

    @pytest.mark.parametrize("sesudah", [LAMA, dt.timedelta(days=40)])
    def test_after_the_hour_it_is_still_one_voice(
        self, client: Client, pemeran: Any, sesudah: dt.timedelta
    ) -> None:
        """The page of its own is closed by then: code and PIN open it."""
        lama = induk(pemeran)
        ikut(client, lama)
        with pada(sekarang() + sesudah):
            lagi = ikut(client, lama)
            assert lagi.status_code == 409
            assert reverse("aspirasi:lacak") in teks(lagi)
            assert halaman(lama.gabungan.get()) not in teks(lagi)
        assert lama.gabungan.count() == 1

    def test_what_it_joined_stays_its_voice_after_a_merge(
        self, client: Client, pemeran: Any
    ) -> None:
        lama, lain = induk(pemeran), terbit(pemeran.kampung, pemeran.staf, isi=SENDIRI)
        ikut(client, lain)
        gabung.gabung(aspirasi=lain, ke=lama, alasan=ALASAN, oleh=pemeran.staf)
        del client.cookies[settings.SESSION_COOKIE_NAME]
        assert ikut(client, lama).status_code == 409

    def test_a_cookie_of_ones_own_making_counts_for_nothing(
        self, client: Client, pemeran: Any
    ) -> None:
        lama = induk(pemeran)
        client.cookies["ikut"] = "abcdef:1:xyz"
        kode_dan_pin(ikut(client, lama))


class TestAccount:
    """A person who joined without an account, and a person who signed in afterwards."""

    def test_who_joined_in_this_browser_does_not_support_besides(
        self, client: Client, pemeran: Any
    ) -> None:
        lama = induk(pemeran)
        ikut(client, lama)
        satu = lama.gabungan.get()
        # Signing in keeps what this browser is signed to.
        client.force_login(pemeran.warga)
        for nama in ("ikut", "dukung"):
            respons = client.post(jalan(lama, nama), follow=True)
            assert SUDAH in teks(respons)
            assert respons.redirect_chain[-1][0] == halaman(satu)
        assert not Dukungan.objects.exists()

    def test_whose_own_was_merged_stands_behind_it_already(self, klien: Any, pemeran: Any) -> None:
        lama = induk(pemeran)
        satu = periksa(buat(pemeran.kampung, oleh=pemeran.warga).aspirasi, pemeran.staf)
        gabung.gabung(aspirasi=satu, ke=lama, alasan=ALASAN, oleh=pemeran.staf)
        respons = klien("warga").post(jalan(lama, "dukung"), follow=True)
        assert SUDAH in teks(respons)
        assert not Dukungan.objects.exists()
        with pytest.raises(TidakBisa, match=SUDAH):
            layanan_ikut.dukung(aspirasi=lama, oleh=pemeran.warga)
        assert klien("bpk").post(jalan(lama, "dukung")).status_code == 302
        assert Dukungan.objects.get().pengguna == pemeran.bpk


class TestProven:
    """Accounts with a proven contact count in public; others stand apart until they prove one."""

    @staticmethod
    def suara(client: Client, aspirasi: Aspirasi) -> str:
        kata = jumlah_suara(Aspirasi.objects.untuk_kartu().get(pk=aspirasi.pk))
        assert kata in teks(client.get(aspirasi.get_absolute_url()))
        return kata

    def test_four_accounts_on_one_unproven_number_count_apart(
        self, client: Client, klien: Any, pemeran: Any
    ) -> None:
        lama = induk(pemeran)
        layanan_ikut.dukung(aspirasi=lama, oleh=terbukti())
        for _ in range(4):
            palsu = PenggunaFactory(telepon="+6281234500000")
            respons = klien(palsu).post(jalan(lama, "dukung"), follow=True)
            assert "belum diverifikasi" in teks(respons)
        assert self.suara(client, lama) == "1 dukungan · 4 dukungan belum diverifikasi"

    def test_an_earlier_voice_counts_once_its_number_or_address_is_proven(
        self, client: Client, pemeran: Any
    ) -> None:
        lama, lain = induk(pemeran), PenggunaFactory()
        for orang in (pemeran.warga, lain):
            layanan_ikut.dukung(aspirasi=lama, oleh=orang)
        assert self.suara(client, lama) == "2 dukungan belum diverifikasi"
        kode = beri_kode(telepon=pemeran.warga.telepon, oleh=pemeran.fasilitator)[1]
        buktikan_telepon(teks=kode, pengguna=pemeran.warga)
        buktikan_email(lain, pasti=False)
        assert self.suara(client, lama) == "1 dukungan · 1 dukungan belum diverifikasi"
        lain.emailaddress_set.update(verified=True)
        assert self.suara(client, lama) == "2 dukungan"

    def test_emptied_accounts_count_as_they_did(self, client: Client, pemeran: Any) -> None:
        lama = induk(pemeran)
        for orang in (terbukti(), PenggunaFactory()):
            layanan_ikut.dukung(aspirasi=lama, oleh=orang)
            kosongkan_pengguna(pengguna=orang, oleh=pemeran.admin, alasan=ALASAN)
        assert self.suara(client, lama) == "1 dukungan · 1 dukungan belum diverifikasi"

    @pytest.mark.parametrize("peran", Peran.values)
    def test_rows_and_one_account_say_the_same(self, pemeran: Any, peran: str) -> None:
        tempat = {"peran": peran, "kampung": pemeran.kampung}
        semua = [PenggunaFactory(**tempat), terbukti(**tempat), PenggunaFactory(**tempat)]
        buktikan_email(semua[2])
        buktikan_email(semua[0], "lain@contoh.id", pasti=False)
        kata = {o.pk: o.kontak_terbukti for o in semua}
        baris = Pengguna.objects.terbukti().filter(pk__in=kata).values_list("pk", flat=True)
        assert set(baris) == {pk for pk, ya in kata.items() if ya}
        assert not kata[semua[0].pk] or peran != Peran.WARGA


def test_merging_makes_no_sender_a_supporter_of_their_own(pemeran: Any) -> None:
    ke = periksa(buat(pemeran.kampung, isi=INDUK, oleh=pemeran.warga).aspirasi, pemeran.staf)
    satu = terbit(pemeran.kampung, pemeran.staf, isi=SENDIRI)
    for orang in (pemeran.warga, pemeran.bpk):
        layanan_ikut.dukung(aspirasi=satu, oleh=orang)
    assert gabung.yang_ikut(satu, ke) == (1, 0)
    gabung.gabung(aspirasi=satu, ke=ke, alasan=ALASAN, oleh=pemeran.staf)
    assert [d.pengguna for d in ke.dukungan.all()] == [pemeran.bpk]


def test_merging_into_one_without_an_account_loses_nobody(pemeran: Any) -> None:
    ke, satu = induk(pemeran), terbit(pemeran.kampung, pemeran.staf, isi=SENDIRI)
    layanan_ikut.dukung(aspirasi=satu, oleh=pemeran.warga)
    gabung.gabung(aspirasi=satu, ke=ke, alasan=ALASAN, oleh=pemeran.staf)
    assert ke.dukungan.count() == 1


def test_a_real_fault_never_passes_for_a_repeated_send(pemeran: Any) -> None:
    """The database refuses it for another reason than its key, so nothing may look stored."""
    with pytest.raises(IntegrityError, match="aspirasi_tentang_petugas_tertutup"):
        buat(pemeran.kampung, tentang="aparat_kampung", jangkauan="publik")
    assert not Aspirasi.objects.exists()
    lama = induk(pemeran)
    with pytest.raises(IntegrityError, match="aspirasi_anak_tanpa_nama"):
        layanan_ikut.bergabung(
            ke=lama,
            aspirasi=Aspirasi(anak=True, tampilkan_nama=True),
            pengirim=Pengirim(),
            kunci=kunci_baru(),
        )
    assert not lama.gabungan.exists()


class TestWhoStandsBehindIt:
    """The service refuses it, or it stands in the trail."""

    @staticmethod
    def bergabung(ke: Aspirasi, isi: str = "", kunci: str = "") -> Terkirim:
        return layanan_ikut.bergabung(
            ke=ke,
            aspirasi=Aspirasi(isi=isi, isi_publik=isi),
            pengirim=Pengirim(),
            kunci=kunci or kunci_baru(),
        )

    def test_support_counts_once_and_both_ways_stand_in_the_trail(self, pemeran: Any) -> None:
        lama, lain = induk(pemeran), induk(pemeran)
        for satu, oleh in ((lain, pemeran.warga), (lama, pemeran.kakam)):
            layanan_ikut.dukung(aspirasi=satu, oleh=oleh)
        laku = {
            Aksi.DIDUKUNG: layanan_ikut.dukung,
            Aksi.DUKUNGAN_DITARIK: layanan_ikut.batal_dukung,
        }
        for aksi, layanan in laku.items():
            for baru in (True, False):
                assert layanan(aspirasi=lama, oleh=pemeran.warga) is baru
                jejak = riwayat(lama).filter(aksi=aksi, oleh_id=pemeran.warga.pk)
                assert jejak.count() == 1
        suara = {(d.aspirasi_id, d.pengguna_id) for d in Dukungan.objects.all()}
        assert suara == {(lain.pk, pemeran.warga.pk), (lama.pk, pemeran.kakam.pk)}

    def test_the_same_form_twice_joins_once_and_opens_nothing_of_ones_own(
        self, pemeran: Any
    ) -> None:
        lama, kunci = induk(pemeran), kunci_baru()
        satu, lagi = (self.bergabung(lama, kunci=kunci) for _ in range(2))
        assert (lagi.aspirasi, satu.baru, lagi.baru) == (satu.aspirasi, True, False)
        lepas = gabung.lepas(aspirasi=self.bergabung(lama, SENDIRI, "sendiri").aspirasi)
        assert lepas.digabung_ke is None
        with pytest.raises(TidakBisa, match="sudah terkirim sebagai kiriman Anda sendiri"):
            self.bergabung(lama, SENDIRI, "sendiri")

    def test_joining_stands_in_the_trail_and_quotes_only_without_own_words(
        self, pemeran: Any
    ) -> None:
        lama = induk(pemeran)
        assert [self.bergabung(lama, isi).aspirasi.mengutip for isi in ("", SENDIRI)] == [
            True,
            False,
        ]
        assert riwayat(lama).filter(aksi=Aksi.KIRIMAN_SERUPA).count() == 2

    def test_nobody_stands_behind_what_is_their_own(self, pemeran: Any) -> None:
        milik = periksa(buat(pemeran.kampung, oleh=pemeran.warga).aspirasi, pemeran.staf)
        with pytest.raises(TidakBisa, match="kiriman Anda sendiri"):
            layanan_ikut.dukung(aspirasi=milik, oleh=pemeran.warga)

    def test_nobody_stands_behind_what_is_closed_or_not_public(self, pemeran: Any) -> None:
        tutup, rahasia = induk(pemeran), buat(pemeran.kampung, jangkauan="petugas").aspirasi
        jawab.tutup_negatif(aspirasi=tutup, aksi=Aksi.TOLAK, alasan=ALASAN, oleh=pemeran.staf)
        for satu, pesan in ((tutup, "sudah ditutup"), (rahasia, "tidak tampil")):
            with pytest.raises(TidakBisa, match=pesan):
                layanan_ikut.dukung(aspirasi=satu, oleh=pemeran.warga)
            with pytest.raises(TidakBisa, match=pesan):
                self.bergabung(satu)
