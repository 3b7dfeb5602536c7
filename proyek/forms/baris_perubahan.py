"""One project in the table of changes: only what changes is typed, the rest stays empty."""

from collections.abc import Iterator
from typing import Any

from django import forms

from core.formulir.forms import BentukMixin
from core.formulir.isian import RupiahFormField
from core.formulir.widgets import TanggalInput
from core.templatetags.bentuk import rupiah
from proyek.bacaan.perubahan import kata
from proyek.bacaan.versi import SEMENTARA, sejak
from proyek.enums import Pola, SumberDana
from proyek.forms.dana import PAGU_TERBESAR, PESAN_RUPIAH, SUDAH_ADA
from proyek.forms.umum import tanggal_wajar
from proyek.models import Pendanaan, Proyek
from proyek.models.perubahan import KolomUbah
from proyek.services.perubahan import Ubahan
from proyek.services.uang import terpakai

RINGKAS = (KolomUbah.MULAI_RENCANA, KolomUbah.SELESAI_RENCANA, KolomUbah.VOLUME, KolomUbah.SATUAN)
LENGKAP = tuple(nama for nama in KolomUbah if nama != KolomUbah.ANGGARAN)


class BarisForm(BentukMixin, forms.Form):
    """The cells of one project. `lama` says what each column holds now."""

    def __init__(self, data: Any, *, proyek: Proyek, versi: int, tahun: int | None) -> None:
        self.proyek, self.versi_kini, self.tahun = proyek, versi, tahun
        semua = proyek.pendanaan.all()  # prefetched with its totals
        self.sumber = [dana for dana in semua if tahun in (None, dana.tahun)]
        self.kolom = LENGKAP if tahun is None else RINGKAS
        self.berubah: list[Any] = []
        super().__init__(data, prefix=proyek.nomor)
        for dana in self.sumber:
            self.fields[_nama(dana)] = _rupiah(f"{dana} menjadi (rupiah)", 0)
        for kolom in self.kolom:
            self.fields[kolom] = _bidang(kolom)
        self.fields["sumber_baru"] = forms.ChoiceField(
            label="Sumber dana baru",
            required=False,
            choices=[("", "Tidak ada"), *SumberDana.choices],
        )
        if tahun is None:
            self.fields["tahun_baru"] = forms.IntegerField(label="Tahun anggaran", required=False)
        self.fields["jumlah_baru"] = _rupiah("Anggaran sumber baru (rupiah)", 1)
        self.fields["versi"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        self.bersyarat = tuple(self.fields)  # the page says it once for all cells

    @property
    def isian_dana(self) -> list[tuple[Pendanaan, Any]]:
        """Return each source with its bound field."""
        return [(dana, self[_nama(dana)]) for dana in self.sumber]

    @property
    def isian_lain(self) -> list[tuple[str, Any]]:
        """Return the other bound fields, each with what is written now."""
        bukan = {*map(_nama, self.sumber), "versi"}
        return [(self.lama(b.name), b) for b in self if b.name not in bukan]

    @property
    def lain_terbuka(self) -> bool:
        return any(b.errors or b.data for _, b in self.isian_lain)

    def lama(self, kolom: str) -> str:
        """Return what a column holds now, in words; "" for a field of a new source."""
        if kolom not in KolomUbah.values:
            return ""
        nilai = getattr(self.proyek, kolom)
        return kata(kolom, "" if nilai is None else str(nilai))

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        for dana in self.sumber:
            self._periksa_dana(dana, isi.get(_nama(dana)))
        self._periksa_baru(isi)
        self._periksa_kolom(isi)
        if not self.errors and (self.tahun is None or not self.ubahan().kosong):
            self._periksa_versi(isi)
        return isi

    def _periksa_dana(self, dana: Pendanaan, baru: int | None) -> None:
        if baru is None or baru == dana.pagu:
            return
        sudah, apa = terpakai(dana)
        if baru < sudah:
            self.add_error(
                _nama(dana),
                f"Yang sudah {apa} dari {dana} {rupiah(sudah)}. Isi paling sedikit sebesar "
                "itu, atau betulkan dulu catatan uangnya.",
            )

    def _periksa_baru(self, isi: dict[str, Any]) -> None:
        sumber, jumlah = isi.get("sumber_baru"), isi.get("jumlah_baru")
        if bool(sumber) != bool(jumlah) and not self.errors:
            kurang = "jumlah_baru" if sumber else "sumber_baru"
            self.add_error(
                kurang, "Isi sumber dana baru bersama jumlahnya, atau kosongkan keduanya."
            )
        ada = {(dana.sumber, dana.tahun) for dana in self.proyek.pendanaan.all()}
        if sumber and (sumber, self._tahun_baru(isi)) in ada:
            self.add_error("sumber_baru", SUDAH_ADA)
        if sumber and not 2015 <= (self._tahun_baru(isi) or 0) <= 2100:
            self.add_error("tahun_baru", "Isi tahun anggaran sumber baru. Contoh: 2026.")

    def _periksa_kolom(self, isi: dict[str, Any]) -> None:
        def kini(nama: str) -> Any:
            return getattr(self.proyek, nama) if isi.get(nama) in (None, "") else isi[nama]

        mulai, selesai = kini("mulai_rencana"), kini("selesai_rencana")
        if mulai and selesai and selesai < mulai:
            salah = "selesai_rencana" if isi.get("selesai_rencana") else "mulai_rencana"
            self.add_error(salah, "Rencana selesai harus sesudah rencana mulai.")
        if isi.get("volume") is not None and isi["volume"] <= 0:
            self.add_error("volume", "Volume harus lebih besar dari nol.")
        if self.tahun is None and (kini("lintang") is None) != (kini("bujur") is None):
            self.add_error("bujur", "Isi lintang dan bujur dua-duanya.")

    def _periksa_versi(self, isi: dict[str, Any]) -> None:
        """Say what others changed since the page was opened. The page then carries the new version,
        so the same words sent again are meant."""
        dilihat = isi.get("versi")
        if dilihat is not None and dilihat < self.versi_kini:
            self.berubah = sejak(self.proyek, max(dilihat, 0))
            self.add_error(None, SEMENTARA)

    def _tahun_baru(self, isi: dict[str, Any]) -> int | None:
        return isi.get("tahun_baru") if self.tahun is None else self.tahun

    def ubahan(self) -> Ubahan:
        """Return what was typed and differs from what is written now."""
        isi = self.cleaned_data
        anggaran = {
            dana.pk: isi[_nama(dana)]
            for dana in self.sumber
            if isi.get(_nama(dana)) not in (None, dana.pagu)
        }
        kolom = {
            str(nama): isi[nama]
            for nama in self.kolom
            if isi.get(nama) not in (None, "", getattr(self.proyek, nama))
        }
        baru = []
        if isi.get("sumber_baru") and isi.get("jumlah_baru"):
            tahun: Any = self._tahun_baru(isi)  # `_periksa_baru` asked for it
            baru = [Pendanaan(sumber=isi["sumber_baru"], tahun=tahun)]
            baru[0].pagu = isi["jumlah_baru"]
        return Ubahan(self.proyek, self.versi_kini, kolom, anggaran, baru)

    def akan_berubah(self) -> Iterator[tuple[str, str, str]]:
        """Yield (what, old, new) of each change, in words."""
        ubahan = self.ubahan()
        for dana in self.sumber:
            if dana.pk in ubahan.anggaran:
                yield f"Anggaran {dana}", rupiah(dana.pagu), rupiah(ubahan.anggaran[dana.pk])
        for dana in ubahan.dana:
            yield f"Anggaran {dana}", "belum ada", rupiah(dana.pagu)
        for nama, nilai in ubahan.kolom.items():
            yield str(KolomUbah(nama).label), self.lama(nama), kata(nama, str(nilai))

    def tahun_beruang(self) -> set[int]:
        """Return the years whose anggaran changes."""
        ubahan = self.ubahan()
        lama = (dana for dana in self.sumber if dana.pk in ubahan.anggaran)
        return {dana.tahun for dana in (*lama, *ubahan.dana)}

    def selisih(self) -> int:
        """Return by how many rupiah the anggaran of this project changes."""
        ubahan = self.ubahan()
        lama = {dana.pk: dana.pagu for dana in self.sumber}
        naik = sum(baru - lama[kunci] for kunci, baru in ubahan.anggaran.items())
        return naik + sum(dana.pagu for dana in ubahan.dana)


def _nama(dana: Pendanaan) -> str:
    return f"dana-{dana.sumber}-{dana.tahun}"


def _rupiah(label: str, terkecil: int) -> RupiahFormField:
    """Return the field of an anggaran, which may stay empty."""
    pesan = PESAN_RUPIAH
    if terkecil:
        pesan = pesan | {"min_value": "Jumlahnya harus lebih besar dari nol."}
    return RupiahFormField(
        label=label,
        required=False,
        min_value=terkecil,
        max_value=PAGU_TERBESAR,
        error_messages=pesan,
    )


def _bidang(kolom: str) -> forms.Field:
    """Return the field of a column, which may stay empty."""
    if kolom == KolomUbah.POLA:
        pilihan = [("", "Tidak berubah"), *Pola.choices]
        return forms.ChoiceField(label="Cara pengerjaan", required=False, choices=pilihan)
    asal: Any = Proyek._meta.get_field(kolom)
    bidang: Any = asal.formfield(required=False)
    bidang.label = str(KolomUbah(kolom).label)
    if kolom in (KolomUbah.MULAI_RENCANA, KolomUbah.SELESAI_RENCANA):
        bidang.widget = TanggalInput()
        bidang.validators.append(tanggal_wajar)
    if kolom == KolomUbah.KEGIATAN:
        bidang.empty_label = "Tidak berubah"
    return bidang
