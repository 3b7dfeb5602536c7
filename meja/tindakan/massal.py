"""The act that routes several kiriman at once."""

from typing import Any
from uuid import UUID

from django import forms

from aspirasi.models import Aspirasi
from core.formulir.forms import BentukMixin
from core.formulir.teks import TeksFormField
from meja.services.massal import Hasil, teruskan_banyak
from meja.tindakan.tangani import Teruskan
from warga.enums import INSTANSI_DALAM
from warga.models import Instansi, Pengguna

TERBANYAK = 50


def dapat_diteruskan(oleh: Pengguna, jenis: str) -> list[Aspirasi]:
    """Return the kiriman of one kind that wait to be routed, the longest waiting first."""
    meja = Aspirasi.objects.untuk_meja(oleh).untuk_kartu()
    siap = meja.filter(status__in=Teruskan.dari(), jenis=jenis)
    return list(siap.order_by("dibuat", "pk")[:TERBANYAK])


class KirimanField(forms.TypedMultipleChoiceField):
    """Ticked kiriman by their acuan. A kiriman that was routed meanwhile is still accepted: the
    next page says what became of it, and the others go on."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=UUID, **kwargs)

    def valid_value(self, value: Any) -> bool:
        try:
            UUID(str(value))
        except ValueError:
            return False
        return True

    def clean(self, value: Any) -> list[UUID]:
        semua: list[UUID] = super().clean(value)
        if len(semua) > TERBANYAK:
            raise forms.ValidationError(f"Paling banyak {TERBANYAK} kiriman sekali jalan.")
        return semua


class TeruskanBanyak(BentukMixin, forms.Form):
    """The ticked kiriman, the office they go to, and one reason for all."""

    kiriman = KirimanField(label="Kiriman yang diteruskan")
    ke = forms.ModelChoiceField(
        label="Diteruskan kepada",
        queryset=Instansi.objects.filter(jenis__in=INSTANSI_DALAM).order_by("jenis", "nama"),
        required=False,
        empty_label="Pemerintah kampung masing-masing",
    )
    catatan = TeksFormField(
        label="Alasan dan catatan untuk instansi itu",
        min_length=3,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu alasan untuk semua yang dicentang. Hanya dibaca petugas.",
    )

    def __init__(self, *args: Any, jenis: str, oleh: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.jenis, self.oleh = jenis, oleh
        self.ada = dapat_diteruskan(oleh, jenis)
        kiriman = self.bidang("kiriman", KirimanField)
        kiriman.choices = [(str(a.acuan), _kata(a)) for a in self.ada]

    def lakukan(self) -> list[Hasil]:
        """Route each ticked kiriman and return what became of each."""
        return teruskan_banyak(
            pilihan=self.cleaned_data["kiriman"],
            jenis=self.jenis,
            ke=self.cleaned_data["ke"],
            catatan=self.cleaned_data["catatan"],
            oleh=self.oleh,
        )


def _kata(aspirasi: Aspirasi) -> str:
    kampung = f"Kampung {aspirasi.kampung.nama}" if aspirasi.kampung else "kampung belum diketahui"
    nomor = f", {aspirasi.nomor}" if aspirasi.nomor else ""
    sekarang = f", {aspirasi.get_status_display().lower()}"
    di = f" {aspirasi.ditangani.nama}" if aspirasi.ditangani else ""
    return f"{aspirasi.judul} ({kampung}{nomor}{sekarang}{di})"
