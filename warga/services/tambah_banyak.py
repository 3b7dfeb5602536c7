"""Many new officials at once: all of them, or none."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from core.galat import TidakBisa
from warga.models import Pengguna
from warga.services.tambah import PetugasBaru, tambah_petugas


class BarisDitolak(Exception):
    """Some rows cannot become accounts: {place in the list, from 0: the sentence}."""

    def __init__(self, masalah: dict[int, str]) -> None:
        super().__init__(masalah)
        self.masalah = masalah


@transaction.atomic
def tambah_banyak(*, semua: Sequence[Mapping[str, Any]], oleh: Pengguna) -> list[PetugasBaru]:
    """Make an account with an office for each row, as `tambah_petugas` does.

    Rows that were made a moment ago by the same form are not made twice. Raises BarisDitolak with a
    sentence for each row that is refused; then nothing was made.
    """
    hasil: list[PetugasBaru] = []
    masalah: dict[int, str] = {}
    for nomor, isi in enumerate(semua):
        try:
            with transaction.atomic():
                hasil.append(tambah_petugas(**isi, oleh=oleh))
        except TidakBisa as galat:
            masalah[nomor] = str(galat.pesan)
    if masalah:
        raise BarisDitolak(masalah)
    return hasil
