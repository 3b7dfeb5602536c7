"""Acts on the readers of a kiriman: fewer readers, or everyone at the wish of its sender."""

from django import forms

from aspirasi.enums import Aksi, Jangkauan, Tentang
from aspirasi.forms.isian import IsiField
from aspirasi.models import Aspirasi
from aspirasi.services import pembaca
from aspirasi.services.lingkaran import jangkauan_boleh
from aspirasi.services.perbaikan import sidik_tulisan
from core.formulir.teks import TeksFormField
from meja.tindakan.dasar import AlasanForm, TindakanForm
from meja.tindakan.foto import FotoField
from meja.tindakan.perbaikan import SidikField

PETUNJUK_TENTANG = "Yang tentang petugas hanya dibaca kecamatan."


def diminta_umum(aspirasi: Aspirasi) -> bool:
    """Return whether the sender waits for it to be shown to everyone."""
    return aspirasi.minta_umum_pada is not None


class Umumkan(TindakanForm):
    """The text and photos that everyone will see, at the wish of the sender."""

    nama, aksi, izin = "umumkan", Aksi.DIUMUMKAN, "aspirasi.periksa"
    label, tombol = "Tampilkan untuk umum (diminta pengirim)", "Tampilkan untuk umum"
    pesan = "Kiriman sekarang tampil untuk umum."
    utama, syarat = True, staticmethod(diminta_umum)

    isi_publik = IsiField(
        label="Isi yang akan tampil",
        min_length=1,
        help_text="Jawaban resmi, surat, dan perjalanannya ikut tampil; periksa juga. Hapus "
        "nama orang, alamat rumah, dan tuduhan yang belum terbukti.",
    )
    foto = FotoField(required=False)
    alasan = TeksFormField(
        label="Alasan perubahan isi",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Diisi bila isinya diubah. Pengirim membacanya.",
    )

    sidik = SidikField()

    def siapkan(self) -> None:
        foto = self.bidang("foto", FotoField)
        foto.muat(self.aspirasi.lampiran.all())
        self.fields["isi_publik"].initial = self.aspirasi.isi_publik
        self.fields["sidik"].initial = sidik_tulisan(self.aspirasi)
        if self.aspirasi.anak or not foto.choices:
            del self.fields["foto"]

    def lakukan(self) -> None:
        pembaca.umumkan(
            aspirasi=self.aspirasi,
            isi_publik=self.cleaned_data["isi_publik"],
            alasan=self.cleaned_data["alasan"],
            foto=self.cleaned_data.get("foto", []),
            sidik=self.cleaned_data["sidik"],
            oleh=self.oleh,
        )


class TolakUmum(AlasanForm):
    """The reason why it is not shown to everyone yet."""

    nama, aksi, izin = "tolak-umum", Aksi.UMUM_DITOLAK, "aspirasi.periksa"
    label, tombol = "Belum dapat ditampilkan untuk umum", "Simpan alasannya"
    pesan = "Pengirim membaca mengapa kirimannya belum ditampilkan."
    negatif, syarat = True, staticmethod(diminta_umum)

    def lakukan(self) -> None:
        alasan = self.cleaned_data["alasan"]
        pembaca.tolak_umum(aspirasi=self.aspirasi, alasan=alasan, oleh=self.oleh)


class Persempit(TindakanForm):
    """Fewer readers, with the reason."""

    nama, aksi, izin = "persempit", Aksi.DIPERSEMPIT, "aspirasi.periksa"
    label, tombol = "Persempit pembacanya", "Persempit"
    pesan = "Pembaca kiriman ini sekarang lebih sedikit."
    negatif = True

    jangkauan = forms.ChoiceField(label="Yang boleh membaca", widget=forms.RadioSelect)
    tentang = forms.ChoiceField(
        label="Tentang petugas?",
        choices=Tentang.choices,
        help_text=PETUNJUK_TENTANG,
    )
    alasan = IsiField(
        label="Alasannya",
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Pengirim membacanya.",
    )

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        penuh = aspirasi.jangkauan == Jangkauan.KECAMATAN and aspirasi.tentang != Tentang.TIDAK
        return not penuh and aspirasi.dihapus_pada is None

    def siapkan(self) -> None:
        boleh = jangkauan_boleh(self.aspirasi)[1:] or [Jangkauan.KECAMATAN]
        jangkauan = self.bidang("jangkauan", forms.ChoiceField)
        jangkauan.choices = [(j.value, j.label) for j in boleh]
        jangkauan.initial = boleh[0]
        self.fields["tentang"].initial = self.aspirasi.tentang

    def lakukan(self) -> None:
        pembaca.persempit(
            aspirasi=self.aspirasi,
            jangkauan=self.cleaned_data["jangkauan"],
            tentang=self.cleaned_data["tentang"],
            alasan=self.cleaned_data["alasan"],
            oleh=self.oleh,
        )
