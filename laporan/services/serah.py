"""Handing a draft on to whoever publishes, taking it again, and sending it back."""

from django.db import transaction

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.waktu import sekarang
from laporan.bacaan.penerbit import penerbit
from laporan.enums import Pesan
from laporan.laku import Aksi
from laporan.models import LaporanKemajuan, PenyerahanDraf
from laporan.services.kunci import kunci_laporan, tolak_bila_terbit
from laporan.services.pesan import sampaikan
from laporan.services.terbitkan import kekurangan
from proyek.services.kunci import kunci_bersama
from warga.models import Pengguna

TIDAK_MENUNGGU = "Draf ini tidak sedang menunggu diterbitkan. Muat ulang halaman."
PERLU_CATATAN = "Tulis apa yang perlu diperbaiki. Penulisnya membaca kalimat ini."


@transaction.atomic
def kirim_draf(*, laporan: LaporanKemajuan, oleh: Pengguna) -> PenyerahanDraf:
    """Put a draft on the desk of whoever publishes, who is told. A second press changes nothing.

    Raises TidakBisa when it is published or deleted, or lacks what publishing asks for.
    """
    laporan = _kunci(laporan)
    ada = PenyerahanDraf.objects.filter(pk=laporan.pk).first()
    if ada and ada.menunggu:
        return ada
    if kurang := kekurangan(laporan):
        raise TidakBisa(kurang[0])
    kosong = {"dikembalikan_oleh": None, "dikembalikan_pada": None, "catatan": ""}
    isi = {"dikirim_oleh": oleh, "dikirim_pada": sekarang(), **kosong}
    penyerahan, _ = PenyerahanDraf.objects.update_or_create(laporan=laporan, defaults=isi)
    catat(objek=laporan, aksi=Aksi.DRAF_DIKIRIM, oleh=oleh)
    sampaikan(
        penerbit(laporan.kampung_id).order_by("pk"),
        Pesan.MENUNGGU,
        oleh=oleh,
        proyek=laporan.proyek,
        laporan=laporan,
        surat=True,
    )
    return penyerahan


@transaction.atomic
def ambil_draf(*, laporan: LaporanKemajuan, oleh: Pengguna) -> None:
    """Take a draft that waits back to go on writing. It is no error when it does not wait. Raises
    TidakBisa when it is published or deleted."""
    laporan = _kunci(laporan)
    menunggu = PenyerahanDraf.objects.menunggu().filter(pk=laporan.pk)
    if menunggu.delete()[0]:
        catat(objek=laporan, aksi=Aksi.DRAF_DIAMBIL, oleh=oleh)


@transaction.atomic
def kembalikan_draf(*, laporan: LaporanKemajuan, catatan: str, oleh: Pengguna) -> PenyerahanDraf:
    """Send a draft that waits back with a sentence, which reaches its writer while that person may
    read the draft.

    Raises TidakBisa without words, when it does not wait (any more), or is published or deleted.
    """
    pastikan_berkata(catatan, PERLU_CATATAN)
    laporan = _kunci(laporan)
    penyerahan = PenyerahanDraf.objects.filter(pk=laporan.pk).first()
    if penyerahan is None or not penyerahan.menunggu:
        raise TidakBisa(TIDAK_MENUNGGU)
    penyerahan.dikembalikan_oleh, penyerahan.dikembalikan_pada = oleh, sekarang()
    penyerahan.catatan = catatan.strip()
    penyerahan.save()
    catat(objek=laporan, aksi=Aksi.DRAF_DIKEMBALIKAN, oleh=oleh, alasan=penyerahan.catatan)
    sampaikan(
        _masih_membaca(penyerahan),
        Pesan.KEMBALI,
        oleh=oleh,
        proyek=laporan.proyek,
        laporan=laporan,
        catatan=penyerahan.catatan,
        surat=True,
    )
    return penyerahan


def _masih_membaca(penyerahan: PenyerahanDraf) -> list[Pengguna]:
    """Return whoever handed the draft on, while that person may read it: the sentence is of the
    office."""
    orang = penyerahan.dikirim_oleh
    terlihat = LaporanKemajuan.objects.visible_to(orang).filter(pk=penyerahan.pk)
    return [orang] if orang.is_active and terlihat.exists() else []


def _kunci(laporan: LaporanKemajuan) -> LaporanKemajuan:
    """Lock a draft, its project first: the messages point at both."""
    kunci_bersama([laporan.proyek_id])
    terkunci = kunci_laporan(laporan.pk)
    tolak_bila_terbit(terkunci)
    return terkunci
