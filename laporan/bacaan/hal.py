"""Things that people hear of: a published report, a pause, a reminder to the aparat, and a note of
the BPK Kampung."""

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from core.hal import JenisHal, Tampilan, Ucapan, ucapkan
from core.laku import Pembaca
from core.models import Jejak
from laporan.alamat import meja_minggu
from laporan.bacaan.jeda import kalimat_singkat
from laporan.bacaan.tanggapan import macam, tentang
from laporan.laku import LAKU, LAKU_CATATAN, LAKU_JEDA, LAKU_PENGINGAT
from laporan.models import CatatanPengawasan, JedaLaporan, LaporanKemajuan, PengingatLaporan
from proyek.bacaan.garis_waktu import KANTOR
from warga.enums import Peran
from warga.rules import adalah_aparat


def _utuh() -> QuerySet[LaporanKemajuan]:
    return LaporanKemajuan.objects.utuh()


def _baris() -> QuerySet[LaporanKemajuan]:
    return LaporanKemajuan.objects.select_related("proyek")


def _tampilan(laporan: LaporanKemajuan) -> Tampilan:
    return Tampilan(laporan.proyek.judul, laporan.get_absolute_url(), laporan.nomor or "Draf")


def _ucapan(jejak: Jejak, laporan: LaporanKemajuan, orang: Any) -> Ucapan:
    return ucapkan(jejak, LAKU, Pembaca.UMUM, KANTOR)


# A published report never changes, so nobody follows one. Publishing it is one act in the trail
# of its project, and told there.
HAL = JenisHal(
    nama="laporan",
    model=LaporanKemajuan,
    kata="laporan",
    kunci="nomor",
    lewat="proyek",
    umum=_utuh,
    baris=_baris,
    tampilan=_tampilan,
    ucapan=_ucapan,
)


def _baris_jeda() -> QuerySet[JedaLaporan]:
    return JedaLaporan.objects.select_related("kampung")


def _tampilan_jeda(jeda: JedaLaporan) -> Tampilan:
    keterangan = "" if jeda.dibatalkan_pada else kalimat_singkat(jeda)
    return Tampilan(f"Kampung {jeda.kampung.nama}", jeda.get_absolute_url(), keterangan)


def _ucapan_jeda(jejak: Jejak, jeda: JedaLaporan, orang: Any) -> Ucapan:
    dasar = ucapkan(jejak, LAKU_JEDA, Pembaca.UMUM, {**KANTOR, Peran.STAF: "Camat"})
    return replace(dasar, kata=_dengan_ke(dasar.kata, jejak))


def _dengan_ke(kata: str, jejak: Jejak) -> str:
    ke = (jejak.isi.rincian or {}).get("ke")
    return f"{kata}: {ke}" if ke else kata


# Its aparat and the followers of its kampung are told; nobody follows a pause.
JEDA = JenisHal(
    nama="jeda",
    model=JedaLaporan,
    kata="jeda pelaporan",
    kunci="pk",
    umum=JedaLaporan.objects.all,
    baris=_baris_jeda,
    tampilan=_tampilan_jeda,
    ucapan=_ucapan_jeda,
    kampung="kampung",
)


def _baris_pengingat() -> QuerySet[PengingatLaporan]:
    return PengingatLaporan.objects.select_related("kampung")


def _tampilan_pengingat(pengingat: PengingatLaporan) -> Tampilan:
    return Tampilan(f"Laporan Kampung {pengingat.kampung.nama}", meja_minggu())


def _ucapan_pengingat(jejak: Jejak, pengingat: PengingatLaporan, orang: Any) -> Ucapan:
    dasar = ucapkan(jejak, LAKU_PENGINGAT, Pembaca.PETUGAS, KANTOR)
    return replace(dasar, kata=_dengan_ke(dasar.kata, jejak))


def _pengingat_milik(orang: Any) -> QuerySet[PengingatLaporan]:
    """Return the reminders of the office of this person, while they are of it."""
    kampung = orang.kampung_id if adalah_aparat(orang) else None
    return PengingatLaporan.objects.filter(kampung=kampung)


# It leads to "Minggu ini", which alone tells which reports are awaited now.
PENGINGAT = JenisHal(
    nama="pengingat",
    model=PengingatLaporan,
    kata="pengingat laporan",
    kunci="pk",
    umum=PengingatLaporan.objects.none,
    baris=_baris_pengingat,
    tampilan=_tampilan_pengingat,
    ucapan=_ucapan_pengingat,
    kampung="kampung",
    milik=_pengingat_milik,
)


def _baris_catatan() -> QuerySet[CatatanPengawasan]:
    return CatatanPengawasan.objects.untuk_kartu()


def _tampilan_catatan(catatan: CatatanPengawasan) -> Tampilan:
    return Tampilan(macam(catatan), catatan.get_absolute_url(), f"tentang {tentang(catatan)}")


def _ucapan_catatan(jejak: Jejak, catatan: CatatanPengawasan, orang: Any) -> Ucapan:
    dasar = ucapkan(jejak, LAKU_CATATAN, Pembaca.UMUM, KANTOR)
    return replace(dasar, kata=_dengan_ke(dasar.kata, jejak))


# Followers of its project are told, the aparat of its kampung, and who wrote it; a new one is told
# to the followers of the kampung, too. The place of one that was taken back stays.
CATATAN = JenisHal(
    nama="catatan",
    model=CatatanPengawasan,
    kata="catatan pengawasan",
    kunci="pk",
    lewat="proyek",
    umum=CatatanPengawasan.objects.berdiri,
    baris=_baris_catatan,
    tampilan=_tampilan_catatan,
    ucapan=_ucapan_catatan,
    kampung="kampung",
    penulis="penulis",
)
