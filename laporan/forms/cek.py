"""The form of a check, and those of its reading by the kecamatan."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin, FotoBanyakField, SekaliMixin
from core.formulir.teks import BarisFormField
from core.formulir.widgets import PilihanFoto, PilihanKartu
from core.jaga.alamat import samarkan
from core.moderasi.forms import AlasanTarikField, KataField
from laporan.enums import AlasanCek, Penilaian
from laporan.models import CekWarga
from laporan.services.cek import IsianCek
from laporan.services.cek_foto import FOTO_TERBANYAK

KETERANGAN: dict[str, tuple[str, str]] = {
    Penilaian.SESUAI: ("✓", "Yang saya lihat sama dengan laporannya."),
    Penilaian.TIDAK_SESUAI: ("!", "Ada yang berbeda. Kantornya harus menanggapi."),
    Penilaian.PERTANYAAN: ("?", "Ada yang belum jelas. Kantornya harus menanggapi."),
}
PERLU_KATA = "Tulis apa yang Anda lihat atau tanyakan, supaya dapat ditanggapi."


class CekForm(SekaliMixin, forms.ModelForm):
    """One of three judgements, words, and photos. The words are needed, but for "sesuai"."""

    bersyarat = ("isi",)  # one choice does not need it
    foto = FotoBanyakField(
        label="Foto",
        terbanyak=FOTO_TERBANYAK,
        required=False,
        help_text=f"Paling banyak {FOTO_TERBANYAK} foto. Lokasi dan data lain di dalam foto kami "
        "hapus. Jangan tampakkan wajah orang.",
    )
    hapus_foto = forms.MultipleChoiceField(
        label="Foto yang sudah terkirim: centang yang dihapus",
        required=False,
        widget=PilihanFoto,
    )

    class Meta:
        model = CekWarga
        fields = ("penilaian", "isi", "foto_umum")
        labels = {
            "isi": "Yang Anda lihat, atau yang Anda tanyakan",
            "penilaian": "Menurut yang Anda lihat sendiri",
            "foto_umum": "Foto “tidak sesuai” boleh dilihat semua orang",
        }
        help_texts = {
            "isi": "Sebut tempat dan ukurannya, misalnya: talud di dekat jembatan baru 3 meter. "
            "Jangan sebut nama orang.",
            "foto_umum": "Tanpa centang ini, foto “tidak sesuai” hanya dilihat petugas kecamatan "
            "dan Anda. Foto “sesuai” dan “pertanyaan” selalu dilihat semua orang.",
        }
        widgets = {
            "penilaian": PilihanKartu(keterangan=KETERANGAN),
            "isi": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.diperbaiki = bool(self.instance.pk)
        pilihan: Any = self.fields["penilaian"]
        pilihan.choices = Penilaian.choices
        self._pasang_foto()

    def _pasang_foto(self) -> None:
        foto = list(self.instance.foto.select_related("berkas")) if self.instance.pk else []
        if not foto:
            del self.fields["hapus_foto"]
            return
        hapus: Any = self.fields["hapus_foto"]
        # In letters: the plain number would tell how many photos there are, unread ones included.
        self._foto = {samarkan(f.pk, untuk="foto_cek"): f for f in foto}
        hapus.choices = [(huruf, f"Foto {ke}") for ke, huruf in enumerate(self._foto, start=1)]
        hapus.widget.foto = {huruf: f.berkas.alamat_kecil for huruf, f in self._foto.items()}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        perlu = data.get("penilaian") not in (None, Penilaian.SESUAI)
        if perlu and not data.get("isi") and "isi" not in self.errors:
            self.add_error("isi", PERLU_KATA)
        return data

    def _post_clean(self) -> None:
        """Leave the row as it stands: the service changes it, under its lock."""

    def isian(self, *, foto_baru: bool) -> IsianCek:
        """Return what was typed, for the service."""
        data = self.cleaned_data
        return IsianCek(
            penilaian=data["penilaian"],
            isi=data["isi"],
            foto_umum=data["foto_umum"],
            hapus_foto=[self._foto[huruf].pk for huruf in data.get("hapus_foto", [])],
            foto_baru=foto_baru,
        )


class SembunyikanCekForm(BentukMixin, forms.Form):
    """A reason of the list, and a sentence of help for the sender."""

    sebab = forms.ChoiceField(
        label="Mengapa disembunyikan",
        choices=AlasanCek.choices,
        widget=forms.RadioSelect,
        help_text="Mengkritik pemerintah bukan alasan, jadi tidak ada dalam daftar ini.",
    )
    catatan = BarisFormField(
        label="Yang perlu diperbaiki pengirim",
        max_length=300,
        required=False,
        help_text="Pengirim membacanya dan dapat memperbaiki ceknya.",
    )

    @property
    def alasan(self) -> str:
        """Return the reason in words."""
        kalimat = f"{AlasanCek(self.cleaned_data['sebab']).label}."
        return f"{kalimat} {self.cleaned_data['catatan']}".strip()


class HitamkanCekForm(BentukMixin, forms.Form):
    """Words that become black, and why."""

    kata = KataField()
    bersyarat = ("kata",)  # its own sentence asks for them
    alasan = AlasanTarikField("dihitamkan")


class BatasiFotoForm(BentukMixin, forms.Form):
    """The reason for keeping photos from the public."""

    alasan = BarisFormField(
        label="Mengapa fotonya tidak untuk umum",
        min_length=10,
        max_length=300,
        help_text="Pengirim membacanya, misalnya: tampak wajah anak.",
    )
