"""Parts that the forms of help share."""

from typing import Any

from django import forms

from core.formulir.isian import AngkaFormField, RupiahFormField
from core.formulir.teks import BarisFormField, TeksFormField
from core.formulir.widgets import TanggalInput
from core.jaga.rekening import tanpa_rekening
from mitra.enums import JenisBantuan
from proyek.forms.umum import bukan_masa_depan, tanggal_wajar
from proyek.models import Proyek
from warga.models import Kampung

TERBESAR = 10**12
TANGGAL = "Tanggal ini tidak dapat dibaca. Contoh: 24-11-2026."
PERLU_SATUAN = "Tulis satuannya, misalnya sak, orang, atau hari."


def hari(label: str, *, lalu: bool = False, **isi: Any) -> forms.DateField:
    """Return a field for a day; `lalu`: it cannot lie in the future."""
    return forms.DateField(
        label=label,
        widget=TanggalInput,
        validators=[bukan_masa_depan if lalu else tanggal_wajar],
        error_messages={"invalid": TANGGAL},
        **isi,
    )


def baris(label: str, terbanyak: int, **isi: Any) -> BarisFormField:
    """Return a field of one line that everyone may read: no account number stands in it."""
    return BarisFormField(label=label, max_length=terbanyak, validators=[tanpa_rekening], **isi)


def tulisan(label: str, terbanyak: int, **isi: Any) -> TeksFormField:
    """Return a field of several lines without account numbers."""
    gaya = forms.Textarea(attrs={"rows": 4})
    return TeksFormField(
        label=label, max_length=terbanyak, validators=[tanpa_rekening], **({"widget": gaya} | isi)
    )


def alasan(label: str = "Alasannya", **isi: Any) -> BarisFormField:
    asal: dict[str, Any] = {"help_text": "Semua orang membacanya. Jangan menulis nama orang."}
    return baris(label, 500, **(asal | isi))


def banyak(label: str, **isi: Any) -> AngkaFormField:
    asal: dict[str, Any] = {"max_digits": 15, "decimal_places": 2, "max_value": TERBESAR}
    return AngkaFormField(label=label, **(asal | isi))


def nilai() -> RupiahFormField:
    return RupiahFormField(
        label="Perkiraan nilainya dalam rupiah",
        required=False,
        min_value=0,
        max_value=TERBESAR,
        help_text="Taksiran saja.",
    )


def pilih_proyek(kampung: Kampung) -> Any:
    """Return a choice among the projects of a kampung that are not over, or none."""
    milik = Proyek.objects.berlaku().filter(kampung=kampung).order_by("-pk")
    return forms.ModelChoiceField(
        milik, label="Untuk proyek", required=False, empty_label="Bukan untuk satu proyek"
    )


def rapikan_satuan(form: Any) -> None:
    """Give money its unit, and ask for that of anything else with a quantity."""
    data = form.cleaned_data
    if data.get("jenis") == JenisBantuan.UANG:
        data["satuan"] = "rupiah"
    elif data.get("jumlah") is not None and not data.get("satuan"):
        form.add_error("satuan", PERLU_SATUAN)
