"""A kampung begins before the first look (docs/keputusan/0014-ditangani-dulu.md).

Publication, class and negative outcomes stay with who looks first, and so does the clock.
"""

import rules
from django.db import transaction

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi
from aspirasi.services.alur import pindah, serahkan
from aspirasi.services.langkah import catat_langkah, kantor_dari
from core.galat import TidakBisa
from warga.models import Pengguna

BUKAN_BAGIAN = (
    "Kiriman ini tidak lagi di meja kampung Anda. Muat ulang halaman untuk melihat keadaan terbaru."
)
SUDAH = "Kiriman ini sudah mulai ditangani kantor lain. Muat ulang halaman untuk melihatnya."


@transaction.atomic
def ambil_dulu(*, aspirasi: Aspirasi, oleh: Pengguna) -> Aspirasi:
    """Take up what waits for the first look: its kampung works on it, `oleh` holds it.

    The same again (a repeated send, a colleague) stands once. Raises TidakBisa when it was
    looked at or narrowed meanwhile, or is in other hands.
    """
    aspirasi, dari = pindah(aspirasi, Aksi.AMBIL_DULU)
    kantor = kantor_dari(oleh)
    if not rules.has_perm("aspirasi.ambil_dulu", oleh, aspirasi):
        raise TidakBisa(BUKAN_BAGIAN)
    if aspirasi.ditangani == kantor:
        return aspirasi
    if aspirasi.ditangani:
        raise TidakBisa(SUDAH)
    serahkan(aspirasi, kantor)
    aspirasi.ditugaskan = oleh
    aspirasi.save()
    catat_langkah(aspirasi, Aksi.AMBIL_DULU, oleh, dari)
    return aspirasi
