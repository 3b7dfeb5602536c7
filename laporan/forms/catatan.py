"""Forms of notes of the BPK Kampung, and of the word that an answer does not settle it."""

from typing import Any

from django import forms

from core.berkas.pindaian import PindaianMixin
from core.formulir.forms import BentukMixin, KunciFormField
from core.formulir.teks import BarisFormField, TeksFormField
from laporan.models import CatatanPengawasan
from proyek.forms.umum import TetapHitamMixin
from warga.models import Pengguna

PETUNJUK = (
    "Semua orang membacanya. Tulis yang Anda lihat dan yang Anda minta, bukan nama orang atau "
    "alamat rumahnya."
)
PETUNJUK_FOTO = (
    "JPEG, PNG, WebP, atau PDF, paling besar 10 MB. Semua orang melihatnya, jadi "
    "jangan sampai tampak wajah, pelat nomor, atau KTP."
)
TAK_DIKENAL = "Hanya petugas kecamatan yang membacanya, karena kami tidak tahu siapa yang mengirim."
PERNAH_DITUTUP = (
    "Hanya petugas kecamatan yang membacanya, karena kata-kata Anda tentang proyek ini pernah "
    "disembunyikan atau dihitamkan."
)
LABEL_FOTO = "Foto atau pindaian"


class CatatanField(TeksFormField):
    """The words of a note."""

    def __init__(self) -> None:
        super().__init__(
            label="Catatan pengawasan",
            min_length=10,
            max_length=3000,
            widget=forms.Textarea(attrs={"rows": 6}),
            help_text=PETUNJUK,
        )


class CatatanForm(PindaianMixin, forms.Form):
    """A new note, with a photo or scan if there is one."""

    nama_titipan = "CatatanForm"
    isi = CatatanField()

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        self.oleh = oleh
        super().__init__(*args, **kwargs)
        self.pasang_pindaian(LABEL_FOTO, PETUNJUK_FOTO)
        self.fields["kunci"] = KunciFormField()


class LampiranForm(PindaianMixin, forms.Form):
    """One more photo or scan of a note."""

    nama_titipan = "LampiranForm"
    bersyarat = ("pindaian",)

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        self.oleh = oleh
        super().__init__(*args, **kwargs)
        self.pasang_pindaian(LABEL_FOTO, PETUNJUK_FOTO)
        self.fields["kunci"] = KunciFormField()


class PerbaikiCatatanForm(TetapHitamMixin, forms.Form):
    """Other words for a note, and why they are better."""

    isi = CatatanField()
    alasan = BarisFormField(
        label="Mengapa diperbaiki?",
        max_length=300,
        help_text="Semua orang membacanya, bersama tulisan yang lama.",
    )

    def __init__(self, data: Any = None, *, catatan: CatatanPengawasan, isi: str) -> None:
        super().__init__(data, initial={"isi": isi})
        self.pasang_hitam(catatan)


class BelumForm(BentukMixin, forms.Form):
    """The words that say what an answer left open. `tertutup`: why the kecamatan alone reads it."""

    isi = TeksFormField(
        label="Apa yang belum terjawab?",
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Semua orang membacanya. Jangan tulis nama atau alamat rumah orang.",
    )

    def __init__(self, *args: Any, tertutup: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tertutup:
            self.fields["isi"].help_text = tertutup
