"""One stored file: the place of its bytes, and whether everybody may have them."""

import re
import secrets
from pathlib import PurePosixPath
from typing import ClassVar

from django.db import models
from django.urls import reverse

from core.gambar.olah import SISI_KECIL

# The names that `nama_acak` and `nama_kecil` make, and no others.
NAMA = re.compile(r"(?P<batang>[0-9a-f]{32})(-480(?=\.webp))?(?P<akhiran>\.webp|\.pdf)")


def nama_acak(akhiran: str) -> str:
    """Return a file name nobody can guess: 128 random bits and `akhiran` (".webp")."""
    return f"{secrets.token_hex(16)}{akhiran}"


def nama_kecil(nama: str) -> str:
    """Return the name of the small size that belongs to the photo `nama`."""
    jalur = PurePosixPath(nama)
    return f"{jalur.stem}-{SISI_KECIL}{jalur.suffix}"


class Berkas(models.Model):
    """A photo (two sizes, WebP) or a document (PDF).

    Everything arrives in the storage `terbatas` under `nama`. A file that is public now has a
    second, different name in the storage `publik`. Owners hold a OneToOneField to this table;
    `core.berkas.simpan` alone writes and removes the bytes.
    """

    class Jenis(models.TextChoices):
        FOTO = "foto", "Foto"
        DOKUMEN = "dokumen", "Dokumen"

    jenis = models.CharField("jenis", max_length=10, choices=Jenis)
    nama = models.CharField("nama di simpanan terbatas", max_length=40, unique=True)
    nama_publik = models.CharField("nama publik", max_length=40, unique=True, null=True, blank=True)
    nama_asli = models.CharField("nama asal", max_length=120, blank=True)
    ukuran = models.PositiveIntegerField("ukuran (byte)")
    lebar = models.PositiveIntegerField("lebar (piksel)", null=True, blank=True)
    tinggi = models.PositiveIntegerField("tinggi (piksel)", null=True, blank=True)
    dibuat = models.DateTimeField("disimpan pada", auto_now_add=True, db_index=True)

    # The form, and the person, for whom it waits, as a fingerprint
    # (`core.berkas.pindaian.titipkan`).
    titipan = models.CharField(max_length=64, default="", db_default="", editable=False)
    # The mark of the photo in that form (`core.berkas.titipan.tandai`).
    asal = models.CharField(max_length=64, default="", db_default="", editable=False)

    class Meta:
        verbose_name = "berkas"
        verbose_name_plural = "berkas"
        indexes: ClassVar = [
            models.Index(fields=["titipan"], name="berkas_titipan", condition=~models.Q(titipan=""))
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(jenis="dokumen")
                | models.Q(lebar__isnull=False, tinggi__isnull=False),
                name="berkas_foto_berukuran",
                violation_error_message="Lebar dan tinggi foto harus diketahui.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama_asli or self.nama

    @property
    def publik(self) -> bool:
        return self.nama_publik is not None

    @property
    def dokumen(self) -> bool:
        """Return whether it is a PDF, which has no size in pixels and cannot be blackened here."""
        return self.jenis == self.Jenis.DOKUMEN

    @property
    def alamat(self) -> str:
        """Return the address of the file: the public one as soon as it is public."""
        return reverse("berkas", args=[self.nama_publik or self.nama])

    @property
    def alamat_kecil(self) -> str:
        """Return the address of the small size. Documents have one size only."""
        if self.dokumen:
            return self.alamat
        return reverse("berkas", args=[nama_kecil(self.nama_publik or self.nama)])

    @property
    def lebar_kecil(self) -> int | None:
        return self._kecilkan(self.lebar)

    @property
    def tinggi_kecil(self) -> int | None:
        return self._kecilkan(self.tinggi)

    def _kecilkan(self, sisi: int | None) -> int | None:
        if not (sisi and self.lebar and self.tinggi):
            return None
        skala = min(1.0, SISI_KECIL / max(self.lebar, self.tinggi))
        return max(1, round(sisi * skala))
