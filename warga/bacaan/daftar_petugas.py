"""A list of officials that somebody sent as a table, read into the fields of the form of each.

Columns are found by their names, in any order and case. What is not understood stays as it was
typed, so that the form says what is wrong with it.
"""

import datetime as dt
from typing import Any

from core.berkas.tabel_masuk import BarisTabel, LembarMasuk, Nilai
from core.cari.nama import lipat
from core.galat import TidakBisa
from warga.enums import JenisInstansi, NamaJabatan
from warga.models import Instansi

TERBANYAK = 60  # officials of one file: the kecamatan, or all kampung with three each
# The field of the form → the names under which its column is known.
KOLOM: dict[str, tuple[str, ...]] = {
    "nama": ("nama", "nama petugas", "nama lengkap"),
    "instansi": ("bertugas di", "kampung", "tempat", "instansi"),
    "jabatan": ("jabatan",),
    "mulai": ("mulai", "mulai bertugas", "tanggal mulai", "tmt"),
    "kontak": ("kontak", "nomor hp", "hp", "no hp", "e-mail", "email", "nomor hp atau e-mail"),
}
WAJIB = ("nama", "jabatan", "kontak")
KEPALA = ("Nama", "Bertugas di", "Jabatan", "Mulai bertugas", "Nomor HP atau e-mail")
TANPA_KEPALA = (
    "Baris kepala tabelnya tidak ditemukan. Pakai templat kami: kolom Nama, Bertugas di, Jabatan, "
    "Mulai bertugas, dan Nomor HP atau e-mail."
)
TERLALU_BANYAK = f"Paling banyak {TERBANYAK} orang sekali unggah. Bagi berkasnya."
TANPA_ISI = "Belum ada orang di bawah baris kepalanya."


def baca_petugas(lembar: list[LembarMasuk]) -> list[dict[str, str]]:
    """Return the fields of each official as words for the form.

    Raises TidakBisa without a head that we know, without a row, and for too many.
    """
    for satu in lembar:
        baris = list(satu.baris)
        for letak, kepala in enumerate(baris[:20]):
            if kolom := _kolom(kepala):
                return _semua(baris[letak + 1 :], kolom)
    raise TidakBisa(TANPA_KEPALA)


def _kolom(baris: BarisTabel) -> dict[str, int] | None:
    """Return the column of each field, where this row is the head."""
    kata = [_rapi(nilai) for nilai in baris.nilai]
    ada = {
        nama: kata.index(satu)
        for nama, semua in KOLOM.items()
        if (satu := next((k for k in semua if k in kata), None)) is not None
    }
    return ada if set(WAJIB) <= set(ada) else None


def _semua(baris: list[BarisTabel], kolom: dict[str, int]) -> list[dict[str, str]]:
    if not baris:
        raise TidakBisa(TANPA_ISI)
    if len(baris) > TERBANYAK:
        raise TidakBisa(TERLALU_BANYAK)
    tempat, jabatan = _tempat(), _jabatan()
    hasil = []
    for satu in baris:
        isi = {nama: _teks(satu.di(letak)) for nama, letak in kolom.items()}
        isi["instansi"] = tempat.get(_kunci(isi.get("instansi", "kecamatan")), "")
        isi["jabatan"] = jabatan.get(_kunci(isi["jabatan"]), isi["jabatan"])
        hasil.append(isi)
    return hasil


def _tempat() -> dict[str, str]:
    """Return the key of each office under the names by which people write it."""
    semua = Instansi.objects.filter(jenis__in=(JenisInstansi.KAMPUNG, JenisInstansi.KECAMATAN))
    hasil: dict[str, str] = {}
    for satu in semua.select_related("kampung"):
        nama = ["kecamatan", satu.nama]
        if satu.kampung:
            nama = [satu.kampung.nama, satu.kampung.alias, satu.kampung.kode, satu.nama]
        hasil |= {_kunci(kata): str(satu.pk) for kata in nama if kata}
    return hasil


def _jabatan() -> dict[str, str]:
    semua = {_kunci(satu.label): satu.value for satu in NamaJabatan}
    return semua | {_kunci(satu.value): satu.value for satu in NamaJabatan}


def _kunci(kata: str) -> str:
    """Return a name without what people write in different ways."""
    tanpa = kata.lower().removeprefix("pemerintah ").removeprefix("kampung ").removeprefix("desa ")
    return lipat(tanpa.split())


def _rapi(nilai: Nilai) -> str:
    return " ".join(str(nilai or "").lower().split())


def _teks(nilai: Nilai) -> str:
    if isinstance(nilai, dt.datetime):
        nilai = nilai.date()
    if isinstance(nilai, dt.date):
        return nilai.isoformat()
    kata: Any = "" if nilai is None else nilai
    return str(kata).strip()
