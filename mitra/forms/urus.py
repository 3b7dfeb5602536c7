"""The forms of officials: needs, the check of an offer, promises, deliveries, gotong royong."""

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from core.berkas.pindaian import PindaianMixin
from core.berkas.simpan import simpan_foto
from core.formulir.forms import BentukMixin, SekaliMixin
from core.formulir.isian import AngkaFormField, BilanganFormField
from core.models import Berkas
from mitra.enums import JenisBantuan
from mitra.forms.umum import (
    alasan,
    banyak,
    baris,
    hari,
    nilai,
    pilih_proyek,
    rapikan_satuan,
    tulisan,
)
from mitra.models import Kebutuhan, KerjaBakti, Kontribusi, Penerimaan, Tawaran
from mitra.models.kerja import JAM_TERBANYAK, ORANG_TERBANYAK
from warga.models import Kampung, Pengguna

LEBIH_DARI_NOL = "Tulis jumlah lebih dari nol."
TANPA_ORANG = "Tulis berapa orang yang ikut, laki-laki dan perempuan."


class BentukKebutuhan(SekaliMixin, forms.Form):
    """A need. With an `instance` also why it changes."""

    jenis = forms.ChoiceField(label="Bantuan apa?", choices=JenisBantuan)
    judul = baris("Kami butuh", 120, help_text="Misalnya: semen untuk talud Dusun 2.")
    jumlah = banyak("Berapa banyak")
    satuan = baris("Satuan", 30, required=False, help_text="Misalnya sak, orang, hari.")
    sampai = hari("Dibutuhkan sampai", required=False)
    keterangan = tulisan("Keterangan", 1000, required=False)

    def __init__(self, *args: Any, kampung: Kampung, lama: Kebutuhan | None, **kw: Any) -> None:
        if lama:
            kw["initial"] = {nama: getattr(lama, nama) for nama in self.base_fields}
            kw["initial"]["proyek"] = lama.proyek_id
        super().__init__(*args, **kw)
        self.fields["proyek"] = pilih_proyek(kampung)
        if lama:
            self.fields["alasan"] = alasan("Mengapa diubah?")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        rapikan_satuan(self)
        if data.get("jumlah") is not None and data["jumlah"] <= 0:
            self.add_error("jumlah", LEBIH_DARI_NOL)
        return data

    def isi(self) -> dict[str, Any]:
        """Return the columns of the need."""
        return {nama: self.cleaned_data[nama] for nama in (*self.base_fields, "proyek")}


class TutupForm(BentukMixin, forms.Form):
    """The word with which a need is closed."""

    hasil = baris("Hasilnya", 300, help_text="Semua orang membacanya. Jangan menulis nama orang.")


class AlasanForm(BentukMixin, forms.Form):
    """One reason."""

    alasan = alasan()


class TolakForm(BentukMixin, forms.Form):
    """The reason for refusing an offer; its offerer reads it."""

    alasan = alasan(help_text="Penawar membacanya.")


class PeriksaForm(BentukMixin, forms.Form):
    """The check by the kecamatan, and the kampung that the offer is for."""

    diperiksa = tulisan(
        "Apa yang diperiksa?",
        1000,
        min_length=10,
        help_text="Misalnya: ditelepon, alamat kantornya ada, izin usahanya dilihat. Penawar "
        "membacanya.",
    )

    def __init__(self, *args: Any, tawaran: Tawaran, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if not (tawaran.kebutuhan_id or tawaran.proyek_id):
            self.fields["kampung"] = forms.ModelChoiceField(
                Kampung.objects.all(),
                label="Diserahkan kepada kampung",
                to_field_name="slug",
                initial=tawaran.kampung.slug if tawaran.kampung else None,
            )


class JanjiForm(BentukMixin, forms.Form):
    """The promise that is agreed on, beginning with what was offered. With `lama` also why it
    changes."""

    jenis = forms.ChoiceField(label="Bantuan apa?", choices=JenisBantuan)
    uraian = baris(
        "Yang dijanjikan", 200, help_text="Semua orang membacanya. Jangan menulis nama orang."
    )
    jumlah = banyak("Berapa banyak")
    satuan = baris("Satuan", 30, required=False)
    nilai = nilai()
    sampai = hari("Dijanjikan paling lambat")

    def __init__(
        self, *args: Any, tawaran: Tawaran, lama: Kontribusi | None = None, **kw: Any
    ) -> None:
        asal = {nama: getattr(lama or tawaran, nama, None) for nama in self.base_fields}
        asal["uraian"] = lama.uraian if lama else tawaran.isi[:200]
        asal["proyek"] = (lama or tawaran).proyek_id
        kw["initial"] = asal
        super().__init__(*args, **kw)
        if tawaran.kampung:
            self.fields["proyek"] = pilih_proyek(tawaran.kampung)
        if lama:
            self.fields["alasan"] = alasan("Mengapa diubah?")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        rapikan_satuan(self)
        if data.get("jumlah") is not None and data["jumlah"] <= 0:
            self.add_error("jumlah", LEBIH_DARI_NOL)
        return data

    def isi(self) -> dict[str, Any]:
        """Return the columns of the promise."""
        return {nama: self.cleaned_data[nama] for nama in (*self.base_fields, "proyek")}


class TerimaForm(PindaianMixin, SekaliMixin, forms.Form):
    """Something that arrived, with its evidence."""

    nama_titipan: ClassVar[str] = "penerimaan"

    tanggal = hari("Tanggal diterima", lalu=True)
    jumlah = banyak("Berapa banyak yang diterima")
    nilai = nilai()
    diterima_oleh = baris(
        "Diterima oleh",
        100,
        help_text="Jabatannya, misalnya bendahara TPK atau kaur umum. Semua orang membacanya.",
    )

    def __init__(self, *args: Any, oleh: Pengguna, janji: Kontribusi, **kw: Any) -> None:
        self.oleh = oleh
        super().__init__(*args, **kw)
        self.fields["jumlah"].help_text = f"Dalam {janji.satuan}."
        if janji.jenis == JenisBantuan.UANG:
            del self.fields["nilai"]
        self.pasang_pindaian("Bukti (foto atau surat)", "Dibaca kantor kampung dan kecamatan.")
        self.fields["bukti_umum"] = forms.BooleanField(
            label="Bukti ini boleh dilihat semua orang",
            required=False,
            help_text="Pastikan tidak ada wajah anak, NIK, atau nomor rekening di dalamnya.",
        )

    def penerimaan(self) -> Penerimaan:
        """Return the unsaved row."""
        nama = ("tanggal", "jumlah", "nilai", "diterima_oleh", "bukti_umum")
        data = {satu: self.cleaned_data.get(satu) for satu in nama}
        return Penerimaan(**data, bukti=self.dokumen)


class BetulkanForm(SekaliMixin, forms.Form):
    """The right quantity of something that arrived; 0 when it never came."""

    jumlah = banyak("Jumlah yang benar", min_value=0, help_text="Tulis 0 bila tidak pernah datang.")
    nilai = nilai()
    alasan = alasan("Mengapa dibetulkan?")


class BuktiForm(BentukMixin, forms.Form):
    """The readers of a piece of evidence, and why they change."""

    umum = forms.BooleanField(label="Boleh dilihat semua orang", required=False)
    alasan = alasan()


class MitraForm(BentukMixin, forms.Form):
    """The name of a partner."""

    nama = baris("Nama mitra", 120)
    alasan = alasan("Mengapa diubah?")


class KerjaForm(PindaianMixin, SekaliMixin, forms.Form):
    """A day of gotong royong. With `lama` also why it changes."""

    nama_titipan: ClassVar[str] = "kerja_bakti"
    terima: ClassVar[str] = "image/jpeg,image/png,image/webp"

    tanggal = hari("Tanggal", lalu=True)
    uraian = baris("Yang dikerjakan", 200, help_text="Jangan menulis nama orang.")
    laki = BilanganFormField(label="Laki-laki", min_value=0, max_value=ORANG_TERBANYAK)
    perempuan = BilanganFormField(label="Perempuan", min_value=0, max_value=ORANG_TERBANYAK)
    jam = AngkaFormField(
        label="Berapa jam",
        min_value=0.5,
        max_value=JAM_TERBANYAK,
        max_digits=3,
        decimal_places=1,
        help_text="Lamanya hari itu, misalnya 3,5.",
    )

    def __init__(
        self, *args: Any, oleh: Pengguna, kampung: Kampung, lama: KerjaBakti | None, **kw: Any
    ) -> None:
        self.oleh = oleh
        if lama:
            kw["initial"] = {nama: getattr(lama, nama) for nama in self.base_fields}
            kw["initial"]["proyek"] = lama.proyek_id
        super().__init__(*args, **kw)
        self.fields["proyek"] = pilih_proyek(kampung)
        if lama:
            self.fields["alasan"] = alasan("Mengapa diubah?")
        else:
            self.pasang_pindaian("Foto", "Semua orang melihatnya. Tanpa wajah anak dari dekat.")

    def simpan(self, unggahan: UploadedFile) -> Berkas:
        return simpan_foto(unggahan)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if data.get("laki") == 0 and data.get("perempuan") == 0:
            self.add_error("laki", TANPA_ORANG)
        return data

    def isi(self) -> dict[str, Any]:
        """Return the columns of the day."""
        return {nama: self.cleaned_data[nama] for nama in (*self.base_fields, "proyek")}
