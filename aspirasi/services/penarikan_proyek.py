"""Words about a project that are blacked out, and what kiriman repeat of them."""

from collections.abc import Sequence

from django.db import transaction

from aspirasi.laku import LAKU
from aspirasi.models import Aspirasi, TautanProyek
from core.jejak.catat import hapus_isi, riwayat
from core.laku import Oleh
from core.moderasi.penarikan import DITARIK, kata_jejak, memuat
from proyek.models import Proyek
from proyek.services.penarikan import tarik_tulisan
from warga.models import Pengguna

# The portal writes these by itself: they repeat what was said about the project.
PENGULANG = [aksi for aksi, laku in LAKU.items() if laku.oleh is Oleh.PORTAL]


@transaction.atomic
def hitamkan_proyek(*, proyek: Proyek, kata: Sequence[str], alasan: str, oleh: Pengguna) -> Proyek:
    """Black out words about a project; the trails of its kiriman that repeat them lose them, too,
    and so do the notices about those acts.

    Raises TidakBisa for what `proyek.services.penarikan.tarik_tulisan` refuses.
    """
    milik = TautanProyek.objects.filter(proyek=proyek).values("aspirasi")
    for aspirasi in Aspirasi.objects.select_for_update().filter(pk__in=milik).order_by("pk"):
        jejak = riwayat(aspirasi).filter(aksi__in=PENGULANG)
        ulang = [satu for satu in jejak if any(memuat(teks, kata) for teks in kata_jejak(satu))]
        hapus_isi(objek=aspirasi, alasan=DITARIK, oleh=oleh, jejak=ulang)
    return tarik_tulisan(proyek=proyek, kata=kata, alasan=alasan, oleh=oleh)
