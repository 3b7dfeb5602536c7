"""Forms of money drawn from the till: recorded, reversed, set right."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin, SekaliMixin
from core.formulir.isian import RupiahFormField
from core.formulir.teks import BarisFormField
from core.formulir.widgets import TanggalInput
from core.waktu import hari_ini
from proyek.enums import TANPA_KAS
from proyek.forms.dana import PAGU_TERBESAR, PESAN_RUPIAH
from proyek.forms.umum import PindaianMixin, bukan_masa_depan
from proyek.models import Gerak, Proyek

KEMBALI = "kembali"


class JumlahMixin(forms.Form):
    """The rupiah that moved, and the day."""

    jumlah = RupiahFormField(
        label="Jumlah (rupiah)",
        min_value=0,
        max_value=PAGU_TERBESAR,
        error_messages=PESAN_RUPIAH,
    )
    tanggal = forms.DateField(label="Tanggal", widget=TanggalInput, validators=[bukan_masa_depan])

    def clean_jumlah(self) -> int:
        jumlah: int = self.cleaned_data["jumlah"]
        if jumlah == 0:
            raise forms.ValidationError("Jumlahnya harus lebih besar dari nol.")
        return jumlah


class PencairanForm(PindaianMixin, SekaliMixin, JumlahMixin):
    """Money drawn from the till for a project by SPP, or given back to it, with its scan."""

    nama_titipan = "PencairanForm"
    label_pindaian = "Bukti (PDF atau foto), boleh menyusul"

    apa = forms.ChoiceField(
        label="Apa yang terjadi?",
        choices=[
            ("cair", "Uang dicairkan dari kas dengan SPP"),
            (KEMBALI, "Uang dikembalikan ke kas"),
        ],
        initial="cair",
        widget=forms.RadioSelect,
    )
    pendanaan: Any = forms.ModelChoiceField(
        None, label="Sumber dana", empty_label="Pilih sumber dana"
    )
    keterangan = BarisFormField(
        label="Keterangan",
        max_length=200,
        required=False,
        help_text="Contoh: SPP nomor 12, tahap I.",
    )
    field_order = ("apa", "pendanaan", "jumlah", "tanggal", "keterangan", "pindaian")

    def __init__(self, *args: Any, proyek: Proyek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sumber: Any = self.fields["pendanaan"]
        sumber.queryset = proyek.pendanaan.exclude(sumber__in=TANPA_KAS)

    def isi(self) -> dict[str, Any]:
        """Return what `catat_pencairan` asks for."""
        isi = {n: self.cleaned_data[n] for n in ("pendanaan", "jumlah", "tanggal", "keterangan")}
        return isi | {"kembali": self.cleaned_data["apa"] == KEMBALI, "bukti": self.dokumen}


class BatalkanForm(BentukMixin, forms.Form):
    """Why a row of money is reversed. Everyone reads it."""

    alasan = BarisFormField(
        label="Apa yang salah?",
        max_length=500,
        help_text="Semua orang dapat membacanya. Contoh: salah memilih sumber dana.",
    )


class BetulkanForm(BatalkanForm, JumlahMixin):
    """The right sum and day of a row of money, and why the other one was wrong."""

    field_order = ("jumlah", "tanggal", "alasan")

    def __init__(self, *args: Any, gerak: Gerak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jumlah"].label = "Jumlah yang benar (rupiah)"
        self.fields["tanggal"].label = "Tanggal yang benar"
        self.fields["jumlah"].initial = abs(gerak.jumlah)
        self.fields["tanggal"].initial = gerak.tanggal or hari_ini()
