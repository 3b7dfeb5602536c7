"""Acts on how exactly everybody sees the place: officials look and narrow, never widen."""

from django import forms

from aspirasi.enums import Aksi
from aspirasi.forms.isian import IsiField
from aspirasi.models import Aspirasi
from aspirasi.services import letak
from meja.tindakan.dasar import DilihatForm, TindakanForm


class TepatkanLetak(DilihatForm):
    """Show this place exactly. A place that the sender moved since is another one."""

    nama, aksi, izin = "tepatkan-letak", Aksi.LETAK_DITEPATKAN, "aspirasi.periksa"
    label = "Tampilkan lokasinya dengan tepat (diminta pengirim)"
    tombol = "Ya, ini tempat umum: tampilkan tepat"
    pesan = "Lokasinya sekarang tampil dengan tepat untuk umum."
    utama, waktu_dari = True, "letak_menunggu_pada"

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.terbit and aspirasi.letak_menunggu_pada is not None

    def lakukan(self) -> None:
        sejak = self.cleaned_data["sejak"]
        letak.tepatkan(aspirasi=self.aspirasi, sejak=sejak, oleh=self.oleh)


class BulatkanLetak(TindakanForm):
    """The reason why it is no public place."""

    nama, aksi, izin = "bulatkan-letak", Aksi.LETAK_DIBULATKAN, "aspirasi.periksa"
    label, tombol = "Bulatkan lokasinya: ini bukan tempat umum", "Bulatkan"
    pesan = "Untuk umum, lokasinya sekarang dibulatkan. Pengirim membaca alasannya."
    negatif = True

    alasan = IsiField(
        label="Alasannya",
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Misalnya “penandanya tepat di sebuah rumah”. Pengirim membacanya.",
    )

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.tempat_umum and aspirasi.lintang is not None

    def lakukan(self) -> None:
        alasan = self.cleaned_data["alasan"]
        letak.bulatkan(aspirasi=self.aspirasi, alasan=alasan, oleh=self.oleh)
