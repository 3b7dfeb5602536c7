"""The act that routes several kiriman at once."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Case, Count, QuerySet, When

from aspirasi.enums import Jenis, Status
from aspirasi.models import Aspirasi
from core.formulir.forms import BentukMixin
from core.formulir.teks import TeksFormField
from meja.services.massal import SIAP, Hasil, teruskan_banyak
from warga.enums import INSTANSI_DALAM
from warga.models import Instansi, Kampung, Pengguna

TERBANYAK = 50


def dapat_diteruskan(oleh: Pengguna, jenis: str, kampung: Kampung | None) -> QuerySet[Aspirasi]:
    """Return the kiriman of one kind that routing helps: those that no office has yet before those
    that could go to another one, the longest waiting first."""
    siap = _siap(oleh).untuk_kartu().filter(jenis=jenis)
    hasil: QuerySet[Aspirasi] = siap.filter(kampung=kampung) if kampung else siap
    return hasil


def jenis_menunggu(oleh: Pengguna, kampung: Kampung | None) -> str:
    """Return the kind of the kiriman that waits longest to be routed; Keluhan when none does."""
    siap = _siap(oleh).filter(kampung=kampung) if kampung else _siap(oleh)
    return siap.values_list("jenis", flat=True).first() or Jenis.KELUHAN


def jenis_terbanyak(oleh: Pengguna, dipilih: list[UUID]) -> str:
    """Return the kind of most of these kiriman that routing helps; Keluhan for none."""
    siap = _siap(oleh).filter(acuan__in=dipilih).order_by()
    jenis = siap.values("jenis").annotate(banyak=Count("pk")).order_by("-banyak", "jenis")
    return jenis.values_list("jenis", flat=True).first() or Jenis.KELUHAN


def _siap(oleh: Pengguna) -> Any:
    """Return what this person may route: what no office has first, the longest waiting first."""
    sudah = Case(When(status=Status.DITERUSKAN, then=1), default=0)
    siap = Aspirasi.objects.untuk_meja(oleh).filter(status__in=SIAP)
    return siap.order_by(sudah, "dibuat", "pk")


class KirimanField(forms.TypedMultipleChoiceField):
    """Ticked kiriman by their acuan. A kiriman that was routed meanwhile is still accepted: the
    next page says what became of it, and the others go on."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=UUID, **kwargs)

    def valid_value(self, value: Any) -> bool:
        try:
            UUID(str(value))
        except ValueError:
            return False
        return True

    def clean(self, value: Any) -> list[UUID]:
        semua: list[UUID] = super().clean(value)
        if len(semua) > TERBANYAK:
            raise forms.ValidationError(f"Paling banyak {TERBANYAK} kiriman sekali jalan.")
        return semua


class TeruskanBanyak(BentukMixin, forms.Form):
    """The ticked kiriman, the office they go to, and one reason for all. With `dipilih` only these
    are offered."""

    kiriman = KirimanField(label="Kiriman yang diteruskan")
    ke = forms.ModelChoiceField(
        label="Diteruskan kepada",
        queryset=Instansi.objects.filter(jenis__in=INSTANSI_DALAM).order_by("jenis", "nama"),
        required=False,
        empty_label="Pemerintah kampung masing-masing",
    )
    catatan = TeksFormField(
        label="Alasan dan catatan untuk instansi itu",
        min_length=3,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu alasan untuk semua yang dicentang. Hanya dibaca petugas.",
    )

    def __init__(
        self,
        *args: Any,
        jenis: str,
        oleh: Pengguna,
        kampung: Kampung | None = None,
        centang: bool = False,
        dipilih: list[UUID] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.jenis, self.oleh = jenis, oleh
        siap = dapat_diteruskan(oleh, jenis, kampung)
        if dipilih is not None:
            siap = siap.filter(acuan__in=dipilih)
        self.ada = list(siap[:TERBANYAK])
        self.banyak = siap.count() if len(self.ada) == TERBANYAK else len(self.ada)
        kiriman = self.bidang("kiriman", KirimanField)
        kiriman.choices = [(str(a.acuan), _kata(a)) for a in self.ada]
        if centang:
            kiriman.initial = [nilai for nilai, _ in kiriman.choices]

    def lakukan(self) -> list[Hasil]:
        """Route each ticked kiriman and return what became of each."""
        return teruskan_banyak(
            pilihan=self.cleaned_data["kiriman"],
            jenis=self.jenis,
            ke=self.cleaned_data["ke"],
            catatan=self.cleaned_data["catatan"],
            oleh=self.oleh,
        )


def _kata(aspirasi: Aspirasi) -> str:
    kampung = f"Kampung {aspirasi.kampung.nama}" if aspirasi.kampung else "kampung belum diketahui"
    nomor = f", {aspirasi.nomor}" if aspirasi.nomor else ""
    di = aspirasi.ditangani
    sekarang = f"sekarang di {di.nama}" if di else aspirasi.get_status_display().lower()
    return f"{aspirasi.judul} ({kampung}{nomor}, {sekarang})"
