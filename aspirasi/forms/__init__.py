"""Forms of senders."""

from aspirasi.forms.hak import HapusForm, JangkauanForm, KontakForm
from aspirasi.forms.kirim import KirimForm
from aspirasi.forms.kiriman import (
    BalasForm,
    BelumForm,
    FotoForm,
    KodePinForm,
    LacakForm,
    PinForm,
)
from aspirasi.forms.letak import LetakForm
from aspirasi.forms.serupa import IkutForm, KetikanForm
from aspirasi.forms.titipan import TitipanForm

__all__ = [
    "BalasForm",
    "BelumForm",
    "FotoForm",
    "HapusForm",
    "IkutForm",
    "JangkauanForm",
    "KetikanForm",
    "KirimForm",
    "KodePinForm",
    "KontakForm",
    "LacakForm",
    "LetakForm",
    "PinForm",
    "TitipanForm",
]
