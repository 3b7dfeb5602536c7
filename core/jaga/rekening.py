"""Account numbers in words that everyone may read: the portal shows none.

Money goes to the Rekening Kas Kampung through its office. A number is taken for an account when a
word about accounts, banks or electronic purses stands before it.
"""

import re

from django.core.exceptions import ValidationError

PESAN = (
    "Jangan menulis nomor rekening atau dompet digital. Portal tidak mengumpulkan uang: bantuan "
    "uang masuk ke Rekening Kas Kampung lewat kantor kampung."
)
_KATA = (
    r"(?:no(?:mor)?\.?\s{0,2})?rek(?:ening)?|norek|a/n|bank|bri|bni|bca|btn|bsi|mandiri|permata|"
    r"cimb|danamon|lampung|dana|ovo|gopay|shopeepay|linkaja|qris|transfer|virtual\s?account|va"
)
_ANGKA = r"\d(?:[\s.\-]{0,2}\d){7,18}"
_REKENING = re.compile(rf"\b(?:{_KATA})\b[^\d\n]{{0,30}}(?<![\d.,])({_ANGKA})(?!\d)", re.I)
_UANG = re.compile(r"\d{1,3}(?:[. ]\d{3})+")


def ada_rekening(teks: str) -> bool:
    """Return whether an account number stands in the text; a sum of money is none."""
    semua = (cocok[1] for cocok in _REKENING.finditer(teks))
    return any(not _UANG.fullmatch(angka) for angka in semua)


def tanpa_rekening(teks: str) -> None:
    """Validator of a field: raises ValidationError where an account number stands."""
    if ada_rekening(teks):
        raise ValidationError(PESAN, code="rekening")
