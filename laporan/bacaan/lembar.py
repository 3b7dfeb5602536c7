"""A report as the sheet annexed to an SPP (Permendagri 20/2018 Ps 53: laporan perkembangan
pelaksanaan kegiatan dan anggaran).

Everything comes from the report that stands, the ledger and the project; nothing is typed for it.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Q, Sum, Window
from django.db.models.functions import RowNumber

from core.berkas.lembar import Bagian, Foto, Gambar, Lembar, Rincian, Tabel, TandaTangan
from core.samar import samarkan
from core.teks_resmi import polos
from core.templatetags.bentuk import angka, persen, rupiah, tanggal
from laporan.models import Foto as FotoLaporan
from laporan.models import LaporanKemajuan
from proyek.enums import DasarGerak, PeranTim, Pos
from proyek.models import Pendanaan, Proyek, TimProyek
from warga.bacaan.kop import alamat_kop, kepala_kampung, kop

JUDUL = "Laporan Perkembangan Pelaksanaan Kegiatan"
BELUM = "belum dicatat"
FOTO_SETAHAP = 2
TERKAIT = ("proyek__kampung", "proyek__kegiatan__sub_bidang__bidang")  # for `select_related`


def untuk_lembar() -> Any:
    """Return published reports with all that `lembar_laporan` reads of one in the same query."""
    pka = TimProyek.objects.filter(proyek=OuterRef("proyek"), peran=PeranTim.PKA).values("nama")
    terbit = LaporanKemajuan.objects.terbit().untuk_kartu().select_related(*TERKAIT)
    return terbit.annotate(nama_pka=ArraySubquery(pka[:2]))


def lembar_laporan(laporan: Any) -> Lembar:
    """Return the sheet of a report that stands, of `untuk_lembar`. Five queries."""
    kampung = laporan.proyek.kampung
    pelaksana = _pelaksana(laporan.nama_pka)
    return Lembar(
        kop=kop(kampung),
        alamat_kop=alamat_kop(kampung),
        judul=JUDUL,
        pengantar=(
            "Lampiran Surat Permintaan Pembayaran (SPP)",
            f"Laporan {laporan.nomor}, {laporan.kata_waktu}",
        ),
        bagian=tuple(_bagian(laporan)),
        tempat=str(kampung),
        tanda_tangan=(
            pelaksana,
            TandaTangan(f"Mengetahui,\n{kepala_kampung(kampung)}"),
        ),
        keterangan=_keterangan(laporan),
        jalur=laporan.get_absolute_url(),
    )


def _bagian(laporan: LaporanKemajuan) -> Iterator[Bagian]:
    yield Rincian("Kegiatan", _kegiatan(laporan.proyek))
    yield Rincian("Kemajuan pekerjaan", _kemajuan(laporan))
    yield _uang(laporan)
    dipakai = [
        (str(r.get_jenis_display()), rupiah(r.rupiah)) for r in laporan.rincian_belanja.all()
    ]
    tenaga = [(kata.capitalize(), angka(nilai)) for kata, nilai in laporan.kata_tenaga]
    cuaca = [("Cuaca", str(laporan.get_cuaca_display()))] if laporan.cuaca else []
    for judul, baris in (("Dipakai untuk", dipakai), ("Tenaga kerja", [*tenaga, *cuaca])):
        if baris:
            yield Rincian(judul, baris)
    if foto := _foto(laporan):
        yield Gambar("Foto", foto)


def _kegiatan(proyek: Proyek) -> list[tuple[str, str]]:
    kegiatan = proyek.kegiatan
    rencana = f"{tanggal(proyek.mulai_rencana)} sampai {tanggal(proyek.selesai_rencana)}"
    return [
        ("Bidang", kegiatan.sub_bidang.bidang.nama),
        ("Kegiatan", f"{kegiatan.kode} {kegiatan.nama_resmi or kegiatan.nama}"),
        ("Pekerjaan", f"{proyek.judul} ({proyek.nomor})"),
        ("Lokasi", f"{proyek.lokasi or BELUM}, Kampung {proyek.kampung}"),
        ("Volume", ukuran(proyek)),
        ("Rencana waktu", rencana),
        ("Mulai dikerjakan", tanggal(proyek.mulai_nyata)),
        ("Cara pengerjaan", str(proyek.get_pola_display())),
        ("Pelaksana", samarkan(proyek.pelaksana) or BELUM),
    ]


def ukuran(proyek: Proyek) -> str:
    """Return in words how much is built, or for whom."""
    if proyek.volume is None:
        return samarkan(proyek.sasaran) or BELUM
    return f"{angka(proyek.volume)} {proyek.satuan}".strip()


def _kemajuan(laporan: LaporanKemajuan) -> list[tuple[str, str]]:
    """Return the work before and now, what was done, what stood in its way, and what comes next."""
    semua = [
        ("Waktu yang dilaporkan", laporan.kata_waktu),
        ("Sebelumnya", _sebelum(laporan)),
        ("Sekarang", persen(laporan.persen)),
        ("Mengapa turun", laporan.alasan_turun),
        ("Tidak ada kemajuan", laporan.alasan_tanpa_kemajuan if laporan.tanpa_kemajuan else ""),
        ("Yang dikerjakan", polos(laporan.narasi)),
        ("Kendala", laporan.kendala if laporan.ada_kendala else "Tidak ada"),
        ("Rencana tindak lanjut", laporan.rencana_tindak_lanjut),
    ]
    return [(kata, samarkan(isi)) for kata, isi in semua if isi]


def _sebelum(laporan: LaporanKemajuan) -> str:
    lalu = LaporanKemajuan.objects.sebelum(laporan)
    if lalu is None:
        return "Belum ada laporan sebelumnya"
    return f"{persen(lalu.persen)} ({lalu.nomor}, {lalu.kata_waktu})"


class Uang(NamedTuple):
    """Rupiah of one source, or of all: budgeted, spent in these days, and up to them. None where
    nothing is known."""

    anggaran: int
    ini: int | None
    seluruhnya: int | None

    @property
    def kata(self) -> tuple[str, ...]:
        sisa = None if self.seluruhnya is None else self.anggaran - self.seluruhnya
        return tuple(map(rupiah, (*self, sisa)))


def _uang(laporan: LaporanKemajuan) -> Tabel:
    baris = _dana(laporan)
    anggaran = sum(uang.anggaran for _, uang in baris)
    jumlah = Uang(
        anggaran,
        _jumlah(uang.ini for _, uang in baris),
        _jumlah(uang.seluruhnya for _, uang in baris),
    )
    catatan = "Dari buku uang proyek, sampai akhir waktu yang dilaporkan."
    if jumlah.ini is None and laporan.belanja_menyusul:
        catatan += " Belanja laporan ini menyusul dari kaur keuangan."
    return Tabel(
        judul="Anggaran dan belanja",
        kepala=("Sumber dana", "Anggaran", "Belanja laporan ini", "Belanja seluruhnya", "Sisa"),
        baris=[(sumber, *uang.kata) for sumber, uang in baris],
        lebar=(28, 18, 18, 18, 18),
        angka=frozenset({1, 2, 3, 4}),
        jumlah=("Jumlah yang diketahui", *jumlah.kata),
        catatan=catatan,
    )


def _dana(laporan: LaporanKemajuan) -> list[tuple[str, Uang]]:
    """Return each source of its project with its money, by the ledger. One query."""
    terbit = LaporanKemajuan.objects.terbit().filter(proyek=laporan.proyek_id)
    milik = terbit.filter(periode=laporan.periode).values("nomor")
    nanti = terbit.filter(periode__gt=laporan.periode).values("nomor")
    semua = Pendanaan.objects.with_uang().filter(proyek=laporan.proyek_id)
    baris: Iterable[Any] = semua.annotate(
        **_belanja("ini", Q(gerak__laporan_nomor__in=milik)),
        **_belanja("seluruhnya", ~Q(gerak__laporan_nomor__in=nanti)),
    ).order_by("tahun", "pk")
    return [(str(dana), _satu_dana(dana)) for dana in baris]


def _satu_dana(dana: Any) -> Uang:
    ini = dana.ini if dana.n_ini else None
    return Uang(dana.jumlah.anggaran, ini, dana.seluruhnya if dana.n_seluruhnya else None)


def _belanja(nama: str, syarat: Q) -> dict[str, Any]:
    """Return the sum of these rows of spending, and how many stand behind it: a correction adds
    none, a reversal takes one away (docs/keputusan/0045-buku-gerak.md)."""
    syarat &= Q(gerak__pos=Pos.DIBELANJAKAN)
    berdiri = Count("gerak", filter=syarat & Q(gerak__membetulkan=None))
    batal = Count("gerak", filter=syarat & Q(gerak__dasar=DasarGerak.PEMBATALAN))
    return {nama: Sum("gerak__jumlah", filter=syarat), f"n_{nama}": berdiri - batal}


def _jumlah(semua: Iterable[int | None]) -> int | None:
    """Return the sum of what is known; None when nothing is."""
    dikenal = [satu for satu in semua if satu is not None]
    return sum(dikenal) if dikenal else None


def _foto(laporan: LaporanKemajuan) -> list[Foto]:
    """Return two photos at most of each stage: those of this report first, then of the reports
    before it that stand. One query."""
    berlaku = LaporanKemajuan.objects.berlaku().filter(proyek=laporan.proyek_id)
    dulu = Q(laporan__in=berlaku.filter(periode__lt=laporan.periode).values("pk"))
    urutan = [F("laporan__periode").desc(), F("pk").asc()]
    ke = Window(RowNumber(), partition_by="tahap", order_by=urutan)
    milik = FotoLaporan.objects.tampil().filter(dulu | Q(laporan=laporan)).alias(ke=ke)
    baris = milik.filter(ke__lte=FOTO_SETAHAP).select_related("berkas", "laporan")
    return [_satu_foto(foto, laporan) for foto in baris.order_by("tahap", *urutan)]


def _satu_foto(foto: FotoLaporan, laporan: LaporanKemajuan) -> Foto:
    lain = foto.laporan_id != laporan.pk
    asal = f" ({foto.laporan.nomor}, {foto.laporan.kata_waktu})" if lain else ""
    kata = f"{foto.get_tahap_display()} {samarkan(foto.keterangan)}".strip()
    return Foto(foto.berkas, f"{kata}{asal}")


def _pelaksana(nama: list[str]) -> TandaTangan:
    """Return the place where the carrier of the budget signs, by the name that the page of the
    project publishes (Permendagri 20/2018 Ps 6); "" where it names none, or several."""
    return TandaTangan("Pelaksana Kegiatan Anggaran", nama[0] if len(nama) == 1 else "")


def _keterangan(laporan: LaporanKemajuan) -> tuple[str, ...]:
    terbit = f"Terbit {tanggal(laporan.diterbitkan_pada)} oleh {laporan.kata_penerbit}."
    kata = "Laporan pertama untuk waktu ini, belum pernah diperbaiki."
    if laporan.revisi > 1:
        alasan = samarkan(laporan.alasan_perbaikan)
        kata = f"Perbaikan ke-{laporan.revisi - 1} untuk waktu ini, karena {alasan}"
    return (f"{terbit} {kata}",)
