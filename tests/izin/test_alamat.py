"""Every address is closed unless it stands in this list."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

# Addresses that need no account. Adding one here is a decision, not a formality.
PUBLIK = {
    "anggaran:daftar",
    "anggaran:rinci",
    "beranda",
    "berkas",
    "gaya",
    "livez",
    "mitra:daftar",
    "mitra:kampung",
    "mitra:lacak",
    "mitra:rinci",
    "mitra:tawarkan",
    "mitra:terkirim",
    "panduan",
    "panduan_bagian",
    "panduan_lembar",
    "readyz",
    "robots_txt",
    "security_txt",
    "security_txt_lama",
    "segel",
    "tentang",
    "aspirasi:daftar",
    "aspirasi:formulir",
    "aspirasi:ikut",
    "aspirasi:kirim",
    "aspirasi:lacak",
    "aspirasi:peta",
    "aspirasi:poster",
    "aspirasi:rincian",
    "aspirasi:serupa",
    "aspirasi:terkirim",
    "forum:daftar",
    "forum:ruang",
    "forum:topik",
    "forum:tulis",  # it keeps typed words when the session has ended, then asks to sign in
    "kabar:daftar",
    "kabar:henti",  # the signed link of the daily letter, which turns it off and on
    "kabar:henti_meja",  # that of the letter of the desk
    "kabar:rincian",
    "kabar:tulis",  # the same
    "kampung:daftar",
    "kampung:informasi",
    "kampung:informasi_semua",
    "kampung:kalender",
    "kampung:kalender_ics",
    "kampung:lembar",
    "kampung:lembar_docx",
    "kampung:lingkungan",
    "kampung:rincian",
    "kampung:surat_informasi",
    "kampung:surat_informasi_semua",
    "keputusan:daftar",
    "keputusan:rincian",
    "musrenbang:daftar",
    "musrenbang:rincian",
    "musrenbang:usulan",
    "laporan:belum",
    "laporan:cek",
    "laporan:cek_lupakan",
    "laporan:cek_proyek",
    "laporan:cek_tulis",
    "laporan:catatan",
    "laporan:catatan_satu",
    "laporan:daftar",
    "laporan:docx",
    "laporan:lapangan",
    "laporan:lembar",
    "laporan:rincian",
    "laporan:garis",
    "laporan:pelajaran",
    "laporan:banding",
    "laporan:bulan",
    "laporan:bulan_kini",
    "laporan:bulan_xlsx",
    "proyek:berfungsi",
    "proyek:daftar",
    "proyek:lpj_satu",
    "proyek:papan",
    "proyek:perjalanan",
    "proyek:rincian",
    "rencana:baris",
    "rencana:cetak",
    "rencana:csv",
    "rencana:papan",
    "rencana:rinci",
    "rencana:rinci_usulan",
    "rencana:siklus",
    "rencana:xlsx",
    "account_login",
    "account_signup",
    "account_logout",
    "account_inactive",
    "account_email_verification_sent",
    "account_reset_password",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "account_password_reset_completed",
    "akun_kode",
    "akun_kode_sandi",
    "mfa_authenticate",
}
# Acts of a sender with code and PIN: open without an account, each guarded by the session that code
# and PIN opened (tests/aspirasi).
PENGIRIM = ("aspirasi:kiriman", "mitra:tawaran")
ADMIN = "admin:"
ISIAN: dict[str, Any] = {
    "uuid": uuid.UUID(int=7),
    "int": 7,
    "samar": 7,
    "cek": 7,
    "slug": "tidak-ada",
    "str": "tidak-ada",
    "path": "tidak/ada",
}


def alamat(
    resolver: URLResolver | None = None, awalan: str = "", ruang: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """Yield (name, example path, pattern) of every address."""
    for satu in (resolver or get_resolver()).url_patterns:
        jalur = awalan + _contoh(satu)
        if isinstance(satu, URLResolver):
            yield from alamat(satu, jalur, ruang + (f"{satu.namespace}:" if satu.namespace else ""))
        elif satu.name:
            yield ruang + satu.name, "/" + jalur, satu


def _contoh(pola: URLPattern | URLResolver) -> str:
    rute = str(pola.pattern)
    for nama, pengubah in pola.pattern.converters.items():
        jenis = type(pengubah).__name__.removesuffix("Converter").lower().replace("string", "str")
        nilai = pengubah.to_url(ISIAN[jenis])
        rute = rute.replace(f"<{jenis}:{nama}>", nilai).replace(f"<{nama}>", nilai)
    return rute


SEMUA = [(nama, jalur, pola) for nama, jalur, pola in alamat() if not nama.startswith(ADMIN)]


def terbuka(pola: URLPattern) -> bool:
    return not getattr(pola.callback, "login_required", True)


def test_exactly_the_listed_addresses_are_open() -> None:
    buka = {nama for nama, _, pola in SEMUA if terbuka(pola) and not nama.startswith(PENGIRIM)}
    assert buka == PUBLIK


@pytest.mark.parametrize(
    ("nama", "jalur"), [(n, j) for n, j, p in SEMUA if not terbuka(p)], ids=lambda x: str(x)
)
def test_a_visitor_is_sent_to_sign_in(nama: str, jalur: str, client: Client, db: None) -> None:
    jawaban = client.get(jalur)
    assert jawaban.status_code == 302, nama
    assert jawaban["Location"].startswith("/akun/masuk/"), nama


def test_the_admin_has_no_login_of_its_own(client: Client, db: None) -> None:
    jalur = [j for n, j, _ in alamat() if n.startswith(ADMIN) and "(?P" not in j and "^" not in j]
    assert len(jalur) > 20
    for satu in jalur:
        jawaban = client.get(satu)
        assert jawaban.status_code == 302, satu
        assert "/akun/masuk/" in jawaban["Location"] or "/admin/login" in jawaban["Location"], satu
