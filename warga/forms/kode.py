"""Forms of printed codes: giving, asking, deciding, and using one."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from core.formulir.teks import TeksFormField
from core.formulir.widgets import PilihanKartu
from warga import kode as kode_cetak
from warga.forms.isian import KontakField, SandiField, SandiTampakMixin
from warga.kontak import TeleponField
from warga.models import Pengguna


class FormCariOrang(forms.Form):
    """Find an account by its exact phone number or e-mail."""

    kontak = KontakField(
        label="Nomor HP atau e-mail orang itu",
        help_text="Harus sama persis dengan yang dipakai di akunnya.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )


class FormBeriKode(forms.Form):
    """The number to be proven, and a tick that it rang."""

    telepon = TeleponField(label="Nomor HP orang itu")
    hadir = forms.BooleanField(
        label="Saya baru menelepon nomor itu, dan HP-nya berbunyi di depan saya",
        error_messages={
            "required": "Telepon dahulu nomornya. Kode hanya untuk orang yang memegang HP itu."
        },
    )


class FormAlasan(forms.Form):
    """A reason that stays in the trail."""

    alasan = TeksFormField(label="Alasan", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def clean_alasan(self) -> str:
        return " ".join(self.cleaned_data["alasan"].split())


class FormMintaSandi(FormAlasan):
    """How the asker knows that the owner of the account asks."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alasan = self.fields["alasan"]
        alasan.label = "Bagaimana Anda memastikan bahwa ia pemilik akun ini?"
        alasan.help_text = "Misalnya: datang dengan kartu pengenal, atau saya menelepon nomornya."


class FormPutusan(FormAlasan):
    """Approve or refuse, with a reason."""

    putusan = forms.ChoiceField(
        label="Putusan Anda",
        choices=(("ya", "Setujui"), ("tidak", "Tolak")),
        widget=PilihanKartu(
            keterangan={
                "ya": ("✓", "Saya sudah memastikannya sendiri."),
                "tidak": ("✗", "Saya ragu, atau ada yang tidak cocok."),
            }
        ),
    )
    field_order = ("putusan", "alasan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "alasan"
        ].help_text = "Tulis bagaimana Anda memastikannya, atau mengapa Anda menolak."

    @property
    def setuju(self) -> bool:
        return bool(self.cleaned_data["putusan"] == "ya")


class FormKode(forms.Form):
    """Type in a printed code. It cleans to the bare symbols."""

    kode = forms.CharField(
        label="Kode dari kertas",
        max_length=40,
        help_text="Sepuluh huruf dan angka, misalnya 7K4M-92QX-T3.",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "isian--pendek",
            }
        ),
    )

    def clean_kode(self) -> str:
        return kode_cetak.baca_kode(self.cleaned_data["kode"])


class FormSandiDenganKode(SandiTampakMixin):
    """Choose a new password after a printed code."""

    sandi = SandiField(baru=True)

    def __init__(self, *args: Any, pengguna: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pengguna = pengguna

    def clean_sandi(self) -> str:
        sandi = self.cleaned_data["sandi"]
        validate_password(sandi, self.pengguna)
        return sandi
