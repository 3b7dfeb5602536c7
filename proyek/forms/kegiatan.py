"""The field in which people look for a kegiatan by their own words, and choose one.

It works in any form, without a script: the button of the search sends the whole form, which comes
back with the matches as radio buttons and with everything that was typed. `proyek:kegiatan` gives
the same matches while somebody types.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.cari.tanya import PANJANG
from core.formulir.widgets import PilihanKartu
from proyek.models import Kegiatan
from proyek.models.himpunan import jauh

TERBANYAK, PELAJARAN = 12, 3
PILIH = "Pilih salah satu kegiatan dari hasil pencarian."
CARI_DULU = "Cari kegiatannya dulu, lalu pilih satu. Contoh: jalan, posyandu, BLT."
KATA, DICARI, TOMBOL = "_kata", "_dicari", "_cari"


def mencari_kegiatan(data: Any, nama: str = "kegiatan") -> bool:
    """Return whether a sent form only asks for matches: its button of the search was pressed."""
    return f"{nama}{TOMBOL}" in data


class CariKegiatan(PilihanKartu):
    """A search box with its button; the chosen kegiatan and the matches stand below."""

    template_name = "proyek/cari_kegiatan.html"
    kata = dicari = ""
    ditekan = False

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        self.kata = str(data.get(f"{name}{KATA}") or "").strip()[:PANJANG]
        self.dicari = str(data.get(f"{name}{DICARI}") or "").strip()[:PANJANG]
        self.ditekan = mencari_kegiatan(data, name)
        return super().value_from_datadict(data, files, name)

    @property
    def mencari(self) -> bool:
        """Return whether the matches of the typed words have not been seen yet."""
        return self.ditekan or self.kata not in ("", self.dicari)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Return the id of the search box: a link to the field leads there."""
        return super().id_for_label(id_, index) if index else f"{id_}{KATA}"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        semua = Kegiatan.objects.select_related("sub_bidang")
        cocok = list(semua.cari(self.kata)[: TERBANYAK + 1]) if self.kata else []
        dipilih = list(semua.filter(pk=value)) if str(value or "").isdecimal() else []
        self._tawarkan([*dipilih, *(k for k in cocok[:TERBANYAK] if k not in dipilih)])
        konteks = super().get_context(name, value, attrs)
        konteks["widget"] |= {
            "kata": self.kata,
            "cocok": cocok[:TERBANYAK],
            "masih_ada": len(cocok) > TERBANYAK,
            "pelajaran": _pelajaran(dipilih or cocok) if self.kata else [],
        }
        return konteks

    def _tawarkan(self, baris: list[Kegiatan]) -> None:
        self.choices = [(str(k.pk), k.nama) for k in baris]
        self.keterangan = {str(k.pk): ("", _keterangan(k)) for k in baris}


def _keterangan(kegiatan: Kegiatan) -> str:
    """Return the small print of a choice: its code and its sub-bidang. The official name stands on
    the page of the project: twelve of them are too long for a phone."""
    ragu = ", kode tambahan kabupaten yang belum dipastikan" if kegiatan.belum_dipastikan else ""
    return f"{kegiatan.kode} · {kegiatan.sub_bidang.nama}{ragu}"


def _pelajaran(kegiatan: list[Kegiatan]) -> list[Any]:
    """Return what finished works of these kegiatan taught, the newest first; one query."""
    serupa = jauh("evaluasi").terbaca().filter(proyek__kegiatan__in=kegiatan)
    return list(serupa.order_by("-ditulis", "-pk")[:PELAJARAN])


class KegiatanFormField(forms.ModelChoiceField):
    """Choose one kegiatan by searching. Words that were typed but not searched for yet bring their
    matches instead of an answer."""

    widget = CariKegiatan

    def __init__(self, **kwargs: Any) -> None:
        asal = {"label": "Kegiatan", "error_messages": {"required": CARI_DULU}}
        super().__init__(Kegiatan.objects.all(), empty_label=None, **(asal | kwargs))

    def clean(self, value: Any) -> Any:
        pilihan: Any = self.widget
        if pilihan.mencari:
            raise ValidationError(PILIH, code="mencari")
        return super().clean(value)
