"""The trail: which act was done to which object; append-only and sealed in a chain.

`Jejak` names no person and holds no free text, so it can stay for ever. The words
(`IsiJejak`) stand in a row of their own that may be emptied; only their hash is sealed.
The database itself refuses every other change (see migration 0002 and `core.jejak.sql`).
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from core.waktu import sekarang


class Jejak(models.Model):
    """One act on one object. `core.jejak.catat.catat` writes it, and nothing changes it."""

    waktu = models.DateTimeField("waktu", default=sekarang, editable=False)
    # The database's own clock, written by a trigger over whatever is sent (migration 0006);
    # null in rows that are older than it. `waktu` is what the domain's clock said.
    dicatat = models.DateTimeField("dicatat", null=True, editable=False)
    # A plain number: core knows no user model, and an emptied account keeps its trail.
    oleh_id = models.BigIntegerField("oleh (nomor akun)", null=True, editable=False)
    peran = models.CharField("peran saat itu", max_length=30, blank=True, editable=False)
    objek_jenis = models.CharField("jenis objek", max_length=40, editable=False)
    # The key of the object: a number, or for a kiriman its random `acuan`.
    objek_kunci = models.CharField("kunci objek", max_length=64, editable=False)
    aksi = models.CharField("aksi", max_length=60, editable=False)
    dari = models.CharField("dari", max_length=60, blank=True, editable=False)
    ke = models.CharField("ke", max_length=60, blank=True, editable=False)
    isi_hash = models.CharField("hash isi", max_length=64, editable=False)

    class Meta:
        verbose_name = "jejak"
        verbose_name_plural = "jejak"
        indexes = [models.Index(fields=["objek_jenis", "objek_kunci", "id"], name="jejak_objek")]

    def __str__(self) -> str:
        return f"{self.objek_jenis} {self.objek_kunci}: {self.aksi}"


class IsiJejak(models.Model):
    """The words of one Jejak row. `core.jejak.catat.hapus_isi` alone may empty them, once."""

    jejak = models.OneToOneField(
        Jejak, verbose_name="jejak", primary_key=True, related_name="isi", on_delete=models.PROTECT
    )
    alasan = models.TextField("alasan", blank=True, editable=False)
    rincian = models.JSONField("rincian", null=True, blank=True, editable=False)
    garam = models.CharField("garam", max_length=32, blank=True, editable=False)
    dihapus_pada = models.DateTimeField("dihapus pada", null=True, editable=False)

    class Meta:
        verbose_name = "isi jejak"
        verbose_name_plural = "isi jejak"
        constraints = [
            models.CheckConstraint(
                name="isi_jejak_utuh_atau_kosong",
                condition=(
                    Q(dihapus_pada__isnull=True, garam__regex=r"^[0-9a-f]{32}$")
                    & Q(rincian__isnull=False)
                )
                | Q(dihapus_pada__isnull=False, garam="", alasan="", rincian__isnull=True),
                violation_error_message="Isi jejak harus utuh, atau seluruhnya dihapus.",
            )
        ]

    def __str__(self) -> str:
        return f"isi jejak {self.pk}"


class Segel(models.Model):
    """The seal of one Jejak row: a link of the hash chain, in an order of its own.

    A trigger of migration 0006 takes only the next link, and writes its moment and the role
    of the database that added it. `versi` says what the hash covers (see `core.jejak.segel`).
    """

    urutan = models.BigIntegerField("urutan", primary_key=True, editable=False)
    jejak = models.OneToOneField(
        Jejak, verbose_name="jejak", related_name="segel", on_delete=models.PROTECT, editable=False
    )
    hash_sebelumnya = models.CharField("hash sebelumnya", max_length=64, editable=False)
    hash = models.CharField("hash", max_length=64, editable=False)
    waktu = models.DateTimeField("waktu", default=timezone.now, editable=False)
    # The defaults stand in the database, too: a worker from before the upgrade names neither.
    versi = models.PositiveSmallIntegerField("versi", default=1, db_default=1, editable=False)
    penyegel = models.CharField(
        "peran penyegel", max_length=63, blank=True, default="", db_default="", editable=False
    )

    class Meta:
        verbose_name = "segel"
        verbose_name_plural = "segel"
        constraints = [
            models.CheckConstraint(
                name="segel_urutan_dari_satu",
                condition=Q(urutan__gte=1),
                violation_error_message="Urutan segel dimulai dari 1.",
            ),
            models.CheckConstraint(
                name="segel_versi_dikenal",
                condition=Q(versi__in=(1, 2)),
                violation_error_message="Versi segel ini tidak dikenal.",
            ),
        ]

    def __str__(self) -> str:
        return f"segel {self.urutan}"
