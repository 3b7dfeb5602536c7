"""Offices where residents are served: those of a kampung, and the one of the kecamatan."""

import time
from typing import Any

from django.db import DatabaseError, models, transaction
from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from core.formulir.fields import BarisField, BujurField, LintangField, titik_lengkap
from warga.kontak import tautan_telepon, tautan_whatsapp, tulis_telepon
from warga.models.tempat import Kampung

UMUR = 60.0  # seconds for which one process keeps the office that stands in the foot of every page
PETA = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}"

# By any of these people reach an office, and these they need: its fields, in words.
KONTAK = ("alamat", "jam", "telepon", "whatsapp", "email", "lintang")
PERLU = {
    ("alamat",): "alamat",
    ("jam",): "jam pelayanan",
    ("telepon", "whatsapp"): "telepon atau WhatsApp",
}


class KantorLayanan(models.Model):
    """An office where residents are served, with its hours. The one without a kampung is the office
    of the kecamatan. Phone numbers are kept as E.164; older rows hold what was typed."""

    kampung = models.ForeignKey(
        Kampung, on_delete=models.CASCADE, related_name="kantor", null=True, blank=True
    )
    nama = BarisField("nama kantor", max_length=100)
    alamat = BarisField("alamat", max_length=200, blank=True)
    jam = BarisField("jam pelayanan", max_length=200, blank=True)
    telepon = models.CharField("telepon kantor", max_length=20, blank=True)
    whatsapp = models.CharField("nomor WhatsApp", max_length=20, blank=True)
    email = models.EmailField("e-mail", blank=True)
    lintang = LintangField("lintang", null=True, blank=True)
    bujur = BujurField("bujur", null=True, blank=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "kantor layanan"
        verbose_name_plural = "kantor layanan"
        ordering = ["kampung", "urutan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kampung", "nama"], name="kantor_nama_unik_per_kampung"
            ),
            models.UniqueConstraint(
                Coalesce("kampung_id", Value(0)),
                condition=Q(kampung__isnull=True),
                name="kantor_kecamatan_satu",
                violation_error_message="Kantor kecamatan sudah ada. Ubah yang sudah ada.",
            ),
            titik_lengkap("kantor_titik_lengkap"),
        ]

    def __str__(self) -> str:
        return self.nama

    def save(self, *args: Any, **lain: Any) -> None:
        super().save(*args, **lain)
        lupakan()

    def delete(self, *args: Any, **lain: Any) -> tuple[int, dict[str, int]]:
        terhapus = super().delete(*args, **lain)
        lupakan()
        return terhapus

    @property
    def dapat_dihubungi(self) -> bool:
        """Return whether it says anything by which people reach it."""
        return self._ada(KONTAK)

    @property
    def kurang(self) -> list[str]:
        """Return what people need and it does not say yet, in words."""
        return [kata for bidang, kata in PERLU.items() if not self._ada(bidang)]

    def _ada(self, bidang: tuple[str, ...]) -> bool:
        return any(getattr(self, nama) not in ("", None) for nama in bidang)

    @property
    def telepon_tampil(self) -> str:
        return tulis_telepon(self.telepon)

    @property
    def whatsapp_tampil(self) -> str:
        return tulis_telepon(self.whatsapp)

    @property
    def tautan_telepon(self) -> str:
        return tautan_telepon(self.telepon)

    @property
    def tautan_whatsapp(self) -> str:
        return tautan_whatsapp(self.whatsapp)

    @property
    def tautan_peta(self) -> str:
        """Return the address of its place on a public map; "" without a point."""
        return "" if self.lintang is None else PETA.format(self.lintang, self.bujur)


class KantorKecamatanManager(models.Manager["KantorKecamatan"]):
    """Only the office without a kampung."""

    def get_queryset(self) -> models.QuerySet["KantorKecamatan"]:
        return super().get_queryset().filter(kampung__isnull=True)


class KantorKecamatan(KantorLayanan):
    """The office of the kecamatan: at most one row."""

    objects = KantorKecamatanManager()  # type: ignore[misc]  # fewer rows than the base shows

    class Meta:
        proxy = True
        verbose_name = "kantor kecamatan"
        verbose_name_plural = "kantor kecamatan"


_disimpan: list[tuple[float, KantorKecamatan | None]] = []


def kantor_kecamatan() -> KantorKecamatan | None:
    """Return the office of the kecamatan; None while nobody has written it down.

    A process asks for it once in UMUR seconds, and at once after it was saved here. While the
    database is away, what was known stays.
    """
    if _disimpan and time.monotonic() - _disimpan[0][0] < UMUR:
        return _disimpan[0][1]
    try:
        kantor = KantorKecamatan.objects.first()
    except DatabaseError:
        return _disimpan[0][1] if _disimpan else None
    ingat(kantor)
    return kantor


def ingat(kantor: KantorKecamatan | None) -> None:
    """Keep this as the answer of the next UMUR seconds."""
    _disimpan[:] = [(time.monotonic(), kantor)]


def lupakan() -> None:
    """Ask again: at once in this transaction, and once more when it is committed."""
    _disimpan.clear()
    transaction.on_commit(_disimpan.clear)
