"""Forms of a sender who comes back."""

from typing import Any

from django import forms

from aspirasi.bacaan.tanya import LAPANGAN, Tanya
from aspirasi.forms.isian import FOTO_SEKALI_KIRIM, IsiField
from aspirasi.kode import cari_kode, cari_pin, pin_di_samping
from aspirasi.models import Aspirasi
from aspirasi.services.kiriman import FOTO_TERBANYAK
from core.formulir.forms import BentukMixin, FotoBanyakField

AWAL_NOMOR = f"{Aspirasi.awalan_nomor}-"


class PinField(forms.CharField):
    """The six digits of a PIN, read tolerantly; '' where it may be left out."""

    def __init__(self, **kwargs: Any) -> None:
        gaya = {"autocomplete": "off", "inputmode": "numeric", "class": "isian--pendek"}
        bawaan: dict[str, Any] = {"label": "PIN kiriman", "max_length": 300}
        bawaan["widget"] = forms.TextInput(attrs=gaya)
        super().__init__(**bawaan | kwargs)

    def clean(self, value: Any) -> str:
        teks = super().clean(value)
        pin = cari_pin(teks)
        if teks and not pin:
            raise forms.ValidationError("PIN kiriman terdiri dari 6 angka. Contoh: 123456.")
        return pin


class PinForm(BentukMixin, forms.Form):
    """The PIN alone, where the account knows which kiriman it is for."""

    pin = PinField(
        help_text="Enam angka yang Anda dapat waktu mengirim. Ini bukan PIN ATM.",
        error_messages={"required": "Isi PIN-nya dulu."},
    )


class KodePinForm(BentukMixin, forms.Form):
    """The code from the letter, with which a new PIN is made."""

    kode = forms.CharField(
        label="Kode dari e-mail",
        max_length=40,
        help_text="Sepuluh huruf dan angka. Huruf kecil dan tanda hubung tidak jadi soal.",
        error_messages={"required": "Isi kode dari e-mail dulu."},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}
        ),
    )


class LacakForm(BentukMixin, forms.Form):
    """The code, and the PIN for a sender who wants everything. Both are read tolerantly, and may be
    pasted together into either field."""

    kode = forms.CharField(
        label="Kode lacak",
        max_length=300,
        help_text="Contoh: BR-7K4M-92QX-T3. Huruf besar, huruf kecil, dan tanda hubung tidak "
        "jadi soal. Kode dan PIN boleh ditempel sekaligus.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    pin = PinField(
        required=False,
        help_text="Enam angka yang Anda dapat bersama kode itu. Ini bukan PIN ATM. Tanpa PIN "
        "Anda tetap dapat melihat sampai mana kiriman itu.",
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        if data and not data.get("kode", "").strip() and cari_kode(data.get("pin", "")):
            data = {**dict(data.items()), "kode": data["pin"]}
        super().__init__(data, **kwargs)

    def clean_kode(self) -> str:
        if self.cleaned_data["kode"].strip().upper().startswith(AWAL_NOMOR):
            raise forms.ValidationError(
                "Itu nomor untuk umum: cari di daftar aspirasi. Kode lacak diawali BR."
            )
        kode = cari_kode(self.cleaned_data["kode"])
        if not kode:
            raise forms.ValidationError(
                "Kode ini tidak lengkap. Sesudah BR ada 10 huruf dan angka, tanpa angka 0 dan 1, "
                "tanpa huruf I dan O."
            )
        return kode

    def clean_pin(self) -> str:
        """Return the PIN that was typed, else the one that was pasted beside the code."""
        return self.cleaned_data["pin"] or pin_di_samping(self.data.get("kode", ""))


class BalasForm(BentukMixin, forms.Form):
    """The words that the sender adds; with `ditanya`, the answer to an official's question."""

    isi = IsiField(
        label="Yang ingin Anda tambahkan",
        min_length=3,
        help_text="Dibaca petugas, tidak tampil untuk umum.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, ditanya: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if ditanya:
            self.fields["isi"].label = "Jawaban Anda"


class BelumForm(BentukMixin, forms.Form):
    """Why it is not settled, in words that fit the kind (`aspirasi.bacaan.tanya`)."""

    alasan = IsiField(min_length=3, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, tanya: Tanya | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alasan"].label = (tanya or LAPANGAN).apa


class FotoForm(BentukMixin, forms.Form):
    """Photos that follow later."""

    foto = FotoBanyakField(label="Foto", terbanyak=FOTO_SEKALI_KIRIM, muat=FOTO_TERBANYAK)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["foto"].help_text = "JPEG, PNG, atau WebP, paling besar 10 MB satu foto."
