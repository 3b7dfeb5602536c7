"""Rights to read kiriman and to work on them."""

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
    """Return which kiriman for the kecamatan this person may read, by whom they are about.

    Kiriman about officers of the kecamatan reach only the camat and the staff named for them; the
    others only staff marked `petugas_rahasia`. An admin reads none.
    """
    if not adalah_staf(user):
        return ()
    khusus = (Tentang.PETUGAS_KECAMATAN,) if user.penerima_khusus or adalah_camat(user) else ()
    biasa = (Tentang.TIDAK, Tentang.APARAT_KAMPUNG) if user.petugas_rahasia else ()
    return (*biasa, *khusus)


@rules.predicate
def terjangkau(user: Any, aspirasi: Any) -> bool:
    """Return whether its readers include this person, and whether an aparat's desk has it."""
    if aspirasi is None:
        return True
    if not adalah_kecamatan(user):
        return sampai(aspirasi)
    if aspirasi.jangkauan != Jangkauan.KECAMATAN:
        return True
    return aspirasi.tentang in jangkauan_terbaca(user)


def pembaca_tentang(user: Any) -> Q:
    """Return the condition of kiriman that are not about this person's own office, or that a reader
    of such secrets may handle: those about nobody, and those that `jangkauan_terbaca` names."""
    return Q(tentang__in=(Tentang.TIDAK, *jangkauan_terbaca(user)))


@rules.predicate
def bukan_tentang_kantornya(user: Any, aspirasi: Any) -> bool:
    """Return what `pembaca_tentang` says of rows, for one kiriman, whoever else may read it."""
    if aspirasi is None or aspirasi.tentang == Tentang.TIDAK:
        return True
    return aspirasi.tentang in jangkauan_terbaca(user)


@rules.predicate
def kampung_mendapat_delegasi(user: Any, aspirasi: Any) -> bool:
    """Return whether the kecamatan delegated the first look to the kampung of the kiriman."""
    return bool(aspirasi and aspirasi.kampung and aspirasi.kampung.verifikasi_didelegasikan)


@rules.predicate
def pengirim_mengizinkan(user: Any, aspirasi: Any) -> bool:
    """Return whether its sender lets the kampung read the name."""
    return bool(aspirasi and aspirasi.pengirim.nama_untuk_kampung)


@rules.predicate
def di_tangan_kampung(user: Any, aspirasi: Any) -> bool:
    """Return whether no other office than the person's own kampung works on it."""
    kantor = aspirasi.ditangani if aspirasi else None
    return kantor is None or kantor.kampung_id == user.kampung_id


@rules.predicate
def jawaban_kantornya(user: Any, jawaban: Any) -> bool:
    """Return whether this official answer is of the person's own kampung; for the kecamatan,
    whether its kiriman is in its circle."""
    if jawaban is None:
        return bool(adalah_petugas(user))
    if adalah_kecamatan(user):
        return bool(terjangkau(user, jawaban.aspirasi))
    if not (adalah_petugas(user) and jawaban.oleh):
        return False
    sendiri = aparat_kampung_itu(user, jawaban.aspirasi) & aparat_kampung_itu(user, jawaban.oleh)
    return bool(sendiri and terjangkau(user, jawaban.aspirasi))


rules.add_perm("aspirasi.kirim", rules.always_allow)
rules.add_perm("aspirasi.kirim_untuk_orang_lain", adalah_fasilitator | adalah_bpk | adalah_petugas)
rules.add_perm("aspirasi.dukung", punya_akun)
# An account may send, so it may take in what was sent without one, by its code and PIN.
rules.add_perm("aspirasi.simpan_di_akun", punya_akun)
# Residents say whether it is settled, not the officials who answered.
rules.add_perm("aspirasi.sanggah", punya_akun & ~adalah_petugas)
rules.add_perm("aspirasi.tangani", (aparat_kampung_itu | adalah_kecamatan) & terjangkau)
# Before the first look only its own kampung may begin: the kecamatan looks first.
rules.add_perm("aspirasi.ambil_dulu", aparat_kampung_itu & terjangkau)
rules.add_perm(
    "aspirasi.periksa",
    (adalah_kecamatan | (aparat_kampung_itu & kampung_mendapat_delegasi)) & terjangkau,
)
# A kampung must not take away or soften words about itself.
rules.add_perm("aspirasi.perbaiki", adalah_kecamatan & terjangkau)
rules.add_perm("aspirasi.tarik_jawaban", jawaban_kantornya)
rules.add_perm("aspirasi.teruskan", adalah_kecamatan & terjangkau)
# Words that a sender adds are for the office that works on it.
rules.add_perm(
    "aspirasi.baca_balasan",
    (adalah_kecamatan | (aparat_kampung_itu & di_tangan_kampung)) & terjangkau,
)
rules.add_perm(
    "aspirasi.baca_pengirim",
    (adalah_staf | (aparat_kampung_itu & pengirim_mengizinkan)) & terjangkau,
)
# The number of a sender is for the kecamatan alone. A kampung learns the name at most.
rules.add_perm("aspirasi.kabari_pengirim", adalah_staf & terjangkau)
# A kampung never sees the contact, so it cannot call back; and the holder of the PIN speaks as the
# sender. It takes two people with this right, never of the office that it is about.
rules.add_perm("aspirasi.ganti_pin", adalah_staf & terjangkau & bukan_tentang_kantornya)
# The object is a PermintaanKeterangan: only the kampung that is asked answers.
rules.add_perm("aspirasi.jawab_permintaan", aparat_kampung_itu)
for _aksi in ("add", "change", "delete", "view"):
    rules.add_perm(f"aspirasi.{_aksi}_templatjawaban", adalah_kecamatan)
