"""All that each of the cast can see, fetched once for every question that is asked of it.

The pages are fetched twice: before the kiriman and decisions that this person may not read are
entered, and after. Beside them stand kiriman that were erased, and some with an exact place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from aspirasi.enums import Jangkauan
from aspirasi.models import Aspirasi, Lampiran, SuratInstansi
from core.berkas.simpan import simpan_foto
from tests.alat.jelajah_orang import Jawaban, Tolakan, ambil, jelajahi, semua_pintu
from tests.alat.kabar import siarkan
from tests.alat.keputusan_tertutup import TAK_MEMBACA, tutup_keputusan
from tests.alat.kerahasiaan import CARI, KASUS, KATA, KONTAK, ramaikan, sembunyikan
from tests.alat.kerahasiaan_cek import isi_rahasia, pintu_rahasia, terbuka
from tests.alat.pengirim import kenal_pengirim
from tests.izin.test_alamat import alamat as semua_alamat
from tests.pabrik.aspirasi import buat, periksa, terbit
from tests.pabrik.berkas import foto
from tests.pabrik.kampung import instansi_kecamatan
from tests.pabrik.pemeran import KAMPUNG, KECAMATAN, Pemeran

MULAI = 7_311_000_000  # numbers of rows begin here; no such number stands anywhere else
BARIS = re.compile(r"7311\d{6}")
# Everybody can read a value of `django.core.signing`: JSON in base64, a time, a seal.
DITANDATANGANI = re.compile(r'value="[\w-]+:[\w-]{6}:[\w-]{27,}"')
ACAK = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}")  # names that may hold any digits
# Rows that may be hidden, held or taken back in the room of reports.
LAPORAN = (
    *("CekWarga", "FotoCek", "CatatanPengawasan", "LampiranCatatan", "Tanggapan", "BelumPuas"),
    *("SuratInspektorat", "FotoLapangan"),
)
LETAK = {"lintang": Decimal("-5.162341"), "bujur": Decimal("105.031237")}
ANGKA = re.compile("16234|03123|03124")  # of that place, however it is written
MEJA_UNTUK = {  # those who may have to go there
    Jangkauan.PUBLIK: KAMPUNG | KECAMATAN,
    Jangkauan.KECAMATAN: {"petugas_rahasia"},
}


@dataclass(frozen=True)
class Jelajahan:
    """The pages of one of the cast, by their addresses.

    `terhapus` are the addresses of what was erased, `berletak` the kiriman with a place by who
    reads them, `letak` every page that could tell it. `cek` are the pages of checks, notes,
    answers, looks and letters, `berkas` the answers of their photos and scans, `boleh` those who
    may open these.
    """

    sebelum: dict[str, Jawaban]
    sesudah: dict[str, Jawaban]
    terhapus: list[str]
    berletak: dict[Jangkauan, Aspirasi]
    letak: dict[str, Jawaban]
    cek: dict[str, Jawaban]
    berkas: dict[str, list[int]]
    boleh: dict[str, set[str]]


_TERSIMPAN: dict[str, Jelajahan] = {}


@pytest.fixture
def jelajahan(siapa: str, request: pytest.FixtureRequest, db: None) -> Jelajahan:
    """Return the pages of `siapa`; the first test of this process that asks fetches them."""
    if siapa not in _TERSIMPAN:
        klien, pemeran = map(request.getfixturevalue, ("klien", "pemeran"))
        _TERSIMPAN[siapa] = _jelajah(siapa, klien, pemeran)
    return _TERSIMPAN[siapa]


def berisi(pola: re.Pattern[str], halaman: dict[str, Jawaban]) -> set[str]:
    """Return where `pola` stands in a page or its address, but for names made at random."""
    return {j for j, satu in halaman.items() if pola.search(ACAK.sub("", f"{j} {satu.isi}"))}


def tertutup_bagi(siapa: str) -> list[str]:
    """The kinds that this person may not read."""
    return [nama for nama, satu in KASUS.items() if siapa not in satu.pembaca]


def _jelajah(siapa: str, klien: Callable[[str], Client], pemeran: Pemeran) -> Jelajahan:
    nomori_jauh(siapa)
    ramaikan(pemeran)
    rahasia = isi_rahasia(pemeran)
    terhapus, berletak = hapus(pemeran), _berletak(pemeran)
    _surati(pemeran)
    siarkan()  # of all that is not hidden
    client = klien(siapa)
    pintu = [*semua_pintu(siapa), *terhapus, *map(_meja, Aspirasi.objects.order_by("pk"))]
    client.get("/kerja/")  # whatever is loaded once is loaded now
    sebelum = jelajahi(client, pintu)
    for kasus in tertutup_bagi(siapa):
        sembunyikan(pemeran, kasus)
    if siapa in TAK_MEMBACA:
        tutup_keputusan(pemeran, f"{KATA} {CARI}")
    siarkan()
    sesudah = jelajahi(client, pintu, Tolakan(sebelum))
    letak = _tengok_letak(client, berletak, sesudah)
    cek = {j: sesudah[j] if j in sesudah else ambil(client, j) for j in pintu_rahasia()}
    boleh = {nama: pembaca for nama, (_, pembaca) in rahasia.items()}
    berkas = terbuka(client, rahasia)
    return Jelajahan(sebelum, sesudah, terhapus, berletak, letak, cek, berkas, boleh)


def _meja(aspirasi: Aspirasi) -> str:
    return f"/kerja/aspirasi/{aspirasi.acuan}/"


def nomori_jauh(siapa: str = "") -> None:
    """Let all that counts hidden rows go on from numbers that one would find on a page. The
    kecamatan reads every check, held and hidden ones too."""
    tabel = [m for m in apps.get_models() if m._meta.app_label == "aspirasi"]
    tabel += [apps.get_model("core", nama) for nama in ("Berkas", "Jejak", "IsiJejak")]
    tabel += [apps.get_model("kabar", "Pemberitahuan")]
    terbaca = ("CekWarga", "FotoCek") if siapa in KECAMATAN else ()
    tabel += [apps.get_model("laporan", nama) for nama in LAPORAN if nama not in terbaca]
    with connection.cursor() as cursor:
        for ke, model in enumerate(tabel):
            if model._meta.auto_field and model.__name__ != "TemplatJawaban":
                nama = f"{model._meta.db_table}_{model._meta.pk.column}_seq"
                cursor.execute(f"ALTER SEQUENCE {nama} RESTART {MULAI + ke * 10_000}")


def hapus(pemeran: Pemeran) -> list[str]:
    """Erase a public kiriman as its sender would; return the addresses it had."""
    pengirim = Client()
    terkirim = buat(pemeran.kampung, isi=f"{KATA} {CARI}.", kontak=dict(KONTAK))
    aspirasi = periksa(terkirim.aspirasi, pemeran.staf)
    kenal_pengirim(pengirim, terkirim)
    jalur = f"/aspirasi/kiriman/{aspirasi.acuan}/"
    pengirim.post(f"{jalur}balas/", {"isi": f"{KATA} lagi."})
    pengirim.post(f"{jalur}hapus/", {"apa": "semua", "paham": "on"})
    return [_meja(aspirasi), f"/aspirasi/{aspirasi.nomor}/"]


def _berletak(pemeran: Pemeran) -> dict[Jangkauan, Aspirasi]:
    """A keluhan of a public place for everyone, and one for the kecamatan alone."""
    isi = {"jenis": "keluhan", "isi": "Bau kandang ayam tembus ke balai warga setiap sore."}
    oleh = pemeran.petugas_rahasia
    return {
        jangkauan: terbit(pemeran.kampung, oleh, jangkauan=jangkauan, **isi, **LETAK)
        for jangkauan in MEJA_UNTUK
    }


def _surati(pemeran: Pemeran) -> None:
    """Give rows of their own to the tables of files and letters."""
    surat = terbit(pemeran.kampung, pemeran.staf, isi="Jalan kabupaten rusak.")
    Lampiran.objects.create(aspirasi=surat, berkas=simpan_foto(foto("blue")), sidik="x")
    SuratInstansi.objects.create(
        aspirasi=surat, instansi=instansi_kecamatan(), arah="keluar", dicatat_oleh=pemeran.staf
    )


def _tengok_letak(
    client: Client, berletak: dict[Jangkauan, Aspirasi], sudah: dict[str, Jawaban]
) -> dict[str, Jawaban]:
    """Fetch every page a place could stand on; rooms that know no code are not asked twice."""
    semua = dict.fromkeys(j for a in berletak.values() for j in _halaman_letak(a))
    return {
        jalur: sudah[jalur]
        if jalur in sudah and not jalur.startswith("/aspirasi/")
        else ambil(client, jalur)
        for jalur in semua
    }


def _halaman_letak(aspirasi: Aspirasi) -> list[str]:
    """Every address that needs no name, and every one that this kiriman could stand in."""
    ruang = ("aspirasi:", "meja:", "forum:", "kabar:", "proyek:", "kampung:", "laporan:")
    jalur = [j for n, j, _ in semua_alamat() if n.startswith(ruang) or ":" not in n]
    tetap = [j for j in jalur if "tidak-ada" not in j and "00000000" not in j]
    kode = f"/aspirasi/lacak/?kode={aspirasi.kode}"  # the code stays in a cookie
    cari = ("/aspirasi/?cari=kandang", "/kerja/aspirasi/?cari=kandang", "/kampung/sido-rejo/")
    peta = ("/aspirasi/peta/?lihat=sido-rejo", "/aspirasi/peta/?pusat=-5.1650,105.0300")
    sendiri = [
        j.replace("00000000-0000-0000-0000-000000000007", str(aspirasi.acuan)) for j in jalur
    ]
    milik = [j for j in sendiri if str(aspirasi.acuan) in j]
    nomor = [aspirasi.get_absolute_url()] if aspirasi.nomor else []
    return [kode, *tetap, *cari, *peta, *milik, *nomor]
