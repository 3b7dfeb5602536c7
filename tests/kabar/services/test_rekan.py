"""Officials whom no letter reaches are told by a colleague, once, in words anybody may read."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi
from aspirasi.services import pembaca, tangani
from core.waktu import sekarang
from kabar.models import KabarRekan, Pemberitahuan, PilihanPemberitahuan
from tests.alat.baca import ada, teks
from tests.alat.kabar import siarkan
from tests.kabar.services.test_kerja import BERAKUN, akhiri, ke_kampung
from tests.pabrik.aspirasi import SELOKAN, buat, periksa, selokan
from tests.pabrik.pemeran import Pemeran
from warga.models import KantorLayanan, Pengguna

pytestmark = pytest.mark.django_db
Klien = Callable[..., Client]
DAFTAR = "/kerja/rekan/"
PILIHAN = "/kabar/pemberitahuan/pilihan/"
SUDAH = "sudah dikabari, atau sudah membukanya"
BALAI = "+6281200001111"
SENDIRI = "+6281300002222"
PEMBUKA = {
    *("aparat", "kakam", "aparat_lain", "staf", "petugas_rahasia", "camat", "admin"),
}


@pytest.fixture
def diteruskan(pemeran: Pemeran) -> Aspirasi:
    aspirasi = selokan(pemeran)
    siarkan()
    Pemberitahuan.objects.all().delete()
    aspirasi = ke_kampung(pemeran, aspirasi)
    siarkan()
    return aspirasi


def alamat(nama: str, orang: Pengguna, aspirasi: Aspirasi | None = None) -> str:
    acuan = [aspirasi.acuan] if aspirasi else []
    return reverse(f"meja:{nama}", args=[orang.pk, *acuan])


def buka(client: Client, kepada: Pengguna, aspirasi: Aspirasi | None = None) -> tuple[str, str]:
    """Return the number and the text that WhatsApp opens with."""
    respons = client.post(alamat("rekan_buka", kepada, aspirasi))
    tautan = urlsplit(respons.context["pesan"].tautan)
    return tautan.path.strip("/"), parse_qs(tautan.query)["text"][0]


def selesai(client: Client, kepada: Pengguna, aspirasi: Aspirasi | None = None) -> str:
    return teks(client.post(alamat("rekan_selesai", kepada, aspirasi), follow=True))


def nama_terdaftar(client: Client) -> set[str]:
    return {satu.nama for satu in client.get(DAFTAR).context["semua"]}


@pytest.mark.parametrize("siapa", BERAKUN)
def test_who_reads_the_list(klien: Klien, diteruskan: Aspirasi, siapa: str) -> None:
    respons = klien(siapa).get(DAFTAR)
    assert respons.status_code == (200 if siapa in PEMBUKA else 403)
    boleh = {"aparat": {"Karto Kepala"}, "kakam": {"Ani Aparat"}, "aparat_lain": set()}
    if siapa in PEMBUKA:
        assert nama_terdaftar(klien(siapa)) == boleh.get(siapa, {"Karto Kepala", "Ani Aparat"})
        assert not ada(respons, SELOKAN)


def test_whoever_has_an_address_gets_letters(
    klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi
) -> None:
    EmailAddress.objects.create(user=pemeran.aparat, email="ani@contoh.id", verified=True)
    assert nama_terdaftar(klien("kakam")) == set()


def test_one_is_told_once(klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi) -> None:
    nomor, isi = buka(klien("kakam"), pemeran.aparat)
    assert nomor == ""
    assert "Ani Aparat" in isi
    assert "/kerja/" in isi
    assert "Tercatat" in selesai(klien("kakam"), pemeran.aparat)
    assert nama_terdaftar(klien("kakam")) == set()
    assert nama_terdaftar(klien("staf")) == {"Karto Kepala"}
    assert ada(klien("staf").get(DAFTAR), "oleh Karto Kepala")
    assert SUDAH in selesai(klien("staf"), pemeran.aparat)
    assert KabarRekan.objects.count() == 1


def test_new_work_puts_them_there_again(
    klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi
) -> None:
    selesai(klien("kakam"), pemeran.aparat)
    tangani.tugaskan(aspirasi=diteruskan, kepada=pemeran.aparat, oleh=pemeran.kakam)
    siarkan()
    assert nama_terdaftar(klien("kakam")) == {"Ani Aparat"}


def test_whoever_opened_it_knows(klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi) -> None:
    satu = Pemberitahuan.objects.get(pengguna=pemeran.aparat)
    klien("aparat").post(reverse("kabar:buka", args=[satu.pk]))
    assert nama_terdaftar(klien("kakam")) == set()


def test_what_is_done_waits_for_nobody(
    klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi
) -> None:
    tangani.tugaskan(aspirasi=diteruskan, kepada=pemeran.aparat, oleh=pemeran.aparat)
    siarkan()
    assert nama_terdaftar(klien("aparat")) == set()


class TestFromThePageOfAKiriman:
    """After the act the colleague finds the button on the same page."""

    def test_the_office_is_told_by_public_number(
        self, klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi
    ) -> None:
        halaman = klien("staf").get(f"/kerja/aspirasi/{diteruskan.acuan}/")
        assert f"/{diteruskan.acuan}/" in teks(halaman).partition("/kerja/rekan/")[2][:90]
        assert ada(halaman, "Kabari lewat WhatsApp")
        _, isi = buka(klien("staf"), pemeran.aparat, diteruskan)
        assert f"Kiriman {diteruskan.nomor} menunggu Anda" in isi
        assert SELOKAN not in isi
        assert "Tercatat" in selesai(klien("staf"), pemeran.aparat, diteruskan)
        assert SUDAH in selesai(klien("kakam"), pemeran.aparat, diteruskan)
        assert ada(
            klien("kakam").get(f"/kerja/aspirasi/{diteruskan.acuan}/"), "Ani Aparat: sudah dikabari"
        )
        assert nama_terdaftar(klien("kakam")) == set()

    def test_one_that_is_not_public_is_not_named(self, klien: Klien, pemeran: Pemeran) -> None:
        terkirim = buat(pemeran.kampung, jangkauan=Jangkauan.PETUGAS, isi="Xylofon hilang").aspirasi
        aspirasi = ke_kampung(pemeran, periksa(terkirim, pemeran.staf))
        _, isi = buka(klien("staf"), pemeran.aparat, aspirasi)
        assert "Ada pekerjaan yang menunggu Anda" in isi
        for kata in ("ylofon", "Sido Rejo", "iriman", str(aspirasi.acuan)):
            assert kata not in isi

    def test_one_for_the_kecamatan_is_told_to_no_kampung(
        self, klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi
    ) -> None:
        """Neither on its page, nor in the list, nor by a form that names it."""
        pembaca.persempit(
            aspirasi=diteruskan,
            jangkauan=Jangkauan.KECAMATAN,
            alasan="Menyebut orang.",
            oleh=pemeran.petugas_rahasia,
        )
        siarkan()
        rahasia = klien("petugas_rahasia")
        assert not ada(rahasia.get(f"/kerja/aspirasi/{diteruskan.acuan}/"), "Ani Aparat")
        assert nama_terdaftar(rahasia) == set()
        assert SUDAH in selesai(rahasia, pemeran.aparat, diteruskan)
        for siapa in ("kakam", "staf"):
            respons = klien(siapa).post(alamat("rekan_buka", pemeran.aparat, diteruskan))
            assert respons.status_code == 404


def test_a_secret_that_waits_for_a_colleague_is_counted_for_nobody_else(
    klien: Klien, pemeran: Pemeran
) -> None:
    buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN)
    siarkan()
    assert Pemberitahuan.objects.get(kerja__gt=0).pengguna == pemeran.petugas_rahasia
    for siapa in ("staf", "camat", "admin", "kakam"):
        assert nama_terdaftar(klien(siapa)) == set()
        assert SUDAH in selesai(klien("staf"), pemeran.petugas_rahasia)


class TestTheNumber:
    def test_of_the_office(self, klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi) -> None:
        KantorLayanan.objects.create(kampung=pemeran.kampung, nama="Balai", whatsapp=BALAI)
        assert buka(klien("staf"), pemeran.aparat)[0] == BALAI[1:]
        selesai(klien("staf"), pemeran.aparat)
        assert KabarRekan.objects.get().lewat == "kantor"

    @pytest.mark.parametrize("terbukti", [True, False])
    def test_their_own_only_where_they_allow_it(
        self, klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi, *, terbukti: bool
    ) -> None:
        pemeran.aparat.telepon = SENDIRI
        pemeran.aparat.telepon_terbukti_pada = sekarang() if terbukti else None
        pemeran.aparat.save()
        assert buka(klien("kakam"), pemeran.aparat)[0] == ""
        klien("aparat").post(PILIHAN, {"wa_rekan": "on", "surat": "on"})
        assert buka(klien("kakam"), pemeran.aparat)[0] == (SENDIRI[1:] if terbukti else "")
        klien("aparat").post(PILIHAN, {"surat": "on"})
        assert buka(klien("kakam"), pemeran.aparat)[0] == ""

    def test_nobody_else_reads_it(
        self, klien: Klien, pemeran: Pemeran, diteruskan: Aspirasi
    ) -> None:
        PilihanPemberitahuan.objects.create(pengguna=pemeran.aparat, wa_rekan=True)
        for siapa, kode in {"aparat_lain": 403, "aparat": 403, "bpk": 403, "warga": 403}.items():
            for nama in ("rekan_buka", "rekan_selesai"):
                assert klien(siapa).post(alamat(nama, pemeran.aparat)).status_code == kode
        assert klien("kakam").get(alamat("rekan_buka", pemeran.aparat))["Location"] == DAFTAR

    def test_a_resident_is_no_colleague(self, klien: Klien, pemeran: Pemeran) -> None:
        assert klien("staf").post(alamat("rekan_buka", pemeran.warga)).status_code == 404
        akhiri(pemeran.aparat)
        assert klien("staf").post(alamat("rekan_buka", pemeran.aparat)).status_code == 404


@pytest.mark.parametrize("siapa", BERAKUN)
def test_each_sets_how_they_are_told(klien: Klien, pemeran: Pemeran, siapa: str) -> None:
    halaman = klien(siapa).get(PILIHAN)
    petugas = siapa != "warga"
    assert ada(halaman, "Rekan boleh menghubungi") == petugas
    assert ada(klien(siapa).get("/akun/"), "Cara saya dikabari")
    klien(siapa).post(PILIHAN, {"wa_rekan": "on"})
    satu = PilihanPemberitahuan.objects.get(pengguna=pemeran[siapa])
    assert (satu.surat, satu.surat_meja, satu.wa_rekan) == (False, not petugas, petugas)


def test_more_rows_ask_no_more(
    klien: Klien, pemeran: Pemeran, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for n in range(3):
        ke_kampung(pemeran, selokan(pemeran, f"Kabel {n} putus."))
        siarkan()
    staf = klien("staf")
    staf.get(DAFTAR)
    with django_assert_max_num_queries(9):  # type: ignore[attr-defined]  # of pytest-django
        staf.get(DAFTAR)
