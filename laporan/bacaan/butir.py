"""The items of the work: those that a report is asked about, and those that it tells of."""

from dataclasses import dataclass
from decimal import Decimal

from laporan.models import KemajuanButir, LaporanKemajuan
from laporan.models.butir import persen_menurut_butir
from proyek.models import ButirPekerjaan


@dataclass(frozen=True)
class ButirDitanya:
    """An item of which a report is asked, its weight, and the percent that it starts with."""

    butir: ButirPekerjaan
    bobot: Decimal
    persen: Decimal | None


def butir_ditanya(laporan: LaporanKemajuan, terakhir: LaporanKemajuan | None) -> list[ButirDitanya]:
    """Return the items in use, beginning with what the report itself says, and a first report with
    what the newest one that stands (`terakhir`) says. A correction keeps the items and weights of
    what it corrects. None where the project has no items."""
    sendiri = list(KemajuanButir.objects.semula(laporan).select_related("butir"))
    if sendiri and laporan.revisi > 1:
        return [ButirDitanya(satu.butir, satu.bobot, satu.persen) for satu in sendiri]
    semua = list(laporan.proyek.butir_pekerjaan.dipakai())
    if semua and terakhir and not sendiri and laporan.revisi == 1:
        sendiri = list(terakhir.kemajuan_butir.all())
    persen = {satu.butir_id: satu.persen for satu in sendiri}
    return [ButirDitanya(satu, satu.bobot, persen.get(satu.pk)) for satu in semua]


@dataclass(frozen=True)
class RincianPekerjaan:
    """The items as a report tells of them; `jumlah` is their weighted sum in percent."""

    baris: list[KemajuanButir]
    jumlah: Decimal


def rincian_pekerjaan(laporan: LaporanKemajuan) -> RincianPekerjaan | None:
    """Return it in one query, without one where `untuk_halaman` said that there is none; None where
    the report tells of no items."""
    if not getattr(laporan, "berbutir", True):
        return None
    baris = list(laporan.kemajuan_butir.select_related("butir"))
    return RincianPekerjaan(baris, persen_menurut_butir(baris)) if baris else None
