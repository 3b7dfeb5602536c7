"""Support for a kiriman, and the sender's judgement in the end."""

from django.db import models
from django.db.models import F, Q

from aspirasi.enums import Didengar, SaatPenilaian
from aspirasi.models.aspirasi import Aspirasi
from core.formulir.fields import TeksField
from core.waktu import sekarang
from warga.models import Pengguna


class Dukungan(models.Model):
    """A person with an account says "this matters to me, too", once.

    `dari` is the kiriman that was supported first, when a merge brought the support along; None for
    direct support. Through several merges it stays the first one.
    """

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="dukungan")
    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="dukungan")
    dari = models.ForeignKey(
        Aspirasi,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        db_index=False,
    )
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "dukungan"
        verbose_name_plural = "dukungan"
        constraints = [
            models.UniqueConstraint(fields=["aspirasi", "pengguna"], name="dukungan_sekali"),
            models.CheckConstraint(
                condition=~Q(dari=F("aspirasi")),
                name="dukungan_dari_yang_lain",
                violation_error_message="Dukungan tidak dapat ikut dari kiriman yang sama.",
            ),
        ]

    def __str__(self) -> str:
        return f"Dukungan {self.pk}"


class BelumBeres(models.Model):
    """A person with an account says "this is not settled", once until it reopens."""

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="belum_beres")
    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="belum_beres")
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "pernyataan belum beres"
        verbose_name_plural = "pernyataan belum beres"
        constraints = [
            models.UniqueConstraint(fields=["aspirasi", "pengguna"], name="belum_beres_sekali")
        ]

    def __str__(self) -> str:
        return f"Belum beres {self.pk}"


class Penilaian(models.Model):
    """The sender's answers: does it hold, and were you heard? Asked on settling it, and four weeks
    later."""

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="penilaian")
    saat = models.CharField("saat dinilai", max_length=8, choices=SaatPenilaian)
    masih_beres = models.BooleanField("masih beres")
    didengar = models.CharField("merasa didengar", max_length=8, choices=Didengar)
    catatan = TeksField("catatan", max_length=1000, blank=True)
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "penilaian"
        verbose_name_plural = "penilaian"
        constraints = [
            models.UniqueConstraint(
                fields=["aspirasi", "saat"],
                name="penilaian_sekali",
                violation_error_message="Pengirim sudah menjawab pertanyaan ini.",
            ),
            models.CheckConstraint(
                condition=Q(saat=SaatPenilaian.NANTI) | Q(masih_beres=True),
                name="penilaian_beres_saat_beres",
                violation_error_message="Yang baru dinyatakan beres tidak dapat dinilai belum "
                "beres.",
            ),
        ]

    def __str__(self) -> str:
        return f"Penilaian {self.aspirasi_id}"
