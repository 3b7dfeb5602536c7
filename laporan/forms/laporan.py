"""The form of a report: its days, words and percent, with its money and its photos."""

import datetime
from typing import Any

from django import forms

from core.templatetags.bentuk import rentang_tanggal
from laporan.bacaan.bantuan import kata_persen, saat_foto
from laporan.bacaan.menyusul import HARI_BELANJA
from laporan.forms.belanja import BelanjaMixin
from laporan.forms.butir import ButirMixin
from laporan.forms.foto import FotoMixin
from laporan.forms.versi import VersiMixin
from laporan.models import LaporanKemajuan
from laporan.models.tenaga import TENAGA
from laporan.rentang import Rentang
from laporan.services import jadwal

HOK = "Hari orang kerja: jumlah hari kerja (8 jam) semua pekerja."
PERSEN = "Dihitung dari awal pekerjaan, bukan dalam waktu ini saja. Contoh: 72,5."
LIPATAN = {
    "turun": ("alasan_turun",),
    "henti": ("tanpa_kemajuan", "alasan_tanpa_kemajuan"),
    "keterangan": ("narasi", "rencana_tindak_lanjut", *TENAGA, "cuaca", "keterangan"),
}


class LaporanForm(FotoMixin, BelanjaMixin, ButirMixin, VersiMixin, forms.ModelForm):
    """The work of a span of days, its photos, and the money spent on it, per source.

    `instance` carries the project. The span that is due first is chosen beforehand. A correction
    (revisi > 1) keeps its span and says why.
    """

    # Not optional: what else was filled in decides.
    bersyarat = ("foto", "kendala", "alasan_turun", "alasan_tanpa_kemajuan")
    periode = forms.TypedChoiceField(
        label="Waktu yang dilaporkan", coerce=datetime.date.fromisoformat
    )
    ada_kendala = forms.TypedChoiceField(
        label="Ada kendala?",
        choices=[("tidak", "Tidak ada kendala"), ("ya", "Ada kendala")],
        coerce=lambda nilai: nilai == "ya",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = LaporanKemajuan
        fields = [
            "alasan_perbaikan",
            "periode",
            "tanpa_kemajuan",
            "alasan_tanpa_kemajuan",
            "persen",
            "alasan_turun",
            "narasi",
            "belanja_menyusul",
            "ada_kendala",
            "kendala",
            "rencana_tindak_lanjut",
            *TENAGA,
            "cuaca",
        ]
        widgets = {
            "narasi": forms.Textarea(attrs={"rows": 5}),
            "kendala": forms.Textarea(attrs={"rows": 3}),
            "rencana_tindak_lanjut": forms.Textarea(attrs={"rows": 3}),
            "persen": forms.TextInput(attrs={"inputmode": "decimal", "class": "isian--pendek"}),
        }
        labels = {
            "tanpa_kemajuan": "Tidak ada kemajuan",
            "alasan_tanpa_kemajuan": "Alasan tidak ada kemajuan",
        }
        help_texts = {
            "hok_l": HOK,
            "hok_p": HOK,
            "tanpa_kemajuan": "Bila dicentang, cukup tulis alasannya: persen yang dikosongkan "
            "tetap seperti laporan sebelumnya, belanja yang dikosongkan dicatat nol, dan foto "
            "tidak wajib.",
            "alasan_turun": "Diisi bila persennya lebih kecil daripada laporan sebelumnya.",
            "alasan_perbaikan": "Apa yang diperbaiki dan mengapa. Laporan lama tetap terlihat.",
            "kendala": "Diisi bila ada kendala.",
            "belanja_menyusul": "Angkanya diisi di meja kerja, paling lambat "
            f"{HARI_BELANJA} hari kerja sesudah laporan ini terbit.",
        }

    def __init__(self, *args: Any, belanja: dict[int, int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rentang: list[Rentang] = []
        self._atur_persen()
        self._atur_periode()
        self._atur_kendala()
        self.pasang_belanja(belanja or {})
        self.pasang_rincian()
        self.pasang_foto(wajib=False)
        dipilih = [r for r in self.rentang if r.awal == self.instance.periode] or self.rentang
        self.fields["tahap"].initial = saat_foto(dipilih[0] if dipilih else None)
        self.pasang_versi()

    @property
    def isian_keterangan(self) -> list[Any]:
        """Return the bound fields that a person may pass over."""
        return [self[nama] for nama in LIPATAN["keterangan"]]

    @property
    def terbuka(self) -> dict[str, bool]:
        """Return which folded parts stand open: those with an error, and those filled in."""
        return {
            bagian: any(self[n].errors or self[n].value() for n in nama if n in self.fields)
            for bagian, nama in LIPATAN.items()
        }

    def _atur_persen(self) -> None:
        semua = self.instance.proyek.laporan.berlaku().exclude(periode=self.instance.periode)
        terakhir = semua.order_by("-periode").first()
        self.fields["persen"].help_text = kata_persen(terakhir) + PERSEN
        if not terakhir:
            del self.fields["alasan_turun"]  # there is nothing to fall from
        self.pasang_butir(terakhir)
        dihitung = self.tercentang(*(satu.name for satu in self.isian_butir))
        self.fields["persen"].required = not (dihitung or self.tercentang("tanpa_kemajuan"))
        self.fields["persen"].error_messages["required"] = "Isi sudah berapa persen pekerjaannya."

    def _atur_periode(self) -> None:
        if self.instance.revisi > 1:
            del self.fields["periode"]
            self.fields["alasan_perbaikan"].required = True
            return
        del self.fields["alasan_perbaikan"]
        pilihan: Any = self.fields["periode"]
        self.rentang = jadwal.pilihan(proyek=self.instance.proyek, laporan=self.instance)
        pilihan.choices = [
            (r.awal.isoformat(), rentang_tanggal(r.awal, r.akhir)) for r in self.rentang
        ]

    def _atur_kendala(self) -> None:
        lama = self.instance.pk or self.instance.revisi > 1
        self.initial["ada_kendala"] = None
        if lama:
            self.initial["ada_kendala"] = "ya" if self.instance.ada_kendala else "tidak"

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        self.periksa_versi(isi)
        self._setel_rentang(isi)
        self.periksa_butir(isi)
        if self.instance.periode:
            self._periksa_persen(isi)
            self.periksa_belanja(isi)
        if isi.get("tanpa_kemajuan") and not isi.get("alasan_tanpa_kemajuan"):
            self.galat("alasan_tanpa_kemajuan", "Tulis satu alasan mengapa tidak ada kemajuan.")
        if isi.get("ada_kendala") and not isi.get("kendala"):
            self.galat("kendala", "Jelaskan kendalanya, atau pilih “Tidak ada kendala”.")
        return isi

    def _setel_rentang(self, isi: dict[str, Any]) -> None:
        """Set the days of a first report from its choice."""
        for satu in self.rentang:
            if satu.awal == isi.get("periode"):
                self.instance.periode, self.instance.sampai = satu.awal, satu.akhir

    def _periksa_persen(self, isi: dict[str, Any]) -> None:
        sebelum = LaporanKemajuan.objects.sebelum(self.instance)
        if self.has_error("persen"):
            return
        if isi.get("persen") is None:
            isi["persen"] = sebelum.persen if sebelum else 0
        elif sebelum and isi["persen"] < sebelum.persen and not isi.get("alasan_turun"):
            lama = f"{sebelum.persen.normalize():f}".replace(".", ",")
            self.galat(
                "alasan_turun",
                f"Laporan sebelumnya ({sebelum.nomor}) menyebut {lama}%. "
                "Tulis mengapa persennya turun.",
            )
