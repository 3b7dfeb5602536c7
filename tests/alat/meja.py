"""The desk: its addresses, typed forms, and an answer of the kampung."""

from collections import Counter
from typing import Any

from django.test import Client
from django.urls import reverse

from aspirasi.models import Aspirasi
from aspirasi.services.jawab import tanggapi
from tests.pabrik.pemeran import Pemeran

DAFTAR = "/kerja/aspirasi/"
ALASAN = "Jalan ini milik kabupaten, silakan ke Dinas Pekerjaan Umum."


def alamat(aspirasi: Aspirasi, nama: str = "") -> str:
    """The address of a kiriman on the desk, or of an act on it."""
    if not nama:
        return reverse("meja:aspirasi_rincian", args=[aspirasi.acuan])
    return reverse("meja:aspirasi_tindakan", args=[aspirasi.acuan, nama])


def menunggu(client: Client) -> Counter[str]:
    """Return how many things wait for somebody on the front page, by the words of their kind."""
    konteks = client.get("/kerja/").context
    lebih = {kata: int(banyak) for _, banyak, kata in konteks["selebihnya"]}
    return Counter(satu.urusan.kata for satu in konteks["baris"]) + Counter(lebih)


def jawab(pemeran: Pemeran, aspirasi: Aspirasi, isi: str = "Digali hari Minggu.") -> None:
    """The kepala kampung answers."""
    tanggapi(aspirasi=aspirasi, isi=isi, oleh=pemeran.kakam)


def isi_daftar(client: Client, keadaan: str) -> list[str]:
    """Return the titles on a list of the desk (`bagian`, `baru`, `terlambat`, …)."""
    halaman = client.get(DAFTAR, {"keadaan": keadaan}).context["halaman"]
    return [a.judul for a in halaman]


def nama_foto(aspirasi: Aspirasi) -> list[str]:
    """Every photo of a kiriman, as the forms that show photos name it."""
    return list(aspirasi.lampiran.values_list("berkas__nama", flat=True))


def isian_periksa(aspirasi: Aspirasi, **lain: Any) -> dict[str, Any]:
    """The form of a first look that leaves everything as it is."""
    return {
        "isi_publik": aspirasi.isi_publik,
        "jenis": aspirasi.jenis,
        "jangkauan": aspirasi.jangkauan,
        "tentang": aspirasi.tentang,
        "kampung": aspirasi.kampung_id or "",
    } | lain
