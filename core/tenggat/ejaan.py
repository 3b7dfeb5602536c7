"""Numbers in Indonesian words, as sentences about days say them."""

_SATUAN = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)


def ejaan(angka: int) -> str:
    """Return a whole number from 0 to 99 in words: 14 → "empat belas".

    Raises ValueError for any other.
    """
    if not 0 <= angka <= 99:
        raise ValueError(f"Hanya 0 sampai 99 yang dieja, bukan {angka}.")
    if angka < len(_SATUAN):
        return _SATUAN[angka]
    puluh, satu = divmod(angka, 10)
    if puluh == 1:
        return f"{_SATUAN[satu]} belas"
    return f"{_SATUAN[puluh]} puluh" + (f" {_SATUAN[satu]}" if satu else "")
