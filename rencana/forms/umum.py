"""Parts that the forms of plans share."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin, SekaliMixin
from core.formulir.teks import BarisFormField, TeksFormField
from core.formulir.widgets import TanggalInput
from proyek.forms.umum import bukan_masa_depan, tanggal_wajar
from rencana.models import Rencana
from rencana.services.catatan import Sebab

TANGGAL = "Tanggal ini tidak dapat dibaca. Contoh: 24-11-2026."


def hari(label: str, *, lalu: bool = False, **isi: Any) -> forms.DateField:
    """Return a field for a day; `lalu`: it cannot lie in the future."""
    return forms.DateField(
        label=label,
        widget=TanggalInput,
        validators=[bukan_masa_depan if lalu else tanggal_wajar],
        error_messages={"invalid": TANGGAL},
        **isi,
    )


def kolom_alasan(label: str = "Alasannya", **isi: Any) -> BarisFormField:
    return BarisFormField(
        label=label,
        max_length=500,
        **({"help_text": "Semua orang membacanya. Jangan menulis nama orang."} | isi),
    )


class SebabMixin(SekaliMixin):
    """Form mixin: why a plan changes once everyone reads it, and the paper once it is set."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]

    def pasang_sebab(self, rencana: Rencana) -> None:
        """Ask for what the state of the plan needs."""
        if not rencana.draf:
            self.fields["alasan"] = kolom_alasan("Mengapa diubah?")
        if rencana.tetap:
            self.fields["nomor_surat"] = BarisFormField(
                label="Nomor surat yang mengubahnya",
                max_length=80,
                help_text="Misalnya Peraturan Kampung tentang perubahan RKP.",
            )
            self.fields["tanggal_surat"] = hari("Tanggal surat", lalu=True)

    def sebab(self) -> Sebab:
        """Return the reason and the paper that were typed."""
        data = self.cleaned_data
        nama = ("alasan", "nomor_surat", "tanggal_surat")
        return Sebab(**{satu: data[satu] for satu in nama if satu in data})


class AlasanForm(BentukMixin, forms.Form):
    """One reason that everyone reads; `wajib` says whether it is needed."""

    alasan = kolom_alasan()

    def __init__(self, *args: Any, wajib: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alasan"].required = wajib


class SampaiForm(BentukMixin, forms.Form):
    """The last day of questions; with `beralasan` also why it changes."""

    sampai = hari("Warga dapat bertanya sampai", help_text="Paling sedikit tiga hari lagi.")

    def __init__(self, *args: Any, beralasan: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if beralasan:
            self.fields["alasan"] = kolom_alasan()


class BicaraForm(BentukMixin, forms.Form):
    """The result of a closed talk, and its day."""

    hasil = TeksFormField(
        label="Yang disepakati",
        min_length=10,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hanya hasil ini yang tampil untuk umum. Jangan menyebut nama atau rumah orang.",
    )
    tanggal = hari("Tanggal kesepakatan", lalu=True)
