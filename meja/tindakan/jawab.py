"""Acts that answer: word for the time being, and the official answer."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField

from aspirasi.enums import Aksi, JenisJawaban
from aspirasi.forms.isian import IsiField
from aspirasi.hari import hari_janji
from aspirasi.services import janji, jawab
from aspirasi.teks import PANJANG_ISI
from core.formulir.widgets import PilihanKartu, TanggalInput
from core.galat import TidakBisa
from meja.forms.foto_jawaban import FotoMixin
from meja.tindakan.dasar import TindakanForm
from proyek.forms.umum import tanggal_wajar

KETERANGAN: dict[str, tuple[str, str]] = {
    JenisJawaban.SELESAI: ("", "Sudah dikerjakan atau sudah terjawab. Pengirim langsung ditanya."),
    JenisJawaban.JANJI: ("", "Pengirim ditanya sesudah tanggalnya. Lewat tanggal: terlambat."),
    JenisJawaban.TIDAK: ("", "Pengirim membaca alasannya, dan boleh tidak menerimanya."),
}
PILIHAN = (
    (JenisJawaban.SELESAI, "Sudah selesai"),
    (JenisJawaban.JANJI, "Akan dikerjakan, dengan tanggal"),
    (JenisJawaban.TIDAK, "Tidak dapat dilakukan, dengan alasan"),
)
# The field that a choice needs stands under it.
SISIPAN = {JenisJawaban.JANJI: "sampai", JenisJawaban.TIDAK: "alasan"}
TANPA_JANJI = (
    "Tanggal sudah pernah dijanjikan. Tanggal yang lebih lambat diumumkan lewat “Tunda”, atau oleh "
    "kecamatan."
)
TERLALU_PANJANG = "Jawaban dan alasannya bersama terlalu panjang. Kurangi {} huruf."


class Tanggapi(FotoMixin, TindakanForm):
    """The official answer: done, promised by a day, or not possible and why."""

    nama, aksi = "tanggapi", Aksi.TANGGAPI
    label, tombol = "Jawab", "Kirim jawaban"
    pesan = "Jawaban sudah terkirim dan dapat dibaca pengirim."
    utama, kata_umum, bidang_templat, bidang_bercelah = True, True, "isi", ("alasan",)
    template_name = "meja/isian_jawaban.html"
    # One choice needs these, another does not, so none is called optional.
    bersyarat = ("sampai", "alasan", "isi")

    jawaban = forms.ChoiceField(
        label="Bagaimana hasilnya?",
        choices=PILIHAN,
        widget=PilihanKartu(keterangan=KETERANGAN),
        error_messages={"required": "Pilih satu dulu."},
    )
    sampai = forms.DateField(
        label="Tanggal paling lambat, kalau akan dikerjakan",
        required=False,
        widget=TanggalInput,
        validators=[tanggal_wajar],
    )
    alasan = IsiField(
        label="Alasannya, kalau tidak dapat",
        required=False,
        min_length=20,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Sebutkan juga ke mana pengirim dapat mengadu, kalau ada.",
    )
    isi = IsiField(
        label="Jawaban resmi",
        required=False,
        help_text="Apa yang sudah atau akan dikerjakan, dan oleh siapa. Kalau tidak dapat, cukup "
        "alasannya di atas. Jawaban keluar atas nama jabatan Anda dan tidak dapat diubah: kalau "
        "keliru, kirim jawaban baru.",
    )

    def siapkan(self) -> None:
        """Offer a promise where this person may make one; ask nothing about thanks."""
        self.pasang_foto(self.aspirasi)
        if self.aspirasi.jenis_apresiasi:
            for nama in ("jawaban", *SISIPAN.values()):
                del self.fields[nama]
            return
        hari = hari_janji(self.aspirasi.golongan, bahaya=self.aspirasi.bahaya)
        self.fields["sampai"].help_text = f"Paling lama {hari} hari kerja dari hari ini."
        if not janji.boleh_berjanji(self.aspirasi, self.oleh):
            del self.fields["sampai"]
            pilihan = self.bidang("jawaban", forms.ChoiceField)
            pilihan.choices = [p for p in PILIHAN if p[0] != JenisJawaban.JANJI]
            pilihan.help_text = TANPA_JANJI

    @property
    def pilihan_jawaban(self) -> Iterator[tuple[Any, BoundField | None]]:
        """Yield each choice, with the field that it needs."""
        for pilihan in self["jawaban"] if "jawaban" in self.fields else ():
            nama = SISIPAN.get(pilihan.data["value"])
            yield pilihan, self[nama] if nama in self.fields else None

    def clean(self) -> dict[str, Any]:
        """Return the data with the finished words in `isi`. Fields of the other choices count for
        nothing."""
        data = super().clean()
        jenis = data.get("jawaban", JenisJawaban.SELESAI)
        for nilai, nama in SISIPAN.items():
            if nilai != jenis:
                self.errors.pop(nama, None)
        if jenis == JenisJawaban.TIDAK:
            self._rangkai(data)
        elif not data.get("isi") and "isi" not in self.errors:
            self.add_error("isi", "Tulis jawabannya. Pengirim membacanya.")
        if jenis == JenisJawaban.JANJI:
            self._cek_tanggal(data)
        return data

    def _rangkai(self, data: dict[str, Any]) -> None:
        """Put the reason behind the words; it is the whole answer where there are none."""
        if data.get("alasan"):
            isi = "\n\n".join(kata for kata in (data.get("isi"), data["alasan"]) if kata)
            if len(isi) > PANJANG_ISI:
                self.add_error("isi", TERLALU_PANJANG.format(len(isi) - PANJANG_ISI))
            data["isi"] = isi
        elif "alasan" not in self.errors:
            self.add_error("alasan", "Tulis alasannya. Pengirim berhak mengetahuinya.")

    def _cek_tanggal(self, data: dict[str, Any]) -> None:
        if "sampai" in self.errors:
            return
        if not data.get("sampai"):
            self.add_error("sampai", "Isi tanggalnya. Pengirim ditanya sesudah tanggal itu.")
            return
        try:
            janji.pastikan_tanggal_janji(self.aspirasi, data["sampai"])
        except TidakBisa as galat:
            self.add_error("sampai", galat.pesan)

    def kabar(self) -> str:
        if self.cleaned_data.get("jawaban") == JenisJawaban.JANJI:
            return "Janji sudah terkirim. Tepati, lalu jawab lagi bahwa sudah selesai."
        return self.pesan

    def lakukan(self) -> None:
        data, aspirasi, oleh = self.cleaned_data, self.aspirasi, self.oleh
        jenis, isi = data.get("jawaban", JenisJawaban.SELESAI), data["isi"]
        foto = self.foto_baru
        if jenis == JenisJawaban.JANJI:
            janji.janjikan(aspirasi=aspirasi, isi=isi, sampai=data["sampai"], oleh=oleh, foto=foto)
        else:
            jawab.tanggapi(aspirasi=aspirasi, isi=isi, oleh=oleh, jawaban=jenis, foto=foto)


class BeriKabar(FotoMixin, TindakanForm):
    """Word for the time being."""

    nama, aksi = "beri-kabar", Aksi.KABARI
    label, tombol = "Beri kabar sementara", "Kirim kabar"
    pesan = "Kabar sudah tampil. Kiriman ini masih harus diselesaikan."
    kata_umum, bidang_templat = True, "isi"

    isi = IsiField(
        label="Kabar sementara",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Sampai mana, dan apa langkah berikutnya. Untuk usulan: dibahas dalam "
        "musyawarah apa dan kapan.",
    )

    def siapkan(self) -> None:
        self.pasang_foto(self.aspirasi)

    def lakukan(self) -> None:
        isi, foto = self.cleaned_data["isi"], self.foto_baru
        jawab.beri_kabar(aspirasi=self.aspirasi, isi=isi, oleh=self.oleh, foto=foto)
