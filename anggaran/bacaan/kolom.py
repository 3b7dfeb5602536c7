"""Columns of tables from Siskeudes, OpenSID, OpenDK, or our own template, found by their names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.berkas.tabel_masuk import BarisTabel, LembarMasuk, Nilai
from core.galat import TidakBisa

KEPALA_TERJAUH = 30
# The columns by the names that they have there: letters and digits alone, small.
NAMA_KOLOM: dict[str, tuple[str, ...]] = {
    "tahun": ("tahun", "tahunanggaran"),
    "desa": ("kddesa", "kodedesa"),
    "kegiatan": ("kdkeg", "kodekeg", "kodekegiatan", "kegiatankode"),
    "nama": ("namakegiatan", "namakeg", "uraian", "namaakun"),
    "rekening": ("kdrincian", "koderek", "koderekening", "noakun", "kdrekening"),
    "akun": ("kdakun", "kelompok"),
    "sumber": ("sumberdana", "kdsumber", "sumber"),
    "tahap": ("tahap", "tahappenyaluran"),
    "anggaran": ("anggaran", "anggaranrp", "nilaianggaran", "jumlah", "pagu", "jumlahrp"),
    "perubahan": ("anggaranstlhpak", "anggaransetelahpak", "perubahan", "anggaranperubahan"),
    "realisasi": ("realisasi", "realisasirp", "nilairealisasi"),
    "debet": ("debet", "debit"),
    "kredit": ("kredit",),
    "nilai": ("nilai",),
}
KENAL = {nama: kolom for kolom, semua in NAMA_KOLOM.items() for nama in semua}
UANG = ("anggaran", "perubahan", "realisasi", "debet", "nilai")
# Columns that hold people. A table with one of them is not taken in.
ORANG = re.compile(
    r"nik|npwp|nip|nmpptkd|nippptkd|nopptkd|norek\w*|nomorrekening|rekbank|namapenerima|penerima"
    r"|namarekeningbank|nohp|telepon|namapemilik|nokk|nmpejabat|nmkades|nmbendahara|nmperangkat"
)
NOMOR_ORANG = re.compile(r"(?<![\d.])\d{16}(?![\d.])|\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}")
TAK_DIKENAL = (
    "Kepala tabelnya tidak kami kenali. Perlu satu kolom kode (Kode Keg., Kd_Keg, Kd_Rincian, atau "
    "Kode Rek.) dan satu kolom uang (Anggaran, Realisasi, Nilai, atau Debet). Pakai cetakan LRA "
    "per kegiatan, tabel Siskeudes, atau templat kami."
)
BERISI_ORANG = (
    "Tabel ini memuat data orang ({kolom}). Kami tidak mengambil dan tidak menyimpannya. Hapus "
    "kolom itu, atau pakai cetakan LRA per kegiatan."
)
KEMBAR = "Ada dua kolom untuk hal yang sama: {a} dan {b}. Sisakan satu."
GABUNGAN = (
    "Sel {sel} digabung melewati beberapa baris. Pisahkan dulu (Gabungkan & Ratakan Tengah, Pisah "
    "Sel), lalu unggah lagi."
)


@dataclass(frozen=True)
class TabelKenal:
    """A table whose head was found: the place of each column, the rows above, and those below."""

    kolom: dict[str, int]
    judul: tuple[BarisTabel, ...]
    isi: tuple[BarisTabel, ...]

    def nilai(self, baris: BarisTabel, kolom: str) -> Nilai:
        return baris.di(self.kolom[kolom]) if kolom in self.kolom else None

    def kata(self, baris: BarisTabel, kolom: str) -> str:
        nilai = self.nilai(baris, kolom)
        return "" if nilai is None else str(nilai).strip()


def cari_tabel(lembar: list[LembarMasuk]) -> TabelKenal:
    """Return the first table with a head that we know. Raises TidakBisa for none, for one with
    people in it, and for cells that were merged over rows of it."""
    for satu in lembar:
        for ke, baris in enumerate(satu.baris[:KEPALA_TERJAUH]):
            if _kepala(baris):
                tabel = TabelKenal(_tempat(baris), satu.baris[:ke], satu.baris[ke + 1 :])
                _tolak_orang(baris, tabel.isi)
                _tolak_gabungan(satu, baris.nomor)
                return tabel
    for satu in lembar:
        for baris in satu.baris[:KEPALA_TERJAUH]:
            _tolak_orang(baris, satu.baris)
    raise TidakBisa(TAK_DIKENAL)


def lipat(nilai: Nilai) -> str:
    """Return a name of a column as it is compared: letters and digits alone, small."""
    return re.sub(r"[\W_]+", "", str(nilai or "").lower())


def _kepala(baris: BarisTabel) -> bool:
    ada = {KENAL[nama] for nama in map(lipat, baris.nilai) if nama in KENAL}
    berkode = ada & {"kegiatan", "rekening", "akun"}
    return bool(berkode) and bool(ada & set(UANG))


def _tempat(baris: BarisTabel) -> dict[str, int]:
    tempat: dict[str, int] = {}
    for ke, nilai in enumerate(baris.nilai):
        kolom = KENAL.get(lipat(nilai))
        if kolom is None:
            continue
        if kolom in tempat:
            raise TidakBisa(KEMBAR.format(a=baris.di(tempat[kolom]), b=nilai))
        tempat[kolom] = ke
    return tempat


def _tolak_orang(kepala: BarisTabel, isi: tuple[BarisTabel, ...]) -> None:
    """Raise TidakBisa where a column is one of people, or a cell holds a number of a person."""
    for ke, nilai in enumerate(kepala.nilai):
        nama = lipat(nilai)
        beralamat = nama == "alamat" and any(baris.di(ke) for baris in isi)
        if beralamat or ORANG.fullmatch(nama):
            raise TidakBisa(BERISI_ORANG.format(kolom=nilai))
    for baris in isi:
        for nilai in baris.nilai:
            if isinstance(nilai, str) and NOMOR_ORANG.search(nilai):
                raise TidakBisa(BERISI_ORANG.format(kolom=f"baris {baris.nomor}"))


def _tolak_gabungan(lembar: LembarMasuk, kepala: int) -> None:
    for sel in _di_bawah(lembar.gabungan, kepala):
        raise TidakBisa(GABUNGAN.format(sel=sel))


def _di_bawah(gabungan: tuple[str, ...], kepala: int) -> Iterator[str]:
    for sel in gabungan:
        akhir = re.search(r"(\d+)$", sel)
        if akhir and int(akhir[1]) > kepala + 1:
            yield sel
