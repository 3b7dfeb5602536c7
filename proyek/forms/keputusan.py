"""Forms of decisions."""

from collections.abc import Iterable
from typing import Any

from django import forms

from core.formulir.forms import KunciFormField
from core.formulir.widgets import TanggalInput
from proyek.enums import TAHAP_NEGATIF, Tahap
from proyek.forms.umum import (
    PindaianMixin,
    bukan_masa_depan,
    sebut_kosong,
    tanggal_wajar,
)
from proyek.models import Keputusan, Proyek
from proyek.models.keputusan import PANJANG_ALASAN_NEGATIF
from warga.rules import adalah_kecamatan

KOLOM = [
    "kampung",
    "ke_tahap",
    "judul",
    "isi",
    "alasan",
    "dasar",
    "tanggal_surat",
    "nomor_surat",
    "ditetapkan_jabatan",
    "ditetapkan_nama",
    "berlaku_mulai",
]
PETUNJUK = {
    "isi": "Apa yang diputuskan, dalam kalimat biasa.",
    "alasan": "Wajib. Warga akan membacanya paling dulu: mengapa keputusannya begini?",
    "ditetapkan_jabatan": "Jabatan orang yang menetapkan, bukan yang mengetik. "
    "Contoh: Kepala Kampung Sido Rejo.",
    "dasar": "Rapat atau surat yang menjadi dasarnya.",
}


class KeputusanForm(PindaianMixin, forms.ModelForm):
    """A decision; with a project it may open the door to a next stage.

    Without a project the kampung is the official's own; officials of the kecamatan choose.
    """

    nama_titipan = "KeputusanForm"

    class Meta:
        model = Keputusan
        fields = KOLOM
        widgets = {
            "isi": forms.Textarea(attrs={"rows": 4}),
            "alasan": forms.Textarea(attrs={"rows": 4}),
            "tanggal_surat": TanggalInput,
            "berlaku_mulai": TanggalInput,
        }
        help_texts = PETUNJUK

    def __init__(self, *args: Any, proyek: Proyek | None = None, **kwargs: Any) -> None:
        self.proyek = proyek
        super().__init__(*args, **kwargs)
        self.fields["kunci"] = KunciFormField()
        sebut_kosong(self.fields["dasar"], "Pilih dasarnya")
        self.fields["tanggal_surat"].validators.append(bukan_masa_depan)
        self.fields["berlaku_mulai"].validators.append(tanggal_wajar)
        self._atur_tahap()
        self._atur_kampung()

    def _atur_tahap(self) -> None:
        if self.proyek is None:
            del self.fields["ke_tahap"]
            return
        self._pilihan_tahap(
            "Tahap proyek sesudah keputusan ini",
            "Tahapnya tidak berubah",
            self.proyek.tahap_lewat_keputusan,
        )
        self.instance.proyek = self.proyek
        self.instance.kampung = self.proyek.kampung

    def _pilihan_tahap(self, label: str, kosong: str, tahap: Iterable[str]) -> None:
        bidang: Any = self.fields["ke_tahap"]
        bidang.label = label
        bidang.choices = [("", kosong), *((ke, Tahap(ke).label) for ke in tahap)]

    def _atur_kampung(self) -> None:
        if self.proyek is None and adalah_kecamatan(self.oleh):
            bidang: Any = self.fields["kampung"]
            bidang.empty_label = "Pilih kampung"
            return
        del self.fields["kampung"]
        if self.proyek is None:
            self.instance.kampung = self.oleh.kampung

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        pendek = len((isi.get("alasan") or "").strip()) < PANJANG_ALASAN_NEGATIF
        if isi.get("ke_tahap") in TAHAP_NEGATIF and pendek and "alasan" in isi:
            self.add_error(
                "alasan",
                "Tulis alasannya dalam satu kalimat penuh, karena keputusan ini mengecewakan "
                "pengusul.",
            )
        return isi


class KeputusanAwalForm(KeputusanForm):
    """The founding decision of a project that is being opened. It may be left out as a whole."""

    nama_titipan = "KeputusanAwalForm"
    # Words typed here say that there is a decision.
    TANDA = ("judul", "isi", "alasan", "nomor_surat", "ditetapkan_nama", "ke_tahap", "titipan")
    TAHAP = (
        Tahap.DITELAAH,
        Tahap.DIBAHAS,
        Tahap.MASUK_RKP,
        Tahap.MASUK_DU_RKP,
        Tahap.DIANGGARKAN,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dipakai = self._terisi()
        if self.is_bound and not self.dipakai:  # the whole part was left empty
            for bidang in self.fields.values():
                bidang.required = False

    def _atur_tahap(self) -> None:
        self._pilihan_tahap("Tahap proyek sekarang", "Baru usulan", self.TAHAP)
        self.fields["ke_tahap"].help_text = "Selain usulan, setiap tahap memerlukan keputusan."

    def _atur_kampung(self) -> None:
        del self.fields["kampung"]  # it is the kampung of the project

    def _terisi(self) -> bool:
        if not self.is_bound:
            return False
        nama = (self.add_prefix(satu) for satu in self.TANDA)
        return any((self.data.get(n) or "").strip() for n in nama) or bool(self.files)

    def keputusan(self) -> Keputusan | None:
        """Return the unsaved decision, or None when there is none."""
        return self.save(commit=False) if self.dipakai else None
