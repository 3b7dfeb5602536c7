"""The scan of a paper in a form: stored at once, so that an error elsewhere does not cost it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html

from core.berkas.simpan import hapus, simpan_pindaian, tak_bertuan
from core.formulir.forms import BentukMixin
from core.formulir.sekali import sidik
from core.jaga.alamat import samarkan, terbaca
from core.models import Berkas

UMUR_TITIPAN = dt.timedelta(days=1)  # files without an owner are swept after a day
TITIPAN_TERBANYAK = 3
PESAN_BERKAS = {
    "required": "Pilih berkasnya dulu.",
    "empty": "Berkas ini kosong (0 byte). Pilih sekali lagi.",
}
PDF, PDF_ATAU_FOTO = "application/pdf", "application/pdf,image/jpeg,image/png,image/webp"


@transaction.atomic
def titipkan(
    berkas: Berkas,
    *,
    untuk: str,
    pengganti: Berkas | None = None,
    terbanyak: int = TITIPAN_TERBANYAK,
) -> None:
    """Note for which form (`untuk`) a file waits, and delete those it makes superfluous.

    Superfluous are the file that it replaces, and all files without a row but the newest
    `terbanyak`: a form that is never right must not fill the disk.
    """
    berkas.titipan = sidik(untuk)
    berkas.save(update_fields=["titipan"])
    semua = tak_bertuan().filter(titipan=berkas.titipan).order_by("-pk")
    tetap = [satu for satu in semua if satu != pengganti][:terbanyak]
    for lama in semua:
        if lama not in tetap:
            hapus(lama)


class PindaianMixin(BentukMixin):
    """Form mixin with the scan of a paper, which survives an error elsewhere.

    A good file is stored at once and named by sealed letters in a hidden field, so that it need not
    be chosen again. A later one takes its place, and one person leaves few of them behind in forms
    of one kind (`titipkan`). `dokumen` is the stored file, or None. The form calls
    `pasang_pindaian` and has `oleh`, the account that the token is good for. `nama_titipan` tells
    the kinds apart. A form that is open during an upgrade holds it, so it stays when the class is
    renamed. With `pindaian` in `bersyarat` the form needs a scan: one that is sent, or one that
    waits.
    """

    oleh: Any
    dokumen: Berkas | None = None
    nama_titipan: ClassVar[str]
    terima: ClassVar[str] = PDF_ATAU_FOTO
    bersyarat: Sequence[str] = ()

    def pasang_pindaian(self, label: str, petunjuk: str, *, wajib: bool = False) -> None:
        """Add the two fields; `petunjuk` says who will read it."""
        self.fields["pindaian"] = forms.FileField(
            label=label,
            required=wajib,
            help_text=petunjuk,
            error_messages=PESAN_BERKAS,
            widget=forms.FileInput(attrs={"accept": self.terima}),
        )
        self.fields["titipan"] = forms.CharField(widget=forms.HiddenInput, required=False)

    def simpan(self, unggahan: UploadedFile) -> Berkas:
        """Store it; raises ValidationError for what is no scan."""
        return simpan_pindaian(unggahan)

    def clean_pindaian(self) -> Any:
        form: Any = self
        unggahan = form.cleaned_data.get("pindaian")
        if unggahan:
            self.dokumen = self.simpan(unggahan)
            lama = self._baca(str(form.data.get(form.add_prefix("titipan")) or ""))
            titipkan(self.dokumen, untuk=self._garam(), pengganti=lama)
        return unggahan

    def clean_titipan(self) -> str:
        form: Any = self
        if self.dokumen is None:
            self.dokumen = self._baca(form.cleaned_data.get("titipan") or "")
        if self.dokumen is None:
            return ""
        token = samarkan(self.dokumen.pk, untuk=self._garam())
        form.data = form.data.copy()
        form.data[form.add_prefix("titipan")] = token
        form["pindaian"].help_text = format_html(
            "“{}” sudah kami simpan; tidak perlu dipilih lagi.",
            self.dokumen.nama_asli or "Foto surat",
        )
        return token

    def clean(self) -> dict[str, Any]:
        form: Any = self
        isi: dict[str, Any] = super().clean() or form.cleaned_data  # type: ignore[misc]  # of the form
        perlu = "pindaian" in self.bersyarat and "pindaian" in self.fields
        if perlu and self.dokumen is None and "pindaian" not in form.errors:
            form.add_error("pindaian", PESAN_BERKAS["required"])
        return isi

    def _garam(self) -> str:
        return f"pindaian.{self.nama_titipan}.{self.oleh.pk}"

    def _baca(self, token: str) -> Berkas | None:
        try:
            pk = terbaca(token, untuk=self._garam())
        except ValueError:
            return None
        return tak_bertuan().filter(pk=pk, dibuat__gt=timezone.now() - UMUR_TITIPAN).first()
