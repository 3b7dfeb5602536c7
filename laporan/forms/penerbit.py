"""The kakam's answer to "Siapa yang menerbitkan laporan kampung?"."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from laporan.bacaan.penerbit import calon, jawaban
from laporan.models import PenetapanPenerbit
from warga.models import Pengguna


class PenerbitForm(BentukMixin, forms.Form):
    """The aparat who publish beside the kakam. Ticked first: those whom the kakam named, or, while
    nobody answered, the sekretaris."""

    orang = forms.MultipleChoiceField(
        label="Selain Anda, siapa yang boleh menerbitkan?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tidak mencentang siapa pun berarti hanya Anda yang menerbitkan.",
        error_messages={
            "invalid_choice": "Salah satu orang itu bukan lagi aparat kampung ini. Muat ulang "
            "halaman, lalu pilih lagi."
        },
    )

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        semua = calon(oleh.kampung_id)
        pilihan: Any = self.fields["orang"]
        pilihan.choices = [(str(satu.pk), sebut(satu)) for satu in semua]
        pilihan.initial = [str(pk) for pk in _mula(oleh, semua)]

    def dipilih(self) -> list[int]:
        """Return the keys of the accounts that were ticked."""
        return [int(satu) for satu in self.cleaned_data["orang"]]


def sebut(orang: Any) -> str:
    """Return a person as the list names them: "Sri, Sekretaris Kampung"."""
    jabatan = orang.sebagai_jabatan
    return f"{orang.nama}, {jabatan.get_nama_display() if jabatan else 'aparat kampung'}"


def _mula(oleh: Pengguna, semua: list[Pengguna]) -> list[int]:
    if jawaban(oleh.kampung_id):
        ditunjuk = PenetapanPenerbit.objects.ditunjuk(oleh.kampung_id)
        return list(ditunjuk.values_list("pengguna", flat=True))
    return [satu.pk for satu in semua if getattr(satu, "baku", False)]
