"""Acts that wait for the sender, or for an official who reads what the sender added."""

from django import forms

from aspirasi.enums import Aksi
from aspirasi.forms.isian import IsiField
from aspirasi.hari import HARI_PENGIRIM
from aspirasi.models import Aspirasi
from aspirasi.services import jawab
from meja.tindakan.dasar import DilihatForm, TindakanForm


class MintaKeterangan(TindakanForm):
    """The question that the sender must answer before the kiriman can be checked."""

    nama, aksi = "minta-keterangan", Aksi.MINTA_KETERANGAN
    label, tombol = "Tanyakan kepada pengirim", "Kirim pertanyaan"
    pesan = "Pertanyaan tersimpan. Selama menunggu pengirim, hari kerjanya tidak dihitung."
    bidang_templat = "isi"

    isi = IsiField(
        label="Pertanyaan kepada pengirim",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hanya dibaca pengirim dan petugas. Bila tidak dijawab dalam "
        f"{HARI_PENGIRIM} hari kerja, kiriman tidak dilanjutkan.",
    )

    def lakukan(self) -> None:
        isi = self.cleaned_data["isi"]
        jawab.minta_keterangan(aspirasi=self.aspirasi, isi=isi, oleh=self.oleh)


class BacaBalasan(DilihatForm):
    """Mark this reply as read. A reply that came later stays unread."""

    nama, aksi, izin = "baca-balasan", Aksi.BALASAN_DIBACA, "aspirasi.baca_balasan"
    label, tombol = "Nyatakan balasan sudah dibaca", "Balasan sudah dibaca"
    pesan = "Tercatat: balasan pengirim sudah dibaca."
    dekat, waktu_dari = True, "balasan_pada"

    @staticmethod
    def syarat(aspirasi: Aspirasi) -> bool:
        return aspirasi.balasan_pada is not None

    def lakukan(self) -> None:
        sejak = self.cleaned_data["sejak"]
        jawab.baca_balasan(aspirasi=self.aspirasi, sejak=sejak, oleh=self.oleh)
