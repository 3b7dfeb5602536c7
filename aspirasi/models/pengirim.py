"""Identity of a sender, apart from what they sent."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from aspirasi.models.aspirasi import Aspirasi
from core.formulir.fields import BarisField
from core.waktu import sekarang
from warga.models import Pengguna


class Pengirim(models.Model):
    """The sender of a kiriman. Read it only through `services.kontak.baca_pengirim`, which logs it.

    All contact is optional; `nama_untuk_kampung` says that the sender lets the kampung see the
    name. The version of the consent text is kept (UU 27/2022). For a sender under 18
    (`Aspirasi.anak`) a trigger refuses name, contact and account (migration 0011_anak).
    """

    aspirasi = models.OneToOneField(Aspirasi, on_delete=models.PROTECT, related_name="pengirim")
    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, null=True, blank=True, related_name="kiriman"
    )
    # When a kiriman that was sent without an account was put into it. Officials never see such an
    # account: the sender did not show it when sending.
    disimpan_pada = models.DateTimeField("disimpan di akun", null=True, editable=False)
    # The account that helped somebody without a phone. It never counts as the sender's own.
    lewat = models.ForeignKey(
        Pengguna,
        verbose_name="dititipkan lewat",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    nama = BarisField("nama panggilan", max_length=100, blank=True)
    telepon = models.CharField("nomor HP", max_length=16, blank=True)
    email = models.EmailField("e-mail", blank=True)
    # Keyed hashes of the addresses that the account had proven when it sent this. A code to one of
    # them renews the PIN (`aspirasi.services.pin_email`); hash and end of that code are kept.
    alamat_terbukti = ArrayField(
        models.CharField(max_length=64), default=list, blank=True, editable=False
    )
    kode_pin_hash = models.CharField(max_length=64, blank=True, editable=False)
    kode_pin_sampai = models.DateTimeField(null=True, editable=False)
    nama_untuk_kampung = models.BooleanField("kampung boleh tahu nama", default=False)
    dikosongkan_pada = models.DateTimeField("data dihapus", null=True, editable=False)
    versi_persetujuan = models.CharField("versi persetujuan", max_length=10)
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = "pengirim"
        verbose_name_plural = "pengirim"
        indexes = [
            # Senders whom somebody may tell by WhatsApp.
            models.Index(
                fields=["aspirasi"],
                name="pengirim_bertelepon",
                condition=models.Q(telepon__gt=""),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pengguna__isnull=True) | models.Q(lewat__isnull=True),
                name="pengirim_sendiri_atau_dititipkan",
                violation_error_message="Kiriman titipan bukan milik akun yang membantu.",
            ),
            models.CheckConstraint(
                condition=models.Q(pengguna__isnull=False)
                | models.Q(alamat_terbukti=[], kode_pin_hash=""),
                name="pengirim_alamat_milik_akun",
                violation_error_message="Tanpa akun tidak ada alamat yang disimpan.",
            ),
            models.CheckConstraint(
                condition=models.Q(disimpan_pada__isnull=True)
                | models.Q(pengguna__isnull=False, alamat_terbukti=[]),
                name="pengirim_disimpan_di_akun",
                violation_error_message="Yang disimpan kemudian ada di satu akun, tanpa alamatnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Pengirim kiriman {self.aspirasi_id}"

    @property
    def akun_terlihat(self) -> Pengguna | None:
        """Return the account that officials may read: the one that it was sent with."""
        return None if self.disimpan_pada else self.pengguna
