"""Money of a project: its sources, and what was received."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from core.jejak.catat import catat
from proyek.laku import Aksi
from proyek.models import Pencairan, Pendanaan, Proyek
from warga.models import Pengguna

RINGKASAN = "transparansi_ringkasanproyek"
PERLU_UANG = "Proyek yang sudah dianggarkan harus punya sumber dana. Isi anggarannya."


def kunci_ringkasan() -> None:
    """Lock the sums of the first page until the commit. Call it before a number is taken.

    The triggers that keep those sums take the same lock at the first change of money. That may be
    too late: the row has its number already, and its counter stays locked. The key is that of
    `transparansi_kunci()` in the database.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [RINGKASAN])


def simpan_dana(proyek: Proyek, pendanaan: Sequence[Pendanaan]) -> None:
    """Store unsaved sources of money of a project."""
    for baris in pendanaan:
        baris.proyek = proyek
        baris.save(force_insert=True)


@transaction.atomic
def catat_pencairan(*, pencairan: Pencairan, oleh: Pengguna) -> Pencairan:
    """Record money received. Raises ValidationError when it exceeds the pagu of its source."""
    sumber = Pendanaan.objects.select_for_update().get(pk=pencairan.pendanaan_id)
    sudah = sum(sumber.pencairan.values_list("jumlah", flat=True))
    if sudah + pencairan.jumlah > sumber.pagu:
        raise ValidationError({"jumlah": "Jumlah yang diterima melebihi anggaran sumber ini."})
    pencairan.save(force_insert=True)
    catat(
        objek=sumber.proyek,
        aksi=Aksi.PENCAIRAN,
        oleh=oleh,
        rincian={
            "sumber": sumber.sumber,
            "jumlah": pencairan.jumlah,
            "tanggal": pencairan.tanggal,
        },
    )
    return pencairan
