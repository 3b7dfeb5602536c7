"""Parts that the forms of this app share."""

import datetime
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from core.berkas import simpan_dokumen
from core.forms import BentukMixin
from core.models import Berkas
from core.waktu import hari_ini
from warga.models import Pengguna

HARI_TERDINI = datetime.date(2000, 1, 1)
HARI_TERAKHIR = datetime.date(2100, 1, 1)
UMUR_TITIPAN = 24 * 3600  # seconds; files without an owner are swept after a day


class TanggalInput(forms.DateInput):
    """The date picker of the browser; plain text where there is none."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "isian--pendek"} | (attrs or {}), format="%Y-%m-%d")


def sebut_kosong(bidang: Any, kata: str) -> None:
    """Let a choice field start with `kata` instead of a row of dashes."""
    bidang.choices = [(nilai, label if nilai else kata) for nilai, label in bidang.choices]


def tanggal_wajar(tanggal: datetime.date) -> None:
    """Refuse years that are slips of the finger."""
    if not HARI_TERDINI <= tanggal <= HARI_TERAKHIR:
        raise ValidationError("Tahun pada tanggal ini tidak wajar. Periksa lagi.")


def bukan_masa_depan(tanggal: datetime.date) -> None:
    """Refuse a day that is still to come (WIB)."""
    tanggal_wajar(tanggal)
    if tanggal > hari_ini():
        raise ValidationError("Tanggal tidak boleh sesudah hari ini.")


class PindaianMixin(BentukMixin):
    """Form mixin with the scan of a paper (PDF), which survives an error elsewhere.

    A PDF that is good is stored at once and named by a signed token in a hidden field, so
    that it need not be chosen again. `dokumen` is the stored file, or None.
    """

    oleh: Pengguna
    dokumen: Berkas | None = None

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        self.oleh = oleh
        super().__init__(*args, **kwargs)
        self.fields["pindaian"] = forms.FileField(
            label="Pindaian surat (PDF)",
            required=False,
            help_text="Paling besar 10 MB. Surat ini dapat dibaca semua orang, jadi tutup dulu "
            "NIK, nomor HP, dan alamat rumah orang di dalamnya.",
            widget=forms.FileInput(attrs={"accept": "application/pdf"}),
        )
        self.fields["titipan"] = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_pindaian(self) -> Any:
        form: Any = self
        unggahan = form.cleaned_data.get("pindaian")
        if unggahan:
            self.dokumen = simpan_dokumen(unggahan)
        return unggahan

    def clean_titipan(self) -> str:
        form: Any = self
        if self.dokumen is None:
            self.dokumen = self._baca(form.cleaned_data.get("titipan") or "")
        if self.dokumen is None:
            return ""
        token = signing.dumps(self.dokumen.pk, salt=self._garam())
        form.data = form.data.copy()
        form.data[form.add_prefix("titipan")] = token
        form["pindaian"].help_text = format_html(
            "“{}” sudah kami simpan; tidak perlu dipilih lagi.", self.dokumen.nama_asli
        )
        return token

    def _garam(self) -> str:
        return f"proyek.pindaian.{self.oleh.pk}"

    def _baca(self, token: str) -> Berkas | None:
        try:
            pk = signing.loads(token[:300], salt=self._garam(), max_age=UMUR_TITIPAN)
        except signing.BadSignature:
            return None
        return Berkas.objects.filter(pk=pk, jenis=Berkas.Jenis.DOKUMEN, keputusan=None).first()
