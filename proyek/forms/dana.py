"""Rows of money: one source and one budget year each."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.functional import cached_property

from core.formulir.forms import BentukMixin
from core.formulir.isian import RupiahFormField
from core.waktu import hari_ini
from proyek.enums import SumberDana
from proyek.forms.umum import sebut_kosong
from proyek.models import Pendanaan, Proyek

PAGU_TERBESAR = 10**12  # rupiah; a slip of zeros, not a limit of the law
BARIS_TERBANYAK = len(SumberDana)
PESAN_RUPIAH = {
    "min_value": "Jumlah uang tidak boleh kurang dari nol.",
    "max_value": "Jumlah uang ini terlalu besar. Periksa jumlah nolnya.",
}
KEMBAR = "Sumber dana dan tahun ini sudah ada di atas. Jumlahkan menjadi satu."
SUDAH_ADA = "Sumber dana dan tahun ini sudah tercatat untuk proyek ini."


class DanaForm(BentukMixin, forms.ModelForm):
    """One source of money of a project."""

    pagu = RupiahFormField(label="Anggaran (rupiah)", min_value=0, error_messages=PESAN_RUPIAH)

    class Meta:
        model = Pendanaan
        fields = ["sumber", "tahun"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tahun = self.fields["tahun"]
        tahun.initial = hari_ini().year
        tahun.widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "isian--pendek"})
        sebut_kosong(self.fields["sumber"], "Pilih sumber dana")

    def has_changed(self) -> bool:
        """Return whether anything was filled in. The year alone does not count: it stands in every
        empty row, and is another one when a form from before New Year is sent afterwards."""
        return bool(set(self.changed_data) - {"tahun"})

    def clean_pagu(self) -> int:
        pagu: int = self.cleaned_data["pagu"]
        if pagu == 0:
            raise forms.ValidationError("Anggaran harus lebih besar dari nol.")
        if pagu > PAGU_TERBESAR:
            raise forms.ValidationError("Anggaran ini terlalu besar. Periksa jumlah nolnya.")
        return pagu

    def pendanaan(self) -> Pendanaan:
        """Return the unsaved source, with its anggaran."""
        baris: Pendanaan = self.save(commit=False)
        baris.pagu = self.cleaned_data["pagu"]
        return baris

    def clean_tahun(self) -> int:
        tahun: int = self.cleaned_data["tahun"]
        if abs(tahun - hari_ini().year) > 10:
            raise forms.ValidationError("Tahun anggaran ini tidak wajar. Periksa lagi.")
        return tahun


class DasarDanaFormSet(forms.BaseFormSet):
    """Rows that may stay empty. Sources and years that `proyek` already has are refused."""

    default_error_messages = {
        "missing_management_form": "Bagian uang tidak lengkap terkirim. Periksa, lalu kirim lagi.",
        "too_many_forms": f"Paling banyak {BARIS_TERBANYAK} sumber dana sekali kirim.",
    }

    data: Any
    _errors: list[Any]

    def __init__(
        self, data: Any = None, *, proyek: Proyek | None = None, awal: Sequence[Any] = ()
    ) -> None:
        """`awal`: (sumber, tahun, rupiah) with which the rows start."""
        self.proyek, self.awal = proyek, awal
        self.extra = max(self.extra, len(awal))
        super().__init__(data, prefix="dana")

    @cached_property
    def sudah_ada(self) -> frozenset[tuple[str, int]]:
        """Return the sources and years that the project has already."""
        if self.proyek is None:
            return frozenset()
        return frozenset(self.proyek.pendanaan.values_list("sumber", "tahun"))

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Start the first rows with `awal`. A sent row has no such words of its own: one that was
        left as it stood counts, too."""
        if self.is_bound or index is None or index >= len(self.awal):
            return super().get_form_kwargs(index)
        isi = dict(zip(("sumber", "tahun", "pagu"), self.awal[index], strict=True))
        return super().get_form_kwargs(index) | {"initial": isi}

    def clean(self) -> None:
        di_atas = set()
        for form in self.forms:
            kunci = (form.cleaned_data.get("sumber"), form.cleaned_data.get("tahun"))
            if form.has_changed() and None not in kunci:
                if kunci in self.sudah_ada or kunci in di_atas:
                    form.add_error("sumber", SUDAH_ADA if kunci in self.sudah_ada else KEMBAR)
                di_atas.add(kunci)

    def tanpa_galat(self) -> None:
        """Let the rows be shown without judging them yet."""
        self._errors = []
        self._non_form_errors = self.error_class()

    def tambah_baris(self) -> None:
        """Show one row more and keep the typed words, without judging them yet."""
        nama = f"{self.prefix}-TOTAL_FORMS"
        jumlah = min(len(self.forms) + 1, BARIS_TERBANYAK)
        self.data = self.data.copy()
        self.data[nama] = str(jumlah)
        self.data.setdefault(f"{self.prefix}-{jumlah - 1}-tahun", str(hari_ini().year))
        for turunan in ("forms", "management_form"):
            self.__dict__.pop(turunan, None)

    @property
    def penuh(self) -> bool:
        return len(self.forms) >= BARIS_TERBANYAK

    def baris(self) -> list[Pendanaan]:
        """Return the unsaved rows that were filled in."""
        return [form.pendanaan() for form in self.forms if form.has_changed()]

    @property
    def ringkasan_galat(self) -> list[tuple[str, str, str]]:
        semua = [("", "", str(pesan)) for pesan in self.non_form_errors()]
        for nomor, form in enumerate(self.forms, start=1):
            semua += [(i, f"Baris {nomor}, {lbl}", pesan) for i, lbl, pesan in form.ringkasan_galat]
        return semua


DanaFormSet: Any = forms.formset_factory(
    DanaForm,
    formset=DasarDanaFormSet,
    extra=3,
    max_num=BARIS_TERBANYAK,
    absolute_max=BARIS_TERBANYAK,
)


def tanpa_galat(form: Any) -> None:
    """Let a bound form be shown with the typed words, without judging them."""
    form._errors = ErrorDict()
