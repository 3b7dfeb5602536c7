"""Forms of the acts about the place of a kiriman."""

from django import forms

from aspirasi.forms.isian import IsiField
from meja.forms import DilihatForm, TindakanForm


class TepatkanForm(DilihatForm):
    """Show this place exactly; one that the sender moved since is another."""

    waktu_dari = "letak_menunggu_pada"


class BulatkanForm(TindakanForm):
    """Why it is no public place."""

    alasan = IsiField(
        label="Alasannya",
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Misalnya “penandanya tepat di sebuah rumah”. Pengirim membacanya.",
    )
