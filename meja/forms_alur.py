"""Forms of the further acts: ask, give word, delay, wait for an instansi."""

import datetime as dt
from typing import Any

from django import forms

from aspirasi.enums import Golongan
from aspirasi.forms.isian import IsiField
from aspirasi.models import SuratInstansi
from core.berkas.pindaian import PindaianMixin
from core.waktu import hari_ini
from meja.forms import PETUNJUK_GOLONGAN, AlasanForm, TindakanForm
from meja.forms_surat import PETUNJUK_PINDAIAN
from proyek.forms.umum import TanggalInput, bukan_masa_depan, tanggal_wajar
from warga.enums import JenisInstansi
from warga.models import Instansi

DI_SINI = (JenisInstansi.KAMPUNG, JenisInstansi.KECAMATAN)


class TanyaForm(TindakanForm):
    """What the sender must add before it can be checked."""

    bidang_templat = "isi"
    isi = IsiField(
        label="Pertanyaan kepada pengirim",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hanya dibaca pengirim dan petugas. Bila tidak dijawab dalam 10 hari kerja, "
        "kiriman tidak dilanjutkan.",
    )


class KabarForm(TindakanForm):
    """Word for the time being."""

    bidang_templat = "isi"
    isi = IsiField(
        label="Kabar sementara",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Sampai mana, dan apa langkah berikutnya. Untuk usulan: dibahas dalam "
        "musyawarah apa dan kapan.",
    )


class TundaForm(TindakanForm):
    """A later day, and why."""

    bidang_templat = "alasan"
    sampai = forms.DateField(
        label="Tenggat yang baru", widget=TanggalInput, validators=[tanggal_wajar]
    )
    alasan = IsiField(
        label="Alasannya",
        min_length=20,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Tampil bersama tenggat yang baru untuk semua yang boleh membaca kiriman ini.",
    )

    def clean_sampai(self) -> dt.date:
        sampai: dt.date = self.cleaned_data["sampai"]
        if sampai <= max(self.aspirasi.tenggat or hari_ini(), hari_ini()):
            raise forms.ValidationError(
                "Pilih tanggal sesudah hari ini dan sesudah tenggat yang sekarang."
            )
        return sampai


class BuktiForm(AlasanForm):
    """What was seen at the finished project."""

    def siapkan(self) -> None:
        self.fields["alasan"].label = "Yang terlihat di lapangan"


class GolonganForm(TindakanForm):
    """Which clock of completion runs."""

    golongan = forms.ChoiceField(
        label="Batas waktu",
        choices=Golongan.choices,
        widget=forms.RadioSelect,
        help_text=PETUNJUK_GOLONGAN,
    )

    def siapkan(self) -> None:
        self.fields["golongan"].initial = self.aspirasi.golongan


class SuratForm(PindaianMixin, TindakanForm):
    """A letter, with its scan if there is one; cleans to an unsaved `surat`."""

    arah = forms.ChoiceField(
        label="Surat ini", choices=SuratInstansi.Arah.choices, widget=forms.RadioSelect
    )
    instansi = forms.ModelChoiceField(
        label="Instansi", queryset=Instansi.objects.none(), empty_label="Pilih instansi"
    )
    perihal = forms.CharField(label="Perihal surat", max_length=200)
    nomor = forms.CharField(label="Nomor surat", max_length=80, required=False)
    tanggal = forms.DateField(
        label="Tanggal surat", widget=TanggalInput, validators=[bukan_masa_depan]
    )

    def siapkan(self) -> None:
        self.fields["instansi"].queryset = Instansi.objects.exclude(jenis__in=DI_SINI)  # type: ignore[attr-defined]
        self.fields["instansi"].initial = self.aspirasi.ditangani_id
        self.fields["tanggal"].initial = hari_ini()
        self.pasang_pindaian("Pindaian surat", PETUNJUK_PINDAIAN)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kolom = ("arah", "instansi", "perihal", "nomor", "tanggal")
        surat = {nama: data.pop(nama) for nama in kolom if nama in data}
        for nama in ("pindaian", "titipan"):
            data.pop(nama, None)
        if not self.errors:
            data["surat"] = SuratInstansi(**surat, berkas=self.dokumen)
        return data


class TungguForm(SuratForm):
    """Which instansi is waited for, by which letter, and what everyone reads of it."""

    bidang_templat = "isi"
    isi = IsiField(
        label="Penjelasan untuk warga",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mengapa instansi itu yang harus bertindak, dan apa yang kecamatan lakukan.",
    )

    def siapkan(self) -> None:
        super().siapkan()
        del self.fields["arah"]
