"""Things that a person at a desk may look for, or opened lately: of every kind, in one question.

Each kind is asked with its own `terlihat`, so nothing is named here that its own pages would hide.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse

from aspirasi.enums import Status
from aspirasi.models import Aspirasi, PermintaanKeterangan
from core.cari.kueri import Pencarian
from core.cari.nomor import rapikan_nomor
from forum.models import Topik
from kabar.enums import Jenis as JenisKabar
from kabar.models import Kabar
from laporan.enums import Penilaian
from laporan.models import LaporanKemajuan
from meja.benda_ucapan import catatan_terlihat, cek_terlihat
from proyek.enums import Dasar, Tahap
from proyek.models import Keputusan, Proyek
from warga.models import Pengguna

SEKILAS = 5
PANJANG_JUDUL = 120
KOSONG = Value("", output_field=TextField())


@dataclass(frozen=True)
class Benda:
    """A kind of thing. `kunci` is the column that its address names, `judul`, `keadaan` and
    `tempat` are what a row says; `sebut` are the words of its states. `daftar` is the page of all
    that hold some words ("": none), `urut` their order where they match alike. `nomor` is the
    column of its public number."""

    nama: str
    kata: str
    terlihat: Callable[[Pengguna], QuerySet[Any]]
    alamat: Callable[[str], str]
    kunci: Any
    keadaan: str
    tempat: str
    judul: Any = "judul"
    sebut: Mapping[str, str] = field(default_factory=dict)
    daftar: str = ""
    nomor: str = ""
    dicari: bool = True
    urut: tuple[str, ...] = ("-pk",)

    def baris(self, oleh: Pengguna) -> QuerySet[Any]:
        """Return the rows that this person may see, with the columns that all kinds share."""
        nomor = F(self.nomor) if self.nomor else KOSONG
        return self.terlihat(oleh).annotate(
            b_jenis=Value(self.nama, output_field=TextField()),
            b_kunci=Cast(self.kunci, TextField()),
            b_judul=Cast(self.judul, CharField(max_length=PANJANG_JUDUL)),
            b_keadaan=Cast(self.keadaan, TextField()),
            b_tempat=Coalesce(Cast(self.tempat, TextField()), KOSONG),
            b_nomor=Coalesce(Cast(nomor, TextField()), KOSONG),
        )

    def berkunci(self, kunci: list[str], oleh: Pengguna) -> QuerySet[Any]:
        """Return those of `baris` with these keys, by the column that has an index."""
        if isinstance(self.kunci, str):
            return self.baris(oleh).filter(**{f"{self.kunci}__in": kunci})
        return self.baris(oleh).filter(pk__in=[satu.rpartition("/")[2] for satu in kunci])


@dataclass(frozen=True)
class Temu:
    """One thing as a list names it."""

    benda: Benda
    kunci: str
    judul: str
    keadaan: str
    tempat: str
    nomor: str

    @property
    def alamat(self) -> str:
        return self.benda.alamat(self.kunci)

    @property
    def kata_keadaan(self) -> str:
        """Return its state in words."""
        return str(self.benda.sebut.get(self.keadaan, ""))


@dataclass(frozen=True)
class Sejenis:
    """The things found of one kind, and whether there is more."""

    benda: Benda
    isi: list[Temu]
    lagi: bool


def _topik(kunci: str) -> str:
    slug, _, pk = kunci.rpartition("/")
    return reverse("forum:topik", args=[slug, pk])


def _pada(nama: str) -> Callable[[str], str]:
    return lambda kunci: reverse(nama, args=[kunci])


def _bernomor(nama: str) -> Callable[[str], str]:
    return lambda kunci: reverse(nama, args=[int(kunci)])


BENDA: tuple[Benda, ...] = (
    Benda(
        nama="kiriman",
        kata="Kiriman warga",
        terlihat=lambda oleh: Aspirasi.objects.untuk_meja(oleh),
        alamat=_pada("meja:aspirasi_rincian"),
        kunci="acuan",
        keadaan="status",
        tempat="kampung__nama",
        sebut=dict(Status.choices),
        daftar="meja:aspirasi",
        nomor="nomor",
    ),
    Benda(
        nama="proyek",
        kata="Kegiatan",
        terlihat=lambda oleh: Proyek.objects.visible_to(oleh),
        alamat=_pada("proyek:rincian"),
        kunci="nomor",
        keadaan="tahap",
        tempat="kampung__nama",
        sebut=dict(Tahap.choices),
        daftar="proyek:daftar",
        nomor="nomor",
    ),
    Benda(
        nama="laporan",
        kata="Laporan kemajuan",
        terlihat=lambda oleh: LaporanKemajuan.objects.visible_to(oleh).terbit(),
        alamat=_pada("laporan:rincian"),
        kunci="nomor",
        judul="proyek__judul",
        keadaan="status",
        tempat="proyek__kampung__nama",
        daftar="laporan:daftar",
        nomor="nomor",
    ),
    Benda(
        nama="keputusan",
        kata="Keputusan",
        terlihat=lambda oleh: Keputusan.objects.visible_to(oleh),
        alamat=_pada("keputusan:rincian"),
        kunci="nomor",
        keadaan="dasar",
        tempat="kampung__nama",
        sebut=dict(Dasar.choices),
        daftar="keputusan:daftar",
        nomor="nomor",
    ),
    Benda(
        nama="kabar",
        kata="Kabar",
        terlihat=lambda oleh: Kabar.objects.visible_to(oleh),
        alamat=_pada("kabar:rincian"),
        kunci="pk",
        keadaan="jenis",
        tempat="kampung__nama",
        sebut=dict(JenisKabar.choices),
        daftar="kabar:daftar",
    ),
    Benda(
        nama="topik",
        kata="Diskusi warga",
        terlihat=lambda oleh: Topik.objects.visible_to(oleh),
        alamat=_topik,
        kunci=Concat(
            Cast("ruang__slug", TextField()),
            Value("/", output_field=TextField()),
            Cast("pk", TextField()),
        ),
        keadaan="ruang__slug",
        tempat="ruang__nama",
        daftar="forum:daftar",
    ),
    Benda(
        nama="cek",
        kata="Cek warga",
        terlihat=cek_terlihat,
        alamat=_bernomor("laporan:cek"),
        kunci="pk",
        judul="proyek__judul",
        keadaan="penilaian",
        tempat="proyek__kampung__nama",
        sebut=dict(Penilaian.choices),
        urut=("-minggu", "urutan"),  # no order of arrival
    ),
    Benda(
        nama="catatan",
        kata="Catatan BPK Kampung",
        terlihat=catatan_terlihat,
        alamat=_bernomor("laporan:catatan_satu"),
        kunci="pk",
        judul=Coalesce("keputusan__judul", "proyek__judul"),
        keadaan="penanggap",
        tempat="kampung__nama",
    ),
    Benda(
        nama="permintaan",
        kata="Permintaan keterangan",
        terlihat=lambda oleh: PermintaanKeterangan.objects.visible_to(oleh),
        alamat=_pada("meja:permintaan_jawab"),
        kunci="acuan",
        judul="pertanyaan",
        keadaan="kampung__slug",
        tempat="kampung__nama",
        dicari=False,  # its words stand in no column of words
    ),
)
MENURUT_NAMA = {satu.nama: satu for satu in BENDA}
KOLOM = ("b_jenis", "b_kunci", "b_judul", "b_keadaan", "b_tempat", "b_nomor")


def cari(kata: str, oleh: Pengguna) -> list[Sejenis]:
    """Return what holds the words, by kind, best first: two questions, whatever there is."""
    tanya = Pencarian(kata)
    if not tanya.bagian:
        return []
    bagian = []
    for benda in BENDA:
        if benda.dicari:
            cocok = tanya.peringkat(tanya.cocok(benda.baris(oleh)))
            bagian.append(_bagian(cocok, "-peringkat", *benda.urut))
    semua = _tanya(bagian)
    return [
        Sejenis(benda, milik[:SEKILAS], len(milik) > SEKILAS)
        for benda in BENDA
        if (milik := [satu for satu in semua if satu.benda is benda])
    ]


def sebut(kunci: Iterable[tuple[str, str]], oleh: Pengguna) -> list[Temu]:
    """Return the things with these (kind, key) that this person may see by now, in this order: one
    question."""
    diminta = [satu for satu in kunci if satu[0] in MENURUT_NAMA]
    bagian = []
    for nama in dict.fromkeys(nama for nama, _ in diminta):
        milik = [satu for jenis, satu in diminta if jenis == nama]
        benda = MENURUT_NAMA[nama]
        bagian.append(benda.berkunci(milik, oleh).order_by().values_list(*KOLOM))
    ada = {(satu.benda.nama, satu.kunci): satu for satu in _tanya(bagian)}
    return [ada[satu] for satu in diminta if satu in ada]


def bernomor(teks: str, oleh: Pengguna) -> str:
    """Return the address of the thing whose public number this is, in any writing; "" for other
    words, and for a thing that this person may not see."""
    for model, nama in ((Aspirasi, "kiriman"), (Proyek, "proyek"), (Keputusan, "keputusan")):
        if alamat := _alamat_nomor(model, MENURUT_NAMA[nama], teks, oleh):
            return alamat
    return _alamat_nomor(LaporanKemajuan, MENURUT_NAMA["laporan"], teks, oleh)


def _alamat_nomor(model: Any, benda: Benda, teks: str, oleh: Pengguna) -> str:
    nomor = rapikan_nomor(teks.strip()[:40], model.awalan_nomor, model.lebar_nomor)
    if not nomor:
        return ""
    satu = benda.baris(oleh).filter(nomor=nomor).values_list("b_kunci", flat=True).first()
    if satu:
        return benda.alamat(satu)
    umum = model is Aspirasi and Aspirasi.objects.terbit().filter(nomor=nomor).exists()
    return reverse("aspirasi:rincian", args=[nomor]) if umum else ""


def _bagian(cocok: QuerySet[Any], *urut: str) -> QuerySet[Any]:
    """Return the best of one kind, and one more, by which one knows of others."""
    cocok.query.clear_limits()
    return cocok.order_by(*urut).values_list(*KOLOM)[: SEKILAS + 1]


def _tanya(bagian: list[QuerySet[Any]]) -> list[Temu]:
    """Ask for all kinds at once."""
    if not bagian:
        return []
    awal, *lain = bagian
    baris = awal.union(*lain, all=True) if lain else awal
    return [Temu(MENURUT_NAMA[jenis], *isi) for jenis, *isi in baris]
