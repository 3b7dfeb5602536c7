"""Acts that answer: word for the time being, and the official answer."""

from django import forms

from aspirasi.enums import Aksi
from aspirasi.forms.isian import IsiField
from aspirasi.services import jawab
from meja.tindakan.dasar import TindakanForm


class Tanggapi(TindakanForm):
    """The official answer."""

    nama, aksi = "tanggapi", Aksi.TANGGAPI
    label, tombol = "Jawab", "Kirim jawaban"
    pesan = "Jawaban sudah terkirim dan dapat dibaca pengirim."
    utama, bidang_templat = True, "isi"

    isi = IsiField(
        label="Jawaban resmi",
        help_text="Apa yang akan dikerjakan, oleh siapa, dan kapan. Kalau tidak dapat, tulis "
        "alasannya. "
        "Jawaban keluar atas nama jabatan Anda dan tidak dapat diubah.",
    )

    def lakukan(self) -> None:
        isi = self.cleaned_data["isi"]
        jawab.tanggapi(aspirasi=self.aspirasi, isi=isi, oleh=self.oleh)


class BeriKabar(TindakanForm):
    """Word for the time being."""

    nama, aksi = "beri-kabar", Aksi.KABARI
    label, tombol = "Beri kabar sementara", "Kirim kabar"
    pesan = "Kabar sudah tampil. Kiriman ini masih harus diselesaikan."
    bidang_templat = "isi"

    isi = IsiField(
        label="Kabar sementara",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Sampai mana, dan apa langkah berikutnya. Untuk usulan: dibahas dalam "
        "musyawarah apa dan kapan.",
    )

    def lakukan(self) -> None:
        isi = self.cleaned_data["isi"]
        jawab.beri_kabar(aspirasi=self.aspirasi, isi=isi, oleh=self.oleh)
