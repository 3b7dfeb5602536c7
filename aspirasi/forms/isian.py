"""Fields for the forms of senders."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms

import warga.wilayah
from aspirasi.bacaan.rujukan import rujukan_dari
from core.formulir.fields import BUJUR, LINTANG, BujurField, LintangField
from core.formulir.forms import PESAN
from core.formulir.letak import DerajatFormField
from core.formulir.teks import TeksFormField
from proyek.models import Proyek
from warga.kontak import TeleponField
from warga.models import Kampung
from warga.wilayah import batas_wilayah

# More photos than fit are accepted and then refused one by one, so that the text never waits.
FOTO_SEKALI_KIRIM = 10
TIDAK_TAHU = "tidak-tahu"


class IsiField(TeksFormField):
    """The words of a resident: at least ten letters, at most 5000, with a readable word in them."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "tanpa_kata": "Tulis dengan kata-kata, supaya petugas mengerti."
    }
    selalu_berkata = True

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"min_length": 10, "max_length": 5000} | kwargs
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 7}))
        super().__init__(**kwargs)


class WhatsAppField(TeleponField):
    """The number by which a sender is told of answers; it may be left empty."""

    def __init__(self, **kwargs: Any) -> None:
        asal = {
            "label": "Nomor WhatsApp",
            "required": False,
            "help_text": "Kami kabari kalau dijawab. Contoh: 0812-3456-7890. Hanya dibaca petugas "
            "yang mengurusnya, tidak pernah tampil.",
        }
        super().__init__(**asal | kwargs)


class LintangIsianField(DerajatFormField):
    """Latitude, typed by hand or filled in by the map."""

    def __init__(self, **kwargs: Any) -> None:
        pesan = {"min_value": LintangField.pesan, "max_value": LintangField.pesan}
        asal = {
            "label": "Lintang",
            "required": False,
            "min_value": LINTANG[0],
            "max_value": LINTANG[1],
            "error_messages": pesan | {"invalid": "Tulis lintang dengan angka. Contoh: -5,1300."},
            "help_text": "Dari peta di HP, misalnya −5,1300. Boleh menempel keduanya sekaligus, "
            "atau tautan dari peta.",
        }
        super().__init__(**asal | kwargs)


class BujurIsianField(DerajatFormField):
    """Longitude, typed by hand or filled in by the map."""

    def __init__(self, **kwargs: Any) -> None:
        pesan = {"min_value": BujurField.pesan, "max_value": BujurField.pesan}
        asal = {
            "label": "Bujur",
            "required": False,
            "min_value": BUJUR[0],
            "max_value": BUJUR[1],
            "error_messages": pesan | {"invalid": "Tulis bujur dengan angka. Contoh: 105,0300."},
            "help_text": "Misalnya 105,0300.",
        }
        super().__init__(**asal | kwargs)


class BerletakMixin(warga.wilayah.BerletakMixin):
    """Form mixin: `lintang` and `bujur`, which the map fills in, within the kecamatan."""

    @property
    def angka_terbuka(self) -> bool:
        """Return whether the folded numbers stand open, because they were typed and one must be
        corrected."""
        form: Any = self
        return form.is_bound and any(form[n].value() for n in ("lintang", "bujur"))

    @property
    def batas(self) -> tuple[Decimal, ...]:
        """Return the south, north, west and east limits, for the position of a phone."""
        return batas_wilayah()


class ProyekField(forms.CharField):
    """The number of a project, which came by a link. It cleans to the Proyek, or to None for an
    unknown one: nobody typed it."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": 20} | kwargs)

    def clean(self, value: Any) -> Any:
        nomor = super().clean(value)
        return Proyek.objects.berlaku().filter(nomor=nomor).first() if nomor else None


class RujukanField(forms.CharField):
    """The thing that a kiriman is about, as a link of another app says it. It cleans to a Rujukan,
    or to None for an unknown one: nobody typed it."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": 40} | kwargs)

    def clean(self, value: Any) -> Any:
        nilai = super().clean(value)
        return rujukan_dari(nilai) if nilai else None


class KampungField(forms.ChoiceField):
    """A kampung by its slug, or "tidak tahu". One of them must be chosen.

    It cleans to a Kampung or None.
    """

    def __init__(self, **kwargs: Any) -> None:
        self._kampung: dict[str, Kampung] = {}
        super().__init__(**kwargs)

    def muat(self) -> None:
        """Read the kampung once, for the choices and for the answer."""
        self._kampung = {k.slug: k for k in Kampung.objects.order_by("contoh", "nama")}
        semua = [(slug, k.nama) for slug, k in self._kampung.items()]
        self.choices = [("", "Pilih kampung"), (TIDAK_TAHU, "Saya tidak tahu"), *semua]

    def clean(self, value: Any) -> Any:
        slug = super().clean(value)
        if not slug:
            raise forms.ValidationError(PESAN["required"], code="required")
        return self._kampung.get(slug)
