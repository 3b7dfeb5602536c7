"""The acts that take words of a kiriman back from the public: the shown text, or a reason."""

from typing import Any

from django import forms

from aspirasi.enums import Aksi
from aspirasi.laku import BERALASAN
from aspirasi.services import penarikan
from core.jejak.catat import riwayat
from core.moderasi.forms import DIHITAMKAN, DITARIK, MASIH_ADA, AlasanTarikField, KataForm
from core.templatetags.bentuk import tanggal
from meja.tindakan.dasar import TindakanForm
from meja.tindakan.perbaikan import Perbaiki


class TarikIsi(KataForm, TindakanForm):
    """Words of the shown text become black, or the whole text goes."""

    nama, aksi, izin = "tarik-isi", Aksi.ISI_DITARIK, "aspirasi.perbaiki"
    label, tombol = "Hitamkan atau tarik isi yang tampil", "Tarik, jangan tampilkan lagi"
    pesan = DITARIK
    negatif, masih_ada = True, MASIH_ADA
    syarat = staticmethod(Perbaiki.syarat)

    def siapkan(self) -> None:
        self.tulisan = tuple(getattr(self.aspirasi, nama) for nama in penarikan.TULISAN)

    def lakukan(self) -> None:
        penarikan.tarik_isi(
            aspirasi=self.aspirasi,
            kata=self.cleaned_data["kata"],
            alasan=self.cleaned_data["alasan"],
            oleh=self.oleh,
        )

    def kabar(self) -> str:
        return DIHITAMKAN if self.cleaned_data["kata"] else self.pesan


class TarikAlasan(TindakanForm):
    """The public reason of an act in the trail goes; the act stays."""

    nama, aksi, izin = "tarik-alasan", Aksi.ALASAN_DITARIK, "aspirasi.perbaiki"
    label, tombol = "Tarik alasan yang tampil", "Tarik, jangan tampilkan lagi"
    pesan = "Alasan itu sudah ditarik dari umum."
    negatif, masih_ada = True, MASIH_ADA
    syarat = staticmethod(Perbaiki.syarat)

    langkah = forms.ChoiceField(label="Alasan yang ditarik", widget=forms.RadioSelect)
    alasan = AlasanTarikField()

    def siapkan(self) -> None:
        beralasan = riwayat(self.aspirasi).filter(aksi__in=BERALASAN).exclude(isi__alasan="")
        # The hash names the row: a place in the list would name another one after this act.
        self._jejak: dict[str, Any] = {j.isi_hash[:16]: j for j in beralasan}
        pilihan = [(i, f"{tanggal(j.waktu)}: {j.isi.alasan}") for i, j in self._jejak.items()]
        self.bidang("langkah", forms.ChoiceField).choices = pilihan
        if not pilihan:
            self.fields["langkah"].help_text = "Belum ada alasan yang tampil di kiriman ini."

    def lakukan(self) -> None:
        penarikan.tarik_alasan(
            aspirasi=self.aspirasi,
            peristiwa=self._jejak[self.cleaned_data["langkah"]],
            alasan=self.cleaned_data["alasan"],
            oleh=self.oleh,
        )
