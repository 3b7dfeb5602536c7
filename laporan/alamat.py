"""Addresses of the desk: the one place where this app names them. What is late or waits for an
answer is told here and done there. The letters of checks in addresses, too."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from core.jaga.alamat import SamarConverter


class CekConverter(SamarConverter):
    """The number of a check of a resident (`<cek:pk>`). Its letters are those of no other table,
    since the order of checks within a week tells who wrote (docs/keputusan/0060-cek-warga.md)."""

    untuk = "cek"


def meja_minggu() -> str:
    """Return where reports of the week are written."""
    return reverse("meja:minggu")


def alamat_tanggapi(hal: Any) -> str:
    """Return where a check or a note is answered."""
    return reverse("meja:tanggapi", kwargs={"jenis": hal.jenis_jejak, "pk": hal.pk})


def meja_tutup_foto(lapangan: int, foto: int) -> str:
    """Return where parts of a photo of a look in the field are blackened."""
    return reverse("meja:lapangan_foto", args=[lapangan, foto])


def surat_tanggapi() -> str:
    """Return the whole address of all that waits for an answer, for letters."""
    return f"{settings.ALAMAT_PORTAL}{reverse('meja:tanggapi_daftar')}"


def surat_lapangan() -> str:
    """Return the whole address of the looks in the field, for letters."""
    return f"{settings.ALAMAT_PORTAL}{reverse('meja:lapangan')}"
