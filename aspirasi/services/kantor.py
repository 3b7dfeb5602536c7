"""Acts of a desk that change no status: who holds a kiriman, that a reply was read, its number
at SP4N-LAPOR!."""

import datetime as dt

import rules
from django.db import transaction
from django.db.models import Q, QuerySet

from aspirasi.enums import Jangkauan, Langkah, Tentang
from aspirasi.models import Aspirasi
from aspirasi.services import jam
from aspirasi.services.alur import kunci
from core.galat import TidakBisa
from core.jejak.catat import catat
from warga.enums import PERAN_KECAMATAN, NamaJabatan, Peran
from warga.models import Jabatan, Pengguna
from warga.rules import adalah_kecamatan


def sekantor(aspirasi: Aspirasi, oleh: Pengguna) -> QuerySet[Pengguna]:
    """Return the people of the desk of `oleh` who may work on this kiriman."""
    orang = Pengguna.objects.filter(is_active=True).order_by("nama", "pk")
    if not adalah_kecamatan(oleh):
        return orang.filter(peran=Peran.APARAT, kampung=oleh.kampung_id)
    if aspirasi.jangkauan != Jangkauan.KECAMATAN:
        return orang.filter(peran__in=PERAN_KECAMATAN)
    if aspirasi.tentang != Tentang.PETUGAS_KECAMATAN:
        return orang.filter(peran=Peran.STAF, petugas_rahasia=True)
    camat = Jabatan.objects.aktif().filter(nama=NamaJabatan.CAMAT).values("pengguna")
    return orang.filter(Q(penerima_khusus=True) | Q(pk__in=camat), peran=Peran.STAF)


@transaction.atomic
def tugaskan(*, aspirasi: Aspirasi, kepada: Pengguna | None, oleh: Pengguna) -> Aspirasi:
    """Let one person of the desk hold it; None lets it go. The same one again does nothing.

    Raises TidakBisa when that person may not work on it, or it is closed.
    """
    aspirasi = kunci(aspirasi)
    if not aspirasi.terbuka:
        raise TidakBisa("Kiriman ini sudah ditutup, jadi tidak perlu dipegang lagi.")
    if kepada and not rules.has_perm("aspirasi.tangani", kepada, aspirasi):
        raise TidakBisa("Petugas itu tidak boleh membaca kiriman ini. Pilih petugas lain.")
    if aspirasi.ditugaskan != kepada:
        aspirasi.ditugaskan = kepada
        aspirasi.save(update_fields=["ditugaskan"])
        catat(objek=aspirasi, aksi="ditugaskan" if kepada else "dilepas", oleh=oleh)
    return aspirasi


@transaction.atomic
def baca_balasan(*, aspirasi: Aspirasi, sejak: dt.datetime, oleh: Pengguna) -> Aspirasi:
    """Say that what the sender added was read; until then it waits in the queue of the desk.

    `sejak` is the `balasan_pada` of what was read. A sender who was asked whether it is settled
    has the days to answer from now on. Raises TidakBisa when nothing waits to be read (a
    colleague was faster), or the sender added more since.
    """
    aspirasi = kunci(aspirasi)
    if aspirasi.balasan_pada is None:
        raise TidakBisa("Balasan kiriman ini sudah dibaca rekan Anda.")
    if aspirasi.balasan_pada != sejak:
        raise TidakBisa("Pengirim baru saja menambah balasan. Baca dulu yang terbaru.")
    aspirasi.balasan_pada = None
    if aspirasi.langkah == Langkah.KONFIRMASI:
        jam.mulai(aspirasi, Langkah.KONFIRMASI)
    aspirasi.save()
    catat(objek=aspirasi, aksi="balasan_dibaca", oleh=oleh)
    return aspirasi


@transaction.atomic
def catat_nomor_lapor(*, aspirasi: Aspirasi, nomor: str, oleh: Pengguna) -> Aspirasi:
    """Note under which number it stands at SP4N-LAPOR!; "" takes a wrong one away.

    Raises TidakBisa while it is open: then the portal itself still owes the answer.
    """
    aspirasi = kunci(aspirasi)
    if aspirasi.terbuka:
        raise TidakBisa("Kiriman ini masih terbuka. Nomor itu dicatat sesudah ditutup.")
    if aspirasi.nomor_lapor != nomor:
        aspirasi.nomor_lapor = nomor
        aspirasi.save(update_fields=["nomor_lapor"])
        catat(objek=aspirasi, aksi="nomor_lapor", oleh=oleh, rincian={"nomor": nomor})
    return aspirasi
