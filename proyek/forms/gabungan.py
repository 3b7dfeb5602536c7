"""Pages with several forms that are checked together, under one summary of errors."""

from abc import ABC, abstractmethod
from typing import Any

from django.http import HttpRequest

from core.formulir.draf import ambil_isian
from proyek.enums import Tahap
from proyek.forms.dana import DanaFormSet, tanpa_galat
from proyek.forms.keputusan import KeputusanAwalForm, KeputusanForm
from proyek.forms.proyek import ProyekForm
from proyek.models import Keputusan, Proyek
from proyek.services.uang import PERLU_UANG
from warga.models import Pengguna
from warga.rules import adalah_bpk


class FormulirGabungan(ABC):
    """Forms in the order of the page; `dana` are the rows of money, when there are any."""

    keputusan: KeputusanForm
    dana: Any

    @abstractmethod
    def bagian(self) -> list[Any]:
        """Return the forms in the order of the page."""

    def is_valid(self) -> bool:
        baik = [form.is_valid() for form in self.bagian()]  # every part shows its errors
        return all(baik) and self._uang_sesuai_tahap()

    def _uang_sesuai_tahap(self) -> bool:
        """Return whether a project that enters the budget has money, new or from before."""
        ke = self.keputusan.cleaned_data.get("ke_tahap")
        if ke != Tahap.DIANGGARKAN or not self.dana:
            return True
        if not self.dana.baris() and not self.dana.sudah_ada:
            self.tolak(PERLU_UANG)
            return False
        return True

    def tolak(self, pesan: str) -> None:
        """Show an error that belongs to no field."""
        self.bagian()[0].add_error(None, pesan)

    def tambah_baris(self) -> None:
        """Show one row of money more. Nothing typed is judged or lost."""
        self.dana.tambah_baris()
        self.tanpa_menilai()

    def tanpa_menilai(self) -> None:
        """Let the page be shown as it was typed, without judging it yet."""
        self.keputusan.is_valid()  # a scan that came along is kept
        for form in (*self.bagian(), *self.dana.forms):
            if form is not self.dana:
                tanpa_galat(form)
        self.dana.tanpa_galat()

    @property
    def ringkasan_galat(self) -> list[tuple[str, str, str]]:
        return [galat for form in self.bagian() if form.is_bound for galat in form.ringkasan_galat]


class FormulirBuka(FormulirGabungan):
    """The page that opens a project: the project, its money and its founding decision."""

    keputusan: KeputusanAwalForm

    def __init__(self, request: HttpRequest, oleh: Pengguna, awal: dict[str, Any]) -> None:
        data, berkas = kiriman(request)
        self.proyek = ProyekForm(data, oleh=oleh, initial=awal)
        self.dana = DanaFormSet(data)
        self.keputusan = KeputusanAwalForm(data, berkas, oleh=oleh, prefix="keputusan")

    def bagian(self) -> list[Any]:
        return [self.proyek, self.dana, self.keputusan]


class FormulirKeputusan(FormulirGabungan):
    """The page that enters a decision. With a project it may bring money and a next stage, unless
    it is a ralat or of the BPK."""

    def __init__(
        self,
        request: HttpRequest,
        oleh: Pengguna,
        proyek: Proyek | None,
        ralat: Keputusan | None = None,
    ) -> None:
        self.data, berkas = kiriman(request)
        self.keputusan = KeputusanForm(self.data, berkas, oleh=oleh, proyek=proyek, ralat=ralat)
        beruang = proyek and not self.keputusan.tetap and not adalah_bpk(oleh)
        awal = ralat.dana if ralat else ()
        self.dana = DanaFormSet(self.data, proyek=proyek, awal=awal) if beruang else None

    def bagian(self) -> list[Any]:
        return [self.keputusan, self.dana] if self.dana else [self.keputusan]


def kiriman(request: HttpRequest) -> tuple[Any, Any]:
    """Return the posted words and files. For a form still to be filled, return the words that were
    sent after a session had ended, if any, and no files."""
    if request.method == "POST":
        return request.POST, request.FILES
    return ambil_isian(request), None
