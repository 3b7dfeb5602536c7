"""The gate before the team scores: the reasons why a proposal cannot be entered in SIPD yet."""

from collections.abc import Callable

from musrenbang.enums import Lahan, Wewenang
from musrenbang.models import Usulan

# The matter, whether a proposal has it, and what to do. Grounds: Permendagri 86/2017, and what the
# form of SIPD asks.
SYARAT: tuple[tuple[str, Callable[[Usulan], bool], str], ...] = (
    (
        "wewenang",
        lambda u: u.wewenang != Wewenang.KAMPUNG,
        "Ini wewenang kampung sendiri. Masukkan ke RKP Kampung, atau pilih wewenang lain.",
    ),
    (
        "lokasi",
        lambda u: bool(u.lokasi and u.lintang is not None),
        "Tulis lokasi dan koordinatnya.",
    ),
    ("volume", lambda u: bool(u.volume and u.satuan), "Tulis volume dan satuannya."),
    ("biaya", lambda u: bool(u.perkiraan), "Tulis perkiraan biayanya."),
    ("foto", lambda u: u.foto_id is not None, "Tambahkan satu foto keadaannya sekarang."),
    (
        "lahan",
        lambda u: u.lahan not in ("", Lahan.WARGA),
        "Status lahan belum jelas, atau masih milik warga tanpa surat hibah.",
    ),
    ("perangkat", lambda u: u.perangkat_id is not None, "Pilih perangkat daerah tujuannya."),
    ("kamus", lambda u: u.kamus_id is not None, "Pilih kamus usulannya."),
    (
        "kamus_sesuai",
        lambda u: u.kamus is None or u.kamus.perangkat_id == u.perangkat_id,
        "Kamus usulan itu milik perangkat daerah lain. Samakan keduanya.",
    ),
)


def halangan(usulan: Usulan) -> list[str]:
    """Return the reasons why it does not pass the gate; none for one that does. Read it from
    `untuk_kartu()`."""
    return [kata for _, ada, kata in SYARAT if not ada(usulan)]


def lolos(usulan: Usulan) -> bool:
    return not halangan(usulan)
