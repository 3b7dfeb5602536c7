"""The percents of the items, stored with a draft."""

from collections.abc import Sequence

from core.galat import TidakBisa
from laporan.models import KemajuanButir, LaporanKemajuan

BUTIR_BERUBAH = (
    "Rincian pekerjaan proyek ini baru saja diubah. Buka lagi halaman ini, lalu isi persennya."
)


def simpan_butir(laporan: LaporanKemajuan, butir: Sequence[KemajuanButir]) -> None:
    """Replace the percents of the items of a draft, whose project is locked. Raises TidakBisa when
    their weights do not sum to 100, or one is of another project."""
    asing = any(satu.butir.proyek_id != laporan.proyek_id for satu in butir)
    if butir and (asing or sum(satu.bobot for satu in butir) != 100):
        raise TidakBisa(BUTIR_BERUBAH)
    laporan.kemajuan_butir.all().delete()
    for satu in butir:
        satu.laporan = laporan
        satu.save(force_insert=True)
