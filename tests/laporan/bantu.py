"""What the tests of writing reports share."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from proyek.models import Proyek
from tests.core import rupa_foto

SENDIRI = {"aparat", "kakam"}
KECAMATAN = {"staf", "petugas_rahasia", "camat", "admin"}


def alamat_tulis(proyek: Proyek) -> str:
    return f"/laporan/tulis/{proyek.nomor}/"


def isian(proyek: Proyek, **ganti: Any) -> dict[str, Any]:
    belanja = {f"belanja_{dana.pk}": "250.000" for dana in proyek.pendanaan.all()}
    asal = {
        "periode": "2026-10-01",
        "persen": "40",
        "narasi": "Pengecoran 100 meter selesai.",
        "ada_kendala": "tidak",
    }
    return asal | belanja | ganti


def teks(respons) -> str:
    assert respons.status_code == 200
    return respons.content.decode()


def foto(nama: str = "a.jpg", isi: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(
        nama, isi or rupa_foto.tulis(rupa_foto.gambar()), content_type="image/jpeg"
    )
