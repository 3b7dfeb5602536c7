"""Forms of official answers to checks of residents and notes of the BPK Kampung."""

from typing import Any

from django import forms

from core.formulir.forms import KunciFormField, SekaliMixin
from core.formulir.teks import BarisFormField, TeksFormField
from laporan.models import Tanggapan
from proyek.forms.umum import TetapHitamMixin


class TanggapanField(TeksFormField):
    """The words of an answer."""

    def __init__(self) -> None:
        super().__init__(
            label="Tanggapan kantor Anda",
            max_length=3000,
            widget=forms.Textarea(attrs={"rows": 5}),
            help_text="Semua orang membacanya, dengan jabatan Anda, tanpa nama Anda. Jangan tulis "
            "nama atau alamat rumah orang.",
        )


class TanggapiForm(SekaliMixin, forms.Form):
    """An answer."""

    isi = TanggapanField()


class PerbaikiTanggapanForm(TetapHitamMixin, forms.Form):
    """Other words for an answer, and why they are better."""

    isi = TanggapanField()
    alasan = BarisFormField(
        label="Mengapa diperbaiki?",
        max_length=300,
        help_text="Semua orang membacanya, bersama tanggapan yang lama.",
    )

    def __init__(self, data: Any = None, *, tanggapan: Tanggapan) -> None:
        super().__init__(data, initial={"isi": tanggapan.isi})
        self.fields["kunci"] = KunciFormField()
        self.pasang_hitam(tanggapan.hal)
