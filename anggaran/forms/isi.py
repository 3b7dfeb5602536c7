"""The form of a whole paper of the budget, on one page."""

from collections.abc import Iterator
from typing import Any

from django import forms

from anggaran.enums import JenisAnggaran, Kelompok
from anggaran.models import AnggaranKampung, BarisAnggaran
from anggaran.services.susun import KepalaAnggaran
from core.formulir.forms import SekaliMixin
from core.formulir.isian import RupiahFormField
from core.formulir.teks import BarisFormField
from core.formulir.widgets import TanggalInput
from proyek.enums import SumberDana
from proyek.forms.umum import bukan_masa_depan
from proyek.models import Bidang

TERBESAR = 10**12
BESAR = "Jumlah ini lebih dari satu triliun rupiah. Periksa jumlah nolnya."
# The sources of income of a kampung, and in how many stages each may be told here.
PENDAPATAN: dict[str, int] = {
    SumberDana.DD: 3,
    SumberDana.ADD: 0,
    SumberDana.PBH: 0,
    SumberDana.BKK: 0,
    SumberDana.BKP: 0,
    SumberDana.PAD: 0,
    SumberDana.HIBAH: 0,
    SumberDana.LAIN: 0,
}
PEMBIAYAAN = {
    "silpa_lalu": (Kelompok.PENERIMAAN, SumberDana.SILPA, "Sisa anggaran tahun lalu (SiLPA)"),
    "penerimaan": (Kelompok.PENERIMAAN, "", "Penerimaan pembiayaan lain"),
    "pengeluaran": (Kelompok.PENGELUARAN, "", "Pengeluaran pembiayaan (penyertaan modal)"),
}
SEMUA_ORANG = "Semua orang membacanya. Contoh: angka bidang 2 salah ketik."


def rupiah_field(label: str, **lain: Any) -> RupiahFormField:
    """Return a field for rupiah in any writing; empty means that it is not known."""
    asal: dict[str, Any] = {"required": False, "min_value": 0, "max_value": TERBESAR}
    asal["error_messages"] = {
        "min_value": "Jumlah uang tidak boleh kurang dari nol.",
        "max_value": BESAR,
    }
    return RupiahFormField(label=label, **(asal | lain))


class IsiForm(SekaliMixin, forms.Form):
    """One paper: its head, income by source, spending by bidang, financing.

    A field that stays empty makes no row: unknown is not zero. Rows of kegiatan that came from a
    file stay as they are; the field of their bidang holds what no kegiatan names.
    """

    def __init__(self, *args: Any, surat: AnggaranKampung, lama: list[BarisAnggaran], **kw: Any):
        super().__init__(*args, **kw)
        self.surat, self.lama = surat, lama
        self.bidang_semua = list(Bidang.objects.order_by("kode"))
        self._pasang_kepala()
        self._pasang_angka()
        self._isi_awal()

    def _pasang_kepala(self) -> None:
        if self.surat.jenis == JenisAnggaran.REALISASI:
            self.fields["sampai"] = _hari("Keadaan sampai tanggal", required=True)
        else:
            self.fields["perkam_nomor"] = BarisFormField(
                label="Nomor Peraturan Kampung",
                max_length=80,
                required=False,
                help_text="Boleh menyusul sebelum diterbitkan. Contoh: 5 Tahun 2025.",
            )
            self.fields["perkam_tanggal"] = _hari("Tanggal Peraturan Kampung", required=False)
        if self.surat.versi > 1:
            self.fields["alasan"] = BarisFormField(
                label="Apa yang dibetulkan, dan mengapa?", max_length=500, help_text=SEMUA_ORANG
            )

    def _pasang_angka(self) -> None:
        for sumber, tahap in PENDAPATAN.items():
            kata = str(SumberDana(sumber).label)
            for ke in range(1, tahap + 1):
                self.fields[f"masuk_{sumber}_{ke}"] = rupiah_field(f"{kata}, tahap {ke}")
            akhir = f"{kata}, yang belum terbagi per tahap" if tahap else kata
            self.fields[f"masuk_{sumber}_0"] = rupiah_field(akhir)
        for satu in self.bidang_semua:
            self.fields[f"bidang_{satu.kode}"] = rupiah_field(f"Bidang {satu}")
        for nama, (_, _, kata) in PEMBIAYAAN.items():
            self.fields[nama] = rupiah_field(kata)
        if not self.surat.realisasi:
            self.fields["silpa"] = rupiah_field(
                "Sisa lebih tahun ini (SiLPA) menurut peraturan", help_text="Biasanya 0."
            )

    def _isi_awal(self) -> None:
        for nama in ("sampai", "perkam_nomor", "perkam_tanggal", "silpa", "alasan"):
            if nama in self.fields and self.surat.pk:
                self.fields[nama].initial = getattr(self.surat, nama)
        for satu in self.lama:
            if (nama := _nama(satu)) in self.fields:
                self.fields[nama].initial = satu.jumlah
        for bidang in self.bidang_semua:
            if impor := sum(b.jumlah for b in self.tetap() if b.bidang_id == bidang.pk):
                kata = f"Sudah {impor:,} dari kegiatan di bawah.".replace(",", ".")
                self.fields[
                    f"bidang_{bidang.kode}"
                ].help_text = f"{kata} Isi sisanya saja, bila ada."

    def tetap(self) -> list[BarisAnggaran]:
        """Return the rows that this form has no field for."""
        return [satu for satu in self.lama if _nama(satu) not in self.fields]

    def kelompok(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the fields as the page groups them."""
        awalan = (
            ("Surat", ("sampai", "perkam_", "alasan")),
            ("Pendapatan menurut sumber", ("masuk_",)),
            ("Belanja menurut bidang", ("bidang_",)),
            ("Pembiayaan", (*PEMBIAYAAN, "silpa")),
        )
        return [(j, [self[n] for n in self.fields if n.startswith(a)]) for j, a in awalan]

    def kepala(self) -> KepalaAnggaran:
        """Return the head of the paper as it was typed."""
        data = self.cleaned_data
        isi = {n: data[n] for n in ("sampai", "perkam_nomor", "perkam_tanggal") if n in data}
        return KepalaAnggaran(**isi, silpa=data.get("silpa") or 0, alasan=data.get("alasan", ""))

    def baris(self) -> list[BarisAnggaran]:
        """Return the unsaved rows of every field that was filled, and those that stay."""
        data = self.cleaned_data
        baru = [
            BarisAnggaran(**isi, jumlah=data[nama])
            for nama, isi in self._semua()
            if data.get(nama) is not None
        ]
        return [*baru, *self.tetap()]

    def _semua(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give the fields for rupiah, each with the row that it stands for."""
        for sumber, tahap in PENDAPATAN.items():
            for ke in range(tahap + 1):
                isi = {"sumber": sumber, "tahap": ke or None, "kelompok": Kelompok.PENDAPATAN}
                yield f"masuk_{sumber}_{ke}", isi
        for satu in self.bidang_semua:
            yield f"bidang_{satu.kode}", {"kelompok": Kelompok.BELANJA, "bidang": satu}
        for nama, (kelompok, sumber, _) in PEMBIAYAAN.items():
            yield nama, {"kelompok": kelompok, "sumber": sumber}


def _hari(label: str, **lain: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=TanggalInput, validators=[bukan_masa_depan], **lain)


def _nama(satu: BarisAnggaran) -> str:
    """Return the field that holds a row; "" for a row that has a name of its own."""
    if satu.kode or satu.uraian:
        return ""
    if satu.kelompok == Kelompok.PENDAPATAN:
        return f"masuk_{satu.sumber}_{satu.tahap or 0}"
    if satu.bidang:
        return f"bidang_{satu.bidang.kode}"
    cocok = (n for n, (k, s, _) in PEMBIAYAAN.items() if (k, s) == (satu.kelompok, satu.sumber))
    return next(cocok, "")
