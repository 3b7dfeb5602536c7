"""Forms of a sender who comes back."""

from typing import Any

from django import forms

from aspirasi.forms.isian import IsiField
from aspirasi.kode import PANJANG_PIN, rapikan_kode
from core.forms import BentukMixin, FotoBanyakField

FOTO_SEKALI_KIRIM = 10


class LacakForm(BentukMixin, forms.Form):
    """The code, and the PIN for whoever wants everything. Both are read tolerantly."""

    kode = forms.CharField(
        label="Kode lacak",
        max_length=60,
        help_text="Contoh: BR-7K4M-92QX-T3. Huruf besar, huruf kecil, dan tanda hubung tidak "
        "jadi soal.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    pin = forms.CharField(
        label="PIN kiriman",
        required=False,
        max_length=20,
        help_text="Enam angka yang Anda dapat bersama kode itu. Ini bukan PIN ATM. Tanpa PIN "
        "Anda tetap dapat melihat sampai mana kiriman itu.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "inputmode": "numeric", "class": "isian--pendek"}
        ),
    )

    def clean_kode(self) -> str:
        kode = rapikan_kode(self.cleaned_data["kode"])
        if not kode:
            raise forms.ValidationError(
                "Kode ini tidak lengkap. Sesudah BR ada 10 huruf dan angka, tanpa angka 0 dan 1, "
                "tanpa huruf I dan O."
            )
        return kode

    def clean_pin(self) -> str:
        pin = "".join(self.cleaned_data["pin"].replace("-", " ").split())
        if pin and not (len(pin) == PANJANG_PIN and pin.isascii() and pin.isdigit()):
            raise forms.ValidationError("PIN kiriman terdiri dari 6 angka.")
        return pin


class BalasForm(BentukMixin, forms.Form):
    """What the sender adds."""

    isi = IsiField(
        label="Keterangan atau balasan Anda",
        min_length=3,
        help_text="Dibaca petugas, tidak tampil untuk umum.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class BelumForm(BentukMixin, forms.Form):
    """Why it is not settled."""

    alasan = IsiField(
        label="Apa yang belum beres?", min_length=3, widget=forms.Textarea(attrs={"rows": 3})
    )


class FotoForm(BentukMixin, forms.Form):
    """Photos that follow later."""

    foto = FotoBanyakField(label="Foto", terbanyak=FOTO_SEKALI_KIRIM)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["foto"].help_text = "JPEG, PNG, atau WebP, paling besar 10 MB satu foto."
