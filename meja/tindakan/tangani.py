"""Acts on who works on a kiriman: route it, begin, hand it to one person, leave a note."""

from django import forms

from aspirasi.enums import Aksi, Jangkauan
from aspirasi.forms.isian import IsiField
from aspirasi.models import Aspirasi
from aspirasi.services import tangani
from core.formulir.teks import BarisFormField
from meja.tindakan.dasar import TindakanForm
from warga.enums import INSTANSI_DALAM
from warga.models import Instansi, Pengguna

PETUNJUK_TUJUAN = "Untuk instansi di luar kecamatan, pakai “Tunggu instansi lain”."


class AmbilDulu(TindakanForm):
    """Begin before the first look."""

    nama, aksi = "ambil-dulu", Aksi.AMBIL_DULU
    label = tombol = "Mulai menangani sebelum diperiksa"
    pesan = "Tercatat bahwa kampung Anda mulai menangani. Tulisannya tetap diperiksa lebih dulu."
    dekat = True

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.ditangani_id is None

    def lakukan(self) -> None:
        tangani.ambil_dulu(aspirasi=self.aspirasi, oleh=self.oleh)


class Teruskan(TindakanForm):
    """The office that it goes to."""

    nama, aksi = "teruskan", Aksi.TERUSKAN
    label = tombol = "Teruskan"
    pesan = "Kiriman sudah diteruskan."
    utama, bidang_templat = True, "catatan"

    ke = forms.ModelChoiceField(
        label="Diteruskan kepada",
        queryset=Instansi.objects.none(),
        empty_label="Pilih instansi",
        help_text=PETUNJUK_TUJUAN,
    )
    catatan = BarisFormField(
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
        self.bidang("ke", forms.ModelChoiceField).queryset = tujuan

    def lakukan(self) -> None:
        tangani.teruskan(
            aspirasi=self.aspirasi,
            ke=self.cleaned_data["ke"],
            catatan=self.cleaned_data["catatan"],
            oleh=self.oleh,
        )


class Ambil(TindakanForm):
    """Begin work on it."""

    nama, aksi = "ambil", Aksi.AMBIL
    label, tombol = "Mulai menangani", "Saya mulai menangani"
    pesan = "Tercatat bahwa kiriman ini mulai ditangani."
    dekat = True

    def lakukan(self) -> None:
        tangani.ambil(aspirasi=self.aspirasi, oleh=self.oleh)


class Tugaskan(TindakanForm):
    """The person of the desk who holds it."""

    nama, aksi, izin = "tugaskan", Aksi.DITUGASKAN, "aspirasi.tangani"
    label, tombol = "Atur siapa yang memegang", "Simpan"
    pesan = "Sudah diatur siapa yang memegang kiriman ini."

    kepada = forms.ModelChoiceField(
        label="Dipegang oleh",
        queryset=Pengguna.objects.none(),
        required=False,
        empty_label="Tidak ada yang memegang",
        help_text="Kiriman ini lalu masuk “Menunggu saya” milik orang itu saja.",
    )

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.terbuka

    def siapkan(self) -> None:
        kepada = self.bidang("kepada", forms.ModelChoiceField)
        kepada.queryset = tangani.sekantor(self.aspirasi, self.oleh)
        kepada.initial = self.aspirasi.ditugaskan_id or self.oleh.pk

    def lakukan(self) -> None:
        kepada = self.cleaned_data["kepada"]
        tangani.tugaskan(aspirasi=self.aspirasi, kepada=kepada, oleh=self.oleh)


class Catat(TindakanForm):
    """A note among officials."""

    nama, aksi, izin = "catatan", Aksi.CATATAN_DITULIS, "aspirasi.tangani"
    label, tombol = "Tulis catatan untuk petugas", "Simpan catatan"
    pesan = "Catatan tersimpan."

    isi = IsiField(
        label="Catatan",
        min_length=3,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hanya dibaca petugas. Pengirim dan umum tidak melihatnya.",
    )

    def lakukan(self) -> None:
        isi = self.cleaned_data["isi"]
        tangani.catat_internal(aspirasi=self.aspirasi, isi=isi, oleh=self.oleh)
