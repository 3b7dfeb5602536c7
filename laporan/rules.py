"""Rights to write and publish reports."""

from typing import Any

import rules

from warga.enums import NamaJabatan
from warga.rules import adalah_kecamatan, aparat_kampung_itu


@rules.predicate
def berwenang_menerbitkan(user: Any) -> bool:
    """Return whether this person is kakam, sekretaris, or named by the kakam."""
    return user.memegang(NamaJabatan.KAKAM, NamaJabatan.SEKRETARIS) or any(
        j.boleh_menerbitkan for j in user.jabatan_aktif
    )


@rules.predicate
def penerbitnya(user: Any, laporan: Any) -> bool:
    """Return whether this person is the kakam, or published that report."""
    return (
        user.memegang(NamaJabatan.KAKAM) or getattr(laporan, "diterbitkan_oleh_id", None) == user.pk
    )


# Reports are written for a proyek. The object of both rights is the proyek or the report.
rules.add_perm("laporan.tulis", aparat_kampung_itu)
rules.add_perm("laporan.terbitkan", aparat_kampung_itu & berwenang_menerbitkan)
# A face in a photo of the work: its kampung covers it, and so does the kecamatan.
rules.add_perm("laporan.tutup_foto", aparat_kampung_itu | adalah_kecamatan)
rules.add_perm("laporan.tarik", aparat_kampung_itu | adalah_kecamatan)
# The office that keeps a work says what came of it; the kecamatan says it where it opened it, too.
rules.add_perm("laporan.evaluasi", aparat_kampung_itu | adalah_kecamatan)
# The whole report, shortly after it came out (`laporan.services.tarik`).
rules.add_perm("laporan.tarik_semua", aparat_kampung_itu & penerbitnya)
rules.add_perm("laporan.view_laporankemajuan", adalah_kecamatan)
