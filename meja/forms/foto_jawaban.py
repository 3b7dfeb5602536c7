"""The photos of an official answer in a form, which survive an error elsewhere."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from aspirasi.models import Aspirasi
from aspirasi.services import foto_titipan
from aspirasi.services.foto_jawaban import PENUH, FotoBaru
from aspirasi.services.kiriman import FOTO_TERBANYAK
from core.formulir.forms import BentukMixin, FotoBanyakField, KunciFormField
from core.formulir.teks import BarisFormField
from core.models import Berkas

PETUNJUK = f"Sampai {FOTO_TERBANYAK} foto, misalnya sebelum dan sesudah dikerjakan. "
UMUM = "Semua orang melihatnya. Jangan sampai tampak wajah, pelat nomor, atau KTP."
TERTUTUP = "Hanya pengirim dan petugas yang melihatnya."
TAHAN = (
    "Untuk foto yang bagiannya masih mau Anda tutup. Jawaban tetap tampil; fotonya menunggu di "
    "halaman kiriman ini."
)


class FotoMixin(BentukMixin):
    """Form mixin with photos, which are stored at once so that they need not be chosen again.

    They wait for a day under the one-time key of the form, as those of a sender
    (`aspirasi.services.foto_titipan`). `foto_baru` is what the service of an answer is given. The
    form calls `pasang_foto`. A photo that is refused brings the form back, since an answer cannot
    be changed later.
    """

    dititip: Sequence[Berkas] = ()

    def pasang_foto(self, aspirasi: Aspirasi, *, wajib: bool = False) -> None:
        """Add the fields; what they say depends on who will see the photos."""
        umum = aspirasi.terbit and not aspirasi.anak
        self.fields["foto"] = FotoBanyakField(
            label="Foto",
            required=False,
            terbanyak=FOTO_TERBANYAK,
            help_text=PETUNJUK + (UMUM if umum else TERTUTUP),
        )
        self._wajib = wajib
        if umum:
            self.fields["tahan"] = forms.BooleanField(
                label="Jangan tampilkan fotonya dulu", required=False, help_text=TAHAN
            )
        self.fields["kunci"] = KunciFormField()

    def clean(self) -> dict[str, Any]:
        form: Any = self
        data: dict[str, Any] = super().clean() or form.cleaned_data  # type: ignore[misc]  # a mixin
        form.data = form.data.copy()
        form.data[form.add_prefix("kunci")] = data["kunci"]
        buang = bool(form.data.get(form.add_prefix("buang_foto")))
        for kalimat in self._titip(data["kunci"], data.get("foto") or [], buang=buang):
            form.add_error("foto", kalimat)
        if self._wajib and not self.dititip and "foto" not in form.errors:
            form.add_error("foto", "Pilih paling sedikit satu foto.")
        return data

    def bawa(self, data: QueryDict, berkas: MultiValueDict[str, UploadedFile]) -> None:
        """Keep the photos of a form that is shown again without being sent."""
        kunci = self.fields["kunci"].clean(data.get("kunci"))
        self.fields["kunci"].initial = kunci
        self._titip(kunci, berkas.getlist("foto")[:FOTO_TERBANYAK])

    def _titip(
        self, kunci: str, unggahan: Iterable[UploadedFile], *, buang: bool = False
    ) -> list[str]:
        """Store the photos. Return why some were refused."""
        if buang:
            foto_titipan.TITIPAN.buang(kunci=kunci)
        hasil = foto_titipan.titip(kunci=kunci, unggahan=unggahan, penuh=PENUH)
        self.dititip = list(foto_titipan.TITIPAN.dititip(kunci))
        if self.dititip:
            self._sebut(len(self.dititip))
        return hasil.ditolak

    def _sebut(self, banyak: int) -> None:
        """Say on the form which photos need not be chosen again."""
        form: Any = self
        form["foto"].help_text = f"{banyak} foto sudah kami simpan; tidak perlu dipilih lagi."
        self.fields["foto"].widget.attrs["data-muat"] = FOTO_TERBANYAK - banyak
        self.fields["buang_foto"] = forms.BooleanField(
            label="Jangan pakai foto yang sudah tersimpan", required=False
        )

    @property
    def isian_foto(self) -> list[forms.BoundField]:
        """Return the fields that people see, for a form that places them by itself."""
        form: Any = self
        return [form[n] for n in ("foto", "buang_foto", "tahan") if n in self.fields]

    @property
    def foto_baru(self) -> FotoBaru:
        """Return the photos of a valid form, for the service that answers."""
        form: Any = self
        return FotoBaru(self.dititip, tahan=form.cleaned_data.get("tahan", False))


class TambahFotoForm(FotoMixin, forms.Form):
    """Photos for an answer that was given before, and why they come now."""

    bersyarat = ("foto",)  # not optional; photos that wait count, too
    alasan = BarisFormField(
        label="Mengapa ditambahkan",
        min_length=10,
        max_length=300,
        help_text="Semua orang yang membaca jawaban ini membacanya, misalnya: foto sesudah "
        "gorong-gorong diganti.",
    )

    def __init__(self, *args: Any, aspirasi: Aspirasi, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pasang_foto(aspirasi, wajib=True)
