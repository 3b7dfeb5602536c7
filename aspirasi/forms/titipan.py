"""The form of an official or fasilitator who sends the words of somebody else."""

from django import forms

from aspirasi.enums import Asal, Jangkauan
from aspirasi.forms.kirim import KirimForm
from aspirasi.forms.pilihan import KETERANGAN_JANGKAUAN
from aspirasi.models import Aspirasi
from core.formulir.widgets import PilihanKartu

KETERANGAN_ASAL: dict[str, tuple[str, str]] = {
    Asal.LISAN: ("☎", "Diceritakan langsung atau lewat telepon. Tulis dengan kata-katanya."),
    Asal.KERTAS: ("✉", "Ditulis di formulir kertas atau surat. Salin apa adanya."),
}
# The person who types it has read it, so the form cannot promise that nobody in the kampung knows.
_PUBLIK = (
    "Tampil di portal setelah diperiksa, tanpa nama orang itu. Warga lain dapat ikut mendukung "
    "dan melihat jawabannya."
)
_KECAMATAN = (
    "Sesudah terkirim, tidak seorang pun di kampung dapat membukanya. Tentang aparat kampung? "
    "Lebih aman kalau orang itu mengirim sendiri, atau datang ke kantor kecamatan."
)
KETERANGAN_PEMBACA: dict[str, tuple[str, str]] = KETERANGAN_JANGKAUAN | {
    Jangkauan.PUBLIK: ("◎", _PUBLIK),
    Jangkauan.KECAMATAN: ("●", _KECAMATAN),
}

BANTUAN = {
    "anak": "Nama, nomor HP, dan e-mailnya tidak kami simpan walau diisi, dan fotonya hanya "
    "dilihat petugas.",
    "telepon": "Ia kami kabari kalau dijawab. Contoh: 0812-3456-7890. Hanya dibaca petugas yang "
    "mengurusnya, tidak pernah tampil.",
}


class TitipanForm(KirimForm):
    """A kiriman for somebody else, with the way it came in and a tick that the person agreed."""

    asal = forms.ChoiceField(
        label="Bagaimana kiriman ini sampai kepada Anda?",
        choices=[(a.value, a.label) for a in (Asal.LISAN, Asal.KERTAS)],
        error_messages={"required": "Pilih satu dulu."},
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
        # Only the sender may hand it over to the kampung, never the person who writes it down.
        del self.fields["langsung"]
        for nama, teks in label.items():
            self.fields[nama].label = teks
        # A device of the office would fill in the helper's own.
        for nama in ("nama", "telepon", "email"):
            self.fields[nama].widget.attrs["autocomplete"] = "off"
        self.fields["isi"].label = "Yang disampaikan orang itu"
        self.fields["isi"].error_messages["required"] = "Tulis dulu yang disampaikan orang itu."
        self.fields["jenis"].label = "Apa yang ingin disampaikan orang itu?"
        self.fields["jangkauan"].widget.keterangan = dict(KETERANGAN_PEMBACA)
        for nama, teks in BANTUAN.items():
            self.fields[nama].help_text = teks

    def aspirasi(self) -> Aspirasi:
        aspirasi = super().aspirasi()
        aspirasi.asal = self.cleaned_data["asal"]
        return aspirasi
