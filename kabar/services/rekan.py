"""A colleague notes that they told an official by WhatsApp that work waits."""

from django.db import transaction

from aspirasi.models import Aspirasi
from core.galat import TidakBisa
from kabar.bacaan.rekan import belum_tahu, penunggu, pesan, untuk_kiriman
from kabar.models import KabarRekan, PilihanPemberitahuan
from warga.models import Pengguna

SUDAH = "Rekan ini sudah dikabari, atau sudah membukanya sendiri. Tidak perlu dikabari lagi."


@transaction.atomic
def tandai_dikabari(
    *, kepada: Pengguna, oleh: Pengguna, aspirasi: Aspirasi | None = None
) -> KabarRekan:
    """Note that this official was told, of one kiriman or of all that waits. The caller checked the
    right `kabar.kabari_rekan`, and that `oleh` may read the kiriman.

    Raises TidakBisa when somebody was faster, or nothing waits any more: nobody is told twice.
    """
    PilihanPemberitahuan.objects.get_or_create(pengguna=kepada)
    PilihanPemberitahuan.objects.select_for_update().get(pengguna=kepada)
    if not _perlu(kepada, oleh, aspirasi):
        raise TidakBisa(SUDAH)
    lewat = pesan(kepada, aspirasi).lewat
    return KabarRekan.objects.create(kepada=kepada, oleh=oleh, aspirasi=aspirasi, lewat=lewat)


def _perlu(kepada: Pengguna, oleh: Pengguna, aspirasi: Aspirasi | None) -> bool:
    if aspirasi is None:
        return bool(belum_tahu(oleh).filter(pk=kepada.pk).exists())
    berekan = Aspirasi.objects.annotate(**untuk_kiriman()).get(pk=aspirasi.pk)
    return kepada.pk in {satu.pk for satu in penunggu(berekan, oleh)[0]}
