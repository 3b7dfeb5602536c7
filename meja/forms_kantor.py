"""Forms of the desk's own acts: who holds it, its number elsewhere, a danger notice."""

from django import forms
from django.core.validators import RegexValidator

from aspirasi.services.tangani import sekantor
from core.formulir.forms import SekaliMixin
from core.jaga.alamat import SamarField
from meja.forms import DilihatForm, TindakanForm
from warga.models import Pengguna

RINCI_BAHAYA = "Bahaya apa: …\nDi mana: …"
AWAL_BAHAYA = (
    "Jauhi tempat itu dan ingatkan tetangga. Kalau ada orang yang terancam, hubungi 112, "
    "polisi 110, atau ambulans 119."
)


class DikabariForm(forms.Form):
    """That the sender was told; `sampai` is the newest step that the message could tell."""

    sampai = SamarField()


class BacaBalasanForm(DilihatForm):
    """This reply was read; one that came since was not."""

    waktu_dari = "balasan_pada"


class TugaskanForm(TindakanForm):
    """Who of the desk holds it."""

    kepada = forms.ModelChoiceField(
        label="Dipegang oleh",
        queryset=Pengguna.objects.none(),
        required=False,
        empty_label="Tidak ada yang memegang",
        help_text="Kiriman ini lalu masuk “Menunggu saya” milik orang itu saja.",
    )

    def siapkan(self) -> None:
        self.fields["kepada"].queryset = sekantor(self.aspirasi, self.oleh)  # type: ignore[attr-defined]
        self.fields["kepada"].initial = self.aspirasi.ditugaskan_id or self.oleh.pk


class LaporForm(TindakanForm):
    """Its number at SP4N-LAPOR!."""

    nomor = forms.CharField(
        label="Nomor di SP4N-LAPOR!",
        required=False,
        max_length=40,
        validators=[
            RegexValidator(r"^#?[A-Za-z0-9./ -]+$", "Tulis nomornya saja: angka, huruf, dan garis.")
        ],
        help_text="Semua orang membacanya pada kiriman yang tampil untuk umum. Kosongkan untuk "
        "menghapus nomor yang keliru.",
    )

    def siapkan(self) -> None:
        self.fields["nomor"].initial = self.aspirasi.nomor_lapor


class KabarBahayaForm(SekaliMixin, TindakanForm):
    """A danger notice for everyone, ready to send.

    What is public already is offered as its text; of any other kiriman not a word, but gaps
    to fill: an empty warning helps nobody.
    """

    bidang_bercelah = ("judul", "isi")

    judul = forms.CharField(label="Judul", max_length=120)
    isi = forms.CharField(
        label="Isi peringatan",
        min_length=20,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Bahaya apa, di mana, apa yang harus dilakukan orang. Semua orang membacanya. "
        "Jangan menyebut siapa yang melapor.",
    )

    def siapkan(self) -> None:
        kampung = self.aspirasi.kampung
        tempat = f"di Kampung {kampung.nama}" if kampung else "di Kecamatan Bangunrejo"
        self.fields["judul"].initial = f"Bahaya: … {tempat}"
        apa = self.aspirasi.isi_publik if self.aspirasi.terbit else RINCI_BAHAYA
        self.fields["isi"].initial = f"{apa}\n\n{AWAL_BAHAYA}"
