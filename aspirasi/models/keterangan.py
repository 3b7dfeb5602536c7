"""Questions of the kecamatan to a kampung that must not see the kiriman behind them."""

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Q

from aspirasi.models.aspirasi import Aspirasi
from core.formulir.fields import TeksField
from core.waktu import hari_ini, sekarang
from warga.enums import Peran
from warga.models import Kampung, Pengguna
from warga.rules import adalah_kecamatan

_MENUNGGU = Q(dijawab_pada__isnull=True, ditutup_pada__isnull=True)


class PermintaanQuerySet(models.QuerySet["PermintaanKeterangan"]):
    """Reads of questions to a kampung."""

    def visible_to(self, user: Any) -> Self:
        """Return questions to one's own kampung for an aparat; about readable kiriman for the
        kecamatan."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.peran_kini == Peran.APARAT:
            return self.filter(kampung=user.kampung_id)
        if adalah_kecamatan(user):
            return self.filter(aspirasi__in=Aspirasi.objects.untuk_meja(user).values("pk"))
        return self.none()

    def menunggu(self) -> Self:
        return self.filter(_MENUNGGU)

    def perlu_ditinjau(self) -> Self:
        """Return questions whose words nobody has looked at since the sender erased the kiriman."""
        return self.filter(aspirasi__dihapus_pada__isnull=False, ditinjau_pada__isnull=True)


class PermintaanKeterangan(models.Model):
    """A question of the kecamatan to a kampung, in its own words, about a kiriman that the kampung
    may not see.

    The kampung sees `pertanyaan` alone: no text, no number, no hint of the kiriman. So nothing in
    it changes at the moment of a sender's act (docs/keputusan/0017-pin.md).
    """

    # Addresses use this: a number in sequence would tell a kampung how many questions there are.
    acuan = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    aspirasi = models.ForeignKey(
        Aspirasi, on_delete=models.PROTECT, related_name="permintaan_keterangan"
    )
    kampung = models.ForeignKey(Kampung, on_delete=models.PROTECT, related_name="+")
    pertanyaan = TeksField("pertanyaan", max_length=2000)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    tenggat = models.DateField("paling lambat")
    dibuat = models.DateTimeField(default=sekarang, editable=False)
    jawaban = TeksField("jawaban", max_length=5000, blank=True)
    dijawab_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    dijawab_pada = models.DateTimeField("dijawab", null=True, editable=False)
    ditutup_pada = models.DateTimeField("tidak diperlukan lagi", null=True, editable=False)
    ditinjau_pada = models.DateTimeField("kata-katanya ditinjau", null=True, editable=False)

    objects = PermintaanQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan keterangan"
        verbose_name_plural = "permintaan keterangan"
        ordering = ["-dibuat", "-pk"]
        indexes = [  # the orders of its list
            models.Index(fields=["-dibuat", "-id"], name="permintaan_terbaru"),
            models.Index(fields=["tenggat", "id"], name="permintaan_tenggat"),
            models.Index(
                fields=["kampung", "tenggat"], name="permintaan_menunggu", condition=_MENUNGGU
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(jawaban="", dijawab_pada__isnull=True, dijawab_oleh__isnull=True)
                | (~Q(jawaban="") & Q(dijawab_pada__isnull=False, dijawab_oleh__isnull=False)),
                name="permintaan_dijawab_lengkap",
                violation_error_message="Jawaban harus bertanggal dan disebut penjawabnya.",
            )
        ]

    def __str__(self) -> str:
        return f"Permintaan keterangan {self.pk}"

    @property
    def terlambat(self) -> bool:
        buka = self.dijawab_pada is None and self.ditutup_pada is None
        return buka and self.tenggat < hari_ini()
