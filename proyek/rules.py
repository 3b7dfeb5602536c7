"""Rights to work on projects and decisions."""

from typing import Any

import rules

from proyek.enums import Pencatat
from warga.enums import NamaJabatan
from warga.rules import (
    adalah_admin,
    adalah_bpk,
    adalah_kecamatan,
    aparat_kampung_itu,
    kampung_sendiri,
)


def dicatat(*pencatat: str) -> Any:
    """Return a predicate: the decision was entered by one of these offices."""

    @rules.predicate("dicatat:" + ",".join(pencatat))
    def cek(user: Any, keputusan: Any) -> bool:
        return keputusan is not None and keputusan.pencatat in pencatat

    return cek


@rules.predicate
def kepala_kampung(user: Any) -> bool:
    """Return whether this person holds the office of Kepala Kampung today."""
    return bool(user.memegang(NamaJabatan.KAKAM))


bpk_kampung_itu = adalah_bpk & kampung_sendiri
kantor_pencatat = (
    (dicatat(Pencatat.KAMPUNG) & aparat_kampung_itu)
    | (dicatat(Pencatat.BPK) & bpk_kampung_itu)
    | (dicatat(Pencatat.KECAMATAN, Pencatat.UNTUK_KAMPUNG) & adalah_kecamatan)
)
# A decision that the kecamatan entered for a kampung is one of that kampung all the same.
dicatat_untuk_kampung_itu = dicatat(Pencatat.UNTUK_KAMPUNG) & aparat_kampung_itu


@rules.predicate
def dibuka_kecamatan(user: Any, proyek: Any) -> bool:
    """Return whether an official of the kecamatan opened it."""
    return proyek is None or proyek.pembuka == Pencatat.KECAMATAN


rules.add_perm("proyek.kelola_proyek", aparat_kampung_itu | adalah_kecamatan)
# A young project is corrected or taken back by its kampung, or by the office that opened it.
rules.add_perm("proyek.betulkan_proyek", aparat_kampung_itu | (adalah_kecamatan & dibuka_kecamatan))
rules.add_perm("proyek.isi_lingkungan", aparat_kampung_itu | adalah_kecamatan)
rules.add_perm("proyek.jawab_kantor", aparat_kampung_itu)
rules.add_perm("proyek.moderasi", adalah_kecamatan)
# The BPK enters what a meeting decided that it hosted (`proyek.services.keputusan`).
rules.add_perm("proyek.catat_keputusan", aparat_kampung_itu | adalah_kecamatan | bpk_kampung_itu)
rules.add_perm("proyek.catat_keputusan_kecamatan", adalah_kecamatan)
# The object of these is the decision.
rules.add_perm("proyek.urus_pindaian", kantor_pencatat)
rules.add_perm("proyek.ralat_keputusan", kantor_pencatat | dicatat_untuk_kampung_itu)
rules.add_perm(
    "proyek.tarik_keputusan", adalah_kecamatan | kantor_pencatat | dicatat_untuk_kampung_itu
)
rules.add_perm(
    "proyek.sikapi_keputusan",
    dicatat(Pencatat.KAMPUNG, Pencatat.UNTUK_KAMPUNG) & aparat_kampung_itu & kepala_kampung,
)
# A name, a number or an accusation in its words: its kampung blacks it out, and so does the
# kecamatan.
rules.add_perm("proyek.tarik", aparat_kampung_itu | adalah_kecamatan)

for _model in ("bidang", "subbidang", "tujuandesa"):
    for _aksi in ("add", "change", "delete", "view"):
        rules.add_perm(f"proyek.{_aksi}_{_model}", adalah_admin)


@rules.predicate
def kode_kabupaten(user: Any, obj: Any) -> bool:
    """Return whether a kegiatan has a code of the kabupaten (90 to 99); without one, whether there
    could be one."""
    return obj is None or obj.kode_kabupaten


# The national list is the admin's. The kecamatan adds and corrects what the kabupaten adds to it.
rules.add_perm("proyek.add_kegiatan", adalah_kecamatan)
rules.add_perm("proyek.change_kegiatan", adalah_admin | (adalah_kecamatan & kode_kabupaten))
rules.add_perm("proyek.view_kegiatan", adalah_kecamatan)
rules.add_perm("proyek.delete_kegiatan", adalah_admin)
for _model in ("proyek", "pendanaan", "keputusan", "jawabanfungsi"):
    rules.add_perm(f"proyek.view_{_model}", adalah_kecamatan)
