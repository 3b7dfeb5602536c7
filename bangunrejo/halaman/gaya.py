"""Sample data of /gaya/, the page that shows every component."""

from types import SimpleNamespace
from typing import Any

from django import forms
from django.templatetags.static import static

from core.cari.saring import Temuan
from core.formulir.teks import TeksFormField
from core.formulir.widgets import PilihanKartu, TanggalInput

IKON = (
    *("cari", "kirim", "lacak", "uang", "kalender", "tempat", "foto", "berkas", "orang"),
    *("baik", "awas", "bahaya", "info", "tutup", "panah", "panah-balik", "unduh", "cetak"),
    *("kunci", "proyek", "aspirasi", "laporan", "keputusan", "forum", "kabar", "kampung"),
    *("panduan", "salin", "menu", "jenis-usulan", "jenis-keluhan", "jenis-pertanyaan"),
    *("jenis-keberatan", "jenis-apresiasi"),
)
JANGKAUAN = {
    "publik": ("◎", "Semua orang boleh membaca, setelah diperiksa petugas kecamatan."),
    "petugas": ("◐", "Hanya aparat kampung itu dan kecamatan. Tidak ada halaman umumnya."),
    "kecamatan": ("●", "Hanya petugas rahasia di kecamatan. Aparat kampung tidak dapat melihat."),
}
KAMPUNG = (("", "Tidak tahu"), ("1", "Sido Rejo"), ("2", "Sukowaringin"))


class ContohForm(forms.Form):
    """One field of every kind the portal uses."""

    isi = TeksFormField(
        label="Apa yang ingin Anda sampaikan?",
        help_text="Tulis dengan bahasa sehari-hari. Di mana, sejak kapan, siapa yang terdampak.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Tulis dulu apa yang ingin Anda sampaikan."},
    )
    jangkauan = forms.ChoiceField(
        label="Siapa yang boleh membaca?",
        choices=(("publik", "Umum"), ("petugas", "Petugas saja"), ("kecamatan", "Rahasia")),
        widget=PilihanKartu(keterangan=JANGKAUAN),
    )
    kampung = forms.ChoiceField(label="Kampung", choices=KAMPUNG, required=False)
    tanggal = forms.DateField(
        label="Tanggal kejadian",
        required=False,
        widget=TanggalInput,
    )
    terdampak = forms.MultipleChoiceField(
        label="Siapa yang terdampak",
        required=False,
        choices=(("anak", "Anak"), ("lansia", "Lansia"), ("difabel", "Penyandang disabilitas")),
        widget=forms.CheckboxSelectMultiple,
    )
    foto = forms.FileField(
        label="Foto",
        required=False,
        help_text="JPEG, PNG, atau WebP, paling besar 10 MB.",
        widget=forms.FileInput(attrs={"accept": "image/*", "data-kecilkan": True}),
    )
    setuju = forms.BooleanField(
        label="Saya setuju data ini disimpan untuk menjawab kiriman saya.",
        error_messages={"required": "Centang dulu agar kiriman dapat kami simpan."},
    )


class SaringForm(forms.Form):
    """A filter form like those of the lists."""

    cari = forms.CharField(label="Cari proyek", required=False)
    kampung = forms.ChoiceField(label="Kampung", choices=KAMPUNG, required=False)
    tahun = forms.IntegerField(label="Tahun", required=False)


def contoh() -> dict[str, Any]:
    """Return the template context of /gaya/: forms, photos, paging, icons."""
    gambar = SimpleNamespace(alamat=static("lambang.svg"), alamat_kecil=static("lambang-192.png"))
    foto = SimpleNamespace(berkas=gambar, keterangan="Titik 1, pekerjaan 50 persen")
    return {
        "formulir": ContohForm(prefix="baru"),
        "formulir_galat": ContohForm({"galat-kampung": "1"}, prefix="galat"),
        "saring": SimpleNamespace(
            form=SaringForm(), terbuka=False, temuan=Temuan(2, "proyek"), kata_saja=""
        ),
        "foto": [foto, SimpleNamespace(berkas=gambar, keterangan=""), foto],
        "halaman": SimpleNamespace(sebelum="contoh", berikut="contoh"),
        "ikon": IKON,
    }
