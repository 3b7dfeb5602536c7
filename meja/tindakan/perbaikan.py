"""The act that corrects the shown words and their title after the first look."""

from typing import Any, ClassVar

from django import forms

from aspirasi.enums import Aksi
from aspirasi.forms.isian import IsiField
from aspirasi.judul import PANJANG_JUDUL, judul_dari
from aspirasi.models import Aspirasi
from aspirasi.services import perbaikan
from core.formulir.teks import BarisFormField
from core.samar import samarkan
from meja.tindakan.dasar import AlasanForm

PETUNJUK_ALASAN = (
    "Pengirim membacanya di sebelah tulisan aslinya. Jangan sebut lagi kata yang dihapus."
)


class JudulField(BarisFormField):
    """The title that everyone reads. Left empty, it is made from the text."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "tanpa_kata": "Tulis judul dengan kata-kata, atau kosongkan."
    }
    selalu_berkata = True

    def __init__(self) -> None:
        super().__init__(
            label="Judul",
            required=False,
            max_length=PANJANG_JUDUL,
            help_text="Sebut masalah dan tempatnya, tanpa nama orang. Kalau kosong, judul diambil "
            "dari kalimat pertama.",
        )


class SidikField(forms.CharField):
    """The fingerprint of the text as the form showed it (`perbaikan.sidik_tulisan`)."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, max_length=16)


def dengan_judul(data: dict[str, Any]) -> dict[str, Any]:
    """Return the answers with a title made from the text, where the field was left empty."""
    if data.get("isi_publik") and not data.get("judul"):
        data["judul"] = judul_dari(samarkan(data["isi_publik"]))
    return data


class Perbaiki(AlasanForm):
    """A correction of the shown words; the sender's own words stay."""

    nama, aksi, izin = "perbaiki", Aksi.DIPERBAIKI, "aspirasi.perbaiki"
    label, tombol = "Perbaiki judul atau isi yang tampil", "Simpan perbaikan"
    pesan = "Perbaikan tersimpan. Pengirim diberi tahu alasannya."
    bidang_templat = ""

    judul = JudulField()
    isi_publik = IsiField(
        label="Isi yang tampil",
        min_length=1,
        help_text="Tulisan asli tidak berubah. Tulisan lama tidak lagi tampil untuk umum, juga "
        "tidak dalam pencarian.",
    )
    sidik = SidikField()
    field_order = ("judul", "isi_publik", "alasan")

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.diperiksa_pada is not None and aspirasi.dihapus_pada is None

    def siapkan(self) -> None:
        for nama in ("judul", "isi_publik"):
            self.fields[nama].initial = getattr(self.aspirasi, nama)
        self.fields["sidik"].initial = perbaikan.sidik_tulisan(self.aspirasi)
        self.fields["alasan"].help_text = PETUNJUK_ALASAN

    def clean(self) -> dict[str, Any]:
        return dengan_judul(super().clean())

    def lakukan(self) -> None:
        data = self.cleaned_data
        perbaikan.perbaiki(
            aspirasi=self.aspirasi,
            isi_publik=data["isi_publik"],
            judul=data["judul"],
            alasan=data["alasan"],
            oleh=self.oleh,
            sidik=data["sidik"],
        )
