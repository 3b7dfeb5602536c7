"""Checks of residents beside the official's word: counts, the newest ones, and how many wait to be
read. No function here returns a name or a day on which somebody wrote."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import rules
from django.urls import reverse

from core.tenggat.hari_kerja import tambah_hari_kerja, tanggal_wib
from laporan.enums import Penilaian
from laporan.models import CekWarga, FotoCek
from laporan.models.cek_ringkas import TERBARU, tumpangan_cek, tumpangan_foto
from laporan.models.tentang import Tentang
from proyek.models import Proyek
from warga.rules import adalah_aparat, adalah_bpk, adalah_kecamatan

HARI_BACA = 1  # working days within which a held check is read
BELUM_TERBUKTI = (
    "Kata sandi akun ini dibuat dengan kode dari kantor, dan belum dipastikan bahwa Anda "
    "pemiliknya. Pastikan dulu di “Kiriman saya”, atau keluar dari akun dan cek tanpa akun."
)
URUT_CEK = ("-minggu", "urutan", "pk")


@dataclass(frozen=True)
class Tertahan:
    """How many checks of one thing wait to be read, since when the kecamatan has unread ones, and
    by when these are read; None where it has so few that the day would be that of one of them."""

    banyak: int
    sejak: dt.date | None = None
    paling_lambat: dt.date | None = None


@dataclass(frozen=True)
class BagianCek:
    """The checks of a project or a report as its page shows them."""

    nomor: str
    semua: str
    hitung: list[tuple[str, str, int]]
    tanpa_akun: str
    terbaru: list[CekWarga] = field(default_factory=list)
    lain: bool = False
    tertahan: Tertahan | None = None


def bagian_cek(tentang: Tentang, isi: Any) -> BagianCek:
    """Return the part of a page about checks; `isi` is a row with the annotations of
    `CekQuerySet.ringkas`."""
    akun, tanpa = _hitung(isi.isi_cek_hitung)
    semua = tumpangan_cek(CekWarga).baca(isi.isi_cek)
    for satu in semua:
        satu.proyek = tentang.proyek
        satu.libur = [dt.date.fromisoformat(hari) for hari in satu.libur or ()]
        tumpangan_foto(FotoCek).pasang(satu, "foto", satu.isi_foto)
    return BagianCek(
        nomor=tentang.nomor,
        semua=reverse("laporan:cek_proyek", args=[tentang.proyek.nomor]),
        hitung=[(str(p.label), p.value, akun[p]) for p in Penilaian if akun[p]],
        tanpa_akun=sebut(tanpa),
        terbaru=semua[:TERBARU],
        lain=len(semua) > TERBARU,
        tertahan=tertahan(isi.cek_ditahan, isi.cek_menunggu_sejak, isi.cek_libur),
    )


def tertahan(
    banyak: int | None, sejak: dt.datetime | None, libur: Sequence[dt.date] | None = None
) -> Tertahan | None:
    """Return how many wait; None for none. `sejak` is of the oldest of the whole kecamatan: that of
    a single project, or of a few, would tell the day of a sender."""
    if not banyak:
        return None
    if sejak is None:
        return Tertahan(banyak)
    awal = tanggal_wib(sejak)
    return Tertahan(banyak, awal, tambah_hari_kerja(awal, HARI_BACA, libur))


def sebut(hitung: Counter[str]) -> str:
    """Return "3 sesuai, 1 tidak sesuai"; "" for none."""
    return ", ".join(f"{hitung[p]} {p.label.lower()}" for p in Penilaian if hitung[p])


def sebut_kartu(isi: Iterable[dict[str, Any]]) -> str:
    """Return the counts of a card of a list (`CekQuerySet.hitung_kartu`) in words."""
    return sebut(Counter({satu["penilaian"]: satu["n"] for satu in isi}))


def foto_terlihat(cek: CekWarga, orang: Any, *, sendiri: bool) -> list[FotoCek]:
    """Return the photos of a check that this person sees."""
    semua = list(cek.foto.select_related("berkas"))
    return semua if cek.boleh_publik() or sendiri or adalah_kecamatan(orang) else []


def tolakan_orang(orang: Any, proyek: Proyek) -> str:
    """Return why this person checks nothing of that project, in a sentence; "" when they can. At
    most one query."""
    if getattr(orang, "sandi_dari_kode_pada", None):
        return BELUM_TERBUKTI
    if rules.has_perm("laporan.cek", orang, proyek):
        return ""
    if adalah_aparat(orang):
        return "Ini proyek kampung Anda sendiri. Yang mengecek adalah warga, bukan kantornya."
    if adalah_kecamatan(orang):
        return "Kecamatan membaca cek warga, jadi tidak ikut mengecek."
    if adalah_bpk(orang):
        return "Sebagai anggota BPK Kampung, tulislah catatan pengawasan: kantornya menanggapi."
    return "Anda dapat menulis draf laporan proyek ini, jadi yang mengecek adalah warga lain."


def _hitung(isi: Iterable[dict[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    akun, tanpa = Counter[str](), Counter[str]()
    for satu in isi:
        (tanpa if satu["asal"] == "tanpa" else akun)[satu["penilaian"]] += satu["n"]
    return akun, tanpa
