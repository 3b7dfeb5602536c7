"""Write the draft of a paper of the budget: its head, and all of its rows at once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from anggaran.laku import Aksi
from anggaran.models import AnggaranKampung, BarisAnggaran
from anggaran.services.kunci import kunci_surat
from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from warga.models import Kampung, Pengguna

TANPA_BARIS = "Belum ada satu angka pun. Isi paling sedikit satu."


@dataclass(frozen=True)
class KepalaAnggaran:
    """The head of a paper as somebody typed it."""

    perkam_nomor: str = ""
    perkam_tanggal: dt.date | None = None
    sampai: dt.date | None = None
    silpa: int = 0
    alasan: str = ""


@transaction.atomic
def simpan_draf(
    *,
    kampung: Kampung,
    tahun: int,
    jenis: str,
    ke: int,
    kepala: KepalaAnggaran,
    baris: Sequence[BarisAnggaran],
    oleh: Pengguna,
    aksi: Aksi = Aksi.DISUSUN,
) -> AnggaranKampung:
    """Write the draft of a paper with these unsaved rows, in place of those that it had.

    Beside a published version it is the next one, which needs its reason. Saving the same again
    changes nothing but the trail. Raises TidakBisa without a row, or without that reason.
    """
    if not baris:
        raise TidakBisa(TANPA_BARIS)
    lama = kunci_surat(kampung, tahun, jenis, ke)
    draf = _draf(lama, AnggaranKampung(kampung=kampung, tahun=tahun, jenis=jenis, ke=ke), oleh)
    baru = draf.pk is None
    _isi_kepala(draf, kepala)
    draf.save()
    draf.baris.all().delete()
    for satu in baris:
        satu.pk, satu.anggaran = None, draf
    BarisAnggaran.objects.bulk_create(baris)
    catat(objek=draf, aksi=Aksi.DIBUAT if baru and aksi == Aksi.DISUSUN else aksi, oleh=oleh)
    return draf


def _draf(lama: AnggaranKampung | None, kosong: AnggaranKampung, oleh: Pengguna) -> AnggaranKampung:
    """Return the draft that stands, or an unsaved one: the first version, or the next."""
    if lama and not lama.terbit:
        return lama
    kosong.versi, kosong.dibuat_oleh = (lama.versi + 1 if lama else 1), oleh
    return kosong


def _isi_kepala(draf: AnggaranKampung, kepala: KepalaAnggaran) -> None:
    draf.perkam_nomor, draf.perkam_tanggal = kepala.perkam_nomor, kepala.perkam_tanggal
    draf.sampai, draf.silpa = kepala.sampai, kepala.silpa
    if draf.versi > 1:
        pastikan_beralasan(kepala.alasan)
        draf.alasan = kepala.alasan


@transaction.atomic
def buang_draf(*, anggaran: AnggaranKampung) -> None:
    """Remove a draft that nobody needs. Raises TidakBisa for a published one."""
    baris = AnggaranKampung.objects.select_for_update().get(pk=anggaran.pk)
    if baris.terbit:
        raise TidakBisa("Anggaran ini sudah terbit. Buatlah pembetulan, dengan alasannya.")
    baris.delete()
