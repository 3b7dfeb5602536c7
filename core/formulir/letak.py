"""Places as people write and copy them: degrees, pairs of degrees, addresses of maps."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

ANGKA_DI_BELAKANG_KOMA = 6
TERPANJANG = 2000  # letters of an address
Pasangan = tuple[Decimal, Decimal]

_MINUS = str.maketrans(
    "\u2010\u2011\u2012\u2013\u2014\u2212\u00ba\u2032\u2019\u2033\u201d", "------°''\"\""
)
_ARAH = {"LS": -1, "S": -1, "BB": -1, "B": -1, "W": -1} | dict.fromkeys(
    ("LU", "U", "N", "BT", "T", "E"), 1
)
_MENIT = r"(?:\s*(\d{1,2})\s*'(?:\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|''))?)?"
_DERAJAT = rf"([+-]?)\s*(\d{{1,3}}(?:[.,]\d{{1,20}})?)\s*°?{_MENIT}\s*(LS|LU|BT|BB|[SUNTEBW])?"
_KATA = r"(?:(?:lintang|bujur|lat|lng|long?|latitude|longitude)\s*[:=]?\s*)?"
_SATU = re.compile(rf"{_KATA}{_DERAJAT}", re.IGNORECASE)
_DUA = re.compile(
    rf"[(\[]?\s*{_KATA}{_DERAJAT}\s*[,;/|\s]\s*{_KATA}{_DERAJAT}\s*[)\]]?", re.IGNORECASE
)
_D = r"(-?\d{1,3}(?:\.\d{1,20})?)"
# Google Maps and OpenStreetMap: the place that was chosen goes before the middle of the view.
_ALAMAT = tuple(
    re.compile(pola, re.IGNORECASE)
    for pola in (
        rf"!3d{_D}!4d{_D}",
        rf"lat(?:itude)?={_D}.{{0,200}}?(?:lon|lng|long|longitude)={_D}",
        rf"#map=[\d.]+/{_D}/{_D}",
        rf"(?:geo:|[?&](?:q|query|ll|destination)=(?:loc:)?){_D}(?:,|%2C)[+ ]?{_D}",
        rf"[@/]{_D},\+?{_D}",
    )
)
_TAUTAN = re.compile(
    r"https?://|www\.|(?:maps\.app\.)?goo\.gl/|g\.co/|maps\.|waze\.com/|osm\.org/", re.IGNORECASE
)
TAUTAN_TANPA_TITIK = (
    "Tautan peta ini tidak memuat angka lokasi, dan portal tidak membukanya. Buka tautannya di HP, "
    "tekan lama titiknya, lalu salin angka yang muncul (misalnya −5,13000, 105,03000) ke sini."
)


def baca_derajat(teks: str) -> Decimal | None:
    """Return the degrees, south and west below zero; None for what is no single number."""
    cocok = _SATU.fullmatch(teks.translate(_MINUS).strip())
    return _derajat(*cocok.groups()) if cocok else None


def baca_titik(teks: str) -> Pasangan | None:
    """Return latitude and longitude from a pair or the address of a map; None for anything else.

    Longitudes of Indonesia are above 90, so a pair in the other order is turned round.
    """
    teks = teks[:TERPANJANG].translate(_MINUS).strip()
    if baca_derajat(teks) is not None:
        return None
    pasangan = _dari_alamat(teks)
    if pasangan is None and (cocok := _DUA.fullmatch(teks)):
        isi = cocok.groups()
        pertama, kedua = _derajat(*isi[:5]), _derajat(*isi[5:])
        pasangan = None if pertama is None or kedua is None else (pertama, kedua)
    if pasangan and abs(pasangan[0]) > 90:
        return pasangan[1], pasangan[0]
    return pasangan


def _dari_alamat(teks: str) -> Pasangan | None:
    for pola in _ALAMAT:
        if cocok := pola.search(teks):
            return Decimal(cocok[1]), Decimal(cocok[2])
    return None


def _derajat(
    tanda: str, angka: str, menit: str | None, detik: str | None, arah: str | None
) -> Decimal | None:
    nilai = Decimal(angka.replace(",", "."))
    m, d = Decimal(menit or 0), Decimal((detik or "0").replace(",", "."))
    if m >= 60 or d >= 60:
        return None
    nilai += m / 60 + d / 3600
    return -nilai if tanda == "-" or _ARAH.get((arah or "").upper()) == -1 else nilai


class DerajatFormField(forms.DecimalField):
    """Degrees in any writing, rounded to six decimals (about 10 cm). The server opens no address:
    one without degrees, as those that maps shorten, is refused with what to do."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "text", "autocomplete": "off", "class": "isian--pendek"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        teks = str("" if value is None else value).strip()
        if not teks:
            return None
        nilai = baca_derajat(teks) if len(teks) <= TERPANJANG else None
        if nilai is None and _TAUTAN.match(teks):
            raise forms.ValidationError(TAUTAN_TANPA_TITIK, code="tautan")
        if nilai is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return nilai.quantize(Decimal(1).scaleb(-ANGKA_DI_BELAKANG_KOMA))
        except InvalidOperation as galat:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from galat


class TitikMixin:
    """Form mixin: a pair, or the address of a map, in `lintang` or `bujur` fills in both."""

    def full_clean(self) -> None:
        form: Any = self
        if form.is_bound:
            self._urai(form)
        super().full_clean()  # type: ignore[misc]  # a mixin of forms

    def _urai(self, form: Any) -> None:
        nama = [form.add_prefix(n) for n in ("lintang", "bujur")]
        semua = (baca_titik(str(form.data.get(n) or "")) for n in nama)
        if titik := next(filter(None, semua), None):
            form.data = form.data.copy()
            for n, derajat in zip(nama, titik, strict=True):
                form.data[n] = f"{round(derajat, ANGKA_DI_BELAKANG_KOMA):f}"
