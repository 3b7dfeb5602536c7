"""Taking back a project that was opened by mistake, with the links of kiriman to it.

A kiriman that no other project answers returns to the state it had before the link: status, clock
and punctuality. Whoever was told of the link is told that it is undone.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from aspirasi.enums import Aksi, Langkah, Status
from aspirasi.models import Aspirasi, TautanProyek
from aspirasi.services import jam
from aspirasi.services.alur import kunci_bersama
from aspirasi.services.langkah import catat_langkah
from core.galat import TidakBisa
from proyek.models import Proyek
from proyek.services import cabut
from warga.models import Pengguna

# Linking a project sets these columns (`aspirasi.services.alur.pindah` and the clock).
KOLOM = (
    "status",
    "langkah",
    "langkah_mulai",
    "jatah_hari",
    "janji",
    "tenggat",
    "alasan_tertunda",
    "eskalasi",
    "dijawab_tepat",
)


@transaction.atomic
def cabut_proyek(*, proyek: Proyek, alasan: str, oleh: Pengguna) -> Proyek:
    """Take the project back and undo its links. Raises TidakBisa as `proyek.services.cabut` does,
    and when a kiriman was linked at this very moment."""
    terhubung = list(Aspirasi.objects.filter(tautan_proyek__proyek=proyek).order_by("pk"))
    kunci_bersama(*terhubung)
    proyek = cabut.cabut_proyek(proyek=proyek, alasan=alasan, oleh=oleh)
    tautan = list(proyek.tautan_aspirasi.select_related("aspirasi").order_by("aspirasi"))
    if {satu.aspirasi_id for satu in tautan} != {satu.pk for satu in terhubung}:
        raise TidakBisa("Seorang rekan baru saja menghubungkan kiriman. Tekan sekali lagi.")
    for satu in tautan:
        _lepas(satu, f"Proyek {proyek.nomor} dicabut karena dibuka keliru: {alasan}")
    return proyek


def _lepas(tautan: TautanProyek, alasan: str) -> None:
    """Undo one link. Its kiriman is locked and fresh."""
    aspirasi, dari = tautan.aspirasi, tautan.aspirasi.status
    lain = aspirasi.tautan_proyek.exclude(pk=tautan.pk)
    tautan.delete()
    if dari == Status.DIRENCANAKAN:
        if lain:
            _wariskan(tautan.sebelum, lain)
        else:
            _kembalikan(aspirasi, tautan.sebelum)
    catat_langkah(aspirasi, Aksi.PROYEK_KELIRU, None, dari, alasan)


def _wariskan(sebelum: dict[str, Any] | None, lain: Iterable[TautanProyek]) -> None:
    """Let the next link know the state before the first one: its own state was made by that."""
    berikut = next(iter(lain))
    if (berikut.sebelum or {}).get("status") == Status.DIRENCANAKAN:
        berikut.sebelum = sebelum
        berikut.save(update_fields=["sebelum"])


def _kembalikan(aspirasi: Aspirasi, sebelum: dict[str, Any] | None) -> None:
    """Bring it back to its state before the link; without one on record, to its desk."""
    if sebelum and sebelum["status"] != Status.DIRENCANAKAN:
        pulihkan(aspirasi, sebelum)
    else:
        aspirasi.status = Status.DIPROSES
        jam.mulai(aspirasi, Langkah.SELESAI)
    aspirasi.save()


def potret(aspirasi: Aspirasi) -> dict[str, Any]:
    """Return status, clock and punctuality; a JSON column with DjangoJSONEncoder keeps them."""
    return {nama: getattr(aspirasi, nama) for nama in KOLOM}


def pulihkan(aspirasi: Aspirasi, sebelum: dict[str, Any]) -> None:
    """Set all that `potret` kept. The caller saves."""
    for nama, nilai in sebelum.items():
        kolom: Any = Aspirasi._meta.get_field(nama)
        setattr(aspirasi, nama, kolom.to_python(nilai))
