"""An upload of measuring: a table of very many rows, read and taken in."""

from anggaran.enums import JenisAnggaran
from anggaran.models import AnggaranKampung
from anggaran.services.impor import Unggahan, ambil, unggah
from core.berkas.xlsx import Sel, xlsx
from warga.models import Kampung, Pengguna

BARIS = 2_000
KODE = [
    f"{bidang}.{sub}.{ke:02}"
    for bidang in range(1, 6)
    for sub in range(1, 5)
    for ke in range(1, 21)
]


def tabel() -> bytes:
    """Return the workbook: its rows are accounts of 400 kegiatan."""
    isi: list[list[Sel]] = [
        [KODE[i % len(KODE)], f"Kegiatan {i % len(KODE)}", 1_000 + i] for i in range(BARIS)
    ]
    return xlsx([["Kode Keg.", "Nama Kegiatan", "Anggaran (Rp)"], *isi])


def impor(data: bytes) -> bytes:
    """Read the table and take it in, as a page and its button do; nothing comes back to count."""
    kampung, oleh = Kampung.objects.resmi()[0], Pengguna.objects.order_by("pk")[0]
    surat = AnggaranKampung(kampung=kampung, tahun=2030, jenis=JenisAnggaran.MURNI)
    total = sum(1_000 + i for i in range(BARIS))
    ambil(impor=unggah(surat=surat, isi=data, unggahan=Unggahan(total), oleh=oleh), oleh=oleh)
    return b""
