"""Forms beside likely duplicates: what is typed so far, and joining an older one."""

from typing import Any

from django import forms

from aspirasi.enums import Jangkauan, Jenis, Tentang
from aspirasi.forms.isian import IsiField, KampungField, ProyekField, WhatsAppField
from aspirasi.forms.pilihan import PILIHAN_TENTANG
from aspirasi.forms.tentang import TentangField
from aspirasi.models import Aspirasi, Pengirim
from core.formulir.forms import BentukMixin, KunciFormField, email_sendiri, nama_sendiri
from core.formulir.teks import TeksFormField

PANJANG_KETIKAN = 300
IDENTITAS = ("nama", "telepon", "email")


class KetikanForm(forms.Form):
    """The words in the form while somebody types. The first 300 characters count."""

    isi = TeksFormField(required=False)
    jenis = forms.ChoiceField(choices=Jenis.choices, required=False)
    kampung = KampungField(required=False)
    jangkauan = forms.ChoiceField(choices=Jangkauan.choices, required=False)
    tentang = forms.ChoiceField(choices=PILIHAN_TENTANG, required=False)
    bahaya = forms.BooleanField(required=False)
    proyek = ProyekField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kampung: Any = self.fields["kampung"]
        kampung.muat()

    def clean_isi(self) -> str:
        return str(self.cleaned_data["isi"])[:PANJANG_KETIKAN]


class IkutForm(BentukMixin, forms.Form):
    """ "Saya juga mengalami" without an account. Words of one's own are welcome, but not needed.

    Its fields have the names of the form of a kiriman, so that words typed there come along.
    """

    isi = IsiField(
        label="Apa yang Anda alami?",
        required=False,
        min_length=3,
        help_text="Misalnya sejak kapan, atau di sebelah mana. Dibaca petugas kecamatan, tidak "
        "tampil untuk umum.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    tentang = TentangField(required=False, help_text="Jawab ini kalau Anda menulis sesuatu.")
    nama = nama_sendiri()
    telepon = WhatsAppField()
    email = email_sendiri()
    anak = forms.BooleanField(
        label="Saya belum 18 tahun",
        required=False,
        help_text="Nama, nomor HP, dan e-mail tidak kami simpan walau diisi.",
    )
    setuju = forms.BooleanField(
        label="Saya setuju data ini disimpan dan dipakai seperti tertulis di atas",
        error_messages={"required": "Centang persetujuan ini supaya kiriman boleh kami simpan."},
    )
    kunci = KunciFormField()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("isi") and "tentang" in data and not data["tentang"]:
            self.add_error("tentang", self.fields["tentang"].error_messages["required"])
        return data

    @property
    def sendiri(self) -> bool:
        """Return whether the words are, or may be, about an official.

        Then they become a kiriman of their own that only the kecamatan reads.
        """
        return self.is_bound and self["tentang"].value() not in (None, "", Tentang.TIDAK)

    @property
    def tambahan_terbuka(self) -> bool:
        """Return whether the folded part stands open, because something in it was filled in or is
        wrong."""
        return any(self[n].value() or self[n].errors for n in ("nama", "email"))

    def aspirasi(self) -> Aspirasi:
        return Aspirasi(isi=self.cleaned_data["isi"], anak=self.cleaned_data["anak"])

    def pengirim(self) -> Pengirim:
        if self.cleaned_data["anak"]:
            return Pengirim()
        return Pengirim(**{nama: self.cleaned_data[nama] for nama in IDENTITAS})
