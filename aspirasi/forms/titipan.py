"""The form of an official or fasilitator who sends what somebody else wrote or said."""

from django import forms

from aspirasi.enums import Asal
from aspirasi.forms.kirim import KirimForm
from aspirasi.models import Aspirasi
from core.widgets import PilihanKartu

KETERANGAN_ASAL: dict[str, tuple[str, str]] = {
    Asal.LISAN: ("☎", "Diceritakan langsung atau lewat telepon. Tulis dengan kata-katanya."),
    Asal.KERTAS: ("✉", "Ditulis di formulir kertas atau surat. Salin apa adanya."),
}


class TitipanForm(KirimForm):
    """A kiriman for somebody else: says how it came in, and that the person agreed."""

    asal = forms.ChoiceField(
        label="Bagaimana laporan ini sampai kepada Anda?",
        choices=[(a.value, a.label) for a in (Asal.LISAN, Asal.KERTAS)],
        widget=PilihanKartu(keterangan=KETERANGAN_ASAL),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        label = {
            "setuju": "Orang itu sudah mendengar penjelasan di atas dan setuju",
            "anak": "Orang itu belum 18 tahun",
            "tampilkan_nama": "Ia ingin nama panggilannya tampil kepada semua orang",
            "nama_untuk_kampung": "Ia mengizinkan petugas kampung tahu namanya",
        }
        for nama, teks in label.items():
            self.fields[nama].label = teks
        self.fields["isi"].label = "Yang disampaikan orang itu"
        self.fields["isi"].error_messages["required"] = "Tulis dulu yang disampaikan orang itu."
        self.fields["jenis"].label = "Apa yang ingin disampaikan orang itu?"

    def aspirasi(self) -> Aspirasi:
        aspirasi = super().aspirasi()
        aspirasi.asal = self.cleaned_data["asal"]
        return aspirasi
