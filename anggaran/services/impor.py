"""An upload for a paper of the budget: read at once or by the worker, then taken in as a whole."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from anggaran.bacaan.kolom import cari_tabel
from anggaran.bacaan.urai import Uraian, urai
from anggaran.enums import JenisAnggaran, Kelompok
from anggaran.laku import Aksi
from anggaran.models import AnggaranKampung, BarisAnggaran, Impor, KodeSiskeudes, StatusImpor
from anggaran.services.belanja import isi_proyek
from anggaran.services.kunci import kunci_surat
from anggaran.services.susun import KepalaAnggaran, simpan_draf
from core.antrean.tugas import antre
from core.berkas.baca_xlsx import baca_tabel
from core.galat import TidakBisa
from core.templatetags.bentuk import rupiah
from core.waktu import sekarang
from proyek.models import Bidang
from warga.models import Kampung, Pengguna

BACA = "anggaran.services.impor.baca_unggahan"
KECIL = 256 * 1024  # bytes that a request reads by itself
SIMPAN = dt.timedelta(days=14)
BANYAK_DESA = (
    "Berkas ini memuat beberapa desa ({kode}). Tulis kode desa kampung ini menurut Siskeudes."
)
DESA_LAIN = "Berkas ini tidak memuat desa {kode}. Yang ada: {ada}."
KODE_TERPAKAI = "Kode desa {kode} sudah tercatat untuk Kampung {kampung}."
TIDAK_COCOK = (
    "Jumlah {apa} di tabel {nyata}, padahal Anda menulis {total}. Tidak ada yang diambil. Periksa "
    "jumlah di cetakan Siskeudes, atau tabelnya."
)


class Ditolak(TidakBisa):
    """A file that is not taken in; `masalah` says why, one sentence for each row."""

    def __init__(self, masalah: list[str]) -> None:
        super().__init__(masalah[0])
        self.masalah = masalah


@dataclass(frozen=True)
class Unggahan:
    """The words that somebody sent with a file."""

    total: int
    sampai: dt.date | None = None
    kode: str = ""
    alasan: str = ""


@transaction.atomic
def unggah(
    *,
    surat: AnggaranKampung,
    isi: bytes,
    unggahan: Unggahan,
    oleh: Pengguna,
    kunci_sekali: str | None = None,
) -> Impor:
    """Read a small file and keep what it says; leave a large one to the worker.

    Raises Ditolak for a small one that is not taken in: then nothing at all is stored.
    """
    impor = Impor(kampung=surat.kampung, tahun=surat.tahun, jenis=surat.jenis, ke=surat.ke)
    impor.total, impor.sampai, impor.oleh = unggahan.total, unggahan.sampai, oleh
    impor.kunci_sekali = kunci_sekali
    impor.hasil = {"kode": unggahan.kode, "alasan": unggahan.alasan}
    if len(isi) > KECIL:
        impor.isi = isi
        impor.save(force_insert=True)
        antre(BACA, impor.pk, kunci=f"impor:{impor.pk}")
        return impor
    _baca(impor, isi)
    impor.save(force_insert=True)
    return impor


@transaction.atomic
def baca_unggahan(kunci: int) -> None:
    """Read a file that waits (a task of the worker). The file is not kept, read or refused."""
    impor = Impor.objects.select_for_update(of=("self",)).filter(pk=kunci).first()
    if impor is None or impor.status != StatusImpor.MENUNGGU:
        return
    isi, impor.isi = bytes(impor.isi or b""), None
    try:
        _baca(impor, isi)
    except Ditolak as galat:
        impor.status, impor.masalah = StatusImpor.DITOLAK, galat.masalah
    impor.save()


def _baca(impor: Impor, isi: bytes) -> None:
    """Put what a file says into an upload. Raises Ditolak."""
    try:
        uraian = urai(cari_tabel(baca_tabel(isi)), impor.jenis, impor.tahun)
        if uraian.masalah:
            raise Ditolak(uraian.masalah)
        kode = _pilih_desa(impor.kampung, uraian, impor.hasil["kode"])
        _cocokkan(uraian, impor.total)
    except Ditolak:
        raise
    except TidakBisa as galat:
        raise Ditolak([galat.pesan]) from galat
    baris = [[k[0], k[1], k[2], jumlah] for k, jumlah in sorted(uraian.jumlah.items())]
    impor.hasil |= {"kode": kode, "baris": _gabung(baris), "nama": uraian.nama}
    impor.status = StatusImpor.SIAP


def _gabung(baris: list[list[Any]]) -> list[list[Any]]:
    """Return the rows without their village, each key once."""
    jumlah: dict[tuple[str, str, str], int] = {}
    for kelompok, kode, sumber, rp in baris:
        kunci = (str(kelompok), kode, str(sumber))
        jumlah[kunci] = jumlah.get(kunci, 0) + rp
    return [[*kunci, rp] for kunci, rp in jumlah.items()]


def _pilih_desa(kampung: Kampung, uraian: Uraian, tertulis: str) -> str:
    """Keep the rows of one village: by the code that is remembered, that was typed, or the only
    one. Return it, "" for a table that names none. Raises TidakBisa."""
    ada = uraian.desa
    if not ada:
        return ""
    ingat = KodeSiskeudes.objects.filter(kampung=kampung).first()
    kode = ingat.kode if ingat else tertulis
    if not kode and len(ada) > 1:
        raise TidakBisa(BANYAK_DESA.format(kode=", ".join(sorted(ada)[:20])))
    kode = kode or next(iter(ada))
    if kode not in ada:
        raise TidakBisa(DESA_LAIN.format(kode=kode, ada=", ".join(sorted(ada)[:20])))
    lain = KodeSiskeudes.objects.filter(kode=kode).exclude(kampung=kampung)
    if pemilik := lain.select_related("kampung").first():
        raise TidakBisa(KODE_TERPAKAI.format(kode=kode, kampung=pemilik.kampung))
    for kunci in [k for k in uraian.jumlah if k[3] != kode]:
        del uraian.jumlah[kunci]
    return kode


def _cocokkan(uraian: Uraian, total: int) -> None:
    """Raise TidakBisa unless the spending (the income, of a table without spending) is the sum that
    was typed."""
    per = uraian.per_kelompok()
    apa = Kelompok.BELANJA if Kelompok.BELANJA in per else Kelompok.PENDAPATAN
    if per[apa] != total:
        nyata, tulis = rupiah(per[apa]), rupiah(total)
        raise TidakBisa(TIDAK_COCOK.format(apa=apa.label.lower(), nyata=nyata, total=tulis))


@transaction.atomic
def ambil(*, impor: Impor, oleh: Pengguna, mengisi: bool = True) -> AnggaranKampung:
    """Take an upload in: the groups that it tells of replace those of the draft, and a realisasi
    fills the spending of projects where this person may (`mengisi`). Once; taking the same file
    again changes nothing.

    Raises TidakBisa when it is not ready, or the paper asks for a reason that is missing.
    """
    baris = Impor.objects.select_for_update(of=("self",)).select_related("kampung").get(pk=impor.pk)
    if baris.status == StatusImpor.DIAMBIL and baris.anggaran:
        return baris.anggaran
    if baris.status != StatusImpor.SIAP:
        raise TidakBisa("Unggahan ini belum siap diambil.")
    if mengisi and baris.jenis == JenisAnggaran.REALISASI and baris.sampai:
        isi_proyek(impor=baris, sampai=baris.sampai, oleh=oleh)
    draf = _tulis_draf(baris, oleh)
    if baris.hasil["kode"]:
        isi = {"kode": baris.hasil["kode"], "oleh": oleh}
        KodeSiskeudes.objects.get_or_create(kampung=baris.kampung, defaults=isi)
    baris.status, baris.anggaran = StatusImpor.DIAMBIL, draf
    baris.save(update_fields=["status", "anggaran"])
    return draf


def _tulis_draf(impor: Impor, oleh: Pengguna) -> AnggaranKampung:
    lama = kunci_surat(impor.kampung, impor.tahun, impor.jenis, impor.ke)
    baru = baris_dari(impor)
    ganti = {satu.kelompok for satu in baru}
    tetap = [s for s in (lama.baris.all() if lama else ()) if s.kelompok not in ganti]
    return simpan_draf(
        kampung=impor.kampung,
        tahun=impor.tahun,
        jenis=impor.jenis,
        ke=impor.ke,
        kepala=_kepala(impor, lama),
        baris=[*baru, *tetap],
        oleh=oleh,
        aksi=Aksi.DIIMPOR,
    )


def _kepala(impor: Impor, lama: AnggaranKampung | None) -> KepalaAnggaran:
    alasan = impor.hasil["alasan"] or (lama.alasan if lama and not lama.terbit else "")
    if lama is None:
        return KepalaAnggaran(sampai=impor.sampai, alasan=alasan)
    surat = (lama.perkam_nomor, lama.perkam_tanggal, impor.sampai or lama.sampai)
    return KepalaAnggaran(*surat, silpa=lama.silpa, alasan=alasan)


def baris_dari(impor: Impor) -> list[BarisAnggaran]:
    """Return the unsaved rows of an upload. Spending is told by kegiatan, whatever its source."""
    bidang = {satu.kode: satu for satu in Bidang.objects.all()}
    hasil: dict[tuple[str, str, str], BarisAnggaran] = {}
    for kelompok, kode, sumber, jumlah in impor.hasil["baris"]:
        belanja = kelompok == Kelompok.BELANJA
        kegiatan = kode if "." in kode else ""
        kunci = (kelompok, kode, "" if belanja else sumber)
        if kunci not in hasil:
            hasil[kunci] = BarisAnggaran(
                kelompok=kelompok,
                sumber="" if belanja else sumber,
                bidang=bidang[kode[0]] if belanja else None,
                kode=kegiatan,
                uraian=impor.hasil["nama"].get(kegiatan, "") if kegiatan else "",
                jumlah=0,
            )
        hasil[kunci].jumlah += jumlah
    return list(hasil.values())


@transaction.atomic
def rapikan() -> int:
    """Remove uploads that are two weeks old, and return how many (a periodic job)."""
    lama = Impor.objects.filter(dibuat__lt=sekarang() - SIMPAN)
    return lama.delete()[0]
