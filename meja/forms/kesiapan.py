"""The forms of the list of what is ready."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import BarisFormField
from core.formulir.widgets import TanggalInput
from core.waktu import hari_ini
from proyek.forms.umum import bukan_masa_depan, tanggal_wajar
from warga.models import Kesiapan

KOLOM = ("tanggal", "surat", "keterangan")


class SiapForm(BentukMixin, forms.Form):
    """The day and the paper by which a line is done."""

    tanggal = forms.DateField(
        label="Tanggal surat atau latihan",
        widget=TanggalInput,
        validators=[tanggal_wajar, bukan_masa_depan],
    )
    surat = BarisFormField(
        label="Nomor surat, atau siapa yang ikut",
        max_length=120,
        help_text="Misalnya “138/12/KPTS/2026”, atau “operator dan sekretaris, 2 orang”.",
    )
    keterangan = BarisFormField(label="Keterangan", max_length=300, required=False)

    def __init__(self, *args: Any, lama: Kesiapan | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tanggal"].initial = lama.tanggal if lama else hari_ini
        if lama:
            self.fields["surat"].initial = lama.surat
            self.fields["keterangan"].initial = lama.keterangan


class AlasanCabutForm(BentukMixin, forms.Form):
    """Why something is taken back."""

    alasan = BarisFormField(
        label="Mengapa?", max_length=300, help_text="Petugas kecamatan membacanya."
    )
