"""What takes two people at the kecamatan: a password code, and the right to read secrets."""

from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from core.models import Berdua, BerduaMixin
from warga.enums import PERAN_KECAMATAN, NamaJabatan, Peran
from warga.models.orang import Jabatan, Pengguna, PenggunaQuerySet


def pemutus() -> PenggunaQuerySet:
    """Admins and camat who can decide a request of the outer query: they neither asked nor own."""
    camat = Jabatan.objects.aktif().filter(nama=NamaJabatan.CAMAT).values("pengguna")
    dapat = Q(peran=Peran.ADMIN) | Q(peran=Peran.STAF, pk__in=camat)
    bukan = Q(pk=OuterRef("pengguna")) | Q(pk=OuterRef("diminta_oleh_id"))
    return Pengguna.objects.filter(dapat, is_active=True).exclude(bukan)


class PermintaanSandiQuerySet(BerduaMixin["PermintaanSandi"]):
    """Reads of requests for password codes."""

    def untuk_diputus(self, oleh: Pengguna) -> "PermintaanSandiQuerySet":
        """Those that wait for this person, as the right `warga.putuskan_sandi` has it."""
        if not oleh.is_staff:
            return self.none()
        lain = self.menunggu().exclude(diminta_oleh_id=oleh.pk).exclude(pengguna=oleh)
        if oleh.peran == Peran.ADMIN or oleh.memegang(NamaJabatan.CAMAT):
            return lain
        kecamatan = Q(pengguna__peran__in=PERAN_KECAMATAN)
        if oleh.memegang(NamaJabatan.KASI_PMK):
            return lain.exclude(kecamatan & Exists(pemutus()))
        return lain.exclude(kecamatan)

    def untuk_dibuka(self, oleh: Pengguna) -> "PermintaanSandiQuerySet":
        """Those that this person asked for and may open now."""
        return self.siap_dipakai().filter(diminta_oleh_id=oleh.pk)


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

    def ada_pemutus(self) -> bool:
        """True if an admin or the camat can decide this one."""
        ini = type(self).objects.filter(pk=self.pk)
        return ini.filter(Exists(pemutus())).exists()

    def __str__(self) -> str:
        return f"Kode kata sandi untuk {self.pengguna}"
