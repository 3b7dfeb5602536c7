"""Forms of a look in the field: opened, recorded, corrected, called off, and its agreement."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin, FotoBanyakField, SekaliMixin
from core.formulir.teks import BarisFormField, TeksFormField
from core.formulir.widgets import TanggalInput
from core.waktu import hari_ini
from laporan.models import HasilLapangan, PemeriksaanLapangan
from laporan.services.lapangan import HARI_BARU, SEBELUM_PERIKSA, TANPA_HARI, IsianHasil
from laporan.services.lapangan_foto import FOTO_TERBANYAK, TITIPAN
from proyek.forms.umum import bukan_masa_depan, tanggal_wajar

TANPA_NAMA = "Jangan tulis nama warga."
SUDAH, BELUM = "sudah", "belum"


class AlasanField(BarisFormField):
    """Why an act is done; everyone reads it."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, max_length=300, help_text="Semua orang membacanya.")


class BukaForm(SekaliMixin, forms.Form):
    """Why the kecamatan looks by its own decision."""

    alasan = TeksFormField(
        label="Mengapa diperiksa",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"Semua orang membacanya. {TANPA_NAMA} Tulis apa yang dilihat, bukan dugaan "
        "tentang orang.",
    )


class BatalForm(BentukMixin, forms.Form):
    """Why a look is called off."""

    alasan = AlasanField("Mengapa tidak jadi diperiksa")


class FotoMixin(SekaliMixin):
    """Form mixin with photos of a look, which wait under its key until the form is right."""

    def pasang_foto(self, *, wajib: bool) -> None:
        self.fields["foto"] = FotoBanyakField(
            label="Foto",
            required=wajib,
            terbanyak=FOTO_TERBANYAK,
            help_text=f"Sampai {FOTO_TERBANYAK} foto. Semua orang melihatnya. Jangan sampai tampak "
            "wajah, pelat nomor, atau KTP; sesudah terbit bagian foto dapat ditutup.",
        )


class HasilForm(FotoMixin, forms.Form):
    """A result: what was seen and agreed. A correction begins with the words that
    stand, and asks why."""

    tanggal = forms.DateField(
        label="Hari pemeriksaan", widget=TanggalInput, validators=[bukan_masa_depan]
    )
    banyak_warga = forms.IntegerField(
        label="Banyaknya warga yang hadir",
        min_value=0,
        max_value=9999,
        help_text="Angkanya saja, tanpa nama. Tulis 0 kalau tidak ada.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    hadir = BarisFormField(
        label="Kantor yang hadir",
        max_length=200,
        help_text="Jabatan saja, tanpa nama. Contoh: Kasi PMK, Kepala Kampung, Ketua BPK Kampung.",
    )
    terlihat = TeksFormField(
        label="Yang terlihat",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=f"Apa yang diukur, dihitung, dan dilihat di tempat. {TANPA_NAMA}",
    )
    disepakati = TeksFormField(
        label="Yang disepakati dengan kantor kampung",
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang akan dilakukan kantor kampung. Kosongkan kalau tidak ada.",
    )
    sampai = forms.DateField(
        label="Disepakati sampai",
        required=False,
        widget=TanggalInput,
        validators=[tanggal_wajar],
        help_text="Sesudah hari ini, portal bertanya kepada aparat kampung: sudah atau belum?",
    )
    bersyarat = ("sampai",)

    def __init__(
        self,
        *args: Any,
        lapangan: PemeriksaanLapangan,
        lama: HasilLapangan | None = None,
        **kwargs: Any,
    ) -> None:
        self.lapangan = lapangan
        nama = ("tanggal", "banyak_warga", "hadir", "terlihat", "disepakati", "sampai")
        awal = {satu: getattr(lama, satu) for satu in nama} if lama else {"tanggal": hari_ini()}
        super().__init__(*args, initial=awal, **kwargs)
        self.fields["sampai"].help_text = (
            "Diisi kalau ada yang disepakati. Sesudah hari itu portal bertanya kepada aparat "
            "kampung: sudah atau belum? Jawabannya tampil untuk umum."
        )
        if lama:
            self.fields["alasan"] = AlasanField("Mengapa diperbaiki")
        else:
            self.pasang_foto(wajib=False)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        tanggal, sampai = isi.get("tanggal"), isi.get("sampai")
        if "sampai" not in self.errors and bool(isi.get("disepakati")) != bool(sampai):
            self.add_error("sampai" if isi.get("disepakati") else "disepakati", TANPA_HARI)
        elif tanggal and sampai and sampai < tanggal:
            self.add_error("sampai", SEBELUM_PERIKSA)
        return isi

    def isian(self) -> IsianHasil:
        """Return the words of a valid form."""
        nama = ("tanggal", "banyak_warga", "hadir", "terlihat", "disepakati", "sampai")
        return IsianHasil(**{satu: self.cleaned_data[satu] for satu in nama})


class FotoForm(FotoMixin, forms.Form):
    """Photos that come later. Those that wait already for this form are enough."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pasang_foto(wajib=True)
        if self.is_bound:
            self.fields["foto"].required = not TITIPAN.dititip(self.data.get("kunci", "")).exists()


class JawabForm(SekaliMixin, forms.Form):
    """Whether an agreement was kept, and if not, by which day it will be."""

    jawab = forms.ChoiceField(
        label="Sudah ditepati?",
        choices=[(SUDAH, "Sudah"), (BELUM, "Belum")],
        widget=forms.RadioSelect,
    )
    kata = TeksFormField(
        label="Penjelasan",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=f"Apa yang sudah dilakukan, atau mengapa belum. Semua orang membacanya. "
        f"{TANPA_NAMA}",
    )
    sampai = forms.DateField(
        label="Kalau belum: akan ditepati sampai",
        required=False,
        widget=TanggalInput,
        validators=[tanggal_wajar],
    )
    bersyarat = ("sampai",)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        sampai = isi.get("sampai")
        belum = isi.get("jawab") == BELUM and "sampai" not in self.errors
        if belum and (sampai is None or sampai < hari_ini()):
            self.add_error("sampai", HARI_BARU)
        return isi
