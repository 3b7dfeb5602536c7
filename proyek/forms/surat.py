"""Forms of the scans of a decision, and of the word of its kakam."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin, KunciFormField
from core.formulir.teks import TeksFormField
from core.moderasi.forms import AlasanTarikField
from proyek.forms.umum import PindaianMixin
from proyek.models import PindaianKeputusan

KOSONG = "Kosongkan bila suratnya cukup ditarik."


class PindaianKeputusanForm(PindaianMixin, forms.ModelForm):
    """One more scan of a decision, with its kind and words."""

    nama_titipan = "PindaianKeputusanForm"
    bersyarat = ("pindaian",)

    class Meta:
        model = PindaianKeputusan
        fields = ["jenis", "keterangan"]
        help_texts = {"keterangan": "Contoh: halaman tanda tangan, atau lampiran gambar."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kunci"] = KunciFormField()


class TarikPindaianForm(PindaianMixin, forms.Form):
    """The reason for taking a scan down, and the scan that takes its place, if there is one."""

    nama_titipan = "TarikPindaianForm"
    label_pindaian = "Pindaian penggantinya (boleh kosong)"

    def __init__(self, *args: Any, mengganti: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alasan"] = AlasanTarikField()
        if not mengganti:
            del self.fields["pindaian"], self.fields["titipan"]
        self.order_fields(["alasan"])


class SanggahForm(BentukMixin, forms.Form):
    """Why the kakam says that they did not decide this."""

    alasan = TeksFormField(
        label="Mengapa tidak benar",
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Semua orang membacanya bila keputusan ini tampil untuk umum. Contoh: nomor "
        "surat itu milik keputusan lain.",
    )
