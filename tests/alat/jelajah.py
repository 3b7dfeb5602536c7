"""Every public page with something on it: found by following the links that a visitor sees, and
those of letters and of the boards at works."""

import html
import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.test import Client
from django.urls import Resolver404, resolve, reverse

from kabar.services.henti import tanda_henti
from laporan.models import CekWarga
from meja.services.surat import MEJA
from proyek.enums import Tahap
from proyek.models import Proyek
from tests.izin.test_alamat import PUBLIK, SEMUA
from warga.models import Pengguna

TAUTAN = re.compile(r'href="(/[^"#]*)')
# Two visitors that share nothing but the page they ask for.
TAMU = (
    {"user-agent": "Mozilla/5.0 (Linux; Android 9)", "accept-language": "id"},
    {"user-agent": "curl/8", "accept-language": "en-GB,en;q=0.5", "accept": "*/*"},
)
# Addresses without a page for visitors: they are for people who sent something or signed in.
TANPA_HALAMAN = {
    "account_complete_password_reset": 302,
    "account_confirm_password_reset_code": 302,
    "account_email_verification_sent": 302,
    "account_logout": 302,
    "akun_kode_sandi": 302,
    "aspirasi:serupa": 405,
    "aspirasi:terkirim": 302,
    "forum:tulis": 302,
    "kabar:tulis": 302,
    "laporan:belum": 302,
    "laporan:bulan_kini": 302,
    "laporan:cek_lupakan": 405,
    "mfa_authenticate": 302,
    "mitra:terkirim": 302,
}
# Pages that may differ from one visitor to the next, by what makes them differ.
TOKEN, PESAN = "a form with a token of its own", "a message that is said once, on the next page"
BERBEDA = {
    "account_login": TOKEN,
    "account_reset_password": TOKEN,
    "account_signup": TOKEN,
    "akun_kode": TOKEN,
    "akun_kode_sandi": PESAN,
    "aspirasi:ikut": TOKEN,
    "aspirasi:kirim": TOKEN,
    "aspirasi:lacak": TOKEN,
    "aspirasi:terkirim": PESAN,
    "laporan:cek_tulis": TOKEN,
    "mitra:lacak": TOKEN,
    "mitra:tawarkan": TOKEN,
    "mitra:terkirim": PESAN,
    "proyek:berfungsi": TOKEN,
}


@dataclass(frozen=True)
class Halaman:
    """The answers that the visitors got from one address."""

    nama: str
    jalur: str
    status: int
    kuki: frozenset[str]
    token: bool
    sama: bool

    @property
    def berbeda(self) -> bool:
        return bool(self.kuki) or self.token or not self.sama


def jelajah(tamu: int = 1, sebanyak: int = 2) -> list[Halaman]:
    """Return the public pages that links lead to, each as the first `tamu` visitors get it.

    Of one address with different things on it at most `sebanyak` are taken.
    """
    antre = [jalur for nama, jalur, pola in SEMUA if nama in PUBLIK and not pola.pattern.converters]
    antre += [*dari_surat(), *dari_papan(), *dari_jawaban()]
    terlihat, hitung = set(antre), Counter[str]()
    hasil = []
    while antre:
        jalur = antre.pop(0)
        nama = nama_alamat(jalur)
        if nama not in PUBLIK or hitung[nama] >= sebanyak:
            continue
        hitung[nama] += 1
        halaman, isi = ambil(nama, jalur, tamu)
        hasil.append(halaman)
        baru = [t for t in map(html.unescape, TAUTAN.findall(isi)) if t not in terlihat]
        terlihat.update(baru)
        antre += baru
    return hasil


def dari_surat() -> list[str]:
    """Return the addresses that only letters lead to: the switches of the daily letters."""
    orang = Pengguna.objects.filter(dikosongkan_pada__isnull=True).order_by("pk").first()
    if orang is None:
        return []
    meja = reverse("kabar:henti_meja", args=[tanda_henti(orang, MEJA)])
    return [reverse("kabar:henti", args=[tanda_henti(orang)]), meja]


def dari_jawaban() -> list[str]:
    """Return where a sender says that an answer settles nothing; others are asked to sign in."""
    dijawab = CekWarga.objects.umum().filter(ditanggapi_pada__isnull=False).order_by("pk")[:1]
    return [reverse("laporan:belum", kwargs={"jenis": "cek", "pk": cek.pk}) for cek in dijawab]


def dari_papan() -> list[str]:
    """Return the page of a work that was handed over, which the code on its board leads to."""
    dipakai = Proyek.objects.berlaku().filter(tahap=Tahap.SERAH_TERIMA)
    return [proyek.get_absolute_url() for proyek in dipakai.order_by("pk")[:1]]


def nama_alamat(jalur: str) -> str:
    """Return the name of the address that serves a path; "" when none does."""
    try:
        return resolve(urlsplit(jalur).path).view_name
    except Resolver404:
        return ""


def ambil(nama: str, jalur: str, tamu: int) -> tuple[Halaman, str]:
    """Fetch a page as several visitors. Return the parts to be judged, and its text."""
    semua = [Client().get(jalur, headers=satu) for satu in TAMU[:tamu]]
    badan = [b"".join(j) if j.streaming else j.content for j in semua]
    adalah_html = semua[0].headers.get("Content-Type", "").startswith("text/html")
    isi = badan[0].decode() if adalah_html else ""
    kuki = frozenset(nama for j in semua for nama in j.cookies)
    token = "csrfmiddlewaretoken" in isi
    return Halaman(nama, jalur, semua[0].status_code, kuki, token, len(set(badan)) == 1), isi


def salah_status(halaman: list[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """Return those of (name, path, status) that did not answer as they should."""
    return [satu for satu in halaman if satu[2] != TANPA_HALAMAN.get(satu[0], 200)]
