"""Forms of the acts of aparat on a project: its words, and its stages."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import TeksFormField
from core.formulir.widgets import TanggalInput
from core.waktu import hari_ini
from proyek.bacaan.selesai import TETAP_BERALASAN
from proyek.bacaan.tahap import sudah_berpindah
from proyek.enums import PINTU_TAHAP, nama_tindakan
from proyek.forms.umum import bukan_masa_depan
from proyek.models import Proyek


class TahapForm(BentukMixin, forms.Form):
    """An act of the pelaksana: start, stop, resume, finish, hand over."""

    ke = forms.ChoiceField(label="Apa yang terjadi?", widget=forms.RadioSelect)
    tanggal = forms.DateField(
        label="Tanggal kejadian", widget=TanggalInput, validators=[bukan_masa_depan]
    )
    alasan = TeksFormField(
        label="Alasan atau keterangan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Diisi bila pekerjaan dihentikan. Semua orang dapat membacanya.",
    )

    dari = forms.CharField(required=False, widget=forms.HiddenInput)  # the stage that was seen
    tetap = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, proyek: Proyek, **kwargs: Any) -> None:
        self.proyek = proyek
        super().__init__(*args, **kwargs)
        self.fields["dari"].initial = proyek.tahap
        pilihan: Any = self.fields["ke"]
        pilihan.choices = [
            (ke, nama_tindakan(proyek.tahap, ke)) for ke in proyek.tahap_lewat_tindakan
        ]
        self.fields["tanggal"].initial = hari_ini

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        if berpindah := sudah_berpindah(self.proyek, isi.get("dari", "")):
            self._pilih_lagi(berpindah)
            return isi
        ke, tanggal = isi.get("ke"), isi.get("tanggal")
        if ke and PINTU_TAHAP[ke].alasan_wajib and not isi.get("alasan"):
            self.add_error(
                "alasan", "Tulis alasannya. Warga berhak tahu mengapa pekerjaan berhenti."
            )
        if tanggal and self.proyek.mulai_nyata and tanggal < self.proyek.mulai_nyata:
            self.add_error("tanggal", "Tanggal tidak boleh sebelum pekerjaan dimulai.")
        if isi.get("tetap") and not isi.get("alasan"):
            self.add_error("alasan", TETAP_BERALASAN)
        return isi

    def minta_sebab(self) -> None:
        """Let the page between ask for the reason: there it must not stay empty."""
        alasan: Any = self["alasan"]
        alasan.field.required, alasan.label = True, "Mengapa tetap dicatat selesai?"
        alasan.help_text = "Semua orang dapat membacanya."

    def _pilih_lagi(self, pesan: str) -> None:
        """Offer the acts of the present stage; what was typed stays."""
        self.errors.pop("ke", None)
        self.add_error(None, pesan)
        self.data = {nama: self.data.get(nama) for nama in self.data} | {"dari": self.proyek.tahap}


class BatalTahapForm(BentukMixin, forms.Form):
    """Takes back the last stage. `langkah` is the move that the person saw."""

    langkah = forms.IntegerField(widget=forms.HiddenInput)
    alasan = TeksFormField(
        label="Mengapa tahap itu keliru?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Semua orang membacanya, juga pengirim yang sudah dikabari.",
    )
