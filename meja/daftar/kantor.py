"""The lists of an office: decisions, questions, works, and what reports wait for."""

from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse

from aspirasi.bacaan.surat import keadaan_permintaan
from aspirasi.bacaan.tulisan import judul
from aspirasi.models import PermintaanKeterangan
from laporan.bacaan.evaluasi import menunggu_evaluasi
from laporan.models import BelanjaMenyusul, JadwalLaporan
from meja.antrean import belum_dikabari
from meja.daftar.bentuk import Daftar, Kolom
from meja.filters.kantor import (
    BelanjaFilter,
    BelumDikabariFilter,
    JadwalFilter,
    KeputusanMejaFilter,
    PermintaanFilter,
    SelesaiFilter,
)
from meja.minggu import milik_kampung
from meja.urusan.kantor import keputusan_menunggu
from proyek.bacaan.fungsi import menunggu_kantor
from proyek.models import Proyek
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

WAKTU = ("tenggat", "tenggat-akhir")


def _keputusan(oleh: Pengguna) -> QuerySet[Any]:
    return keputusan_menunggu(oleh).untuk_kartu().select_related("sikap")


def _permintaan(oleh: Pengguna) -> QuerySet[Any]:
    return PermintaanKeterangan.objects.visible_to(oleh).select_related("kampung", "aspirasi")


def _proyek(oleh: Pengguna) -> QuerySet[Any]:
    """Return the works of one's kampung, or of all for the kecamatan."""
    semua = Proyek.objects.berlaku().select_related("kampung").annotate(selesai=F("selesai_nyata"))
    return semua if adalah_kecamatan(oleh) else semua.filter(kampung=oleh.kampung_id)


def _belanja(oleh: Pengguna) -> QuerySet[Any]:
    """Return what one's own kampung owes; the kecamatan reads numbers of each kampung alone."""
    milik: QuerySet[Any] = BelanjaMenyusul.objects.milik_kampung(oleh.kampung_id)
    milik = milik.annotate(batas=F("tenggat"))
    return milik.none() if adalah_kecamatan(oleh) else milik


def _jadwal(oleh: Pengguna) -> QuerySet[Any]:
    if adalah_kecamatan(oleh):
        semua = JadwalLaporan.objects.terlambat().select_related("proyek__kampung")
        return semua.dengan_libur().annotate(batas=F("tenggat"))
    milik = milik_kampung(oleh.kampung_id).select_related("proyek__kampung")
    return milik.annotate(batas=F("tenggat"))


def _tulis(satu: Any) -> str:
    """Return where a report is written, or its draft; nobody of the kecamatan writes one."""
    if getattr(satu, "draf", None):
        return reverse("laporan:draf", args=[satu.draf])
    if hasattr(satu, "draf"):
        return f"{reverse('laporan:tulis', args=[satu.proyek.nomor])}?rentang={satu.awal:%Y-%m-%d}"
    alamat: str = satu.proyek.get_absolute_url()
    return alamat


def _selesai(*kolom: Kolom) -> tuple[Kolom, ...]:
    return (
        Kolom("Proyek", lambda p: p.judul),
        Kolom("Nomor", lambda p: p.nomor, di="Proyek"),
        Kolom("Kampung", lambda p: str(p.kampung), di="Proyek", sebut="Kampung"),
        Kolom("Selesai", lambda p: p.selesai_nyata, urut=("terlama", "terbaru")),
        *kolom,
    )


KEPUTUSAN = Daftar(
    nama="keputusan",
    judul="Keputusan yang menunggu",
    alamat="meja:keputusan",
    baris=_keputusan,
    saringan=KeputusanMejaFilter,
    kolom=(
        Kolom("Keputusan", lambda k: k.judul),
        Kolom("Nomor", lambda k: k.nomor, di="Keputusan"),
        Kolom("Dari", lambda k: k.dari),
        Kolom("Tanggal surat", lambda k: k.tanggal_surat, urut=("terlama", "terbaru")),
        Kolom("Proyek", lambda k: k.proyek.judul if k.proyek else None),
        Kolom("Dicatat oleh", lambda k: k.get_pencatat_display()),
        Kolom("Sikap Kepala Kampung", lambda k: k.sikap.get_keadaan_display()),
    ),
    tautan=lambda k: k.get_absolute_url(),
    kartu="meja/_kartu_keputusan.html",
    kosong=("Tidak ada keputusan yang menunggu", "Yang baru akan muncul di sini."),
    rahasia=True,
)
PERMINTAAN = Daftar(
    nama="permintaan",
    judul="Permintaan keterangan",
    alamat="meja:permintaan",
    baris=_permintaan,
    saringan=PermintaanFilter,
    kolom=(
        Kolom("Pertanyaan", lambda p: p.pertanyaan),
        Kolom("Kampung", lambda p: p.kampung.nama, di="Pertanyaan", sebut="Kampung"),
        Kolom("Ditanyakan", lambda p: p.dibuat, urut=("terlama", "terbaru")),
        Kolom("Paling lambat", lambda p: p.tenggat, urut=WAKTU),
        Kolom("Keadaan", lambda p: keadaan_permintaan(p).kata),
        Kolom("Dijawab", lambda p: p.dijawab_pada),
    ),
    tautan=lambda p: reverse("meja:permintaan_jawab", args=[p.acuan]),
    kartu="meja/_kartu_permintaan.html",
    kosong=("Tidak ada permintaan", "Pertanyaan dari kecamatan akan muncul di sini."),
    rahasia=True,
)
BERFUNGSI = Daftar(
    nama="berfungsi",
    judul="Masih berfungsi?",
    alamat="meja:berfungsi",
    baris=lambda oleh: menunggu_kantor(_proyek(oleh)),
    saringan=SelesaiFilter,
    kolom=_selesai(Kolom("Tahun yang ditanyakan", lambda p: str(p.tahun))),
    tautan=lambda p: reverse("proyek:berfungsi", args=[p.nomor]),
    kartu="meja/_kartu_selesai.html",
    kosong=("Tidak ada yang menunggu jawaban", ""),
)
EVALUASI = Daftar(
    nama="evaluasi",
    judul="Evaluasi proyek yang selesai",
    alamat="meja:evaluasi",
    baris=lambda oleh: menunggu_evaluasi(_proyek(oleh)),
    saringan=SelesaiFilter,
    kolom=_selesai(Kolom("Tahap", lambda p: p.get_tahap_display())),
    tautan=lambda p: reverse("laporan:evaluasi", args=[p.nomor]),
    kartu="meja/_kartu_selesai.html",
    kosong=("Tidak ada yang menunggu evaluasi", ""),
)
BELANJA = Daftar(
    nama="belanja",
    judul="Belanja yang menyusul",
    alamat="meja:belanja",
    baris=_belanja,
    saringan=BelanjaFilter,
    kolom=(
        Kolom("Proyek", lambda b: b.laporan.proyek.judul),
        Kolom("Laporan", lambda b: b.laporan.nomor, di="Proyek"),
        Kolom("Waktu yang dilaporkan", lambda b: b.laporan.kata_waktu),
        Kolom("Paling lambat", lambda b: b.tenggat, urut=WAKTU),
        Kolom("Terlambat", lambda b: b.kata_terlambat if b.terlambat else None, di="Paling lambat"),
    ),
    tautan=lambda b: reverse("laporan:belanja", args=[b.laporan.nomor]),
    kartu="meja/_kartu_belanja.html",
    kosong=(
        "Tidak ada belanja yang menyusul",
        "Laporan yang angkanya menyusul akan muncul di sini.",
    ),
)
MINGGU = Daftar(
    nama="laporan",
    judul="Laporan yang ditunggu",
    alamat="meja:minggu_daftar",
    baris=_jadwal,
    saringan=JadwalFilter,
    kolom=(
        Kolom("Proyek", lambda j: j.proyek.judul),
        Kolom("Nomor", lambda j: j.proyek.nomor, di="Proyek"),
        Kolom("Kampung", lambda j: str(j.proyek.kampung), di="Proyek", sebut="Kampung"),
        Kolom("Waktu yang dilaporkan", lambda j: j.kata),
        Kolom("Paling lambat", lambda j: j.tenggat, urut=WAKTU),
        Kolom("Terlambat", lambda j: j.kata_terlambat if j.terlambat else None, di="Paling lambat"),
    ),
    tautan=_tulis,
    kartu="meja/_kartu_ditunggu.html",
    kosong=("Tidak ada laporan yang ditunggu", "Yang berikutnya akan muncul di sini."),
)
KABAR = Daftar(
    nama="kabar",
    judul="Belum dikabari",
    alamat="meja:kabar",
    baris=belum_dikabari,
    saringan=BelumDikabariFilter,
    kolom=(
        Kolom("Kiriman", judul),
        Kolom("Nomor", lambda a: a.nomor, di="Kiriman"),
        Kolom("Jenis", lambda a: a.get_jenis_display(), di="Kiriman"),
        Kolom(
            "Kampung",
            lambda a: a.kampung.nama if a.kampung else None,
            di="Kiriman",
            sebut="Kampung",
        ),
        Kolom("Status", lambda a: a.kata_status),
        Kolom("Menunggu sejak", lambda a: a.menunggu_sejak),
    ),
    tautan=lambda a: reverse("meja:aspirasi_rincian", args=[a.acuan]),
    kartu="meja/_kartu_kabar.html",
    jangkar=lambda a: str(a.acuan),
    tombol="meja/_tombol_kabar.html",
    izin="aspirasi.kabari_pengirim",
    kosong=(
        "Semua pengirim sudah dikabari",
        "Yang meninggalkan e-mail dikabari dengan sendirinya.",
    ),
    rahasia=True,
)
