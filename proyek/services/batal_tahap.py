"""Taking back a stage that was reached by mistake.

What followed it in apps above is undone there: they read the moves
(`aspirasi.services.tahap_keliru`).
"""

from django.db import transaction

from core.galat import TidakBisa, pastikan_beralasan
from core.jejak.catat import catat
from core.waktu import sekarang
from proyek.bacaan.tahap import halangan_batal, langkah_terakhir
from proyek.laku import Aksi
from proyek.models import PindahTahap, Proyek
from proyek.services.kunci import kunci_bersama
from warga.models import Pengguna


@transaction.atomic
def batalkan_tahap(*, langkah: PindahTahap, alasan: str, oleh: Pengguna) -> Proyek:
    """Take back the last move of a project: it returns to the stage and the real dates before.

    The decision that opened the stage stays, and so does its money. Raises TidakBisa without a
    reason, after seven days, for another office, and when the project has moved on since.
    """
    pastikan_beralasan(alasan)
    proyek = kunci_bersama([langkah.proyek_id])[0]
    langkah = proyek.pindah_tahap.select_related("proyek__kampung", "keputusan").get(pk=langkah.pk)
    if halangan := halangan_batal(langkah, langkah_terakhir(proyek), oleh):
        raise TidakBisa(halangan)
    proyek.tahap = langkah.dari
    proyek.mulai_nyata, proyek.selesai_nyata = langkah.mulai_dulu, langkah.selesai_dulu
    proyek.save(update_fields=["tahap", "mulai_nyata", "selesai_nyata"])
    langkah.ditarik_pada = sekarang()
    langkah.save(update_fields=["ditarik_pada"])
    catat(
        objek=proyek,
        aksi=Aksi.TAHAP_DIBATALKAN,
        oleh=oleh,
        dari=langkah.ke,
        ke=langkah.dari,
        alasan=alasan.strip(),
        rincian={"keputusan": langkah.keputusan.nomor} if langkah.keputusan else None,
    )
    return proyek
