"""The form of a project itself."""

from typing import Any

from django import forms

from core.formulir.forms import SekaliMixin
from core.formulir.widgets import TanggalInput
from proyek.enums import FrekuensiLaporan, frekuensi_baku
from proyek.forms.kegiatan import KegiatanFormField
from proyek.forms.umum import tanggal_wajar
from proyek.models import Proyek
from warga.models import Instansi, Kampung, Pengguna
from warga.rules import adalah_kecamatan
from warga.wilayah import BerletakMixin

PETUNJUK = {
    "judul": "Nama yang mudah dikenali warga. Contoh: Rabat beton Dusun 3.",
    "uraian": "Apa yang dikerjakan, untuk siapa, dan mengapa di situ.",
    "lokasi": "Dusun, RT, dan patokan yang dikenal warga.",
    "satuan": "Contoh: m, m², m³, unit.",
    "pelaksana": "Nama badannya, bukan nama orang. Contoh: TPK Kampung Sido Rejo.",
    "lintang": "Contoh: −5,1651. Boleh menempel keduanya sekaligus, atau tautan dari peta.",
    "bujur": "Contoh: 105,0249.",
    "kampung_lain": "Kampung lain yang ikut terlayani.",
}
BAKU = "Menurut jenisnya: fisik pada 0%, 50%, dan 100%; lainnya setiap bulan"


class ProyekForm(SekaliMixin, BerletakMixin, forms.ModelForm):
    """The work, the place, the people and the dates. Aparat open projects of their own kampung, the
    kecamatan of any."""

    kegiatan = KegiatanFormField()

    class Meta:
        model = Proyek
        fields = [
            "kampung",
            "judul",
            "kegiatan",
            "uraian",
            "lokasi",
            "volume",
            "satuan",
            "mulai_rencana",
            "selesai_rencana",
            "pola",
            "pelaksana",
            "jenis",
            "tujuan",
            "sasaran",
            "kampung_lain",
            "pemilik",
            "frekuensi_laporan",
            "lintang",
            "bujur",
        ]
        widgets = {
            "uraian": forms.Textarea(attrs={"rows": 5}),
            "tujuan": forms.Textarea(attrs={"rows": 3}),
            "mulai_rencana": TanggalInput,
            "selesai_rencana": TanggalInput,
            "kampung_lain": forms.CheckboxSelectMultiple,
        }
        help_texts = PETUNJUK

    UTAMA = (
        "kampung",
        "judul",
        "kegiatan",
        "uraian",
        "lokasi",
        "volume",
        "satuan",
        "mulai_rencana",
        "selesai_rencana",
        "pola",
        "pelaksana",
    )

    def __init__(self, *args: Any, oleh: Pengguna, **kwargs: Any) -> None:
        self.oleh = oleh
        super().__init__(*args, **kwargs)
        for nama in ("mulai_rencana", "selesai_rencana"):
            self.fields[nama].validators.append(tanggal_wajar)
        self._atur_frekuensi()
        self.fields["pemilik"].required = False
        self.fields["pemilik"].help_text = "Kosongkan bila milik Pemerintah Kampung."
        if not adalah_kecamatan(oleh):
            self.instance.kampung = oleh.kampung
            del self.fields["kampung"], self.fields["pemilik"]
        else:
            self._pilihan("kampung").empty_label = "Pilih kampung"

    def _atur_frekuensi(self) -> None:
        """Let a new project be reported as its kind wants, unless its office says otherwise."""
        self.initial.pop("frekuensi_laporan", None)
        frekuensi = self._pilihan("frekuensi_laporan")
        frekuensi.required, frekuensi.initial = False, ""
        frekuensi.choices = [("", BAKU), *FrekuensiLaporan.choices]

    def _pilihan(self, nama: str) -> Any:
        return self.fields[nama]

    @property
    def utama(self) -> list[Any]:
        """Return the bound fields that stand open, in order."""
        return [self[nama] for nama in self.UTAMA if nama in self.fields]

    @property
    def tambahan(self) -> list[Any]:
        """Return the bound fields that are folded away."""
        return [isian for isian in self.visible_fields() if isian.name not in self.UTAMA]

    @property
    def tambahan_terbuka(self) -> bool:
        return any(isian.errors for isian in self.tambahan)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        mulai, selesai = isi.get("mulai_rencana"), isi.get("selesai_rencana")
        if mulai and selesai and selesai < mulai:
            self.add_error("selesai_rencana", "Rencana selesai harus sesudah rencana mulai.")
        if isi.get("volume") is not None and isi["volume"] <= 0:
            self.add_error("volume", "Volume harus lebih besar dari nol.")
        isi["frekuensi_laporan"] = isi.get("frekuensi_laporan") or frekuensi_baku(
            isi.get("jenis", "")
        )
        self._isi_pemilik(isi)
        return isi

    def _isi_pemilik(self, isi: dict[str, Any]) -> None:
        kampung: Kampung | None = isi.get("kampung", self.oleh.kampung)
        if kampung and not isi.get("pemilik"):
            pemilik = Instansi.objects.filter(kampung=kampung).first()
            if pemilik is None:
                self.add_error(None, f"Pemerintah Kampung {kampung} belum terdaftar.")
            else:
                isi["pemilik"] = self.instance.pemilik = pemilik
