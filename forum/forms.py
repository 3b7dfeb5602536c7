"""Forms of the forum."""

from django import forms

from core.formulir.forms import SekaliMixin
from forum.models import Balasan, Ruang, Topik


class TopikForm(SekaliMixin, forms.ModelForm):
    """A new topic."""

    ruang = forms.ModelChoiceField(
        label="Ruang", queryset=Ruang.objects.all(), to_field_name="slug", empty_label="Pilih ruang"
    )

    class Meta:
        model = Topik
        fields = ["ruang", "judul", "isi"]
        labels = {"judul": "Judul", "isi": "Isi"}
        help_texts = {
            "judul": "Satu kalimat pendek. Contoh: Jam musyawarah yang ramah ibu dan lansia.",
            "isi": "Jangan menulis nomor HP, NIK, atau alamat rumah orang lain.",
        }
        widgets = {"isi": forms.Textarea(attrs={"rows": 8})}


class BalasanForm(SekaliMixin, forms.ModelForm):
    """A reply."""

    class Meta:
        model = Balasan
        fields = ["isi"]
        labels = {"isi": "Balasan Anda"}
        help_texts = {"isi": "Jangan menulis nomor HP, NIK, atau alamat rumah orang lain."}
        widgets = {"isi": forms.Textarea(attrs={"rows": 5})}
