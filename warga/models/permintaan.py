"""What takes two people at the kecamatan: a password code, and the right to read secrets."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from core.models import Berdua, BerduaMixin
from warga.models.orang import Pengguna


class PermintaanSandiQuerySet(BerduaMixin["PermintaanSandi"]):
    """Reads of requests for password codes."""


class PermintaanSandi(Berdua):
    """A colleague asks for a password code for an account; another one decides.

    `alasan` says how the asker made sure whom they speak with. Neither of the two is the
    owner of the account.
    """

    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.CASCADE, related_name="permintaan_sandi"
    )

    objects = PermintaanSandiQuerySet.as_manager()

    class Meta(Berdua.Meta):
        verbose_name = "permintaan kode kata sandi"
        verbose_name_plural = "permintaan kode kata sandi"
        ordering = ["-diminta_pada", "-pk"]
        constraints: ClassVar = [
            *Berdua.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(pengguna=F("diminta_oleh_id"))
                & (Q(diputus_oleh_id__isnull=True) | ~Q(pengguna=F("diputus_oleh_id"))),
                name="warga_permintaansandi_bukan_pemilik",
                violation_error_message="Pemilik akun tidak memutuskan tentang akunnya sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return f"Kode kata sandi untuk {self.pengguna}"
