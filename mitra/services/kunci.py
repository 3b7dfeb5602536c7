"""The lock of an offer, and its moves."""

from core.galat import TidakBisa
from mitra.laku import LAKU_TAWARAN
from mitra.models import Tawaran

PADA = "Tawaran ini {status}, jadi tidak dapat dilakukan. Muat ulang halaman."


def kunci_tawaran(tawaran: Tawaran) -> Tawaran:
    """Lock an offer and return it as it stands now."""
    semua = Tawaran.objects.select_for_update(of=("self",)).select_related("kampung")
    return semua.get(pk=tawaran.pk)


def pindahkan(tawaran: Tawaran, aksi: str) -> None:
    """Move a locked offer as the row of this act says. Raises TidakBisa from any other state."""
    pindah = LAKU_TAWARAN[aksi].pindah
    if pindah is None or tawaran.status not in pindah.dari:
        raise TidakBisa(PADA.format(status=tawaran.get_status_display().lower()))
    if pindah.ke:
        tawaran.status = pindah.ke
