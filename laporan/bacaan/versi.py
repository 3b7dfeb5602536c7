"""The revisions of a report, as its page names them."""

from typing import Any

from laporan.models import LaporanKemajuan


def versi(laporan: LaporanKemajuan) -> dict[str, Any]:
    """Return `versi`, the published revisions of its span with `masih` (not taken back), and
    `berlaku`, the one that stands. One query; `laporan` itself was not taken back."""
    semua = list(LaporanKemajuan.objects.serentang(laporan).dengan_utuh().order_by("revisi"))
    return {"versi": semua, "berlaku": [satu for satu in semua if satu.masih][-1]}
