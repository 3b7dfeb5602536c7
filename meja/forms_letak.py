"""Forms of the acts about the place of a kiriman."""

from django import forms

from aspirasi.forms.isian import IsiField
from meja.forms import TindakanForm


class TepatkanForm(TindakanForm):
    """Which place was looked at: one that the sender moved since is not shown by this."""

    sejak = forms.DateTimeField(
        widget=forms.HiddenInput,
        error_messages={
            "required": "Muat ulang halaman ini, lalu lihat petanya sekali lagi.",
            "invalid": "Muat ulang halaman ini, lalu lihat petanya sekali lagi.",
        },
    )

    def siapkan(self) -> None:
        sejak = self.aspirasi.letak_menunggu_pada
        self.fields["sejak"].initial = sejak.isoformat() if sejak else ""


class BulatkanForm(TindakanForm):
    """Why it is no public place."""

    alasan = IsiField(
        label="Alasannya",
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Misalnya “penandanya tepat di sebuah rumah”. Pengirim membacanya.",
    )
