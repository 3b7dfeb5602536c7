"""The forms of the team, and of the papers."""

from typing import Any

from django import forms

from core.berkas.pindaian import PindaianMixin
from core.formulir.forms import KunciFormField
from core.formulir.widgets import TanggalInput
from core.templatetags.bentuk import rupiah, tanggal
from proyek.enums import JenisDokumen, PeranTim
from proyek.forms.pasangan import AlasanMixin
from proyek.forms.umum import TetapHitamMixin, bukan_masa_depan, sebut_kosong
from proyek.models import Dokumen, Gerak, TimProyek

KONTRAK = ("nomor_kontrak", "tanggal_kontrak", "nilai_kontrak")
HANYA_PENYEDIA = "Hanya untuk penyedia. Kosongkan untuk peran lain."
DIBACA_UMUM = (
    "PDF atau foto, paling besar 10 MB. Semua orang dapat membacanya, jadi tutup dulu NIK, nomor "
    "HP, dan alamat rumah orang di dalamnya."
)


class TimForm(TetapHitamMixin, AlasanMixin, forms.ModelForm):
    """A member of the team, or a firm with its contract. One that is there already needs a reason
    to change."""

    class Meta:
        model = TimProyek
        fields = ["peran", "nama", "jabatan", *KONTRAK]
        widgets = {"tanggal_kontrak": TanggalInput}
        help_texts = {
            "nama": "Nama orang, atau nama usaha penyedia. Tampil di halaman proyek dan papan "
            "proyek saja, tidak di pencarian.",
            "jabatan": "Contoh: Kaur Perencanaan.",
            "nilai_kontrak": HANYA_PENYEDIA,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kunci"] = KunciFormField()
        sebut_kosong(self.fields["peran"], "Pilih perannya")
        self.fields["tanggal_kontrak"].validators.append(bukan_masa_depan)
        self.pasang_alasan(wajib=self.instance.pk is not None)
        self.pasang_hitam(self.instance.proyek)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        if isi.get("peran") and isi["peran"] != PeranTim.PENYEDIA:
            for nama in KONTRAK:
                if isi.get(nama):
                    self.add_error(nama, HANYA_PENYEDIA)
        if isi.get("nilai_kontrak") == 0:
            self.add_error("nilai_kontrak", "Nilai kontrak harus lebih besar dari nol.")
        return isi


class DokumenForm(PindaianMixin, TetapHitamMixin, AlasanMixin, forms.ModelForm):
    """A new paper with its file, or other words about one that is shown."""

    nama_titipan = "DokumenForm"
    bersyarat = ("pindaian",)  # it may be empty only while a file is kept

    class Meta:
        model = Dokumen
        fields = ["jenis", "gerak", "keterangan", "tanggal"]
        widgets = {"tanggal": TanggalInput}
        help_texts = {
            "gerak": "Hanya untuk bukti pencairan (SPP).",
            "keterangan": "Contoh: perubahan pertama, lembar 1 sampai 4.",
        }

    def __init__(self, *args: Any, oleh: Any, **kwargs: Any) -> None:
        self.oleh = oleh
        super().__init__(*args, **kwargs)
        self.fields["kunci"] = KunciFormField()
        sebut_kosong(self.fields["jenis"], "Pilih jenisnya")
        self.fields["tanggal"].validators.append(bukan_masa_depan)
        self._tawarkan_pencairan()
        baru = self.instance.pk is None
        if baru:
            self.pasang_pindaian("Berkasnya", DIBACA_UMUM)
            self.fields["pindaian"].label_suffix = ""
        self.pasang_alasan(wajib=not baru)
        self.pasang_hitam(self.instance.proyek)

    def _tawarkan_pencairan(self) -> None:
        """Offer the payments of the project; without any the field goes."""
        milik = Gerak.objects.pencairan().filter(pendanaan__proyek=self.instance.proyek)
        pilihan: Any = self.fields["gerak"]
        pilihan.queryset = milik.filter(dibetulkan=None).select_related("pendanaan")
        pilihan.empty_label = "Bukan bukti pencairan"
        pilihan.label_from_instance = _sebut_pencairan
        if not milik.exists():
            del self.fields["gerak"]

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        if isi.get("gerak") and isi.get("jenis") not in (None, "", JenisDokumen.SPP):
            self.add_error("jenis", "Untuk bukti pencairan pilih “Bukti pencairan (SPP)”.")
        if "pindaian" in self.fields and self.dokumen is None and not self.has_error("pindaian"):
            self.add_error("pindaian", "Pilih berkasnya dulu.")
        return isi


def _sebut_pencairan(gerak: Gerak) -> str:
    return f"{tanggal(gerak.tanggal)}: {rupiah(gerak.rupiah)} ({gerak.pendanaan})"


class HapusForm(AlasanMixin, forms.Form):
    """Takes a row away, with its reason."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pasang_alasan(wajib=True)
        self.fields["alasan"].label = "Mengapa?"
