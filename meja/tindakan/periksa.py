"""The act of the first look: the shown text, its readers, its place, and its next office."""

from typing import Any

from django import forms

from aspirasi.enums import Aksi, Golongan, Jangkauan, Jenis, Tentang
from aspirasi.forms.isian import IsiField
from aspirasi.services.lingkaran import jangkauan_boleh, tentang_boleh
from aspirasi.services.periksa import HasilPeriksa
from core.formulir.teks import TeksFormField
from meja.services.periksa import periksa_lalu_teruskan
from meja.tindakan.dasar import TindakanForm
from meja.tindakan.foto import FotoField
from meja.tindakan.pembaca import PETUNJUK_TENTANG
from meja.tindakan.perbaikan import JudulField, dengan_judul
from meja.tindakan.tangani import Teruskan
from meja.tindakan.tenggat import PETUNJUK_GOLONGAN
from warga.models import Instansi, Kampung
from warga.rules import adalah_kecamatan

TERUSKAN = "teruskan"


class Periksa(TindakanForm):
    """The first look: the shown text, its readers, its kampung, and the photos to be shown."""

    nama, aksi = "periksa", Aksi.PERIKSA
    label, tombol = "Periksa", "Nyatakan sudah diperiksa"
    pesan = "Kiriman sudah diperiksa."
    utama = True

    isi_publik = IsiField(
        label="Isi yang akan tampil",
        min_length=1,
        help_text="Tulisan asli tidak berubah. Hapus nama orang, alamat rumah, dan tuduhan yang "
        "belum terbukti.",
    )
    judul = JudulField()
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
        help_text=PETUNJUK_TENTANG,
    )
    kampung = forms.ModelChoiceField(
        label="Kampung",
        queryset=Kampung.objects.order_by("contoh", "nama"),
        required=False,
        empty_label="Belum diketahui",
    )
    foto = FotoField(required=False)
    alasan = TeksFormField(
        label="Alasan perubahan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Diisi bila isi atau pembacanya diubah. Pengirim membacanya.",
    )
    lalu = forms.ChoiceField(
        label="Sesudah ini",
        choices=[(TERUSKAN, "Teruskan ke pemerintah kampungnya"), ("", "Tetap di kecamatan dulu")],
        required=False,
        widget=forms.RadioSelect,
    )

    def siapkan(self) -> None:
        a = self.aspirasi
        for nama in ("isi_publik", "judul", "jenis", "jangkauan", "tentang", "kampung"):
            self.fields[nama].initial = getattr(a, nama)
        for nama, boleh in (("jangkauan", jangkauan_boleh(a)), ("tentang", tentang_boleh(a))):
            self.bidang(nama, forms.ChoiceField).choices = [(b.value, b.label) for b in boleh]
        self.bidang("foto", FotoField).muat(a.lampiran.all())
        if not a.lampiran.all() or a.jangkauan != Jangkauan.PUBLIK or a.anak:
            del self.fields["foto"]
        if not adalah_kecamatan(self.oleh):
            del self.fields["kampung"]
        self._siapkan_lalu()

    def _siapkan_lalu(self) -> None:
        """Prepare the routing in the same step. A kiriman for the kecamatan alone never goes to a
        kampung, and a kiriman that a kampung began before is there already."""
        tertutup = self.aspirasi.jangkauan == Jangkauan.KECAMATAN
        if not Teruskan.boleh(self.aspirasi, self.oleh) or tertutup or self.aspirasi.ditangani_id:
            del self.fields["lalu"]
        elif self.aspirasi.kampung:
            self.fields["lalu"].initial = TERUSKAN

    def clean(self) -> dict[str, Any]:
        data = dengan_judul(super().clean())
        if data.get("tentang", Tentang.TIDAK) != Tentang.TIDAK:
            data["jangkauan"] = Jangkauan.KECAMATAN
        data.setdefault("kampung", self.aspirasi.kampung)
        data.setdefault("foto", [])
        data["teruskan_ke"] = self._tujuan(data)
        return data

    def _tujuan(self, data: dict[str, Any]) -> Instansi | None:
        """Return the government of the chosen kampung, if the kiriman goes there in this step."""
        diminta = data.pop("lalu", "") == TERUSKAN
        if not diminta or data.get("jangkauan") == Jangkauan.KECAMATAN:
            return None
        tujuan = Instansi.objects.filter(kampung=data["kampung"], kampung__isnull=False).first()
        if tujuan is None and "kampung" not in self.errors:
            self.add_error("lalu", "Pilih dulu kampungnya, atau “Tetap di kecamatan dulu”.")
        return tujuan

    def lakukan(self) -> None:
        data = self.cleaned_data
        hasil = HasilPeriksa(
            isi_publik=data["isi_publik"],
            judul=data["judul"],
            jangkauan=data["jangkauan"],
            tentang=data["tentang"],
            kampung=data["kampung"],
            jenis=data["jenis"],
            golongan=data["golongan"],
            alasan=data["alasan"],
            foto=data["foto"],
        )
        periksa_lalu_teruskan(
            aspirasi=self.aspirasi, hasil=hasil, ke=data["teruskan_ke"], oleh=self.oleh
        )

    def kabar(self) -> str:
        tujuan = self.cleaned_data["teruskan_ke"]
        if tujuan is None:
            return self.pesan
        return f"Kiriman sudah diperiksa dan diteruskan ke {tujuan.nama}."
