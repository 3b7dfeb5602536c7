"""The roles of people, as predicates that every app composes."""

from typing import Any

import rules

from warga.enums import PERAN_KECAMATAN, NamaJabatan, Peran


def punya_peran(*peran: str) -> Any:
    """Return a predicate: signed in, active, and in one of these roles today."""

    @rules.predicate("punya_peran:" + ",".join(peran))
    def cek(user: Any) -> bool:
        return bool(user.is_authenticated and user.is_active and user.peran_kini in peran)

    return cek


@rules.predicate
def punya_akun(user: Any) -> bool:
    """Return whether this is a signed-in, active account of any role."""
    return bool(user.is_authenticated and user.is_active)


adalah_warga = punya_peran(Peran.WARGA)
adalah_fasilitator = punya_peran(Peran.FASILITATOR)
adalah_bpk = punya_peran(Peran.BPK)
adalah_aparat = punya_peran(Peran.APARAT)
adalah_staf = punya_peran(Peran.STAF)
adalah_admin = punya_peran(Peran.ADMIN)
adalah_kecamatan = punya_peran(*PERAN_KECAMATAN)
adalah_petugas = adalah_aparat | adalah_kecamatan


@rules.predicate
def kampung_sendiri(user: Any, obj: Any) -> bool:
    """Return whether the object belongs to the person's kampung; without an object, whether they
    have one."""
    if obj is None:
        return user.kampung_id is not None
    return user.kampung_id is not None and obj.kampung_id == user.kampung_id


aparat_kampung_itu = adalah_aparat & kampung_sendiri


@rules.predicate
def adalah_camat(user: Any) -> bool:
    """Return whether this person is staf and holds the office of camat today."""
    return bool(adalah_staf(user) and user.memegang(NamaJabatan.CAMAT))


@rules.predicate
def adalah_kasi(user: Any) -> bool:
    """Return whether this person is staf and holds the office of kasi PMK today."""
    return bool(adalah_staf(user) and user.memegang(NamaJabatan.KASI_PMK))


@rules.predicate
def bukan_diri(user: Any, obj: Any) -> bool:
    """Return whether the other person is somebody else: nobody vouches for themselves."""
    return obj is None or obj.pk != user.pk


@rules.predicate
def bukan_petugas(user: Any, obj: Any) -> bool:
    """Return whether the other person holds no desk: only the kecamatan gives codes to aparat."""
    return obj is None or not obj.akun_petugas


@rules.predicate
def bukan_kecamatan(user: Any, obj: Any) -> bool:
    """Return whether the other person is not of the kecamatan: only an admin gives codes to
    staff."""
    return obj is None or not obj.akun_kecamatan


@rules.predicate
def bukan_peminta(user: Any, obj: Any) -> bool:
    """Return whether somebody else asked for it: the asker does not decide (core.Berdua)."""
    return obj is None or obj.diminta_oleh_id != user.pk


@rules.predicate
def bukan_pemilik(user: Any, obj: Any) -> bool:
    """Return whether the request is about the account of somebody else."""
    return obj is None or obj.pengguna_id != user.pk


@rules.predicate
def akun_bukan_kecamatan(user: Any, obj: Any) -> bool:
    """Return whether the request is about an account that is not of the kecamatan."""
    return obj is None or not obj.pengguna.akun_kecamatan


@rules.predicate
def tanpa_pemutus(user: Any, obj: Any) -> bool:
    """Return whether no admin and no camat is left to decide: a small office
    (docs/keputusan/0016-kode.md)."""
    return obj is not None and not obj.ada_pemutus()


@rules.predicate
def tanpa_camat(user: Any, obj: Any) -> bool:
    """Return whether no camat can decide: there is none, or it is about the camat's own account."""
    return obj is not None and not obj.ada_camat()


@rules.predicate
def adalah_pembaca(user: Any) -> bool:
    """Return whether this person may read kiriman for the kecamatan alone, of either kind."""
    return bool(adalah_staf(user) and user.pembaca_rahasia)


@rules.predicate
def menetap(user: Any) -> bool:
    """Return whether role and office are older than a week (docs/keputusan/0016-kode.md)."""
    return not user.baru_ditunjuk


# An activation code proves a number to anybody: no single office decides whose voice counts. `obj`
# is the account that uses it.
rules.add_perm(
    "warga.beri_kode",
    bukan_diri
    & (
        adalah_admin
        | (adalah_staf & bukan_kecamatan)
        | ((adalah_fasilitator | adalah_bpk | adalah_aparat) & bukan_petugas)
    ),
)
# A password code opens an account, so it takes two of the kecamatan, neither of them its owner.
# `obj` is the account for asking, the request for deciding.
rules.add_perm(
    "warga.minta_sandi",
    bukan_diri & ((adalah_kecamatan & bukan_kecamatan) | adalah_admin | adalah_camat),
)
rules.add_perm(
    "warga.putuskan_sandi",
    adalah_kecamatan
    & bukan_peminta
    & bukan_pemilik
    & (
        akun_bukan_kecamatan
        | ((adalah_admin | adalah_camat | (adalah_kasi & tanpa_pemutus)) & menetap)
    ),
)
# The right to read secrets takes two people as well. The camat decides; an admin, where no camat
# can.
rules.add_perm("warga.minta_pembaca", bukan_diri & adalah_admin)
rules.add_perm(
    "warga.putuskan_pembaca",
    bukan_peminta & bukan_pemilik & (adalah_camat | (adalah_admin & tanpa_camat)) & menetap,
)
rules.add_perm("warga.lihat_pembaca", adalah_admin | adalah_pembaca)
rules.add_perm("warga.lihat_rekap_kode", adalah_camat | adalah_admin)
rules.add_perm("warga.buka_meja", adalah_petugas)
rules.add_perm("warga.lihat_kecamatan", adalah_kecamatan)
# A front page of work; every other page under /kerja/ asks for a right of its own.
rules.add_perm("warga.punya_meja", adalah_petugas | adalah_bpk | adalah_fasilitator)
rules.add_perm("warga.jaga_jejak", adalah_admin | adalah_camat)
# The list of what is ready before the public comes, and the opening of a kampung.
rules.add_perm("warga.lihat_kesiapan", adalah_kecamatan)
rules.add_perm("warga.urus_kesiapan", adalah_admin | adalah_camat)
for _model in ("pengguna", "jabatan", "kampung", "kantorlayanan", "kantorkecamatan", "instansi"):
    for _aksi in ("add", "change", "view"):
        rules.add_perm(f"warga.{_aksi}_{_model}", adalah_admin)
rules.add_perm("warga.delete_kantorlayanan", adalah_admin)
for _aksi in ("add", "change", "view"):
    rules.add_perm(f"core.{_aksi}_harilibur", adalah_admin)
rules.add_perm("core.view_kejadiankeamanan", adalah_admin)
