"""Money drawn from the till by SPP, what went back into it, and how a mistake is set right."""

import datetime
from typing import Any

from django.db import transaction

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.models import Berkas
from core.templatetags.bentuk import rupiah
from core.waktu import hari_ini
from proyek.enums import TAHAP_DAPAT_DICAIRKAN, DasarGerak, JenisDokumen, Pos
from proyek.laku import Aksi
from proyek.models import Dokumen, Gerak, Pendanaan
from proyek.services.dokumen import tambah_dokumen
from proyek.services.kunci import kunci_bersama
from proyek.services.uang import kunci_dana, tulis
from warga.models import Pengguna

BELUM_DIANGGARKAN = (
    "Proyek ini belum dianggarkan, jadi belum ada uang yang dapat dicairkan. "
    "Catat dulu keputusannya."
)
TANPA_ALASAN = "Tulis alasannya. Semua orang dapat membacanya."
SUDAH_DIBETULKAN = (
    "Catatan ini sudah dibatalkan atau dibetulkan. Muat ulang halaman proyek untuk melihat "
    "keadaan terbaru."
)


@transaction.atomic
def catat_pencairan(
    *,
    pendanaan: Pendanaan,
    jumlah: int,
    tanggal: datetime.date,
    oleh: Pengguna,
    kembali: bool = False,
    keterangan: str = "",
    kunci_sekali: str | None = None,
    bukti: Berkas | None = None,
) -> Gerak:
    """Record rupiah (above 0) drawn from a source by SPP; with `kembali`, given back to the till.
    `bukti` is its stored scan, which becomes a paper of the project.

    Raises TidakBisa when more is drawn than the anggaran allows, more goes back than was drawn,
    the source never lies in a public till, or the project is not in the budget yet.
    """
    kunci_bersama([pendanaan.proyek_id])
    dana = kunci_dana([pendanaan.pk])[pendanaan.pk]
    _tolak_tanpa_kas(dana)
    if not kembali and dana.proyek.tahap not in TAHAP_DAPAT_DICAIRKAN:
        raise TidakBisa(BELUM_DIANGGARKAN)
    dasar = DasarGerak.PENGEMBALIAN if kembali else DasarGerak.SPP
    baris = _baris(dana, -jumlah if kembali else jumlah, tanggal, dasar, oleh)
    baris.keterangan, baris.kunci_sekali = keterangan, kunci_sekali
    _pastikan_muat(dana, baris.jumlah)
    (gerak,) = tulis([baris])
    if kembali:
        catat(objek=dana.proyek, aksi=Aksi.DIKEMBALIKAN, oleh=oleh, rincian=_rincian(gerak))
    else:
        catat(objek=dana.proyek, aksi=Aksi.PENCAIRAN, oleh=oleh, rincian=_rincian(gerak))
    if bukti:
        surat = Dokumen(proyek=dana.proyek, jenis=JenisDokumen.SPP, gerak=gerak, tanggal=tanggal)
        tambah_dokumen(dokumen=surat, berkas=bukti, oleh=oleh)
    return gerak


@transaction.atomic
def batalkan_pencairan(*, gerak: Gerak, alasan: str, oleh: Pengguna) -> Gerak:
    """Reverse a row of money drawn or given back, that was recorded by mistake; its reason is
    public. Return the reversing row.

    Raises TidakBisa without a reason, when the row was corrected already, or when what is left
    would no longer add up (more went back than was drawn).
    """
    pastikan_berkata(alasan, TANPA_ALASAN)
    dana, batal = _pembatalan(gerak, alasan, oleh)
    _pastikan_muat(dana, batal.jumlah)
    tulis([batal])
    catat(
        objek=dana.proyek,
        aksi=Aksi.PENCAIRAN_BATAL,
        oleh=oleh,
        alasan=batal.keterangan,
        rincian=_rincian(batal),
    )
    return batal


@transaction.atomic
def betulkan_pencairan(
    *, gerak: Gerak, jumlah: int, tanggal: datetime.date, alasan: str, oleh: Pengguna
) -> Gerak:
    """Replace a row of money by one with the right rupiah (above 0) and day; return the new one.

    The wrong row is reversed and stays in sight with the reason. Raises TidakBisa like
    `batalkan_pencairan`, when nothing would change, and when the right sum does not fit.
    """
    pastikan_berkata(alasan, TANPA_ALASAN)
    dana, batal = _pembatalan(gerak, alasan, oleh)
    benar = jumlah if gerak.jumlah > 0 else -jumlah
    if (benar, tanggal) == (gerak.jumlah, gerak.tanggal):
        raise TidakBisa("Jumlah dan tanggalnya masih sama. Isi yang benar, atau pilih “Batalkan”.")
    ganti = _baris(dana, benar, tanggal, DasarGerak(gerak.dasar), oleh)
    ganti.keterangan = gerak.keterangan
    _pastikan_muat(dana, batal.jumlah + benar)
    tulis([batal, ganti])
    Dokumen.objects.filter(gerak=gerak).update(gerak=ganti)
    catat(
        objek=dana.proyek,
        aksi=Aksi.PENCAIRAN_BETUL,
        oleh=oleh,
        alasan=batal.keterangan,
        rincian=_rincian(ganti) | {"semula": gerak.rupiah},
    )
    return ganti


def _pembatalan(gerak: Gerak, alasan: str, oleh: Pengguna) -> tuple[Pendanaan, Gerak]:
    """Lock the project and the source of a row; return the source and the unsaved row that reverses
    the other."""
    kunci_bersama([gerak.pendanaan.proyek_id])
    dana = kunci_dana([gerak.pendanaan_id])[gerak.pendanaan_id]
    if not Gerak.objects.pencairan().filter(pk=gerak.pk, dibetulkan=None).exists():
        raise TidakBisa(SUDAH_DIBETULKAN)
    batal = _baris(dana, -gerak.jumlah, hari_ini(), DasarGerak.PEMBATALAN, oleh)
    batal.membetulkan, batal.keterangan = gerak, alasan.strip()
    return dana, batal


def _baris(
    dana: Pendanaan, jumlah: int, tanggal: datetime.date, dasar: DasarGerak, oleh: Pengguna
) -> Gerak:
    return Gerak(
        pendanaan=dana,
        pos=Pos.DICAIRKAN,
        jumlah=jumlah,
        tanggal=tanggal,
        dasar=dasar,
        oleh=oleh,
    )


def _tolak_tanpa_kas(dana: Pendanaan) -> None:
    if not dana.dari_kas:
        raise TidakBisa(
            f"{dana.get_sumber_display()} tidak dicairkan dari kas. Yang sudah dipakai ditulis "
            "dalam laporan kemajuan."
        )


def _pastikan_muat(dana: Pendanaan, selisih: int) -> None:
    """Raise TidakBisa when a source would be drawn below nothing, or above its anggaran."""
    jumlah = dana.jumlah
    if jumlah.dicairkan + selisih < 0:
        raise TidakBisa(
            f"Yang tercatat sudah dicairkan dari {dana} {rupiah(jumlah.dicairkan)}, jadi sebanyak "
            "itu yang dapat dikembalikan. Periksa jumlahnya, atau batalkan dulu pengembaliannya."
        )
    if jumlah.dicairkan + selisih > jumlah.anggaran:
        sisa = rupiah(jumlah.anggaran - jumlah.dicairkan)
        raise TidakBisa(
            f"Jumlah ini melebihi anggaran {dana}. Yang belum dicairkan {sisa}. Periksa "
            "jumlahnya, atau catat dulu perubahan anggarannya."
        )


def _rincian(gerak: Gerak) -> dict[str, Any]:
    """Return what the trail keeps of a row."""
    sumber = gerak.pendanaan.sumber
    return {"sumber": sumber, "jumlah": gerak.rupiah, "tanggal": gerak.tanggal}
