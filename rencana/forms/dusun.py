"""The form of the paper list of a musyawarah dusun."""

from typing import Any

from django import forms

from core.formulir.isian import BilanganFormField
from core.formulir.widgets import TanggalInput
from proyek.forms.umum import bukan_masa_depan
from rencana.forms.umum import SebabMixin
from rencana.models import MusyawarahDusun, Rencana
from rencana.models.dusun import SUARA_TERBANYAK


class DusunForm(SebabMixin, forms.ModelForm):
    """Day, dusun and numbers of people, and for each row `l_<pk>` men and `p_<pk>` women."""

    class Meta:
        model = MusyawarahDusun
        fields = ("dusun", "tanggal", "hadir_l", "hadir_p")
        widgets = {"tanggal": TanggalInput}
        help_texts = {"dusun": "Misalnya “Dusun 3”. Jangan menulis nama orang."}

    def __init__(self, *args: Any, rencana: Rencana, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.rencana = rencana
        self.fields["tanggal"].validators.append(bukan_masa_depan)
        self.baris = list(rencana.baris.select_related("proyek").order_by("urutan"))
        ada = {s.baris_id: s for s in self.instance.suara.all()} if self.instance.pk else {}
        for satu in self.baris:
            self._pasang(satu.pk, ada.get(satu.pk))
        self.pasang_sebab(rencana)

    def _pasang(self, kunci: int, ada: Any) -> None:
        for awal, label, kolom in (("l", "Laki-laki", "laki"), ("p", "Perempuan", "perempuan")):
            nama = f"{awal}_{kunci}"
            self.fields[nama] = BilanganFormField(
                label=label, required=False, min_value=0, max_value=SUARA_TERBANYAK
            )
            self.initial[nama] = getattr(ada, kolom, None)

    @property
    def per_baris(self) -> list[tuple[Any, Any, Any]]:
        """Return each row with its two fields."""
        return [(satu, self[f"l_{satu.pk}"], self[f"p_{satu.pk}"]) for satu in self.baris]

    @property
    def tentang(self) -> list[Any]:
        """Return the other fields, in their order."""
        kunci = {f"{awal}_{satu.pk}" for satu in self.baris for awal in "lp"}
        return [satu for satu in self.visible_fields() if satu.name not in kunci]

    def suara(self) -> dict[int, tuple[int, int]]:
        data = self.cleaned_data
        return {
            satu.pk: (data.get(f"l_{satu.pk}") or 0, data.get(f"p_{satu.pk}") or 0)
            for satu in self.baris
        }
