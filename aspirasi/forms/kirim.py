"""The form of a new kiriman."""

from typing import Any

from django import forms

from aspirasi.enums import Jangkauan, Jenis, Kelompok, Tentang
from aspirasi.forms.isian import (
    FOTO_SEKALI_KIRIM,
    BerletakMixin,
    BujurIsianField,
    IsiField,
    KampungField,
    LintangIsianField,
    ProyekField,
    RujukanField,
    WhatsAppField,
)
from aspirasi.forms.pilihan import GAMBAR_JENIS, KETERANGAN_JANGKAUAN, KETERANGAN_JENIS
from aspirasi.forms.tentang import BertentangMixin
from aspirasi.models import Aspirasi, Pengirim
from aspirasi.saran import kata_peka
from aspirasi.services.kiriman import FOTO_TERBANYAK
from core.formulir.forms import (
    BentukMixin,
    FotoBanyakField,
    KunciFormField,
    email_sendiri,
    nama_sendiri,
)
from core.formulir.widgets import PilihanKartu
from warga.bacaan.nama_kantor import berlagak_kantor

TANYA_TEMPAT = (
    "Di mana bahayanya? Pilih kampungnya di atas, atau tulis tempatnya di sini, misalnya “jembatan "
    "dekat pasar”. Benar-benar tidak tahu? Tekan Kirim sekali lagi."
)
PILIH_KAMPUNG = "Pilih kampungnya di atas, atau hapus centang ini."
TAMBAHAN = (  # in the folded part of the page
    *("lokasi", "lintang", "bujur", "tempat_umum", "kelompok_terdampak"),
    *("nama", "email", "tampilkan_nama", "nama_untuk_kampung"),
)
NAMA_KANTOR = (
    "Nama ini terbaca sebagai jabatan atau kantor. Tulis nama panggilan Anda sendiri, atau hapus "
    "centang “Tampilkan nama”."
)
# A kiriman about a plan tells of no place finer than the kampung.
TANPA_TEMPAT = {"lokasi": "", "lintang": None, "bujur": None, "tempat_umum": False}
# Fields that a sender under 18 never leaves behind, typed or not (UU 27/2022).
IDENTITAS = dict.fromkeys(("nama", "telepon", "email"), "") | dict.fromkeys(
    ("tampilkan_nama", "nama_untuk_kampung"), False
)


class KirimForm(BentukMixin, BerletakMixin, BertentangMixin, forms.ModelForm):
    """A new kiriman with its sender.

    `aspirasi()` and `pengirim()` give the unsaved rows; `saran` says why fewer readers are
    recommended. It is None when the sender has already seen it.
    """

    # The main fields, as they stand on the page; the others follow.
    field_order = ("bahaya", "asal", "jenis", "isi", "kampung", "tentang", "foto", "jangkauan")

    jenis = forms.ChoiceField(
        label="Apa yang ingin Anda sampaikan?",
        choices=Jenis.choices,
        error_messages={"required": "Pilih satu dulu."},
        widget=PilihanKartu(keterangan=KETERANGAN_JENIS, gambar=GAMBAR_JENIS),
    )
    isi = IsiField(
        label="Ceritakan",
        error_messages={"required": "Tulis dulu yang ingin Anda sampaikan."},
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Apa, di mana, sejak kapan. Bahasa Jawa atau Lampung juga boleh. Jangan tulis "
        "NIK atau nomor HP orang lain. Paling panjang 5.000 huruf.",
    )
    kampung = KampungField(
        label="Kampung mana?",
        error_messages={"required": "Pilih kampungnya, atau “Saya tidak tahu”."},
    )
    foto = FotoBanyakField(
        label="Foto",
        required=False,
        terbanyak=FOTO_SEKALI_KIRIM,
        muat=FOTO_TERBANYAK,
        help_text="Paling banyak 5, boleh menyusul nanti. Petugas memeriksa foto sebelum tampil.",
    )
    jangkauan = forms.ChoiceField(
        label="Siapa yang boleh membaca?",
        choices=Jangkauan.choices,
        initial=Jangkauan.PUBLIK,
        widget=PilihanKartu(keterangan=KETERANGAN_JANGKAUAN),
        help_text="Yang tentang petugas atau pengurus selalu hanya untuk kecamatan, apa pun "
        "pilihan Anda di sini.",
    )
    langsung = forms.BooleanField(
        label="Langsung ke kampung saya",
        required=False,
        help_text="Perangkat kampung langsung membacanya, sebelum kecamatan memeriksa. Lebih "
        "cepat, misalnya untuk lampu atau jalan. Hanya bila di atas Anda memilih “Bukan”.",
    )
    bahaya = forms.BooleanField(
        label="Ini tentang bahaya sekarang, misalnya longsor atau kabel putus",
        required=False,
        help_text="Kampung dan kecamatan langsung membacanya, kecuali yang tentang petugas.",
    )
    lintang = LintangIsianField()
    bujur = BujurIsianField()
    kelompok_terdampak = forms.MultipleChoiceField(
        label="Siapa yang paling merasakannya?",
        choices=Kelompok.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    anak = forms.BooleanField(
        label="Saya belum 18 tahun",
        required=False,
        help_text="Belum 18 tahun pun suara Anda sama berharganya dan tetap dijawab. Untuk "
        "melindungi Anda, nama, nomor HP, dan e-mail tidak kami simpan walau diisi, dan foto "
        "hanya dilihat petugas.",
    )
    nama = nama_sendiri()
    telepon = WhatsAppField()
    email = email_sendiri()
    tampilkan_nama = forms.BooleanField(
        label="Tampilkan nama panggilan saya kepada semua orang", required=False
    )
    nama_untuk_kampung = forms.BooleanField(
        label="Petugas kampung boleh tahu nama saya", required=False
    )
    setuju = forms.BooleanField(
        label="Saya setuju data ini disimpan dan dipakai seperti tertulis di atas",
        error_messages={"required": "Centang persetujuan ini supaya kiriman boleh kami simpan."},
    )
    proyek = ProyekField()
    rujukan = RujukanField()
    saran_dibaca = forms.BooleanField(required=False, widget=forms.HiddenInput)
    hanya_kecamatan = forms.BooleanField(required=False, widget=forms.HiddenInput)
    tempat_ditanya = forms.BooleanField(required=False, widget=forms.HiddenInput)
    kunci = KunciFormField()

    class Meta:
        model = Aspirasi
        fields = (
            *("jenis", "isi", "kampung", "jangkauan", "bahaya", "lokasi", "lintang", "bujur"),
            *("tempat_umum", "kelompok_terdampak", "tentang", "anak", "tampilkan_nama"),
        )
        labels = {"lokasi": "Tempatnya", "tempat_umum": "Ini tempat umum"}
        help_texts = {
            "lokasi": "Misalnya “dekat mushola Dusun 3”. Hanya dibaca petugas.",
            "tempat_umum": "Lokasi jalan, jembatan, sekolah, atau pasar boleh tampil dengan "
            "tepat. Tanpa centang ini, lokasi dibulatkan sekitar 500 m.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bidang("kampung", KampungField).muat()
        self.fields["lokasi"].required = False

    def clean(self) -> dict[str, Any]:
        """Return the data. A sender who follows the suggestion gets the kecamatan alone as
        readers."""
        data = super().clean() or self.cleaned_data
        if data.get("hanya_kecamatan"):
            data["jangkauan"] = Jangkauan.KECAMATAN
        self._rujuk(data)
        self._cek_langsung(data)
        self._tanya_tempat(data)
        if data.get("anak"):
            self._lupakan_identitas(data)
        if data.get("tampilkan_nama") and not data.get("nama") and "nama" not in self.errors:
            self.add_error("nama", "Tulis nama panggilannya, atau hapus centang “Tampilkan nama”.")
        if data.get("tampilkan_nama") and berlagak_kantor(data.get("nama") or ""):
            self.add_error("nama", NAMA_KANTOR)
        return data

    def _rujuk(self, data: dict[str, Any]) -> None:
        """Put what it is about into its kampung, and keep no finer place."""
        if rujukan := data.get("rujukan"):
            data |= {"kampung": rujukan.kampung, "proyek": rujukan.proyek} | TANPA_TEMPAT

    def _cek_langsung(self, data: dict[str, Any]) -> None:
        """Drop the wish where other answers protect more, and ask for the kampung that it needs."""
        boleh = data.get("tentang") == Tentang.TIDAK and not self.tidak_yakin
        if not boleh or data.get("jangkauan") == Jangkauan.KECAMATAN:
            data["langsung"] = False
        tanpa_kampung = data.get("kampung", "") is None and not data.get("proyek")
        if data.get("langsung") and tanpa_kampung:
            self.add_error("langsung", PILIH_KAMPUNG)

    def _tanya_tempat(self, data: dict[str, Any]) -> None:
        """Ask once for the place of a danger that nothing locates. Danger is never refused, so a
        second press sends it without one."""
        kampung = data.get("kampung", "") is not None or data.get("proyek")
        letak = data.get("lokasi") or data.get("lintang") is not None
        if data.get("bahaya") and not (kampung or letak or data.get("tempat_ditanya")):
            self.add_error("lokasi", TANYA_TEMPAT)

    @property
    def sudah_ditanya_tempat(self) -> bool:
        """Return whether the place of a danger was asked for, now or before."""
        return self.is_bound and bool(
            TANYA_TEMPAT in self.errors.get("lokasi", ()) or self.cleaned_data.get("tempat_ditanya")
        )

    def _lupakan_identitas(self, data: dict[str, Any]) -> None:
        """Drop what a child typed about itself. Dropped fields need not be valid."""
        data.update(IDENTITAS)
        for nama in IDENTITAS:
            self.errors.pop(nama, None)

    @property
    def saran(self) -> dict[str, Any] | None:
        """Return why fewer people should read this: `kata` found in the text, a doubt whom it is
        about (`tidak_yakin`), or `petugas_kecamatan`. None when nothing speaks for it."""
        data = self.cleaned_data
        if data["saran_dibaca"] or data["hanya_kecamatan"]:
            return None
        if data["tentang"] == Tentang.PETUGAS_KECAMATAN:
            return {"petugas_kecamatan": True, "tidak_yakin": False, "kata": []}
        sudah_aman = data["jangkauan"] == Jangkauan.KECAMATAN or data["jenis"] == Jenis.APRESIASI
        kata = [] if sudah_aman else kata_peka(data["isi"])
        ragu = self.tidak_yakin and not sudah_aman
        saran = {"petugas_kecamatan": False, "tidak_yakin": ragu, "kata": kata}
        return saran if kata or ragu else None

    @property
    def tambahan_terbuka(self) -> bool:
        """Return whether the folded part stands open, because something in it was filled in or is
        wrong."""
        return self.is_bound and any(n in self.errors or n in self.changed_data for n in TAMBAHAN)

    def aspirasi(self) -> Aspirasi:
        aspirasi = self.instance
        aspirasi.proyek_disebut = self.cleaned_data["proyek"]
        aspirasi.tidak_yakin = self.tidak_yakin
        aspirasi.langsung = self.cleaned_data.get("langsung", False)
        return aspirasi

    def pengirim(self) -> Pengirim:
        nama = ("nama", "telepon", "email", "nama_untuk_kampung")
        return Pengirim(**{n: self.cleaned_data[n] for n in nama})

    def tolak_ulangan(self) -> None:
        """Say that the first send arrived, and that this one says something else."""
        self.add_error(
            None,
            "Kiriman Anda yang sebelumnya sudah kami terima. Tulisan di bawah ini lain isinya. "
            "Kalau ini kiriman baru, tekan Kirim sekali lagi.",
        )
