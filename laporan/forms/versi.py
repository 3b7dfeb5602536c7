"""A draft that changed since its form was opened is not overwritten unseen."""

import hashlib
from typing import Any

from django import forms

DIUBAH = (
    "Draf ini sudah berubah sejak halaman ini dibuka, oleh rekan atau dari perangkat lain. Isian "
    "Anda masih ada di bawah dan belum tersimpan. Kirim sekali lagi bila isian ini yang berlaku."
)
BUKAN_ISI = frozenset({"foto", "tahap", "keterangan", "kunci", "versi"})  # no words of the draft


class VersiMixin(forms.BaseForm):
    """Form mixin with the hidden field `versi`, the fingerprint of what the draft held."""

    instance: Any

    def pasang_versi(self) -> None:
        """Add the field, after all others."""
        isi = sorted((nama, self._semula(nama)) for nama in self.fields.keys() - BUKAN_ISI)
        self.versi_kini = hashlib.sha256(repr(isi).encode()).hexdigest()[:16]
        self.fields["versi"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=self.versi_kini
        )

    def periksa_versi(self, isi: dict[str, Any]) -> None:
        """Refuse other words than those of a draft that changed since. The form then carries the
        new version, so that the same words pass when they are sent once more."""
        dilihat = isi.get("versi")
        if not self.instance.pk or not dilihat or dilihat == self.versi_kini:
            return
        data: Any = self.data
        self.data = data = data.copy()
        data["versi"] = self.versi_kini
        if any(self._berbeda(nama) for nama in self.fields.keys() - BUKAN_ISI):
            self.add_error(None, DIUBAH)

    def _semula(self, nama: str) -> str:
        nilai = self.get_initial_for_field(self.fields[nama], nama)
        return "" if nilai in (None, False) else str(nilai)

    def _berbeda(self, nama: str) -> bool:
        isian: Any = self[nama]
        return isian._has_changed() and str(isian.data or "") != self._semula(nama)
