"""Forms of the questions that the kecamatan asks a kampung."""

from django import forms

from aspirasi.forms.isian import IsiField
from core.formulir.forms import BentukMixin


class TinjauPermintaanForm(BentukMixin, forms.Form):
    """The words of a question, to be corrected."""

    pertanyaan = IsiField(
        label="Kata-kata pertanyaannya",
        min_length=3,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dibaca kampung. Hapus yang mengutip atau menunjuk kepada pengirim.",
    )


class JawabPermintaanForm(BentukMixin, forms.Form):
    """The answer of the kampung."""

    jawaban = IsiField(
        label="Jawaban kampung",
        min_length=3,
        help_text="Hanya dibaca petugas kecamatan. Sesudah dikirim tidak dapat diubah.",
    )
