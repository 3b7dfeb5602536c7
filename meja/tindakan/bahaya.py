"""The act that warns everyone of a danger."""

from django import forms

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi
from core.formulir.forms import SekaliMixin
from core.formulir.teks import BarisFormField, TeksFormField
from meja.services.bahaya import umumkan_bahaya
from meja.tindakan.dasar import TindakanForm

RINCI_BAHAYA = "Bahaya apa: …\nDi mana: …"
AWAL_BAHAYA = (
    "Jauhi tempat itu dan ingatkan tetangga. Kalau ada orang yang terancam, hubungi 112, "
    "polisi 110, atau ambulans 119."
)


class UmumkanBahaya(SekaliMixin, TindakanForm):
    """A danger notice for everyone, ready to send.

    A public kiriman is offered as the text of the notice. For any other kiriman the text has gaps
    to fill and not a word of it: an empty warning helps nobody.
    """

    nama, aksi, izin = "kabar-bahaya", Aksi.KABAR_BAHAYA, "aspirasi.tangani"
    label, tombol = "Umumkan bahaya ini", "Terbitkan peringatan sekarang"
    pesan = "Peringatan bahaya sudah terbit dan tampil di beranda."
    dekat, bidang_bercelah = True, ("judul", "isi")

    judul = BarisFormField(label="Judul", max_length=120)
    isi = TeksFormField(
        label="Isi peringatan",
        min_length=20,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Bahaya apa, di mana, apa yang harus dilakukan orang. Semua orang membacanya. "
        "Jangan menyebut siapa yang melapor.",
    )

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.bahaya and aspirasi.terbuka

    def siapkan(self) -> None:
        kampung = self.aspirasi.kampung
        tempat = f"di Kampung {kampung.nama}" if kampung else "di Kecamatan Bangunrejo"
        self.fields["judul"].initial = f"Bahaya: … {tempat}"
        apa = self.aspirasi.isi_publik if self.aspirasi.terbit else RINCI_BAHAYA
        self.fields["isi"].initial = f"{apa}\n\n{AWAL_BAHAYA}"

    def lakukan(self) -> None:
        umumkan_bahaya(
            aspirasi=self.aspirasi,
            judul=self.cleaned_data["judul"],
            isi=self.cleaned_data["isi"],
            kunci=self.cleaned_data["kunci"],
            oleh=self.oleh,
        )
