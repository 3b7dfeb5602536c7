"""Words to and from others: letters to instansi, questions to a kampung, news to the sender."""

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Q

from aspirasi.models.aspirasi import Aspirasi
from core.formulir.fields import TeksField
from core.models import Berkas
from core.waktu import hari_ini, sekarang
from warga.enums import Peran
from warga.models import Instansi, Kampung, Pengguna
from warga.rules import adalah_kecamatan


class SuratInstansiQuerySet(models.QuerySet["SuratInstansi"]):
    """Reads of letters."""

    def untuk_halaman(self) -> Self:
        """With whom each was exchanged and its scan, in one query."""
        return self.select_related("instansi", "berkas")

    def terbaca(self, user: Any) -> Self:
        """Letters whose scan `user` may read while it is not shown to everyone.

        The kecamatan alone, of what is on its desk: a letter may name whom a kampung must not
        know. The sender reads it once everyone does.
        """
        if not adalah_kecamatan(user):
            return self.none()
        return self.filter(aspirasi__in=Aspirasi.objects.untuk_meja(user).values("pk"))


class SuratInstansi(models.Model):
    """A letter about a kiriman that another instansi must act on; shown in public with it.

    Its scan is not, until an official shows it (`aspirasi.services.pindaian`).
    """

    class Arah(models.TextChoices):
        KELUAR = "keluar", "Dikirim"
        MASUK = "masuk", "Diterima"

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="surat")
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="surat")
    arah = models.CharField("arah", max_length=6, choices=Arah)
    nomor = models.CharField("nomor surat", max_length=80, blank=True)
    tanggal = models.DateField("tanggal surat", default=hari_ini)
    perihal = models.CharField("perihal", max_length=200)
    berkas = models.OneToOneField(
        Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="surat_instansi"
    )
    dicatat_oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    dibuat = models.DateTimeField(default=sekarang, editable=False)

    objects = SuratInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "surat instansi"
        verbose_name_plural = "surat instansi"
        ordering = ["tanggal", "pk"]

    def __str__(self) -> str:
        return f"{self.get_arah_display()} {self.tanggal}: {self.perihal}"

    @property
    def lawan(self) -> str:
        """With whom, as it stands in the trail: "kepada …" or "dari …"."""
        kata = "kepada" if self.arah == self.Arah.KELUAR else "dari"
        return f"{kata} {self.instansi}"


class PermintaanQuerySet(models.QuerySet["PermintaanKeterangan"]):
    """Reads of questions to a kampung."""

    def visible_to(self, user: Any) -> Self:
        """An aparat: those of the own kampung. The kecamatan: of kiriman they may read."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.peran == Peran.APARAT:
            return self.filter(kampung=user.kampung_id)
        if adalah_kecamatan(user):
            return self.filter(aspirasi__in=Aspirasi.objects.untuk_meja(user).values("pk"))
        return self.none()

    def menunggu(self) -> Self:
        return self.filter(dijawab_pada__isnull=True, ditutup_pada__isnull=True)

    def perlu_ditinjau(self) -> Self:
        """Those whose words nobody has looked at since the sender erased what they are about."""
        return self.filter(aspirasi__dihapus_pada__isnull=False, ditinjau_pada__isnull=True)


class PermintaanKeterangan(models.Model):
    """The kecamatan asks a kampung in its own words about a kiriman the kampung may not see.

    The kampung sees `pertanyaan` alone: no text, no number, no hint of the kiriman. So nothing
    of it changes at the moment when a sender does something (docs/keputusan/0017-pin.md).
    """

    # Names it in addresses: a number in sequence would tell a kampung how many were asked.
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


class KabarPengirimQuerySet(models.QuerySet["KabarPengirim"]):
    """Reads of news to senders."""

    def belum(self) -> Self:
        """Those that an official still has to send, where the number is still there."""
        return self.filter(dikabari_pada__isnull=True).exclude(aspirasi__pengirim__telepon="")


class KabarPengirim(models.Model):
    """One public step that the sender should hear of, where a contact was left.

    `peristiwa` is the trail row's number, so that one step is told once to each: to its sender,
    and to who joined it with a kiriman of their own (`aspirasi`). Told by e-mail
    (by itself) or by WhatsApp (an official presses, then ticks).
    """

    class Cara(models.TextChoices):
        EMAIL = "email", "E-mail"
        WA = "wa", "WhatsApp"

    aspirasi = models.ForeignKey(Aspirasi, on_delete=models.PROTECT, related_name="kabar_pengirim")
    peristiwa = models.BigIntegerField("peristiwa")
    cara = models.CharField("cara", max_length=5, choices=Cara)
    dibuat = models.DateTimeField(default=sekarang, editable=False)
    dikabari_pada = models.DateTimeField("dikabari", null=True, editable=False)
    dikabari_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = KabarPengirimQuerySet.as_manager()

    class Meta:
        verbose_name = "kabar untuk pengirim"
        verbose_name_plural = "kabar untuk pengirim"
        ordering = ["dibuat", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["peristiwa", "cara", "aspirasi"], name="kabar_pengirim_sekali"
            )
        ]
        indexes = [
            models.Index(
                fields=["dibuat"],
                name="kabar_pengirim_belum",
                condition=Q(dikabari_pada__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_cara_display()} untuk kiriman {self.aspirasi_id}"


class TemplatJawaban(models.Model):
    """A ready sentence that officials may start from, for one act."""

    aksi = models.CharField("untuk langkah", max_length=16)
    judul = models.CharField("judul", max_length=80)
    isi = TeksField("isi", max_length=2000)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "templat jawaban"
        verbose_name_plural = "templat jawaban"
        ordering = ["aksi", "urutan", "pk"]

    def __str__(self) -> str:
        return self.judul
