"""Officials whom a colleague told of their work by WhatsApp."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from aspirasi.models import Aspirasi
from core.formulir.fields import salah_satu
from core.waktu import sekarang
from kabar.enums import Lewat
from kabar.models.pemberitahuan import Pemberitahuan
from warga.models import Pengguna


class KabarRekan(models.Model):
    """One message by WhatsApp from one official to another: that work waits. It holds no word of
    the work; `aspirasi` is the kiriman that it named, None for a message about all that waits."""

    kepada = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", db_index=False, editable=False
    )
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+", editable=False)
    aspirasi = models.ForeignKey(
        Aspirasi, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    lewat = models.CharField("lewat", max_length=8, choices=Lewat, editable=False)
    waktu = models.DateTimeField("dikabari pada", default=sekarang, editable=False)

    class Meta:
        verbose_name = "kabar untuk rekan"
        verbose_name_plural = "kabar untuk rekan"
        ordering: ClassVar = ["-waktu", "-pk"]
        indexes: ClassVar = [models.Index(fields=["kepada", "waktu"], name="kabar_rekan_terbaru")]
        constraints: ClassVar = [
            salah_satu("kabar_rekan_lewat_dikenal", "lewat", Lewat, "Cara ini tidak dikenal."),
            models.CheckConstraint(
                condition=~Q(kepada=models.F("oleh")),
                name="kabar_rekan_orang_lain",
                violation_error_message="Anda tidak perlu mengabari diri sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return f"Kabar untuk rekan {self.pk}"


def belum_diberi_tahu() -> QuerySet[Any]:
    """Return the unread notices of work of which no colleague told since."""
    cocok = Q(aspirasi=None) | Q(aspirasi=OuterRef("hal__aspirasi"))
    sudah = KabarRekan.objects.filter(
        cocok, kepada=OuterRef("pengguna"), waktu__gte=OuterRef("waktu")
    )
    return Pemberitahuan.objects.kerja_baru().filter(~Exists(sudah))
