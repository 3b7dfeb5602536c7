"""Forms of printed codes: handing one out, and using one."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from core.widgets import PilihanKartu
from warga import kode as kode_cetak
from warga import services
from warga.enums import TujuanKode
from warga.forms.isian import KontakField, SandiField, SandiTampakMixin
from warga.models import KodeCetak, Pengguna


class FormCariOrang(forms.Form):
    """Find an account by its exact phone number or e-mail."""

    kontak = KontakField(
        label="Nomor HP atau e-mail orang itu",
        help_text="Harus sama persis dengan yang dipakai di akunnya.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )


class FormBeriKode(forms.Form):
    """What the code is for, and that the person stands in front of the official."""

    tujuan = forms.ChoiceField(
        label="Kode ini untuk apa?",
        choices=TujuanKode,
        widget=PilihanKartu(
            keterangan={
                TujuanKode.AKTIVASI: (
                    "☎",
                    "Telepon nomornya sekarang. HP orang itu harus berbunyi di depan Anda.",
                ),
                TujuanKode.SANDI: (
                    "✎",
                    "Hanya untuk orang yang Anda kenal atau yang menunjukkan kartu pengenal.",
                ),
            }
        ),
    )
    hadir = forms.BooleanField(
        label="Pemilik akun ini ada di depan saya",
        error_messages={"required": "Kode hanya diserahkan langsung kepada pemilik akunnya."},
    )

    def clean_tujuan(self) -> TujuanKode:
        return TujuanKode(self.cleaned_data["tujuan"])


class FormKode(forms.Form):
    """Type in a printed code; `form.baris` is the code that fits."""

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

    baris: KodeCetak | None = None

    def clean_kode(self) -> str:
        kode = kode_cetak.baca_kode(self.cleaned_data["kode"])
        self.baris = services.cari_kode(kode)
        if self.baris is None:
            raise ValidationError(
                "Kode ini tidak cocok, sudah dipakai, atau lewat 14 hari. Periksa lagi "
                "tulisannya, atau minta kode baru."
            )
        return kode


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


class FormAlasan(forms.Form):
    """A reason, for acts of an admin that are written into the trail."""

    alasan = forms.CharField(
        label="Alasan", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_alasan(self) -> str:
        return " ".join(self.cleaned_data["alasan"].split())
