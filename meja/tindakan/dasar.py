"""An act on a kiriman: its form, its words and the call of its service, in one class.

A class says when and to whom the act is offered. Only a chosen act becomes a form, with the kiriman
and the person who acts. Class and form only decide the offer: the service that `lakukan` calls
checks again under its lock.
"""

import re
from typing import Any, ClassVar

import rules
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from aspirasi.enums import Aksi, Status
from aspirasi.forms.isian import IsiField
from aspirasi.laku import PINDAH, izin_pada
from aspirasi.models import Aspirasi
from core.formulir.forms import BentukMixin
from warga.models import Pengguna

LEWAT = "Langkah itu tidak dapat dilakukan lagi pada kiriman ini. Inilah keadaannya sekarang."
# A gap of a ready sentence: three dots that stand for a word, not at the end of one.
CELAH = re.compile(r"(?:^|\s)…")
BERCELAH = "Masih ada titik-titik (…) yang belum diisi. Lengkapi, atau hapus bagian itu."


class TindakanForm(BentukMixin, forms.Form):
    """One act; without fields of its own there is nothing to fill in.

    `nama` is its name in the address, `aksi` its verb on the trail. An act that moves the status
    has its right and its statuses in `aspirasi.laku`; `izin` is the right of any other.
    `label` leads to it, `tombol` does it, `pesan` says that it is done.

    `utama`: usually the next step, so its form stands open; `dekat`: stands beside those;
    `negatif`: ends or narrows the kiriman; `kata_umum`: everyone who reads it reads the words, so
    a draft of them may stay on the device. `masih_ada` says above the button how far the act
    reaches. `bidang_templat` names the field that may take a ready sentence ("" for none),
    `bidang_bercelah` the fields whose gaps must be filled before sending.
    """

    nama: ClassVar[str]
    aksi: ClassVar[Aksi]
    izin: ClassVar[str] = ""
    label: ClassVar[str]
    tombol: ClassVar[str]
    pesan: ClassVar[str]
    utama: ClassVar[bool] = False
    dekat: ClassVar[bool] = False
    negatif: ClassVar[bool] = False
    kata_umum: ClassVar[bool] = False
    masih_ada: ClassVar[str] = ""
    bidang_templat: ClassVar[str] = ""
    bidang_bercelah: ClassVar[tuple[str, ...]] = ()
    do_not_call_in_templates: ClassVar[bool] = True  # a template reads the class itself

    def __init__(self, *args: Any, aspirasi: Aspirasi, oleh: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aspirasi, self.oleh = aspirasi, oleh
        self.siapkan()

    def siapkan(self) -> None:
        """Fit choices and initial values to the kiriman."""

    def bawa(self, data: QueryDict, berkas: MultiValueDict[str, UploadedFile]) -> None:
        """Keep what else was chosen in a form that is shown again without being sent."""

    def lakukan(self) -> None:
        """Do it with the cleaned data. Raises TidakBisa as its service does.

        Each act overrides this; a test asks every act of the page for it.
        """
        raise NotImplementedError(f"{type(self).__name__} does not say what it does")

    def kabar(self) -> str:
        """Return the message after the act is done."""
        return self.pesan

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for nama in {self.bidang_templat, *self.bidang_bercelah} & set(data):
            if CELAH.search(data[nama] or ""):
                self.add_error(nama, BERCELAH)
        return data

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        """Return whether the kiriman fulfils the conditions beside its status."""
        return True

    @classmethod
    def dari(cls) -> tuple[str, ...]:
        """Return the statuses from which it can be done; all, for an act that leaves the status
        alone."""
        return PINDAH[cls.aksi].dari if cls.aksi in PINDAH else tuple(Status.values)

    @classmethod
    def hak(cls, status: str = "") -> str:
        """Return the right that it takes; the right from one status, where `status` is named."""
        return izin_pada(cls.aksi, status) if cls.aksi in PINDAH else cls.izin

    @classmethod
    def boleh(cls, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
        """Return whether this person may ever do it; `mungkin` says whether they may now."""
        return bool(rules.has_perm(cls.hak(), oleh, aspirasi))

    @classmethod
    def mungkin(cls, aspirasi: Aspirasi, oleh: Pengguna) -> bool:
        """Return whether this person may do it as the kiriman stands now."""
        if aspirasi.status not in cls.dari():
            return False
        izin = cls.hak(aspirasi.status)
        return bool(rules.has_perm(izin, oleh, aspirasi)) and cls.syarat(aspirasi)

    @classmethod
    def sekali_tekan(cls) -> bool:
        """Return whether there is nothing to fill in, and nothing to look at before."""
        isian = cls.base_fields.values()
        return not cls.utama and all(satu.widget.is_hidden for satu in isian)


class DilihatForm(TindakanForm):
    """An act on a state that an official has seen; it does not cover later changes of the sender.

    `waktu_dari` names the column whose moment changes with such a change.
    """

    waktu_dari: ClassVar[str]
    sejak = forms.DateTimeField(
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid"), "Muat ulang halaman ini, lalu lihat sekali lagi."
        ),
    )

    def siapkan(self) -> None:
        sejak = getattr(self.aspirasi, self.waktu_dari)
        self.fields["sejak"].initial = sejak.isoformat() if sejak else ""


class AlasanForm(TindakanForm):
    """An act with its reason, in a sentence for the sender."""

    bidang_templat = "alasan"
    alasan = IsiField(
        label="Alasannya",
        min_length=20,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu kalimat penuh yang dipahami pengirim. Untuk kiriman yang sudah tampil, "
        "semua orang membacanya.",
    )
