"""Land, surroundings, upkeep and access of a project."""

from typing import Any

from django import forms
from django.db.models import Q

from core.formulir.teks import BarisFormField
from proyek.enums import Akses, Dampak, Rawan
from proyek.forms.umum import TetapHitamMixin, sebut_kosong
from proyek.models import Lestari, Proyek, TujuanDesa
from proyek.models.lestari import TUJUAN_TERBANYAK

BAGIAN = (
    ("Lahan", ("status_lahan", "surat_lahan")),
    ("Lingkungan", ("dampak", "mitigasi", "rawan")),
    ("Perawatan sesudah selesai", ("perawat", "biaya_rawat", "sumber_rawat", "umur_rencana")),
    ("Akses bagi penyandang disabilitas", ("akses", "tanpa_akses")),
    ("Tujuan SDGs Desa", ("tujuan",)),
)


class LestariForm(TetapHitamMixin, forms.ModelForm):
    """Everything may stay empty. The second time asks why; the reason is public."""

    rawan = forms.MultipleChoiceField(
        label="Tempatnya rawan terhadap",
        choices=Rawan.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    akses = forms.MultipleChoiceField(
        label="Yang disediakan",
        choices=Akses.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    alasan = BarisFormField(
        label="Mengapa diperbaiki?", max_length=500, help_text="Semua orang dapat membacanya."
    )

    class Meta:
        model = Lestari
        fields = [nama for _, isi in BAGIAN for nama in isi]
        widgets = {
            "mitigasi": forms.Textarea(attrs={"rows": 3}),
            "tujuan": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "surat_lahan": "Jenis, nomor, dan tanggal suratnya, misalnya: surat hibah nomor 12, 3 "
            "Maret 2026. Jangan tulis nama atau NIK pemilik.",
            "mitigasi": "Yang dilakukan supaya dampaknya kecil.",
            "perawat": "Kantor atau kelompok, misalnya KPSPAMS atau RT 03. Jangan tulis nama "
            "orang.",
            "biaya_rawat": "Perkiraan. Kosongkan bila belum dihitung.",
            "sumber_rawat": "Misalnya iuran pemakai atau APB Kampung.",
            "tanpa_akses": "Diisi bila belum ada, misalnya: lahannya terlalu sempit.",
            "tujuan": f"Pilih paling banyak {TUJUAN_TERBANYAK}.",
        }

    def __init__(self, *args: Any, proyek: Proyek, **kwargs: Any) -> None:
        lama = Lestari.objects.filter(pk=proyek.pk).first()
        super().__init__(*args, **kwargs | {"instance": lama})
        for nama in ("status_lahan", "dampak"):
            sebut_kosong(self.fields[nama], "Belum diketahui")
        pilihan: Any = self.fields["tujuan"]
        dipilih = lama.tujuan.values("pk") if lama else []
        pilihan.queryset = TujuanDesa.objects.filter(Q(berlaku=True) | Q(pk__in=dipilih))
        self.pasang_hitam(proyek)
        if lama is None:
            del self.fields["alasan"]

    @property
    def bagian(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the parts of the page: heading, and its fields."""
        return [(judul, [self[nama] for nama in isi]) for judul, isi in BAGIAN]

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        if isi.get("dampak") in (Dampak.SEDANG, Dampak.TINGGI) and not isi.get("mitigasi"):
            self.add_error("mitigasi", "Tulis apa yang dilakukan supaya dampaknya kecil.")
        if len(isi.get("tujuan") or ()) > TUJUAN_TERBANYAK:
            self.add_error("tujuan", f"Pilih paling banyak {TUJUAN_TERBANYAK} tujuan.")
        return isi

    def isi(self) -> dict[str, Any]:
        """Return the columns as they were typed, without the goals."""
        kolom = {nama for _, isi in BAGIAN for nama in isi} - {"tujuan"}
        return {nama: self.cleaned_data[nama] for nama in sorted(kolom)}
