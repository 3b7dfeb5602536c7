"""Offices that people hold."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from core.waktu import hari_ini
from warga.enums import JABATAN_TUNGGAL, PERAN_JABATAN, PERAN_KECAMATAN, NamaJabatan, Peran
from warga.models.tempat import Instansi


class JabatanQuerySet(models.QuerySet["Jabatan"]):
    """Reads of offices."""

    def aktif(self, hari: datetime.date | None = None) -> "JabatanQuerySet":
        """Return offices held on that day (today in WIB, if no day is given)."""
        hari = hari or hari_ini()
        return self.bersisa(hari).filter(mulai__lte=hari)

    def bersisa(self, hari: datetime.date | None = None) -> "JabatanQuerySet":
        """Return offices that are held on that day (today, if none is given) or begin later."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=hari or hari_ini()))

    def camat(self) -> "JabatanQuerySet":
        """Return the office of the camat, held today."""
        return self.aktif().filter(nama=NamaJabatan.CAMAT)

    def bakal_camat(self) -> "JabatanQuerySet":
        """Return the office of the camat, held today or from a later day on."""
        return self.bersisa().filter(nama=NamaJabatan.CAMAT)


class Jabatan(models.Model):
    """An office held by a person in a place, with its dates."""

    pengguna = models.ForeignKey("warga.Pengguna", on_delete=models.PROTECT, related_name="jabatan")
    nama = models.CharField("jabatan", max_length=16, choices=NamaJabatan)
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="jabatan")
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)
    boleh_menerbitkan = models.BooleanField(
        "boleh menerbitkan laporan",
        default=False,
        help_text="Ditunjuk kepala kampung untuk menerbitkan laporan kemajuan.",
    )

    objects = JabatanQuerySet.as_manager()

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        ordering = ["instansi", "nama", "-mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="jabatan_tanggal_urut",
                violation_error_message="Tanggal selesai harus sesudah tanggal mulai.",
            ),
            models.UniqueConstraint(
                fields=["instansi", "nama"],
                condition=Q(selesai__isnull=True, nama__in=JABATAN_TUNGGAL),
                name="jabatan_tunggal_per_instansi",
                violation_error_message="Jabatan ini masih dipegang orang lain. "
                "Isi tanggal selesainya dahulu.",
            ),
        ]

    def __str__(self) -> str:
        """Return the office with its place, as people say it: "Kepala Kampung Sido Rejo"."""
        kata = self.get_nama_display()
        tempat = str(self.instansi).removeprefix("Pemerintah ")
        awal, _, sisa = tempat.partition(" ")
        if self.nama == NamaJabatan.CAMAT and sisa:
            return f"{kata} {sisa}"
        if sisa and kata.lower().endswith(f" {awal.lower()}"):
            return f"{kata[: -len(awal)]}{tempat}"
        return f"{kata}, {tempat}"

    def clean(self) -> None:
        """Raise ValidationError when it does not fit the account that holds it."""
        super().clean()
        if self.instansi_id and self.nama and (galat := ketakcocokan(self, self.pengguna)):
            raise ValidationError(galat)

    @property
    def berakhir(self) -> bool:
        """Return whether it has ended."""
        return self.selesai is not None and self.selesai < hari_ini()


def ketakcocokan(jabatan: Jabatan, orang: Any) -> str:
    """Return why an office and the role and kampung of its account disagree, and what to do; ""
    when they agree. What has ended may disagree."""
    if jabatan.berakhir:
        return ""
    peran = PERAN_JABATAN[jabatan.nama]
    if orang.peran not in peran:
        return (
            f"{jabatan.get_nama_display()} berperan “{peran[0].label}”, sedangkan akun ini "
            f"“{Peran(orang.peran).label}”. Ubah perannya, atau isi tanggal selesai jabatannya."
        )
    kantor = jabatan.instansi
    if kantor.kampung_id and kantor.kampung_id != orang.kampung_id:
        return (
            f"{jabatan} bukan di kampung akun ini. Samakan kampungnya, atau isi tanggal selesai "
            "jabatannya."
        )
    if not kantor.kampung_id and not _di_atas(peran):
        return f"{jabatan.get_nama_display()} adalah jabatan kampung. Pilih pemerintah kampungnya."
    if kantor.kampung_id and peran[0] in PERAN_KECAMATAN:
        return f"{jabatan.get_nama_display()} adalah jabatan kecamatan. Pilih instansi kecamatan."
    return ""


def _di_atas(peran: tuple[Peran, ...]) -> bool:
    """Return whether these roles hold offices outside a kampung, too."""
    return peran[0] in (*PERAN_KECAMATAN, Peran.FASILITATOR)
