"""The form of the items of a project: a few rows of a name and a weight."""

from collections.abc import Sequence
from typing import Any

from django import forms

from proyek.forms.pasangan import PasanganForm
from proyek.forms.umum import TetapHitamMixin
from proyek.models import ButirPekerjaan, Proyek
from proyek.services.butir import BUTIR_TERBANYAK, Butir, galat_butir


class ButirForm(TetapHitamMixin, PasanganForm):
    """Rows `nama_1`, `bobot_1` and so on. `butir` fills them first."""

    kolom, terbanyak = ("nama", "bobot"), BUTIR_TERBANYAK
    separuh = "Isi nama pekerjaan dan bobotnya, atau kosongkan."

    def __init__(
        self, data: Any = None, *, proyek: Proyek, butir: Sequence[Butir], ada: bool, **kwargs: Any
    ) -> None:
        super().__init__(data, awal=butir, ada=ada, **kwargs)
        self.pasang_hitam(proyek)

    def bidang_baris(self, nomor: int) -> tuple[forms.Field, forms.Field]:
        kolom: Any = ButirPekerjaan._meta
        nama, bobot = (kolom.get_field(satu) for satu in self.kolom)
        return (
            nama.formfield(label=f"Pekerjaan {nomor}", required=False),
            bobot.formfield(label=f"Bobot {nomor} (%)", required=False),
        )

    def butir(self) -> list[Butir]:
        """Return the rows that were filled in."""
        return self.isi_baris()

    def galat_isi(self) -> str:
        return galat_butir(self.butir())
