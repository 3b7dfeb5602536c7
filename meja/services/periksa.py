"""The first look and the routing after it, in one step."""

from django.db import transaction

from aspirasi.models import Aspirasi
from aspirasi.services.periksa import HasilPeriksa, periksa
from aspirasi.services.tangani import teruskan
from warga.models import Instansi, Pengguna


@transaction.atomic
def periksa_lalu_teruskan(
    *, aspirasi: Aspirasi, hasil: HasilPeriksa, ke: Instansi | None, oleh: Pengguna
) -> Aspirasi:
    """Verify it as `periksa` does, then route it to `ke`, if any.

    Both happen or neither: raises TidakBisa as either of them does. A kampung that had begun before
    the first look keeps what it began. The sender gets one message for the two.
    """
    terus = ke is not None and aspirasi.ditangani != ke
    aspirasi = periksa(aspirasi=aspirasi, hasil=hasil, oleh=oleh, senyap=terus)
    if ke is None or aspirasi.ditangani == ke:
        return aspirasi
    return teruskan(aspirasi=aspirasi, ke=ke, oleh=oleh)
