"""Forms of whoever writes a plan: the plan itself, its rows, and the expected money."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from core.formulir.forms import BentukMixin
from core.formulir.isian import BilanganFormField, RupiahFormField
from core.waktu import hari_ini
from proyek.enums import SumberDana
from proyek.models import Proyek
from rencana.enums import JenisRencana
from rencana.forms.umum import SebabMixin
from rencana.models import BarisRencana, Rencana
from rencana.services.susun import BARIS_TERBANYAK, TIDAK_DIRENCANAKAN
from warga.models import Kampung, Pengguna
from warga.rules import adalah_kecamatan

# Sources that most plans use; others come with the rows that name them.
UMUM = (SumberDana.DD, SumberDana.ADD, SumberDana.PAD, SumberDana.PBH, SumberDana.BKK)


class BuatForm(BentukMixin, forms.Form):
    """A new draft: which kampung (for the kecamatan alone), which year, and which list."""

    kampung = forms.ModelChoiceField(
        Kampung.objects.order_by("contoh", "nama"),
        label="Kampung",
        to_field_name="slug",
        empty_label="Pilih kampung",
    )
    tahun = forms.TypedChoiceField(label="Untuk tahun", coerce=int)
    jenis = forms.ChoiceField(label="Daftar yang disusun", choices=JenisRencana.choices)

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.oleh = oleh
        if not adalah_kecamatan(oleh):
            del self.fields["kampung"]
        kini = hari_ini().year
        tahun: Any = self.fields["tahun"]
        tahun.choices = [(satu, str(satu)) for satu in range(kini + 2, kini - 2, -1)]
        self.initial.setdefault("tahun", kini + 1)

    def kampung_dipilih(self) -> Any:
        return self.cleaned_data.get("kampung") or self.oleh.kampung


def dapat_direncanakan(rencana: Rencana) -> QuerySet[Proyek]:
    """Return the projects that may become a row of this plan."""
    milik = Proyek.objects.berlaku().filter(kampung=rencana.kampung_id)
    belum = milik.exclude(tahap__in=TIDAK_DIRENCANAKAN)
    return belum.exclude(pk__in=rencana.baris.values("proyek")).order_by("-dibuat")


class BarisForm(SebabMixin, forms.ModelForm):
    """A row: a project (of a new one), its place, its cost, its source, and the row of the RPJM."""

    urutan = BilanganFormField(
        label="Urutan",
        required=False,
        min_value=1,
        max_value=BARIS_TERBANYAK,
        help_text="Kosongkan untuk menaruhnya paling akhir.",
    )

    class Meta:
        model = BarisRencana
        fields = ("proyek", "urutan", "perkiraan", "sumber", "rpjm")

    def __init__(self, *args: Any, rencana: Rencana, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["proyek"]
        else:
            proyek: Any = self.fields["proyek"]
            proyek.queryset = dapat_direncanakan(rencana)
            proyek.empty_label = "Pilih proyek"
        sumber: Any = self.fields["sumber"]
        sumber.choices = [("", "Pilih sumber uang"), *SumberDana.choices]
        self.pasang_sebab(rencana)

    def isi(self) -> dict[str, Any]:
        """Return the columns as they were typed."""
        return {nama: self.cleaned_data[nama] for nama in ("urutan", "perkiraan", "sumber", "rpjm")}


class KeluarForm(SebabMixin, forms.Form):
    """Why a row leaves a plan that everyone reads; for a draft there is nothing to say."""

    def __init__(self, *args: Any, rencana: Rencana, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pasang_sebab(rencana)


class PaguForm(SebabMixin, forms.Form):
    """The expected money of each source; an empty field means that nobody knows it yet."""

    def __init__(self, *args: Any, rencana: Rencana, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ada = dict(rencana.pagu.values_list("sumber", "rupiah"))
        self.dipakai = set(rencana.baris.values_list("sumber", flat=True)) | set(ada)
        for sumber in SumberDana:
            if sumber in self.dipakai or sumber in UMUM:
                self.fields[sumber.value] = self._bidang(sumber)
                self.initial[sumber.value] = ada.get(sumber.value)
        self.pasang_sebab(rencana)

    def _bidang(self, sumber: SumberDana) -> forms.Field:
        return RupiahFormField(
            label=f"{sumber.label} (rupiah)",
            required=False,
            min_value=0,
            max_value=10**15,
            help_text="" if sumber in UMUM else "Kosongkan bila belum diketahui.",
        )

    def isi(self) -> dict[str, int | None]:
        """Return source → rupiah; None for one that rows name and nobody knows."""
        data = self.cleaned_data
        return {
            sumber.value: data.get(sumber.value)
            for sumber in SumberDana
            if sumber.value in self.fields
            and (data.get(sumber.value) is not None or sumber in self.dipakai)
        }


class BawaForm(BentukMixin, forms.Form):
    """Which rows of earlier years come back."""

    baris = forms.ModelMultipleChoiceField(
        BarisRencana.objects.none(),
        label="Yang dibawa kembali",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Centang paling sedikit satu."},
    )

    def __init__(self, *args: Any, pilihan: QuerySet[BarisRencana], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bidang: Any = self.fields["baris"]
        bidang.queryset = pilihan
        bidang.label_from_instance = lambda satu: f"{satu.proyek.judul} ({satu.rencana.sebutan})"
        bidang.initial = [satu.pk for satu in pilihan]
