"""The form of an upload for a paper of the budget."""

from typing import Any

from django import forms

from anggaran.forms.isi import rupiah_field
from anggaran.models import AnggaranKampung
from anggaran.services.impor import Unggahan
from core.berkas.tabel_masuk import MAKS_BYTE, TERLALU_BESAR
from core.formulir.forms import SekaliMixin
from core.formulir.teks import BarisFormField
from core.formulir.widgets import TanggalInput
from proyek.forms.umum import bukan_masa_depan


class ImporForm(SekaliMixin, forms.Form):
    """A table, and the sum that Siskeudes prints below it."""

    berkas = forms.FileField(
        label="Berkas (Excel .xlsx atau CSV)",
        help_text="Cetakan LRA per kegiatan, tabel Siskeudes (Ta_RAB, Ta_RABRinci, "
        "Ta_JurnalUmumRinci, Ta_SPJRinci), atau templat kami. Paling besar 10 MB.",
    )
    total = rupiah_field(
        "Jumlah belanja yang tercetak di Siskeudes",
        required=True,
        help_text="Harus sama sampai rupiah terakhir dengan jumlah di berkas. Untuk tabel tanpa "
        "belanja: jumlah pendapatannya.",
    )
    kode = BarisFormField(
        label="Kode desa di Siskeudes",
        max_length=16,
        required=False,
        help_text="Hanya bila berkasnya memuat beberapa desa. Contoh: 99.2099.",
    )

    def __init__(self, *args: Any, surat: AnggaranKampung, beralasan: bool, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if surat.realisasi:
            self.fields["sampai"] = forms.DateField(
                label="Keadaan sampai tanggal", widget=TanggalInput, validators=[bukan_masa_depan]
            )
        if beralasan:
            self.fields["alasan"] = BarisFormField(
                label="Apa yang dibetulkan, dan mengapa?",
                max_length=500,
                help_text="Sudah ada yang terbit. Semua orang membaca alasan ini.",
            )

    def clean_berkas(self) -> Any:
        berkas = self.cleaned_data["berkas"]
        if berkas.size > MAKS_BYTE:
            raise forms.ValidationError(TERLALU_BESAR)
        return berkas

    def unggahan(self) -> Unggahan:
        """Return the words that came with the file."""
        data = self.cleaned_data
        return Unggahan(
            data["total"], data.get("sampai"), data.get("kode", ""), data.get("alasan", "")
        )
