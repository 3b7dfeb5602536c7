"""Correcting a decision: another one replaces it, and both stay."""

from collections.abc import Sequence

from core.galat import TidakBisa
from proyek.models import Keputusan, Pendanaan

SUDAH_DIGANTI = "Keputusan {} sudah diganti oleh {}. Ralat yang itu, bukan yang lama."
LAIN_PROYEK = "Ralat tetap tentang proyek dan kampung yang sama. Catat keputusan baru."
BUKAN_TAHAP = (
    "Ralat tidak mengubah tahap proyek. Tahap yang keliru dibatalkan di halaman proyeknya, lewat "
    "“Batalkan tahap”."
)
BUKAN_UANG = (
    "Ralat tidak mengubah uang proyek. Ubah anggarannya di halaman proyeknya, lewat “Perubahan”."
)


def pastikan_ralat(keputusan: Keputusan, pendanaan: Sequence[Pendanaan]) -> bool:
    """Return whether an unsaved decision replaces a public one, so that its project keeps stage and
    money. It then repeats both.

    Raises TidakBisa when the old one is replaced already, and when the new one is about something
    else, or would change stage or money. One that still waits for its kakam has changed nothing
    yet: its ralat is free to.
    """
    if keputusan.menggantikan_id is None:
        return False
    semua = Keputusan.objects.select_for_update(of=("self",))
    lama = semua.get(pk=keputusan.menggantikan_id)
    keputusan.menggantikan, keputusan.awal = lama, lama.awal
    _pastikan_pertama(lama)
    if (lama.proyek_id, lama.kampung_id) != (keputusan.proyek_id, keputusan.kampung_id):
        raise TidakBisa(LAIN_PROYEK)
    if not lama.umum:
        return False
    if keputusan.ke_tahap not in ("", lama.ke_tahap):
        raise TidakBisa(BUKAN_TAHAP)
    if pendanaan:
        raise TidakBisa(BUKAN_UANG)
    keputusan.ke_tahap, keputusan.dana = lama.ke_tahap, lama.dana
    return True


def _pastikan_pertama(lama: Keputusan) -> None:
    baru = Keputusan.objects.filter(menggantikan=lama).values_list("nomor", flat=True).first()
    if baru:
        raise TidakBisa(SUDAH_DIGANTI.format(lama.nomor, baru))
