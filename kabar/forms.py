"""The forms that publish news, and that say how a person is told."""

from typing import Any

from django import forms

from core.formulir.forms import SekaliMixin
from kabar.enums import Jenis
from kabar.models import Kabar, PilihanPemberitahuan
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


class PilihanForm(forms.ModelForm):
    """How a person is told; `petugas` says whether they hold an office, whose letter and colleagues
    the last two are about."""

    class Meta:
        model = PilihanPemberitahuan
        fields = ["surat", "surat_meja", "wa_rekan"]
        labels = {
            "surat": "Kirimi saya surat harian tentang yang saya ikuti",
            "surat_meja": "Kirimi saya surat pagi tentang pekerjaan yang menunggu saya",
            "wa_rekan": "Rekan boleh menghubungi nomor HP saya lewat WhatsApp",
        }
        help_texts = {
            "surat": "Paling banyak sekali sehari, hanya bila ada yang baru.",
            "surat_meja": "Setiap pagi kerja, hanya bila ada yang baru atau terlambat.",
            "wa_rekan": "Bila ada pekerjaan yang menunggu Anda, aparat kampung Anda dan petugas "
            "kecamatan dapat membuka WhatsApp ke nomor Anda, dan melihat nomornya. Tanpa centang "
            "ini mereka memakai nomor kantor.",
        }

    def __init__(self, *args: Any, petugas: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not petugas:
            del self.fields["surat_meja"], self.fields["wa_rekan"]
