"""The invented content of the story: projects, kiriman, followers, topics, news, checks (JSON)."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from proyek.enums import FrekuensiLaporan

FOLDER = Path(__file__).resolve().parent / "data"
KAMPUNG_CONTOH = "Contoh"


@dataclass(frozen=True)
class DataLaporan:
    """A report: percent done and percent of the budget spent, both so far; `rincian` is rupiah by
    the kind of thing that it was spent on.

    It tells of the days from `dari` to `sampai`, else of a month (`bulan_laporan`). `perbaikan` is
    the reason why it corrects the report of the same days; `ditarik` are the day and the reason
    on which it was taken back; `oleh` published it, else the kakam. `butir` are the percents of the
    items of the work; of a report that is `menyusul` the money follows.
    """

    terbit: str
    persen: str
    belanja: int
    narasi: str
    kendala: str
    tindak_lanjut: str
    foto: list[int]
    rincian: dict[str, int] = field(default_factory=dict)
    dari: str = ""
    sampai: str = ""
    perbaikan: str = ""
    ditarik: list[str] = field(default_factory=list)
    oleh: str = ""
    butir: list[int] = field(default_factory=list)
    menyusul: bool = False


@dataclass(frozen=True)
class DataProyek:
    """A project and its life; `sumber` are pairs of source and rupiah; dates as written.

    `rencana` are pairs of day and percent, `penyedia` a firm and the value of its contract,
    `penerima` the counts of men, women and families, `dokumen` kinds of paper, `lestari` the
    columns of Lestari with its goals, `salah_cair` rupiah recorded by mistake, `perubahan` a paper
    with the new size and money, `fungsi` answers (who, day, state, words) after the handover, `lpj`
    the day of the paper that closed its year, `frekuensi` how often it is reported, `evaluasi` the
    day of its evaluation and the words, `butir` pairs of an item of the work and its weight.
    """

    kode: str
    kampung: str
    judul: str
    kegiatan: str
    uraian: str
    volume: str
    satuan: str
    sumber: list[list[Any]]
    dibuka: str
    mulai: str
    selesai: str
    alasan: str
    gambar: str
    tahap: str
    jenis: str
    lokasi: str
    mulai_nyata: str
    selesai_nyata: str
    alasan_berhenti: str
    pencairan: int
    laporan: list[DataLaporan] = field(default_factory=list)
    letak: list[str] = field(default_factory=list)
    rencana: list[list[Any]] = field(default_factory=list)
    penyedia: list[Any] = field(default_factory=list)
    penerima: list[int] = field(default_factory=list)
    dokumen: list[str] = field(default_factory=list)
    lestari: dict[str, Any] = field(default_factory=dict)
    salah_cair: int = 0
    perubahan: dict[str, Any] = field(default_factory=dict)
    fungsi: list[list[str]] = field(default_factory=list)
    lpj: str = ""
    frekuensi: str = FrekuensiLaporan.BULANAN
    evaluasi: dict[str, str] = field(default_factory=dict)
    butir: list[list[Any]] = field(default_factory=list)


@dataclass(frozen=True)
class DataJanji:
    """A promise until `sampai`, and what became of it: done after `tepati`, in words and with a
    photo, or put off after `tunda` to a later day, with a reason. The one with neither was
    missed."""

    sampai: str
    tepati: str = ""
    selesai: str = ""
    gambar: str = ""
    tunda: str = ""
    tunda_ke: str = ""
    alasan: str = ""


@dataclass(frozen=True)
class DataKiriman:
    """A kiriman. `langkah` is how far it came; `letak` is latitude and longitude, if given."""

    kode: str
    jenis: str
    kampung: str
    nama: str
    isi: str
    kirim: str
    langkah: str
    jawaban: str
    proyek: str
    jangkauan: str
    bahaya: bool
    gambar: str
    letak: list[str] = field(default_factory=list)
    tempat_umum: bool = False
    langsung: bool = False
    janji: DataJanji | None = None


@dataclass(frozen=True)
class DataTopik:
    """A topic with its replies (role of the author, text); the last may be hidden."""

    ruang: str
    judul: str
    isi: str
    tanggal: str
    balasan: list[list[str]]
    proyek: str
    sembunyi: str


@dataclass(frozen=True)
class DataKabar:
    """A piece of news; `kampung` empty for the whole kecamatan."""

    judul: str
    isi: str
    jenis: str
    tanggal: str
    kampung: str


@dataclass(frozen=True)
class DataLingkungan:
    """One matter of the surroundings of a kampung, as its office told it on a day."""

    kampung: str
    hal: str
    tanggal: str
    keadaan: str
    tindakan: str


@dataclass(frozen=True)
class DataIkutan:
    """A person who supports a kiriman ("dukung") or follows a thing ("ikuti"). `hal` is the code of
    a kiriman or a project, or the name of a kampung."""

    siapa: str
    hal: str
    cara: str


@dataclass(frozen=True)
class DataCatatan:
    """A note of the BPK Kampung about a project, or about the report of that place among those that
    stand (`laporan`), and the answer of its office."""

    kode: str
    proyek: str
    kapan: str
    isi: str
    laporan: int = 0
    jawaban: str = ""
    dijawab: str = ""


@dataclass(frozen=True)
class DataCek(DataCatatan):
    """A check by a resident (`siapa` empty: without an account), with a photo at that `tahap`. The
    photo of a "tidak sesuai" is for the kecamatan alone."""

    siapa: str = ""
    penilaian: str = ""
    gambar: str = ""
    tahap: int = 0


def _baca(nama: str) -> list[dict[str, Any]]:
    hasil: list[dict[str, Any]] = json.loads((FOLDER / f"{nama}.json").read_text("utf-8"))
    return hasil


def proyek() -> list[DataProyek]:
    return [
        DataProyek(**{**baris, "laporan": [DataLaporan(**lap) for lap in baris["laporan"]]})
        for baris in _baca("proyek")
    ]


def kiriman() -> list[DataKiriman]:
    return [
        DataKiriman(**{**baris, "janji": DataJanji(**janji) if janji else None})
        for baris in _baca("kiriman")
        for janji in [baris.get("janji")]
    ]


def topik() -> list[DataTopik]:
    return [DataTopik(**baris) for baris in _baca("topik")]


def kabar() -> list[DataKabar]:
    return [DataKabar(**baris) for baris in _baca("kabar")]


def lingkungan() -> list[DataLingkungan]:
    return [DataLingkungan(**baris) for baris in _baca("lingkungan")]


def ikutan() -> list[DataIkutan]:
    return [DataIkutan(**baris) for baris in _baca("ikutan")]


def cek() -> list[DataCek]:
    return [DataCek(**baris) for baris in _baca("cek")]


def catatan() -> list[DataCatatan]:
    return [DataCatatan(**baris) for baris in _baca("catatan")]
