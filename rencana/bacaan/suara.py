"""Whose wishes stand behind rows: kiriman, lists of musyawarah dusun, and proven accounts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from aspirasi.enums import Jenis
from aspirasi.models import Aspirasi, Dukungan, TautanProyek
from core.templatetags.bentuk import angka
from rencana.models import (
    BarisRencana,
    DukunganBaris,
    MusyawarahDusun,
    Rencana,
    SuaraDusun,
    TautanRencana,
)
from warga.models import Pengguna


@dataclass
class Suara:
    """The voices behind one row."""

    laki: int = 0
    perempuan: int = 0
    akun: int = 0
    kiriman: list[Aspirasi] = field(default_factory=list)

    @property
    def dusun(self) -> int:
        return self.laki + self.perempuan

    @property
    def kata(self) -> str:
        """Return who wants it: "42 suara dari daftar musyawarah dusun, 12 dari akun yang sudah
        terbukti"."""
        bagian = []
        if self.dusun:
            orang = f"{angka(self.laki)} laki-laki, {angka(self.perempuan)} perempuan"
            bagian.append(f"{angka(self.dusun)} suara dari daftar musyawarah dusun ({orang})")
        if self.akun:
            bagian.append(f"{angka(self.akun)} dari akun yang terbukti")
        return ", ".join(bagian) or "Belum ada suara yang tercatat"


def suara_baris(
    baris: Iterable[BarisRencana], dusun: Iterable[MusyawarahDusun]
) -> dict[int, Suara]:
    """Return the voices by the keys of rows of one plan; two queries for any number of rows.
    `dusun` are the meetings with their `isi_suara`."""
    semua = {satu.pk: Suara() for satu in baris}
    for rapat in dusun:
        for isi in getattr(rapat, "isi_suara", []):
            if suara := semua.get(isi["baris"]):
                suara.laki += isi["laki"]
                suara.perempuan += isi["perempuan"]
    for kunci, _ in _pendukung(semua):
        semua[kunci].akun += 1
    proyek = {satu.proyek_id: satu.pk for satu in baris}
    for tautan in TautanProyek.objects.terbit().filter(proyek__in=proyek).order_by("pk"):
        semua[proyek[tautan.proyek_id]].kiriman.append(tautan.aspirasi)
    return semua


def _pendukung(baris: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Return (row, account) of proven accounts, each once: they support the row, or a public
    kiriman that its project answers."""
    terbukti = Pengguna.objects.terbukti().values("pk")
    kunci = list(baris)
    langsung = DukunganBaris.objects.filter(baris__in=kunci, pengguna__in=terbukti)
    lewat = Dukungan.objects.filter(
        aspirasi__in=Aspirasi.objects.terbit().values("pk"),
        aspirasi__tautan_proyek__proyek__baris_rencana__in=kunci,
        pengguna__in=terbukti,
    )
    kolom = "aspirasi__tautan_proyek__proyek__baris_rencana"
    dua = lewat.filter(**{f"{kolom}__in": kunci}).values_list(kolom, "pengguna")
    pasangan: Iterable[tuple[int, int]] = langsung.values_list("baris", "pengguna").union(dua)
    return [satu for satu in pasangan if satu[0] in set(kunci)]


def rapat_dusun(rencana: Rencana) -> list[MusyawarahDusun]:
    """Return the meetings of a plan with their voices (`isi_suara`), in one query."""
    isi = JSONObject(baris=F("baris"), laki=F("laki"), perempuan=F("perempuan"))
    suara = SuaraDusun.objects.filter(musyawarah=OuterRef("pk")).values(isi=isi)
    return list(rencana.musyawarah_dusun.annotate(isi_suara=ArraySubquery(suara)))


@dataclass
class Percakapan:
    """The public questions and objections, and the results of closed talks."""

    kiriman: list[TautanRencana] = field(default_factory=list)
    sepakat: list[TautanRencana] = field(default_factory=list)
    keberatan: int = 0


def percakapan(rencana: Rencana, baris: BarisRencana | None = None) -> Percakapan:
    """Return the public kiriman about a plan or a row, newest first, and the results of talks,
    those over other objections among them; one query."""
    semua = TautanRencana.objects.filter(rencana=rencana, **({"baris": baris} if baris else {}))
    hasil = Percakapan()
    for tautan in semua.select_related("aspirasi", "baris__proyek", "pembicaraan").order_by("-pk"):
        bicara = tautan.bicara
        if bicara and bicara.selesai_pada:
            hasil.sepakat.append(tautan)
        if tautan.aspirasi.terbit:
            hasil.kiriman.append(tautan)
            hasil.keberatan += tautan.aspirasi.jenis == Jenis.KEBERATAN
    return hasil


def jumlah_dusun(dusun: Iterable[MusyawarahDusun]) -> dict[int, int]:
    """Return how many voices each meeting gave, by its key."""
    jumlah: dict[int, int] = defaultdict(int)
    for rapat in dusun:
        for isi in getattr(rapat, "isi_suara", []):
            jumlah[rapat.pk] += isi["laki"] + isi["perempuan"]
    return jumlah
