"""The page on which one paper changes the projects of a kampung: the paper, and a row a project."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from core.formulir.forms import KunciFormField
from core.formulir.widgets import TanggalInput
from core.templatetags.bentuk import rupiah
from proyek.bacaan.lpj import lpj_tahun
from proyek.forms.baris_perubahan import BarisForm
from proyek.forms.dana import tanpa_galat
from proyek.forms.umum import PindaianMixin, bukan_masa_depan
from proyek.models import Keputusan, Lpj, Proyek
from proyek.models.perubahan import DASAR_UBAH, JenisUbah
from proyek.services.perubahan import KOSONG, PERLU_PINDAIAN, TANPA_UANG, Ubahan
from warga.models import Kampung, Pengguna
from warga.rules import adalah_kecamatan


class SuratForm(PindaianMixin, forms.ModelForm):
    """The paper that changes projects."""

    nama_titipan = "SuratPerubahanForm"

    jenis = forms.ChoiceField(
        label="Jenis surat", choices=JenisUbah.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = Keputusan
        fields = [
            "nomor_surat",
            "tanggal_surat",
            "alasan",
            "ditetapkan_jabatan",
            "ditetapkan_nama",
        ]
        widgets = {"alasan": forms.Textarea(attrs={"rows": 4}), "tanggal_surat": TanggalInput}
        help_texts = {
            "nomor_surat": "Seperti tertulis di surat. Contoh: 3 Tahun 2026.",
            "alasan": "Wajib. Warga membacanya di samping setiap nilai yang berubah.",
        }

    field_order = ["jenis", *Meta.fields, "pindaian"]

    def __init__(self, *args: Any, kampung: Kampung, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kunci"] = KunciFormField()
        self.fields["nomor_surat"].required = True
        self.fields["tanggal_surat"].validators.append(bukan_masa_depan)
        self.fields["ditetapkan_jabatan"].initial = f"Kepala Kampung {kampung.nama}"
        self.instance.kampung = kampung

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        if adalah_kecamatan(self.oleh) and self.dokumen is None and "pindaian" in isi:
            self.add_error("pindaian", PERLU_PINDAIAN)
        return isi


class FormulirPerubahan:
    """The paper and the rows of projects, checked together under one summary of errors."""

    def __init__(
        self,
        isian: tuple[Any, Any],
        *,
        oleh: Pengguna,
        kampung: Kampung,
        proyek: Sequence[Proyek],
        versi: dict[str, int],
        jenis: str = "",
        tahun: int | None = None,
    ) -> None:
        """`isian` are words and files (`kiriman`, which gives kept words only once). `tahun` None:
        every value of the one project may change, and money of every year."""
        self.kampung, self.tahun = kampung, tahun
        data, berkas = isian
        awal = {"jenis": jenis or JenisUbah.APB}
        self.surat = SuratForm(data, berkas, oleh=oleh, kampung=kampung, initial=awal)
        self.baris = [
            BarisForm(data, proyek=satu, versi=versi[satu.nomor], tahun=tahun) for satu in proyek
        ]

    def is_valid(self) -> bool:
        baik = [
            form.is_valid() for form in (self.surat, *self.baris)
        ]  # every part shows its errors
        return all(baik) and self._sesuai()

    def tanpa_menilai(self) -> None:
        """Keep what was typed and the file that was chosen, without judging: another page of the
        table is asked for."""
        self.surat.is_valid()
        for form in (self.surat, *self.baris):
            tanpa_galat(form)

    def _sesuai(self) -> bool:
        ubahan = self.ubahan()
        if not ubahan:
            self.tolak(KOSONG)
        lain = self.surat.cleaned_data["jenis"] == JenisUbah.LAIN
        if lain and any(satu.beruang for satu in ubahan):
            self.surat.add_error("jenis", TANPA_UANG)
        return not self.surat.errors

    def tolak(self, pesan: str) -> None:
        """Show an error that belongs to no cell."""
        self.surat.add_error(None, pesan)

    def ubahan(self) -> list[Ubahan]:
        """Return what was typed, without rows in which nothing was."""
        semua = (form.ubahan() for form in self.baris)
        return [satu for satu in semua if not satu.kosong]

    def akan_berubah(self) -> list[tuple[Proyek, str, str, str]]:
        """Return (project, what, old, new) of each change."""
        return [(f.proyek, *satu) for f in self.baris for satu in f.akan_berubah()]

    def tertutup(self) -> QuerySet[Lpj]:
        """Return the LPJ of the closed years whose money changes."""
        tahun = {tahun for form in self.baris for tahun in form.tahun_beruang()}
        return lpj_tahun(self.kampung, tahun)

    def jumlah(self) -> tuple[int, int]:
        """Return the anggaran of all rows in rupiah, before and after."""
        lama = sum(dana.pagu for form in self.baris for dana in form.sumber)
        naik = sum(form.selisih() for form in self.baris)
        return lama, lama + naik

    def tanda(self) -> str:
        """Return the fingerprint of the changes: whoever agreed to it agreed to them."""
        isi = [(p.nomor, *satu) for p, *satu in self.akan_berubah()]
        return hashlib.sha256(repr(isi).encode()).hexdigest()

    def keputusan(self) -> Keputusan:
        """Return the unsaved decision, with a title and words of its own."""
        baru: Keputusan = self.surat.save(commit=False)
        jenis = self.surat.cleaned_data["jenis"]
        nama = JenisUbah(jenis).label.split(" (")[0].split(",")[0]
        banyak = len({proyek.pk for proyek, *_ in self.akan_berubah()})
        lama, kini = self.jumlah()
        baru.dasar = DASAR_UBAH[jenis]
        tahun = f" tahun {self.tahun}" if self.tahun else ""
        baru.judul = f"{nama} Kampung {self.kampung.nama}{tahun}"[:150]
        baru.isi = f"Mengubah {banyak} proyek."
        if kini != lama:
            baru.isi += f" Anggarannya dari {rupiah(lama)} menjadi {rupiah(kini)}."
        return baru

    @property
    def ringkasan_galat(self) -> list[tuple[str, str, str]]:
        if not self.surat.is_bound:
            return []
        semua = list(self.surat.ringkasan_galat)
        for form in self.baris:
            semua += [(i, f"{form.proyek.judul}: {lbl}", p) for i, lbl, p in form.ringkasan_galat]
        return semua
