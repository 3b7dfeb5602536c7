"""Our own table for a budget, to fill in and upload."""

from core.berkas.xlsx import Sel, xlsx

KEPALA = ("Kelompok", "Kode Kegiatan", "Uraian", "Sumber", "Anggaran", "Perubahan", "Realisasi")
CONTOH: tuple[tuple[Sel, ...], ...] = (
    ("Pendapatan", None, "Dana Desa", "Dana Desa", 345_350_000, None, None),
    ("Pendapatan", None, "Alokasi Dana Kampung", "ADD", 412_000_000, None, None),
    ("Belanja", "2.3.10", "Pembangunan jalan kampung", None, 154_700_000, None, None),
    ("Belanja", "5.3.00", "Keadaan mendesak (BLT)", None, 43_200_000, None, None),
    ("Penerimaan pembiayaan", None, "SiLPA tahun lalu", "SILPA", 18_750_000, None, None),
)


def templat_xlsx() -> bytes:
    """Return the workbook: its head, and rows that show how."""
    return xlsx([KEPALA, *CONTOH])
