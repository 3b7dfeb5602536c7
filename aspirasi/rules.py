"""Who may read and work on kiriman."""

from typing import Any

import rules
from django.db.models import Q

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.sampai import sampai
from warga.rules import (
    adalah_bpk,
    adalah_camat,
    adalah_fasilitator,
    adalah_kecamatan,
    adalah_petugas,
    adalah_staf,
    aparat_kampung_itu,
    punya_akun,
)


def jangkauan_terbaca(user: Any) -> tuple[str, ...]:
    """Which kiriman for the kecamatan this person may read, by whom they are about.

    Those about officers of the kecamatan reach only the camat and who is named for them;
    the others only staff marked `petugas_rahasia`. An admin reads none.
    """
    if not adalah_staf(user):
        return ()
    khusus = (Tentang.PETUGAS_KECAMATAN,) if user.penerima_khusus or adalah_camat(user) else ()
    biasa = (Tentang.TIDAK, Tentang.APARAT_KAMPUNG) if user.petugas_rahasia else ()
    return (*biasa, *khusus)


@rules.predicate
def terjangkau(user: Any, aspirasi: Any) -> bool:
    """The kiriman is not closed to this person by its jangkauan, and an aparat has it."""
    if aspirasi is None:
        return True
    if not adalah_kecamatan(user):
        return sampai(aspirasi)
    if aspirasi.jangkauan != Jangkauan.KECAMATAN:
        return True
    return aspirasi.tentang in jangkauan_terbaca(user)


def pembaca_tentang(user: Any) -> Q:
    """The condition of kiriman that are not about this person's own office, for whom secrets
    of that kind are: what is about nobody, and what `jangkauan_terbaca` names."""
    return Q(tentang__in=(Tentang.TIDAK, *jangkauan_terbaca(user)))


@rules.predicate
def bukan_tentang_kantornya(user: Any, aspirasi: Any) -> bool:
    """As `pembaca_tentang` says of rows, whoever else may read the kiriman."""
    if aspirasi is None or aspirasi.tentang == Tentang.TIDAK:
        return True
    return aspirasi.tentang in jangkauan_terbaca(user)


@rules.predicate
def kampung_mendapat_delegasi(user: Any, aspirasi: Any) -> bool:
    return bool(aspirasi and aspirasi.kampung and aspirasi.kampung.verifikasi_didelegasikan)


@rules.predicate
def pengirim_mengizinkan(user: Any, aspirasi: Any) -> bool:
    return bool(aspirasi and aspirasi.pengirim.nama_untuk_kampung)


@rules.predicate
def di_tangan_kampung(user: Any, aspirasi: Any) -> bool:
    """No office but the person's own kampung works on it."""
    kantor = aspirasi.ditangani if aspirasi else None
    return kantor is None or kantor.kampung_id == user.kampung_id


rules.add_perm("aspirasi.kirim", rules.always_allow)
rules.add_perm("aspirasi.kirim_untuk_orang_lain", adalah_fasilitator | adalah_bpk | adalah_petugas)
rules.add_perm("aspirasi.dukung", punya_akun)
# Whether it is settled is for residents to say, not for who answered.
rules.add_perm("aspirasi.sanggah", punya_akun & ~adalah_petugas)
rules.add_perm("aspirasi.tangani", (aparat_kampung_itu | adalah_kecamatan) & terjangkau)
# Before the first look only the kampung whose it is begins: the kecamatan looks first.
rules.add_perm("aspirasi.ambil_dulu", aparat_kampung_itu & terjangkau)
rules.add_perm(
    "aspirasi.periksa",
    (adalah_kecamatan | (aparat_kampung_itu & kampung_mendapat_delegasi)) & terjangkau,
)
rules.add_perm("aspirasi.teruskan", adalah_kecamatan & terjangkau)
# What a sender adds is for the office that works on it.
rules.add_perm(
    "aspirasi.baca_balasan",
    (adalah_kecamatan | (aparat_kampung_itu & di_tangan_kampung)) & terjangkau,
)
rules.add_perm(
    "aspirasi.baca_pengirim",
    (adalah_staf | (aparat_kampung_itu & pengirim_mengizinkan)) & terjangkau,
)
# The number of a sender is for the kecamatan alone; a kampung learns the name at most.
rules.add_perm("aspirasi.kabari_pengirim", adalah_staf & terjangkau)
# A kampung never sees the contact, so it cannot call back; and whoever holds the PIN speaks
# as the sender. It takes two of those who may; never of the office that it is about.
rules.add_perm("aspirasi.ganti_pin", adalah_staf & terjangkau & bukan_tentang_kantornya)
# Asked of a PermintaanKeterangan: only the kampung that is asked answers.
rules.add_perm("aspirasi.jawab_permintaan", aparat_kampung_itu)
for _aksi in ("add", "change", "delete", "view"):
    rules.add_perm(f"aspirasi.{_aksi}_templatjawaban", adalah_kecamatan)
