"""A new PIN for a sender who lost theirs: one of the kecamatan asks, another decides."""

from typing import Any, ClassVar, Self

from django.db import models

from aspirasi.models.aspirasi import Aspirasi
from aspirasi.rules import pembaca_tentang
from core.models import Berdua, BerduaMixin
from warga.rules import adalah_staf


class PermintaanPinQuerySet(BerduaMixin["PermintaanPin"]):
    """Reads of requests for a new PIN."""

    def untuk_diputus(self, oleh: Any) -> Self:
        """Return requests that this person may decide now, as the right `aspirasi.ganti_pin`
        says."""
        if not adalah_staf(oleh):
            return self.none()
        boleh = Aspirasi.objects.untuk_meja(oleh).filter(pembaca_tentang(oleh))
        menunggu = self.menunggu().exclude(diminta_oleh_id=oleh.pk)
        return menunggu.filter(aspirasi__in=boleh.values("pk"))

    def untuk_dibuka(self, oleh: Any) -> Self:
        """Return requests that this person asked for and another one approved."""
        return self.siap_dipakai().filter(diminta_oleh_id=oleh.pk)


class PermintaanPin(Berdua):
    """A request for a new PIN. `alasan` says how the asker made sure that it is the sender. Neither
    person may belong to the office that the kiriman is about (`aspirasi.rules`)."""

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="permintaan_pin")

    objects = PermintaanPinQuerySet.as_manager()

    class Meta(Berdua.Meta):
        verbose_name = "permintaan PIN"
        verbose_name_plural = "permintaan PIN"
        ordering: ClassVar = ["-diminta_pada", "-pk"]

    def __str__(self) -> str:
        return f"PIN baru untuk kiriman {self.aspirasi_id}"
