"""Every act on a kiriman, one row each (`core.laku` says what the columns mean)."""

from collections.abc import Mapping
from types import MappingProxyType

from aspirasi.enums import STATUS_TERTUTUP, Langkah, Status
from aspirasi.laku.alur import ALUR
from aspirasi.laku.lain import LAIN
from aspirasi.laku.proyek import TAHAP_KELIRU, WAKTU
from core.laku import Oleh, Pembaca, Pindah, beku, beralasan

LAKU = beku(ALUR, WAKTU, TAHAP_KELIRU, LAIN)

# The acts that a status allows or forbids.
PINDAH: Mapping[str, Pindah] = MappingProxyType(
    {aksi: laku.pindah for aksi, laku in LAKU.items() if laku.pindah}
)
# Acts that end it without the help that was asked for. The sender's own acts are not among them.
TANPA_HASIL = frozenset(
    aksi
    for aksi, pindah in PINDAH.items()
    if pindah.ke in STATUS_TERTUTUP and not pindah.cara and LAKU[aksi].oleh is not Oleh.PENGIRIM
)
# Acts by which an official closes it in words alone. A merged kiriman has its answer elsewhere.
TUTUP_NEGATIF = frozenset(
    aksi
    for aksi in TANPA_HASIL
    if LAKU[aksi].oleh is Oleh.PETUGAS and PINDAH[aksi].ke != Status.DIGABUNG
)
# The sender's words on the outcome, which cannot come before there is one.
PUTUSAN_PENGIRIM = frozenset(
    aksi for aksi, pindah in PINDAH.items() if Langkah.KONFIRMASI in pindah.memenuhi
)
# Acts whose reason everyone reads.
BERALASAN = beralasan(LAKU, Pembaca.UMUM)


def izin_pada(aksi: str, status: str) -> str:
    """Return the right that an act takes from this status; "" where no official does it."""
    pindah = PINDAH[aksi]
    return "aspirasi.teruskan" if status in pindah.kecamatan else pindah.izin
