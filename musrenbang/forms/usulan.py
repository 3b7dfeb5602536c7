"""The form of a proposal, its photo, and its withdrawal."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from core.berkas.pindaian import PindaianMixin
from core.berkas.simpan import simpan_foto
from core.formulir.forms import BentukMixin, KunciFormField, SekaliMixin
from core.formulir.teks import BarisFormField
from core.models import Berkas
from musrenbang.models import KamusUsulan, Musrenbang, PerangkatDaerah, Usulan
from proyek.forms.umum import sebut_kosong
from proyek.models import Proyek
from warga.models import Kampung, Pengguna
from warga.rules import adalah_kecamatan


class UsulanForm(SekaliMixin, forms.ModelForm):
    """All that is asked of a proposal. What is missing keeps it behind the gate, and is told."""

    class Meta:
        model = Usulan
        fields = [
            *("kampung", "urutan", "judul", "masalah", "kelompok", "wewenang", "perangkat"),
            *("kamus", "lokasi", "lintang", "bujur", "volume", "satuan", "perkiraan", "lahan"),
            *("proyek", "lalu", "kampung_lain"),
        ]
        widgets = {
            "masalah": forms.Textarea(attrs={"rows": 3}),
            "urutan": forms.TextInput(attrs={"inputmode": "numeric", "class": "isian--pendek"}),
            "kampung_lain": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "judul": "Misalnya “Perbaikan jembatan gantung Dusun 2”.",
            "masalah": "Semua orang membacanya. Jangan tulis nama atau alamat rumah orang.",
            "lintang": "Tempel dari peta HP, misalnya −5,1300.",
            "proyek": "Kalau usulan ini sudah tercatat sebagai proyek di portal; pengusulnya ikut "
            "diberi tahu jawabannya.",
            "lalu": "Kalau pernah diusulkan tahun lalu.",
        }

    def __init__(self, *args: Any, musrenbang: Musrenbang, oleh: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.musrenbang = musrenbang
        kampung = self._pasang_kampung(oleh)
        isian: dict[str, Any] = self.fields
        isian["urutan"].label = f"Prioritas ke berapa (1–{musrenbang.kuota})"
        isian["perangkat"].queryset = PerangkatDaerah.objects.all()
        isian["kamus"].queryset = KamusUsulan.objects.filter(aktif=True).select_related("perangkat")
        proyek, lalu = Proyek.objects.berlaku(), Usulan.objects.berdiri()
        lalu = lalu.filter(musrenbang__tahun__lt=musrenbang.tahun)
        if kampung:
            proyek, lalu = proyek.filter(kampung=kampung), lalu.filter(kampung=kampung)
        isian["proyek"].queryset = proyek.order_by("-dibuat", "-pk")
        isian["lalu"].queryset = lalu
        for nama in ("perangkat", "kamus", "proyek", "lalu"):
            isian[nama].empty_label = "Belum dipilih"
        sebut_kosong(isian["lahan"], "Belum dipilih")

    def _pasang_kampung(self, oleh: Pengguna) -> Any:
        """Let the kecamatan choose the kampung, or none; aparat write for their own."""
        isian: dict[str, Any] = self.fields
        if adalah_kecamatan(oleh) and self.instance.pk is None:
            isian["kampung"].queryset = Kampung.objects.order_by("contoh", "nama")
            isian["kampung"].empty_label = "Usulan kecamatan sendiri"
            return None
        if self.instance.pk is None:
            self.instance.kampung = oleh.kampung
        del isian["kampung"]
        return self.instance.kampung

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        kampung = isi.get("kampung") or self.instance.kampung_id
        if kampung and not isi.get("urutan") and "urutan" not in self.errors:
            self.add_error("urutan", "Tulis prioritas ke berapa usulan ini bagi kampungnya.")
        if not kampung:
            isi["urutan"] = None
        return isi


class FotoUsulanForm(PindaianMixin, forms.Form):
    """One photo of the place as it is now."""

    nama_titipan = "FotoUsulanForm"
    terima = "image/*"
    bersyarat = ("pindaian",)

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        self.oleh = oleh
        super().__init__(*args, **kwargs)
        self.pasang_pindaian(
            "Foto keadaan sekarang",
            "Semua orang melihatnya. Jangan sampai tampak wajah, pelat nomor, atau KTP.",
        )
        self.fields["kunci"] = KunciFormField()

    def simpan(self, unggahan: UploadedFile) -> Berkas:
        return simpan_foto(unggahan)


class AlasanForm(BentukMixin, forms.Form):
    """Why something is taken back."""

    alasan = BarisFormField(label="Mengapa?", max_length=300, help_text="Semua orang membacanya.")
