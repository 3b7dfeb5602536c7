"""The common parts of every form of the portal: plain words for errors, one-time keys, photos."""

import re
from typing import Any, ClassVar, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from core.formulir.sekali import kunci_baru
from core.formulir.teks import PESAN_TEKS, BarisFormField

Bidang = TypeVar("Bidang", bound=forms.Field)
PESAN = PESAN_TEKS | {
    "invalid_choice": "Pilihan itu tidak ada. Pilih salah satu dari daftar.",
    "invalid_list": "Pilihan itu tidak dapat dibaca. Pilih dari daftar.",
    "invalid_pk_value": "Pilihan itu tidak ada. Pilih salah satu dari daftar.",
}
# Bounds of numbers, with the bound that Django fills in.
PESAN_BATAS = {
    "min_value": "Angka ini terlalu kecil. Paling sedikit %(limit_value)s.",
    "max_value": "Angka ini terlalu besar. Paling banyak %(limit_value)s.",
    "max_digits": "Angka ini terlalu panjang. Tulis paling banyak %(max)s angka.",
    "max_whole_digits": "Angka ini terlalu besar. Paling banyak %(max)s angka di depan koma.",
    "max_decimal_places": "Tulis paling banyak %(max)s angka di belakang koma.",
}
PESAN_JENIS: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.EmailField, "Alamat e-mail ini tidak lengkap. Contoh: nama@contoh.id."),
    (forms.DateField, "Tanggal ini tidak dapat dibaca. Contoh: 24-11-2026."),
    (forms.DecimalField, "Tulis dengan angka. Contoh: 72,5."),
    (forms.IntegerField, "Tulis dengan angka saja. Contoh: 120."),
    (forms.URLField, "Alamat situs ini tidak lengkap. Contoh: https://contoh.id."),
)


class BentukMixin:
    """Form mixin that replaces Django's own sentences by ours. A field's own sentences stay.

    Words are cleaned by their fields (`core.formulir.teks`).
    """

    fields: dict[str, forms.Field]

    def full_clean(self) -> None:
        """Put our sentences in just before they are needed: forms add fields after they are
        made."""
        for bidang in self.fields.values():
            _ganti_pesan(bidang)
        super().full_clean()  # type: ignore[misc]  # of the form that it is mixed into

    def bidang(self, nama: str, jenis: type[Bidang]) -> Bidang:
        """Return one of the fields, of the kind `jenis`. Raises TypeError when it is of another
        kind."""
        bidang = self.fields[nama]
        if not isinstance(bidang, jenis):
            raise TypeError(f"{nama} is no {jenis.__name__}")
        return bidang

    @property
    def ringkasan_galat(self) -> list[tuple[str, str, str]]:
        """Return every error as (id of its field or "", label, message), in the order of the
        form."""
        form: Any = self
        semua = [("", "", str(pesan)) for pesan in form.non_field_errors()]
        for isian in form:
            semua += [(id_isian(isian), str(isian.label), str(pesan)) for pesan in isian.errors]
        return semua


def nama_sendiri(label: str = "Nama panggilan") -> BarisFormField:
    """Return a field for the name of the person who fills in the form; browsers and helping
    software may offer it (WCAG 1.3.5)."""
    gaya = forms.TextInput(attrs={"autocomplete": "nickname"})
    return BarisFormField(label=label, required=False, max_length=100, widget=gaya)


def email_sendiri(label: str = "E-mail") -> forms.EmailField:
    """Return a field for the e-mail of the person who fills in the form (WCAG 1.3.5)."""
    gaya = forms.EmailInput(attrs={"autocomplete": "email"})
    return forms.EmailField(label=label, required=False, widget=gaya)


def id_isian(isian: forms.BoundField) -> str:
    """Return the id of what takes the focus: of a group of choices the first one."""
    return isian.id_for_label or f"{isian.auto_id}_0"


def pakai_kata_kita() -> None:
    """Let every form of the project, those of libraries too, ask for a missing answer in our
    words."""
    forms.Field.default_error_messages["required"] = PESAN["required"]


def _ganti_pesan(bidang: forms.Field) -> None:
    asli: dict[str, Any] = {}
    for kelas in reversed(type(bidang).__mro__):
        asli |= getattr(kelas, "default_error_messages", {})
    jenis = next((pesan for kelas, pesan in PESAN_JENIS if type(bidang) is kelas), None)
    kami = PESAN | ({"invalid": jenis} if jenis else {})
    if isinstance(bidang, forms.FileField):  # its lengths speak of file names
        kami = {"required": "Pilih berkasnya dulu."}
    for kode, pesan in kami.items():
        if bidang.error_messages.get(kode) == asli.get(kode):
            bidang.error_messages[kode] = pesan
    for kode in PESAN_BATAS.keys() & _batas_django(bidang):
        bidang.error_messages.setdefault(kode, PESAN_BATAS[kode])


def _batas_django(bidang: forms.Field) -> set[str]:
    """Return the bounds of numbers of which Django would speak; a bound with a sentence of its own
    keeps it."""
    if not isinstance(bidang, forms.IntegerField):  # decimals are integers to Django
        return set()
    periksa: list[Any] = bidang.validators
    semua = [v for v in periksa if getattr(v, "code", "") in PESAN_BATAS]
    sendiri = {v.code for v in semua if v.message != type(v).message}
    return PESAN_BATAS.keys() - sendiri


class KunciFormField(forms.CharField):
    """Hidden one-time key: given with the form, and handed to the service when it comes back.

    A missing or damaged key is replaced by a new one, so that nothing typed is lost. Only the
    protection against double sending is lost.
    """

    widget = forms.HiddenInput
    POLA: ClassVar = re.compile(r"[\w-]{24,64}", re.ASCII)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("initial", kunci_baru)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        return value if isinstance(value, str) and self.POLA.fullmatch(value) else kunci_baru()


class SekaliMixin(BentukMixin):
    """Form mixin with the hidden field `kunci` for `core.formulir.sekali.satu_kali`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kunci"] = KunciFormField()

    def pakai_kunci(self, kunci: str) -> None:
        """Show the form again with the key under which its photos wait, even if it came without
        one."""
        form: Any = self
        form.data = form.data.copy()
        form.data["kunci"] = kunci


class FotoInput(forms.FileInput):
    """An input for several photos; the browser shrinks them first where it can."""

    allow_multiple_selected = True
    template_name = "bagian/pilih_foto.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        asal = {"accept": "image/jpeg,image/png,image/webp", "data-kecilkan": True}
        super().__init__(asal | (attrs or {}))


class FotoBanyakField(forms.FileField):
    """Several photos. Cleans to a list of uploads that are not looked into yet.

    Text goes first: `core.berkas.foto_tertunda.satu_satu` decodes the photos after the text is
    stored, and gives a reason for each refusal. Only their number is checked here. `muat` is how
    many a person may choose, as the browser and the error say; it defaults to `terbanyak`. A field
    that takes more than it lets choose leaves the rest to be refused one by one.
    """

    widget = FotoInput

    def __init__(self, *, terbanyak: int = 5, muat: int | None = None, **kwargs: Any) -> None:
        self.terbanyak = terbanyak
        self.muat = muat or terbanyak
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"data-muat": self.muat}

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        foto = [f for f in data or [] if f]
        if self.required and not foto:
            raise ValidationError("Pilih paling sedikit satu foto.", code="required")
        if len(foto) > self.terbanyak:
            raise ValidationError(
                f"Paling banyak {self.muat} foto sekali kirim; Anda memilih {len(foto)}. "
                "Pilih lagi foto yang paling perlu.",
                code="terlalu_banyak",
            )
        return foto

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data)
