"""Forms of projects and decisions."""

from proyek.forms.gabungan import FormulirBuka, FormulirKeputusan
from proyek.forms.keterangan import KeteranganForm
from proyek.forms.muda import CabutForm
from proyek.forms.pencairan import BatalkanForm, BetulkanForm, PencairanForm
from proyek.forms.tindakan import BatalTahapForm, TahapForm

__all__ = [
    "BatalTahapForm",
    "BatalkanForm",
    "BetulkanForm",
    "CabutForm",
    "FormulirBuka",
    "FormulirKeputusan",
    "KeteranganForm",
    "PencairanForm",
    "TahapForm",
]
