"""Model fields of the house: each carries its range into the database.

A field's range stands three times: as a validator with a sentence for people, as `min`/`max` of the
form field, and as a CHECK in the column itself. makemigrations does not notice a changed CHECK of
this kind: anyone who widens a range writes the migration by hand.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
    ProhibitNullCharactersValidator,
)
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q

from core.formulir.isian import (
    AngkaFormField,
    BilanganFormField,
    PersenFormField,
    RupiahFormField,
)
from core.formulir.letak import DerajatFormField
from core.formulir.teks import PESAN_NUL, BarisFormField, TeksFormField
from core.galat import berkata

TANPA_JUDUL = "Tanpa judul"
# Bounding box of Indonesia with half a degree around it. Narrow on purpose: the two boxes
# do not overlap, so a swapped pair is always refused.
LINTANG = (Decimal("-11.5"), Decimal("6.5"))
BUJUR = (Decimal("94.5"), Decimal("141.5"))


def _koma(nilai: Decimal) -> str:
    return str(nilai).replace("-", "−").replace(".", ",")


class RupiahField(models.PositiveBigIntegerField):
    """Whole rupiah, never negative."""

    default_validators = [MinValueValidator(0, "Jumlah uang tidak boleh kurang dari nol.")]

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        pesan = {
            "min_value": "Jumlah uang tidak boleh kurang dari nol.",
            "max_value": "Jumlah uang ini terlalu besar. Periksa jumlah nolnya.",
        }
        kwargs["error_messages"] = pesan | kwargs.get("error_messages", {})
        return super().formfield(*args, **({"form_class": RupiahFormField} | kwargs))


class BilanganField(models.PositiveIntegerField):
    """A number of people or things that somebody types. To migrations it is Django's own field."""

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        return super().formfield(*args, **({"form_class": BilanganFormField} | kwargs))

    def deconstruct(self) -> Any:
        nama, _, args, kwargs = super().deconstruct()
        return nama, "django.db.models.PositiveIntegerField", args, kwargs


class AngkaField(models.DecimalField):
    """A number with decimals that somebody types. To migrations it is Django's own field."""

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        asal: dict[str, Any] = {"form_class": AngkaFormField, "localize": True}
        return super().formfield(*args, **(asal | kwargs))

    def deconstruct(self) -> Any:
        nama, _, args, kwargs = super().deconstruct()
        return nama, "django.db.models.DecimalField", args, kwargs


class _RentangDesimalField(models.DecimalField):
    """A decimal within fixed bounds, checked by the database too."""

    rentang: tuple[Decimal, Decimal]
    desimal: tuple[int, int]
    pesan: str
    bentuk: type[forms.DecimalField]
    contoh: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_digits"], kwargs["decimal_places"] = self.desimal
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        nama, jalur, args, kwargs = super().deconstruct()
        del kwargs["max_digits"], kwargs["decimal_places"]
        return nama, jalur, args, kwargs

    @property
    def validators(self) -> Any:
        bawah, atas = self.rentang
        return [
            *super().validators,
            MinValueValidator(bawah, self.pesan),
            MaxValueValidator(atas, self.pesan),
        ]

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        pesan = {
            "invalid": f"Tulis dengan angka. Contoh: {self.contoh}.",
            "min_value": self.pesan,
            "max_value": self.pesan,
        }
        kwargs["error_messages"] = pesan | kwargs.get("error_messages", {})
        bawah, atas = self.rentang
        # localize: the form shows a decimal comma.
        asal: dict[str, Any] = {
            "form_class": self.bentuk,
            "min_value": bawah,
            "max_value": atas,
            "localize": True,
        }
        return super().formfield(*args, **(asal | kwargs))

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        bawah, atas = self.rentang
        return f"{connection.ops.quote_name(str(self.column))} BETWEEN {bawah} AND {atas}"


class PersenField(_RentangDesimalField):
    """Percent with two decimals, 0 to 100."""

    rentang = (Decimal(0), Decimal(100))
    desimal = (5, 2)
    pesan = "Persen harus antara 0 dan 100."
    bentuk, contoh = PersenFormField, "72,5"


class LintangField(_RentangDesimalField):
    """Latitude in degrees (WGS 84), within Indonesia."""

    rentang = LINTANG
    desimal = (9, 6)
    bentuk, contoh = DerajatFormField, "−5,1300"
    pesan = (
        f"Lintang harus antara {_koma(LINTANG[0])} dan {_koma(LINTANG[1])}. "
        "Periksa apakah lintang dan bujur tertukar."
    )


class BujurField(_RentangDesimalField):
    """Longitude in degrees (WGS 84), within Indonesia."""

    rentang = BUJUR
    desimal = (9, 6)
    bentuk, contoh = DerajatFormField, "105,0300"
    pesan = (
        f"Bujur harus antara {_koma(BUJUR[0])} dan {_koma(BUJUR[1])}. "
        "Periksa apakah lintang dan bujur tertukar."
    )


def titik_lengkap(nama: str, lintang: str = "lintang", bujur: str = "bujur") -> Any:
    """Return the constraint that latitude and longitude are both given or both empty."""
    pesan = "Isi lintang dan bujur dua-duanya, atau kosongkan dua-duanya."
    return semua_atau_tidak(nama, (lintang, bujur), pesan)


def salah_satu(nama: str, kolom: str, pilihan: type[models.TextChoices], pesan: str) -> Any:
    """Return the constraint that a column holds one of its choices, whatever program writes to
    it."""
    return models.CheckConstraint(
        condition=Q(**{f"{kolom}__in": pilihan.values}),
        name=nama,
        violation_error_message=pesan,
    )


def semua_atau_tidak(nama: str, kolom: Sequence[str], pesan: str) -> Any:
    """Return the constraint that these columns are all given or all empty."""
    kosong = Q(**{f"{satu}__isnull": True for satu in kolom})
    isi = Q(**{f"{satu}__isnull": False for satu in kolom})
    return models.CheckConstraint(condition=kosong | isi, name=nama, violation_error_message=pesan)


class TeksField(models.TextField):
    """Longer text with a length the database holds too; refuses NUL."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 5000)
        super().__init__(*args, **kwargs)

    @property
    def validators(self) -> Any:
        pesan = "Teks terlalu panjang: %(show_value)d huruf, paling banyak %(limit_value)d."
        return [
            *super().validators,
            MaxLengthValidator(self.max_length or 0, pesan),
            ProhibitNullCharactersValidator(PESAN_NUL),
        ]

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        return super().formfield(*args, **({"form_class": TeksFormField} | kwargs))

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        return f"char_length({connection.ops.quote_name(str(self.column))}) <= {self.max_length}"


class BarisField(models.CharField):
    """A name, a title, a place: words of one line that people type.

    To migrations it is Django's own field: the database knows no difference.
    """

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        return super().formfield(*args, **({"form_class": BarisFormField} | kwargs))

    def deconstruct(self) -> Any:
        nama, _, args, kwargs = super().deconstruct()
        return nama, "django.db.models.CharField", args, kwargs


class JudulField(BarisField):
    """A title, which lists show as the words of a link. One that was stored before signs without a
    picture were refused, and that nobody can see, reads `TANPA_JUDUL`."""

    def from_db_value(self, nilai: str | None, *_: Any) -> str | None:
        return TANPA_JUDUL if nilai and not berkata(nilai) else nilai


class KunciSekaliField(models.CharField):
    """Fingerprint of a form's one-time key; unique, so that two sends make one row.

    Filled with `core.formulir.sekali.sidik(kunci)`; NULL for rows made without a form.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": 64, "unique": True, "null": True, "editable": False}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        nama, jalur, args, kwargs = super().deconstruct()
        for tetap in ("max_length", "unique", "null", "editable"):
            kwargs.pop(tetap, None)
        return nama, jalur, args, kwargs
