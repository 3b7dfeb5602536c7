"""Forms of progress reports: the words and figures first, photos after them."""

import datetime
from typing import Any

from django import forms

from core.formulir.forms import FotoBanyakField, SekaliMixin
from core.formulir.isian import RupiahFormField
from core.formulir.teks import BarisFormField
from core.templatetags.bentuk import angka, rentang_tanggal
from laporan.bacaan.bantuan import kata_persen, kata_uang, saat_foto
from laporan.enums import TahapFoto
from laporan.models import LaporanKemajuan, Realisasi, RincianBelanja
from laporan.models.tenaga import TENAGA
from laporan.rentang import Rentang
from laporan.services import jadwal
from laporan.services.tulis import RINCIAN_LEBIH, nomor_serentang
from proyek.enums import JenisBelanja
from proyek.models import Pendanaan
from proyek.services.belanja import sisa_belanja

BELANJA_KOSONG = "Tulis jumlahnya. Tulis 0 bila tidak ada belanja, atau centang “menyusul”."
PESAN_BELANJA = {
    "required": BELANJA_KOSONG,
    "min_value": "Jumlah uang tidak boleh kurang dari nol.",
}
FOTO_SEKALI = 10
HOK = "Hari orang kerja: jumlah hari kerja (8 jam) semua pekerja."
PERSEN = "Dihitung dari awal pekerjaan, bukan dalam waktu ini saja. Contoh: 72,5."
LIPATAN = {
    "turun": ("alasan_turun",),
    "henti": ("tanpa_kemajuan", "alasan_tanpa_kemajuan"),
    "keterangan": ("narasi", "rencana_tindak_lanjut", *TENAGA, "cuaca", "keterangan"),
}
BELANJA_GANDA = "Kosongkan jumlahnya, atau hapus centang “menyusul”."


class FotoMixin(SekaliMixin):
    """Form mixin with photos of one stage, taken from the same point."""

    def pasang_foto(self, *, wajib: bool) -> None:
        """Add the fields."""
        self.fields["foto"] = FotoBanyakField(
            label="Pilih foto",
            terbanyak=FOTO_SEKALI,
            required=wajib,
            help_text=f"Sampai {FOTO_SEKALI} foto sekaligus: JPEG, PNG, atau WebP, paling besar "
            "10 MB satu foto. Ambil dari titik yang sama.",
        )
        self.fields["tahap"] = forms.TypedChoiceField(
            label="Diambil saat",
            choices=TahapFoto.choices,
            coerce=int,
            initial=TahapFoto.TENGAH,
            required=wajib,
            widget=forms.RadioSelect,
        )
        self.fields["keterangan"] = BarisFormField(
            label="Keterangan foto", max_length=200, required=False
        )

    def clean_tahap(self) -> int:
        """Return the stage; the middle one where a form of before did not ask."""
        form: Any = self
        tahap = form.cleaned_data["tahap"]
        return int(TahapFoto.TENGAH if tahap == "" else tahap)

    def pakai_kunci(self, kunci: str) -> None:
        """Show the form again with the key under which its photos wait, even if it came without
        one."""
        form: Any = self
        form.data = form.data.copy()
        form.data["kunci"] = kunci


class LaporanForm(FotoMixin, forms.ModelForm):
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
        }

    def __init__(self, *args: Any, belanja: dict[int, int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rentang: list[Rentang] = []
        self.sumber: list[Pendanaan] = list(self.instance.proyek.pendanaan.with_uang())
        self._atur_persen()
        self._atur_periode()
        self._atur_kendala()
        self._pasang_belanja(belanja or {})
        self._pasang_rincian()
        self.pasang_foto(wajib=False)
        dipilih = [r for r in self.rentang if r.awal == self.instance.periode] or self.rentang
        self.fields["tahap"].initial = saat_foto(dipilih[0] if dipilih else None)

    def _pasang_belanja(self, belanja: dict[int, int]) -> None:
        self.sisa = sisa_belanja(self.instance.proyek, nomor_serentang(self.instance))
        for sumber in self.sumber:
            self.fields[_nama(sumber)] = RupiahFormField(
                label=f"Dibelanjakan dari {sumber} (rupiah)",
                required=not (self._tercentang("tanpa_kemajuan", "belanja_menyusul")),
                min_value=0,
                error_messages=PESAN_BELANJA,
                initial=belanja.get(sumber.pk),
                help_text=kata_uang(sumber, self.sisa),
            )

    def _pasang_rincian(self) -> None:
        rincian = RincianBelanja.objects.milik(self.instance)
        for jenis in JenisBelanja:
            self.fields[f"rincian_{jenis}"] = RupiahFormField(
                label=f"{jenis.label} (rupiah)",
                required=False,
                min_value=0,
                initial=rincian.get(jenis),
            )

    @property
    def isian_rincian(self) -> list[Any]:
        """Return the bound fields of the spending lines."""
        return [self[f"rincian_{jenis}"] for jenis in JenisBelanja]

    @property
    def isian_keterangan(self) -> list[Any]:
        """Return the bound fields that a person may pass over."""
        return [self[nama] for nama in LIPATAN["keterangan"]]

    @property
    def terbuka(self) -> dict[str, bool]:
        """Return which folded parts stand open: those with an error, and those filled in."""
        lipatan = LIPATAN | {"rincian": [isian.name for isian in self.isian_rincian]}
        return {
            bagian: any(self[n].errors or self[n].value() for n in nama if n in self.fields)
            for bagian, nama in lipatan.items()
        }

    def _tercentang(self, *nama: str) -> bool:
        """Return whether one of these boxes came ticked."""
        return self.is_bound and any(self.data.get(satu) for satu in nama)

    def _atur_persen(self) -> None:
        semua = self.instance.proyek.laporan.berlaku().exclude(periode=self.instance.periode)
        terakhir = semua.order_by("-periode").first()
        self.fields["persen"].help_text = kata_persen(terakhir) + PERSEN
        if not terakhir:
            del self.fields["alasan_turun"]  # there is nothing to fall from
        self.fields["persen"].required = not self._tercentang("tanpa_kemajuan")
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

    @property
    def isian_belanja(self) -> list[Any]:
        """Return the bound fields of money, one per source."""
        return [self[_nama(sumber)] for sumber in self.sumber]

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        self._setel_rentang(isi)
        if self.instance.periode:
            self._periksa_persen(isi)
            self._periksa_belanja(isi)
            self._periksa_rincian(isi)
        if isi.get("tanpa_kemajuan") and not isi.get("alasan_tanpa_kemajuan"):
            self._galat("alasan_tanpa_kemajuan", "Tulis satu alasan mengapa tidak ada kemajuan.")
        if isi.get("ada_kendala") and not isi.get("kendala"):
            self._galat("kendala", "Jelaskan kendalanya, atau pilih “Tidak ada kendala”.")
        return isi

    def _setel_rentang(self, isi: dict[str, Any]) -> None:
        """Set the days of a first report from its choice."""
        for satu in self.rentang:
            if satu.awal == isi.get("periode"):
                self.instance.periode, self.instance.sampai = satu.awal, satu.akhir

    def _galat(self, nama: str, pesan: str) -> None:
        if not self.has_error(nama):
            self.add_error(nama, pesan)

    def _periksa_persen(self, isi: dict[str, Any]) -> None:
        sebelum = LaporanKemajuan.objects.sebelum(self.instance)
        if self.has_error("persen"):
            return
        if isi.get("persen") is None:
            isi["persen"] = sebelum.persen if sebelum else 0
        elif sebelum and isi["persen"] < sebelum.persen and not isi.get("alasan_turun"):
            lama = f"{sebelum.persen.normalize():f}".replace(".", ",")
            self._galat(
                "alasan_turun",
                f"Laporan sebelumnya ({sebelum.nomor}) menyebut {lama}%. "
                "Tulis mengapa persennya turun.",
            )

    def _periksa_belanja(self, isi: dict[str, Any]) -> None:
        for sumber in self.sumber:
            nama = _nama(sumber)
            jumlah = isi.get(nama)
            sisa = self.sisa[sumber.pk]
            if jumlah is None and isi.get("tanpa_kemajuan") and not isi.get("belanja_menyusul"):
                isi[nama] = 0
            elif jumlah is not None and isi.get("belanja_menyusul"):
                self._galat(nama, BELANJA_GANDA)
            elif jumlah is not None and jumlah > sisa:
                self._galat(nama, f"Melebihi anggaran sumber ini. Sisanya Rp {angka(sisa)}.")

    def _periksa_rincian(self, isi: dict[str, Any]) -> None:
        dirinci = [isi.get(satu.name) or 0 for satu in self.isian_rincian]
        if sum(dirinci) > sum(isi.get(_nama(sumber)) or 0 for sumber in self.sumber):
            self._galat(f"rincian_{JenisBelanja.BAHAN}", RINCIAN_LEBIH)

    def rincian(self) -> list[RincianBelanja]:
        """Return unsaved spending lines; none where nothing was filled in."""
        isi = ((jenis, self.cleaned_data.get(f"rincian_{jenis}")) for jenis in JenisBelanja)
        return [RincianBelanja(jenis=jenis, rupiah=rupiah) for jenis, rupiah in isi if rupiah]

    def realisasi(self) -> list[Realisasi]:
        """Return unsaved rows of the money spent; none while the figure is still to follow."""
        isi = self.cleaned_data
        return [
            Realisasi(pendanaan=sumber, jumlah=isi[_nama(sumber)])
            for sumber in self.sumber
            if isi.get(_nama(sumber)) is not None
        ]


class FotoForm(FotoMixin, forms.Form):
    """Photos that come later than the words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pasang_foto(wajib=True)


def _nama(sumber: Pendanaan) -> str:
    return f"belanja_{sumber.pk}"
