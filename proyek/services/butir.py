"""The items of the work of a project, with their weights: all at once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.db import transaction

from core.galat import TidakBisa, pastikan_berkata
from core.jejak.catat import catat
from core.moderasi.penarikan import HITAM
from core.templatetags.bentuk import persen
from proyek.laku import Aksi
from proyek.models import ButirPekerjaan, Proyek
from proyek.services.kunci import kunci_proyek
from proyek.services.rencana import PERLU_ALASAN
from warga.models import Pengguna

Butir = tuple[str, Decimal]  # name, and weight in percent
BUTIR_TERBANYAK = 20


@transaction.atomic
def tetapkan_butir(*, proyek: Proyek, butir: Sequence[Butir], alasan: str, oleh: Pengguna) -> None:
    """Replace the items of a project by these; none takes them away.

    An item whose name stays keeps what reports told of it. Old and new stay in the trail. Raises
    TidakBisa when the weights do not sum to 100, a name stands twice, or there are too many, and
    without a reason when an earlier list changes. The same list again is no act.
    """
    proyek = kunci_proyek(proyek)
    lama = list(proyek.butir_pekerjaan.dipakai().values_list("nama", "bobot"))
    if lama == list(butir):
        return
    if galat := galat_butir(butir):
        raise TidakBisa(galat)
    if lama:
        pastikan_berkata(alasan, PERLU_ALASAN)
    _tulis(proyek, butir)
    rincian = {"perubahan": {"rincian_pekerjaan": [_kata(lama), _kata(butir)]}}
    catat(objek=proyek, aksi=Aksi.RINCIAN_PEKERJAAN, oleh=oleh, alasan=alasan, rincian=rincian)


def galat_butir(butir: Sequence[Butir]) -> str:
    """Return in a sentence what is wrong with a list of items; "" for a good one, and for none."""
    if not butir:
        return ""
    if len(butir) > BUTIR_TERBANYAK:
        return f"Paling banyak {BUTIR_TERBANYAK} pekerjaan. Gabungkan yang kecil."
    if any(not 0 < bobot <= 100 for _, bobot in butir):
        return "Bobot harus lebih besar dari nol, paling banyak 100."
    nama = Counter(nama.casefold() for nama, _ in butir if HITAM not in nama)
    if any(kali > 1 for kali in nama.values()):
        return "Ada pekerjaan yang tertulis dua kali. Satu pekerjaan cukup satu baris."
    jumlah = sum(bobot for _, bobot in butir)
    if jumlah != 100:
        return f"Jumlah bobotnya {persen(jumlah)}. Sesuaikan sampai tepat 100%."
    return ""


def _tulis(proyek: Proyek, butir: Sequence[Butir]) -> None:
    ada = list(proyek.butir_pekerjaan.order_by("dilepas", "urutan", "pk"))
    proyek.butir_pekerjaan.dipakai().update(dilepas=True)
    for urutan, (nama, bobot) in enumerate(butir, start=1):
        baris = next((b for b in ada if b.nama == nama), None)
        if baris:
            ada.remove(baris)
        else:
            baris = ButirPekerjaan(proyek=proyek, nama=nama)
        baris.urutan, baris.bobot, baris.dilepas = urutan, bobot, False
        baris.save()


def _kata(butir: Iterable[Butir]) -> str:
    return "; ".join(f"{nama} {persen(bobot)}" for nama, bobot in butir)
