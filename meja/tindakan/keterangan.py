"""The act that asks a kampung about a kiriman which the kampung may not read."""

import datetime as dt
import re

from django import forms

from aspirasi.enums import Aksi
from aspirasi.forms.isian import IsiField
from aspirasi.models import Aspirasi
from aspirasi.services import keterangan
from core.formulir.widgets import TanggalInput
from core.samar import samarkan
from core.tenggat.hari_kerja import tambah_hari_kerja
from core.waktu import hari_ini
from meja.tindakan.dasar import TindakanForm
from warga.models import Kampung

HARI_MENJAWAB = 5
SALINAN = 6  # this many words in a row are a quotation
TERLAMA = dt.timedelta(days=90)


class TanyaKampung(TindakanForm):
    """A question in the kecamatan's own words."""

    nama, aksi, izin = "tanya-kampung", Aksi.KETERANGAN_DIMINTA, "aspirasi.teruskan"
    label, tombol = "Minta keterangan kampung", "Kirim pertanyaan"
    pesan = "Pertanyaan terkirim. Jawabannya nanti tampil di halaman ini."

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
        widget=TanggalInput,
    )

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.terbuka

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

    def lakukan(self) -> None:
        keterangan.minta(
            aspirasi=self.aspirasi,
            kampung=self.cleaned_data["kampung"],
            pertanyaan=self.cleaned_data["pertanyaan"],
            tenggat=self.cleaned_data["tenggat"],
            oleh=self.oleh,
        )


def _menyalin(teks: str, asli: str) -> bool:
    """Return whether SALINAN words in a row stand in both texts."""
    kata, sumber = (re.findall(r"\w+", t.lower()) for t in (teks, asli))
    if len(sumber) < SALINAN:
        return bool(sumber) and f" {' '.join(sumber)} " in f" {' '.join(kata)} "
    potongan = {tuple(sumber[i : i + SALINAN]) for i in range(len(sumber) - SALINAN + 1)}
    return any(tuple(kata[i : i + SALINAN]) in potongan for i in range(len(kata) - SALINAN + 1))
