"""Reads of kiriman: who sees which, and what waits for whom."""

from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, Value, When

from aspirasi.enums import (
    STATUS_MENUNGGU_KECAMATAN,
    STATUS_PERLU_JAWABAN,
    STATUS_TERTUTUP,
    Jangkauan,
    Status,
)
from aspirasi.rules import jangkauan_terbaca
from core.waktu import hari_ini
from warga.enums import JenisInstansi, Peran
from warga.rules import adalah_kecamatan


class AspirasiQuerySet(models.QuerySet[Any]):
    """Reads of kiriman. Every one that a person sees passes `visible_to`."""

    def terbit(self) -> Self:
        """Those that everyone may read: for all, verified, and not withdrawn."""
        return self.filter(jangkauan=Jangkauan.PUBLIK, nomor__isnull=False).exclude(
            status=Status.DITARIK
        )

    def visible_to(self, user: Any) -> Self:
        """What this person may read: the public ones, their own, and those of their desk."""
        terbit = Q(jangkauan=Jangkauan.PUBLIK, nomor__isnull=False) & ~Q(status=Status.DITARIK)
        if not user.is_authenticated:
            return self.filter(terbit)
        return self.filter(terbit | Q(self._milik(user)) | self._syarat_meja(user))

    def untuk_meja(self, user: Any) -> Self:
        """What stands on this person's desk; nothing for those without one."""
        return self.filter(self._syarat_meja(user))

    def _milik(self, user: Any) -> Exists:
        pengirim = self.model._meta.get_field("pengirim").related_model._base_manager
        return Exists(pengirim.filter(aspirasi=OuterRef("pk"), pengguna=user.pk))

    @staticmethod
    def _syarat_meja(user: Any) -> Q:
        """The condition of a desk. Kiriman for the kecamatan never reach a kampung."""
        if not user.is_authenticated or not user.is_active:
            return Q(pk__in=[])
        if adalah_kecamatan(user):
            syarat = ~Q(jangkauan=Jangkauan.KECAMATAN)
            for tentang in jangkauan_terbaca(user):
                syarat |= Q(jangkauan=Jangkauan.KECAMATAN, tentang=tentang)
            return syarat
        if user.peran == Peran.APARAT:
            return Q(kampung=user.kampung_id) & ~Q(jangkauan=Jangkauan.KECAMATAN)
        return Q(pk__in=[])

    def terbuka(self) -> Self:
        return self.exclude(status__in=STATUS_TERTUTUP)

    def baru(self) -> Self:
        """Waiting for the first look."""
        return self.filter(status=Status.DIAJUKAN)

    def terlambat(self) -> Self:
        """Open and past their due date (WIB)."""
        return self.terbuka().filter(tenggat__lt=hari_ini())

    def bahaya(self) -> Self:
        return self.terbuka().filter(bahaya=True)

    def perlu_jawaban(self) -> Self:
        """Verified, and waiting for an answer or for its next step."""
        return self.filter(status__in=STATUS_PERLU_JAWABAN)

    def bagian(self, user: Any) -> Self:
        """What waits for this person's own step, of what is on their desk."""
        meja = self.untuk_meja(user)
        if adalah_kecamatan(user):
            return meja.filter(
                Q(status__in=STATUS_MENUNGGU_KECAMATAN)
                | Q(status__in=STATUS_PERLU_JAWABAN, ditangani__jenis=JenisInstansi.KECAMATAN)
            )
        sendiri = Q(status__in=STATUS_PERLU_JAWABAN) & (
            Q(ditangani__isnull=True) | Q(ditangani__kampung=user.kampung_id)
        )
        titipan = Q(status=Status.DIAJUKAN, kampung__verifikasi_didelegasikan=True)
        return meja.filter(sendiri | titipan)

    def hitung_meja(self) -> dict[str, int]:
        """Count what is open, by what it waits for: baru, jawab, terlambat, bahaya.

        One query over the index of open ones, however many are closed.
        """
        syarat = {
            "baru": Q(status=Status.DIAJUKAN),
            "jawab": Q(status__in=STATUS_PERLU_JAWABAN),
            "terlambat": Q(tenggat__lt=hari_ini()),
            "bahaya": Q(bahaya=True),
        }
        jumlah = {nama: Count("pk", filter=q) for nama, q in syarat.items()}
        return self.terbuka().order_by().aggregate(**jumlah)

    def untuk_kartu(self) -> Self:
        """With what a card shows, in one query."""
        return self.select_related("kampung", "ditangani")

    def untuk_umum(self) -> Self:
        """With what its public page shows, in one query: `nama_tampil` is the sender's name
        if they chose to show it, else ''. No other word of `Pengirim` is read."""
        nama = Case(
            When(tampilkan_nama=True, then="pengirim__nama"),
            default=Value(""),
            output_field=models.CharField(),
        )
        return self.untuk_kartu().select_related("proyek_disebut").annotate(nama_tampil=nama)
