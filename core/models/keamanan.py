"""The log of security events: sign-ins, refusals, and changes of what guards an account."""

import datetime as dt

from django.db import models
from django.utils import timezone


class Kejadian(models.TextChoices):
    """Kinds of events. None of them says anything about a kiriman or its sender."""

    MASUK = "masuk", "Masuk"
    MASUK_DITOLAK = "masuk_ditolak", "Kata sandi tidak cocok"
    DIJEDA = "dijeda", "Harus menunggu: terlalu sering keliru"
    SESI_BERAKHIR = "sesi_berakhir", "Dikeluarkan: lama tidak dipakai"
    SESI_DIKELUARKAN = "sesi_dikeluarkan", "Perangkat lain dikeluarkan"
    SANDI_DIGANTI = "sandi_diganti", "Kata sandi diganti"
    FAKTOR_DIPASANG = "faktor_dipasang", "Kode keamanan kedua dipasang"
    FAKTOR_DIPAKAI = "faktor_dipakai", "Kode keamanan kedua dipakai"
    FAKTOR_DITOLAK = "faktor_ditolak", "Kode pengaman tidak cocok"
    FAKTOR_DILEPAS = "faktor_dilepas", "Kode keamanan kedua dilepas"
    HAK_DIUBAH = "hak_diubah", "Peran atau hak diubah"
    KODE_DIMINTA = "kode_diminta", "Kode diminta"
    KODE_DIBERI = "kode_diberi", "Kode diberikan"
    KODE_DIPAKAI = "kode_dipakai", "Kode dipakai"
    KODE_DITOLAK = "kode_ditolak", "Kode tidak cocok"
    PIN_DIPERBARUI = "pin_diperbarui", "PIN dibuat baru"
    DAFTAR_DIUNDUH = "daftar_diunduh", "Daftar kiriman diunduh"


def menit_ini() -> dt.datetime:
    """Return the present minute: a second would tie a sign-in to what was sent with it."""
    return timezone.now().replace(second=0, microsecond=0)


class KejadianKeamanan(models.Model):
    """One event. `core.jaga.keamanan.catat` writes it. The database refuses changes, and deletes a
    row only when it is old (migration 0005).

    Accounts are plain numbers: core knows no user model. `tempat` is a truncated address.
    """

    waktu = models.DateTimeField("waktu", default=menit_ini, editable=False)
    kejadian = models.CharField("kejadian", max_length=20, choices=Kejadian, editable=False)
    akun_id = models.BigIntegerField("nomor akun", null=True, editable=False, db_index=True)
    peran = models.CharField("peran saat itu", max_length=30, blank=True, editable=False)
    oleh_id = models.BigIntegerField("oleh (nomor akun)", null=True, editable=False)
    tempat = models.CharField("jaringan", max_length=45, blank=True, editable=False)

    class Meta:
        verbose_name = "kejadian keamanan"
        verbose_name_plural = "kejadian keamanan"
        indexes = [models.Index(fields=["waktu"], name="kejadian_waktu")]

    def __str__(self) -> str:
        return self.get_kejadian_display()
