"""Rights to write and publish reports."""

from typing import Any

import rules
from django.apps import apps

from proyek.rules import bpk_kampung_itu, kepala_kampung
from warga.enums import NamaJabatan
from warga.rules import (
    adalah_aparat,
    adalah_bpk,
    adalah_camat,
    adalah_kecamatan,
    adalah_pembaca,
    adalah_petugas,
    aparat_kampung_itu,
    kampung_sendiri,
)


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


@rules.predicate
def dapat_menulis(user: Any, obj: Any) -> bool:
    """Return whether somebody without a desk may write drafts of this project, or of the project of
    this report; one query for a fasilitator of a kampung and for residents."""
    if obj is None or adalah_petugas(user):
        return False
    proyek = getattr(obj, "proyek_id", None) or getattr(obj, "pk", None)
    semua: Any = apps.get_model("laporan", "PenulisLaporan")._default_manager
    return bool(semua.proyek_untuk(user).filter(pk=proyek).exists())


@rules.predicate
def draf_sendiri(user: Any, laporan: Any) -> bool:
    """Return whether this is a draft that the person began, and no correction; one query where the
    reports of its days were taken back."""
    if getattr(laporan, "dibuat_oleh_id", None) != user.pk or laporan.nomor is not None:
        return False
    semua: Any = apps.get_model("laporan", "LaporanKemajuan")._default_manager
    return laporan.revisi == 1 or bool(semua.pertama().filter(pk=laporan.pk).exists())


@rules.predicate
def tidak_menunggu(user: Any, laporan: Any) -> bool:
    """Return whether a draft is not on the desk of whoever publishes: nobody changes it there."""
    return not (laporan.serah and laporan.serah.menunggu)


# Nobody checks the own work: the office of the kampung, its writers of drafts, and the kecamatan,
# which reads the checks. The BPK of the kampung speaks in its own name (`CatatanPengawasan`).
rules.add_perm(
    "laporan.cek",
    ~(aparat_kampung_itu | (adalah_bpk & kampung_sendiri) | adalah_kecamatan | dapat_menulis),
)
rules.add_perm("laporan.moderasi_cek", adalah_kecamatan)
rules.add_perm("laporan.view_cekwarga", adalah_kecamatan)
rules.add_perm("laporan.view_fotocek", adalah_kecamatan)
# Reports are written for a proyek. The object of the rights on drafts is the proyek or the report.
rules.add_perm("laporan.tulis", aparat_kampung_itu)
# People without a desk begin drafts of their projects, change their own, and hand them on.
rules.add_perm("laporan.susun", aparat_kampung_itu | dapat_menulis)
rules.add_perm("laporan.serahkan", aparat_kampung_itu | (draf_sendiri & dapat_menulis))
rules.add_perm(
    "laporan.ubah_draf", aparat_kampung_itu | (draf_sendiri & tidak_menunggu & dapat_menulis)
)
# The aparat ask a person to write drafts of one project.
rules.add_perm("laporan.tunjuk_penulis", aparat_kampung_itu)
# Money that a report said would follow.
rules.add_perm("laporan.isi_belanja", aparat_kampung_itu)
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
# A look in the field: the kecamatan opens, records and corrects it; the office of the kampung says
# whether it kept what was agreed.
rules.add_perm("laporan.periksa_lapangan", adalah_kecamatan)
rules.add_perm("laporan.jawab_sepakat", aparat_kampung_itu)
# Number and scan of a letter to the Inspektorat: the camat, and who is marked for secrets.
rules.add_perm("laporan.surat_inspektorat", adalah_pembaca)
# The kecamatan plans a musyawarah penyelesaian; the BPK of the kampung, who hosts it, does so, too.
rules.add_perm("laporan.musyawarah", adalah_kecamatan | (adalah_bpk & kampung_sendiri))
rules.add_perm("laporan.view_laporankemajuan", adalah_kecamatan)
# The BPK Kampung notes what it sees of a project, a report or a decision of its kampung, and looks
# after its own words. The office that it watches can take none of them away.
rules.add_perm("laporan.catat_pengawasan", bpk_kampung_itu)
rules.add_perm("laporan.tarik_catatan", bpk_kampung_itu | adalah_kecamatan)


@rules.predicate
def kampungnya_menanggapi(user: Any, hal: Any) -> bool:
    """Return whether the kampung of this person answers that; without one, whether they have a
    kampung."""
    if hal is None:
        return user.kampung_id is not None
    return not hal.ditanggapi_kecamatan and user.kampung_id == hal.kampung_penanggap


@rules.predicate
def kecamatan_menanggapi(user: Any, hal: Any) -> bool:
    """Return whether it is the turn of the kecamatan, or the kampung is late with it."""
    return hal is None or hal.ditanggapi_kecamatan or hal.terlambat


@rules.predicate
def kantor_penanggap(user: Any, tanggapan: Any) -> bool:
    """Return whether an answer is of the office of this person."""
    return tanggapan is not None and adalah_kecamatan(user) == tanggapan.kecamatan


@rules.predicate
def boleh_belum_puas(user: Any, hal: Any) -> bool:
    """Return whether this person may say that an answer does not settle it: the BPK for its notes,
    a sender with an account for their own words."""
    if getattr(hal, "jenis_jejak", "") == "catatan":
        return bool(bpk_kampung_itu(user, hal))
    if not user.is_authenticated or user.sandi_dari_kode_pada:
        return False
    return bool(getattr(hal, "penulis_id", None) == user.pk)


# An office answers what is said about the works of its kampung. The object is what is answered.
rules.add_perm(
    "laporan.tanggapi",
    (adalah_aparat & kampungnya_menanggapi) | (adalah_kecamatan & kecamatan_menanggapi),
)
# The object of these is the answer.
rules.add_perm(
    "laporan.perbaiki_tanggapan", (aparat_kampung_itu | adalah_kecamatan) & kantor_penanggap
)
rules.add_perm(
    "laporan.tarik_tanggapan", adalah_kecamatan | (aparat_kampung_itu & kantor_penanggap)
)
rules.add_perm("laporan.belum_puas", boleh_belum_puas)
