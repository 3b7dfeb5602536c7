"""Requests that take two people at the kecamatan: a password code, and the right to read
secrets."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from core.models import Berdua, BerduaMixin
from core.waktu import sekarang
from warga.enums import PERAN_KECAMATAN, TANDA_BACA, HakBaca, NamaJabatan, Peran
from warga.models.jabatan import Jabatan
from warga.models.orang import Pengguna, PenggunaQuerySet


def pemutus(*, admin: bool) -> PenggunaQuerySet:
    """Return the camat, and with `admin` the admins, who can decide a request of the outer query.

    They neither asked for it nor own the account.
    """
    dapat = Q(peran=Peran.STAF, pk__in=Jabatan.objects.camat().values("pengguna"))
    if admin:
        dapat |= Q(peran=Peran.ADMIN)
    bukan = Q(pk=OuterRef("pengguna")) | Q(pk=OuterRef("diminta_oleh_id"))
    return Pengguna.objects.filter(dapat, is_active=True).exclude(bukan)


def baru_ditunjuk(oleh: Pengguna) -> Q:
    """Return the condition of `Pengguna.baru_ditunjuk`, for use inside a query."""
    baru = Q(Exists(oleh.penunjukan_baru())) | Q(Exists(oleh.jabatan_baru()))
    return baru & Q(Exists(Pengguna.objects.bertanda()))


def bukan_pemilik(nama: str) -> models.CheckConstraint:
    """Return the constraint that the owner of the account neither asks nor decides."""
    return models.CheckConstraint(
        condition=~Q(pengguna=F("diminta_oleh_id"))
        & (Q(diputus_oleh_id__isnull=True) | ~Q(pengguna=F("diputus_oleh_id"))),
        name=nama,
        violation_error_message="Pemilik akun tidak memutuskan tentang akunnya sendiri.",
    )


class PermintaanSandiQuerySet(BerduaMixin["PermintaanSandi"]):
    """Reads of requests for password codes."""

    def untuk_diputus(self, oleh: Pengguna) -> "PermintaanSandiQuerySet":
        """Return requests that this person may decide now, as the right `warga.putuskan_sandi`
        says."""
        if not oleh.is_staff:
            return self.none()
        lain = self.menunggu().exclude(diminta_oleh_id=oleh.pk).exclude(pengguna=oleh)
        kecamatan = Q(pengguna__peran__in=PERAN_KECAMATAN)
        lain = lain.exclude(kecamatan & baru_ditunjuk(oleh))
        if oleh.peran == Peran.ADMIN or oleh.memegang(NamaJabatan.CAMAT):
            return lain
        if oleh.memegang(NamaJabatan.KASI_PMK):
            return lain.exclude(kecamatan & Exists(pemutus(admin=True)))
        return lain.exclude(kecamatan)

    def untuk_dibuka(self, oleh: Pengguna) -> "PermintaanSandiQuerySet":
        """Return requests that this person asked for and may open now."""
        return self.siap_dipakai().filter(diminta_oleh_id=oleh.pk)


class PermintaanSandi(Berdua):
    """A colleague asks for a password code for an account; another one decides.

    `alasan` says how the asker made sure that it is the owner. Neither of the two is the owner of
    the account.
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
            bukan_pemilik("warga_permintaansandi_bukan_pemilik"),
        ]

    def ada_pemutus(self) -> bool:
        """Return whether an admin or the camat can decide this request."""
        ini = type(self).objects.filter(pk=self.pk)
        return ini.filter(Exists(pemutus(admin=True))).exists()

    def __str__(self) -> str:
        return f"Kode kata sandi untuk {self.pengguna}"


class BerhakBaca:
    """The right to read secrets that a row is about, `hak`."""

    hak: Any

    @property
    def untuk_tentang_kecamatan(self) -> bool:
        """Return whether it is the right to read kiriman about officials of the kecamatan."""
        return bool(self.hak == HakBaca.PENERIMA_KHUSUS)


class PermintaanPembacaQuerySet(BerduaMixin["PermintaanPembaca"]):
    """Reads of requests to let somebody read secrets."""

    def untuk_diputus(self, oleh: Pengguna) -> "PermintaanPembacaQuerySet":
        """Return requests that this person may decide now, as the right `warga.putuskan_pembaca`
        says."""
        lain = self.menunggu().exclude(diminta_oleh_id=oleh.pk).exclude(pengguna=oleh)
        lain = lain.exclude(baru_ditunjuk(oleh))
        if oleh.peran == Peran.STAF and oleh.memegang(NamaJabatan.CAMAT):
            return lain
        if oleh.peran == Peran.ADMIN:
            return lain.exclude(Exists(pemutus(admin=False)))
        return self.none()


class PermintaanPembaca(BerhakBaca, Berdua):
    """An admin asks that a staf may read secrets; the camat decides."""

    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.CASCADE, related_name="permintaan_pembaca"
    )
    hak = models.CharField(
        "hak", max_length=20, choices=[(h.value, h.label) for h in TANDA_BACA], editable=False
    )

    objects = PermintaanPembacaQuerySet.as_manager()

    class Meta(Berdua.Meta):
        verbose_name = "permintaan pembaca rahasia"
        verbose_name_plural = "permintaan pembaca rahasia"
        ordering = ["-diminta_pada", "-pk"]
        constraints: ClassVar = [
            *Berdua.Meta.constraints,
            bukan_pemilik("warga_permintaanpembaca_bukan_pemilik"),
        ]

    def __str__(self) -> str:
        return f"{self.get_hak_display()}: {self.pengguna}"

    def ada_camat(self) -> bool:
        """Return whether a camat can decide this request."""
        ini = type(self).objects.filter(pk=self.pk)
        return ini.filter(Exists(pemutus(admin=False))).exists()


DI_MEJA = datetime.timedelta(days=14)


class PerubahanPembacaQuerySet(models.QuerySet["PerubahanPembaca"]):
    """Reads of changes that all readers are told."""

    def baru(self) -> "PerubahanPembacaQuerySet":
        """Return the changes that stand on the desks now."""
        return self.filter(waktu__gt=sekarang() - DI_MEJA)


class PerubahanPembaca(BerhakBaca, models.Model):
    """Somebody may read secrets from now on, or no longer. All readers and the camat are told."""

    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    hak = models.CharField("hak", max_length=20, choices=HakBaca)
    diberikan = models.BooleanField("diberikan")
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    alasan = models.CharField("alasan", max_length=500, blank=True)
    waktu = models.DateTimeField("waktu", default=sekarang, editable=False)

    objects = PerubahanPembacaQuerySet.as_manager()

    class Meta:
        verbose_name = "perubahan pembaca"
        verbose_name_plural = "perubahan pembaca"
        ordering = ["-waktu", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_hak_display()}: {self.pengguna}"
