"""Whether the money of a report can be filled in now."""

from core.templatetags.bentuk import tanggal
from laporan.bacaan.tarik import SUDAH_DIPERBAIKI
from laporan.models import BelanjaMenyusul, LaporanKemajuan

HARI_BELANJA = 10  # working days after the report came out
TIDAK_MENYUSUL = "Laporan ini tidak menunggu belanja. Angkanya sudah ada di dalamnya."
SUDAH_DIISI = (
    "Belanja laporan ini sudah diisi {hari}. Bila angkanya salah, buat perbaikan laporannya: "
    "angka yang baru menggantikan yang lama."
)
DITARIK = "Laporan ini sudah ditarik, jadi belanjanya tidak diisi lagi."


def halangan_isi(laporan: LaporanKemajuan) -> str:
    """Return in a sentence why the money of a report cannot be filled in now; "" when it can."""
    baris = BelanjaMenyusul.objects.filter(pk=laporan.pk).first()
    if baris is None:
        return TIDAK_MENYUSUL
    if baris.diisi_pada:
        return SUDAH_DIISI.format(hari=tanggal(baris.diisi_pada))
    satu = LaporanKemajuan.objects.filter(pk=laporan.pk)
    if not satu.utuh().exists():
        return DITARIK
    return "" if satu.berlaku().exists() else SUDAH_DIPERBAIKI
