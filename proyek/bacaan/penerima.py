"""The counts of beneficiaries as everyone reads them: a few people of a small place are not told
apart."""

from proyek.models import PENERIMA, Proyek

TERKECIL = 5  # a count below it could be told apart


def penerima(proyek: Proyek) -> list[tuple[str, str]]:
    """Return (word, count in words) of the counts that are known: ("perempuan", "kurang dari
    5")."""
    kata = {"penerima_l": "laki-laki", "penerima_p": "perempuan", "penerima_kk": "keluarga (KK)"}
    nilai = ((kata[nama], getattr(proyek, nama)) for nama in PENERIMA)
    return [(satu, _tulis(banyak)) for satu, banyak in nilai if banyak is not None]


def _tulis(banyak: int) -> str:
    return f"kurang dari {TERKECIL}" if 0 < banyak < TERKECIL else f"{banyak:,}".replace(",", ".")
