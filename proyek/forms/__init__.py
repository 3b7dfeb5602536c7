"""Forms of projects and decisions."""

from proyek.forms.gabungan import FormulirBuka, FormulirKeputusan
from proyek.forms.tindakan import KeteranganForm, PencairanForm, TahapForm

__all__ = ["FormulirBuka", "FormulirKeputusan", "KeteranganForm", "PencairanForm", "TahapForm"]
