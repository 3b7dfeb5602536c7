"""Money that follows a report from the kaur keuangan: awaited with its publication, filled in once.

The report itself stays locked. What was filled in wrong is set right by a correction of the report
that brings its figures (docs/keputusan/0057-belanja-menyusul.md).
"""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from core.galat import TidakBisa
from core.jejak.catat import catat
from core.tenggat import jam
from core.waktu import hari_ini, sekarang
from laporan.bacaan.menyusul import HARI_BELANJA, halangan_isi
from laporan.laku import Aksi
from laporan.models import BelanjaMenyusul, LaporanKemajuan, Realisasi, RincianBelanja
from laporan.services.kunci import kunci_laporan
from laporan.services.perbaikan import yang_berlaku
from laporan.services.tulis import nomor_serentang, simpan_baris, tolak_lebih_dari_anggaran
from proyek import laku as proyek_laku
from proyek.services.belanja import kunci_sumber, tulis_belanja
from proyek.services.kunci import kunci_bersama
from proyek.services.uang import kunci_jumlah
from warga.enums import NamaJabatan
from warga.models import Pengguna

TANPA_ANGKA = "Tulis jumlah yang dibelanjakan, paling sedikit dari satu sumber."
ALASAN = "Belanja yang menyusul diisi."
JAM = ("langkah_mulai", "jatah_hari", "janji", "tenggat", "alasan_tertunda", "penundaan")


def tunggu(laporan: LaporanKemajuan) -> BelanjaMenyusul:
    """Await the money of a report that just came out without it.

    A revision of days whose money is still awaited takes their due day over; nobody wins time by
    correcting. The caller holds the lock of the project.
    """
    baris = BelanjaMenyusul(laporan=laporan)
    lama = _belum_diisi(laporan)
    if lama is None:
        jam.mulai(baris, HARI_BELANJA)
    else:
        for nama in (*JAM, "eskalasi"):
            setattr(baris, nama, getattr(lama, nama))
    baris.save(force_insert=True)
    return baris


def _belum_diisi(laporan: LaporanKemajuan) -> BelanjaMenyusul | None:
    """Return the money that the revision before said would follow, and nobody gave."""
    serentang = LaporanKemajuan.objects.serentang(laporan).exclude(pk=laporan.pk)
    sebelum = serentang.select_related("menyusul").order_by("-revisi").first()
    baris: BelanjaMenyusul | None = getattr(sebelum, "menyusul", None)
    return baris if baris and baris.diisi_pada is None else None


def diisi_sejak(draf: LaporanKemajuan) -> dt.datetime | None:
    """Return when the money of the report that a draft corrects was filled in, where that came
    after the draft: published as it is, the draft would put an unknown sum in place of a known
    one."""
    baris: BelanjaMenyusul | None = getattr(yang_berlaku(draf), "menyusul", None)
    diisi = baris.diisi_pada if baris else None
    return diisi if diisi and diisi > draf.dibuat else None


@transaction.atomic
def isi_belanja(
    *,
    laporan: LaporanKemajuan,
    realisasi: Sequence[Realisasi],
    oleh: Pengguna,
    rincian: Sequence[RincianBelanja] = (),
) -> BelanjaMenyusul:
    """Fill in the money of a report per source, and on what it was spent; write it into the ledger.

    Raises TidakBisa when the report awaits none (any more), no figure is given, more was spent than
    is left of a source, or the lines say more than was spent.
    """
    proyek = kunci_bersama([laporan.proyek_id])[0]
    laporan = kunci_laporan(laporan.pk)
    if halangan := halangan_isi(laporan):
        raise TidakBisa(halangan)
    if not realisasi:
        raise TidakBisa(TANPA_ANGKA)
    kunci_sumber(proyek)
    tolak_lebih_dari_anggaran(laporan, realisasi)
    kunci_jumlah()
    baris = _nyatakan_diisi(laporan, oleh)
    simpan_baris(laporan, realisasi, rincian)
    tulis_belanja(
        proyek=proyek,
        nomor=laporan.nomor or "",
        nomor_lama=nomor_serentang(laporan),
        belanja={satu.pendanaan_id: satu.jumlah for satu in realisasi},
        tanggal=hari_ini(),
        oleh=oleh,
        alasan=ALASAN,
    )
    rincian_jejak = {"laporan": laporan.nomor, "waktu": laporan.kata_waktu}
    catat(objek=laporan, aksi=Aksi.BELANJA_DIISI, oleh=oleh)
    catat(objek=proyek, aksi=proyek_laku.Aksi.BELANJA_DIISI, oleh=oleh, rincian=rincian_jejak)
    return baris


def _nyatakan_diisi(laporan: LaporanKemajuan, oleh: Pengguna) -> BelanjaMenyusul:
    """Write who fills it in, and in which office. From here on the database lets its lines in."""
    baris = BelanjaMenyusul.objects.select_for_update().get(pk=laporan.pk)
    baris.diisi_oleh, baris.diisi_pada, baris.diisi_sebagai = oleh, sekarang(), sebagai(oleh)
    baris.save(update_fields=["diisi_oleh", "diisi_pada", "diisi_sebagai"])
    return baris


def sebagai(oleh: Pengguna) -> str:
    """Return the office in which this person fills in money; "" without one."""
    if oleh.memegang(NamaJabatan.KAUR_KEUANGAN):
        return NamaJabatan.KAUR_KEUANGAN
    return min(oleh.nama_jabatan, key=NamaJabatan.values.index, default="")


@transaction.atomic
def hitung_ulang() -> int:
    """Count the due days anew that a holiday moved, and return how many (a periodic job)."""
    jumlah = 0
    for salah in jam.keliru(BelanjaMenyusul.objects.filter(diisi_pada__isnull=True)):
        for baris in salah.select_for_update().order_by("pk"):
            jam.hitung_ulang(baris)
            baris.save(update_fields=["janji", "tenggat"])
            jumlah += 1
    return jumlah
