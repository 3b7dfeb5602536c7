"""What the tests of the desks share."""

from typing import Any

from django.urls import reverse

from aspirasi.models import Aspirasi

ALASAN = "Jalan ini milik kabupaten, silakan ke Dinas Pekerjaan Umum."


def alamat(aspirasi: Aspirasi, nama: str = "") -> str:
    if not nama:
        return reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])
    return reverse("meja:aspirasi_tindakan", args=[aspirasi.acuan, nama])


def isian_periksa(aspirasi: Aspirasi, **lain: Any) -> dict[str, Any]:
    return {
        "isi_publik": aspirasi.isi_publik,
        "jenis": aspirasi.jenis,
        "jangkauan": aspirasi.jangkauan,
        "tentang": aspirasi.tentang,
        "kampung": aspirasi.kampung_id or "",
    } | lain


def teks(respons: Any) -> str:
    return str(respons.content.decode())
