"""The first query of the page of a project: its row, and short lists beside it.

A page that asked for each of them would cost a query each; they are bounded by their services.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, JSONObject

from proyek.enums import JenisBelanja, Tahap
from proyek.models import (
    ButirPekerjaan,
    Lpj,
    Pendanaan,
    PindahTahap,
    Proyek,
    RencanaKemajuan,
    TimProyek,
)
from proyek.models.himpunan import ProyekQuerySet, jauh
from warga.models import Kampung

P = TypeVar("P", bound=QuerySet[Proyek])
LAMPIRAN_TERBANYAK = 20  # kiriman and topics on the page of a project
CATATAN = 3  # notes of the BPK Kampung beside a thing; the others stand in their list
# Looks in the field, letters to the Inspektorat and musyawarah (`laporan.bacaan`).
LAPANGAN = {
    "isi_lapangan": "pemeriksaan",
    "isi_inspektorat": "surat_inspektorat",
    "isi_musyawarah": "musyawarah",
}
BANYAK_LAPANGAN = 5
GARIS = 8  # places of the line in time of its reports
LAPORAN = ("periode", "sampai", "persen")
ANGGOTA = ("peran", "nama", "jabatan", "nomor_kontrak", "tanggal_kontrak", "nilai_kontrak")


def untuk_halaman(himpunan: ProyekQuerySet) -> ProyekQuerySet:
    """Annotate `isi_rencana`, `isi_butir`, `isi_laporan`, `isi_tim`, `isi_kampung`, `isi_rincian`,
    `isi_lpj`, `banyak_suara`, `ada_pelajaran`, `nama_kampung_lain`, the checks of residents and the
    three of `LAPANGAN`: plain values, which `bacaan` turns into what people read."""
    rencana = RencanaKemajuan.objects.order_by("tanggal")
    laporan = jauh("laporan").berlaku().order_by("periode")
    lain: Any = Proyek.kampung_lain.through.objects.order_by("kampung__nama")
    return dengan_garis(himpunan.select_related("pemilik", "evaluasi"), GARIS).annotate(
        isi_rencana=_larik(rencana, tanggal="tanggal", persen="persen"),
        isi_butir=_butir(),
        isi_laporan=_larik(laporan, **{nama: nama for nama in LAPORAN}, terbit="diterbitkan_pada"),
        isi_tim=_larik(TimProyek.objects.order_by("pk"), **{nama: nama for nama in ANGGOTA}),
        isi_kampung=_kampung(),
        isi_terbaru=jauh("laporan").terbaru(),
        isi_rincian=_rincian(),
        nama_kampung_lain=_larik(lain, nama="kampung__nama"),
        isi_lpj=_lpj(),
        isi_suara=_isi_suara(),
        isi_topik=_isi_topik(),
        isi_catatan=isi_catatan("proyek"),
        isi_baris_rencana=_baris_rencana(),
        isi_bantuan=jauh("kontribusi").filter(proyek=OuterRef("pk")).ringkas(LAMPIRAN_TERBANYAK),
        isi_kerja_bakti=jauh("kerja_bakti").filter(proyek=OuterRef("pk")).ringkas("proyek"),
        banyak_suara=_suara(),
        ada_pelajaran=_pelajaran(),
        **jauh("cek").ringkas(proyek=OuterRef("pk")),
        **{
            kunci: jauh(nama).filter(proyek=OuterRef("pk")).ringkas(BANYAK_LAPANGAN)
            for kunci, nama in LAPANGAN.items()
        },
    )


def dengan_garis(himpunan: P, banyak: int) -> P:
    """Annotate `isi_garis`, `isi_ditarik`, `isi_ditunggu` and `isi_langkah`: reports, awaited ones
    and the steps of the work, one more of each than `banyak` (`laporan.bacaan.garis`)."""
    kerja = (Tahap.BERJALAN, Tahap.DIHENTIKAN_SEMENTARA, Tahap.SELESAI)
    langkah = PindahTahap.objects.berlaku().filter(proyek=OuterRef("pk"), ke__in=kerja)
    isi = JSONObject(**{nama: F(nama) for nama in ("dari", "ke", "tanggal", "dicatat")})
    return himpunan.annotate(
        **jauh("laporan").untuk_garis(banyak + 1),
        **jauh("jadwal_laporan").untuk_garis(banyak + 1),
        isi_langkah=ArraySubquery(langkah.order_by("-pk")[: banyak + 1].values(isi=isi)),
    )


def rincian_belanja(isi: Iterable[dict[str, Any]]) -> list[tuple[str, int]]:
    """Return (word, rupiah) of what the money was spent on, where reports tell."""
    jumlah = {satu["jenis"]: satu["jumlah"] for satu in isi}
    return [(str(j.label), jumlah[j]) for j in JenisBelanja if j in jumlah]


def _butir() -> ArraySubquery:
    """Return the items in use, each with the percent of the newest report that tells of it."""
    dilaporkan = jauh("laporan__kemajuan_butir").berlaku().filter(butir=OuterRef("pk"))
    terakhir = dilaporkan.order_by("-laporan__periode").values("persen")[:1]
    semua = ButirPekerjaan.objects.dipakai().annotate(dilaporkan=Subquery(terakhir))
    return _larik(semua, nama="nama", bobot="bobot", persen="dilaporkan")


def _rincian() -> ArraySubquery:
    """Return the sums of the spending lines of all reports, by their kind."""
    baris = jauh("laporan__rincian_belanja").berlaku().filter(laporan__proyek=OuterRef("pk"))
    jumlah = baris.order_by().values("jenis").annotate(jumlah=Sum("rupiah"))
    return ArraySubquery(jumlah.values(isi=JSONObject(jenis=F("jenis"), jumlah=F("jumlah"))))


def suara(proyek: Any) -> list[Any]:
    """Return the kiriman that everyone may read a project answers, the first `LAMPIRAN_TERBANYAK`
    of them and one more."""
    kiriman: Any = jauh("tautan_aspirasi").model._meta.get_field("aspirasi").related_model
    return [_satu(kiriman, isi) for isi in proyek.isi_suara]


def topik(proyek: Any) -> list[Any]:
    """Return its newest topics of the forum, as many."""
    model: Any = jauh("topik").model
    ruang = model._meta.get_field("ruang").related_model
    return [
        model(pk=isi["pk"], judul=isi["judul"], ruang=ruang(slug=isi["ruang"]))
        for isi in proyek.isi_topik
    ]


def _satu(model: Any, isi: dict[str, Any]) -> Any:
    dibuat = dt.datetime.fromisoformat(isi.pop("dibuat"))
    return model(**isi, dibuat=dibuat)


def _isi_suara() -> ArraySubquery:
    kolom = {nama: f"aspirasi__{nama}" for nama in ("nomor", "judul", "jenis", "dibuat")}
    milik = jauh("tautan_aspirasi").terbit().order_by("dibuat", "pk")
    return _larik(milik, LAMPIRAN_TERBANYAK + 1, **kolom)


def isi_catatan(hal: str) -> ArraySubquery:
    """Return the newest notes of the BPK Kampung about the outer row, which is a `hal` (proyek,
    laporan, keputusan), as `laporan.bacaan.catatan.kartu` reads them."""
    milik: Any = jauh("catatan_pengawasan").berdiri().filter(**{hal: OuterRef("pk")})
    catatan: ArraySubquery = milik.ringkas(CATATAN + 1)
    return catatan


def _baris_rencana() -> ArraySubquery:
    """Return its rows in public plans, as `rencana.bacaan.baris.baris_proyek` reads them."""
    milik = jauh("baris_rencana").umum().order_by("-rencana__tahun", "pk")
    kolom = {nama: nama for nama in ("pk", "urutan", "hasil", "kembali_tahun")}
    dari = {nama: f"rencana__{nama}" for nama in ("jenis", "tahun")}
    return _larik(milik, LAMPIRAN_TERBANYAK, **kolom, **dari)


def _isi_topik() -> ArraySubquery:
    milik = jauh("topik").terbit().order_by("-dibuat", "-pk")
    return _larik(milik, LAMPIRAN_TERBANYAK + 1, pk="pk", judul="judul", ruang="ruang__slug")


def _suara() -> Coalesce:
    """Return how many kiriman that everyone may read a project answers."""
    milik = jauh("tautan_aspirasi").terbit().filter(proyek=OuterRef("pk")).order_by()
    return Coalesce(Subquery(milik.values("proyek").annotate(n=Count("pk")).values("n")), 0)


def _pelajaran() -> Exists:
    """Return whether another work of the same kegiatan taught something."""
    serupa = jauh("evaluasi").terbaca().filter(proyek__kegiatan=OuterRef("kegiatan"))
    return Exists(serupa.exclude(proyek=OuterRef("pk")))


def _kampung() -> ArraySubquery:
    """Return every kampung with its middle, for the map."""
    kolom = {nama: F(nama) for nama in ("nama", "lintang", "bujur")}
    semua = Kampung.objects.order_by("contoh", "nama")
    return ArraySubquery(semua.values(isi=JSONObject(**kolom)))


def _lpj() -> ArraySubquery:
    """Return the LPJ that close years of the money of a project."""
    tahun = Pendanaan.objects.filter(proyek=OuterRef(OuterRef("pk"))).values("tahun")
    milik = Lpj.objects.filter(kampung=OuterRef("kampung"), dicabut_pada=None, tahun__in=tahun)
    isi = JSONObject(pk=F("pk"), tahun=F("tahun"), nomor=F("nomor"), tanggal=F("tanggal"))
    return ArraySubquery(milik.order_by("tahun").values(isi=isi))


def _larik(baris: Any, banyak: int | None = None, /, **kolom: str) -> ArraySubquery:
    isi = JSONObject(**{nama: F(asal) for nama, asal in kolom.items()})
    return ArraySubquery(baris.filter(proyek=OuterRef("pk"))[:banyak].values(larik=isi))
