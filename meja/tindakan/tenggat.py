"""Acts on the due day: a later day, and which clock runs."""

import datetime as dt

from django import forms

from aspirasi.enums import STATUS_BELUM_DIPERIKSA, Aksi, Golongan
from aspirasi.forms.isian import IsiField
from aspirasi.hari import HARI_SELESAI, hari_tunda
from aspirasi.models import Aspirasi
from aspirasi.services import janji, jawab
from core.formulir.widgets import TanggalInput
from core.galat import TidakBisa
from meja.tindakan.dasar import TindakanForm
from proyek.forms.umum import tanggal_wajar
from warga.models import Pengguna

PETUNJUK_GOLONGAN = (
    f"Menentukan batas waktu penyelesaiannya: informasi {HARI_SELESAI[Golongan.INFORMASI]}, "
    f"biasa dan usulan {HARI_SELESAI[Golongan.BIASA]}, yang perlu pemeriksaan "
    f"{HARI_SELESAI[Golongan.PENGAWASAN]} hari kerja."
)


class Tunda(TindakanForm):
    """A later day, with the reason."""

    nama, aksi = "tunda", Aksi.TUNDA
    label, tombol = "Tunda", "Umumkan tenggat baru"
    pesan = "Tenggat baru dan alasannya sudah tampil."
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

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.tenggat is not None

    @classmethod
    def mungkin(cls, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
        """Return whether a later day may be announced now: once by the office, then by the
        kecamatan alone."""
        return super().mungkin(aspirasi, oleh) and janji.boleh_menunda(aspirasi, oleh)

    def siapkan(self) -> None:
        hari = hari_tunda(self.aspirasi.golongan, bahaya=self.aspirasi.bahaya)
        self.fields["sampai"].help_text = (
            f"Paling lama {hari} hari kerja sesudah tenggat yang sekarang. Kantor menunda satu "
            "kali; sesudah itu hanya kecamatan."
        )

    def clean_sampai(self) -> dt.date:
        sampai: dt.date = self.cleaned_data["sampai"]
        try:
            janji.pastikan_tanggal_tunda(self.aspirasi, sampai)
        except TidakBisa as galat:
            raise forms.ValidationError(galat.pesan) from galat
        return sampai

    def lakukan(self) -> None:
        jawab.tunda(
            aspirasi=self.aspirasi,
            sampai=self.cleaned_data["sampai"],
            alasan=self.cleaned_data["alasan"],
            oleh=self.oleh,
        )


class SetelGolongan(TindakanForm):
    """The class, which decides the clock of completion."""

    nama, aksi, izin = "golongan", Aksi.GOLONGAN_DIUBAH, "aspirasi.periksa"
    label, tombol = "Ubah batas waktu", "Simpan batas waktu"
    pesan = "Batas waktunya sudah diubah."

    golongan = forms.ChoiceField(
        label="Batas waktu",
        choices=Golongan.choices,
        widget=forms.RadioSelect,
        help_text=PETUNJUK_GOLONGAN,
    )

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.terbuka and aspirasi.status not in STATUS_BELUM_DIPERIKSA

    def siapkan(self) -> None:
        self.fields["golongan"].initial = self.aspirasi.golongan

    def lakukan(self) -> None:
        golongan = self.cleaned_data["golongan"]
        jawab.setel_golongan(aspirasi=self.aspirasi, golongan=golongan, oleh=self.oleh)
