"""Forms of the acts on a kiriman. Each takes the kiriman and the person who acts."""

import re
from typing import Any, ClassVar

import rules
from django import forms

from aspirasi.enums import Golongan, Jangkauan, Jenis, Tentang
from aspirasi.forms.isian import IsiField
from aspirasi.models import Aspirasi, Lampiran
from aspirasi.services.lingkaran import jangkauan_boleh, tentang_boleh
from core.formulir.forms import BentukMixin
from core.formulir.widgets import PilihanFoto
from proyek.models import Proyek
from warga.enums import INSTANSI_DALAM
from warga.models import Instansi, Kampung
from warga.rules import adalah_kecamatan

PETUNJUK_GOLONGAN = (
    "Menentukan batas waktu penyelesaiannya: informasi 5, biasa dan usulan 14, yang perlu "
    "pemeriksaan 60 hari kerja."
)

PETUNJUK_TUJUAN = "Untuk instansi di luar kecamatan, pakai “Tunggu instansi lain”."


TERUSKAN = "teruskan"
# A gap of a ready sentence: three dots that stand for a word, not at the end of one.
CELAH = re.compile(r"(?:^|\s)…")
BERCELAH = "Masih ada titik-titik (…) yang belum diisi. Lengkapi, atau hapus bagian itu."


class TindakanForm(BentukMixin, forms.Form):
    """An act without words of its own.

    `bidang_templat` names the field that a ready sentence may be put into ("" for none);
    `bidang_bercelah` those that are not sent before their gaps are filled.
    """

    bidang_templat: ClassVar[str] = ""
    bidang_bercelah: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, aspirasi: Aspirasi, oleh: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aspirasi, self.oleh = aspirasi, oleh
        self.siapkan()

    def siapkan(self) -> None:
        """Fit choices and initial values to the kiriman."""

    def kabar(self) -> str:
        """Return what to say of the act once it is done; "" where its own message will do."""
        return ""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for nama in {self.bidang_templat, *self.bidang_bercelah} & set(data):
            if CELAH.search(data[nama] or ""):
                self.add_error(nama, BERCELAH)
        return data


class DilihatForm(TindakanForm):
    """An act on what was looked at: what the sender changed since is not meant by it.

    `waktu_dari` names the moment of the kiriman that tells the one from the other.
    """

    waktu_dari: ClassVar[str]
    sejak = forms.DateTimeField(
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid"), "Muat ulang halaman ini, lalu lihat sekali lagi."
        ),
    )

    def siapkan(self) -> None:
        sejak = getattr(self.aspirasi, self.waktu_dari)
        self.fields["sejak"].initial = sejak.isoformat() if sejak else ""


class FotoField(forms.MultipleChoiceField):
    """Photos of one kiriman that do not show yet, named by their place; cleans to Lampiran."""

    widget = PilihanFoto

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._foto: dict[str, Lampiran] = {}

    def muat(self, aspirasi: Aspirasi) -> None:
        """Take the photos that are loaded with the kiriman; no query of its own."""
        semua = list(enumerate(aspirasi.lampiran.all(), start=1))
        self._foto = {str(i): f for i, f in semua if not f.disetujui_pada}
        self.choices = [(i, f"Foto {i}") for i, f in semua if not f.disetujui_pada]
        self.widget.foto = {i: f.berkas.alamat_kecil for i, f in self._foto.items()}

    def clean(self, value: Any) -> list[Lampiran]:
        return [self._foto[ke] for ke in super().clean(value)]


class PeriksaForm(TindakanForm):
    """The first look: the text shown, who reads it, where it belongs, which photos show."""

    isi_publik = IsiField(
        label="Isi yang akan tampil",
        min_length=1,
        help_text="Tulisan asli tidak berubah. Hapus nama orang, alamat rumah, dan tuduhan yang "
        "belum terbukti.",
    )
    jenis = forms.ChoiceField(label="Jenis", choices=Jenis.choices)
    golongan = forms.ChoiceField(
        label="Batas waktu",
        choices=[("", "Sesuai jenisnya"), *Golongan.choices],
        required=False,
        help_text=PETUNJUK_GOLONGAN,
    )
    jangkauan = forms.ChoiceField(
        label="Yang boleh membaca",
        widget=forms.RadioSelect,
        help_text="Boleh dipersempit. Memperluasnya hanya boleh oleh pengirim.",
    )
    tentang = forms.ChoiceField(
        label="Tentang petugas?",
        choices=Tentang.choices,
        help_text="Yang tentang petugas hanya dibaca kecamatan.",
    )
    kampung = forms.ModelChoiceField(
        label="Kampung",
        queryset=Kampung.objects.order_by("contoh", "nama"),
        required=False,
        empty_label="Belum diketahui",
    )
    foto = FotoField(
        label="Foto yang boleh tampil untuk umum",
        required=False,
        help_text="Jangan tampilkan wajah, pelat nomor, atau rumah yang dapat dikenali.",
    )
    alasan = forms.CharField(
        label="Alasan perubahan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Diisi bila isi atau pembacanya diubah. Pengirim membacanya.",
    )
    lalu = forms.ChoiceField(
        label="Sesudah ini",
        choices=[(TERUSKAN, "Teruskan ke pemerintah kampungnya"), ("", "Jangan teruskan dulu")],
        required=False,
        widget=forms.RadioSelect,
    )

    def siapkan(self) -> None:
        a = self.aspirasi
        for nama in ("isi_publik", "jenis", "jangkauan", "tentang", "kampung"):
            self.fields[nama].initial = getattr(a, nama)
        for nama, boleh in (("jangkauan", jangkauan_boleh(a)), ("tentang", tentang_boleh(a))):
            self.fields[nama].choices = [(b.value, b.label) for b in boleh]  # type: ignore[attr-defined]
        self.fields["foto"].muat(a)  # type: ignore[attr-defined]
        if not a.lampiran.all() or a.jangkauan != Jangkauan.PUBLIK or a.anak:
            del self.fields["foto"]
        if not adalah_kecamatan(self.oleh):
            del self.fields["kampung"]
        self._siapkan_lalu()

    def _siapkan_lalu(self) -> None:
        """Route it in the same step. What is for the kecamatan alone never goes to a kampung,
        and what a kampung began before is there already."""
        boleh = rules.has_perm("aspirasi.teruskan", self.oleh, self.aspirasi)
        tertutup = self.aspirasi.jangkauan == Jangkauan.KECAMATAN
        if not boleh or tertutup or self.aspirasi.ditangani_id:
            del self.fields["lalu"]
        elif self.aspirasi.kampung:
            self.fields["lalu"].initial = TERUSKAN

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("tentang", Tentang.TIDAK) != Tentang.TIDAK:
            data["jangkauan"] = Jangkauan.KECAMATAN
        data.setdefault("kampung", self.aspirasi.kampung)
        data.setdefault("foto", [])
        data["teruskan_ke"] = self._tujuan(data)
        return data

    def _tujuan(self, data: dict[str, Any]) -> Instansi | None:
        """The government of the kampung that was chosen, if it goes there in this step."""
        diminta = data.pop("lalu", "") == TERUSKAN
        if not diminta or data.get("jangkauan") == Jangkauan.KECAMATAN:
            return None
        tujuan = Instansi.objects.filter(kampung=data["kampung"], kampung__isnull=False).first()
        if tujuan is None and "kampung" not in self.errors:
            self.add_error("lalu", "Pilih dulu kampungnya, atau “Jangan teruskan dulu”.")
        return tujuan

    def kabar(self) -> str:
        tujuan = self.cleaned_data["teruskan_ke"]
        return f"Kiriman sudah diperiksa dan diteruskan ke {tujuan.nama}." if tujuan else ""


class TeruskanForm(TindakanForm):
    """Where it goes."""

    bidang_templat = "catatan"
    ke = forms.ModelChoiceField(
        label="Diteruskan kepada",
        queryset=Instansi.objects.none(),
        empty_label="Pilih instansi",
        help_text=PETUNJUK_TUJUAN,
    )
    catatan = forms.CharField(
        label="Catatan untuk instansi itu",
        required=False,
        max_length=500,
        help_text="Hanya dibaca petugas.",
    )

    def siapkan(self) -> None:
        tujuan = Instansi.objects.filter(jenis__in=INSTANSI_DALAM).order_by("jenis", "nama")
        if self.aspirasi.jangkauan == Jangkauan.KECAMATAN:
            tujuan = tujuan.filter(kampung__isnull=True)
        elif self.aspirasi.kampung_id:
            self.fields["ke"].initial = getattr(self.aspirasi.kampung, "instansi", None)
        self.fields["ke"].queryset = tujuan  # type: ignore[attr-defined]


class TanggapiForm(TindakanForm):
    """The official answer."""

    bidang_templat = "isi"
    isi = IsiField(
        label="Jawaban resmi",
        help_text="Apa yang akan dikerjakan, oleh siapa, dan kapan. Kalau tidak dapat, tulis "
        "alasannya. "
        "Jawaban keluar atas nama jabatan Anda dan tidak dapat diubah.",
    )


class AlasanForm(TindakanForm):
    """Why it ends, in a sentence for its sender."""

    bidang_templat = "alasan"
    alasan = IsiField(
        label="Alasannya",
        min_length=20,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu kalimat penuh yang dipahami pengirim. Untuk kiriman yang sudah tampil, "
        "semua orang membacanya.",
    )


class TolakForm(AlasanForm):
    """Why it is not taken up here, and where the sender can go."""

    def siapkan(self) -> None:
        petunjuk = self.fields["alasan"].help_text
        self.fields["alasan"].help_text = f"{petunjuk} Sebutkan juga ke mana ia dapat mengadu."


class CatatanForm(TindakanForm):
    """A note among officials."""

    isi = IsiField(
        label="Catatan",
        min_length=3,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hanya dibaca petugas. Pengirim dan umum tidak melihatnya.",
    )


class HubungkanForm(TindakanForm):
    """The project that answers it."""

    proyek = forms.ModelChoiceField(
        label="Proyek", queryset=Proyek.objects.none(), empty_label="Pilih proyek"
    )

    def siapkan(self) -> None:
        milik = Proyek.objects.filter(kampung=self.aspirasi.kampung_id).exclude(
            tautan_aspirasi__aspirasi=self.aspirasi.pk
        )
        self.fields["proyek"].queryset = milik  # type: ignore[attr-defined]
        self.fields["proyek"].initial = self.aspirasi.proyek_disebut_id


class FotoForm(TindakanForm):
    """Photos that may be shown to everyone."""

    foto = FotoField(
        label="Foto yang boleh tampil untuk umum",
        help_text="Jangan tampilkan wajah, pelat nomor, atau rumah yang dapat dikenali.",
    )

    def siapkan(self) -> None:
        self.fields["foto"].muat(self.aspirasi)  # type: ignore[attr-defined]
