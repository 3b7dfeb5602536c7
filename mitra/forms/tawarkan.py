"""The short page on which anyone offers help, and those of the offerer afterwards."""

from typing import Any

from django import forms

from aspirasi.forms.isian import WhatsAppField
from core.formulir.forms import BentukMixin, SekaliMixin, email_sendiri, nama_sendiri
from core.jaga.alamat import terbaca
from mitra.enums import ORGANISASI, JenisBantuan, JenisPenawar, Konflik
from mitra.forms.umum import banyak, baris, nilai, rapikan_satuan, tulisan
from mitra.models import Kebutuhan, Penawar, Tawaran
from proyek.models import Proyek
from warga.bacaan.nama_kantor import berlagak_kantor
from warga.models import Kampung

PERLU_LEMBAGA = "Tulis nama perusahaan, lembaga, atau kelompoknya."
PERLU_KONTAK = "Tulis nomor HP atau e-mail, supaya kami dapat menjawab."
PERLU_HUBUNGAN = "Jelaskan hubungannya, supaya semua orang tahu."
NAMA_KANTOR = "Nama ini terbaca sebagai jabatan atau kantor. Tulis nama Anda sendiri."
TANYA_KONFLIK = (
    "Apakah Anda atau keluarga Anda bekerja untuk kampung itu, berjualan kepadanya, atau ikut "
    "tendernya?"
)
UNTUK_KEBUTUHAN = "kebutuhan"  # the purpose of the letters that name a need


class TawaranForm(SekaliMixin, forms.Form):
    """An offer. `tawaran()` and `penawar()` give the unsaved rows."""

    penawar_jenis = forms.ChoiceField(
        label="Siapa yang menawarkan?", choices=JenisPenawar, widget=forms.RadioSelect
    )
    lembaga = baris(
        "Nama perusahaan, lembaga, atau kelompok",
        120,
        required=False,
        help_text="Tampil untuk umum bila tawarannya disepakati. Perorangan: kosongkan.",
    )
    jenis = forms.ChoiceField(
        label="Bantuan apa?",
        choices=JenisBantuan,
        widget=forms.RadioSelect,
        help_text="Uang tidak dikirim lewat portal ini: uang masuk ke Rekening Kas Kampung lewat "
        "kantor kampung, dan dicatat dalam APB Kampung sebagai hibah.",
    )
    isi = tulisan(
        "Apa yang Anda tawarkan?",
        2000,
        min_length=10,
        help_text="Misalnya: 40 sak semen untuk talud, dapat diantar bulan depan.",
    )
    jumlah = banyak("Berapa banyak", required=False)
    satuan = baris("Satuan", 30, required=False, help_text="Misalnya sak, orang, hari.")
    nilai = nilai()
    kampung = forms.ModelChoiceField(
        Kampung.objects.all(),
        label="Untuk kampung mana?",
        required=False,
        to_field_name="slug",
        empty_label="Mana saja yang membutuhkan",
    )
    konflik = forms.ChoiceField(
        label=TANYA_KONFLIK,
        choices=((Konflik.TIDAK, "Tidak"), (Konflik.ADA, "Ya")),
        widget=forms.RadioSelect,
        help_text="Boleh tetap menawarkan. Jawaban ini tampil untuk umum bila disepakati.",
    )
    konflik_isi = baris(
        "Kalau ya, apa hubungannya?",
        300,
        required=False,
        help_text="Misalnya: toko saya menjual pasir kepada kampung. Jangan menulis nama orang.",
    )
    nama = nama_sendiri("Nama Anda")
    telepon = WhatsAppField(
        help_text="Contoh: 0812-3456-7890. Hanya dibaca petugas yang mengurusnya, tidak pernah "
        "tampil. Setiap pembacaan tercatat, dan Anda dapat melihatnya."
    )
    email = email_sendiri()
    tampilkan_nama = forms.BooleanField(
        label="Perorangan: tampilkan nama saya bila disepakati",
        required=False,
        help_text="Tanpa centang ini ditulis “Seorang warga”.",
    )
    kebutuhan = forms.CharField(required=False, widget=forms.HiddenInput)
    proyek = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nama"].required = True

    def clean_kebutuhan(self) -> Kebutuhan | None:
        return kebutuhan_dari(self.cleaned_data["kebutuhan"])

    def clean_proyek(self) -> Proyek | None:
        return proyek_dari(self.cleaned_data["proyek"])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        organisasi = data.get("penawar_jenis") in ORGANISASI
        if organisasi and not data.get("lembaga"):
            self.add_error("lembaga", PERLU_LEMBAGA)
        if not organisasi:
            data["lembaga"] = ""
        if not self.errors.keys() & {"telepon", "email"} and not (data["telepon"] or data["email"]):
            self.add_error("telepon", PERLU_KONTAK)
        self._periksa_hubungan(data)
        if data.get("tampilkan_nama") and berlagak_kantor(data.get("nama", "")):
            self.add_error("nama", NAMA_KANTOR)
        if data.get("jumlah") is not None and data["jumlah"] <= 0:
            self.add_error("jumlah", "Tulis jumlah lebih dari nol, atau kosongkan.")
        rapikan_satuan(self)
        return data

    def _periksa_hubungan(self, data: dict[str, Any]) -> None:
        if data.get("konflik") == Konflik.TIDAK:
            data["konflik_isi"] = ""
        elif data.get("konflik") and not data.get("konflik_isi"):
            self.add_error("konflik_isi", PERLU_HUBUNGAN)

    def tawaran(self) -> Tawaran:
        """Return the unsaved offer."""
        data = self.cleaned_data
        nama = (
            *("penawar_jenis", "lembaga", "jenis", "isi", "jumlah", "satuan", "nilai", "kampung"),
            *("konflik", "konflik_isi", "tampilkan_nama", "kebutuhan", "proyek"),
        )
        return Tawaran(**{satu: data[satu] for satu in nama})

    def penawar(self) -> Penawar:
        """Return the unsaved contact."""
        return Penawar(**{satu: self.cleaned_data[satu] for satu in ("nama", "telepon", "email")})


def kebutuhan_dari(huruf: str) -> Kebutuhan | None:
    """Return the open need that these letters name, or None."""
    try:
        pk = terbaca(huruf, untuk=UNTUK_KEBUTUHAN)
    except ValueError:
        return None
    semua = Kebutuhan.objects.terbuka().select_related("kampung", "proyek")
    return semua.filter(pk=pk).first()


def proyek_dari(nomor: str) -> Proyek | None:
    """Return the project of this number, or None."""
    semua = Proyek.objects.berlaku().select_related("kampung")
    return semua.filter(nomor=nomor.replace("\0", "")).first() if nomor else None


class KataForm(SekaliMixin, forms.Form):
    """Words of the offerer, or of an official."""

    isi = tulisan("Keterangan", 1000, min_length=3)


class TarikForm(BentukMixin, forms.Form):
    """The reason for taking an offer back, if its offerer gives one."""

    alasan = baris("Alasannya", 500, required=False)
