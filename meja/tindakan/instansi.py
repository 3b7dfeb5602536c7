"""Acts about other offices: letters to and from them, and the number at SP4N-LAPOR!."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator

from aspirasi.enums import Aksi, Status
from aspirasi.forms.isian import IsiField
from aspirasi.hari import HARI_INSTANSI
from aspirasi.models import Aspirasi, SuratInstansi
from aspirasi.services import instansi
from core.berkas.pindaian import PindaianMixin
from core.formulir.teks import BarisFormField
from core.formulir.widgets import TanggalInput
from core.waktu import hari_ini
from meja.forms.foto_jawaban import FotoMixin
from meja.forms.pindaian import PETUNJUK_PINDAIAN
from meja.tindakan.dasar import TindakanForm
from proyek.forms.umum import bukan_masa_depan
from warga.enums import INSTANSI_DALAM
from warga.models import Instansi


class SuratForm(PindaianMixin, TindakanForm):
    """An act by letter, with its scan if there is one. It cleans to an unsaved `surat`."""

    arah = forms.ChoiceField(
        label="Surat ini", choices=SuratInstansi.Arah.choices, widget=forms.RadioSelect
    )
    instansi = forms.ModelChoiceField(
        label="Instansi", queryset=Instansi.objects.none(), empty_label="Pilih instansi"
    )
    perihal = BarisFormField(label="Perihal surat", max_length=200)
    nomor = BarisFormField(label="Nomor surat", max_length=80, required=False)
    tanggal = forms.DateField(
        label="Tanggal surat", widget=TanggalInput, validators=[bukan_masa_depan]
    )

    def siapkan(self) -> None:
        luar = Instansi.objects.exclude(jenis__in=INSTANSI_DALAM)
        self.bidang("instansi", forms.ModelChoiceField).queryset = luar
        self.fields["instansi"].initial = self.aspirasi.ditangani_id
        self.fields["tanggal"].initial = hari_ini()
        self.pasang_pindaian("Pindaian surat", PETUNJUK_PINDAIAN)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kolom = ("arah", "instansi", "perihal", "nomor", "tanggal")
        surat = {nama: data.pop(nama) for nama in kolom if nama in data}
        if not self.errors:
            data["surat"] = SuratInstansi(**surat, berkas=self.dokumen)
        return data


class CatatSurat(SuratForm):
    """A further letter to or from the instansi that is waited for."""

    nama, aksi, izin = "surat", Aksi.SURAT_INSTANSI, "aspirasi.teruskan"
    label, tombol = "Catat surat berikutnya", "Simpan surat"
    pesan = "Surat tercatat dan tampil bersama kiriman ini."
    nama_titipan = "SuratForm"

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.status == Status.MENUNGGU_INSTANSI

    def lakukan(self) -> None:
        surat = self.cleaned_data["surat"]
        instansi.catat_surat(aspirasi=self.aspirasi, surat=surat, oleh=self.oleh)


class TungguInstansi(FotoMixin, SuratForm):
    """The instansi that is waited for, the letter to it, and the words that everyone reads."""

    nama, aksi = "tunggu-instansi", Aksi.TUNGGU_INSTANSI
    label, tombol = "Tunggu instansi lain, dengan surat", "Catat surat dan tunggu"
    pesan = f"Tercatat. Portal mengingatkan setiap {HARI_INSTANSI} hari kerja sampai ada kabarnya."
    kata_umum, bidang_templat, nama_titipan = True, "isi", "TungguForm"

    isi = IsiField(
        label="Penjelasan untuk warga",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mengapa instansi itu yang harus bertindak, dan apa yang kecamatan lakukan.",
    )

    def siapkan(self) -> None:
        super().siapkan()
        del self.fields["arah"]
        self.pasang_foto(self.aspirasi)

    def lakukan(self) -> None:
        instansi.tunggu_instansi(
            aspirasi=self.aspirasi,
            isi=self.cleaned_data["isi"],
            surat=self.cleaned_data["surat"],
            oleh=self.oleh,
            foto=self.foto_baru,
        )


class CatatNomorLapor(TindakanForm):
    """The number of the kiriman at SP4N-LAPOR!."""

    nama, aksi, izin = "lapor", Aksi.NOMOR_LAPOR, "aspirasi.tangani"
    label, tombol = "Catat nomor SP4N-LAPOR!", "Simpan nomor"
    pesan = "Nomor SP4N-LAPOR! tersimpan."

    nomor = BarisFormField(
        label="Nomor di SP4N-LAPOR!",
        required=False,
        max_length=40,
        validators=[
            RegexValidator(r"^#?[A-Za-z0-9./ -]+$", "Tulis nomornya saja: angka, huruf, dan garis.")
        ],
        help_text="Semua orang membacanya pada kiriman yang tampil untuk umum. Kosongkan untuk "
        "menghapus nomor yang keliru.",
    )

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return not aspirasi.terbuka

    def siapkan(self) -> None:
        self.fields["nomor"].initial = self.aspirasi.nomor_lapor

    def lakukan(self) -> None:
        nomor = self.cleaned_data["nomor"]
        instansi.catat_nomor_lapor(aspirasi=self.aspirasi, nomor=nomor, oleh=self.oleh)
