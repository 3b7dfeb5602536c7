"""The form that sets a plan: its papers, the fate of each row, and the words on objections."""

from typing import Any

from django import forms

from core.formulir.forms import KunciFormField
from core.formulir.isian import BilanganFormField
from core.formulir.teks import BarisFormField, TeksFormField
from proyek.forms.umum import PindaianMixin
from rencana.bacaan.garis_uang import batas, di_bawah
from rencana.bacaan.keberatan import per_proyek, tentang_rencana
from rencana.enums import Hasil
from rencana.forms.umum import SebabMixin, hari
from rencana.models import BarisRencana, Rencana
from rencana.services.tetapkan import Nasib, Penetapan

_BARIS: dict[str, Any] = {"required": False, "max_length": 80}
KATA_KEBERATAN = "Bagaimana keberatan warga dipertimbangkan"
PETUNJUK_KEBERATAN = (
    "Apa yang diubah karenanya, atau mengapa tidak; juga untuk yang belum dijawab. Semua orang "
    "membacanya, dan pengirimnya diberi tahu."
)


def kolom_keberatan() -> TeksFormField:
    return TeksFormField(
        label=KATA_KEBERATAN,
        min_length=20,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=PETUNJUK_KEBERATAN,
    )


def bidang_nasib(tahun: int, *, diambil: bool) -> dict[str, forms.Field]:
    """Return the fields of the fate of one row."""
    return {
        "hasil": forms.ChoiceField(
            label="Hasilnya",
            choices=Hasil.choices,
            initial=Hasil.DIAMBIL if diambil else Hasil.TIDAK_DIAMBIL,
        ),
        "mengapa": TeksFormField(
            label="Bila belum masuk: mengapa?",
            required=False,
            max_length=1000,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="Satu kalimat penuh. Pengusulnya membacanya.",
        ),
        "kembali": BilanganFormField(
            label="Bila belum masuk: dibahas lagi untuk tahun",
            required=False,
            initial=tahun + 1,
            min_value=tahun + 1,
            max_value=tahun + 10,
        ),
    }


def nasib_dari(data: dict[str, Any], ekor: str = "") -> Nasib:
    """Return the fate that was typed in fields with this end of their names."""
    diambil = data[f"hasil{ekor}"] == Hasil.DIAMBIL
    return Nasib(
        diambil=diambil,
        alasan="" if diambil else data.get(f"mengapa{ekor}", ""),
        kembali_tahun=None if diambil else data.get(f"kembali{ekor}"),
        pertimbangan=data.get(f"pertimbangan{ekor}", ""),
    )


class TetapkanForm(PindaianMixin, forms.Form):
    """Papers first, then each row as `hasil_<pk>`, `mengapa_<pk>`, `kembali_<pk>`."""

    nama_titipan = "TetapkanForm"
    label_pindaian = "Pindaian Peraturan Kampung atau berita acara (boleh menyusul)"
    berita_acara_nomor = BarisFormField(label="Nomor berita acara", **_BARIS)
    berita_acara_tanggal = hari("Tanggal berita acara", lalu=True)
    perkam_nomor = BarisFormField(label="Nomor Peraturan Kampung", max_length=80)
    perkam_tanggal = hari("Tanggal Peraturan Kampung", lalu=True)
    ditetapkan_nama = BarisFormField(label="Nama Kepala Kampung", required=False, max_length=100)

    def __init__(self, *args: Any, rencana: Rencana, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rencana = rencana
        if rencana.ke_kabupaten:
            for nama in ("perkam_nomor", "perkam_tanggal"):
                self.fields[nama].required = False
        self.baris = list(rencana.baris.select_related("proyek").order_by("urutan"))
        self.keberatan = per_proyek(rencana)
        self.keberatan_umum = list(tentang_rencana(rencana))
        if self.keberatan_umum:
            self.fields["pertimbangan"] = kolom_keberatan()
        self._pasang()
        self.fields["kunci"] = KunciFormField()

    def _pasang(self) -> None:
        uang = dict(self.rencana.pagu.values_list("sumber", "rupiah"))
        garis = {} if self.rencana.ke_kabupaten else batas(self.baris, uang)
        bawah = di_bawah(self.baris, garis)
        for satu in self.baris:
            semua = bidang_nasib(self.rencana.tahun, diambil=satu.pk not in bawah)
            if satu.proyek_id in self.keberatan:
                semua["pertimbangan"] = kolom_keberatan()
            self.fields |= {f"{nama}_{satu.pk}": bidang for nama, bidang in semua.items()}

    def _nama(self, satu: BarisRencana) -> list[str]:
        awal = ("hasil", "mengapa", "kembali", "pertimbangan")
        return [n for n in (f"{a}_{satu.pk}" for a in awal) if n in self.fields]

    @property
    def per_baris(self) -> list[tuple[BarisRencana, list[Any], list[Any]]]:
        """Return each row with its fields, and the objections that it is to speak of."""
        return [
            (satu, [self[n] for n in self._nama(satu)], self.keberatan.get(satu.proyek_id, []))
            for satu in self.baris
        ]

    @property
    def surat(self) -> list[Any]:
        """Return the fields of the papers, and of the plan as a whole."""
        milik = {nama for satu in self.baris for nama in self._nama(satu)}
        return [satu for satu in self.visible_fields() if satu.name not in milik]

    def penetapan(self) -> Penetapan:
        data = self.cleaned_data
        return Penetapan(
            berita_acara_nomor=data["berita_acara_nomor"],
            berita_acara_tanggal=data["berita_acara_tanggal"],
            perkam_nomor=data["perkam_nomor"],
            perkam_tanggal=data["perkam_tanggal"],
            ditetapkan_jabatan=f"Kepala Kampung {self.rencana.kampung}",
            ditetapkan_nama=data["ditetapkan_nama"],
            pertimbangan=data.get("pertimbangan", ""),
            nasib={satu.pk: nasib_dari(data, f"_{satu.pk}") for satu in self.baris},
        )


class HasilForm(SebabMixin, forms.Form):
    """Another fate of a row of a set plan, with the paper that changes it."""

    def __init__(self, *args: Any, baris: BarisRencana, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= bidang_nasib(baris.rencana.tahun, diambil=baris.diambil)
        if baris.tidak_diambil:
            self.initial.update({"mengapa": baris.alasan, "kembali": baris.kembali_tahun})
        self.pasang_sebab(baris.rencana)

    def nasib(self) -> Nasib:
        return nasib_dari(self.cleaned_data)
