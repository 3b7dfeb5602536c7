"""The lines of the list "Siap dibuka untuk umum", and how each stands.

A line is either seen by the portal (`ada`) or said by a person (`Kesiapan`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse

from meja.kesiapan.fakta import Fakta
from warga.enums import ButirKesiapan, NamaJabatan
from warga.models import Kampung, Kesiapan

Butir = ButirKesiapan
MENJAWAB = (NamaJabatan.OPERATOR, NamaJabatan.SEKRETARIS, NamaJabatan.KASI)
PEMERIKSA = (NamaJabatan.PEMERIKSA, NamaJabatan.PENGGANTI)


class Dilihat(NamedTuple):
    """A look of the portal: whether it is enough, and a sentence of what there is."""

    cukup: bool
    kata: str


Lihat = Callable[[Fakta, Kampung | None], Dilihat]


@dataclass(frozen=True)
class Syarat:
    """One line. `lihat` sees it in the data, or `butir` says which line a person writes; `naskah`
    names the draft of its paper, `tempat` the page where it is set right. What is not `wajib` is
    only advised."""

    nama: str
    judul: str
    guna: str
    lihat: Lihat | None = None
    butir: str = ""
    naskah: str = ""
    tempat: str = ""
    wajib: bool = True


@dataclass(frozen=True)
class Baris:
    """One line as it stands today."""

    syarat: Syarat
    cukup: bool
    kata: str
    catatan: Kesiapan | None = None

    @property
    def menghalangi(self) -> bool:
        """Return whether nothing may be opened before it is there."""
        return self.syarat.wajib and not self.cukup

    @property
    def tempat(self) -> str:
        """Return the address where it is set right; "" for none."""
        return reverse(self.syarat.tempat) if self.syarat.tempat else ""


def _orang(banyak: int, kurang: str) -> Dilihat:
    return Dilihat(banyak > 0, "Akunnya ada." if banyak else kurang)


def _camat(f: Fakta, _: Kampung | None) -> Dilihat:
    return _orang(
        len(f.akun(None, NamaJabatan.CAMAT)), "Belum ada akun yang memegang jabatan camat."
    )


def _pemeriksa(f: Fakta, _: Kampung | None) -> Dilihat:
    banyak = len(f.akun(None, *PEMERIKSA))
    kata = f"{banyak} orang memeriksa kiriman." if banyak else "Belum ada pemeriksa kiriman."
    return Dilihat(banyak > 1, kata)


def _rahasia(f: Fakta, _: Kampung | None) -> Dilihat:
    kurang = "Belum ada petugas yang boleh membaca kiriman rahasia."
    return Dilihat(f.ada_pembaca_rahasia, "Petugasnya ada." if f.ada_pembaca_rahasia else kurang)


def _kantor(f: Fakta, kampung: Kampung | None) -> Dilihat:
    kantor = f.kantor.get(kampung.pk if kampung else None, [])
    if not kantor:
        return Dilihat(False, "Kantornya belum dicatat.")
    kurang = next((satu.kurang for satu in kantor if satu.kurang), [])
    kata = f"Belum ada: {', '.join(kurang)}." if kurang else "Alamat, jam, dan nomornya ada."
    return Dilihat(not kurang, kata)


def _cadangan(f: Fakta, _: Kampung | None) -> Dilihat:
    kata = "Cadangan terakhir masih baru." if f.cadangan_baik else "Belum ada cadangan yang baru."
    return Dilihat(f.cadangan_baik, kata)


def _kakam(f: Fakta, kampung: Kampung | None) -> Dilihat:
    kurang = "Belum ada akun Kepala Kampung."
    return _orang(len(f.akun(_kunci(kampung), NamaJabatan.KAKAM)), kurang)


def _menjawab(f: Fakta, kampung: Kampung | None) -> Dilihat:
    banyak = len(f.akun(_kunci(kampung), *MENJAWAB))
    kata = f"{banyak} orang menjawab warga di portal." if banyak else "Belum ada yang ditunjuk."
    return Dilihat(banyak > 1, kata)


def _masuk(f: Fakta, kampung: Kampung | None) -> Dilihat:
    pernah = f.pernah_masuk(_kunci(kampung))
    kakam = f.akun(_kunci(kampung), NamaJabatan.KAKAM) & pernah
    penjawab = f.akun(_kunci(kampung), *MENJAWAB) & pernah
    cukup = bool(kakam and penjawab)
    kurang = "Kepala Kampung atau operatornya belum pernah masuk ke portal."
    return Dilihat(cukup, "Mereka sudah pernah masuk ke portal." if cukup else kurang)


def _bpk(f: Fakta, kampung: Kampung | None) -> Dilihat:
    banyak = len(f.akun(_kunci(kampung), NamaJabatan.KETUA_BPK, NamaJabatan.ANGGOTA_BPK))
    return _orang(banyak, "Belum ada akun BPK Kampung.")


def _pembina(_: Fakta, kampung: Kampung | None) -> Dilihat:
    ada = bool(kampung and kampung.petugas_pembina_id and kampung.pembina_pengganti_id)
    kurang = "Petugas pembina dan penggantinya di kecamatan belum lengkap."
    return Dilihat(ada, "Petugas pembina dan penggantinya ada." if ada else kurang)


def _pengaduan(_: Fakta, kampung: Kampung | None) -> Dilihat:
    ada = bool(kampung and kampung.alamat_pengaduan)
    return Dilihat(ada, "Sudah dicatat." if ada else "Belum dicatat.")


def _proyek(f: Fakta, kampung: Kampung | None) -> Dilihat:
    banyak = f.proyek[kampung.pk] if kampung else 0
    return Dilihat(banyak > 0, f"{banyak} proyek dengan anggaran {f.tahun} sudah dicatat.")


def _kunci(kampung: Kampung | None) -> int | None:
    return kampung.pk if kampung else None


PORTAL = (
    Syarat(
        "camat",
        "Akun camat",
        "Camat memutuskan, dan melihat seluruh kecamatan.",
        _camat,
        tempat="kode:petugas",
    ),
    Syarat(
        "pemeriksa",
        "Pemeriksa kiriman dan penggantinya",
        "Kiriman warga dilihat dalam tiga hari kerja, juga bila satu orang sakit.",
        _pemeriksa,
        tempat="kode:petugas",
    ),
    Syarat(
        "rahasia",
        "Petugas kiriman rahasia",
        "Kiriman tentang aparat hanya dibaca petugas yang ditunjuk.",
        _rahasia,
        tempat="kode:pembaca",
    ),
    Syarat(
        "kantor",
        "Kontak dan jam kantor kecamatan",
        "Tampil di kaki setiap halaman.",
        _kantor,
        tempat="admin:warga_kantorkecamatan_changelist",
    ),
    Syarat("cadangan", "Cadangan data", "Dibuat mesin setiap malam.", _cadangan),
    Syarat(
        Butir.SK_TIM,
        Butir.SK_TIM.label,
        "Menyebut camat, pemeriksa kiriman, PPID, dan admin.",
        butir=Butir.SK_TIM,
        naskah="sk-tim",
    ),
    Syarat(
        Butir.PELINDUNGAN_DATA,
        Butir.PELINDUNGAN_DATA.label,
        "Orang yang dihubungi warga tentang data pribadinya (UU 27/2022).",
        butir=Butir.PELINDUNGAN_DATA,
        naskah="sk-tim",
    ),
    Syarat(
        Butir.MAKLUMAT,
        Butir.MAKLUMAT.label,
        "Janji pelayanan yang dipasang di kantor (UU 25/2009).",
        butir=Butir.MAKLUMAT,
        naskah="maklumat",
    ),
    Syarat(
        Butir.INSIDEN,
        Butir.INSIDEN.label,
        "Siapa menelepon siapa bila data bocor; warga diberi tahu paling lambat 3×24 jam.",
        butir=Butir.INSIDEN,
        naskah="insiden",
    ),
    Syarat(
        Butir.PULIH,
        Butir.PULIH.label,
        "Cadangan yang belum pernah dicoba belum tentu dapat dipakai.",
        butir=Butir.PULIH,
    ),
)
KAMPUNG = (
    Syarat(
        "kakam", "Akun Kepala Kampung", "Memutuskan dan menerbitkan.", _kakam, tempat="kode:petugas"
    ),
    Syarat(
        "menjawab",
        "Operator dan penggantinya",
        "Dua orang menjawab warga: operator, sekretaris, atau kepala seksi.",
        _menjawab,
        tempat="kode:petugas",
    ),
    Syarat("masuk", "Sudah pernah masuk", "Kode aktivasi sudah sampai dan dipakai.", _masuk),
    Syarat(
        "kantor",
        "Kontak dan jam balai kampung",
        "Ke sana warga tanpa HP datang.",
        _kantor,
        tempat="admin:warga_kampung_changelist",
    ),
    Syarat(
        "pengaduan",
        "Tempat mengadu langsung",
        "Wajib diumumkan (Permendagri 20/2018).",
        _pengaduan,
        tempat="admin:warga_kampung_changelist",
    ),
    Syarat(
        "pembina",
        "Petugas pembina di kecamatan",
        "Yang ditanya kampung bila ragu.",
        _pembina,
        tempat="admin:warga_kampung_changelist",
    ),
    Syarat(
        Butir.PENUNJUKAN,
        Butir.PENUNJUKAN.label,
        "Supaya jelas siapa yang bertanggung jawab di kampung.",
        butir=Butir.PENUNJUKAN,
        naskah="penunjukan",
    ),
    Syarat(
        Butir.LATIHAN,
        Butir.LATIHAN.label,
        "Langkahnya ada di panduan “Memulai dalam satu sore”.",
        butir=Butir.LATIHAN,
    ),
    Syarat(
        "proyek", "Proyek tahun ini", "Supaya halaman kampung tidak kosong.", _proyek, wajib=False
    ),
    Syarat(
        "bpk",
        "Akun BPK Kampung",
        "Mengawasi di tempat yang sama.",
        _bpk,
        tempat="kode:petugas",
        wajib=False,
    ),
)


def daftar(fakta: Fakta, kampung: Kampung | None) -> list[Baris]:
    """Return the lines of a kampung, or of the portal for None."""
    return [_baris(fakta, kampung, syarat) for syarat in (KAMPUNG if kampung else PORTAL)]


def _baris(fakta: Fakta, kampung: Kampung | None, syarat: Syarat) -> Baris:
    if syarat.lihat:
        dilihat = syarat.lihat(fakta, kampung)
        return Baris(syarat, dilihat.cukup, dilihat.kata)
    catatan = fakta.catatan.get((syarat.butir, _kunci(kampung)))
    return Baris(syarat, catatan is not None, "" if catatan else "Belum dicatat.", catatan)


def kurang(fakta: Fakta, kampung: Kampung | None) -> list[str]:
    """Return the titles of the lines without which nothing is opened."""
    return [baris.syarat.judul for baris in daftar(fakta, kampung) if baris.menghalangi]


def manual(kampung: Kampung | None, butir: str) -> Syarat | None:
    """Return the line that a person writes, by its name; None where there is none."""
    return next((s for s in (KAMPUNG if kampung else PORTAL) if s.butir == butir), None)
