"""Data that people type into the forms of projects."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from proyek.models import Kegiatan
from tests.pabrik.proyek import ALASAN

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def pdf(isi: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile("berita acara.pdf", isi, content_type="application/pdf")


def isian_proyek(**ganti: Any) -> dict[str, Any]:
    """The smallest project: a usulan without money."""
    asal = {
        "judul": "Rabat beton Dusun 3",
        "kegiatan": Kegiatan.objects.get(kode="2.3.10").pk,
        "uraian": "Jalan dari mushola sampai pertigaan sawah.",
        "pola": "swakelola",
        "jenis": "fisik",
        "frekuensi_laporan": "bulanan",
    }
    return asal | isian_dana() | ganti


def isian_dana(*baris: tuple[str, str, str], jumlah: int = 3) -> dict[str, str]:
    """Rows of money: (sumber, tahun, pagu)."""
    isi = {"dana-TOTAL_FORMS": str(jumlah), "dana-INITIAL_FORMS": "0"}
    for nomor in range(jumlah):
        sumber, tahun, pagu = baris[nomor] if nomor < len(baris) else ("", "2026", "")
        isi |= {f"dana-{nomor}-sumber": sumber, f"dana-{nomor}-tahun": tahun}
        isi |= {f"dana-{nomor}-pagu": pagu}
    return isi


def isian_keputusan(awalan: str = "", **ganti: Any) -> dict[str, Any]:
    asal = {
        "ke_tahap": "",
        "judul": "Rabat beton dibiayai",
        "isi": "Rabat beton Dusun 3 masuk anggaran tahun 2026.",
        "alasan": ALASAN,
        "dasar": "muskam",
        "tanggal_surat": "2026-11-02",
        "nomor_surat": "140/12/2026",
        "ditetapkan_jabatan": "Kepala Kampung Sido Rejo",
    }
    return {f"{awalan}{nama}": nilai for nama, nilai in (asal | ganti).items()}


def isian_lengkap(**ganti: Any) -> dict[str, Any]:
    """A project in the budget: two sources and a founding decision."""
    dana = isian_dana(("dd", "2026", "120.000.000"), ("add", "2026", "Rp 24.700.000"))
    putusan = isian_keputusan("keputusan-", ke_tahap="dianggarkan")
    return isian_proyek() | dana | putusan | ganti
