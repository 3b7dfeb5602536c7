"""Acts as data: one row an act, one table an app, and no code in either.

An act is something that somebody does to an object with a trail. Its row says the words on the
trail and their readers, the readers of the reason, the people who are told, and whose act it is.
`Pindah` says from which state it leads where, and by which right. What an act *does* stands in its
service. `core.jejak.catat` refuses an act that the table of its object does not declare, so a row
stays for every verb that was ever written (docs/menambah.md, docs/keputusan/0025-laku.md). The acts
of core itself stand at the end.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, Flag, IntEnum, StrEnum
from types import MappingProxyType


class Pembaca(IntEnum):
    """The circle of readers. A wider circle has the higher number, and everyone in a circle reads
    whatever a wider one may read. TIDAK_ADA: no page tells of it."""

    TIDAK_ADA = 0
    PETUGAS = 1
    PENGIRIM = 2
    UMUM = 3


class Oleh(Enum):
    """The actor: an official, the sender (by code and PIN), another resident, or the portal."""

    PETUGAS = "petugas"
    PENGIRIM = "pengirim"
    WARGA = "warga"
    PORTAL = "portal"


class Alasan(Enum):
    """The readers of the reason, and whether the act needs one.

    Each member is (`dibaca`, `wajib`, `dijejak`): the circle that reads it, whether it must be
    given, and whether it stands in the trail. The words of WAJIB_PERCAKAPAN stand in the
    conversation instead, where the sender reads and answers them.
    """

    PETUGAS = (Pembaca.PETUGAS, False, True)
    PENGIRIM = (Pembaca.PENGIRIM, False, True)
    UMUM = (Pembaca.UMUM, False, True)
    WAJIB_PETUGAS = (Pembaca.PETUGAS, True, True)
    WAJIB_PENGIRIM = (Pembaca.PENGIRIM, True, True)
    WAJIB_UMUM = (Pembaca.UMUM, True, True)
    WAJIB_PERCAKAPAN = (Pembaca.PETUGAS, True, False)

    @property
    def dibaca(self) -> Pembaca:
        return self.value[0]

    @property
    def wajib(self) -> bool:
        return self.value[1]

    @property
    def dijejak(self) -> bool:
        return self.value[2]


class Kabar(Flag):
    """The people who are told: the sender when the status moves, the sender always, joiners, too,
    everybody who follows the kampung, and its aparat, who need not follow anything. Followers of
    the thing itself hear of every act that everyone reads, unless it is marked as none of their
    news, or of that of the aparat among them (who are told of many such acts at once)."""

    DIAM = 0
    PINDAH = 1
    SELALU = 2
    YANG_IKUT = 4
    KAMPUNG = 8
    TANPA_PENGIKUT = 16
    APARAT = 32
    TANPA_APARAT = 64


@dataclass(frozen=True)
class Pindah:
    """From which states an act leads where, and by which right.

    `ke` is "" when the state stays. `izin` is the name of a right, "" where no official acts.
    From the states in `kecamatan` the act is the kecamatan's alone. `cara` is how the act
    settles the matter, `langkah` the step of the clock that begins with it, and `memenuhi` are
    the measured steps that it fulfils.
    """

    dari: tuple[str, ...]
    ke: str = ""
    izin: str = ""
    kecamatan: tuple[str, ...] = ()
    cara: str = ""
    langkah: str = ""
    memenuhi: tuple[str, ...] = ()


@dataclass(frozen=True)
class Laku:
    """One act. `kata` is what the trail says, `kata_lain` what one circle reads instead;
    `pindah` is None for an act that asks for no state and changes none."""

    kata: str
    dibaca: Pembaca = Pembaca.PETUGAS
    alasan: Alasan = Alasan.PETUGAS
    kabar: Kabar = Kabar.DIAM
    oleh: Oleh = Oleh.PETUGAS
    kata_lain: Mapping[Pembaca, str] = field(default_factory=lambda: MappingProxyType({}))
    pindah: Pindah | None = None

    def terbaca(self, pembaca: Pembaca) -> bool:
        """Return whether this circle reads that it was done."""
        return self.dibaca >= pembaca

    def beralasan(self, pembaca: Pembaca) -> bool:
        """Return whether this circle also reads the reason."""
        return self.alasan.dibaca >= pembaca

    def kata_untuk(self, pembaca: Pembaca) -> str:
        return self.kata_lain.get(pembaca, self.kata)


def beku(*tabel: Mapping[str, Laku]) -> Mapping[str, Laku]:
    """Return the tables as one that nobody can change."""
    return MappingProxyType({aksi: laku for satu in tabel for aksi, laku in satu.items()})


def beralasan(tabel: Mapping[str, Laku], pembaca: Pembaca) -> frozenset[str]:
    """Return the acts of a table whose reason this circle reads."""
    return frozenset(aksi for aksi, laku in tabel.items() if laku.beralasan(pembaca))


class Aksi(StrEnum):
    """The acts that core itself writes into a trail."""

    ISI_DIHAPUS = "isi_dihapus"
    SEMBUNYIKAN = "sembunyikan"
    TAMPILKAN_LAGI = "tampilkan_lagi"
    DIUMUMKAN = "diumumkan"


# The row for any object: the words of its trail were emptied.
BERSAMA = beku({Aksi.ISI_DIHAPUS: Laku("Isi jejak dihapus", Pembaca.TIDAK_ADA)})
# The rows for anything that can be hidden; an app adds them to its own.
MODERASI = beku(
    {
        Aksi.SEMBUNYIKAN: Laku("Disembunyikan", Pembaca.UMUM, Alasan.WAJIB_UMUM),
        Aksi.TAMPILKAN_LAGI: Laku("Ditampilkan lagi", Pembaca.PENGIRIM, Alasan.WAJIB_PETUGAS),
    }
)
SEGEL = beku({Aksi.DIUMUMKAN: Laku("Segel diumumkan", Pembaca.TIDAK_ADA, oleh=Oleh.PORTAL)})
