"""Forms of the kecamatan: the meeting with its criteria and team, changes, answers."""

import re
from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import BarisFormField, TeksFormField
from core.formulir.widgets import TanggalInput
from core.waktu import hari_ini
from musrenbang.enums import ANGKA_TERENDAH, ANGKA_TERTINGGI, Hasil
from musrenbang.models import Kriteria, Musrenbang, Nasib, PerubahanUrutan
from proyek.forms.umum import bukan_masa_depan, tanggal_wajar
from warga.enums import PERAN_KECAMATAN
from warga.models import Pengguna

KRITERIA_AWAL = """\
Mendesak bagi keselamatan dan layanan dasar: 30
Banyaknya warga yang terbantu: 25
Sesuai prioritas pembangunan kabupaten: 25
Kesiapan lahan dan dokumen: 20"""
BARIS_KRITERIA = re.compile(r"(.{3,120}?)\s*[:=]\s*(\d{1,3})\s*%?")
SALAH_BARIS = "Baris ini tidak dapat dibaca: “{}”. Contoh: Banyaknya warga yang terbantu: 25"
PILIHAN_NILAI = [(n, str(n)) for n in range(ANGKA_TERENDAH, ANGKA_TERTINGGI + 1)]


class KriteriaField(TeksFormField):
    """Criteria, one a line: its words, a colon, its weight in percent."""

    def clean(self, value: Any) -> Any:
        hasil: dict[str, int] = {}
        for baris in filter(str.strip, super().clean(value).splitlines()):
            cocok = BARIS_KRITERIA.fullmatch(baris.strip())
            if cocok is None or not 1 <= int(cocok[2]) <= 100 or cocok[1] in hasil:
                raise forms.ValidationError(SALAH_BARIS.format(baris.strip()[:60]))
            hasil[cocok[1]] = int(cocok[2])
        if (jumlah := sum(hasil.values())) != 100:
            raise forms.ValidationError(f"Bobotnya harus berjumlah 100, sekarang {jumlah}.")
        return hasil


class MusrenbangForm(BentukMixin, forms.ModelForm):
    """The meeting: its days and place, how many priorities, the criteria and the team."""

    kriteria = KriteriaField(
        label="Kriteria dan bobotnya",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Satu baris satu kriteria, bobotnya dalam persen; jumlahnya 100. Semua orang "
        "membacanya.",
    )
    tim = forms.ModelMultipleChoiceField(
        label="Tim penilai",
        queryset=Pengguna.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Paling sedikit dua orang. Nilai setiap orang tidak ditampilkan.",
    )

    class Meta:
        model = Musrenbang
        fields = ["tahun", "hari", "jam", "tempat", "batas_usul", "batas_jawab", "kuota"]
        widgets = dict.fromkeys(("hari", "batas_usul", "batas_jawab"), TanggalInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ada = self.instance.pk is not None
        isian: dict[str, Any] = self.fields
        isian["tim"].queryset = Pengguna.objects.filter(
            peran__in=PERAN_KECAMATAN, is_active=True
        ).order_by("nama")
        for nama in ("hari", "batas_usul", "batas_jawab"):
            self.fields[nama].validators.append(tanggal_wajar)
        for nama in ("tahun", "kuota"):
            self.fields[nama].widget = forms.TextInput(
                attrs={"inputmode": "numeric", "class": "isian--pendek"}
            )
        if not ada:
            self.fields["tahun"].initial = hari_ini().year + 2
            self.fields["kriteria"].initial = KRITERIA_AWAL
            return
        del self.fields["tahun"]
        if not self.instance.menerima:
            del self.fields["kriteria"], self.fields["tim"]
            return
        self.fields["kriteria"].initial = "\n".join(
            f"{k.nama}: {k.bobot}" for k in self.instance.kriteria.all()
        )
        self.fields["tim"].initial = [a.pengguna_id for a in self.instance.tim.all()]


class HadirForm(BentukMixin, forms.ModelForm):
    """The number of the berita acara, and how many people came."""

    class Meta:
        model = Musrenbang
        fields = ["nomor_berita_acara", "hadir_l", "hadir_p", "delegasi_l", "delegasi_p"]


class NilaiForm(BentukMixin, forms.Form):
    """One score for each criterion of a proposal."""

    def __init__(self, *args: Any, kriteria: list[Kriteria], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kriteria = kriteria
        for satu in kriteria:
            self.fields[f"k{satu.pk}"] = forms.TypedChoiceField(
                label=f"{satu.nama} (bobot {satu.bobot}%)",
                choices=PILIHAN_NILAI,
                coerce=int,
                widget=forms.RadioSelect,
                help_text="1 paling rendah, 5 paling tinggi.",
            )

    @property
    def angka(self) -> dict[Kriteria, int]:
        return {satu: self.cleaned_data[f"k{satu.pk}"] for satu in self.kriteria}


class UrutanForm(BentukMixin, forms.ModelForm):
    """A change of the order: to which place, why, and how it was agreed."""

    class Meta:
        model = PerubahanUrutan
        fields = ["ke", "alasan", "cara", "setuju", "tidak"]
        widgets = {
            "cara": forms.RadioSelect,
            "alasan": forms.Textarea(attrs={"rows": 3}),
            "ke": forms.TextInput(attrs={"inputmode": "numeric", "class": "isian--pendek"}),
        }
        help_texts = {
            "alasan": "Semua orang membacanya. Jangan sebut siapa memilih apa.",
            "setuju": "Hanya bila dihitung.",
        }

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        if isi.get("cara") == "suara":
            for nama in ("setuju", "tidak"):
                if isi.get(nama) is None and nama not in self.errors:
                    self.add_error(nama, "Tulis banyaknya suara. Kalau tidak ada, tulis 0.")
        else:
            isi["setuju"] = isi["tidak"] = None
        return isi


class JawabanForm(BentukMixin, forms.ModelForm):
    """The answer of the kabupaten; a correction asks why."""

    class Meta:
        model = Nasib
        fields = ["hasil", "alasan", "sipd", "tanggal"]
        widgets = {
            "hasil": forms.RadioSelect,
            "alasan": forms.Textarea(attrs={"rows": 3}),
            "tanggal": TanggalInput,
        }
        help_texts = {
            "alasan": "Wajib bila ditunda atau ditolak. Pengusul dan semua orang membacanya."
        }

    def __init__(self, *args: Any, lama: Nasib | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tanggal"].validators.append(bukan_masa_depan)
        self.fields["tanggal"].initial = hari_ini
        isian: dict[str, Any] = self.fields
        isian["hasil"].choices = Hasil.choices
        if lama:
            bidang = ("hasil", "alasan", "sipd", "tanggal")
            self.initial = {nama: getattr(lama, nama) for nama in bidang}
            self.fields["alasan_perbaikan"] = BarisFormField(
                label="Mengapa jawaban ini diperbaiki?",
                max_length=300,
                help_text="Semua orang membacanya.",
            )
