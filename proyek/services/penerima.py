"""How many people a project is for."""

from collections.abc import Mapping

from django.db import transaction

from core.galat import pastikan_berkata
from core.jejak.catat import catat
from proyek.laku import Aksi
from proyek.models import PENERIMA, Proyek
from proyek.services.kunci import kunci_proyek
from proyek.services.rencana import PERLU_ALASAN
from warga.models import Pengguna


@transaction.atomic
def catat_penerima(
    *, proyek: Proyek, isi: Mapping[str, int | None], alasan: str, oleh: Pengguna
) -> None:
    """Set the counts of beneficiaries (`isi`: column → count, None for unknown).

    The trail says that they changed; it keeps no count, since few people of a small place are soon
    known. Raises TidakBisa when known counts change without a reason.
    """
    proyek = kunci_proyek(proyek)
    lama = {nama: getattr(proyek, nama) for nama in PENERIMA}
    baru = {nama: isi.get(nama) for nama in PENERIMA}
    if lama == baru:
        return
    if any(nilai is not None for nilai in lama.values()):
        pastikan_berkata(alasan, PERLU_ALASAN)
    for nama, nilai in baru.items():
        setattr(proyek, nama, nilai)
    proyek.save(update_fields=list(PENERIMA))
    catat(objek=proyek, aksi=Aksi.PENERIMA, oleh=oleh, alasan=alasan)
