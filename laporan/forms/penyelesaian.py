"""Forms of a letter to the Inspektorat, and of a musyawarah penyelesaian."""

from typing import Any, ClassVar

from django import forms

from core.berkas.pindaian import PindaianMixin
from core.formulir.forms import BentukMixin, SekaliMixin
from core.formulir.teks import BarisFormField, TeksFormField
from core.formulir.widgets import TanggalInput
from core.waktu import hari_ini
from laporan.forms.lapangan import AlasanField
from laporan.models import Musyawarah
from laporan.services.musyawarah import SUDAH_LEWAT, Hasil, Rencana
from proyek.forms.umum import bukan_masa_depan, tanggal_wajar
from proyek.models import Keputusan, Proyek

DIADAKAN, TIDAK = "ya", "tidak"


class InspektoratForm(PindaianMixin, SekaliMixin, forms.Form):
    """Number and day of a letter that was sent, and its scan, which few read."""

    nama_titipan: ClassVar[str] = "InspektoratForm"

    nomor = BarisFormField(
        label="Nomor surat",
        max_length=80,
        help_text="Hanya camat dan petugas rahasia membacanya.",
    )
    tanggal = forms.DateField(
        label="Tanggal surat",
        widget=TanggalInput,
        validators=[bukan_masa_depan],
        help_text="Semua orang membaca: Kecamatan menyurati Inspektorat pada tanggal ini.",
    )

    def __init__(self, *args: Any, oleh: Any, **kwargs: Any) -> None:
        self.oleh = oleh
        super().__init__(*args, **kwargs)
        self.pasang_pindaian(
            "Pindaian surat (PDF atau foto)",
            "Paling besar 10 MB. Tidak pernah tampil untuk umum; hanya camat dan petugas "
            "rahasia dapat membukanya.",
        )


class CabutForm(BentukMixin, forms.Form):
    """Why a note was entered by mistake."""

    alasan = BarisFormField(
        label="Mengapa dicabut",
        max_length=300,
        help_text="Hanya camat dan petugas rahasia membacanya. Umum membaca bahwa "
        "catatannya dicabut karena keliru.",
    )


class RencanaForm(SekaliMixin, forms.Form):
    """Day, place, and what a musyawarah is for. A change asks why."""

    tanggal = forms.DateField(label="Hari", widget=TanggalInput, validators=[tanggal_wajar])
    tempat = BarisFormField(
        label="Tempat", max_length=160, help_text="Contoh: balai kampung, pukul 09.00."
    )
    tentang = TeksFormField(
        label="Yang dibicarakan",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Semua orang membacanya. Jangan tulis nama orang.",
    )

    def __init__(self, *args: Any, lama: Musyawarah | None = None, **kwargs: Any) -> None:
        nama = ("tanggal", "tempat", "tentang")
        awal = {satu: getattr(lama, satu) for satu in nama} if lama else kwargs.pop("awal", {})
        super().__init__(*args, initial=awal, **kwargs)
        if lama:
            self.fields["alasan"] = AlasanField("Mengapa diubah")

    def clean_tanggal(self) -> Any:
        hari = self.cleaned_data["tanggal"]
        if hari < hari_ini():
            raise forms.ValidationError(SUDAH_LEWAT)
        return hari

    def rencana(self) -> Rencana:
        """Return the plan of a valid form."""
        isi = self.cleaned_data
        return Rencana(isi["tanggal"], isi["tempat"], isi["tentang"])


class BatalForm(BentukMixin, forms.Form):
    """Why a plan is called off."""

    alasan = AlasanField("Mengapa dibatalkan")


class HasilForm(BentukMixin, forms.Form):
    """Whether it was held, its outcome, and the decision that followed. A correction asks why."""

    diadakan = forms.ChoiceField(
        label="Diadakan?",
        choices=[(DIADAKAN, "Ya, diadakan"), (TIDAK, "Tidak jadi")],
        widget=forms.RadioSelect,
    )
    hasil = TeksFormField(
        label="Hasilnya, atau mengapa tidak jadi",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Semua orang membacanya. Jangan tulis nama warga.",
    )
    keputusan = forms.ModelChoiceField(
        label="Keputusan yang lahir darinya",
        queryset=Keputusan.objects.none(),
        to_field_name="nomor",
        required=False,
        empty_label="Belum ada",
        help_text="Keputusan tentang proyek ini yang sudah dicatat di portal.",
    )

    def __init__(
        self, *args: Any, proyek: Proyek, lama: Musyawarah | None = None, **kwargs: Any
    ) -> None:
        awal = {}
        if lama and lama.diadakan is not None:
            awal = {"diadakan": DIADAKAN if lama.diadakan else TIDAK, "hasil": lama.hasil}
            awal["keputusan"] = lama.keputusan.nomor if lama.keputusan else ""
        super().__init__(*args, **kwargs | {"initial": awal})
        pilihan: Any = self.fields["keputusan"]
        pilihan.queryset = Keputusan.objects.terbit().filter(proyek=proyek).order_by("-pk")
        pilihan.label_from_instance = lambda satu: f"{satu.nomor}, {satu.judul}"
        if awal:
            self.fields["alasan"] = AlasanField("Mengapa diperbaiki")

    def isian(self) -> Hasil:
        """Return the outcome of a valid form."""
        isi = self.cleaned_data
        return Hasil(isi["diadakan"] == DIADAKAN, isi["hasil"], isi["keputusan"])
