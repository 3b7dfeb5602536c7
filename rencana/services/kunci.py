"""The lock of a plan, after its projects and before any number."""

from core.galat import TidakBisa
from proyek.services.kunci import kunci_bersama
from rencana.laku import LAKU
from rencana.models import Rencana

BERUBAH = "Rencana ini baru saja berubah. Muat ulang halaman untuk melihat keadaan terbaru."
PADA = "Rencana ini {status}, jadi tidak dapat dilakukan. Muat ulang halaman."


def kunci_rencana(rencana: Rencana, *proyek: int) -> Rencana:
    """Lock these projects and then the plan, and return it as it stands now."""
    if proyek:
        kunci_bersama(proyek)
    semua = Rencana.objects.select_for_update(of=("self",)).select_related("kampung")
    return semua.get(pk=rencana.pk)


def pastikan_dapat(rencana: Rencana, aksi: str) -> None:
    """Raise TidakBisa when a locked plan is in no state from which this act leads on."""
    pindah = LAKU[aksi].pindah
    if pindah is None or rencana.status not in pindah.dari:
        raise TidakBisa(PADA.format(status=rencana.get_status_display().lower()))


def pindahkan(rencana: Rencana, aksi: str) -> None:
    """Move a locked plan as the row of this act says; raises as above."""
    pastikan_dapat(rencana, aksi)
    pindah = LAKU[aksi].pindah
    if pindah and pindah.ke:
        rencana.status = pindah.ke
