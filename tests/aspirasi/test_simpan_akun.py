"""“Simpan di akun saya”, through the front door."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.services import akun as layanan
from aspirasi.services.kiriman import Terkirim
from core.waktu import sekarang
from tests.alat.akun import DAFTAR, isian_daftar, kode_surat
from tests.alat.baca import teks
from tests.alat.meja import alamat as meja
from tests.alat.pengirim import KONTAK, halaman, kenal_pengirim, kirim, masuk_pengirim
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.orang import SANDI
from tests.pabrik.pemeran import KAMPUNG, KECAMATAN, SEMUA_PERAN

pytestmark = pytest.mark.django_db
SAYA, MASUK = "/aspirasi/saya/", "/akun/masuk/"
TOMBOL = "Simpan di akun saya</button>"


def simpan(client: Client, aspirasi: Aspirasi) -> Any:
    return client.post(halaman(aspirasi, "akun"), follow=True)


def tersimpan(klien: Any, pemeran: Any) -> tuple[Client, Terkirim]:
    """A kiriman that Wati has put into her account, and her browser."""
    terkirim, client = buat(pemeran.kampung), klien("warga")
    kenal_pengirim(client, terkirim)
    simpan(client, terkirim.aspirasi)
    return client, terkirim


def di_akun(terkirim: Terkirim) -> Any:
    return Pengirim.objects.get(aspirasi=terkirim.aspirasi).pengguna


def keliru(terkirim: Terkirim) -> str:
    return f"{(int(terkirim.pin) + 1) % 10**6:06d}"


def _polos(isi: str) -> str:
    """The page without what is new each time."""
    isi = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", isi)
    isi = re.sub(r'(name="kunci"|data-kunci)[^>]*', "", isi)
    return re.sub(r"[\w-]+:[\w-]{6}:[\w-]{27,}", "", isi)


class TestFromTheTrackingPageIntoTheAccount:
    def test_signed_in(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, isi="Air keruh.", kontak=KONTAK)
        client = klien("warga")
        assert "Simpan di akun saya" in teks(client.get("/aspirasi/lacak/"))
        isi = teks(masuk_pengirim(client, terkirim))
        assert f'href="{halaman(terkirim.aspirasi, "akun")}">Simpan di akun saya</a>' in isi
        isi = teks(client.get(halaman(terkirim.aspirasi, "akun")))
        assert TOMBOL in isi
        for kata in ("tanpa kode", "tidak melihat nama akun Anda", "Kode dan PIN tetap berlaku"):
            assert kata in isi
        isi = teks(simpan(client, terkirim.aspirasi))
        assert "Tersimpan di akun Anda." in isi
        assert "Anda simpan di akun" in isi
        assert "Ada di akun Anda" in isi
        assert f'href="{halaman(terkirim.aspirasi)}">Air keruh' in teks(client.get(SAYA))

    def test_elsewhere_the_account_opens_it_by_the_pin_alone(
        self, klien: Any, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung, isi="Air keruh.")
        client = klien("warga")
        kenal_pengirim(client, terkirim)
        simpan(client, terkirim.aspirasi)
        lain, pin = klien("warga"), halaman(terkirim.aspirasi, "pin")
        isi = teks(lain.get(SAYA))
        assert f'href="{pin}">Kiriman ' in isi
        assert "Air keruh" not in isi
        assert lain.get(halaman(terkirim.aspirasi))["Location"] == pin
        assert "Air keruh" in teks(lain.post(pin, {"pin": terkirim.pin}, follow=True))

    def test_code_and_pin_go_on_working(self, klien: Any, pemeran: Any, client: Client) -> None:
        terkirim = buat(pemeran.kampung, isi="Air keruh.")
        layanan.simpan_di_akun(aspirasi=terkirim.aspirasi, pengguna=pemeran.warga)
        isi = teks(masuk_pengirim(client, terkirim))
        assert "Air keruh" in isi
        assert "tersimpan di sebuah akun" in isi

    def test_a_visitor_signs_in_and_comes_back(self, client: Client, pemeran: Any) -> None:
        client.post("/aspirasi/kirim/", {})  # any visit before
        terkirim = buat(pemeran.kampung, isi="Air keruh.")
        kenal_pengirim(client, terkirim)
        alamat = halaman(terkirim.aspirasi, "akun")
        isi = teks(client.get(alamat))
        assert TOMBOL not in isi
        tautan = re.findall(r'href="(/akun/(?:masuk|daftar)/\?next=[^"]+)"', isi)
        assert tautan == [f"{p}?next={alamat}" for p in (MASUK, DAFTAR)]
        data = {"login": pemeran.warga.telepon, "password": SANDI, "next": alamat}
        respons = client.post(tautan[0], data)
        assert respons["Location"] == alamat
        assert TOMBOL in teks(client.get(alamat))
        assert "Tersimpan di akun Anda." in teks(simpan(client, terkirim.aspirasi))
        assert di_akun(terkirim) == pemeran.warga

    @pytest.mark.parametrize("kontak", ["0812-3456-7890", "slamet@contoh.id"])
    def test_a_visitor_signs_up_and_comes_back(
        self, client: Client, pemeran: Any, kontak: str
    ) -> None:
        kirim(client)
        aspirasi = Aspirasi.objects.get()
        alamat = halaman(aspirasi, "akun")
        assert client.get(alamat).status_code == 200  # it was just sent here
        respons = client.post(DAFTAR, isian_daftar(kontak=kontak, next=alamat))
        if "@" in kontak:
            respons = client.post("/akun/email/kode/", {"code": kode_surat()})
        assert respons["Location"] == alamat
        assert "Tersimpan di akun Anda." in teks(simpan(client, aspirasi))
        assert Pengirim.objects.get().pengguna.nama == "Slamet"

    def test_an_empty_list_says_how(self, klien: Any) -> None:
        assert "disimpan di akun ini" in teks(klien("warga").get(SAYA))


class TestWrongState:
    def test_pressed_twice(self, klien: Any, pemeran: Any) -> None:
        client, terkirim = tersimpan(klien, pemeran)
        assert "sudah ada di akun Anda" in teks(simpan(client, terkirim.aspirasi))
        isi = teks(client.get(halaman(terkirim.aspirasi, "akun")))
        assert "sudah ada di akun Anda" in isi
        assert TOMBOL not in isi

    def test_in_another_account(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        layanan.simpan_di_akun(aspirasi=terkirim.aspirasi, pengguna=pemeran.bpk)
        client = klien("warga")
        isi = teks(masuk_pengirim(client, terkirim))
        isi += teks(client.get(halaman(terkirim.aspirasi, "akun")))
        respons = client.post(halaman(terkirim.aspirasi, "akun"))
        assert respons.status_code == 409
        isi += teks(respons)
        assert layanan.DI_AKUN_LAIN in isi
        assert TOMBOL not in isi
        assert pemeran.bpk.nama not in isi
        assert di_akun(terkirim) == pemeran.bpk

    def test_a_child_an_entrusted_and_an_erased_one_are_not_offered_it(
        self, klien: Any, pemeran: Any
    ) -> None:
        anak, titipan = buat(pemeran.kampung, anak=True), buat(pemeran.kampung)
        Pengirim.objects.filter(aspirasi=titipan.aspirasi).update(lewat=pemeran.fasilitator)
        hapus = buat(pemeran.kampung)
        client = klien("warga")
        kenal_pengirim(client, hapus)
        client.post(halaman(hapus.aspirasi, "hapus"), {"apa": "semua", "paham": "on"})
        for satu in (anak, titipan, hapus):
            isi = teks(masuk_pengirim(client, satu))
            assert halaman(satu.aspirasi, "akun") not in isi
            assert client.post(halaman(satu.aspirasi, "akun")).status_code == 409
            assert di_akun(satu) is None
            tamu = Client()
            kenal_pengirim(tamu, satu)
            isi = teks(tamu.get(halaman(satu.aspirasi, "akun")))
            assert "Tidak disimpan." in isi
            assert "next=/aspirasi/kiriman/" not in isi

    def test_after_a_password_from_a_printed_code_all_look_the_same(
        self, klien: Any, pemeran: Any
    ) -> None:
        sejak = sekarang()
        pemeran.warga.sandi_dari_kode_pada = sejak
        pemeran.warga.save()
        sendiri, lain = (buat(pemeran.kampung, oleh=pemeran[s]) for s in ("warga", "bpk"))
        client, terbaca = klien("warga"), set()
        for satu in (sendiri, lain):
            isi = teks(masuk_pengirim(client, satu))
            assert "Ada di akun Anda" not in isi
            assert "tersimpan di sebuah akun" in isi
            isi = teks(client.get(halaman(satu.aspirasi, "akun"))).split("<main")[1]
            assert layanan.AKUN_BELUM_TERBUKTI in isi
            terbaca.add(
                isi.replace(satu.aspirasi.acuan.hex, "").replace(str(satu.aspirasi.acuan), "")
            )
            assert client.post(halaman(satu.aspirasi, "akun")).status_code == 409
        assert len(terbaca) == 1

    def test_expired_form_asks_for_code_and_pin(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        client = klien("warga")
        kenal_pengirim(client, terkirim)
        client.post("/aspirasi/lupakan/")
        for bagian in ("akun", "lepas_akun"):
            alamat = halaman(terkirim.aspirasi, bagian)
            assert client.get(alamat)["Location"] == "/aspirasi/lacak/"
            respons = client.post(alamat, {"pin": terkirim.pin})
            assert respons.status_code == 403
            assert "Masukkan kode lacak dan PIN" in teks(respons)
        assert di_akun(terkirim) is None

    def test_signed_out_meanwhile(self, client: Client, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        kenal_pengirim(client, terkirim)
        alamat = halaman(terkirim.aspirasi, "akun")
        assert client.post(alamat)["Location"] == f"{MASUK}?next={alamat}"


class TestWhoMay:
    @pytest.mark.parametrize("siapa", SEMUA_PERAN)
    def test_an_account_with_the_pin_and_nobody_without(
        self, siapa: str, klien: Any, pemeran: Any
    ) -> None:
        terkirim = buat(pemeran.kampung)
        client, alamat = klien(siapa), halaman(terkirim.aspirasi, "akun")
        assert client.get(alamat).status_code == 302
        assert client.post(alamat).status_code == 403
        assert client.post(halaman(terkirim.aspirasi, "lepas_akun")).status_code == 403
        assert di_akun(terkirim) is None
        kenal_pengirim(client, terkirim)
        client.post(alamat)
        assert di_akun(terkirim) == (None if siapa == "pengunjung" else pemeran[siapa])

    def test_guessing_the_pin_waits_before_it_can_be_put_in(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung)
        client, salah = klien("warga"), {"kode": terkirim.kode, "pin": keliru(terkirim)}
        for _ in range(6):
            respons = client.post("/aspirasi/lacak/", salah)
        assert respons.status_code == 429
        assert client.post("/aspirasi/lacak/", {**salah, "pin": terkirim.pin}).status_code == 429
        assert client.post(halaman(terkirim.aspirasi, "akun")).status_code == 403

    def test_a_pin_of_another_kiriman_opens_nothing(self, klien: Any, pemeran: Any) -> None:
        satu, dua = buat(pemeran.kampung), buat(pemeran.kampung)
        client = klien("warga")
        kenal_pengirim(client, satu)
        assert client.post(halaman(dua.aspirasi, "akun")).status_code == 403
        assert di_akun(dua) is None


class TestNobodyElseLearnsOfIt:
    """Neither the public nor any desk: who signed up on that day says who it may be."""

    @pytest.mark.parametrize("siapa", [s for s in SEMUA_PERAN if s != "warga"])
    def test_every_page_of_it_stays_as_it_was(self, siapa: str, klien: Any, pemeran: Any) -> None:
        umum = buat(pemeran.kampung, isi="Jalan licin.", kontak=KONTAK)
        periksa(umum.aspirasi, pemeran.staf)
        khas = {"jangkauan": Jangkauan.KECAMATAN, "tentang": Tentang.APARAT_KAMPUNG}
        rahasia = buat(pemeran.kampung, isi="Minta amplop.", **khas)
        aspirasi = Aspirasi.objects.get(pk=umum.aspirasi.pk)
        client = klien(siapa)
        alamat = [aspirasi.get_absolute_url(), "/aspirasi/", "/meja/"]
        alamat += [meja(a) for a in (aspirasi, rahasia.aspirasi)]
        alamat += [f"/aspirasi/lacak/?kode={t.kode}" for t in (umum, rahasia)]

        def semua() -> list[str]:
            return [_polos(teks(client.get(a, follow=True))) for a in alamat]

        semua()  # messages of a first visit
        sebelum = semua()
        for satu in (umum, rahasia):
            layanan.simpan_di_akun(aspirasi=satu.aspirasi, pengguna=pemeran.warga)
        assert semua() == sebelum
        terbuka = client.get(meja(aspirasi)).status_code == 200
        assert terbuka == (siapa in KAMPUNG | KECAMATAN)

    def test_the_identity_names_no_account_that_was_not_shown_when_sending(
        self, klien: Any, pemeran: Any
    ) -> None:
        pemeran.warga.nama = "Wati Xylofon"
        pemeran.warga.save()
        kemudian = terbit(pemeran.kampung, pemeran.staf, kontak=KONTAK)
        layanan.simpan_di_akun(aspirasi=kemudian, pengguna=pemeran.warga)
        dengan = periksa(buat(pemeran.kampung, oleh=pemeran.warga).aspirasi, pemeran.staf)
        buka = [teks(klien("staf").post(f"{meja(a)}identitas/")) for a in (kemudian, dengan)]
        assert ["Xylofon" in isi for isi in buka] == [False, True]
        assert KONTAK["nama"] in buka[0]


class TestTheSendersCopy:
    def test_says_since_when(self, klien: Any, pemeran: Any) -> None:
        client, terkirim = tersimpan(klien, pemeran)
        salinan = json.loads(client.get(halaman(terkirim.aspirasi, "unduh")).content)
        assert salinan["pengirim"]["terhubung_ke_akun"]
        assert salinan["pengirim"]["disimpan_di_akun"]
        assert "Anda simpan di akun" in [p["apa"] for p in salinan["perjalanan"]]
        assert "disimpan di akun" in teks(client.get(halaman(terkirim.aspirasi, "data")))

    def test_deleting_the_account_counts_it(self, klien: Any, pemeran: Any) -> None:
        terkirim = buat(pemeran.kampung, kontak=KONTAK)
        client = klien("warga")
        kenal_pengirim(client, terkirim)
        simpan(client, terkirim.aspirasi)
        assert "(1 kiriman)" in teks(client.get("/akun/hapus/"))
        client.post("/akun/hapus/", {"sandi": SANDI, "yakin": "on"})
        orang = Pengirim.objects.get()
        assert (orang.pengguna, orang.nama, orang.telepon) == (None, "", "")
