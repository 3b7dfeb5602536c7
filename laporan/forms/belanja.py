"""The money in the form of a report: what was spent from each source, and on what."""

from typing import Any, ClassVar

from django import forms

from core.formulir.isian import RupiahFormField
from core.templatetags.bentuk import angka, rupiah
from laporan.bacaan.bantuan import kata_uang
from laporan.models import LaporanKemajuan, Realisasi, RincianBelanja
from laporan.services.tulis import BELANJA_GANDA, RINCIAN_LEBIH, nomor_serentang
from proyek.enums import JenisBelanja
from proyek.models import Pendanaan
from proyek.services.belanja import sisa_belanja

BELANJA_KOSONG = "Tulis jumlahnya. Tulis 0 bila tidak ada belanja, atau centang “menyusul”."
PESAN_BELANJA = {"min_value": "Jumlah uang tidak boleh kurang dari nol."}


class BelanjaMixin(forms.BaseForm):
    """Form mixin with the money of a report. `instance` carries the project.

    One figure is enough: a source that stays empty beside another that was filled in counts as 0.
    """

    belanja_kosong: ClassVar[str] = BELANJA_KOSONG
    bersyarat: tuple[str, ...] = ()
    instance: LaporanKemajuan
    sumber: list[Pendanaan]

    def pasang_belanja(self, belanja: dict[int, int]) -> None:
        """Add one field per source, with what it starts with in rupiah."""
        self.sumber = list(self.instance.proyek.pendanaan.with_uang())
        self.sisa = sisa_belanja(self.instance.proyek, nomor_serentang(self.instance))
        for sumber in self.sumber:
            self.fields[_nama(sumber)] = RupiahFormField(
                label=f"Dibelanjakan dari {sumber} (rupiah)",
                required=False,
                min_value=0,
                error_messages=PESAN_BELANJA,
                initial=belanja.get(sumber.pk),
                help_text=kata_uang(sumber, self.sisa),
            )
        self.bersyarat = (*self.bersyarat, *map(_nama, self.sumber))

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
    def rincian_terbuka(self) -> bool:
        """Return whether the folded lines stand open: one has an error, or is filled in."""
        return any(satu.errors or satu.value() for satu in self.isian_rincian)

    @property
    def isian_belanja(self) -> list[Any]:
        """Return the bound fields of money, one per source."""
        return [self[_nama(sumber)] for sumber in self.sumber]

    @property
    def kata_seluruhnya(self) -> str:
        """Return how much of all sources is spent and left; "" where there is one source."""
        pagu = sum(sumber.pagu for sumber in self.sumber)
        sisa = sum(self.sisa.values())
        if len(self.sumber) < 2:
            return ""
        return (
            f"Semua sumber bersama: sudah dibelanjakan {rupiah(pagu - sisa)} dari "
            f"{rupiah(pagu)}; sisanya {rupiah(sisa)}."
        )

    def tercentang(self, *nama: str) -> bool:
        """Return whether one of these boxes came ticked."""
        return self.is_bound and any(self.data.get(satu) for satu in nama)

    def galat(self, nama: str, pesan: str) -> None:
        """Add an error to a field that has none yet."""
        if not self.has_error(nama):
            self.add_error(nama, pesan)

    def periksa_belanja(self, isi: dict[str, Any]) -> None:
        """Check what was spent from each source against what is left there; nothing is given while
        it is still to follow."""
        if isi.get("belanja_menyusul"):
            return self._tolak_ganda(isi)
        self._isi_nol(isi)
        for sumber in self.sumber:
            jumlah, sisa = isi.get(_nama(sumber)), self.sisa[sumber.pk]
            if jumlah is not None and jumlah > sisa:
                pesan = f"Melebihi anggaran sumber ini. Sisanya Rp {angka(sisa)}."
                self.galat(_nama(sumber), pesan)
        self._periksa_rincian(isi)
        return None

    def _tolak_ganda(self, isi: dict[str, Any]) -> None:
        for satu in (*self.isian_belanja, *self.isian_rincian):
            if isi.get(satu.name) is not None:
                self.galat(satu.name, BELANJA_GANDA)

    def _isi_nol(self, isi: dict[str, Any]) -> None:
        """Take empty sources for 0 where another one was filled in, or nothing was done at all."""
        nama = [_nama(sumber) for sumber in self.sumber]
        kosong = [satu for satu in nama if isi.get(satu) is None and not self.has_error(satu)]
        if kosong == nama and nama and not isi.get("tanpa_kemajuan"):
            self.galat(nama[0], self.belanja_kosong)
        else:
            isi.update(dict.fromkeys(kosong, 0))

    def _periksa_rincian(self, isi: dict[str, Any]) -> None:
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
