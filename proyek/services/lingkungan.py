"""The page "Lingkungan" of a kampung: written by an office, and corrected."""

from django.db import transaction

from core.galat import pastikan_berkata
from core.jejak.catat import catat
from core.waktu import sekarang
from proyek.laku import AksiLingkungan
from proyek.models import Lingkungan
from warga.models import Kampung, Pengguna


@transaction.atomic
def isi_lingkungan(
    *, kampung: Kampung, hal: str, keadaan: str, tindakan: str, oleh: Pengguna, alasan: str = ""
) -> Lingkungan:
    """Write down one matter of a kampung. From the second time on the reason is public; the words
    of before are kept nowhere, so that a correction takes them back.

    Raises TidakBisa for a correction without a reason.
    """
    Kampung.objects.select_for_update(no_key=True).get(pk=kampung.pk)
    lama = Lingkungan.objects.filter(kampung=kampung, hal=hal).first()
    baris = lama or Lingkungan(kampung=kampung, hal=hal)
    if lama and (lama.keadaan, lama.tindakan) == (keadaan, tindakan):
        return lama
    if lama:
        pastikan_berkata(alasan, "Tulis mengapa diperbaiki. Semua orang membacanya.")
    baris.keadaan, baris.tindakan = keadaan, tindakan
    baris.peran, baris.diubah = oleh.peran_kini, sekarang()
    baris.save()
    aksi = AksiLingkungan.DIPERBAIKI if lama else AksiLingkungan.DIISI
    catat(objek=baris, aksi=aksi, oleh=oleh, alasan=alasan if lama else "")
    return baris
