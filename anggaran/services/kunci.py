"""One person at a time works on one paper of a kampung."""

from anggaran.models import AnggaranKampung
from core.formulir.sekali import tunggu_urusan
from warga.models import Kampung


def kunci_surat(kampung: Kampung, tahun: int, jenis: str, ke: int) -> AnggaranKampung | None:
    """Wait for the turn on this paper, lock its newest version, and return it; None where there is
    no version yet."""
    tunggu_urusan(f"anggaran:{kampung.pk}:{tahun}:{jenis}:{ke}")
    semua = AnggaranKampung.objects.select_for_update(of=("self",)).select_related("kampung")
    milik = semua.filter(kampung=kampung, tahun=tahun, jenis=jenis, ke=ke)
    return milik.order_by("-versi").first()
