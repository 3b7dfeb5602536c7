"""The form that publishes news."""

from typing import Any

from django import forms

from core.formulir.forms import SekaliMixin
from kabar.enums import Jenis
from kabar.models import Kabar
from warga.models import Kampung, Pengguna
from warga.rules import adalah_kecamatan


class KabarForm(SekaliMixin, forms.ModelForm):
    """News by `oleh`: the kecamatan chooses the place, others write for their own kampung."""

    kampung = forms.ModelChoiceField(
        label="Untuk siapa",
        queryset=Kampung.objects.all(),
        to_field_name="slug",
        required=False,
        empty_label="Seluruh kecamatan",
    )
    jenis = forms.ChoiceField(label="Jenis", choices=Jenis.choices, widget=forms.RadioSelect)

    class Meta:
        model = Kabar
        fields = ["jenis", "judul", "isi", "kampung"]
        help_texts = {
            "judul": "Satu kalimat yang memuat inti kabar.",
            "isi": "Baris kosong memisahkan paragraf. **Tebal** dengan dua bintang, daftar dengan "
            "tanda - di awal baris. Jangan memuat data pribadi warga.",
        }
        widgets = {"isi": forms.Textarea(attrs={"rows": 12})}

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not adalah_kecamatan(oleh):
            del self.fields["kampung"]
            self.instance.kampung = oleh.kampung
