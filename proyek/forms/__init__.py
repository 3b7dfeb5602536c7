"""Forms of projects and decisions."""

from proyek.forms.gabungan import FormulirBuka, FormulirKeputusan
from proyek.forms.muda import CabutForm
from proyek.forms.tindakan import BatalTahapForm, KeteranganForm, PencairanForm, TahapForm

__all__ = [
    "BatalTahapForm",
    "CabutForm",
    "FormulirBuka",
    "FormulirKeputusan",
    "KeteranganForm",
    "PencairanForm",
    "TahapForm",
]
