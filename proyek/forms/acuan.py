"""The form by which the admin's pages take a kegiatan."""

from typing import Any, ClassVar

from django import forms

from proyek.models import Kegiatan

BENTUK = "Tulis kode seperti 2.3.90: bidang, sub-bidang, lalu dua angka."
BUKAN_TAMBAHAN = (
    "Kode ini bukan kode tambahan kabupaten (90 sampai 99). Kode lain hanya diubah admin."
)


class KegiatanForm(forms.ModelForm):
    """A kegiatan under its sub-bidang. `semua_kode`: codes of the national list are taken, too."""

    semua_kode: ClassVar[bool] = False

    class Meta:
        model = Kegiatan
        fields = (
            "sub_bidang",
            "kode",
            "nama",
            "nama_resmi",
            "kata_lain",
            "dasar",
            "hal_lingkungan",
        )

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        kode, induk = isi.get("kode"), isi.get("sub_bidang")
        if kode and induk:
            self._periksa(kode, induk.kode)
        return isi

    def _periksa(self, kode: str, induk: str) -> None:
        awal, _, akhir = kode.rpartition(".")
        if awal != induk:
            self.add_error("kode", f"{BENTUK} Sub-bidang yang dipilih berkode {induk}.")
        elif not (akhir.isascii() and akhir.isdigit() and len(akhir) == len("90")):
            self.add_error("kode", BENTUK)
        elif not self.semua_kode and not Kegiatan(kode=kode).kode_kabupaten:
            self.add_error("kode", BUKAN_TAMBAHAN)
