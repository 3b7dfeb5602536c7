"""Walks the portal as one person: every page and door that this person can reach, and what differs
between two walks."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from tests.alat.kerahasiaan import CARI
from tests.izin.test_alamat import alamat as semua_alamat
from tests.pabrik.pemeran import KECAMATAN

# Files are tried apart; manuals and the like are the same for everybody.
LEWATI = re.compile(r"^/(static|berkas|panduan|bantuan|gaya|tentang|akun/keluar|admin/logout)\b")
# Differs from one answer to the next, whatever is in the database.
BERUBAH = re.compile(
    r'name="csrfmiddlewaretoken" value="\w+"|name="(?:\w+-)?kunci" value="[\w-]+"'
    r"|[\d,]+ GB \(\d+%\)"  # what is left on the disk
    # The moment of the page itself.
    r'|name="sampai" value="[^"]+"|"dibuat": "[^"]+",$|pukul \d\d\.\d\d WIB',
    re.MULTILINE,
)
MENULIS = re.compile(r"\s*(INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
KEPALA_BERUBAH = ("Expires", "Set-Cookie", "Content-Length")
KEADAAN_UMUM = ("menunggu", "dijawab", "direncanakan", "selesai", "tidak-dilanjutkan", "terlambat")
KEADAAN_MEJA = ("bagian", "baru", "jawab", "terlambat", "dibuka", "bahaya", "terbuka")
RUMAH = ("aspirasi", "proyek", "laporan", "forum", "kabar", "keputusan")
AWAL = (
    *("/", "/kampung/sido-rejo/", "/aspirasi/kirim/?kampung=sido-rejo", "/kerja/", "/admin/"),
    *(f"/{rumah}/?cari={CARI}" for rumah in RUMAH),
    *(f"/aspirasi/?keadaan={k}" for k in KEADAAN_UMUM),
    *(f"/kerja/aspirasi/?keadaan={k}" for k in KEADAAN_MEJA),
    *("/aspirasi/?jenis=keluhan&kampung=sido-rejo", f"/kerja/aspirasi/?cari={CARI}"),
    *("/kerja/aspirasi/massal/?jenis=keluhan", "/tidak/ada/", "/aspirasi/ASP-2020-00001/"),
)


@dataclass(frozen=True)
class Jawaban:
    """One answer: its content, its headers, and the number of questions to the database."""

    status: int
    isi: str
    kepala: tuple[tuple[str, str], ...]
    kueri: int


def ambil(client: Client, jalur: str) -> Jawaban:
    """Fetch a page. Reading stores nothing: what one person opens changes no page of others."""
    client.cookies.pop("dibuka", None)  # what a person opened is told to that person alone
    kueri: list[str] = []
    with connection.execute_wrapper(_penghitung(kueri)):
        respons = client.get(jalur)
    assert [sql for sql in kueri if MENULIS.match(sql)] == [], jalur
    isi = "" if respons.streaming else BERUBAH.sub("", _kata(respons.content))
    kepala = tuple(sorted((k, v) for k, v in respons.items() if k not in KEPALA_BERUBAH))
    return Jawaban(respons.status_code, isi, kepala, len(kueri))


def _kata(isi: bytes) -> str:
    """Return the text of an answer; of a workbook or a Word file, that of all its parts."""
    if not isi.startswith(b"PK\x03\x04"):
        return isi.decode()
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        # Pictures are parts, too; they have to be the same, whatever they read like.
        return "".join(arsip.read(nama).decode(errors="replace") for nama in arsip.namelist())


def _penghitung(kueri: list[str]) -> Callable[..., Any]:
    """Note each question to the database, without writing it out as the log of queries does."""

    def catat(tanya: Callable[..., Any], sql: str, isi: Any, banyak: bool, konteks: Any) -> Any:
        kueri.append(sql)
        return tanya(sql, isi, banyak, konteks)

    return catat


def jelajahi(
    client: Client, awal: Sequence[str], tolakan: "Tolakan | None" = None
) -> dict[str, Jawaban]:
    """Fetch `awal`, and by its links one page more of each address of the portal; of `tolakan`, the
    refusals of an earlier walk, one of each sort."""
    antre, terlihat, nama_terlihat = list(awal), set(awal), set[str]()
    hasil: dict[str, Jawaban] = {}
    buka = tolakan.ambil if tolakan else ambil
    for jalur in antre:
        nama = _nama(jalur)
        if LEWATI.match(jalur) or (jalur not in awal and nama in nama_terlihat):
            continue
        hasil[jalur] = buka(client, jalur)
        if hasil[jalur].status == 200 or jalur not in awal:
            nama_terlihat.add(nama)
        baru = [t for t in _tautan(jalur, hasil[jalur].isi) if t not in terlihat]
        terlihat.update(baru)
        antre.extend(baru)
    return hasil


class Tolakan:
    """Doors that were refused before. Those of one app that said the same, after as many questions
    to the database, are knocked at again until one of them does so again; the doors of one kiriman
    are all tried in test_kerahasiaan_pintu."""

    def __init__(self, sebelum: dict[str, Jawaban]) -> None:
        self.sebelum = {j: satu for j, satu in sebelum.items() if satu.status >= 400}
        self.tetap: set[tuple[str, Jawaban]] = set()

    def ambil(self, client: Client, jalur: str) -> Jawaban:
        lama = self.sebelum.get(jalur)
        if lama and _semacam(jalur, lama) in self.tetap:
            return lama
        baru = ambil(client, jalur)
        if baru == lama:
            self.tetap.add(_semacam(jalur, lama))
        return baru


def _semacam(jalur: str, tolakan: Jawaban) -> tuple[str, Jawaban]:
    """Return the app of this door, and what it said without its address."""
    app = _nama(jalur).partition(":")[0]
    return app, replace(tolakan, isi=tolakan.isi.replace(urlsplit(jalur).path, ""))


def semua_pintu(siapa: str) -> list[str]:
    """Return the doors of a curious person: known pages, searches, every address by its name, and,
    for people who may enter it, each page of the admin of one row of every table."""
    semua = apps.get_models()
    for pokok in (True, False):  # what is loaded once is loaded now, of proxies too
        ContentType.objects.get_for_models(*semua, for_concrete_models=pokok)
    bernama = [jalur for nama, jalur, _ in semua_alamat() if not nama.startswith("admin:")]
    return list(dict.fromkeys([*AWAL, *bernama, *(_admin() if siapa in KECAMATAN else ())]))


def _admin() -> Iterator[str]:
    for model in admin.site._registry:
        dasar = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        daftar = reverse(f"{dasar}_changelist")
        yield from (daftar, f"{daftar}?q={CARI}", reverse(f"{dasar}_add"))
        for pk in model._base_manager.order_by("-pk").values_list("pk", flat=True)[:1]:
            for halaman in ("change", "history", "delete"):
                yield reverse(f"{dasar}_{halaman}", args=[pk])


def _nama(jalur: str) -> str:
    try:
        cocok = resolve(urlsplit(jalur).path)
    except Resolver404:
        return ""
    return cocok.view_name + ("?" if "?" in jalur else "")


def _tautan(dari: str, isi: str) -> Iterator[str]:
    for href in re.findall(r'<a\b[^>]*\bhref="([^"#]+)', isi):
        tujuan = urlsplit(urljoin(dari, href.replace("&amp;", "&")))
        if not tujuan.netloc and tujuan.path.startswith("/"):
            yield tujuan.path + (f"?{tujuan.query}" if tujuan.query else "")


def perbedaan(sebelum: dict[str, Jawaban], sesudah: dict[str, Jawaban]) -> dict[str, str]:
    """Return what differs, page by page, in words a reader of a failed test understands."""
    hasil = {}
    for jalur in sebelum.keys() | sesudah.keys():
        lama, baru = sebelum.get(jalur), sesudah.get(jalur)
        if lama is None or baru is None:
            hasil[jalur] = "tidak lagi ditautkan" if baru is None else "baru ditautkan"
        elif lama != baru:
            hasil[jalur] = _beda(lama, baru)
    return hasil


def _beda(lama: Jawaban, baru: Jawaban) -> str:
    if lama.isi != baru.isi:
        baris = unified_diff(lama.isi.splitlines(), baru.isi.splitlines(), n=0, lineterm="")
        return "\n".join([*baris][2:12])
    if lama.kueri != baru.kueri:
        return f"{lama.kueri} → {baru.kueri} pertanyaan ke basis data"
    return f"{lama.status} {lama.kepala} → {baru.status} {baru.kepala}"
