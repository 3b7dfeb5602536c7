"""The lock of a project, and of several in one order (docs/keputusan/0026-kunci.md)."""

from collections.abc import Iterable

from core.galat import TidakBisa
from proyek.models import Proyek

DICABUT = (
    "Proyek ini sudah dicabut karena dibuka keliru, jadi tidak dapat diubah lagi. Muat ulang "
    "halaman untuk membaca alasannya."
)


def kunci_proyek(proyek: Proyek) -> Proyek:
    """Lock a project and return it as it stands now. Call inside a transaction.

    Raises TidakBisa for one that was opened by mistake and taken back.
    """
    return kunci_bersama([proyek.pk])[0]


def kunci_bersama(kunci: Iterable[int]) -> list[Proyek]:
    """Lock these projects in the order of their keys and return them in it; raise as above."""
    terkunci = Proyek.objects.select_for_update(of=("self",)).filter(pk__in=set(kunci))
    semua = list(terkunci.order_by("pk"))
    if any(satu.dicabut for satu in semua):
        raise TidakBisa(DICABUT)
    return semua
