"""The note that the kecamatan wrote to the Inspektorat about a project: its number and its day.

The public reads the day alone. The note accuses nobody: it says that a letter went
(docs/keputusan/0066-lapangan.md).
"""

import datetime as dt

from django.db import transaction

from core.formulir.sekali import satu_kali
from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.models import Berkas
from core.templatetags.bentuk import tanggal as tulis_tanggal
from core.waktu import hari_ini, sekarang
from laporan.laku import AksiInspektorat
from laporan.models import SuratInspektorat
from proyek.laku import Aksi
from proyek.models import Proyek
from proyek.services.kunci import kunci_proyek
from warga.models import Pengguna

TANPA_NOMOR = "Tulis nomor suratnya."
MASA_DEPAN = "Tanggal surat tidak boleh sesudah hari ini. Catat sesudah suratnya dikirim."
SUDAH_ADA = "Surat dengan nomor ini sudah dicatat untuk proyek ini."
SUDAH_DICABUT = "Catatan surat ini sudah dicabut. Muat ulang halaman."


@transaction.atomic
def catat_surat(
    *,
    proyek: Proyek,
    nomor: str,
    tanggal: dt.date,
    oleh: Pengguna,
    kunci: str,
    berkas: Berkas | None = None,
) -> SuratInspektorat:
    """Record that a letter was sent; `berkas` is its stored scan, which stays in `terbatas`. The
    form with this one-time key records one. Followers read the day.

    Raises TidakBisa without a number, for a day to come, and for a number that is there already.
    """
    pastikan_berkata(nomor, TANPA_NOMOR)
    semua = proyek.surat_inspektorat.all()

    def buat(tanda: str) -> SuratInspektorat:
        kini = kunci_proyek(proyek)
        if tanggal > hari_ini():
            raise TidakBisa(MASA_DEPAN)
        if semua.filter(nomor=nomor.strip(), dicabut_pada__isnull=True).exists():
            raise TidakBisa(SUDAH_ADA)
        isi = {"nomor": nomor.strip(), "tanggal": tanggal, "berkas": berkas}
        baru = SuratInspektorat(proyek=kini, oleh=oleh, kunci_sekali=tanda, **isi)
        baru.save(force_insert=True)
        catat(objek=baru, aksi=AksiInspektorat.DICATAT, oleh=oleh)
        ke = {"ke": tulis_tanggal(tanggal)}
        catat(objek=baru.proyek, aksi=Aksi.INSPEKTORAT, oleh=oleh, rincian=ke)
        return baru

    return satu_kali(semua, kunci, buat)[0]


@transaction.atomic
def cabut_surat(*, surat: SuratInspektorat, alasan: str, oleh: Pengguna) -> None:
    """Take back a note that was entered by mistake. Its readers alone read the reason. Raises
    TidakBisa without one, and the second time."""
    pastikan_berkata(alasan, "Tulis mengapa dicabut.")
    proyek = kunci_proyek(surat.proyek)
    baris = SuratInspektorat.objects.select_for_update().get(pk=surat.pk)
    if baris.dicabut_pada:
        raise TidakBisa(SUDAH_DICABUT)
    baris.dicabut_pada = sekarang()
    baris.save(update_fields=["dicabut_pada"])
    catat(objek=baris, aksi=AksiInspektorat.DICABUT, oleh=oleh, alasan=alasan.strip())
    catat(objek=proyek, aksi=Aksi.INSPEKTORAT_DICABUT, oleh=oleh)
