"""A firm offers material, is verified, delivers half: the page says so."""

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.formulir.sekali import kunci_baru
from core.waktu import hari_ini
from mitra.enums import StatusTawaran
from mitra.models import Kontribusi, Mitra, Penawar, Penerimaan, Tawaran
from tests.alat.baca import sebaris as teks
from tests.pabrik.mitra import buat_janji, buat_kebutuhan, buat_kerja, buat_terima
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
TAWARAN = {
    "penawar_jenis": "perusahaan",
    "lembaga": "CV Contoh Jaya",
    "jenis": "barang",
    "isi": "40 sak semen untuk talud, kami antar sendiri.",
    "jumlah": "40",
    "satuan": "sak",
    "konflik": "ada",
    "konflik_isi": "Toko kami menjual pasir kepada kampung",
    "nama": "Bu Rekaan",
    "telepon": "0812-0000-0001",
}


def _tawarkan(client: Client, **isi: str) -> Tawaran:
    """Send the form, see code and PIN, and come back with them from another browser."""
    kunci = kunci_baru()
    diterima = teks(client.post("/mitra/tawarkan/", TAWARAN | {"kunci": kunci} | isi, follow=True))
    client.post("/mitra/tawarkan/", TAWARAN | {"kunci": kunci} | isi)  # pressed twice
    (tawaran,) = Tawaran.objects.all()
    kode, pin = re.findall(r"BR-\S+", diterima)[0], re.findall(r"\b\d{6}\b", diterima)[0]
    lain = Client()
    halaman = f"/mitra/tawaran/{tawaran.acuan}/"
    assert lain.get(halaman).url == "/mitra/lacak/"
    salah = f"{(int(pin) + 1) % 10**6:06d}"
    assert "tidak cocok" in teks(lain.post("/mitra/lacak/", {"kode": kode, "pin": salah}))
    assert lain.post("/mitra/lacak/", {"kode": kode, "pin": pin}).url == halaman
    lain.post(halaman, {"isi": "Semennya merek apa saja.", "kunci": kunci_baru()})
    assert "Semennya merek apa saja." in teks(lain.get(halaman))
    return tawaran


def test_a_firm_offers_material_is_verified_and_delivers_half(
    klien: Any, pemeran: Pemeran, client: Client
) -> None:
    tawaran = _tawarkan(client)
    meja, slug = f"/mitra/meja/{tawaran.acuan}/", pemeran.kampung.slug
    aparat, staf = klien("aparat"), klien("staf")
    assert aparat.get(meja).status_code == 404  # nobody has checked it
    assert "0812" not in teks(staf.get(meja))
    assert "+6281200000001" in teks(staf.post(f"{meja}kontak/"))
    periksa = {"diperiksa": "Ditelepon; alamat kantornya ada.", "kampung": slug}
    assert staf.post(f"{meja}periksa/", periksa).status_code == 302
    assert staf.get(f"{meja}sepakati/").status_code == 403
    assert "Petugas membaca kontak Anda" in teks(client.get(f"/mitra/tawaran/{tawaran.acuan}/"))
    janji = {"jenis": "barang", "uraian": "Semen untuk talud", "jumlah": "40", "satuan": "sak"}
    janji["sampai"] = (hari_ini() + dt.timedelta(days=20)).isoformat()
    assert "Contoh Jaya" not in teks(client.get("/mitra/"))
    assert aparat.post(f"{meja}sepakati/", janji).status_code == 302
    datang = {"tanggal": hari_ini().isoformat(), "jumlah": "20", "diterima_oleh": "Kaur umum"}
    kunci = kunci_baru()
    for _ in range(2):
        aparat.post(f"{meja}terima/", datang | {"kunci": kunci})
    isi = teks(client.get("/mitra/cv-contoh-jaya/"))
    assert "Dijanjikan 40 sak, baru diterima 20 sak. Kurang 20 sak." in isi
    assert "punya hubungan dengan kampung ini: Toko kami menjual pasir" in isi
    assert "Bu Rekaan" not in isi
    baris = Penerimaan.objects.get()
    aparat.post(f"{meja}selesai/", {"alasan": ""})
    assert Tawaran.objects.get().status == StatusTawaran.BERJALAN
    ubah = {"jumlah": "15", "alasan": "Lima sak basah.", "kunci": kunci_baru()}
    aparat.post(reverse("mitra:betulkan", args=[baris.pk]), ubah)
    isi = teks(client.get("/mitra/"))
    assert "baru diterima 15 sak" in isi
    assert "Semula ditulis 20 sak" in isi
    assert "Lima sak basah." in isi


def test_the_form_says_what_is_missing_and_refuses_accounts(client: Client) -> None:
    """No account number, an organisation with a name, an explained tie, a way to call back."""
    kosong = TAWARAN | {"lembaga": "", "konflik_isi": "", "telepon": "", "satuan": ""}
    kosong["isi"] = "Uang, transfer dari rekening BRI 0123-4567-8901-23 milik saya."
    isi = teks(client.post("/mitra/tawarkan/", kosong))
    for kata in ("nomor rekening", "nama perusahaan", "Jelaskan hubungannya", "nomor HP atau"):
        assert kata in isi
    assert not Tawaran.objects.exists()


def test_a_person_is_named_only_with_consent(klien: Any, pemeran: Pemeran, client: Client) -> None:
    orang = {"penawar_jenis": "warga", "lembaga": "", "kontak": {"nama": "Pak Rekaan"}}
    buat_janji(pemeran.kampung, pemeran.staf, pemeran.aparat, **orang)
    isi = teks(client.get("/mitra/"))
    assert "Seorang warga" in isi
    assert not Mitra.objects.exists()
    buat_janji(pemeran.kampung, pemeran.staf, pemeran.aparat, **orang, tampilkan_nama=True)
    assert "Pak Rekaan" in teks(client.get("/mitra/pak-rekaan/"))
    tawaran = Kontribusi.objects.latest("pk").tawaran
    staf = klien("staf")
    staf.post(f"/mitra/meja/{tawaran.acuan}/sembunyi/", {"alasan": "Menyebut tetangga."})
    assert "disembunyikan petugas" in teks(client.get("/mitra/pak-rekaan/"))
    staf.post("/mitra/pak-rekaan/ubah/", {"nama": "Pak R.", "alasan": "Diminta orangnya."})
    assert "Pak R." in teks(client.get("/mitra/pak-rekaan/"))
    assert Penawar.objects.filter(nama="Pak Rekaan").count() == 2


def test_pages_cost_the_same_for_one_and_for_three(pemeran: Pemeran, client: Client) -> None:
    """Needs, promises and gotong royong on /mitra/, of a kampung, of a project, of a partner."""
    proyek = buat_proyek(pemeran.kampung)
    slug = pemeran.kampung.slug
    alamat = [
        *("/mitra/", f"/mitra/kampung/{slug}/", "/mitra/cv-contoh-jaya/"),
        *(f"/kampung/{slug}/", proyek.get_absolute_url()),
    ]
    banyak = []
    for _ in range(2):
        for ke in range(1 + len(banyak)):
            buat_kebutuhan(pemeran.kampung, pemeran.aparat, proyek=proyek if ke else None)
            janji = buat_janji(pemeran.kampung, pemeran.staf, pemeran.aparat, proyek=proyek)
            buat_terima(janji, pemeran.aparat, 10)
            buat_kerja(pemeran.kampung, pemeran.aparat, proyek=proyek)
        for satu in alamat:
            client.get(satu)
        hitung = []
        for satu in alamat:
            with CaptureQueriesContext(connection) as tanya:
                isi = teks(client.get(satu))
            hitung.append(len(tanya))
            assert "royong" in isi or "CV Contoh" in isi
        banyak.append(hitung)
    assert banyak[0] == banyak[1]
    assert max(banyak[1]) <= 12
    isi = teks(client.get(alamat[3]))
    assert "3 kali gotong royong, diikuti 60 laki-laki dan 30 perempuan" in isi
    assert "270 jam kerja orang" in isi
    assert "diterima 10 sak" in teks(client.get(alamat[4]))
