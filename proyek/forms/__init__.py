"""Forms of projects and decisions."""

from proyek.forms.gabungan import FormulirBuka, FormulirKeputusan
from proyek.forms.tindakan import PencairanForm, TahapForm

__all__ = ["FormulirBuka", "FormulirKeputusan", "PencairanForm", "TahapForm"]
