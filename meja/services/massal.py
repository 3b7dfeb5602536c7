"""Routing several kiriman at once. Each has a transaction of its own, so a failure takes no other
with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import rules
from django.db import transaction

from aspirasi.enums import Status
from aspirasi.models import Aspirasi
from aspirasi.services.alur import kunci_baris
from aspirasi.services.tangani import teruskan
from core.galat import TidakBisa
from warga.models import Instansi, Pengguna

LENYAP = "Kiriman ini tidak ada lagi di meja Anda."
BEDA_JENIS = "Jenisnya sudah diubah petugas lain. Teruskan sendiri-sendiri."
TANPA_KAMPUNG = "Kampungnya belum diketahui. Pilih kampungnya dulu, atau teruskan ke instansi lain."
# Routing helps these. One that somebody works on, or that waits for others, is routed by itself.
SIAP = (Status.DIVERIFIKASI, Status.DIBUKA_KEMBALI, Status.DITERUSKAN)
SEDANG = "Sedang ditangani atau ditunggu, jadi tidak diubah. Kalau perlu, teruskan sendiri."
PESAN_SUDAH_DITERUSKAN = "Sudah diteruskan ke sana sebelumnya."


@dataclass(frozen=True)
class Hasil:
    """The result for one ticked kiriman: None for one that left the desk; `sebab` is "" when it
    went."""

    aspirasi: Aspirasi | None
    sebab: str = ""


def teruskan_banyak(
    *, pilihan: Iterable[UUID], jenis: str, ke: Instansi | None, catatan: str, oleh: Pengguna
) -> list[Hasil]:
    """Route each of `pilihan` (acuan) to `ke`. Return for each whether it went, or why not.

    Without `ke` each goes to the government of its own kampung.
    """
    semua = list(dict.fromkeys(pilihan))
    kartu = Aspirasi.objects.untuk_meja(oleh).untuk_kartu()
    meja = kartu.select_related("kampung__instansi").filter(acuan__in=semua)
    ada = {aspirasi.acuan: aspirasi for aspirasi in meja}
    return [_satu(ada.get(acuan), jenis, ke, catatan, oleh) for acuan in semua]


@transaction.atomic
def _satu(
    aspirasi: Aspirasi | None, jenis: str, ke: Instansi | None, catatan: str, oleh: Pengguna
) -> Hasil:
    if aspirasi is None or not rules.has_perm("aspirasi.teruskan", oleh, aspirasi):
        return Hasil(None, LENYAP)
    if aspirasi.jenis != jenis:
        return Hasil(aspirasi, BEDA_JENIS)
    kini = kunci_baris(aspirasi)
    if kini.terbuka and kini.status not in SIAP:
        return Hasil(aspirasi, SEDANG)
    ke = ke or (aspirasi.kampung.instansi if aspirasi.kampung else None)
    if ke is None:
        return Hasil(aspirasi, TANPA_KAMPUNG)
    return Hasil(aspirasi, _teruskan(kini, ke, catatan, oleh))


def _teruskan(aspirasi: Aspirasi, ke: Instansi, catatan: str, oleh: Pengguna) -> str:
    """Route it. Return "" when it went, else why not."""
    if aspirasi.status == Status.DITERUSKAN and aspirasi.ditangani_id == ke.pk:
        return PESAN_SUDAH_DITERUSKAN
    try:
        with transaction.atomic():
            teruskan(aspirasi=aspirasi, ke=ke, catatan=catatan, oleh=oleh)
    except TidakBisa as galat:
        return galat.pesan
    return ""
