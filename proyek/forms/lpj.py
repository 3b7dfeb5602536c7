"""Forms of the LPJ of a year, and of the papers that correct it afterwards."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin, KunciFormField
from core.formulir.teks import TeksFormField
from core.formulir.widgets import TanggalInput
from core.templatetags.bentuk import tanggal as sebut_tanggal
from core.waktu import hari_ini
from proyek.bacaan.lpj import tahun_terbuka, tahun_tertutup
from proyek.forms.umum import PindaianMixin, bukan_masa_depan
from proyek.models import KoreksiLpj, Lpj, PindaianLpj
from proyek.models.uang import TAHUN_WAJAR
from proyek.services.lpj import SUDAH_ADA, TERLALU_DINI
from warga.models import Pengguna
from warga.rules import adalah_kecamatan

MENYUSUL = "Pindaian surat (PDF atau foto), boleh menyusul"
TAHUN_KELIRU = f"Tahun ini keliru. Tulis tahun mulai {TAHUN_WAJAR[0]}. Contoh: 2025."


class LpjForm(PindaianMixin, forms.ModelForm):
    """The LPJ of a year, with its scan; aparat set that of their own kampung."""

    nama_titipan = "LpjForm"
    label_pindaian = MENYUSUL

    class Meta:
        model = Lpj
        fields = ["kampung", "tahun", "nomor", "tanggal"]
        widgets = {"tanggal": TanggalInput}

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, oleh=oleh, **kwargs)
        kampung = None if adalah_kecamatan(oleh) else oleh.kampung
        self.fields["tahun"].initial = tahun_terbuka(kampung)
        self.fields["tahun"].error_messages["min_value"] = TAHUN_KELIRU
        self.fields["tahun"].widget = forms.TextInput(attrs={"inputmode": "numeric"})
        self.fields["tanggal"].validators.append(bukan_masa_depan)
        if kampung:
            self.instance.kampung = kampung
            del self.fields["kampung"]

    def clean_tahun(self) -> int:
        tahun: int = self.cleaned_data["tahun"]
        if tahun >= hari_ini().year:
            raise forms.ValidationError(TERLALU_DINI)
        if tahun < TAHUN_WAJAR[0]:
            raise forms.ValidationError(TAHUN_KELIRU)
        return tahun

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        kampung = isi.get("kampung") or self.instance.kampung_id
        if kampung and isi.get("tahun") in tahun_tertutup(kampung):
            self.add_error("tahun", SUDAH_ADA)
        return isi


class KoreksiForm(PindaianMixin, forms.ModelForm):
    """The paper that lets the money of a closed year be corrected, with its scan."""

    nama_titipan = "KoreksiForm"
    label_pindaian = MENYUSUL

    alasan = TeksFormField(
        label="Apa yang perlu dikoreksi, dan mengapa?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dibaca semua orang. Jangan tulis nama orang.",
    )

    class Meta:
        model = KoreksiLpj
        fields = ["nomor", "tanggal"]
        widgets = {"tanggal": TanggalInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tanggal"].validators.append(bukan_masa_depan)


class PindaianLpjForm(PindaianMixin, forms.ModelForm):
    """One more scan of an LPJ, or of one of the papers that correct it."""

    nama_titipan = "PindaianLpjForm"
    bersyarat = ("pindaian",)

    class Meta:
        model = PindaianLpj
        fields = ["koreksi"]

    def __init__(self, *args: Any, lpj: Lpj, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kunci"] = KunciFormField()
        surat: Any = self.fields["koreksi"]
        surat.label, surat.queryset = "Surat yang mana", lpj.koreksi.all()
        surat.empty_label = "Surat LPJ"
        surat.label_from_instance = _sebut_koreksi
        if not surat.queryset:
            del self.fields["koreksi"]


def _sebut_koreksi(koreksi: KoreksiLpj) -> str:
    return f"Surat koreksi nomor {koreksi.nomor}, {sebut_tanggal(koreksi.tanggal)}"


class CabutLpjForm(BentukMixin, forms.Form):
    """Takes back an LPJ that was entered by mistake."""

    alasan = TeksFormField(
        label="Mengapa dicabut?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dibaca semua orang. Contoh: Salah memilih tahun.",
    )
