"""The first look, and routing what needs no second one, in one step."""

from typing import Any

from django.db import transaction

from aspirasi.models import Aspirasi
from aspirasi.services import periksa as layanan_periksa
from aspirasi.services import tangani
from aspirasi.services.periksa import HasilPeriksa
from warga.models import Instansi, Pengguna


@transaction.atomic
def periksa(
    *, aspirasi: Aspirasi, teruskan_ke: Instansi | None, oleh: Pengguna, **isian: Any
) -> Aspirasi:
    """Verify it as `services.periksa` does, then route it to `teruskan_ke`, if any.

    Both or neither: raises TidakBisa as either of them does. A kampung that had begun before
    the first look keeps what it began. The sender gets one message for the two.
    """
    terus = teruskan_ke is not None and aspirasi.ditangani != teruskan_ke
    hasil = HasilPeriksa(**isian)
    aspirasi = layanan_periksa.periksa(aspirasi=aspirasi, hasil=hasil, oleh=oleh, senyap=terus)
    if teruskan_ke is None or aspirasi.ditangani == teruskan_ke:
        return aspirasi
    return tangani.teruskan(aspirasi=aspirasi, ke=teruskan_ke, oleh=oleh)
