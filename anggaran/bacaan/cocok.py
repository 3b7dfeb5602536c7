"""Whether the sums of a paper agree, and what to do where they do not."""

from collections.abc import Mapping

from anggaran.enums import Kelompok
from anggaran.models import AnggaranKampung
from core.templatetags.bentuk import rupiah


def sisa(per_kelompok: Mapping[str, int]) -> int:
    """Return what the rows leave over: income and financing received, less what goes out."""
    masuk = per_kelompok.get(Kelompok.PENDAPATAN, 0) + per_kelompok.get(Kelompok.PENERIMAAN, 0)
    keluar = per_kelompok.get(Kelompok.BELANJA, 0) + per_kelompok.get(Kelompok.PENGELUARAN, 0)
    return masuk - keluar


def halangan_terbit(anggaran: AnggaranKampung, per_kelompok: Mapping[str, int]) -> str:
    """Return why a draft cannot be published yet, in one sentence; "" when it can."""
    if not per_kelompok:
        return "Draf ini belum berisi angka."
    if anggaran.realisasi:
        return "" if anggaran.sampai else "Tulis dulu sampai tanggal berapa realisasi ini."
    if not anggaran.perkam_nomor or not anggaran.perkam_tanggal:
        return "Tulis dulu nomor dan tanggal Peraturan Kampungnya."
    return _tidak_cocok(sisa(per_kelompok), anggaran.silpa)


def _tidak_cocok(nyata: int, tertulis: int) -> str:
    if nyata == tertulis:
        return ""
    arah = "lebih" if nyata > tertulis else "kurang"
    return (
        "Jumlahnya belum cocok. Pendapatan dan penerimaan pembiayaan, dikurangi belanja dan "
        f"pengeluaran pembiayaan, menyisakan {rupiah(nyata)}; SiLPA yang ditulis "
        f"{rupiah(tertulis)}, jadi {arah} {rupiah(abs(nyata - tertulis))}. Periksa angkanya."
    )
