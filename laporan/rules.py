"""Rights to write and publish reports."""

from typing import Any

import rules
from django.apps import apps

from proyek.rules import kepala_kampung
from warga.enums import NamaJabatan
from warga.rules import adalah_camat, adalah_kecamatan, aparat_kampung_itu


@rules.predicate
def berwenang_menerbitkan(user: Any) -> bool:
    """Return whether this person is among those who publish the reports of their kampung today
    (`laporan.models.penerbit`); one query for anybody but the kakam."""
    if user.memegang(NamaJabatan.KAKAM):
        return True
    semua: Any = apps.get_model("laporan", "PenetapanPenerbit")._default_manager
    return bool(semua.penerbit(user.kampung_id).filter(pk=user.pk).exists())


@rules.predicate
def penerbitnya(user: Any, laporan: Any) -> bool:
    """Return whether this person is the kakam, or published that report."""
    return (
        user.memegang(NamaJabatan.KAKAM) or getattr(laporan, "diterbitkan_oleh_id", None) == user.pk
    )


# Reports are written for a proyek. The object of both rights is the proyek or the report.
rules.add_perm("laporan.tulis", aparat_kampung_itu)
rules.add_perm("laporan.terbitkan", aparat_kampung_itu & berwenang_menerbitkan)
# The kakam says who publishes the reports of the own kampung.
rules.add_perm("laporan.tunjuk_penerbit", aparat_kampung_itu & kepala_kampung)
# A face in a photo of the work: its kampung covers it, and so does the kecamatan.
rules.add_perm("laporan.tutup_foto", aparat_kampung_itu | adalah_kecamatan)
rules.add_perm("laporan.tarik", aparat_kampung_itu | adalah_kecamatan)
# The office that keeps a work says what came of it; the kecamatan says it where it opened it, too.
rules.add_perm("laporan.evaluasi", aparat_kampung_itu | adalah_kecamatan)
# The whole report, shortly after it came out (`laporan.services.tarik`).
rules.add_perm("laporan.tarik_semua", aparat_kampung_itu & penerbitnya)
# A pause of the reports of a kampung. Whoever stands in for the camat holds that office meanwhile.
rules.add_perm("laporan.beri_jeda", adalah_camat)
rules.add_perm("laporan.tutup_jeda", adalah_kecamatan)
rules.add_perm("laporan.view_laporankemajuan", adalah_kecamatan)
