"""Undoing what followed a stage of a project that was reached by mistake and taken back.

The job that follows projects finds the kiriman whose sender knows of such a stage. The question
about the finished work is taken away with its clock, a kiriman that was let go waits again, and
those who were told are told that it was a mistake. An answer that was given stays
(docs/keputusan/0048-tahap-ditarik.md).
"""

from typing import Any

from django.db import transaction

from aspirasi.enums import STATUS_TERTUTUP, Aksi, JenisTindakLanjut, Langkah, Status
from aspirasi.laku import PINDAH
from aspirasi.models import Aspirasi, TautanProyek
from aspirasi.services.alur import kunci_baris, lupakan_sanggahan, pindah
from aspirasi.services.langkah import catat_langkah
from core.galat import TidakBisa
from core.jejak.catat import riwayat
from proyek.enums import TAHAP_RAMPUNG, Tahap
from proyek.laku import Aksi as AksiProyek

# Nobody waits for news of these: the sender let go of them, or they are read elsewhere.
TANPA_KABAR = set(STATUS_TERTUTUP) - {Status.SELESAI}


@transaction.atomic
def urungkan(acuan: str) -> None:
    """Undo what followed each stage that was taken back, once. Raises TidakBisa when none was."""
    aspirasi = kunci_baris(Aspirasi.objects.get(acuan=acuan))
    keliru = list(aspirasi.tautan_proyek.keliru().select_related("proyek"))
    if not keliru:
        raise TidakBisa("Tidak ada tahap proyek yang dibatalkan.")
    for tautan in keliru:
        rampung, ditanya = _rampung(tautan.proyek.tahap), _rampung(tautan.tahap_dikabarkan)
        if not (rampung and ditanya):  # else only the handover was a mistake
            aspirasi = _urungkan(aspirasi, tautan)
        # Work that is finished by now is still to be asked about.
        tautan.tahap_dikabarkan = "" if rampung and not ditanya else tautan.proyek.tahap
        tautan.save(update_fields=["tahap_dikabarkan"])


def _rampung(tahap: str) -> bool:
    return tahap in TAHAP_RAMPUNG


def _urungkan(aspirasi: Aspirasi, tautan: TautanProyek) -> Aspirasi:
    aksi = _aksi(aspirasi, tautan)
    if not aksi:
        return aspirasi
    alasan, rincian = _kabar(tautan)
    dari = aspirasi.status
    if aksi in PINDAH:
        aspirasi, dari = pindah(aspirasi, aksi, alasan)
        aspirasi.save()
        lupakan_sanggahan(aspirasi)  # they spoke of work that was not finished
    catat_langkah(aspirasi, aksi, None, dari, alasan, rincian)
    return aspirasi


def _aksi(aspirasi: Aspirasi, tautan: TautanProyek) -> str:
    """Return the act that undoes it; "" where nothing followed and nobody was told."""
    if aspirasi.status in TANPA_KABAR:
        return ""
    if aspirasi.status == Status.DIRENCANAKAN and aspirasi.langkah == Langkah.KONFIRMASI:
        return Aksi.TAHAP_KELIRU if _lain_rampung(aspirasi) else Aksi.TANYA_DITARIK
    if tautan.tahap_dikabarkan == Tahap.DIBATALKAN and _belum_dijawab(aspirasi, tautan):
        return Aksi.MENUNGGU_LAGI
    return Aksi.TAHAP_KELIRU if tautan.dikabarkan else ""


def _lain_rampung(aspirasi: Aspirasi) -> bool:
    """Return whether the question stands all the same, because of another project."""
    return aspirasi.tautan_proyek.filter(
        proyek__tahap__in=TAHAP_RAMPUNG, tahap_dikabarkan__in=TAHAP_RAMPUNG
    ).exists()


def _belum_dijawab(aspirasi: Aspirasi, tautan: TautanProyek) -> bool:
    """Return whether nobody has answered since it was let go because the project was cancelled."""
    batal = tautan.proyek.pindah_tahap.filter(ke=Tahap.DIBATALKAN).latest("pk")
    sesudah = aspirasi.tindak_lanjut.filter(
        jenis=JenisTindakLanjut.TANGGAPAN, dibuat__gte=batal.dicatat
    )
    return aspirasi.status in PINDAH[Aksi.MENUNGGU_LAGI].dari and not sesudah.exists()


def _kabar(tautan: TautanProyek) -> tuple[str, dict[str, Any]]:
    """Return why the stage was a mistake, as the project's own page says it, and where it stands
    now."""
    proyek, keliru = tautan.proyek, Tahap(tautan.tahap_dikabarkan).label.lower()
    kini = proyek.get_tahap_display().lower()
    rincian = {"ke": f"proyek {proyek.nomor} tidak “{keliru}”, melainkan “{kini}”"}
    dibatalkan = riwayat(proyek).filter(
        aksi=AksiProyek.TAHAP_DIBATALKAN, dari=tautan.tahap_dikabarkan
    )
    jejak = dibatalkan.last()
    return (jejak.isi.alasan if jejak else ""), rincian
