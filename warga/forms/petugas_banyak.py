"""The forms of a list of officials: the file, and one row of fields for each person."""

from collections.abc import Mapping
from typing import Any

from django import forms

from core.berkas.tabel_masuk import MAKS_BYTE, TERLALU_BESAR
from core.formulir.forms import BentukMixin
from warga.bacaan.daftar_petugas import TERBANYAK
from warga.forms.petugas import FormPetugas

KEMBAR = "Nomor atau e-mail ini sudah ada di baris lain daftar ini."


class BerkasPetugasForm(BentukMixin, forms.Form):
    """The table that somebody sent."""

    berkas = forms.FileField(
        label="Berkas (Excel .xlsx atau CSV)",
        help_text=f"Satu baris satu orang, paling banyak {TERBANYAK}. Berkasnya tidak disimpan.",
    )

    def clean_berkas(self) -> Any:
        berkas = self.cleaned_data["berkas"]
        if berkas.size > MAKS_BYTE:
            raise forms.ValidationError(TERLALU_BESAR)
        return berkas


class BarisPetugasForm(BentukMixin, FormPetugas):
    """One official of the list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.empty_permitted = False
        for nama in ("jabatan", "kontak"):
            self.fields[nama].help_text = ""


class DasarBarisFormSet(forms.BaseFormSet):
    """Rows that all have to be right."""

    default_error_messages = {
        "missing_management_form": "Daftarnya tidak lengkap terkirim. Unggah berkasnya lagi.",
        "too_many_forms": f"Paling banyak {TERBANYAK} orang sekali kirim.",
    }

    def clean(self) -> None:
        """Refuse a contact that stands twice in the list."""
        ada: set[str] = set()
        for form in self.forms:
            kontak = getattr(form, "cleaned_data", {}).get("kontak")
            if kontak in ada:
                form.add_error("kontak", KEMBAR)
            elif kontak:
                ada.add(kontak)

    def tolak(self, masalah: Mapping[int, str]) -> None:
        """Put each sentence beside its row, by its place in the list."""
        for nomor, kata in masalah.items():
            self.forms[nomor].add_error(None, kata)


BarisPetugasFormSet = forms.formset_factory(
    BarisPetugasForm,
    formset=DasarBarisFormSet,
    extra=0,
    max_num=TERBANYAK,
    validate_max=True,
    absolute_max=TERBANYAK + 1,
)


def terisi(baris: list[dict[str, str]]) -> Any:
    """Return the rows as a sent form, so that each says at once what is wrong with it."""
    data = {"form-TOTAL_FORMS": str(len(baris)), "form-INITIAL_FORMS": "0"}
    for nomor, isi in enumerate(baris):
        data |= {f"form-{nomor}-{nama}": nilai for nama, nilai in isi.items()}
    return BarisPetugasFormSet(data)
