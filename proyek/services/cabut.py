"""Taking back a project that was opened by mistake."""

from django.db import transaction

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.waktu import sekarang
from proyek.bacaan.muda import pengikat
from proyek.enums import Tahap
from proyek.laku import Aksi
from proyek.models import Proyek
from proyek.services.kunci import kunci_proyek
from warga.models import Pengguna


@transaction.atomic
def cabut_proyek(*, proyek: Proyek, alasan: str, oleh: Pengguna) -> Proyek:
    """Take a young project out of every list and sum. Its address tells why, its trail stays.

    Raises TidakBisa without a reason, and once others rely on it (`proyek.bacaan.muda`). Links of
    kiriman are undone by `aspirasi.services.cabut_proyek`, which calls this.
    """
    pastikan_berkata(alasan, "Tulis alasannya. Siapa pun yang membuka alamatnya membacanya.")
    proyek = kunci_proyek(proyek)
    if sebab := pengikat(proyek):
        raise TidakBisa(
            f"Proyek ini tidak dapat dicabut lagi: {sebab}. Kalau tidak jadi dikerjakan, catat "
            "keputusan yang membatalkannya."
        )
    dari, proyek.tahap, proyek.dicabut_pada = proyek.tahap, Tahap.DIBATALKAN, sekarang()
    proyek.save(update_fields=["tahap", "dicabut_pada"])
    catat(objek=proyek, aksi=Aksi.DICABUT, oleh=oleh, dari=dari, ke=proyek.tahap, alasan=alasan)
    return proyek
