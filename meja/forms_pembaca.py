"""Forms about who reads a kiriman, questions to a kampung, a new PIN, and black boxes."""

import datetime as dt
import re
from typing import Any

from django import forms

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.forms.isian import IsiField
from aspirasi.services.lingkaran import jangkauan_boleh
from aspirasi.services.redaksi import BARIS, KOLOM, TERBANYAK, Kotak
from core.formulir.forms import BentukMixin
from core.samar import samarkan
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.waktu import hari_ini
from meja.forms import FotoField, TindakanForm
from warga.models import Kampung

HARI_MENJAWAB = 5
SALINAN = 6  # so many words in a row are a quotation
TERLAMA = dt.timedelta(days=90)


class PersempitForm(TindakanForm):
    """Fewer readers, and why."""

    jangkauan = forms.ChoiceField(label="Yang boleh membaca", widget=forms.RadioSelect)
    tentang = forms.ChoiceField(
        label="Tentang petugas?",
        choices=Tentang.choices,
        help_text="Yang tentang petugas hanya dibaca kecamatan.",
    )
    alasan = IsiField(
        label="Alasannya",
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Pengirim membacanya.",
    )

    def siapkan(self) -> None:
        boleh = jangkauan_boleh(self.aspirasi)[1:] or [Jangkauan.KECAMATAN]
        self.fields["jangkauan"].choices = [(j.value, j.label) for j in boleh]  # type: ignore[attr-defined]
        self.fields["jangkauan"].initial = boleh[0]
        self.fields["tentang"].initial = self.aspirasi.tentang


class UmumkanForm(TindakanForm):
    """The text and photos that everyone will see, at the wish of the sender."""

    isi_publik = IsiField(
        label="Isi yang akan tampil",
        min_length=1,
        help_text="Jawaban resmi, surat, dan perjalanannya ikut tampil; periksa juga. Hapus "
        "nama orang, alamat rumah, dan tuduhan yang belum terbukti.",
    )
    foto = FotoField(
        label="Foto yang boleh tampil untuk umum",
        required=False,
        help_text="Jangan tampilkan wajah, pelat nomor, atau rumah yang dapat dikenali.",
    )
    alasan = forms.CharField(
        label="Alasan perubahan isi",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Diisi bila isinya diubah. Pengirim membacanya.",
    )

    def siapkan(self) -> None:
        self.fields["isi_publik"].initial = self.aspirasi.isi_publik
        self.fields["foto"].muat(self.aspirasi)  # type: ignore[attr-defined]
        if self.aspirasi.anak or not self.fields["foto"].choices:  # type: ignore[attr-defined]
            del self.fields["foto"]


class TanyaKampungForm(TindakanForm):
    """A question in the kecamatan's own words."""

    kampung = forms.ModelChoiceField(
        label="Ditanyakan kepada",
        queryset=Kampung.objects.order_by("contoh", "nama"),
        empty_label="Pilih kampung",
    )
    pertanyaan = IsiField(
        label="Pertanyaan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Kampung hanya membaca pertanyaan ini dan tenggatnya. Tulis dengan kata-kata "
        "sendiri, tanpa menyebut bahwa ada kiriman, siapa pengirimnya, atau rincian "
        "yang hanya diketahui pengirim. Pertanyaan ini tetap ada, juga bila pengirim menghapus "
        "kirimannya.",
    )
    tenggat = forms.DateField(
        label="Dijawab paling lambat",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def siapkan(self) -> None:
        self.fields["kampung"].initial = self.aspirasi.kampung_id
        self.fields["tenggat"].initial = tambah_hari_kerja(hari_ini(), HARI_MENJAWAB)

    def clean_pertanyaan(self) -> str:
        teks: str = self.cleaned_data["pertanyaan"]
        if _menyalin(teks, self.aspirasi.isi) or _menyalin(teks, self.aspirasi.isi_publik):
            raise forms.ValidationError(
                "Pertanyaan ini menyalin kalimat pengirim. Tulis dengan kata-kata sendiri, supaya "
                "pengirim tidak dapat dikenali."
            )
        if samarkan(teks) != teks or self.aspirasi.kode in teks.upper().replace("-", ""):
            raise forms.ValidationError("Hapus kode, nomor telepon, NIK, atau e-mail.")
        return teks

    def clean_tenggat(self) -> dt.date:
        hari: dt.date = self.cleaned_data["tenggat"]
        if not hari_ini() < hari <= hari_ini() + TERLAMA:
            raise forms.ValidationError("Pilih hari sesudah hari ini, paling lama tiga bulan lagi.")
        return hari


def _menyalin(teks: str, asli: str) -> bool:
    """Say whether so many words in a row stand in both."""
    kata, sumber = (re.findall(r"\w+", t.lower()) for t in (teks, asli))
    if len(sumber) < SALINAN:
        return bool(sumber) and f" {' '.join(sumber)} " in f" {' '.join(kata)} "
    potongan = {tuple(sumber[i : i + SALINAN]) for i in range(len(sumber) - SALINAN + 1)}
    return any(tuple(kata[i : i + SALINAN]) in potongan for i in range(len(kata) - SALINAN + 1))


class TinjauPermintaanForm(BentukMixin, forms.Form):
    """The words of a question, to be set right."""

    pertanyaan = IsiField(
        label="Kata-kata pertanyaannya",
        min_length=3,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dibaca kampung. Hapus yang mengutip atau menunjuk kepada pengirim.",
    )


class JawabPermintaanForm(BentukMixin, forms.Form):
    """What the kampung knows."""

    jawaban = IsiField(
        label="Jawaban kampung",
        min_length=3,
        help_text="Hanya dibaca petugas kecamatan. Sesudah dikirim tidak dapat diubah.",
    )


class MintaPinForm(BentukMixin, forms.Form):
    """How the official made sure who asks."""

    alasan = IsiField(
        label="Bagaimana Anda memastikannya?",
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Contoh: “Ditelepon balik ke nomor yang tercatat, ia menyebut isi kirimannya.” "
        "Catatan ini dibaca petugas.",
    )


class KotakField(forms.MultipleChoiceField):
    """Cells of the grid over a photo, "row-column"; cleans to Kotak."""

    def __init__(self, **kwargs: Any) -> None:
        semua = [
            (f"{b}-{k}", f"Baris {b + 1} kolom {k + 1}") for b in range(BARIS) for k in range(KOLOM)
        ]
        super().__init__(choices=semua, widget=forms.CheckboxSelectMultiple, **kwargs)

    def clean(self, value: Any) -> list[Kotak]:
        return [Kotak.dari_sel(*map(int, sel.split("-"))) for sel in super().clean(value)]


class SeretField(forms.Field):
    """Boxes drawn over a photo, each "left-top-right-bottom" in parts; cleans to Kotak."""

    widget = forms.MultipleHiddenInput
    POLA = re.compile(r"(\d{1,5})-(\d{1,5})-(\d{1,5})-(\d{1,5})", re.ASCII)

    def clean(self, value: Any) -> list[Kotak]:
        semua = [str(satu) for satu in value or []]
        if len(semua) > TERBANYAK:
            raise forms.ValidationError(f"Sekali jalan paling banyak {TERBANYAK} bagian.")
        return [self._kotak(satu) for satu in semua]

    def _kotak(self, teks: str) -> Kotak:
        cocok = self.POLA.fullmatch(teks)
        try:
            return Kotak.dari_bagian(*map(int, cocok.groups() if cocok else ()))
        except (TypeError, ValueError) as galat:
            pesan = "Bagian yang diseret tidak dapat dibaca. Gambar sekali lagi."
            raise forms.ValidationError(pesan) from galat


class TutupFotoForm(BentukMixin, forms.Form):
    """Which parts of a photo become black: cells of the grid, drawn boxes, or both."""

    kotak = KotakField(label="Bagian yang ditutup", required=False)
    seret = SeretField(label="Bagian yang diseret", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "seret" in self.errors:  # what cannot be read is not sent again
            isian: Any = self.data
            isian = isian.copy()
            isian.setlist(self.add_prefix("seret"), [])
            self.data = isian
        data["semua"] = data.get("kotak", []) + data.get("seret", [])
        if not data["semua"] and not self.errors:
            self.add_error("kotak", "Tandai paling sedikit satu bagian yang akan ditutup.")
        return data
