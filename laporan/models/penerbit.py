"""The people who publish the reports of a kampung: those whom its kakam named, and those who do
without an answer."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.waktu import sekarang
from laporan.laku import LAKU_PENERBIT
from warga.enums import NamaJabatan
from warga.models import Jabatan, Kampung, Pengguna


class PenetapanQuerySet(models.QuerySet["PenetapanPenerbit"]):
    """Reads of the answers."""

    def oleh_kepala(self, orang: Pengguna) -> "PenetapanQuerySet":
        """Return the answer that this person gave for their kampung. A new kakam has none yet."""
        return self.filter(pk=orang.kampung_id, oleh=orang)

    def aparat(self, kampung: int | None) -> QuerySet[Any]:
        """Return the active aparat of a kampung; `kepala` and `baku` say whether each is its kakam
        today, and whether each publishes while nobody answered."""
        milik = Jabatan.objects.aktif().filter(pengguna=OuterRef("pk"), instansi__kampung=kampung)
        kakam = milik.filter(nama=NamaJabatan.KAKAM)
        baku = milik.filter(
            Q(nama__in=(NamaJabatan.KAKAM, NamaJabatan.SEKRETARIS)) | Q(boleh_menerbitkan=True)
        )
        orang = Pengguna.objects.aparat().filter(kampung=kampung)
        return orang.annotate(kepala=Exists(kakam), baku=Exists(baku))

    def ditunjuk(self, kampung: int | None) -> "QuerySet[PenerbitLaporan]":
        """Return the persons whom the kakam named, while the office in which each was named
        lasts."""
        semua = PenerbitLaporan.objects.filter(penetapan=kampung)
        berlaku = Q(jabatan__isnull=True) | Q(jabatan__in=Jabatan.objects.aktif().values("pk"))
        return semua.filter(berlaku)

    def penerbit(self, kampung: int | None) -> QuerySet[Any]:
        """Return everybody who publishes the reports of a kampung today.

        They are the kakam, and those whom the kakam named. While nobody answered, or nobody of the
        answer is left, they are the kakam, the sekretaris and those whom an admin marked; where
        there is none of them, either, any aparat of the kampung.
        """
        aparat = self.aparat(kampung)
        ditunjuk = self.ditunjuk(kampung).values("pengguna")
        dijawab = Exists(self.filter(pk=kampung))
        tersisa = Exists(aparat.filter(Q(kepala=True) | Q(pk__in=ditunjuk)))
        menurut_jawaban = Q(dijawab & tersisa)
        biasa = Q(baku=True) | ~Q(Exists(aparat.filter(baku=True)))
        return aparat.filter(
            Q(kepala=True) | (menurut_jawaban & Q(pk__in=ditunjuk)) | (~menurut_jawaban & biasa)
        )


class PenetapanPenerbit(models.Model):
    """The answer of a kakam to "Siapa yang menerbitkan laporan kampung?": one row per kampung. With
    no name it says that the kakam alone publishes."""

    jenis_jejak: ClassVar[str] = "penerbit_laporan"
    laku: ClassVar[Any] = LAKU_PENERBIT

    kampung = models.OneToOneField(
        Kampung, on_delete=models.PROTECT, primary_key=True, related_name="penetapan_penerbit"
    )
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField("ditetapkan", default=sekarang)

    objects = PenetapanQuerySet.as_manager()

    class Meta:
        verbose_name = "penetapan penerbit laporan"
        verbose_name_plural = "penetapan penerbit laporan"

    def __str__(self) -> str:
        return f"Penerbit laporan {self.kampung}"

    @property
    def kunci_jejak(self) -> str:
        return str(self.pk)


class PenerbitLaporan(models.Model):
    """One person whom the kakam named, and the office that this person held then: with its end the
    naming ends. Without an office it lasts while the person is aparat of the kampung."""

    penetapan = models.ForeignKey(PenetapanPenerbit, on_delete=models.CASCADE, related_name="nama")
    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="penunjukan_penerbit"
    )
    jabatan = models.ForeignKey(Jabatan, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        verbose_name = "penerbit laporan"
        verbose_name_plural = "penerbit laporan"
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["penetapan", "pengguna"], name="penerbit_satu_per_orang"
            )
        ]

    def __str__(self) -> str:
        return str(self.pengguna)
