"""The evaluation of a finished work."""

from typing import Any

from django import forms

from core.formulir.teks import BarisFormField
from laporan.bacaan.evaluasi import SEMENTARA, sidik, sidik_kata
from laporan.models import Evaluasi
from proyek.bacaan.hasil import Banding
from proyek.forms.umum import TetapHitamMixin
from proyek.models import Proyek

TANYA = {
    "biaya": "Mengapa biayanya berbeda?",
    "lingkup": "Mengapa yang dikerjakan berbeda?",
    "waktu": "Mengapa waktunya berbeda?",
}


class EvaluasiForm(TetapHitamMixin, forms.ModelForm):
    """A reason for each difference from the plan, and the lesson. The second time asks why; that
    reason is public.

    A form that was opened before somebody else wrote says what they wrote (`berubah`: field → their
    words). Fields that its author left alone take it; what the author typed stays.
    """

    alasan = BarisFormField(
        label="Mengapa diperbaiki?", max_length=500, help_text="Semua orang dapat membacanya."
    )

    dilihat = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    class Meta:
        model = Evaluasi
        fields = Evaluasi.TULISAN
        labels = {f"alasan_{hal}": kata for hal, kata in TANYA.items()} | {
            "pelajaran": "Pelajaran untuk proyek berikutnya"
        }
        help_texts = {
            "pelajaran": "Apa yang berjalan baik, dan apa yang sebaiknya lain? Kampung lain yang "
            "membuka proyek serupa membacanya. Jangan tulis nama orang."
        }
        widgets = {
            nama: forms.Textarea(attrs={"rows": 5 if nama == "pelajaran" else 3})
            for nama in Evaluasi.TULISAN
        }

    def __init__(self, *args: Any, proyek: Proyek, hasil: list[Banding], **kwargs: Any) -> None:
        self.hasil = hasil
        lama = Evaluasi.objects.filter(pk=proyek.pk).first()
        super().__init__(*args, **kwargs | {"instance": lama or Evaluasi(proyek=proyek)})
        for satu in hasil:
            self._sesuaikan(satu)
        self.pasang_hitam(proyek)
        self.berubah: dict[str, str] = {}
        self.kini = {nama: getattr(self.instance, nama) for nama in Evaluasi.TULISAN}
        self.fields["dilihat"].initial = sidik(self.instance)
        if lama is None:
            del self.fields["alasan"]

    def clean(self) -> dict[str, Any]:
        isi = super().clean()
        dilihat = dict(zip(Evaluasi.TULISAN, isi.get("dilihat", "").split(","), strict=False))
        if len(dilihat) == len(self.kini) and not self.non_field_errors():
            self._gabungkan(dilihat)
        return isi

    def _gabungkan(self, dilihat: dict[str, str]) -> None:
        """Show the words that others wrote meanwhile, and give them to fields left alone."""
        ketik = {nama: str(self[nama].value() or "") for nama in self.kini if nama in self.fields}
        for nama, kata in ketik.items():
            kini = self.kini[nama]
            if dilihat[nama] != sidik_kata(kini) and kata != kini:
                self.berubah[nama] = kini
        if not self.berubah:
            return
        data: Any = self.data
        self.data = data = data.copy()
        data["dilihat"] = self.fields["dilihat"].initial
        for nama, kini in self.berubah.items():
            if dilihat[nama] == sidik_kata(ketik[nama]):
                data[nama] = kini
        self.add_error(None, SEMENTARA)

    @property
    def sementara(self) -> list[tuple[str, str]]:
        """Return (label, words) of what others wrote meanwhile."""
        return [(str(self.fields[nama].label), kini) for nama, kini in self.berubah.items()]

    def _sesuaikan(self, satu: Banding) -> None:
        """Ask for the reason of a difference; without one, keep the field only where it has
        words."""
        nama = f"alasan_{satu.hal}"
        self.fields[nama].required = satu.beda
        self.fields[nama].help_text = satu.kalimat
        if not satu.beda and not self.instance.alasan(satu.hal):
            del self.fields[nama]

    def isi(self) -> dict[str, str]:
        """Return the words by their columns; "" where nothing was asked."""
        return {nama: self.cleaned_data.get(nama, "") for nama in Evaluasi.TULISAN}
