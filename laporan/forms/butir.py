"""The items of the work in the form of a report, from which the percent is worked out."""

from typing import Any

from django import forms

from core.templatetags.bentuk import persen
from laporan.bacaan.butir import ButirDitanya, butir_ditanya
from laporan.models import KemajuanButir, LaporanKemajuan
from laporan.models.butir import persen_menurut_butir

HITUNG = "Boleh dikosongkan: dihitung dari rincian pekerjaan di atas{kini}. "
SEMUA = "Isi juga bagian ini, 0 bila belum mulai; atau kosongkan semua bagian."


class ButirMixin(forms.BaseForm):
    """Form mixin with one percent per item of the project; none where it has no items. `instance`
    carries the project."""

    bersyarat: tuple[str, ...]
    instance: LaporanKemajuan
    butir: list[ButirDitanya]

    def pasang_butir(self, terakhir: LaporanKemajuan | None) -> None:
        """Add the fields; `terakhir` is the newest report that stands. The total may stay empty
        then, and starts empty where the items add up to it."""
        self.butir = butir_ditanya(self.instance, terakhir)
        kolom: Any = KemajuanButir._meta.get_field("persen")
        for satu in self.butir:
            self.fields[_nama(satu)] = kolom.formfield(
                label=f"{satu.butir.nama}: selesai berapa persen?",
                help_text=f"Bobot {persen(satu.bobot)}.",
                required=False,
                initial=satu.persen,
            )
        if self.butir:
            self._atur_jumlah()

    def _atur_jumlah(self) -> None:
        nama = [_nama(satu) for satu in self.butir]
        self.bersyarat = (*self.bersyarat, "persen", *nama)
        self.order_fields(["alasan_perbaikan", "periode", *nama])
        jumlah = self._jumlah({_nama(satu): satu.persen for satu in self.butir})
        if jumlah is not None and jumlah == self.instance.persen:
            self.initial["persen"] = None
        kini = "" if jumlah is None else f" (kini {persen(jumlah)})"
        self.fields["persen"].help_text = HITUNG.format(kini=kini) + self.fields["persen"].help_text

    @property
    def isian_butir(self) -> list[Any]:
        """Return the bound fields of the items."""
        return [self[_nama(satu)] for satu in self.butir]

    def periksa_butir(self, isi: dict[str, Any]) -> None:
        """Refuse items of which some are empty; work the percent out where it was left empty."""
        nama = [_nama(satu) for satu in self.butir]
        kosong = [satu for satu in nama if isi.get(satu) is None]
        for satu in kosong if kosong != nama else ():
            if not self.has_error(satu):
                self.add_error(satu, SEMUA)
        if isi.get("persen") is None and not isi.get("tanpa_kemajuan"):
            isi["persen"] = self._jumlah(isi)

    def kemajuan_butir(self) -> list[KemajuanButir]:
        """Return unsaved rows, one per item; none where they were left empty."""
        return self._baris(self.cleaned_data)

    def _jumlah(self, isi: dict[str, Any]) -> Any:
        baris = self._baris(isi)
        return persen_menurut_butir(baris) if baris else None

    def _baris(self, isi: dict[str, Any]) -> list[KemajuanButir]:
        if any(isi.get(_nama(satu)) is None for satu in self.butir):
            return []
        return [
            KemajuanButir(butir=satu.butir, bobot=satu.bobot, persen=isi[_nama(satu)])
            for satu in self.butir
        ]


def _nama(satu: ButirDitanya) -> str:
    return f"butir_{satu.butir.pk}"
