"""The money in the form of a report: what was spent from each source, and on what."""

from typing import Any

from django import forms

from core.formulir.isian import RupiahFormField
from core.templatetags.bentuk import angka
from laporan.bacaan.bantuan import kata_uang
from laporan.models import LaporanKemajuan, Realisasi, RincianBelanja
from laporan.services.tulis import RINCIAN_LEBIH, nomor_serentang
from proyek.enums import JenisBelanja
from proyek.models import Pendanaan
from proyek.services.belanja import sisa_belanja

BELANJA_KOSONG = "Tulis jumlahnya. Tulis 0 bila tidak ada belanja, atau centang “menyusul”."
PESAN_BELANJA = {
    "required": BELANJA_KOSONG,
    "min_value": "Jumlah uang tidak boleh kurang dari nol.",
}
BELANJA_GANDA = "Kosongkan jumlahnya, atau hapus centang “menyusul”."


class BelanjaMixin(forms.BaseForm):
    """Form mixin with the money of a report. `instance` carries the project."""

    instance: LaporanKemajuan
    sumber: list[Pendanaan]

    def pasang_belanja(self, belanja: dict[int, int]) -> None:
        """Add one field per source, with what it starts with in rupiah."""
        self.sumber = list(self.instance.proyek.pendanaan.with_uang())
        self.sisa = sisa_belanja(self.instance.proyek, nomor_serentang(self.instance))
        for sumber in self.sumber:
            self.fields[_nama(sumber)] = RupiahFormField(
                label=f"Dibelanjakan dari {sumber} (rupiah)",
                required=not (self.tercentang("tanpa_kemajuan", "belanja_menyusul")),
                min_value=0,
                error_messages=PESAN_BELANJA,
                initial=belanja.get(sumber.pk),
                help_text=kata_uang(sumber, self.sisa),
            )

    def pasang_rincian(self) -> None:
        """Add the fields of the spending lines."""
        rincian = RincianBelanja.objects.milik(self.instance)
        for jenis in JenisBelanja:
            self.fields[f"rincian_{jenis}"] = RupiahFormField(
                label=f"{jenis.label} (rupiah)",
                required=False,
                min_value=0,
                initial=rincian.get(jenis),
            )

    @property
    def isian_rincian(self) -> list[Any]:
        """Return the bound fields of the spending lines."""
        return [self[f"rincian_{jenis}"] for jenis in JenisBelanja]

    @property
    def isian_belanja(self) -> list[Any]:
        """Return the bound fields of money, one per source."""
        return [self[_nama(sumber)] for sumber in self.sumber]

    def tercentang(self, *nama: str) -> bool:
        """Return whether one of these boxes came ticked."""
        return self.is_bound and any(self.data.get(satu) for satu in nama)

    def galat(self, nama: str, pesan: str) -> None:
        """Add an error to a field that has none yet."""
        if not self.has_error(nama):
            self.add_error(nama, pesan)

    def periksa_belanja(self, isi: dict[str, Any]) -> None:
        """Check what was spent from each source against what is left there."""
        for sumber in self.sumber:
            nama = _nama(sumber)
            jumlah = isi.get(nama)
            sisa = self.sisa[sumber.pk]
            if jumlah is None and isi.get("tanpa_kemajuan") and not isi.get("belanja_menyusul"):
                isi[nama] = 0
            elif jumlah is not None and isi.get("belanja_menyusul"):
                self.galat(nama, BELANJA_GANDA)
            elif jumlah is not None and jumlah > sisa:
                self.galat(nama, f"Melebihi anggaran sumber ini. Sisanya Rp {angka(sisa)}.")

    def periksa_rincian(self, isi: dict[str, Any]) -> None:
        """Check that the lines say no more than was spent."""
        dirinci = [isi.get(satu.name) or 0 for satu in self.isian_rincian]
        if sum(dirinci) > sum(isi.get(_nama(sumber)) or 0 for sumber in self.sumber):
            self.galat(f"rincian_{JenisBelanja.BAHAN}", RINCIAN_LEBIH)

    def rincian(self) -> list[RincianBelanja]:
        """Return unsaved spending lines; none where nothing was filled in."""
        isi = ((jenis, self.cleaned_data.get(f"rincian_{jenis}")) for jenis in JenisBelanja)
        return [RincianBelanja(jenis=jenis, rupiah=rupiah) for jenis, rupiah in isi if rupiah]

    def realisasi(self) -> list[Realisasi]:
        """Return unsaved rows of the money spent; none while the figure is still to follow."""
        isi = self.cleaned_data
        return [
            Realisasi(pendanaan=sumber, jumlah=isi[_nama(sumber)])
            for sumber in self.sumber
            if isi.get(_nama(sumber)) is not None
        ]


def _nama(sumber: Pendanaan) -> str:
    return f"belanja_{sumber.pk}"
