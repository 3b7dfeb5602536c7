"""`manage.py ukur` (`make bench`): the cost of the main pages at 1,000 and at 100,000 rows."""

import gzip
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from aspirasi.views import tanda
from bangunrejo.benih import (
    APARAT,
    BPK,
    CAMAT,
    KAKAM,
    PENGIKUT,
    PROYEK_RAMAI,
    STAF,
    benih,
)
from bangunrejo.benih.anggaran import impor, tabel
from bangunrejo.benih.rencana import RENCANA
from bangunrejo.halaman.konteks import menunggu
from core.waktu import hari_ini
from forum.models import Topik
from laporan.models import LaporanKemajuan
from proyek.models import Pendanaan, Proyek
from proyek.services.pencairan import catat_pencairan
from rencana.models import Rencana
from warga.models import Kampung, Pengguna

UKURAN = (1_000, 100_000)
PEMANASAN = 2
DANA_BAYAR = 1  # the Dana Desa of the first project, of which nothing was drawn
# Name, address, whose browser, and the posted data (None: the page is only opened).
Alamat = tuple[str, str, Client, dict[str, str] | None]
RAMAI = (
    "Drainase di jalan dusun 3 buntu sejak musim hujan, anak sekolah lewat situ tiap pagi. "
    "Warga dan karang taruna siap gotong royong, mohon pekerjaan pasangan batunya dilanjutkan."
)
LANGKA = "Posyandu di RT 02 belum punya timbangan bayi yang layak."


@dataclass
class Hasil:
    """Medians over the repetitions of one page; times in milliseconds."""

    kueri: int
    sql: float
    total: float
    byte: int


class Pencatat:
    """Counts queries and their time through Django's own hook. It costs next to nothing."""

    def __init__(self) -> None:
        self.jumlah, self.waktu = 0, 0.0

    def __call__(self, jalankan: Callable[..., Any], *args: Any) -> Any:
        mulai = time.perf_counter()
        try:
            return jalankan(*args)
        finally:
            self.jumlah += 1
            self.waktu += time.perf_counter() - mulai


class Command(BaseCommand):
    """Fill an empty throw-away database, measure, fill it more, measure again."""

    help = "Mengukur halaman utama pada 1.000 dan 100.000 baris (basis data sementara)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--baris", type=int, nargs="+", default=UKURAN)
        parser.add_argument(
            "--suara", type=int, help="Paling banyak sekian kiriman, topik dan kabar."
        )
        parser.add_argument("--ulang", type=int, default=15)
        parser.add_argument("--hanya", default="", help="Hanya baris yang namanya memuat kata ini.")

    def handle(self, *args: Any, **options: Any) -> None:
        self._tolak_bila_bukan_sementara()
        sudah = 0
        for jumlah in options["baris"]:
            mulai = time.perf_counter()
            benih(sudah + 1, jumlah, suara=options["suara"])
            self._rapikan()
            sudah = jumlah
            detik = time.perf_counter() - mulai
            self.stdout.write(f"\n{jumlah} baris per tabel (diisi dalam {detik:.0f} detik)")
            self._ukur_semua(options["ulang"], options["hanya"])

    def _tolak_bila_bukan_sementara(self) -> None:
        if settings.PORTAL_MODE != "uji":
            raise CommandError("Pengukuran hanya berjalan dalam mode uji. Pakai `make bench`.")
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # WhiteNoise asks for it
        call_command("migrate", verbosity=0)
        if Pengguna.objects.exists() or Proyek.objects.exists():
            raise CommandError("Basis data ini sudah berisi. Pengukuran memerlukan yang kosong.")

    def _rapikan(self) -> None:
        """Do what autovacuum does within minutes. It is not possible inside a test's
        transaction."""
        if not connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("VACUUM (ANALYZE)")

    def _ukur_semua(self, ulang: int, hanya: str) -> None:
        """Print a row for each page, and for what is no page: a payment, and the badge of a head,
        which is a part of every page of an official."""
        self.stdout.write(f"{'halaman':<27}{'kueri':>6}{'SQL ms':>9}{'total ms':>10}{'KB gzip':>9}")
        for nama, alamat, klien, isian in [*_halaman(), *_pencarian_serupa()]:
            if hanya in nama:
                self._cetak(nama, ukur(klien, alamat, ulang, isian))
        for nama, kerja in (("satu pembayaran", _bayar), _impor(), *_lencana()):
            if hanya in nama:
                self._cetak(nama, tengah(kerja, ulang))

    def _cetak(self, nama: str, h: Hasil) -> None:
        angka = f"{h.kueri:>6}{h.sql:>9.1f}{h.total:>10.1f}{h.byte / 1024:>9.1f}"
        self.stdout.write(f"{nama:<27}{angka}")


def _halaman() -> list[Alamat]:
    """Return the main pages, each with the person who opens it."""
    return [*_halaman_umum(), *_halaman_akun(), *_halaman_meja()]


def _halaman_umum() -> list[Alamat]:
    umum = Client()
    topik = Topik.objects.select_related("ruang").get(pk=1)
    aspirasi = Aspirasi.objects.terbit().order_by("pk")[0]
    kampung = Kampung.objects.resmi()[0]
    semua = [
        ("beranda", reverse("beranda"), umum),
        ("kampung", kampung.get_absolute_url(), umum),
        ("proyek", reverse("proyek:daftar"), umum),
        ("proyek, satu", Proyek.objects.get(pk=1).get_absolute_url(), umum),
        ("proyek, 50 laporan", Proyek.objects.get(pk=PROYEK_RAMAI).get_absolute_url(), umum),
        ("proyek, dengan saring", reverse("proyek:daftar") + _saring(kampung), umum),
        ("proyek, cari", reverse("proyek:daftar") + "?cari=sumur+bor", umum),
        ("keputusan", reverse("keputusan:daftar"), umum),
        ("aspirasi", reverse("aspirasi:daftar"), umum),
        ("aspirasi, satu", aspirasi.get_absolute_url(), umum),
        ("aspirasi, cari", reverse("aspirasi:daftar") + "?cari=irigasi", umum),
        ("laporan", reverse("laporan:daftar"), umum),
        ("laporan, satu", LaporanKemajuan.objects.get(pk=1).get_absolute_url(), umum),
        ("forum", reverse("forum:daftar"), umum),
        ("forum, ruang", topik.ruang.get_absolute_url(), umum),
        ("forum, topik ramai", topik.get_absolute_url(), umum),
        ("forum, cari", reverse("forum:daftar") + "?cari=posyandu", umum),
        ("kabar", reverse("kabar:daftar"), umum),
        ("rencana", reverse("rencana:papan"), umum),
        ("rencana, 300 baris", Rencana.objects.get(pk=RENCANA).get_absolute_url(), umum),
    ]
    return [(*halaman, None) for halaman in semua]


def _saring(kampung: Kampung) -> str:
    """Return the query of a list of projects with every filter."""
    return f"?kampung={kampung.slug}&bidang=2&tahap=berjalan&tahun={hari_ini().year}&sumber=dd"


def _halaman_akun() -> list[Alamat]:
    """Return pages of what one person follows, is told, and has sent."""
    pengikut = masuk(PENGIKUT)
    miliknya = Aspirasi.objects.filter(pengirim__pengguna=PENGIKUT).order_by("pk")[0]
    permintaan = HttpRequest()
    permintaan.session = pengikut.session
    tanda.catat(permintaan, miliknya)  # as its code and PIN do
    permintaan.session.save()
    pengikut.cookies[settings.SESSION_COOKIE_NAME] = permintaan.session.session_key or ""
    semua = [
        ("pemberitahuan", reverse("kabar:pemberitahuan")),
        ("yang saya ikuti", reverse("kabar:ikutan")),
        ("kiriman saya", reverse("aspirasi:saya")),
        ("kiriman saya, satu", reverse("aspirasi:kiriman", args=[miliknya.acuan])),
    ]
    return [(nama, alamat, pengikut, None) for nama, alamat in semua]


def _halaman_meja() -> list[Alamat]:
    """Return the desks of a kampung and of the kecamatan: their queues, and one kiriman each."""
    semua: list[Alamat] = []
    daftar = reverse("meja:aspirasi")
    for meja, pk in (("kampung", APARAT), ("kecamatan", STAF)):
        klien = masuk(pk)
        milik = Aspirasi.objects.untuk_meja(Pengguna.objects.get(pk=pk)).order_by("pk")[0]
        satu = reverse("meja:aspirasi_rincian", args=[milik.acuan])
        semua += [
            (f"meja {meja}", reverse("meja:beranda"), klien, None),
            (f"meja {meja}, semua", daftar, klien, None),
            (f"meja {meja}, menunggu", f"{daftar}?keadaan=bagian", klien, None),
            (f"meja {meja}, terlambat", f"{daftar}?keadaan=terlambat", klien, None),
            (f"meja {meja}, cari", f"{daftar}?cari=posyandu", klien, None),
            (f"meja {meja}, saring", f"{daftar}?jenis=keluhan&urut=tenggat", klien, None),
            (f"meja {meja}, satu", satu, klien, None),
            (f"meja {meja}, berfungsi", reverse("meja:berfungsi"), klien, None),
        ]
    for nama, pk in (("kakam", KAKAM), ("camat", CAMAT), ("bpk", BPK)):
        semua.append((f"meja {nama}", reverse("meja:beranda"), masuk(pk), None))
    semua.append(("ringkasan kecamatan", reverse("meja:kecamatan"), masuk(CAMAT), None))
    return [*semua, ("meja, belum dikabari", reverse("meja:kabar"), klien, None)]


def _impor() -> tuple[str, Callable[[], bytes]]:
    """Return the import of a budget of 2,000 rows; its file is made once."""
    return "impor 2.000 baris", partial(impor, tabel())


def _lencana() -> list[tuple[str, Callable[[], bytes]]]:
    """Return for each official the reading of the two numbers in the head of their pages."""
    pejabat = (("aparat", APARAT), ("kakam", KAKAM), ("staf", STAF), ("camat", CAMAT), ("bpk", BPK))
    orang = [(nama, Pengguna.objects.untuk_sesi().get(pk=pk)) for nama, pk in pejabat]
    return [(f"lencana {nama}", partial(_hitung_lencana, satu)) for nama, satu in orang]


def _hitung_lencana(orang: Pengguna) -> bytes:
    menunggu(orang)
    return b""


def masuk(pk: int) -> Client:
    """Return the browser of this person, signed in with the factors that their desk needs."""
    klien, orang = Client(), Pengguna.objects.get(pk=pk)
    klien.force_login(orang)
    if orang.is_staff:
        Authenticator.objects.get_or_create(
            user=orang, type=Authenticator.Type.TOTP, defaults={"data": {}}
        )
        permintaan = HttpRequest()
        permintaan.session = klien.session
        record_authentication(permintaan, orang, "mfa")
        permintaan.session.save()
    return klien


def _pencarian_serupa() -> list[Alamat]:
    """Return searches for likely duplicates of two texts: nearly every row holds a word of the
    first."""
    umum, alamat = Client(), reverse("aspirasi:serupa")
    kampung = Kampung.objects.resmi()[0].slug
    ramai = {"isi": RAMAI, "jenis": "keluhan", "kampung": kampung, "jangkauan": "publik"}
    return [
        ("serupa", alamat, umum, ramai),
        ("serupa, kata langka", alamat, umum, ramai | {"isi": LANGKA}),
        ("serupa, semua kampung", alamat, umum, ramai | {"kampung": "tidak-tahu"}),
    ]


def _bayar() -> bytes:
    """Draw one rupiah for the first project: the act, up to its commit."""
    catat_pencairan(
        pendanaan=Pendanaan.objects.get(pk=DANA_BAYAR),
        jumlah=1,
        tanggal=hari_ini(),
        oleh=Pengguna.objects.get(pk=APARAT),
    )
    return b""


def ukur(klien: Client, alamat: str, ulang: int, isian: dict[str, str] | None = None) -> Hasil:
    """Open a page `ulang` times after warming up. With `isian` it is posted.

    Raises CommandError unless it answers 200.
    """

    def buka() -> bytes:
        respons = klien.get(alamat) if isian is None else klien.post(alamat, isian)
        if respons.status_code != 200:
            raise CommandError(f"{alamat} menjawab {respons.status_code}.")
        return respons.content

    return tengah(buka, ulang)


def tengah(kerja: Callable[[], bytes], ulang: int) -> Hasil:
    """Return the medians of `ulang` runs after warming up."""
    semua = [_sekali(kerja) for _ in range(PEMANASAN + ulang)][PEMANASAN:]
    return Hasil(
        kueri=semua[0].kueri,
        sql=statistics.median(h.sql for h in semua),
        total=statistics.median(h.total for h in semua),
        byte=semua[0].byte,
    )


def _sekali(kerja: Callable[[], bytes]) -> Hasil:
    pencatat = Pencatat()
    mulai = time.perf_counter()
    with connection.execute_wrapper(pencatat):
        isi = kerja()
    total = time.perf_counter() - mulai
    byte = len(gzip.compress(isi, 6)) if isi else 0
    return Hasil(pencatat.jumlah, pencatat.waktu * 1000, total * 1000, byte)
