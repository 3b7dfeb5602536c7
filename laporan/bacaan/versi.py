"""The revisions of a report, as its page names them."""

from typing import Any

from laporan.models import LaporanKemajuan


def versi(laporan: LaporanKemajuan) -> dict[str, Any]:
    """Return `versi`, the published revisions of its span with `masih` (not taken back), `berlaku`,
    the one that stands, and `sebelumnya`, the one that `laporan` corrects, or None. One query;
    `laporan` itself was not taken back."""
    semua = list(LaporanKemajuan.objects.serentang(laporan).dengan_utuh().order_by("revisi"))
    masih = [satu for satu in semua if satu.masih]
    lama = [satu for satu in masih if satu.revisi < laporan.revisi]
    return {"versi": semua, "berlaku": masih[-1], "sebelumnya": lama[-1] if lama else None}
