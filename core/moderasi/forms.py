"""The fields by which an official takes words back from the public."""

from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.teks import BarisFormField, TeksFormField
from core.moderasi.penarikan import TAK_ADA, TANPA_KATA, TERULANG, hitamkan

HITAM, UTUH = "hitam", "utuh"
MASIH_ADA = (
    "Yang sudah dibaca orang tidak dapat kami ambil kembali: tangkapan layar, salinan di HP, dan "
    "mesin pencari dapat menyimpannya."
)
FOTO_MASIH_ADA = (
    f"{MASIH_ADA} Browser dan jaringan dapat menampilkan foto lama sampai sepuluh menit lagi."
)
DITARIK = "Sudah ditarik dari umum. Alasannya tampil di tempatnya."
DIHITAMKAN = "Kata itu sekarang hitam. Alasannya tampil di tempatnya."


class KataField(TeksFormField):
    """Words that become black, one group a line. It cleans to a list."""

    def __init__(self) -> None:
        super().__init__(
            label="Kata yang dihitamkan",
            required=False,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text="Satu kelompok kata per baris, misalnya satu nama atau satu alamat. Setiap "
            "kemunculannya menjadi hitam.",
        )

    def clean(self, value: Any) -> list[str]:
        return [rapi for baris in super().clean(value).splitlines() if (rapi := baris.strip())]


class AlasanTarikField(BarisFormField):
    """The reason that stands in the place of what was taken back; `apa` says how."""

    def __init__(self, apa: str = "ditarik") -> None:
        super().__init__(
            label=f"Mengapa {apa}",
            min_length=10,
            max_length=300,
            help_text=f"Semua orang membacanya di tempat yang {apa}, misalnya: memuat alamat "
            f"rumah. Jangan sebut lagi yang {apa}.",
        )


class TarikForm(BentukMixin, forms.Form):
    """The reason for taking a photo, or a reason in the trail, back as a whole."""

    alasan = AlasanTarikField()


class KataForm(BentukMixin, forms.Form):
    """Words to be blacked out, or all of them, with a reason. `tulisan` are the texts as they
    stand; without `utuh` not all of them may go."""

    cara = forms.ChoiceField(
        label="Yang ditarik",
        choices=[(HITAM, "Hitamkan sebagian kata"), (UTUH, "Tarik seluruhnya")],
        initial=HITAM,
        widget=forms.RadioSelect,
    )
    kata = KataField()
    bersyarat = ("kata",)  # one choice needs it, the other does not
    alasan = AlasanTarikField()
    tulisan: tuple[str, ...] = ()

    def __init__(
        self, *args: Any, tulisan: tuple[str, ...] = (), utuh: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.tulisan = tulisan or self.tulisan
        if not utuh:
            del self.fields["cara"]
            self.fields["alasan"] = AlasanTarikField("dihitamkan")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("cara", HITAM) == UTUH:
            data["kata"] = []
        elif "kata" in data:
            self._periksa(data["kata"], data.get("alasan", ""))
        return data

    def _periksa(self, kata: list[str], alasan: str) -> None:
        if not kata:
            atau = " Atau pilih “Tarik seluruhnya”." if "cara" in self.fields else ""
            self.add_error("kata", TANPA_KATA + atau)
        elif tiada := [k for k in kata if all(hitamkan(t, [k]) == t for t in self.tulisan)]:
            self.add_error("kata", f"“{tiada[0]}”: {TAK_ADA}")
        elif hitamkan(alasan, kata) != alasan:
            self.add_error("alasan", TERULANG)
