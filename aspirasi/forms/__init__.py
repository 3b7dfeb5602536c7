"""Forms of senders."""

from aspirasi.forms.kirim import KirimForm
from aspirasi.forms.kiriman import BalasForm, BelumForm, FotoForm, LacakForm

__all__ = ["BalasForm", "BelumForm", "FotoForm", "KirimForm", "LacakForm"]
