"""The lock of a report, and what holds while it is still a draft."""

from core.galat import TidakBisa
from laporan.models import LaporanKemajuan

SUDAH_TERBIT = "Laporan ini sudah terbit, jadi tidak dapat diubah lagi."


def kunci_laporan(pk: int) -> LaporanKemajuan:
    """Lock a report. Raises TidakBisa when its draft was deleted meanwhile."""
    laporan = LaporanKemajuan.objects.select_for_update().filter(pk=pk).first()
    if laporan is None:
        raise TidakBisa("Draf laporan ini sudah dihapus. Tulis draf baru dari halaman proyeknya.")
    return laporan


def tolak_bila_terbit(laporan: LaporanKemajuan) -> None:
    """Raise TidakBisa for a report that is published by now, whatever `laporan` holds."""
    terbit = LaporanKemajuan.objects.terbit().filter(pk=laporan.pk)
    if laporan.pk and terbit.exists():
        raise TidakBisa(SUDAH_TERBIT)


def kunci_draf(laporan: LaporanKemajuan) -> None:
    """Lock a draft that is about to be saved again; a new one has nothing to lock. Raises TidakBisa
    when it was published, or deleted: saving it would bring it back."""
    if laporan.pk:
        kunci_laporan(laporan.pk)
    tolak_bila_terbit(laporan)
