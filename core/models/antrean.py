"""The background queue: one row per task, and signs of life from outside requests."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Tugas(models.Model):
    """One piece of background work, written in the transaction that wants it done.

    `kunci` is the unique key of the effect: queueing the same key twice is one task.
    """

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", "Menunggu"
        DIJALANKAN = "dijalankan", "Sedang dijalankan"
        SELESAI = "selesai", "Selesai"
        GAGAL = "gagal", "Gagal"

    class Prioritas(models.IntegerChoices):
        DAHULU = 0, "Bahaya, kode, dan kata sandi"
        BIASA = 1, "Biasa"
        NANTI = 2, "Surat harian dan foto"

    fungsi = models.CharField("fungsi", max_length=200)
    argumen = models.JSONField("argumen", default=list, blank=True)
    kunci = models.CharField("kunci", max_length=200, blank=True)
    status = models.CharField("status", max_length=12, choices=Status, default=Status.MENUNGGU)
    # The default stands in the database, too: code from before the upgrade does not name it.
    prioritas = models.PositiveSmallIntegerField(
        "prioritas", choices=Prioritas, default=Prioritas.BIASA, db_default=Prioritas.BIASA
    )
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    siap_pada = models.DateTimeField("siap dikerjakan pada", default=timezone.now)
    dibuat = models.DateTimeField("dibuat", default=timezone.now, editable=False)
    selesai_pada = models.DateTimeField("berakhir pada", null=True, blank=True)
    galat = models.TextField("galat terakhir", blank=True)

    class Meta:
        verbose_name = "pekerjaan latar"
        verbose_name_plural = "pekerjaan latar"
        indexes = [
            models.Index(
                fields=["status", "siap_pada"],
                name="tugas_belum_selesai",
                condition=~Q(status="selesai"),
            ),
            models.Index(
                fields=["prioritas", "siap_pada", "id"],
                name="tugas_giliran",
                condition=Q(status="menunggu"),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kunci"],
                name="tugas_kunci_unik",
                condition=~Q(kunci=""),
                violation_error_message="Tugas dengan kunci ini sudah ada.",
            ),
            models.CheckConstraint(
                name="tugas_percobaan_paling_banyak_5",
                condition=Q(percobaan__lte=5),
                violation_error_message="Sebuah tugas dicoba paling banyak 5 kali.",
            ),
        ]

    def __str__(self) -> str:
        """Return a title that does not say what the task is about: the admin shows titles."""
        return f"Tugas ({self.get_status_display()})"


class Detak(models.Model):
    """The last sign of life of something that runs outside requests (worker, backup)."""

    nama = models.CharField("nama", max_length=40, primary_key=True)
    waktu = models.DateTimeField("waktu")

    class Meta:
        verbose_name = "detak"
        verbose_name_plural = "detak"

    def __str__(self) -> str:
        return f"{self.nama}: {self.waktu:%Y-%m-%d %H:%M}"
